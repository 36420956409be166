//! Dates as people write them.

use super::clean::clean;
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

/// The months as letters of offices number them.
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

impl Date {
    /// Reads the date of an order, which may be yet to come: `12-05-1980`, `12/5/1980`, `12 Mei 1980`, `12051980`,
    /// `1980-05-12 00:00:00`, `Jakarta, 12 Mei 1980`. The year has four digits: nobody knows which century is meant.
    ///
    /// # Errors
    /// `DateFault` for anything else.
    pub fn parse_loose(text: &str) -> Result<Self, DateFault> {
        read(text, |_| None).ok_or(DateFault)
    }

    /// Reads a day that has been, of a birth or of a report: as [`Date::parse_loose`], and with a year of two digits, which
    /// is the latest one by `today`; and the number that a spreadsheet keeps for a day: `44268`.
    ///
    /// # Errors
    /// `DateFault` for anything else.
    pub fn parse_past(text: &str, today: Self) -> Result<Self, DateFault> {
        let latest = |[day, month, year]: [&str; 3]| {
            let full = |century: &str| numbers(&[century, year].concat(), month, day);
            full("20").filter(|date| *date <= today).or_else(|| full("19"))
        };
        read(text, latest).or_else(|| serial(text)).ok_or(DateFault)
    }

    /// Reads the birth of a member, which has been: as [`Date::parse_past`]. Nobody heads a family as a child, so a year of two digits
    /// is an earlier one for the head.
    ///
    /// # Errors
    /// `DateFault` for anything else, and for a day that is yet to come.
    pub fn parse_birth(text: &str, is_head: bool, today: Self) -> Result<Self, DateFault> {
        let youngest = if is_head { YOUNGEST_HEAD_DAYS } else { 0 };
        Self::parse_past(text, today.plus_days(-youngest))
            .ok()
            .filter(|birth| *birth <= today)
            .ok_or(DateFault)
    }
}

/// Twelve years.
const YOUNGEST_HEAD_DAYS: i64 = 4383;

/// `two_digits` reads day, month and a year of two digits.
fn read(text: &str, two_digits: impl Fn([&str; 3]) -> Option<Date>) -> Option<Date> {
    // As most programs write it.
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && let Ok(date) = Date::parse(text)
    {
        return Some(date);
    }
    let text = clean(text).to_lowercase();
    // Before it may stand the place, or the day of the week.
    let (before, text) = text.split_at_checked(text.find(|c: char| c.is_ascii_digit())?)?;
    let parts = parts(text);
    let (date, rest) = match parts.as_slice() {
        [day, year, rest @ ..] if day.len() <= 2 && year.len() == 4 && year.parse::<u16>().is_ok() => {
            (numbers(year, english_month_behind(before)?, day)?, rest)
        }
        [eight, rest @ ..] if eight.len() == 8 => (eight_digits(eight)?, rest),
        [year, month, day, rest @ ..] if year.len() == 4 => (numbers(year, month, day)?, rest),
        [day, month, year, rest @ ..] if year.len() == 4 => (numbers(year, month, day)?, rest),
        [day, month, year, rest @ ..] if year.len() == 2 => (two_digits([day, month, year])?, rest),
        [six, rest @ ..] if six.len() == 6 => (two_digits(pairs(six)?)?, rest),
        _ => return None,
    };
    is_clock(rest).then_some(date)
}

/// The day that a spreadsheet counts from the end of 1899, from 1987 on. `41280` may be the 4th of December 1980 whose zero was
/// lost: that is none.
fn serial(text: &str) -> Option<Date> {
    let text = text.trim();
    let (days, hours) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    if days.len() != 5 || !is_number(days) || !is_number(hours) {
        return None;
    }
    let month: u8 = days.get(1..3)?.parse().ok()?;
    let days: i64 = days.parse().ok()?;
    let epoch = Date::new(1899, 12, 30).ok()?;
    ((32_000..60_000).contains(&days) && !(1..=12).contains(&month)).then(|| epoch.plus_days(days))
}

/// The month that ends a text, as the English write it before the day: `May 12, 1980`. Whole words: a place may begin as a month does.
fn english_month_behind(text: &str) -> Option<&'static str> {
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let last = super::words::words(text).last()?;
    ENGLISH.into_iter().find(|month| last == *month || month.get(..3) == Some(last))
}

/// The runs of digits and of letters: `12Mei1980` is three.
fn parts(text: &str) -> Vec<&str> {
    super::words::words(text)
        .flat_map(|word| {
            word.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()).map(|it| it.len()).scan(
                0,
                move |at, len| {
                    let part = word.get(*at..*at + len);
                    *at += len;
                    Some(part.unwrap_or_default())
                },
            )
        })
        .filter(|part| !part.is_empty())
        .collect()
}

/// The clock after the date is the spreadsheet's, not the writer's.
fn is_clock(rest: &[&str]) -> bool {
    let mut numbers = 0;
    rest.iter().all(|part| {
        let is_number = part.chars().all(|c| c.is_ascii_digit());
        numbers += usize::from(is_number);
        match is_number {
            // Hour and minute, then seconds and their fraction, then the zone.
            true => part.len() <= 2 || numbers >= 4,
            false => {
                matches!(*part, "t" | "z" | "am" | "pm" | "wib" | "utc" | "gmt" | "pukul" | "pkl" | "jam")
            }
        }
    }) && numbers != 1
}

/// `12051980` or `19800512`: no month is the beginning of a year, so only one of the two is a date.
fn eight_digits(eight: &str) -> Option<Date> {
    let (four, last) = eight.split_at_checked(4)?;
    let (first, second) = four.split_at_checked(2)?;
    let (third, fourth) = last.split_at_checked(2)?;
    let usual = |date: &Date| (1900..2100).contains(&date.year());
    numbers(last, second, first).filter(usual).or_else(|| numbers(four, third, fourth).filter(usual))
}

/// `120580` in twos.
fn pairs(six: &str) -> Option<[&str; 3]> {
    let (day, rest) = six.split_at_checked(2)?;
    let (month, year) = rest.split_at_checked(2)?;
    Some([day, month, year])
}

fn numbers(year: &str, month: &str, day: &str) -> Option<Date> {
    let named = |name: &str| {
        let roman = || u8::try_from(ROMAN.iter().position(|roman| *roman == name)? + 1).ok();
        month_named(name).or_else(roman)
    };
    Date::new(year.parse().ok()?, month.parse().ok().or_else(|| named(month))?, day.parse().ok()?).ok()
}

/// The month, from 1, of a name in small letters, by its beginning: `mei`, `sept`.
pub fn month_named(name: &str) -> Option<u8> {
    let begins = |names: &&[&str]| names.iter().any(|begin| name.starts_with(begin));
    u8::try_from(MONTHS.iter().position(begins)? + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> Date {
        Date::parse("2021-03-12").unwrap()
    }

    fn check(text: &str, past: Option<&str>, any: Option<&str>) {
        let shown = |date: Result<Date, DateFault>| date.ok().map(|date| date.to_string());
        assert_eq!(shown(Date::parse_past(text, today())).as_deref(), past, "past {text}");
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
            "1980-05-12T00:00:00.000000",
            "1980-05-12 00:00:00+07:00",
            "12/05/1980 0:00",
            "12-05-1980 09.30 WIB",
            "12 Mei 1980",
            "12Mei1980",
            "12-V-1980",
            " 12-May-1980",
            "12\u{2013}05\u{2013}1980",
            "１２-05-1980",
            "12051980",
            "19800512",
            "Jakarta, 12-05-1980",
            "Jakarta 12 Mei 1980",
            "Jakarta/12-05-1980",
            "Senin, 12 Mei 1980",
        ] {
            check(text, Some("1980-05-12"), Some("1980-05-12"));
        }
        for text in ["12.05.80", "12-May-80", "Jakarta, 12/05/80", "120580"] {
            check(text, Some("1980-05-12"), None);
        }
        for text in ["May 12, 1980", "May 12 1980", "Monday, May 12, 1980", "Jakarta, may 12 1980"] {
            check(text, Some("1980-05-12"), Some("1980-05-12"));
        }
        check("1 Agustus 2015", Some("2015-08-01"), Some("2015-08-01"));
        check("11 Sept 1977", Some("1977-09-11"), Some("1977-09-11"));
        for text in ["44268", "44268.375", " 44268,5"] {
            check(text, Some("2021-03-13"), None);
        }
        check("01-02-19", Some("2019-02-01"), None);
        check("01-04-21", Some("1921-04-01"), None);
        for none in [
            "31-02-1980",
            "1980",
            "Jakarta",
            "maret",
            "",
            "12-05-1980 5",
            "12-05-1980 12-06-1980",
            // The 12th of May or the 29th of March, a day of 1980 or the 4th of December.
            "29353",
            "41280",
            "442681",
            "44268.x",
            "Marunda 12 1980",
            "12 1980",
        ] {
            check(none, None, None);
        }
    }

    #[test]
    fn a_head_of_a_family_is_no_child() {
        for (text, is_head, expect) in [
            ("12/5/17", false, Some("2017-05-12")),
            ("12/5/17", true, Some("1917-05-12")),
            ("120517", true, Some("1917-05-12")),
            ("12-5-2017", true, Some("2017-05-12")),
            ("12/5/80", true, Some("1980-05-12")),
            ("13-03-2021", false, None),
            ("311121", false, None),
        ] {
            let birth = Date::parse_birth(text, is_head, today()).ok().map(|birth| birth.to_string());
            assert_eq!(birth.as_deref(), expect, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_iso_form_comes_back(days in 0i64..40_000) {
            let date = Date::parse("1930-01-01").unwrap().plus_days(days);
            prop_assert_eq!(Date::parse_loose(&date.to_string()), Ok(date));
            prop_assert_eq!(Date::parse_past(&date.to_string(), today()), Ok(date));
        }

        #[test]
        fn nothing_written_panics(text in ".{0,24}") {
            Date::parse_loose(&text).ok();
            Date::parse_past(&text, today()).ok();
        }
    }
}
