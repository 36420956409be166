//! Where a publication is made, and where the one before is kept: out of sight of whoever reads what is published.

use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// The folder in which a publication is made, and in which the one before is kept: closed to other users, and outside what
/// a web server shows. For `/srv/tepat/api/v1` it is `/srv/tepat/.tepat-api-v1`. It must be on the same disk, or the two
/// cannot change places: where that place is on another one, or nothing may be written there, it is
/// `/srv/tepat/api/.tepat-v1`, which hosts must not show (`deploy/nginx.conf`).
pub(crate) fn staging_folder(out: &Path) -> io::Result<PathBuf> {
    let inside = out.with_file_name(hidden(&[out.file_name()]));
    let outside = out.parent().and_then(|served| Some((served, served.parent()?)));
    if let Some((served, above)) = outside {
        let outside = above.join(hidden(&[served.file_name(), out.file_name()]));
        if closed(&outside).and_then(|()| reaches(&outside, &inside)).is_ok() {
            return remove(&inside).map(|()| outside);
        }
    }
    closed(&inside).map(|()| inside)
}

/// `.tepat-api-v1`, of `api` and `v1`.
fn hidden(names: &[Option<&OsStr>]) -> OsString {
    let mut hidden = OsString::from(".tepat");
    for name in names.iter().flatten() {
        hidden.push("-");
        hidden.push(name);
    }
    hidden
}

/// Makes a folder that nobody else may look into, unless it is there.
fn closed(folder: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

/// Whether a folder can be moved from one place to another: two mounts may be of one disk, and no question tells.
fn reaches(from: &Path, to: &Path) -> io::Result<()> {
    let probe = from.join("probe");
    closed(&probe)?;
    let moved = remove(to).and_then(|()| fs::rename(&probe, to));
    remove(if moved.is_ok() { to } else { &probe })?;
    moved
}

/// Removes a folder, unless it is gone already.
pub(crate) fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
