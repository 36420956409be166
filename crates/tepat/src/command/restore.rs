//! `tepat restore`: a workspace from a backup.

use crate::output::Output;
use crate::secret::passphrase;
use office::age_file::{Key, identity};
use office::backup;
use office::fault::{During, Result};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Restored {
    workspace: String,
    made_at: String,
    files: usize,
    bytes: u64,
}

pub(super) fn run(
    file: &Path,
    folder: &Path,
    identity_file: Option<&Path>,
    passphrase_file: Option<&Path>,
    output: &Output,
) -> Result<()> {
    let key = match identity_file {
        None => Key::Passphrase(passphrase(passphrase_file)?),
        Some(path) => {
            let text = std::fs::read_to_string(path).during(format_args!("membaca {}", path.display()))?;
            Key::Identity(identity(&text)?)
        }
    };
    let manifest = backup::restore(file, folder, &key)?;
    let restored = Restored {
        workspace: folder.display().to_string(),
        made_at: manifest.made_at.clone(),
        files: manifest.files.len(),
        bytes: manifest.size(),
    };
    let sentences = format!(
        "Ruang kerja {0} dipulihkan seperti pada {1}: {2} berkas, {3} byte.\n\
         Yang diputuskan sesudah itu tidak ada di dalamnya, dan keluarga yang dihapus sesudah itu ada lagi: hapus lagi \
         (tepat subject erase, tepat retention --apply). Jangan pakai dua salinan: hapus atau simpan yang lama, lalu\n\
         tepat -C {0} collect, dan tepat -C {0} publish --out TEMPAT.",
        restored.workspace, restored.made_at, restored.files, restored.bytes
    );
    output.answer(&restored, &sentences);
    Ok(())
}
