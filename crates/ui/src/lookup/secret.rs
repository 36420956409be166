//! What a family knows, and is looked up by.

use domain::{KkNumber, Nik, RegistrationCode};
use seal::LookupSecret;
use std::fmt;

/// One of the two ways.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Secret {
    /// KK number and the NIK of an adult in it.
    Pair(KkNumber, Nik),
    /// The code on the receipt.
    Code(RegistrationCode),
}

impl From<&Secret> for LookupSecret {
    fn from(secret: &Secret) -> Self {
        match secret {
            Secret::Pair(kk, nik) => Self::pair(kk, nik),
            Secret::Code(code) => Self::code(code),
        }
    }
}

/// Hidden: whose secret it is.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pair(..) => "Pair",
            Self::Code(_) => "Code",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_number() {
        let pair = Secret::Pair(
            KkNumber::parse("3174101001099012").unwrap(),
            Nik::parse("3174105205809012").unwrap(),
        );
        assert_eq!(format!("{pair:?}"), "Pair");
        assert_eq!(format!("{:?}", Secret::Code(RegistrationCode::from_random(*b"0123456789"))), "Code");
    }
}
