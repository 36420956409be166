//! The keys that the office signs with, beside `office.key`: what the app is built with to know our publications.

use crate::fault::{During, Fault, Result};
use crate::random;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use seal::{SigningPublic, SigningSecret};
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

const SECRET: &str = "signing.key";
const PUBLIC: &str = "signing.pub";
const NEXT: &str = "signing-next.key";

/// The key in use, and the one that is announced.
#[derive(Debug)]
pub struct SigningKeys {
    folder: PathBuf,
    /// Signs everything.
    pub now: SigningSecret,
    /// Will do so after [`SigningKeys::switch`]; publications name it until then.
    pub next: Option<SigningSecret>,
}

impl SigningKeys {
    /// Those of a workspace. One of an earlier version gets its first key here.
    ///
    /// # Errors
    /// A file is damaged, or cannot be read or written.
    pub fn of(workspace: &Path) -> Result<Self> {
        let secret = workspace.join(SECRET);
        let now = match read(&secret)? {
            Some(key) => key,
            None => make(&secret)?,
        };
        let keys = Self { folder: workspace.to_owned(), now, next: read(&workspace.join(NEXT))? };
        keys.write_public()?;
        Ok(keys)
    }

    /// Takes over a key that was made elsewhere, before a workspace has one.
    pub(crate) fn adopt(workspace: &Path, from: &Path) -> Result<()> {
        let key = read(from)?.ok_or_else(|| {
            Fault::new(
                "kunci",
                format!("Berkas {} tidak ada.", from.display()),
                "Tunjuk berkas signing.key yang benar.",
            )
        })?;
        write(&workspace.join(SECRET), &key)
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
        let next = make(&self.folder.join(NEXT))?;
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

fn read(file: &Path) -> Result<Option<SigningSecret>> {
    let text = match fs::read_to_string(file) {
        Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(None),
        read => read.during("membaca kunci tanda tangan")?,
    };
    let key =
        HEXLOWER.decode(text.trim().as_bytes()).ok().and_then(|bytes| SigningSecret::from_bytes(&bytes));
    key.map(Some).ok_or_else(|| {
        Fault::new(
            "kunci",
            format!("Berkas {} rusak.", file.display()),
            "Pulihkan dari cadangan: terbitan dengan kunci lain ditolak oleh aplikasi yang sudah terpasang.",
        )
    })
}

fn make(file: &Path) -> Result<SigningSecret> {
    // Nearly every 32 bytes are a key.
    loop {
        let bytes: [u8; 32] = random::bytes()?;
        if let Some(key) = SigningSecret::from_bytes(&bytes) {
            write(file, &key)?;
            return Ok(key);
        }
    }
}

fn write(file: &Path, key: &SigningSecret) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    let mut file =
        options.write(true).create_new(true).mode(0o600).open(file).during("menulis kunci tanda tangan")?;
    writeln!(file, "{}", HEXLOWER.encode(&key.to_bytes()))
        .and_then(|()| file.sync_all())
        .during("menulis kunci tanda tangan")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_announced_before_it_is_used() {
        let folder = tempfile::tempdir().unwrap();
        let mut keys = SigningKeys::of(folder.path()).unwrap();
        let first = keys.now.public();
        assert!(keys.switch().is_err(), "nothing was announced");
        let second = keys.announce().unwrap().public();
        assert!(keys.announce().is_err(), "one at a time");

        let mut again = SigningKeys::of(folder.path()).unwrap();
        assert_eq!((again.now.public(), again.next.as_ref().unwrap().public()), (first, second.clone()));
        again.switch().unwrap();
        let public = fs::read_to_string(again.public_file()).unwrap();
        assert_eq!(read_public(&public), Some(second.clone()));
        let last = SigningKeys::of(folder.path()).unwrap();
        assert_eq!((last.now.public(), last.next.is_none()), (second, true));
    }

    #[test]
    fn a_damaged_key_is_named_and_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(SECRET), "0123").unwrap();
        assert_eq!(SigningKeys::of(folder.path()).unwrap_err().code, "kunci");
        assert_eq!(fs::read_to_string(folder.path().join(SECRET)).unwrap(), "0123");
    }
}
