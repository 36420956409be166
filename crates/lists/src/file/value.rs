//! What a spreadsheet shows in a cell of a workbook.

use crate::cell::{from_digits, from_text};
use calamine::{Data, ExcelDateTime};

/// The day after the last that Excel knows: no date, whatever the format of its cell says.
const END_OF_CALENDAR: f64 = 2_958_466.0;

/// The text that a spreadsheet shows; dates in ISO form.
pub(super) fn shown(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::String(text) => from_text(text),
        Data::Int(number) => from_text(&number.to_string()),
        Data::Float(number) => from_number(*number),
        Data::DateTime(date) => from_date(*date),
        Data::DateTimeIso(text) => from_iso(text),
        Data::Bool(value) => if *value { "ya" } else { "tidak" }.to_owned(),
        Data::DurationIso(text) => from_iso_duration(text).unwrap_or_else(|| text.clone()),
        Data::Error(error) => error.to_string(),
    }
}

/// A number, written out in full.
pub(super) fn from_number(number: f64) -> String {
    // `{}` writes a float out in full, without an exponent.
    match number.to_string() {
        whole if whole.chars().all(|c| c.is_ascii_digit()) => from_digits(&whole),
        other => other,
    }
}

fn from_date(date: ExcelDateTime) -> String {
    let number = date.as_f64();
    if date.is_duration() {
        return from_days(number).unwrap_or_else(|| from_number(number));
    }
    // Excel shows no date before its first day, and the library would take that day.
    if !(0.0..END_OF_CALENDAR).contains(&number) {
        return from_number(number);
    }
    // Less than a day is a time without a date.
    if number < 1.0 {
        return from_days(number).unwrap_or_else(|| from_number(number));
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// Days and parts of a day, as hours, minutes and, where there are any, seconds; `None` if they are negative or beyond
/// all reason.
fn from_days(days: f64) -> Option<String> {
    let seconds = (days * 86_400.0).round();
    if !(0.0..1e9).contains(&seconds) {
        return None;
    }
    // Whole, and smaller than a thousand million.
    let seconds: u64 = seconds.to_string().parse().ok()?;
    Some(from_seconds(seconds))
}

fn from_seconds(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{seconds:02}")
    }
}

/// A date as XML writes it, without its time; of the day before Excel's first, only the time.
fn from_iso(text: &str) -> String {
    match text.split_once('T') {
        Some(("1899-12-31" | "1899-12-30", time)) => {
            let time = time.split('.').next().unwrap_or_default();
            time.strip_suffix(":00").filter(|time| time.len() == 5).unwrap_or(time).to_owned()
        }
        Some((date, _)) => date.to_owned(),
        None => text.to_owned(),
    }
}

/// A duration like `PT08H30M00S`, as hours, minutes and seconds.
fn from_iso_duration(text: &str) -> Option<String> {
    let mut seconds = 0_u64;
    let mut number = String::new();
    for c in text.strip_prefix("PT")?.chars() {
        let unit = match c {
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            _ => {
                number.push(c);
                continue;
            }
        };
        let whole: u64 = number.split(['.', ',']).next()?.parse().ok()?;
        seconds = seconds.checked_add(whole.checked_mul(unit)?)?;
        number.clear();
    }
    number.is_empty().then(|| from_seconds(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{CellErrorType, ExcelDateTimeType};

    #[test]
    fn numbers_dates_and_times() {
        let date = |number| Data::DateTime(ExcelDateTime::new(number, ExcelDateTimeType::DateTime, false));
        let in_1904 = |number| Data::DateTime(ExcelDateTime::new(number, ExcelDateTimeType::DateTime, true));
        let hours = |number| Data::DateTime(ExcelDateTime::new(number, ExcelDateTimeType::TimeDelta, false));
        let iso = |text: &str| Data::DateTimeIso(text.to_owned());
        let duration = |text: &str| Data::DurationIso(text.to_owned());
        for (data, expect) in [
            (date(29_353.0), "1980-05-12"),
            (date(29_353.75), "1980-05-12"),
            (in_1904(27_891.0), "1980-05-12"),
            (date(1.0), "1900-01-01"),
            (date(-5.0), "-5"),
            (date(0.354_166_666_666_666_7), "08:30"),
            (date(0.5 + 1.0 / 86_400.0), "12:00:01"),
            (date(f64::NAN), "NaN"),
            (date(3_174_105_205_809_012.0), "3174105205809012"),
            (hours(1.5), "36:00"),
            (hours(-1.5), "-1.5"),
            (iso("1980-05-12T00:00:00"), "1980-05-12"),
            (iso("1899-12-31T08:30:00.000"), "08:30"),
            (iso("1899-12-30"), "1899-12-30"),
            (duration("PT08H30M00S"), "08:30"),
            (duration("PT08H30M05.5S"), "08:30:05"),
            (duration("P1D"), "P1D"),
            (Data::Float(0.05), "0.05"),
            (Data::Float(600_000.0), "600000"),
            (Data::Int(-7), "-7"),
            (Data::Bool(true), "ya"),
            (Data::Error(CellErrorType::NA), "#N/A"),
            (Data::Error(CellErrorType::Ref), "#REF!"),
        ] {
            assert_eq!(shown(&data), expect, "{data:?}");
        }
    }

    #[test]
    fn a_rounded_number_is_shown_as_rounded() {
        for (number, expect) in [
            (5.0, "5"),
            (3174105205809012.0, "3174105205809012"),
            (3174105205809010.0, "3.17410520580901E+15"),
            (81234567890.0, "81234567890"),
            (2.5, "2.5"),
        ] {
            assert_eq!(shown(&Data::Float(number)), expect);
        }
    }
}
