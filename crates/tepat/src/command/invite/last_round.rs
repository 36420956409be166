//! The round that was called last: its letters can be written again.

use domain::Date;
use office::fault::Result;
use office::invitation::Whom;
use office::register::Register;

/// The setting that says which round that is: `1 2021-03-12`, or `pindah 2021-03-12`, and `belum` behind it until the letters are written.
const LAST_ROUND: &str = "last-round";
const MOVED: &str = "pindah";
const UNWRITTEN: &str = "belum";

/// Who was called, when, and whether their letters were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LastRound {
    pub(super) whom: Whom,
    pub(super) day: Date,
    pub(super) is_written: bool,
}

impl LastRound {
    /// None: nobody was ever called.
    pub(super) fn read(register: &Register) -> Result<Option<Self>> {
        Ok(register.get(LAST_ROUND)?.as_deref().and_then(Self::parse))
    }

    pub(super) fn write(self, register: &Register) -> Result<()> {
        register.set(LAST_ROUND, &self.text())
    }

    /// The letters of it are there.
    pub(super) fn are_written(register: &Register) -> Result<()> {
        match Self::read(register)? {
            Some(last) => Self { is_written: true, ..last }.write(register),
            None => Ok(()),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let whom = match words.next()? {
            MOVED => Whom::Moved,
            call => Whom::Call(call.parse().ok()?),
        };
        let day = Date::parse(words.next()?).ok()?;
        Some(Self { whom, day, is_written: words.next() != Some(UNWRITTEN) })
    }

    fn text(self) -> String {
        let whom = match self.whom {
            Whom::Moved => MOVED.to_owned(),
            Whom::Call(call) => call.to_string(),
        };
        let end = if self.is_written { String::new() } else { format!(" {UNWRITTEN}") };
        format!("{whom} {}{end}", self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_read_again() {
        for text in ["1 2021-03-12", "3 2021-03-12 belum", "pindah 2021-03-12", "pindah 2021-03-12 belum"] {
            let round = LastRound::parse(text).unwrap();
            assert_eq!(round.text(), text);
            assert_eq!(round.is_written, !text.ends_with("belum"));
        }
        assert_eq!(LastRound::parse("besok"), None);
    }
}
