//! What somebody has typed so far, in order to look a family up.

use super::secret::Secret;
use domain::{CodeFault, KkNumber, Nik, NumberFault, RegistrationCode};

/// By what the family is looked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The code on the receipt of the RT and on the invitation letter.
    #[default]
    Code,
    /// KK number and NIK.
    Numbers,
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

/// How what was typed is mended after nothing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// By hand.
    All,
    /// The NIK is typed anew.
    Nik,
    /// KK number and NIK are exchanged.
    Exchange,
}

/// A code has as many symbols.
const WHOLE_CODE: usize = 17;

/// The code in the text of a QR code: alone, or behind `/cek#` as on slips and letters.
pub fn code_in(text: &str) -> Option<RegistrationCode> {
    let code = match text.split_once('#') {
        Some((page, code)) if page.ends_with("/cek") => code,
        Some(_) => return None,
        None => text,
    };
    RegistrationCode::parse(code).ok()
}

impl Draft {
    /// A form with a code, however it is grouped.
    pub fn by_code(code: &str) -> Self {
        Self { code: code.chars().filter(|c| *c != '-').collect(), ..Self::default() }
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

    /// Mends what can be mended without typing; whether all is there to ask again.
    pub fn mend(&mut self, how: Mend) -> bool {
        match how {
            Mend::All => {}
            Mend::Nik => self.nik.clear(),
            Mend::Exchange => std::mem::swap(&mut self.kk, &mut self.nik),
        }
        how == Mend::Exchange
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

    /// Takes what was typed into the version before, whether that is all there is: what was typed here meanwhile stays.
    pub fn take(&mut self, before: Self) -> bool {
        let is_all = *self == Self::default();
        let before = if is_all { before } else { Self { by: self.by, ..before } };
        let now = std::mem::replace(self, before);
        for (field, typed) in [(&mut self.kk, now.kk), (&mut self.nik, now.nik), (&mut self.code, now.code)] {
            if !typed.is_empty() {
                *field = typed;
            }
        }
        is_all
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
        Draft { by: By::Numbers, kk: kk.into(), nik: nik.into(), ..Draft::default() }
    }

    fn code(code: &str) -> Draft {
        Draft { code: code.into(), ..Draft::default() }
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
    fn is_mended_by_one_touch() {
        for (how, expect, asks) in [
            (Mend::All, numbers("1", "2"), false),
            (Mend::Nik, numbers("1", ""), false),
            (Mend::Exchange, numbers("2", "1"), true),
        ] {
            let mut draft = numbers("1", "2");
            assert_eq!(draft.mend(how), asks);
            assert!(draft == expect, "{how:?}");
        }
    }

    #[test]
    fn a_newer_version_gets_what_was_typed() {
        let typed =
            [numbers("3174101001099012", "317410"), numbers("", ""), code("0123456789ABCDEFG"), code("")];
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
    fn what_was_typed_meanwhile_stays() {
        let check = |now: Draft, expect: &Draft, is_all: bool| {
            let mut draft = now;
            assert_eq!(draft.take(numbers("1", "2")), is_all);
            assert!(draft == *expect);
        };
        check(Draft::default(), &numbers("1", "2"), true);
        check(numbers("34", ""), &numbers("34", "2"), false);
        check(numbers("", "5"), &numbers("1", "5"), false);
        check(code("AB"), &Draft { kk: "1".into(), nik: "2".into(), ..code("AB") }, false);
    }

    #[test]
    fn a_qr_code_of_a_slip_or_letter_is_read_and_no_other() {
        let code = RegistrationCode::from_random(*b"0123456789");
        let written = code.to_string();
        for text in [
            written.clone(),
            written.replace('-', ""),
            ["https://bansos.contoh.id/cek#", &written].concat(),
            ["http://127.0.0.1:8787/bansos/cek#", &written].concat(),
        ] {
            assert_eq!(code_in(&text), Some(code), "{text}");
        }
        for text in [
            String::new(),
            "https://bansos.contoh.id/cek".to_owned(),
            "https://bansos.contoh.id/cek#".to_owned(),
            ["https://bansos.contoh.id/rt#", &written].concat(),
            ["https://bansos.contoh.id/cek#", &written[1..]].concat(),
            "00020101021126570011ID.DANA.WWW".to_owned(),
        ] {
            assert_eq!(code_in(&text), None, "{text}");
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
