//! The lock of a register on a phone: what anybody who holds the phone can read of it.

use crate::link;
use crate::pin::PinKind;
use domain::{AreaCode, RegistrationCode, Rt, Rw};
use seal::Stretch;
use seal::rest::{NONCE, RestKey};
use wire::{Bytes, Enrolment};

/// Whose register it is, and its key, sealed twice: under the PIN and under the backup code.
#[derive(Clone, Debug, PartialEq)]
pub struct Lock {
    /// Kelurahan.
    pub area: AreaCode,
    /// Name of the kelurahan.
    pub area_name: String,
    /// The RT; absent for the head of an RW.
    pub rt: Option<Rt>,
    /// Its RW.
    pub rw: Rw,
    /// How PIN and code become keys.
    pub stretch: Stretch,
    /// What the PIN is.
    pub kind: PinKind,
    /// The key, sealed under the PIN.
    pub(crate) pin: Bytes,
    /// The key, sealed under the backup code.
    pub(crate) code: Bytes,
    /// Wrong PINs in a row.
    pub(crate) wrong: u32,
    /// No PIN is tried before this moment, in milliseconds of the phone's clock.
    pub(crate) until: f64,
}

/// What opens a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opener {
    /// The PIN.
    Pin,
    /// The backup code, for a PIN that was forgotten.
    Code,
}

/// A key with the secrets that it is sealed under, for making a lock.
pub struct Sealing<'a> {
    /// How the two became keys.
    pub stretch: Stretch,
    /// What the PIN is.
    pub kind: PinKind,
    /// From the PIN.
    pub pin: &'a RestKey,
    /// From the backup code.
    pub code: &'a RestKey,
    /// Fresh chance, one for each.
    pub nonces: [[u8; NONCE]; 2],
}

/// So many wrong PINs cost nothing: everybody mistypes.
const FREE_TRIES: u32 = 5;
const FIRST_WAIT_MS: f64 = 30_000.0;
const LONGEST_WAIT_MS: f64 = 900_000.0;

impl Lock {
    /// Locks the register of an enrolment; `None` only if the cipher refuses.
    pub fn new(enrolment: &Enrolment, key: &RestKey, sealing: Sealing<'_>) -> Option<Self> {
        let Enrolment { area, area_name, rt, rw, .. } = enrolment.clone();
        let place = link::owner_of(&area, rw, rt);
        let [first, second] = sealing.nonces;
        let sealed = |under: &RestKey, opener: Opener, nonce| {
            under.seal(&opener.place(&place), key.as_bytes(), nonce).map(Bytes)
        };
        let pin = sealed(sealing.pin, Opener::Pin, first)?;
        let code = sealed(sealing.code, Opener::Code, second)?;
        let Sealing { stretch, kind, .. } = sealing;
        Some(Self { area, area_name, rt, rw, stretch, kind, pin, code, wrong: 0, until: 0.0 })
    }

    /// The name of the register among all others on the phone.
    pub fn owner(&self) -> String {
        link::owner_of(&self.area, self.rw, self.rt)
    }

    /// The register's key; `None` for a wrong PIN or code.
    pub fn open(&self, opener: Opener, with: &RestKey) -> Option<RestKey> {
        let sealed = match opener {
            Opener::Pin => &self.pin,
            Opener::Code => &self.code,
        };
        let bytes = with.open(&opener.place(&self.owner()), &sealed.0)?;
        Some(RestKey::from_bytes(bytes.try_into().ok()?))
    }

    /// How many milliseconds from `now` a PIN may be tried; 0: at once. A clock that was set back must not lock anybody
    /// out for longer than the longest wait.
    pub fn wait(&self, now: f64) -> f64 {
        (self.until - now).clamp(0.0, LONGEST_WAIT_MS)
    }

    /// Counts a try. It is kept before the PIN is looked at, so that ending the app in between saves nobody the wait.
    pub fn note_try(&mut self, now: f64) {
        self.wrong = self.wrong.saturating_add(1);
        if self.wrong >= FREE_TRIES {
            let doublings = i32::try_from(self.wrong - FREE_TRIES).unwrap_or(i32::MAX);
            self.until = now + (FIRST_WAIT_MS * 2_f64.powi(doublings)).min(LONGEST_WAIT_MS);
        }
    }

    /// Takes over tries that were counted of the same lock and that the phone had no room to keep.
    pub fn recount(&mut self, counted: &Self) {
        if counted.wrong > self.wrong {
            (self.wrong, self.until) = (counted.wrong, counted.until);
        }
    }

    /// The PIN was right.
    pub fn forgive(&mut self) {
        (self.wrong, self.until) = (0, 0.0);
    }
}

impl Opener {
    fn place(self, owner: &str) -> String {
        let kind = match self {
            Self::Pin => "pin/",
            Self::Code => "kode/",
        };
        [kind, owner].concat()
    }
}

/// What the key of a backup follows from.
pub fn code_secret(code: &RegistrationCode) -> String {
    ["kode:", &code.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::enrolment;

    fn key(byte: u8) -> RestKey {
        RestKey::from_bytes([byte; 32])
    }

    fn lock() -> Lock {
        let (pin, code) = (&key(2), &key(3));
        let (stretch, kind, nonces) = (Stretch::new([0; 16]), PinKind::Digits, [[4; 24], [5; 24]]);
        let sealing = Sealing { stretch, kind, pin, code, nonces };
        Lock::new(&enrolment(), &key(1), sealing).unwrap()
    }

    #[test]
    fn it_opens_with_the_pin_and_with_the_code() {
        let lock = lock();
        assert_eq!(lock.open(Opener::Pin, &key(2)), Some(key(1)));
        assert_eq!(lock.open(Opener::Code, &key(3)), Some(key(1)));
        assert_eq!(lock.open(Opener::Pin, &key(3)), None);
        assert_eq!(lock.open(Opener::Code, &key(2)), None);
    }

    #[test]
    fn a_lock_opens_no_other_register() {
        let mut other = lock();
        other.rt = None;
        assert_eq!(other.open(Opener::Pin, &key(2)), None);
    }

    #[test]
    fn five_wrong_pins_slow_down_and_nothing_more() {
        let mut lock = lock();
        for (tries, wait) in
            [(1, 0.0), (4, 0.0), (5, 30.0), (6, 60.0), (9, 480.0), (10, 900.0), (4000, 900.0)]
        {
            while lock.wrong < tries {
                lock.note_try(1000.0);
            }
            assert_eq!(lock.wait(1000.0), wait * 1000.0, "{tries}");
        }
        assert_eq!(lock.wait(901_000.0), 0.0);
        assert_eq!(lock.wait(-1e12), 900_000.0, "the clock was set back");
        // A phone without room reads the lock as it was before.
        let mut read = self::lock();
        read.recount(&lock);
        assert_eq!(read.wait(1000.0), 900_000.0);
        lock.forgive();
        read.recount(&lock);
        assert_eq!(read.wait(1000.0), 900_000.0, "fewer tries overrule nothing");
        assert_eq!((lock.wait(1000.0), lock.open(Opener::Pin, &key(2))), (0.0, Some(key(1))));
    }
}
