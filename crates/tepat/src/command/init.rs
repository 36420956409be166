//! `tepat init`

use crate::output::Output;
use office::fault::Result;
use office::workspace::Workspace;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Made {
    workspace: String,
    key_id: String,
}

pub(super) fn run(dir: &Path, signing_key: Option<&Path>, output: &Output) -> Result<()> {
    let workspace = Workspace::init(dir, signing_key)?;
    let made = Made { workspace: dir.display().to_string(), key_id: workspace.office().public().id() };
    let sentences = format!(
        "Ruang kerja {0} siap.\nSimpan cadangan {0}/office.key di tempat aman: tanpa kunci itu amplop RT tidak terbuka.\n\
         Simpan juga {0}/signing.key: aplikasi hanya percaya terbitan yang ditandatanganinya (kunci publik: signing.pub).\n\
         Berikutnya: tepat -C {0} import DAFTAR --kelurahan KODE",
        made.workspace
    );
    output.answer(&made, &sentences);
    Ok(())
}
