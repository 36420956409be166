//! What somebody has typed so far, in order to look a family up.

use ::worker::lookup::Secret;
use domain::{CodeFault, KkNumber, Nik, NumberFault, RegistrationCode};

/// By what the family is looked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// KK number and NIK.
    #[default]
    Numbers,
    /// The code on the receipt of the RT.
    Code,
}

/// The form. It lives as long as the page and goes nowhere.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Which fields are shown.
    pub by: By,
    /// Digits of the KK number.
    pub kk: String,
    /// Digits of the NIK.
    pub nik: String,
    /// Symbols of the code.
    pub code: String,
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wrong {
    /// With the KK number.
    pub kk: Option<NumberFault>,
    /// With the NIK.
    pub nik: Option<NumberFault>,
    /// With the code.
    pub code: Option<CodeFault>,
}

/// A code has as many symbols.
const WHOLE_CODE: usize = 17;

impl Draft {
    /// A form with a code, however it is grouped.
    pub fn by_code(code: &str) -> Self {
        Self { by: By::Code, code: code.chars().filter(|c| *c != '-').collect(), ..Self::default() }
    }

    /// The secret, once it is whole.
    ///
    /// # Errors
    /// What is wrong with each field that is shown.
    pub fn secret(&self) -> Result<Secret, Wrong> {
        match self.by {
            By::Numbers => match (KkNumber::parse(&self.kk), Nik::parse(&self.nik)) {
                (Ok(kk), Ok(nik)) => Ok(Secret::Pair(kk, nik)),
                (kk, nik) => Err(Wrong { kk: kk.err(), nik: nik.err(), code: None }),
            },
            By::Code => RegistrationCode::parse(&self.code)
                .map(Secret::Code)
                .map_err(|fault| Wrong { code: Some(fault), ..Wrong::default() }),
        }
    }

    /// The form as one text, for a newer version of this page; `asked`: the button was pressed.
    pub fn handed(&self, asked: bool) -> String {
        let by = if self.by == By::Code { "code" } else { "numbers" };
        [by, if asked { "asked" } else { "typed" }, &self.kk, &self.nik, &self.code].join(" ")
    }

    /// The form from that text, and whether the button was pressed; `None` from a version that says it otherwise.
    pub fn from_handed(text: &str) -> Option<(Self, bool)> {
        let mut parts = text.split(' ');
        let by = match parts.next()? {
            "code" => By::Code,
            "numbers" => By::Numbers,
            _ => return None,
        };
        let asked = parts.next()? == "asked";
        let mut part = || parts.next().map(str::to_owned);
        let draft = Self { by, kk: part()?, nik: part()?, code: part()? };
        parts.next().is_none().then_some((draft, asked))
    }

    /// What can be said before the button is pressed: a whole code tells by its check symbol that it was mistyped.
    pub fn slip(&self) -> Wrong {
        let is_whole = self.by == By::Code && self.code.chars().count() == WHOLE_CODE;
        if is_whole { self.secret().err().unwrap_or_default() } else { Wrong::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(kk: &str, nik: &str) -> Draft {
        Draft { kk: kk.into(), nik: nik.into(), ..Draft::default() }
    }

    fn code(code: &str) -> Draft {
        Draft { by: By::Code, code: code.into(), ..Draft::default() }
    }

    fn check(draft: &Draft, expect: Wrong) {
        assert_eq!(draft.secret().err().unwrap_or_default(), expect);
    }

    #[test]
    fn names_what_is_wrong() {
        let wrong = |kk, nik| Wrong { kk, nik, code: None };
        check(&numbers("3174101001099012", "3174105205809012"), Wrong::default());
        check(&numbers("", "317"), wrong(Some(NumberFault::Empty), Some(NumberFault::Length(3))));
        check(&numbers("3174101001099012", ""), wrong(None, Some(NumberFault::Empty)));
        check(&code("ABCD"), Wrong { code: Some(CodeFault::Length(4)), ..Wrong::default() });
    }

    #[test]
    fn a_newer_version_gets_what_was_typed() {
        let typed = [numbers("3174101001099012", "317410"), numbers("", ""), code("0123456789ABCDEFG")];
        for draft in typed {
            for asked in [false, true] {
                assert!(Draft::from_handed(&draft.handed(asked)) == Some((draft.clone(), asked)));
            }
        }
        for text in ["", "numbers asked 1", "numbers asked 1 2 3 4", "face asked 1 2 3"] {
            assert!(Draft::from_handed(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_whole_code_is_checked_at_once() {
        let right = RegistrationCode::from_random(*b"0123456789").to_string().replace('-', "");
        let last = if right.starts_with('7') { "8" } else { "7" };
        let mistyped = [last, right.get(1..).unwrap()].concat();
        assert_eq!(code(&right).slip(), Wrong::default());
        assert_eq!(code(&mistyped).slip().code, Some(CodeFault::Check));
        assert_eq!(code(&mistyped[..16]).slip(), Wrong::default());
        assert_eq!(numbers("1", "2").slip(), Wrong::default());
    }
}
