//! `office.key`: what the office opens envelopes with, one key a line in hexadecimal, the newest first. Earlier keys open what
//! was sealed to them, and speak to the phones that know no other. The file may be locked with a passphrase.

use crate::age_file::Passphrase;
use crate::fault::{During, Fault, Result};
use crate::key_file;
use crate::random;
use data_encoding::HEXLOWER;
use seal::{OfficeSecret, PublicationSecret};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;
use zeroize::Zeroizing;

/// The name of the file in a workspace.
pub const FILE: &str = "office.key";
type Seed = Zeroizing<[u8; 32]>;

/// The keys of an office, open or locked.
pub struct OfficeKeys {
    file: PathBuf,
    /// None while the file is locked.
    seeds: Option<Vec<Seed>>,
    /// What the file is locked with, where it is and was unlocked.
    passphrase: Option<Passphrase>,
}

impl OfficeKeys {
    /// Makes the file, which must not be there yet, with a new key and those that are known from elsewhere.
    pub(crate) fn make(workspace: &Path, earlier: Vec<Seed>) -> Result<Self> {
        let file = workspace.join(FILE);
        let seeds = std::iter::once(random::bytes().map(Zeroizing::new)).chain(earlier.into_iter().map(Ok));
        let keys = Self { file, seeds: Some(seeds.collect::<Result<_>>()?), passphrase: None };
        let draft = keys.draft()?;
        draft.persist_noclobber(&keys.file).map_err(|fault| fault.error).during(WRITING)?;
        Ok(keys)
    }

    /// Those of a workspace.
    ///
    /// # Errors
    /// The file is damaged, or cannot be read.
    pub(crate) fn of(workspace: &Path) -> Result<Self> {
        let file = workspace.join(FILE);
        let bytes = Zeroizing::new(fs::read(&file).during("membaca kunci kantor")?);
        let seeds = if key_file::is_locked(&bytes) { None } else { Some(read(&bytes)?) };
        Ok(Self { file, seeds, passphrase: None })
    }

    /// Whether only a passphrase opens them.
    pub fn are_locked(&self) -> bool {
        self.seeds.is_none()
    }

    /// Opens the file. It stays locked on the disk.
    ///
    /// # Errors
    /// The passphrase is another one, or the file is damaged.
    pub fn unlock(&mut self, passphrase: Passphrase) -> Result<()> {
        self.seeds = Some(read(&key_file::read(&self.file, Some(&passphrase))?)?);
        self.passphrase = Some(passphrase);
        Ok(())
    }

    /// From now on the file is locked with this passphrase; without one it is open.
    ///
    /// # Errors
    /// It is locked now and was not unlocked, or cannot be written.
    pub fn set_passphrase(&mut self, passphrase: Option<Passphrase>) -> Result<()> {
        self.seeds()?;
        self.passphrase = passphrase;
        self.write()
    }

    /// Puts a new key before the others. Links that are made from now on, and publications, follow from it.
    ///
    /// # Errors
    /// They are locked, or cannot be written.
    pub fn rotate(&mut self) -> Result<()> {
        let new = Zeroizing::new(random::bytes()?);
        self.seeds()?;
        self.seeds.iter_mut().for_each(|seeds| seeds.insert(0, new.clone()));
        self.write()
    }

    /// The key pair in use.
    ///
    /// # Errors
    /// They are locked.
    pub fn now(&self) -> Result<OfficeSecret> {
        Ok(self.all()?.swap_remove(0))
    }

    /// Every key pair, the newest first.
    ///
    /// # Errors
    /// They are locked.
    pub fn all(&self) -> Result<Vec<OfficeSecret>> {
        Ok(self.seeds()?.iter().map(|seed| OfficeSecret::from_seed(seed)).collect())
    }

    /// The secret of the publications.
    ///
    /// # Errors
    /// They are locked.
    pub fn publication_secret(&self) -> Result<PublicationSecret> {
        self.seeds()?.first().map(|seed| PublicationSecret::from_seed(seed)).ok_or_else(damaged)
    }

    fn seeds(&self) -> Result<&[Seed]> {
        self.seeds.as_deref().ok_or_else(|| key_file::locked(FILE))
    }

    /// Takes the place of the file in one step: whoever is killed here has the keys as they were or as they are.
    fn write(&self) -> Result<()> {
        self.draft()?.persist(&self.file).map(drop).map_err(|fault| fault.error).during(WRITING)
    }

    fn draft(&self) -> Result<NamedTempFile> {
        let lines = self.seeds()?.iter().map(|seed| HEXLOWER.encode(seed.as_slice()) + "\n");
        let text = Zeroizing::new(lines.collect::<String>());
        let folder = self.file.parent().unwrap_or(Path::new("."));
        key_file::draft(folder, text.as_bytes(), self.passphrase.as_ref(), WRITING)
    }
}

const WRITING: &str = "menulis kunci kantor";

/// Reads a seed from a line.
pub(crate) fn seed(line: &str) -> Option<Seed> {
    let bytes = Zeroizing::new(HEXLOWER.decode(line.trim().as_bytes()).ok()?);
    bytes.as_slice().try_into().ok().map(Zeroizing::new)
}

fn read(bytes: &[u8]) -> Result<Vec<Seed>> {
    let text = std::str::from_utf8(bytes).map_err(|_| damaged())?;
    let seeds: Vec<Seed> = text.lines().map(seed).collect::<Option<_>>().ok_or_else(damaged)?;
    if seeds.is_empty() { Err(damaged()) } else { Ok(seeds) }
}

fn damaged() -> Fault {
    Fault::new(
        "kunci",
        "Berkas office.key rusak.",
        "Pulihkan dari cadangan, atau pindahkan berkas itu dan pakai `tepat key recover`: tanpa kunci ini amplop RT tidak terbuka.",
    )
}
