//! `tepat init`

use crate::output::Output;
use office::fault::Result;
use office::recovery;
use office::workspace::Workspace;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Made {
    workspace: String,
    key_id: String,
}

pub(super) fn run(
    dir: &Path,
    signing_key: Option<&Path>,
    recovery: Option<&Path>,
    output: &Output,
) -> Result<()> {
    let workspace = Workspace::init(dir, signing_key)?;
    if let Some(file) = recovery {
        recovery::make(&workspace, file)?;
    }
    let made = Made { workspace: dir.display().to_string(), key_id: workspace.office()?.public().id() };
    let spare = recovery.map_or_else(
        || format!("Buat juga kunci pemulihan: tepat -C {} key recovery BERKAS.\n", made.workspace),
        |file| {
            format!(
                "Bawa {} ke luar komputer ini: kunci itu membuka amplop bila office.key hilang.\n",
                file.display()
            )
        },
    );
    let sentences = format!(
        "Ruang kerja {0} siap.\nSimpan cadangan {0}/office.key di tempat aman: tanpa kunci itu amplop RT tidak terbuka.\n\
         Simpan juga {0}/signing.key: aplikasi hanya percaya terbitan yang ditandatanganinya (kunci publik: signing.pub).\n\
         {spare}Berikutnya: tepat -C {0} import DAFTAR --kelurahan KODE",
        made.workspace
    );
    output.answer(&made, &sentences);
    Ok(())
}
