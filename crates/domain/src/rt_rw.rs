//! The numbers of the neighbourhoods.

use crate::reading::clean;
use crate::text_serde::{as_text, text_schema};
use thiserror::Error;

/// Why a text is no RT or RW number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an RT or RW number like 005")]
pub struct RtRwFault;

macro_rules! neighbourhood {
    ($name:ident, $doc:literal) => {
        #[doc = $doc]
        ///
        /// Three digits with leading zeros. An unusual number is real more often than not, so none is refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u16);

        impl $name {
            /// Reads `5`, `05`, `005`, `RT 005` or `RT V`.
            ///
            /// # Errors
            /// `RtRwFault` if there is no number from 0 to 999.
            pub fn parse(text: &str) -> Result<Self, RtRwFault> {
                let text = clean(text);
                let text = text.trim();
                let last = text.rsplit([' ', '.', ':']).next().unwrap_or_default();
                let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
                let number = if roman(last).is_some() { last } else { digits };
                if !text.strip_suffix(number).is_some_and(is_label) {
                    return Err(RtRwFault);
                }
                if let Some(roman) = roman(number) {
                    return Ok(Self(roman));
                }
                if number.is_empty() || number.len() > 3 || !number.chars().all(|c| c.is_ascii_digit()) {
                    return Err(RtRwFault);
                }
                number.parse().map(Self).map_err(|_| RtRwFault)
            }

            /// Whether it is a number that hardly any neighbourhood has: worth a second look.
            pub fn is_unusual(self) -> bool {
                self.0 == 0 || self.0 > 30
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{:03}", self.0)
            }
        }

        as_text!($name, "an RT or RW number like 005");
        text_schema!($name, "^[0-9]{3}$");
    };
}

/// Whether a text names an RT or RW, or nothing: `RT.`, but not the `No.` of a house.
fn is_label(text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    matches!(
        letters.to_lowercase().as_str(),
        "" | "rt" | "rw" | "rukuntetangga" | "rukunwarga" | "erte" | "erwe"
    )
}

/// The Roman numerals up to 39, as offices number their RT and RW; `None` for every other text.
pub(crate) fn roman(text: &str) -> Option<u16> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    // Nearly all texts are none.
    if !text.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x' | b'I' | b'V' | b'X')) {
        return None;
    }
    let text = text.to_ascii_lowercase();
    let ones = text.trim_start_matches('x');
    let tens = text.len() - ones.len();
    let ones = ONES.iter().position(|one| *one == ones)?;
    let number = u16::try_from(tens * 10 + ones).ok()?;
    (tens <= 3 && number > 0).then_some(number)
}

neighbourhood!(Rt, "Rukun Tetangga: about 35 aided families.");
neighbourhood!(Rw, "Rukun Warga: some ten RT.");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_digits_always() {
        for (text, expect) in [
            ("5", Some("005")),
            ("05", Some("005")),
            ("RT 005", Some("005")),
            ("R.T.: 5", Some("005")),
            ("No. 5", None),
            ("Gang V", None),
            ("1234", None),
            ("RT IX", Some("009")),
            ("xiv", Some("014")),
            ("XXXX", None),
            ("IIV", None),
            ("Z", None),
        ] {
            assert_eq!(Rt::parse(text).ok().map(|rt| rt.to_string()).as_deref(), expect, "{text}");
        }
    }
}
