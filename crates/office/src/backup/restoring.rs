//! Makes a workspace of a backup.

use super::manifest::{FILE, FileEntry, LARGEST, Manifest};
use crate::age_file::{Key, damaged, open};
use crate::fault::{During, Fault, Result};
use crate::workspace::Workspace;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{BufReader, Read, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

/// Restores a workspace into a folder that does not exist or is empty. It is made beside its place and put there when every
/// byte of it was found to be what the backup's manifest says.
///
/// # Errors
/// The folder holds something, or the backup is not whole: nothing is left behind.
pub fn restore(backup: &Path, folder: &Path, key: &Key) -> Result<Manifest> {
    let is_taken =
        fs::read_dir(folder).map(|mut entries| entries.next().is_some()).unwrap_or(folder.exists());
    if is_taken {
        return Err(Fault::new(
            "sudah-ada",
            format!("{} tidak kosong.", folder.display()),
            "Sebut folder baru: cadangan tidak menimpa apa pun.",
        ));
    }
    let file = File::open(backup).during(format_args!("membaca {}", backup.display()))?;
    let mut plain = open(BufReader::new(file), key)?;
    let making = || format!("membuat {}", folder.display());
    let parent = folder.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).during(making())?;
    let closed = fs::Permissions::from_mode(0o700);
    let draft =
        tempfile::Builder::new().prefix(".tepat-").permissions(closed).tempdir_in(parent).during(making())?;

    let mut tar = tar::Archive::new(&mut plain);
    let mut entries = tar.entries().map_err(|_| damaged())?;
    let manifest = manifest(entries.next())?;
    for expected in &manifest.files {
        let entry = entries.next().and_then(|entry| entry.ok()).ok_or_else(|| lacking(&expected.path))?;
        unpack(entry, expected, draft.path())?;
    }
    if entries.next().is_some() {
        return Err(other_than_its_manifest(FILE));
    }
    // Only its last piece shows that a file of age was not cut off.
    std::io::copy(&mut plain, &mut std::io::sink()).map_err(|_| damaged())?;
    // A register that this program cannot read is found now, and one of an earlier version brought up to date.
    Workspace::check(draft.path())?;
    fs::rename(draft.path(), folder).during(making())?;
    // It lies in its place: there is no temporary folder any more.
    let _ = draft.keep();
    sync(parent)?;
    Ok(manifest)
}

fn sync(folder: &Path) -> Result<()> {
    File::open(folder).and_then(|folder| folder.sync_all()).during("menyimpan ruang kerja")
}

fn manifest(first: Option<std::io::Result<tar::Entry<'_, impl Read>>>) -> Result<Manifest> {
    let first = first.ok_or_else(not_a_backup)?.map_err(|_| damaged())?;
    if path(&first).as_deref() != Some(FILE) {
        return Err(not_a_backup());
    }
    let mut text = Vec::new();
    first.take(LARGEST).read_to_end(&mut text).map_err(|_| damaged())?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| {
        Fault::new(
            "versi-lebih-baru",
            "Cadangan ini dari versi lain yang tidak dapat dibaca tepat ini.",
            "Perbarui tepat, lalu ulangi.",
        )
    })?;
    match manifest.files.iter().find(|file| !file.is_inside()) {
        None => Ok(manifest),
        Some(file) => Err(other_than_its_manifest(&file.path)),
    }
}

/// Writes a file of the backup, which must be the one that is expected.
fn unpack(mut entry: tar::Entry<'_, impl Read>, expected: &FileEntry, root: &Path) -> Result<()> {
    if path(&entry).as_deref() != Some(&expected.path) || !entry.header().entry_type().is_file() {
        return Err(other_than_its_manifest(&expected.path));
    }
    let to = root.join(&expected.path);
    let doing = || format!("menulis {}", to.display());
    if let Some(folder) = to.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder).during(doing())?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&to).during(doing())?;
    let (mut digest, mut size) = (Sha256::new(), 0_u64);
    let mut piece = vec![0; 1 << 16];
    loop {
        let read = entry.read(&mut piece).map_err(|_| lacking(&expected.path))?;
        let bytes = piece.get(..read).unwrap_or_default();
        if bytes.is_empty() {
            break;
        }
        size = size.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        digest.update(bytes);
        file.write_all(bytes).during(doing())?;
    }
    if size != expected.size || HEXLOWER.encode(&digest.finalize()) != expected.sha256 {
        return Err(other_than_its_manifest(&expected.path));
    }
    let at = Duration::from_secs(entry.header().mtime().unwrap_or(0));
    file.set_modified(UNIX_EPOCH + at).and_then(|()| file.sync_all()).during(doing())
}

fn path<R: Read>(entry: &tar::Entry<'_, R>) -> Option<String> {
    entry.path().ok()?.to_str().map(str::to_owned)
}

fn lacking(path: &str) -> Fault {
    let Fault { code, message, remedy } = damaged();
    Fault::new(code, format!("{message} Yang tidak terbaca utuh: {path}."), remedy)
}

fn other_than_its_manifest(path: &str) -> Fault {
    Fault::new(
        "cadangan-berubah",
        format!("Isi cadangan tidak sama dengan daftar isinya: {path}."),
        "Jangan pakai cadangan ini; pakai yang lain.",
    )
}

fn not_a_backup() -> Fault {
    Fault::new("bukan-cadangan", "Berkas terkunci ini bukan cadangan ruang kerja.", "Periksa nama berkasnya.")
}
