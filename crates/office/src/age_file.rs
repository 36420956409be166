//! Files under a passphrase or a public key, in the format of age (<https://age-encryption.org/v1>): `age` and `rage` open
//! them too, without this program.

use crate::fault::{During, Fault, Result};
use age::secrecy::SecretString;
pub use age::x25519::Recipient;
use age::{DecryptError, Decryptor, Encryptor, Identity, scrypt, x25519};
use std::io::{BufRead, Read, Write};
use std::iter::once;

/// Scrypt's N = 2¹⁷, as OWASP asks for: 128 MiB and half a second for each guess.
const WORK_FACTOR: u8 = 17;
/// What may be asked of whoever opens a file: 1 GiB.
const LARGEST_WORK_FACTOR: u8 = 20;
/// Fewer characters are guessed.
const SHORTEST: usize = 12;

/// What a file is locked with.
pub enum Lock {
    /// A passphrase.
    Passphrase(Passphrase),
    /// Public keys, `age1…`: whoever locks cannot open.
    Recipients(Vec<Recipient>),
}

/// What opens a file again.
pub enum Key {
    /// The passphrase.
    Passphrase(Passphrase),
    /// The secret half of a public key, `AGE-SECRET-KEY-1…`.
    Identity(x25519::Identity),
}

/// A passphrase that was typed or read. It has no `Debug`.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// As it was typed, without the end of its line; for a file that is there.
    pub fn of(text: &str) -> Self {
        Self(SecretString::from(text.trim_end_matches(['\r', '\n']).to_owned()))
    }

    /// The same, for a file that is made.
    ///
    /// # Errors
    /// It is short enough to be guessed.
    pub fn new(text: &str) -> Result<Self> {
        if text.trim().chars().count() < SHORTEST {
            return Err(Fault::new(
                "sandi-pendek",
                format!("Kata sandi itu kurang dari {SHORTEST} huruf dan dapat ditebak."),
                "Pakai beberapa kata acak, dan simpan di tempat lain daripada berkasnya.",
            ));
        }
        Ok(Self::of(text))
    }
}

/// A public key in the text of age.
///
/// # Errors
/// It is none.
pub fn recipient(text: &str) -> std::result::Result<Recipient, &'static str> {
    text.trim().parse()
}

/// The secret key in the text of a file as `age-keygen` writes it.
///
/// # Errors
/// It holds none.
pub fn identity(text: &str) -> Result<x25519::Identity> {
    let keys = text.lines().map(str::trim).filter(|line| !line.starts_with('#'));
    keys.filter_map(|line| line.parse::<x25519::Identity>().ok()).next().ok_or_else(|| {
        Fault::new(
            "bukan-kunci",
            "Berkas itu tidak memuat kunci rahasia age.",
            "Sebut berkas yang ditulis `age-keygen`, dengan baris AGE-SECRET-KEY-1….",
        )
    })
}

/// Writes what `write` gives it into `to`, locked.
///
/// # Errors
/// Those of `write`, and of writing.
pub fn lock<W: Write>(to: W, lock: &Lock, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<W> {
    let scrypt;
    let recipients: Vec<&dyn age::Recipient> = match lock {
        Lock::Passphrase(Passphrase(passphrase)) => {
            let mut recipient = scrypt::Recipient::new(passphrase.clone());
            recipient.set_work_factor(WORK_FACTOR);
            scrypt = recipient;
            vec![&scrypt]
        }
        Lock::Recipients(keys) => keys.iter().map(|key| -> &dyn age::Recipient { key }).collect(),
    };
    let doing = "mengunci berkas";
    let encryptor = Encryptor::with_recipients(recipients.into_iter()).map_err(|fault| {
        Fault::new("kunci", format!("Gagal {doing}: {fault}."), "Periksa kunci publiknya.")
    })?;
    let mut locked = encryptor.wrap_output(to).during(doing)?;
    write(&mut locked)?;
    locked.finish().during(doing)
}

/// Opens a locked file. Reading from it fails where the file is damaged or cut off.
///
/// # Errors
/// It is none, is damaged, or has another passphrase or key.
pub fn open<R: BufRead>(from: R, key: &Key) -> Result<impl Read + use<R>> {
    let decryptor = Decryptor::new_buffered(from).map_err(|fault| match fault {
        DecryptError::Io(fault) if fault.kind() != std::io::ErrorKind::UnexpectedEof => {
            Err::<(), _>(fault).during("membaca berkas terkunci").err().unwrap_or_else(damaged)
        }
        DecryptError::UnknownFormat => Fault::new(
            "versi-lebih-baru",
            "Berkas terkunci ini dari versi age yang lebih baru.",
            "Perbarui tepat, atau buka dengan program age.",
        ),
        _ => not_locked(),
    })?;
    let scrypt;
    let identity: &dyn Identity = match key {
        Key::Passphrase(Passphrase(passphrase)) => {
            let mut identity = scrypt::Identity::new(passphrase.clone());
            identity.set_max_work_factor(LARGEST_WORK_FACTOR);
            scrypt = identity;
            &scrypt
        }
        Key::Identity(identity) => identity,
    };
    if decryptor.is_scrypt() != matches!(key, Key::Passphrase(_)) {
        let (has, wants) = if decryptor.is_scrypt() {
            ("kata sandi", "Sebut kata sandinya dengan --passphrase-file, atau ketik bila ditanya.")
        } else {
            ("kunci publik", "Sebut berkas kunci rahasianya dengan --identity.")
        };
        return Err(Fault::new("kunci-lain", format!("Berkas ini dikunci dengan {has}."), wants));
    }
    decryptor.decrypt(once(identity)).map_err(|fault| match fault {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            Fault::new(
                "sandi-salah",
                "Kata sandi atau kuncinya salah, atau awal berkas ini rusak.",
                "Coba kata sandi atau kunci yang lain; bila pasti benar, pakai salinan berkas yang lain.",
            )
        }
        _ => damaged(),
    })
}

/// That a locked file cannot be read to its end.
pub fn damaged() -> Fault {
    Fault::new(
        "berkas-rusak",
        "Berkas terkunci ini rusak atau terpotong.",
        "Pakai salinan yang lain; periksa juga disk dan cara berkas ini disalin.",
    )
}

fn not_locked() -> Fault {
    Fault::new(
        "bukan-berkas-terkunci",
        "Berkas ini tidak dikunci oleh tepat atau age, atau awalnya rusak.",
        "Periksa nama berkasnya, atau pakai salinan yang lain.",
    )
}
