//! Birth dates as lists write them.

use domain::Date;

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

/// Reads `12-05-1980`, `12 Mei 1980`, `12/5/80`, `12051980`, `1980-05-12 00:00:00`, and each after the place of birth
/// (`Jakarta, 12-05-1980`). A year of two digits is the latest one by `today`.
pub(crate) fn birth(text: &str, today: Date) -> Option<Date> {
    let text = text.get(text.find(|c: char| c.is_ascii_digit())?..)?.to_lowercase();
    // The clock after the date is the spreadsheet's, not the writer's.
    let text = match text.split_once(':') {
        Some((before, _)) => before.rsplit_once([' ', 't']).map_or(before, |(date, _hour)| date),
        None => &text,
    };
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => date(year, month, day),
        [day, month, year] if year.len() == 4 => date(year, month, day),
        [day, month, year] if year.len() == 2 => {
            let full = |century: &str| date(&format!("{century}{year}"), month, day);
            full("20").filter(|date| *date <= today).or_else(|| full("19"))
        }
        [eight] if eight.len() == 8 => date(eight.get(4..)?, eight.get(2..4)?, eight.get(..2)?),
        _ => None,
    }
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let month = month.parse().ok().or_else(|| {
        let at = MONTHS.iter().position(|names| names.iter().any(|name| month.starts_with(name)))?;
        u8::try_from(at + 1).ok()
    })?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let today = Date::parse("2021-03-12").unwrap();
        assert_eq!(birth(text, today).map(|d| d.to_string()).as_deref(), expect, "{text}");
    }

    #[test]
    fn reads_what_lists_write() {
        for text in [
            "12-05-1980",
            "12/5/1980",
            "12.05.80",
            "1980-05-12",
            "1980-05-12 00:00:00",
            "1980-05-12T00:00:00",
            "12 Mei 1980",
            "12-May-80",
            "12 mei 80",
            "12051980",
            "Jakarta, 12-05-1980",
            "Jakarta 12 Mei 1980",
            "Jakarta/12-05-1980",
        ] {
            check(text, Some("1980-05-12"));
        }
        check("1 Agustus 2015", Some("2015-08-01"));
        check("01-02-19", Some("2019-02-01"));
        check("01-04-21", Some("1921-04-01"));
        check("31-02-1980", None);
        check("1980", None);
        check("Jakarta", None);
        check("", None);
    }
}
