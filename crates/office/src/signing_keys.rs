//! The keys that the office signs with, beside `office.key`: what the app is built with to know our publications. Their files
//! may be locked with the same passphrase.

use crate::age_file::Passphrase;
use crate::fault::{During, Fault, Result};
use crate::key_file;
use crate::random;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use seal::{SigningPublic, SigningSecret};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;
use zeroize::Zeroizing;

const SECRET: &str = "signing.key";
const PUBLIC: &str = "signing.pub";
const NEXT: &str = "signing-next.key";
/// The files with secrets.
pub(crate) const FILES: [&str; 2] = [SECRET, NEXT];

/// The key in use, and the one that is announced.
pub struct SigningKeys {
    folder: PathBuf,
    /// What the files are locked with, if they are.
    passphrase: Option<Passphrase>,
    /// Signs everything.
    pub now: SigningSecret,
    /// Will do so after [`SigningKeys::switch`]; publications name it until then.
    pub next: Option<SigningSecret>,
}

impl SigningKeys {
    /// Those of a workspace. One of an earlier version gets its first key here.
    ///
    /// # Errors
    /// A file is damaged, is locked with another passphrase, or cannot be read or written.
    pub fn of(workspace: &Path, passphrase: Option<&Passphrase>) -> Result<Self> {
        let secret = workspace.join(SECRET);
        let now = match read(&secret, passphrase)? {
            Some(key) => key,
            None => make(&secret, None)?,
        };
        let next = read(&workspace.join(NEXT), passphrase)?;
        // A file that is made here is as closed as the one beside it.
        let passphrase = passphrase.filter(|_| are_locked(workspace)).cloned();
        let keys = Self { folder: workspace.to_owned(), passphrase, now, next };
        keys.write_public()?;
        Ok(keys)
    }

    /// From now on the files are locked with this passphrase; without one they are open.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn set_passphrase(&mut self, passphrase: Option<Passphrase>) -> Result<()> {
        self.passphrase = passphrase;
        for (name, key) in [(SECRET, Some(&self.now)), (NEXT, self.next.as_ref())] {
            if let Some(key) = key {
                let file = self.folder.join(name);
                draft(&file, key, self.passphrase.as_ref())?
                    .persist(&file)
                    .map_err(|fault| fault.error)
                    .during(WRITING)?;
            }
        }
        Ok(())
    }

    /// Takes over a key that was made elsewhere, before a workspace has one.
    pub(crate) fn adopt(workspace: &Path, from: &Path) -> Result<()> {
        let key = read(from, None)?.ok_or_else(|| {
            Fault::new(
                "kunci",
                format!("Berkas {} tidak ada.", from.display()),
                "Tunjuk berkas signing.key yang benar.",
            )
        })?;
        write(&workspace.join(SECRET), &key, None)
    }

    /// Makes the key that comes next, to be announced by the publications from now on.
    ///
    /// # Errors
    /// One is announced already, or the file cannot be written.
    pub fn announce(&mut self) -> Result<&SigningSecret> {
        if self.next.is_some() {
            return Err(Fault::new(
                "kunci-berikut",
                "Kunci berikutnya sudah dibuat dan diumumkan.",
                "Ganti dengan `tepat key switch` bila aplikasi dengan kunci baru sudah terpasang.",
            ));
        }
        let next = make(&self.folder.join(NEXT), self.passphrase.as_ref())?;
        Ok(self.next.insert(next))
    }

    /// From now on signs with the key that was announced. The old one is deleted.
    ///
    /// # Errors
    /// None was announced, or the files cannot be written.
    pub fn switch(&mut self) -> Result<()> {
        let Some(next) = self.next.take() else {
            return Err(Fault::new(
                "tanpa-kunci-berikut",
                "Belum ada kunci berikutnya.",
                "Buat dengan `tepat key new`, terbitkan, tunggu sampai semua HP pernah membukanya, lalu ganti.",
            ));
        };
        // In one step: whoever is killed here has one key or the other.
        fs::rename(self.folder.join(NEXT), self.folder.join(SECRET))
            .during("mengganti kunci tanda tangan")?;
        self.now = next;
        self.write_public()
    }

    /// Where the public half lies, for `cargo xtask build --office-key`.
    pub fn public_file(&self) -> PathBuf {
        self.folder.join(PUBLIC)
    }

    fn write_public(&self) -> Result<()> {
        let text = public_text(&self.now.public());
        let file = self.public_file();
        if fs::read_to_string(&file).is_ok_and(|there| there.trim() == text) {
            return Ok(());
        }
        fs::write(file, text + "\n").during("menulis kunci tanda tangan publik")
    }
}

/// A public key as the text of its file: base64url of an uncompressed point.
pub fn public_text(key: &SigningPublic) -> String {
    BASE64URL_NOPAD.encode(&key.to_bytes())
}

/// Reads a public key from the text of its file.
pub fn read_public(text: &str) -> Option<SigningPublic> {
    BASE64URL_NOPAD.decode(text.trim().as_bytes()).ok().and_then(|bytes| SigningPublic::from_bytes(&bytes))
}

const WRITING: &str = "menulis kunci tanda tangan";

/// Whether a passphrase is needed for them.
pub(crate) fn are_locked(workspace: &Path) -> bool {
    let is_locked = |name| fs::read(workspace.join(name)).is_ok_and(|bytes| key_file::is_locked(&bytes));
    FILES.into_iter().any(is_locked)
}

fn read(file: &Path, passphrase: Option<&Passphrase>) -> Result<Option<SigningSecret>> {
    if !file.exists() {
        return Ok(None);
    }
    let text = key_file::read(file, passphrase)?;
    let key = HEXLOWER.decode(text.trim_ascii()).ok().and_then(|bytes| SigningSecret::from_bytes(&bytes));
    key.map(Some).ok_or_else(|| {
        Fault::new(
            "kunci",
            format!("Berkas {} rusak.", file.display()),
            "Pulihkan dari cadangan: terbitan dengan kunci lain ditolak oleh aplikasi yang sudah terpasang.",
        )
    })
}

fn make(file: &Path, passphrase: Option<&Passphrase>) -> Result<SigningSecret> {
    // Nearly every 32 bytes are a key.
    loop {
        let bytes: [u8; 32] = random::bytes()?;
        if let Some(key) = SigningSecret::from_bytes(&bytes) {
            write(file, &key, passphrase)?;
            return Ok(key);
        }
    }
}

/// Writes a file that must not be there yet.
fn write(file: &Path, key: &SigningSecret, passphrase: Option<&Passphrase>) -> Result<()> {
    let draft = draft(file, key, passphrase)?;
    draft.persist_noclobber(file).map(drop).map_err(|fault| fault.error).during(WRITING)
}

fn draft(file: &Path, key: &SigningSecret, passphrase: Option<&Passphrase>) -> Result<NamedTempFile> {
    let text = Zeroizing::new(HEXLOWER.encode(&key.to_bytes()) + "\n");
    let folder = file.parent().unwrap_or(Path::new("."));
    key_file::draft(folder, text.as_bytes(), passphrase, WRITING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_announced_before_it_is_used() {
        let folder = tempfile::tempdir().unwrap();
        let mut keys = SigningKeys::of(folder.path(), None).unwrap();
        let first = keys.now.public();
        assert!(keys.switch().is_err(), "nothing was announced");
        let second = keys.announce().unwrap().public();
        assert!(keys.announce().is_err(), "one at a time");

        let mut again = SigningKeys::of(folder.path(), None).unwrap();
        assert_eq!((again.now.public(), again.next.as_ref().unwrap().public()), (first, second.clone()));
        again.switch().unwrap();
        let public = fs::read_to_string(again.public_file()).unwrap();
        assert_eq!(read_public(&public), Some(second.clone()));
        let last = SigningKeys::of(folder.path(), None).unwrap();
        assert_eq!((last.now.public(), last.next.is_none()), (second, true));
    }

    #[test]
    fn keys_under_a_passphrase_open_with_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let (words, others) =
            (Passphrase::of("empat kata yang acak"), Passphrase::of("empat kata yang lain"));
        let mut keys = SigningKeys::of(folder.path(), None).unwrap();
        let (now, next) = (keys.now.public(), keys.announce().unwrap().public());
        assert!(!are_locked(folder.path()));
        keys.set_passphrase(Some(words.clone())).unwrap();
        for file in [SECRET, NEXT] {
            let bytes = fs::read(folder.path().join(file)).unwrap();
            assert!(key_file::is_locked(&bytes), "{file}");
        }
        let fault = |with: Option<&Passphrase>| SigningKeys::of(folder.path(), with).err().unwrap().code;
        assert_eq!((fault(None), fault(Some(&others))), ("kunci-terkunci", "sandi-salah"));

        let mut again = SigningKeys::of(folder.path(), Some(&words)).unwrap();
        assert_eq!((again.now.public(), again.next.as_ref().unwrap().public()), (now, next.clone()));
        // What comes next stays locked too.
        again.switch().unwrap();
        let third = again.announce().unwrap().public();
        assert_eq!(fault(None), "kunci-terkunci");
        let mut last = SigningKeys::of(folder.path(), Some(&words)).unwrap();
        assert_eq!((last.now.public(), last.next.as_ref().unwrap().public()), (next.clone(), third));
        last.set_passphrase(None).unwrap();
        assert_eq!(SigningKeys::of(folder.path(), None).unwrap().now.public(), next);
    }

    #[test]
    fn a_damaged_key_is_named_and_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(SECRET), "0123").unwrap();
        assert_eq!(SigningKeys::of(folder.path(), None).err().unwrap().code, "kunci");
        assert_eq!(fs::read_to_string(folder.path().join(SECRET)).unwrap(), "0123");
    }
}
