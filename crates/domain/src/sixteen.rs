//! Sixteen digits, as NIK and KK numbers have them: a region, a date, a serial.

use crate::reading::clean;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The digits of a NIK or KK number: always sixteen of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sixteen([u8; 16]);

/// Why a text is not a number of sixteen digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum NumberFault {
    /// Nothing was given.
    #[error("empty")]
    Empty,
    /// So many digits instead of sixteen.
    #[error("{0} digits instead of 16")]
    Length(usize),
    /// Something that is neither digit nor separator.
    #[error("not a digit")]
    NotDigit,
    /// A spreadsheet kept the number as a float: `3.17E+15`, or the sixteenth digit rounded away.
    #[error("rounded by a spreadsheet")]
    Rounded,
}

impl Sixteen {
    /// Reads sixteen digits; spaces, dots, dashes, apostrophes and invisible marks between them are the writer's own and are
    /// ignored.
    ///
    /// # Errors
    /// The [`NumberFault`] that tells the writer what to mend.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let text = clean(text);
        let text = text.trim();
        if looks_scientific(text) {
            return Err(NumberFault::Rounded);
        }
        let mut digits = [0; 16];
        let mut count = 0;
        for c in text.chars().filter(|c| !is_separator(*c)) {
            let digit = c.to_digit(10).and_then(|d| u8::try_from(d).ok()).ok_or(NumberFault::NotDigit)?;
            if let Some(slot) = digits.get_mut(count) {
                *slot = digit;
            }
            count += 1;
        }
        match count {
            0 => Err(NumberFault::Empty),
            16 => Ok(Self(digits)),
            n => Err(NumberFault::Length(n)),
        }
    }

    /// The digits, each from 0 to 9.
    pub fn as_digits(&self) -> &[u8; 16] {
        &self.0
    }

    /// The number that `len` digits from `start` make (positions from 0).
    pub fn number(&self, start: usize, len: usize) -> u32 {
        self.0.iter().skip(start).take(len).fold(0, |n, d| n * 10 + u32::from(*d))
    }

    /// Whether it only fills the place of a number: one digit sixteen times, the digits in their order, or a zero before a number
    /// that a program gave to whoever has none (OpenSID). No region has such a code (Kemendagri).
    pub fn is_placeholder(&self) -> bool {
        let steps = |step: u8| self.0.iter().zip(self.0.iter().skip(1)).all(|(a, b)| (a + step) % 10 == *b);
        // A region, and then the same digit ten times.
        let is_filled = |digit: u8| self.0.iter().skip(6).all(|d| *d == digit);
        self.0.starts_with(&[0]) || [0, 1, 9].into_iter().any(steps) || [0, 9].into_iter().any(is_filled)
    }

    /// The last four digits, which may be shown where the whole number may not.
    pub fn last_four(&self) -> String {
        self.to_string().chars().skip(12).collect()
    }

    /// In groups of four, as people read it aloud.
    pub fn grouped(&self) -> String {
        group(&self.to_string())
    }
}

/// Puts a space after every fourth character: `317410010109` → `3174 1001 0109`.
pub fn group(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 4);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && i % 4 == 0 {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// What people put between digits: blanks, dots, dashes, and the apostrophe that makes a spreadsheet keep a text.
pub fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '-' | '\'' | '’' | '`' | '´' | '_')
}

fn looks_scientific(text: &str) -> bool {
    let mut halves = text.splitn(2, ['e', 'E']);
    match (halves.next(), halves.next()) {
        (Some(mantissa), Some(exponent)) => {
            !mantissa.is_empty()
                && mantissa.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
                && exponent.trim_start_matches('+').chars().all(|c| c.is_ascii_digit())
                && !exponent.is_empty()
        }
        _ => false,
    }
}

impl std::fmt::Display for Sixteen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = self.0.map(|digit| b'0' + digit);
        f.write_str(std::str::from_utf8(&digits).map_err(|_| std::fmt::Error)?)
    }
}

/// Shows the last four digits only: debug output ends in logs.
impl std::fmt::Debug for Sixteen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "····{}", self.last_four())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: Result<&str, NumberFault>) {
        assert_eq!(Sixteen::parse(text).map(|n| n.to_string()), expect.map(str::to_owned), "{text:?}");
    }

    #[test]
    fn reads_what_people_write() {
        check("3174105205809012", Ok("3174105205809012"));
        check(" 3174 1052 0580 9012 ", Ok("3174105205809012"));
        check("3174.1052.0580.9012", Ok("3174105205809012"));
        check("'3174105205809012", Ok("3174105205809012"));
        check("31741052 05809012", Ok("3174105205809012"));
        check("\u{202a}3174\u{200b}1052\u{2013}05809012\u{202c}\u{feff}", Ok("3174105205809012"));
        check("３１７４１０５２０５８０９０１２", Ok("3174105205809012"));
        check("", Err(NumberFault::Empty));
        check("-", Err(NumberFault::Empty));
        check("317410520580901", Err(NumberFault::Length(15)));
        check("31741052058090123", Err(NumberFault::Length(17)));
        check("317410520580901O", Err(NumberFault::NotDigit));
        check("belum punya KTP", Err(NumberFault::NotDigit));
        check("3.17411E+15", Err(NumberFault::Rounded));
        check("3,17411E+15", Err(NumberFault::Rounded));
    }

    #[test]
    fn numbers_that_only_fill_a_place() {
        let is = |digits: &str| Sixteen::parse(digits).unwrap().is_placeholder();
        for digits in [
            "9999999999999999",
            "0000000000000000",
            "1234567890123456",
            "9876543210987654",
            "3174100000000000",
        ] {
            assert!(is(digits), "{digits}");
        }
        for digits in ["3174105205809012", "1111111111111112", "1234567890123457"] {
            assert!(!is(digits), "{digits}");
        }
    }

    #[test]
    fn debug_hides_the_number() {
        let shown = format!("{:?}", Sixteen::parse("3174105205809012").unwrap());
        assert_eq!(shown, "····9012");
    }

    proptest! {
        #[test]
        fn any_sixteen_digits_come_back(digits in "[0-9]{16}") {
            let number = Sixteen::parse(&digits).unwrap();
            prop_assert_eq!(number.to_string(), digits.clone());
            prop_assert_eq!(Sixteen::parse(&number.grouped()), Ok(number));
        }

        #[test]
        fn nothing_panics(text in ".{0,40}") {
            let _ = Sixteen::parse(&text);
        }
    }
}
