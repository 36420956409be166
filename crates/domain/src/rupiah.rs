//! Amounts of money.

use crate::reading::clean;
use crate::text_serde::as_text;
use std::fmt::{Display, Formatter};
use std::ops::Add;
use thiserror::Error;

/// Whole rupiah. Nobody pays sen, and nothing is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rupiah(u64);

/// A text is no amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no amount in rupiah")]
pub struct RupiahFault;

/// More than any budget of the city, and far from what a number of the register can hold.
const MOST: u64 = 1_000_000_000_000_000;

impl Rupiah {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many rupiah.
    pub const fn new(rupiah: u64) -> Self {
        Self(rupiah)
    }

    /// The number of rupiah.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, times: u64) -> Self {
        Self(self.0.saturating_mul(times))
    }

    /// Reads an amount as people, banks and spreadsheets write it: `Rp 300.000,00`, `300000`, `300.000`, `300,000.00`,
    /// `300.000,-`, `3,0E5`.
    ///
    /// # Errors
    /// It is no amount, is below nothing, or has a part of a rupiah.
    pub fn parse(text: &str) -> Result<Self, RupiahFault> {
        let text = clean(text).to_lowercase();
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let text = ["rp.", "rp", "idr"].iter().find_map(|unit| text.strip_prefix(unit)).unwrap_or(&text);
        let text = text.trim_end_matches(['-', '\u{2013}', '\u{2014}']);
        let text = text.strip_suffix([',', '.']).unwrap_or(text);
        let amount = match text.split_once('e') {
            Some((mantissa, exponent)) => scientific(mantissa, exponent),
            None => plain(text),
        };
        amount.filter(|amount| *amount <= MOST).map(Self).ok_or(RupiahFault)
    }
}

/// `3,0E5`: exactly, or not at all.
fn scientific(mantissa: &str, exponent: &str) -> Option<u64> {
    let (whole, part) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let part = part.trim_end_matches('0');
    let exponent: usize = digits(exponent.strip_prefix('+').unwrap_or(exponent))?.parse().ok()?;
    let zeros = exponent.checked_sub(part.len()).filter(|zeros| *zeros < 16)?;
    let written = format!("{}{part}{}", digits(whole)?, "0".repeat(zeros));
    written.parse().ok()
}

/// Points and commas stand between thousands, and one of them may stand before what is less than a rupiah.
fn plain(text: &str) -> Option<u64> {
    let last = text.rfind(['.', ',']);
    let (whole, part) = match last.and_then(|at| Some((text.get(..at)?, text.get(at..)?))) {
        Some((whole, part)) if !is_thousands(text) => (whole, part.get(1..)?),
        _ => (text, ""),
    };
    let is_whole = part.chars().all(|c| c == '0');
    let is_grouped = whole.contains(['.', ',']);
    if !is_whole || (is_grouped && !is_thousands(whole)) {
        return None;
    }
    let whole: String = whole.chars().filter(|c| !matches!(c, '.' | ',')).collect();
    digits(&whole)?.parse().ok()
}

/// Three digits behind each sign, the same sign everywhere, and no zero at the front.
fn is_thousands(text: &str) -> bool {
    let Some(sign) = text.chars().find(|c| matches!(c, '.' | ',')) else { return false };
    let mut groups = text.split(sign);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && digits(group).is_some())
}

fn digits(text: &str) -> Option<&str> {
    (!text.is_empty() && text.bytes().all(|c| c.is_ascii_digit())).then_some(text)
}

/// `Rp300.000`
impl Display for Rupiah {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let digits = self.0.to_string();
        let mut text = "Rp".to_owned();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push('.');
            }
            text.push(digit);
        }
        f.pad(&text)
    }
}

impl Add for Rupiah {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Rupiah {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

as_text!(Rupiah, "an amount like Rp300.000");

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_as_people_write_them() {
        for (text, expect) in [
            ("Rp 300.000,00", Some(300_000)),
            ("300000", Some(300_000)),
            ("300.000", Some(300_000)),
            ("3,0E5", Some(300_000)),
            ("3.0E+05", Some(300_000)),
            ("3E5", Some(300_000)),
            ("1,23456E5", Some(123_456)),
            ("Rp. 300.000", Some(300_000)),
            ("Rp300.000,-", Some(300_000)),
            ("IDR 300,000.00", Some(300_000)),
            ("300,000", Some(300_000)),
            ("300000.0", Some(300_000)),
            ("300000,00", Some(300_000)),
            ("300000.000", Some(300_000)),
            ("1.200.000", Some(1_200_000)),
            ("Rp\u{a0}3.000.000", Some(3_000_000)),
            ("0", Some(0)),
            ("300.00", Some(300)),
            ("0,500", None),
            ("300.000,50", None),
            ("299999.99999", None),
            ("3.0000.000", None),
            ("300.000.00.000", None),
            ("30.00,000", None),
            ("-300000", None),
            ("(300.000)", None),
            ("1E-5", None),
            ("1E99", None),
            ("9999999999999999999", None),
            ("tiga ratus ribu", None),
            ("Rp", None),
            ("", None),
        ] {
            assert_eq!(Rupiah::parse(text).ok(), expect.map(Rupiah), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(rupiah in 0..=MOST) {
            let amount = Rupiah(rupiah);
            let shown = amount.to_string();
            let in_english = shown.replace('.', ",").replace("Rp", "IDR ");
            for text in [
                rupiah.to_string(),
                shown.clone(),
                format!("{shown},00"),
                format!("{shown},-"),
                format!("{in_english}.00"),
                format!("{rupiah}.0"),
                format!("{rupiah}E0"),
            ] {
                prop_assert_eq!(Rupiah::parse(&text), Ok(amount), "{}", text);
            }
        }

        #[test]
        fn nothing_written_panics(text in "\\PC{0,30}", number in "[-Rp0-9.,eE+ ]{0,24}") {
            let _ = (Rupiah::parse(&text), Rupiah::parse(&number));
        }
    }
}
