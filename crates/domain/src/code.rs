//! The registration code on the receipt of the RT.

use crate::reading::clean;
use crate::text_serde::{as_text, text_schema};
use thiserror::Error;

/// What a family without NIK looks itself up with: 80 random bits in Crockford's base32 (no I, L, O, U), with his
/// check symbol modulo 37. Written `XXXX-XXXX-XXXX-XXXX-C`. Codes that would end in one of his five marks (`*~$=U`) are read, but no
/// longer made: who types them looks for letters and digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegistrationCode(u128);

/// Why a text is no registration code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CodeFault {
    /// Nothing was given.
    #[error("empty")]
    Empty,
    /// So many symbols instead of seventeen.
    #[error("{0} symbols instead of 17")]
    Length(usize),
    /// A symbol that no code contains.
    #[error("a symbol that no code contains")]
    Symbol,
    /// The check symbol does not fit: one symbol is wrong, or two are swapped.
    #[error("one symbol is wrong, or two are swapped")]
    Check,
}

const SYMBOLS: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
const LENGTH: usize = 17;

impl RegistrationCode {
    /// A code from 80 random bits.
    pub fn from_random(bytes: [u8; 10]) -> Self {
        let number = bytes.iter().fold(0, |n, b| n << 8 | u128::from(*b));
        // Where the check symbol is a mark, the nearest smaller code with a letter stands for it.
        let over = (number % 37).saturating_sub(31);
        Self(number.saturating_sub(over))
    }

    /// Reads a code as it is typed: in any case, with any grouping, I and L for 1, O for 0.
    ///
    /// # Errors
    /// The [`CodeFault`] that tells the writer what to mend.
    pub fn parse(text: &str) -> Result<Self, CodeFault> {
        let symbols: Vec<char> = clean(text).chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        match symbols.len() {
            0 => return Err(CodeFault::Empty),
            LENGTH => {}
            n => return Err(CodeFault::Length(n)),
        }
        let values: Vec<u128> =
            symbols.iter().map(|c| value(*c)).collect::<Option<_>>().ok_or(CodeFault::Symbol)?;
        let (check, body) = values.split_last().ok_or(CodeFault::Empty)?;
        if body.iter().any(|v| *v > 31) {
            return Err(CodeFault::Symbol);
        }
        let number = body.iter().fold(0, |n, v| n << 5 | v);
        if number % 37 == *check { Ok(Self(number)) } else { Err(CodeFault::Check) }
    }

    fn symbol(value: u128) -> char {
        usize::try_from(value).ok().and_then(|v| SYMBOLS.get(v)).map_or('0', |b| char::from(*b))
    }
}

fn value(symbol: char) -> Option<u128> {
    let symbol = match symbol.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    SYMBOLS.iter().position(|s| char::from(*s) == symbol).and_then(|v| u128::try_from(v).ok())
}

impl std::fmt::Display for RegistrationCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for i in 0..16 {
            if i > 0 && i % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", Self::symbol(self.0 >> (75 - 5 * i) & 31))?;
        }
        write!(f, "-{}", Self::symbol(self.0 % 37))
    }
}

/// Hidden: whoever holds the code can read the family's status.
impl std::fmt::Debug for RegistrationCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RegistrationCode(…)")
    }
}

as_text!(RegistrationCode, "a registration code");
text_schema!(RegistrationCode, "^([0-9A-Z]{4}-){4}[0-9A-Z*~$=]$");

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn faults() {
        let good = RegistrationCode::from_random(*b"0123456789").to_string();
        for (text, expect) in [
            ("", CodeFault::Empty),
            ("  - ", CodeFault::Empty),
            ("ABCD", CodeFault::Length(4)),
            ("UUUU-UUUU-UUUU-UUUU-0", CodeFault::Symbol),
            ("ÉÉÉÉ-ÉÉÉÉ-ÉÉÉÉ-ÉÉÉÉ-0", CodeFault::Symbol),
        ] {
            assert_eq!(RegistrationCode::parse(text), Err(expect), "{text}");
        }
        assert_eq!(good.len(), 21);
        // A code of before.
        assert_eq!(
            RegistrationCode::parse("0000-0000-0000-0010-*").unwrap().to_string(),
            "0000-0000-0000-0010-*"
        );
    }

    proptest! {
        #[test]
        fn a_code_comes_back_however_it_is_typed(bytes: [u8; 10]) {
            let code = RegistrationCode::from_random(bytes);
            let text = code.to_string();
            prop_assert_eq!(RegistrationCode::parse(&text), Ok(code));
            let sloppy = text.to_lowercase().replace('-', " ").replace('1', "l").replace('0', "o");
            prop_assert_eq!(RegistrationCode::parse(&sloppy), Ok(code));
        }

        #[test]
        fn a_code_is_of_letters_and_digits_that_nobody_confuses(bytes: [u8; 10]) {
            let text = RegistrationCode::from_random(bytes).to_string();
            prop_assert!(text.chars().all(|c| c == '-' || c.is_ascii_digit() || (c.is_ascii_uppercase() && !"ILOU".contains(c))), "{}", text);
        }

        #[test]
        fn one_wrong_symbol_is_always_seen(bytes: [u8; 10], at in 0usize..16, other in 0usize..32) {
            let text: Vec<char> = RegistrationCode::from_random(bytes).to_string().chars().filter(|c| *c != '-').collect();
            let wrong = char::from(SYMBOLS[other]);
            prop_assume!(text[at] != wrong);
            let mut typed = text.clone();
            typed[at] = wrong;
            prop_assert_eq!(RegistrationCode::parse(&typed.into_iter().collect::<String>()), Err(CodeFault::Check));
        }

        #[test]
        fn two_swapped_symbols_are_always_seen(bytes: [u8; 10], at in 0usize..15) {
            let mut typed: Vec<char> =
                RegistrationCode::from_random(bytes).to_string().chars().filter(|c| *c != '-').collect();
            prop_assume!(typed[at] != typed[at + 1]);
            typed.swap(at, at + 1);
            prop_assert_eq!(RegistrationCode::parse(&typed.into_iter().collect::<String>()), Err(CodeFault::Check));
        }
    }
}
