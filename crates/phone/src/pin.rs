//! The PIN of a register on a shared phone, or the words that stand for one.

/// Six digits that are not the first that anybody would try, or four words.
///
/// What they hold against who copies the phone: a computer tries some 30 PINs a second on each core (`cargo xtask bench app`), and
/// there are a million of them. Of four words that chance has picked from a list of 7,776 there are 3.7 thousand million million.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin {
    kind: PinKind,
    text: String,
}

/// What somebody has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PinKind {
    /// Six digits.
    #[default]
    Digits,
    /// Words.
    Words,
}

/// Why a text is no PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinFault {
    /// Not six digits.
    Length,
    /// One digit six times, or six in a row.
    TooEasy,
    /// Not four different words of three letters or more.
    TooFewWords,
    /// Typed a second time, it was another.
    Differs,
}

/// How many digits it has.
pub const LENGTH: usize = 6;
const WORDS: usize = 4;
const LETTERS: usize = 3;

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
        Ok(Self { kind: PinKind::Digits, text: text.to_owned() })
    }

    /// Reads new words.
    ///
    /// # Errors
    /// [`PinFault::TooFewWords`].
    pub fn parse_words(text: &str) -> Result<Self, PinFault> {
        let text = plain(text);
        let mut words: Vec<&str> = text.split(' ').filter(|word| word.chars().count() >= LETTERS).collect();
        words.sort_unstable();
        words.dedup();
        if words.len() < WORDS {
            return Err(PinFault::TooFewWords);
        }
        Ok(Self { kind: PinKind::Words, text })
    }

    /// What it is.
    pub fn kind(&self) -> PinKind {
        self.kind
    }

    /// What the key follows from.
    pub fn secret(&self) -> String {
        self.kind.secret(&self.text)
    }
}

impl PinKind {
    /// What the key follows from, for something that is only tried.
    pub fn secret(self, typed: &str) -> String {
        match self {
            Self::Digits => ["pin:", typed].concat(),
            Self::Words => ["kata:", &plain(typed)].concat(),
        }
    }
}

/// Words as they were meant: phones begin with a capital and add blanks by themselves.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
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
    fn four_words_open_as_they_were_meant() {
        for (words, is_enough) in [
            ("payung kerbau lampu sungai", true),
            ("Payung  kerbau lampu sungai ", true),
            ("payung kerbau lampu sungai di ladang", true),
            ("payung kerbau lampu", false),
            ("payung payung payung payung", false),
            ("a b c d", false),
            ("274051", false),
            ("", false),
        ] {
            assert_eq!(Pin::parse_words(words).is_ok(), is_enough, "{words}");
        }
        let secret = Pin::parse_words("payung kerbau lampu sungai").unwrap().secret();
        assert_eq!(PinKind::Words.secret(" Payung kerbau  lampu sungai"), secret);
        assert_ne!(PinKind::Digits.secret("payung kerbau lampu sungai"), secret);
    }
}
