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
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        Data::Bool(value) => if *value { "ya" } else { "tidak" }.to_owned(),
        Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
    }
}

fn from_number(number: f64) -> String {
    // `{}` writes a float out in full, without an exponent.
    match number.to_string() {
        whole if whole.chars().all(|c| c.is_ascii_digit()) => from_digits(&whole),
        other => other,
    }
}

fn from_date(date: ExcelDateTime) -> String {
    if date.is_duration() || date.as_f64() >= END_OF_CALENDAR {
        return from_number(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

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
