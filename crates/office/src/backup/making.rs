//! Makes a backup.

use super::manifest::{FILE, FileEntry, Manifest};
use crate::age_file::{Lock, lock};
use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::register::Act;
use crate::workspace::Workspace;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::fs::{self, DirBuilder, File};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;
use wire::Version;

/// The folder of the copy of the register, for as long as the backup is made.
const DRAFT: &str = ".backup";
/// Folders of the workspace that nothing else holds. A publication can be made again.
const FOLDERS: [&str; 2] = ["inbox", "quarantine"];

/// Where a file of the backup is read from.
struct Part {
    from: PathBuf,
    entry: FileEntry,
    /// When it was written, in seconds since 1970: letters are taken in in the order in which they came.
    at: u64,
}

/// Writes all that a workspace holds into one file, which appears whole or not at all. The workspace is open to be changed,
/// so that no other command changes it meanwhile; hosts may go on taking envelopes.
///
/// # Errors
/// Something cannot be read or written, or a file of this name is there.
pub fn make(workspace: &Workspace, to: &Path, with: &Lock, now: &Moment) -> Result<Manifest> {
    let doing = || format!("menulis {}", to.display());
    if to.exists() {
        return Err(taken(to));
    }
    guard(workspace.root(), to)?;
    // Whoever is erased later still stands in it: somebody must know where it is, also in a register that comes from it.
    let (file, made_at) = (to.display().to_string(), now.to_string());
    workspace.register.act(None, Act::Backup { file, made_at })?;
    let draft = Draft::in_workspace(workspace.root())?;
    let register = draft.0.join("register.sqlite");
    workspace.register.copy_to(&register)?;
    let mut parts = vec![Part::of(&register, "register.sqlite".to_owned())?];
    for (from, path) in files(workspace.root())? {
        parts.push(Part::of(&from, path)?);
    }
    let manifest = Manifest {
        version: Version,
        made_at: now.to_string(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        files: parts.iter().map(|part| part.entry.clone()).collect(),
    };
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Nobody else may read it from the beginning on: so are all temporary files.
    let file = NamedTempFile::new_in(folder).during(doing())?;
    let file = lock(file, with, |out| write(out, &manifest, &parts))?;
    file.as_file().sync_all().during(doing())?;
    match file.persist_noclobber(to) {
        Err(fault) if fault.error.kind() == ErrorKind::AlreadyExists => Err(taken(to)),
        other => other.map(drop).map_err(|fault| fault.error).during(doing()),
    }?;
    Ok(manifest)
}

/// Refuses a file within the workspace: the next backup would hold it, and the one after that both.
fn guard(root: &Path, to: &Path) -> Result<()> {
    let doing = || format!("mencari {}", to.display());
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (root, folder) = (root.canonicalize().during(doing())?, folder.canonicalize().during(doing())?);
    if folder.starts_with(root) {
        return Err(Fault::new(
            "cadangan-di-ruang-kerja",
            format!("{} ada di dalam ruang kerja itu sendiri.", to.display()),
            "Sebut tempat di luarnya, sebaiknya di disk lain.",
        ));
    }
    Ok(())
}

fn taken(to: &Path) -> Fault {
    Fault::new(
        "berkas-sudah-ada",
        format!("{} sudah ada, dan tidak ditimpa.", to.display()),
        "Sebut nama berkas lain.",
    )
}

/// The files below a workspace but the register, with their paths in the backup.
fn files(root: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    let is_of_register = |name: &str| name.starts_with("register.sqlite") || name == "lock";
    let own = |name: &str| !name.starts_with('.') && !is_of_register(name);
    list(root, "", &own, &mut found)?;
    for folder in FOLDERS {
        list_below(&root.join(folder), &format!("{folder}/"), &mut found)?;
    }
    found.sort();
    Ok(found)
}

/// The files in a folder, and in those below it.
fn list_below(folder: &Path, path: &str, found: &mut Vec<(PathBuf, String)>) -> Result<()> {
    // Drafts of a host that takes an envelope at this moment begin with a dot.
    for name in list(folder, path, &|name| !name.starts_with('.'), found)? {
        list_below(&folder.join(&name), &format!("{path}{name}/"), found)?;
    }
    Ok(())
}

/// Finds the files of a folder, and answers with its folders. Links and the like are no part of a workspace.
fn list(
    folder: &Path,
    path: &str,
    is_wanted: &dyn Fn(&str) -> bool,
    found: &mut Vec<(PathBuf, String)>,
) -> Result<Vec<String>> {
    let doing = || format!("membaca {}", folder.display());
    let mut folders = Vec::new();
    let entries = match fs::read_dir(folder) {
        Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(folders),
        entries => entries.during(doing())?,
    };
    for entry in entries {
        let entry = entry.during(doing())?;
        let Some(name) = entry.file_name().to_str().filter(|name| is_wanted(name)).map(str::to_owned) else {
            continue;
        };
        let kind = entry.file_type().during(doing())?;
        if kind.is_dir() {
            folders.push(name);
        } else if kind.is_file() {
            found.push((entry.path(), format!("{path}{name}")));
        }
    }
    Ok(folders)
}

impl Part {
    fn of(from: &Path, path: String) -> Result<Self> {
        let doing = || format!("membaca {}", from.display());
        let file = File::open(from).during(doing())?;
        let at = u64::try_from(file.metadata().during(doing())?.mtime()).unwrap_or(0);
        let mut counted = Counted { inner: file, digest: Sha256::new(), size: 0 };
        io::copy(&mut counted, &mut io::sink()).during(doing())?;
        Ok(Self { from: from.to_owned(), entry: counted.entry(path), at })
    }

    fn write(&self, tar: &mut tar::Builder<&mut dyn Write>) -> Result<()> {
        let doing = || format!("menulis {} ke cadangan", self.from.display());
        let file = File::open(&self.from).during(doing())?;
        let mut counted = Counted { inner: file.take(self.entry.size), digest: Sha256::new(), size: 0 };
        tar.append_data(&mut header(self.entry.size, self.at), &self.entry.path, &mut counted)
            .during(doing())?;
        if counted.entry(self.entry.path.clone()) != self.entry {
            return Err(Fault::new(
                "berkas-berubah",
                format!("{} berubah selagi dicadangkan.", self.from.display()),
                "Tidak ada cadangan yang dibuat. Ulangi.",
            ));
        }
        Ok(())
    }
}

fn write(out: &mut dyn Write, manifest: &Manifest, parts: &[Part]) -> Result<()> {
    let doing = "menulis cadangan";
    let mut tar = tar::Builder::new(out);
    let text = serde_json::to_vec_pretty(manifest).during(doing)?;
    let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
    tar.append_data(&mut header(size, 0), FILE, text.as_slice()).during(doing)?;
    for part in parts {
        part.write(&mut tar)?;
    }
    tar.finish().during(doing)
}

fn header(size: u64, at: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_mtime(at);
    header
}

/// Counts what is read through it.
struct Counted<R> {
    inner: R,
    digest: Sha256,
    size: u64,
}

impl<R> Counted<R> {
    fn entry(self, path: String) -> FileEntry {
        FileEntry { path, size: self.size, sha256: HEXLOWER.encode(&self.digest.finalize()) }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.digest.update(bytes.get(..read).unwrap_or_default());
        self.size = self.size.saturating_add(u64::try_from(read).unwrap_or(0));
        Ok(read)
    }
}

/// A folder that goes when the backup is made. What a run that was killed has left goes before.
struct Draft(PathBuf);

impl Draft {
    fn in_workspace(root: &Path) -> Result<Self> {
        let folder = root.join(DRAFT);
        match fs::remove_dir_all(&folder) {
            Err(fault) if fault.kind() != ErrorKind::NotFound => {
                Err(fault).during("membuang sisa cadangan lama")
            }
            _ => Ok(()),
        }?;
        DirBuilder::new().mode(0o700).create(&folder).during("membuat folder sementara")?;
        Ok(Self(folder))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
