//! Dates as people write them.

use crate::date::{Date, DateFault};

/// The beginnings of the months' names, Indonesian and English.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["agu", "ags", "agt", "aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov", "nop"],
    &["des", "dec"],
];

impl Date {
    /// Reads `12-05-1980`, `12/5/1980`, `12 Mei 1980`, `12051980`, `1980-05-12 00:00:00`. The year has four digits: of a
    /// report or an order, nobody knows which century is meant.
    ///
    /// # Errors
    /// `DateFault` for anything else.
    pub fn parse_loose(text: &str) -> Result<Self, DateFault> {
        read(text.trim(), |_| None).ok_or(DateFault)
    }

    /// Reads a date of birth: as [`Date::parse_loose`], also after the place of birth (`Jakarta, 12-05-1980`), and with a
    /// year of two digits, which is the latest one by `today`.
    ///
    /// # Errors
    /// `DateFault` for anything else.
    pub fn parse_birth(text: &str, today: Self) -> Result<Self, DateFault> {
        let from = text.find(|c: char| c.is_ascii_digit()).ok_or(DateFault)?;
        let date = text.get(from..).unwrap_or_default();
        let latest = |[day, month, year]: [&str; 3]| {
            let full = |century: &str| numbers(&[century, year].concat(), month, day);
            full("20").filter(|date| *date <= today).or_else(|| full("19"))
        };
        read(date, latest).ok_or(DateFault)
    }
}

/// `two_digits` reads day, month and a year of two digits.
fn read(text: &str, two_digits: impl Fn([&str; 3]) -> Option<Date>) -> Option<Date> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let text = text.to_lowercase();
    // The clock after the date is the spreadsheet's, not the writer's.
    let text = match text.split_once(':') {
        Some((before, _)) => before.rsplit_once([' ', 't']).map_or(before, |(date, _hour)| date),
        None => &text,
    };
    let parts: Vec<&str> = super::words::words(text).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => numbers(year, month, day),
        [day, month, year] if year.len() == 4 => numbers(year, month, day),
        [day, month, year] if year.len() == 2 => two_digits([day, month, year]),
        [eight] if eight.len() == 8 => numbers(eight.get(4..)?, eight.get(2..4)?, eight.get(..2)?),
        _ => None,
    }
}

fn numbers(year: &str, month: &str, day: &str) -> Option<Date> {
    let month = month.parse().ok().or_else(|| {
        let at = MONTHS.iter().position(|names| names.iter().any(|name| month.starts_with(name)))?;
        u8::try_from(at + 1).ok()
    })?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> Date {
        Date::parse("2021-03-12").unwrap()
    }

    fn check(text: &str, birth: Option<&str>, any: Option<&str>) {
        let shown = |date: Result<Date, DateFault>| date.ok().map(|date| date.to_string());
        assert_eq!(shown(Date::parse_birth(text, today())).as_deref(), birth, "birth {text}");
        assert_eq!(shown(Date::parse_loose(text)).as_deref(), any, "any {text}");
    }

    #[test]
    fn reads_what_people_write() {
        for text in [
            "12-05-1980",
            "12/5/1980",
            "12.05.1980",
            "1980-05-12",
            "1980-05-12 00:00:00",
            "1980-05-12T00:00:00",
            "12 Mei 1980",
            " 12-May-1980",
            "12051980",
        ] {
            check(text, Some("1980-05-12"), Some("1980-05-12"));
        }
        for text in
            ["12.05.80", "12-May-80", "Jakarta, 12-05-1980", "Jakarta 12 Mei 1980", "Jakarta/12-05-1980"]
        {
            check(text, Some("1980-05-12"), None);
        }
        check("1 Agustus 2015", Some("2015-08-01"), Some("2015-08-01"));
        check("01-02-19", Some("2019-02-01"), None);
        check("01-04-21", Some("1921-04-01"), None);
        for none in ["31-02-1980", "1980", "Jakarta", "maret", ""] {
            check(none, None, None);
        }
    }

    proptest! {
        #[test]
        fn the_iso_form_comes_back(days in 0i64..40_000) {
            let date = Date::parse("1930-01-01").unwrap().plus_days(days);
            prop_assert_eq!(Date::parse_loose(&date.to_string()), Ok(date));
            prop_assert_eq!(Date::parse_birth(&date.to_string(), today()), Ok(date));
        }

        #[test]
        fn nothing_written_panics(text in ".{0,24}") {
            Date::parse_loose(&text).ok();
            Date::parse_birth(&text, today()).ok();
        }
    }
}
