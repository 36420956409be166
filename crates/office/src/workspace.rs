//! A workspace: the folder of one programme.

use crate::fault::{During, Fault, Result};
use crate::random;
use crate::register::Register;
use crate::signing_keys::SigningKeys;
use data_encoding::HEXLOWER;
use seal::{OfficeSecret, PublicationSecret};
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

const KEY: &str = "office.key";
/// The office's name at a drop box. The names of RT and RW are key ids, which are longer.
pub const READER: &str = "dinas";

/// An open workspace. One command at a time writes to it.
pub struct Workspace {
    root: PathBuf,
    /// The register of this workspace.
    pub register: Register,
    seed: [u8; 32],
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
        fs::create_dir_all(root.join("inbox")).during("membuat folder")?;
        let seed = random::bytes()?;
        let mut key = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(root.join(KEY))
            .during("menulis kunci kantor")?;
        writeln!(key, "{}", HEXLOWER.encode(&seed)).during("menulis kunci kantor")?;
        if let Some(file) = signing {
            SigningKeys::adopt(root, file)?;
        }
        SigningKeys::of(root)?;
        let register = Register::create(&root.join("register.sqlite"), &random::bytes()?)?;
        Ok(Self { root: root.to_owned(), register, seed, _lock: None })
    }

    /// Opens a workspace to change it.
    pub fn open(root: &Path) -> Result<Self> {
        let mut workspace = Self::read(root)?;
        let lock = File::create(root.join("lock")).during("membuka ruang kerja")?;
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
                format!("Buat dengan `tepat init {}`, atau tunjuk folder lain dengan -C.", root.display()),
            ));
        }
        let mut text = String::new();
        File::open(root.join(KEY))
            .and_then(|mut f| f.read_to_string(&mut text))
            .during("membaca kunci kantor")?;
        let seed =
            HEXLOWER.decode(text.trim().as_bytes()).ok().and_then(|bytes| bytes.try_into().ok()).ok_or_else(
                || {
                    Fault::new(
                        "kunci",
                        "Berkas office.key rusak.",
                        "Pulihkan dari cadangan: tanpa kunci ini amplop RT tidak terbuka.",
                    )
                },
            )?;
        Ok(Self {
            root: root.to_owned(),
            register: Register::open(&root.join("register.sqlite"))?,
            seed,
            _lock: None,
        })
    }

    /// The key pair of Dinas Sosial.
    pub fn office(&self) -> OfficeSecret {
        OfficeSecret::from_seed(&self.seed)
    }

    /// The secret of the publications.
    pub fn publication_secret(&self) -> PublicationSecret {
        PublicationSecret::from_seed(&self.seed)
    }

    /// What the office signs with.
    ///
    /// # Errors
    /// A file is damaged, or cannot be read.
    pub fn signing_keys(&self) -> Result<SigningKeys> {
        SigningKeys::of(&self.root)
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
