//! `tepat backup`: the whole workspace in one locked file.

use crate::cli::BackupArgs;
use crate::output::Output;
use crate::secret::new_passphrase;
use office::age_file::Lock;
use office::backup;
use office::clock::Moment;
use office::fault::Result;
use office::workspace::Workspace;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Made {
    file: String,
    /// So many files are in it.
    files: usize,
    /// So many bytes they have.
    bytes: u64,
}

pub(super) fn run(
    workspace: &Workspace,
    args: BackupArgs,
    passphrase_file: Option<&Path>,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let lock = if args.recipients.is_empty() {
        Lock::Passphrase(new_passphrase(passphrase_file)?)
    } else {
        Lock::Recipients(args.recipients)
    };
    let manifest = backup::make(workspace, &args.file, &lock, now)?;
    let made =
        Made { file: args.file.display().to_string(), files: manifest.files.len(), bytes: manifest.size() };
    let sentences = format!(
        "{}: {} berkas, {} byte, terkunci.\n\
         Simpan di tempat lain daripada ruang kerja, dan kata sandi atau kunci rahasianya di tempat lain lagi.\n\
         Coba dengan `tepat restore {} FOLDER`: cadangan yang belum pernah dipulihkan belum tentu cadangan.",
        made.file, made.files, made.bytes, made.file
    );
    output.answer(&made, &sentences);
    Ok(())
}
