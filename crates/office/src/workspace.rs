//! A workspace: the folder of one programme.

use crate::age_file::Passphrase;
use crate::fault::{During, Fault, Result};
use crate::key_file;
use crate::office_keys::{FILE as KEY, OfficeKeys};
use crate::random;
use crate::register::Register;
use crate::signing_keys::{self, SigningKeys};
use seal::{OfficeSecret, PublicationSecret};
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

const REGISTER: &str = "register.sqlite";
/// For nobody but its owner: a folder, and a file.
const CLOSED: [u32; 2] = [0o700, 0o600];
/// The office's name at a drop box. The names of RT and RW are key ids, which are longer.
pub const READER: &str = "dinas";

/// An open workspace. One command at a time writes to it.
pub struct Workspace {
    root: PathBuf,
    /// The register of this workspace.
    pub register: Register,
    /// What it opens envelopes with.
    pub keys: OfficeKeys,
    /// What its keys are locked with, where somebody has said so.
    passphrase: Option<Passphrase>,
    _lock: Option<File>,
}

impl Workspace {
    /// Makes a workspace in a folder that does not exist or is empty; `signing` names the file of a signing key that was
    /// made elsewhere, to be used in the place of a new one.
    pub fn init(root: &Path, signing: Option<&Path>) -> Result<Self> {
        let taken = fs::read_dir(root).map(|mut entries| entries.next().is_some()).unwrap_or(false);
        if taken {
            return Err(Fault::new(
                "sudah-ada",
                format!("Folder {} tidak kosong.", root.display()),
                "Pilih folder lain, atau pakai ruang kerja yang ada dengan -C.",
            ));
        }
        let [folder_mode, _] = CLOSED;
        DirBuilder::new()
            .recursive(true)
            .mode(folder_mode)
            .create(root.join("inbox"))
            // An empty folder may have been there already.
            .and_then(|()| fs::set_permissions(root, Permissions::from_mode(folder_mode)))
            .during("membuat folder")?;
        let keys = OfficeKeys::make(root, Vec::new())?;
        if let Some(file) = signing {
            SigningKeys::adopt(root, file)?;
        }
        SigningKeys::of(root, None)?;
        // What SQLite writes beside the register is as closed as the register.
        closed().create_new(true).open(root.join(REGISTER)).during("membuat register")?;
        let register = Register::create(&root.join(REGISTER), &random::bytes()?)?;
        Ok(Self { root: root.to_owned(), register, keys, passphrase: None, _lock: None })
    }

    /// Opens a workspace to change it.
    pub fn open(root: &Path) -> Result<Self> {
        let mut workspace = Self::read(root)?;
        let lock =
            closed().create(true).truncate(true).open(root.join("lock")).during("membuka ruang kerja")?;
        lock.lock().during("menunggu perintah lain")?;
        workspace._lock = Some(lock);
        Ok(workspace)
    }

    /// Opens a workspace to read it.
    pub fn read(root: &Path) -> Result<Self> {
        if !root.join(KEY).exists() {
            return Err(Fault::new(
                "bukan-ruang-kerja",
                format!("{} bukan ruang kerja tepat.", root.display()),
                format!(
                    "Buat dengan `tepat init {}`, atau tunjuk folder lain dengan -C; bila hanya office.key yang hilang: `tepat key recover`.",
                    root.display()
                ),
            ));
        }
        refuse_open(root)?;
        Ok(Self {
            root: root.to_owned(),
            register: Register::open(&root.join(REGISTER))?,
            keys: OfficeKeys::of(root)?,
            passphrase: None,
            _lock: None,
        })
    }

    /// Whether a folder holds what a workspace needs.
    ///
    /// # Errors
    /// It does not.
    pub(crate) fn check(root: &Path) -> Result<()> {
        Self::read(root).map(drop)
    }

    /// The key pair of Dinas Sosial.
    ///
    /// # Errors
    /// It is locked.
    pub fn office(&self) -> Result<OfficeSecret> {
        self.keys.now()
    }

    /// The secret of the publications.
    ///
    /// # Errors
    /// It is locked.
    pub fn publication_secret(&self) -> Result<PublicationSecret> {
        self.keys.publication_secret()
    }

    /// What the office signs with.
    ///
    /// # Errors
    /// A file is damaged, or cannot be read.
    pub fn signing_keys(&self) -> Result<SigningKeys> {
        SigningKeys::of(&self.root, self.passphrase.as_ref())
    }

    /// Whether only a passphrase opens its keys.
    pub fn is_locked(&self) -> bool {
        self.keys.are_locked() || (self.passphrase.is_none() && signing_keys::are_locked(&self.root))
    }

    /// Whether every key file that is there is locked.
    pub fn is_all_locked(&self) -> bool {
        self.open_key_files().is_empty()
    }

    /// The key files that no passphrase locks.
    pub fn open_key_files(&self) -> Vec<&'static str> {
        let is_open = |file: &&str| fs::read(self.root.join(file)).is_ok_and(|it| !key_file::is_locked(&it));
        [KEY].into_iter().chain(signing_keys::FILES).filter(is_open).collect()
    }

    /// Opens its keys. They stay locked on the disk; one that lies open there, because an earlier version or a run that was cut short
    /// left it so, is locked with the same passphrase.
    ///
    /// # Errors
    /// The passphrase is another one, or a file is damaged or cannot be written.
    pub fn unlock(&mut self, passphrase: Passphrase) -> Result<()> {
        let is_half_locked = self.is_locked() && !self.is_all_locked();
        if self.keys.are_locked() {
            self.keys.unlock(passphrase.clone())?;
        }
        if is_half_locked {
            // Where only these are locked, they tell whether it is the right one.
            SigningKeys::of(&self.root, Some(&passphrase))?;
        }
        self.passphrase = Some(passphrase.clone());
        if is_half_locked { self.set_passphrase(Some(passphrase)) } else { Ok(()) }
    }

    /// From now on its keys are locked with this passphrase; without one they are open. What opens envelopes is locked first and
    /// opened last: it tells that a passphrase is needed.
    ///
    /// # Errors
    /// They are locked now, or cannot be written.
    pub fn set_passphrase(&mut self, passphrase: Option<Passphrase>) -> Result<()> {
        let mut signing = self.signing_keys()?;
        if passphrase.is_some() {
            self.keys.set_passphrase(passphrase.clone())?;
        }
        signing.set_passphrase(passphrase.clone())?;
        if passphrase.is_none() {
            self.keys.set_passphrase(None)?;
        }
        self.passphrase = passphrase;
        Ok(())
    }

    /// The drop box: one folder for each kelurahan.
    pub fn inbox(&self) -> PathBuf {
        self.root.join("inbox")
    }

    /// Envelopes that could not be taken in.
    pub fn quarantine(&self) -> PathBuf {
        self.root.join("quarantine")
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

/// How a file is opened that only its owner reads.
fn closed() -> OpenOptions {
    let [_, mode] = CLOSED;
    let mut options = OpenOptions::new();
    options.write(true).mode(mode);
    options
}

/// The numbers of a city lie here: where other users of the machine may look, nothing is done.
fn refuse_open(root: &Path) -> Result<()> {
    let is_open = |path: &Path| path.metadata().is_ok_and(|it| it.permissions().mode() & 0o077 != 0);
    let places = [root.to_owned(), root.join(KEY), root.join(REGISTER)];
    match places.iter().find(|path| is_open(path)) {
        None => Ok(()),
        Some(path) => Err(Fault::new(
            "ruang-kerja-terbuka",
            format!("{} dapat dibuka pengguna lain di komputer ini.", path.display()),
            format!("Tutup dengan `chmod -R go= {}`, lalu jalankan lagi.", root.display()),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_workspace_is_its_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        for (name, is_there) in [("new", false), ("there", true)] {
            let root = folder.path().join(name);
            if is_there {
                fs::create_dir(&root).unwrap();
                fs::set_permissions(&root, Permissions::from_mode(0o755)).unwrap();
            }
            drop(Workspace::init(&root, None).unwrap());
            drop(Workspace::open(&root).unwrap());
            assert_eq!((mode(&root), mode(&root.join("inbox"))), (0o700, 0o700), "{name}");
            for file in [KEY, "signing.key", REGISTER, "lock"] {
                assert_eq!(mode(&root.join(file)), 0o600, "{name}/{file}");
            }
        }
    }

    #[test]
    fn where_others_may_look_nothing_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("office");
        drop(Workspace::init(&root, None).unwrap());
        for (place, loose, closed) in [(".", 0o750, 0o700), (KEY, 0o640, 0o600), (REGISTER, 0o604, 0o600)] {
            let set = |mode| fs::set_permissions(root.join(place), Permissions::from_mode(mode)).unwrap();
            set(loose);
            let fault = Workspace::read(&root).err().unwrap();
            assert_eq!(fault.code, "ruang-kerja-terbuka", "{place}");
            assert!(fault.remedy.contains("chmod -R go= "), "{}", fault.remedy);
            set(closed);
            Workspace::read(&root).unwrap();
        }
    }

    /// A key file stays open where the workspace was locked by an earlier version, or a command was killed.
    #[test]
    fn whoever_unlocks_a_workspace_locks_what_was_left_open() {
        const NEXT: &str = "signing-next.key";
        let words = Passphrase::of("empat kata yang acak");
        let is_locked = |root: &Path, file: &str| key_file::is_locked(&fs::read(root.join(file)).unwrap());
        for open in [&["signing.key"][..], &[NEXT], &["signing.key", NEXT], &[KEY]] {
            let folder = tempfile::tempdir().unwrap();
            let root = folder.path().join("office");
            let mut workspace = Workspace::init(&root, None).unwrap();
            workspace.signing_keys().unwrap().announce().unwrap();
            let texts: Vec<_> = open.iter().map(|file| fs::read(root.join(file)).unwrap()).collect();
            workspace.set_passphrase(Some(words.clone())).unwrap();
            for (file, text) in open.iter().zip(texts) {
                fs::write(root.join(file), text).unwrap();
            }
            let mut again = Workspace::open(&root).unwrap();
            assert!(again.is_locked(), "{open:?}");
            assert!(again.unlock(Passphrase::of("empat kata yang lain")).is_err(), "{open:?}");
            assert!(open.iter().all(|file| !is_locked(&root, file)), "nothing is locked with other words");
            again.unlock(words.clone()).unwrap();
            for file in [KEY, "signing.key", NEXT] {
                assert!(is_locked(&root, file), "{open:?}: {file}");
            }
        }
    }
}
