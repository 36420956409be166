//! Days and hours.

use crate::Language;
use domain::{Date, TimeOfDay};

/// The days of the week, Monday first.
const DAYS: [(&str, &str); 7] = [
    ("Senin", "Monday"),
    ("Selasa", "Tuesday"),
    ("Rabu", "Wednesday"),
    ("Kamis", "Thursday"),
    ("Jumat", "Friday"),
    ("Sabtu", "Saturday"),
    ("Minggu", "Sunday"),
];

const MONTHS: [(&str, &str); 12] = [
    ("Januari", "January"),
    ("Februari", "February"),
    ("Maret", "March"),
    ("April", "April"),
    ("Mei", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("Agustus", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Desember", "December"),
];

/// `Senin`; 0 = Monday, as [`Date::weekday`].
pub fn weekday(language: Language, day: u8) -> &'static str {
    name(language, &DAYS, day)
}

/// `18 Maret 2021`
pub fn date(language: Language, date: Date) -> String {
    let month = name(language, &MONTHS, date.month().saturating_sub(1));
    [&date.day().to_string(), " ", month, " ", &date.year().to_string()].concat()
}

/// `Kamis, 18 Maret 2021`
pub fn long_date(language: Language, date: Date) -> String {
    [weekday(language, date.weekday()), ", ", &self::date(language, date)].concat()
}

/// `09.30`, in English `09:30`.
pub fn time(language: Language, time: TimeOfDay) -> String {
    let text = time.to_string();
    match language {
        Language::Indonesian => text.replace(':', "."),
        Language::English => text,
    }
}

fn name(language: Language, names: &[(&'static str, &'static str)], at: u8) -> &'static str {
    let (indonesian, english) = names.get(usize::from(at)).copied().unwrap_or_default();
    language.pick(indonesian, english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_say_them() {
        for (written, indonesian, english) in [
            ("2021-03-18", "Kamis, 18 Maret 2021", "Thursday, 18 March 2021"),
            ("2021-12-26", "Minggu, 26 Desember 2021", "Sunday, 26 December 2021"),
        ] {
            let date = Date::parse(written).unwrap();
            assert_eq!(long_date(Language::Indonesian, date), indonesian);
            assert_eq!(long_date(Language::English, date), english);
        }
        let time_of_day = TimeOfDay::parse("9.30").unwrap();
        assert_eq!(time(Language::Indonesian, time_of_day), "09.30");
        assert_eq!(time(Language::English, time_of_day), "09:30");
    }
}
