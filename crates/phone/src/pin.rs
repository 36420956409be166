//! The PIN of a register on a shared phone.

/// Six digits that are not the first that anybody would try.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

/// Why a text is no PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinFault {
    /// Not six digits.
    Length,
    /// One digit six times, or six in a row.
    TooEasy,
    /// Typed a second time, it was another.
    Differs,
}

/// How many digits it has.
pub const LENGTH: usize = 6;

impl Pin {
    /// Reads a new PIN.
    ///
    /// # Errors
    /// [`PinFault::Length`] or [`PinFault::TooEasy`].
    pub fn parse(text: &str) -> Result<Self, PinFault> {
        let digits = text.as_bytes();
        if digits.len() != LENGTH || !digits.iter().all(u8::is_ascii_digit) {
            return Err(PinFault::Length);
        }
        let steps: Vec<u8> =
            digits.iter().zip(digits.iter().skip(1)).map(|(a, b)| b.wrapping_sub(*a)).collect();
        let is_regular = |step: &u8| matches!(*step, 0 | 1 | u8::MAX);
        if steps.windows(2).all(|pair| pair.first() == pair.last()) && steps.first().is_some_and(is_regular) {
            return Err(PinFault::TooEasy);
        }
        Ok(Self(text.to_owned()))
    }

    /// Reads a new PIN that was typed twice.
    ///
    /// # Errors
    /// The [`PinFault`].
    pub fn parse_twice(text: &str, again: &str) -> Result<Self, PinFault> {
        let pin = Self::parse(text)?;
        if text == again { Ok(pin) } else { Err(PinFault::Differs) }
    }

    /// What the key follows from.
    pub fn secret(&self) -> String {
        secret(&self.0)
    }
}

/// What the key follows from, for a PIN that is only tried.
pub fn secret(typed: &str) -> String {
    ["pin:", typed].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<PinFault>) {
        assert_eq!(Pin::parse(text).err(), expect, "{text}");
    }

    #[test]
    fn pins() {
        check("274051", None);
        check("112233", None);
        check("135790", None);
        check("", Some(PinFault::Length));
        check("27405", Some(PinFault::Length));
        check("2740511", Some(PinFault::Length));
        check("27405a", Some(PinFault::Length));
        check("２７４０５１", Some(PinFault::Length));
        check("000000", Some(PinFault::TooEasy));
        check("777777", Some(PinFault::TooEasy));
        check("123456", Some(PinFault::TooEasy));
        check("654321", Some(PinFault::TooEasy));
        check("210987", None);
    }

    #[test]
    fn typed_twice() {
        assert!(Pin::parse_twice("274051", "274051").is_ok());
        assert_eq!(Pin::parse_twice("274051", "274052").err(), Some(PinFault::Differs));
        assert_eq!(Pin::parse_twice("2740", "2740").err(), Some(PinFault::Length));
    }
}
