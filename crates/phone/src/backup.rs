//! The whole register as one sealed file, to be opened on this phone or another with the backup code.

use crate::register::PhoneRegister;
use crate::stored::Stored;
use domain::Date;
use seal::Stretch;
use seal::rest::{NONCE, RestKey};
use wire::Bytes;

/// The file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The day it was made.
    pub made_on: Date,
    /// How the code becomes its key.
    pub stretch: Stretch,
    /// The register, under the key of the code.
    pub(crate) sealed: Bytes,
}

/// Why a file did not come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupFault {
    /// It is no backup, or of a version that this app does not know.
    Format,
    /// The code does not fit, or the file was changed.
    Code,
}

/// What a backup is sealed for.
const PLACE: &str = "cadangan/1";

impl Backup {
    /// Seals a register. `None` only where the cipher or the register's JSON refuses.
    pub fn seal(
        register: &PhoneRegister,
        key: &RestKey,
        stretch: Stretch,
        made_on: Date,
        nonce: [u8; NONCE],
    ) -> Option<Self> {
        let sealed = Bytes(key.seal(PLACE, register.to_json()?.as_bytes(), nonce)?);
        Some(Self { made_on, stretch, sealed })
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`BackupFault::Format`].
    pub fn read(file: &str) -> Result<Self, BackupFault> {
        Self::from_json(file).ok_or(BackupFault::Format)
    }

    /// Opens it with the key of its code.
    ///
    /// # Errors
    /// [`BackupFault::Code`]; [`BackupFault::Format`] for a register of a later version.
    pub fn open(&self, key: &RestKey) -> Result<PhoneRegister, BackupFault> {
        let document = key.open(PLACE, &self.sealed.0).ok_or(BackupFault::Code)?;
        let json = str::from_utf8(&document).map_err(|_| BackupFault::Format)?;
        PhoneRegister::from_json(json).ok_or(BackupFault::Format)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::enrolment;

    #[test]
    fn a_backup_comes_back_whole_and_tells_nothing() {
        let key = RestKey::from_bytes([1; 32]);
        let register = PhoneRegister::new(enrolment());
        let today = Date::parse("2021-03-12").unwrap();
        let backup = Backup::seal(&register, &key, Stretch::new([2; 16]), today, [3; 24]).unwrap();
        let file = backup.to_json().unwrap();
        assert!(!file.contains("Ulujami"));
        let read = Backup::read(&file).unwrap();
        assert_eq!(read.open(&key).as_ref(), Ok(&register));
        assert_eq!(read.open(&RestKey::from_bytes([9; 32])), Err(BackupFault::Code));
        assert_eq!(Backup::read("{}"), Err(BackupFault::Format));
        let later = file.replace("\"version\":1", "\"version\":2");
        assert_eq!(Backup::read(&later), Err(BackupFault::Format));
        assert_eq!(Backup::read(&file.replace("cadangan\"", "lain\"")), Err(BackupFault::Format));
    }
}
