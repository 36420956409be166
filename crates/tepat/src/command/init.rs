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

pub(super) fn run(dir: &Path, output: &Output) -> Result<()> {
    let workspace = Workspace::init(dir)?;
    let made = Made { workspace: dir.display().to_string(), key_id: workspace.office().public().id() };
    let sentences = format!(
        "Ruang kerja {} siap.\nSimpan cadangan {}/office.key di tempat aman: tanpa kunci itu amplop RT tidak terbuka.\n\
         Berikutnya: tepat -C {0} import DAFTAR --kelurahan KODE",
        made.workspace, made.workspace
    );
    output.answer(&made, &sentences);
    Ok(())
}
