//! NIK, the number of a person.

use crate::date::Date;
use crate::sex::Sex;
use crate::sixteen::{NumberFault, Sixteen, is_separator};
use crate::text_serde::{as_text, text_schema};

/// Nomor Induk Kependudukan: 6 digits of the region of *first* registration, DDMMYY of birth (DD + 40 for women), 4 of
/// serial (Dukcapil). It never changes when its owner moves, nor when a birth date is corrected: what it tells of
/// region and birth is a hint for the eye and never a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Nik(Sixteen);

/// What the digits of a NIK (or its first ones, while it is being typed) tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NikHint {
    /// Kemendagri code of the province or city of first registration, e.g. `3174`.
    pub region: Option<u32>,
    /// Sex, from the day of birth.
    pub sex: Option<Sex>,
    /// Day and month of birth.
    pub day_month: Option<(u8, u8)>,
    /// Last two digits of the year of birth.
    pub year: Option<u8>,
}

impl Nik {
    /// Reads a NIK; see [`Sixteen::parse`] for what is forgiven.
    ///
    /// # Errors
    /// The [`NumberFault`] that tells the writer what to mend.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        Sixteen::parse(text).map(Self)
    }

    /// The digits.
    pub fn digits(&self) -> &Sixteen {
        &self.0
    }

    /// What the number tells of its owner.
    pub fn hint(&self) -> NikHint {
        NikHint::of_digits(self.0.as_digits())
    }

    /// The birth date; the century is the one that makes the owner the younger, but born by `today`.
    pub fn birth(&self, today: Date) -> Option<Date> {
        self.hint().birth(today)
    }
}

impl NikHint {
    /// Reads the hint from the digits typed so far; what is impossible (month 13) is left out.
    pub fn of(typed: &str) -> Self {
        let digits: Vec<u8> = typed
            .chars()
            .filter(|c| !is_separator(*c))
            .map_while(|c| c.to_digit(10).and_then(|d| u8::try_from(d).ok()))
            .collect();
        Self::of_digits(&digits)
    }

    fn of_digits(digits: &[u8]) -> Self {
        let pair = |at: usize| Some(digits.get(at)? * 10 + digits.get(at + 1)?);
        let region = pair(0).zip(pair(2)).map(|(province, city)| u32::from(province) * 100 + u32::from(city));
        let raw_day = pair(6).filter(|d| (1..=31).contains(d) || (41..=71).contains(d));
        let sex = raw_day.map(|d| if d > 40 { Sex::Female } else { Sex::Male });
        let day = raw_day.map(|d| if d > 40 { d - 40 } else { d });
        let month = pair(8).filter(|m| (1..=12).contains(m));
        Self { region, sex, day_month: day.zip(month), year: pair(10) }
    }

    /// The whole date where there is one; see [`Nik::birth`] for the century.
    pub fn birth(&self, today: Date) -> Option<Date> {
        let ((day, month), year) = (self.day_month?, i32::from(self.year?));
        [2000, 1900]
            .into_iter()
            .filter_map(|century| Date::new(century + year, month, day).ok())
            .find(|date| *date <= today)
    }
}

impl std::fmt::Display for Nik {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

as_text!(Nik, "a NIK of 16 digits");
text_schema!(Nik, "^[0-9]{16}$");

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, region: Option<u32>, sex: Option<Sex>, birth: Option<&str>) {
        let today = Date::parse("2021-03-12").unwrap();
        let hint = NikHint::of(typed);
        assert_eq!(hint.region, region, "{typed}");
        assert_eq!(hint.sex, sex, "{typed}");
        assert_eq!(hint.birth(today).map(|d| d.to_string()).as_deref(), birth, "{typed}");
    }

    #[test]
    fn tells_what_it_can() {
        check("", None, None, None);
        check("3174", Some(3174), None, None);
        check("3174 10", Some(3174), None, None);
        check("3174 1052 05", Some(3174), Some(Sex::Female), None);
        check("3174105205809012", Some(3174), Some(Sex::Female), Some("1980-05-12"));
        check("3174101205209012", Some(3174), Some(Sex::Male), Some("2020-05-12"));
        check("3174101205219012", Some(3174), Some(Sex::Male), Some("1921-05-12"));
        check("3174101213809012", Some(3174), Some(Sex::Male), None);
        check("3174103102809012", Some(3174), Some(Sex::Male), None);
        check("3174107905809012", Some(3174), None, None);
    }
}
