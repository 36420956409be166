//! The text of a cell, and what the usual texts say.

use calamine::{Data, ExcelDateTime};

/// The day after the last that Excel knows: no date, whatever the format of its cell says.
const END_OF_CALENDAR: f64 = 2_958_466.0;

/// What a spreadsheet shows in a cell; dates in ISO form.
pub(crate) fn from_workbook(data: &Data) -> String {
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

/// A text without what programs put around it: blanks, `="…"`, the apostrophe before what would be a formula, and the
/// `.0` of a number that was once a float.
pub(crate) fn from_text(text: &str) -> String {
    if let Some(inner) = text.strip_prefix('\'').filter(|inner| begins_a_formula(inner)) {
        return inner.to_owned();
    }
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\0');
    let text = text.trim_matches(is_blank);
    let text = text.strip_prefix("=\"").and_then(|inner| inner.strip_suffix('"')).unwrap_or(text);
    match text.strip_suffix(".0") {
        Some(whole) if !whole.is_empty() && whole.chars().all(|c| c.is_ascii_digit()) => from_digits(whole),
        _ => text.to_owned(),
    }
}

fn from_number(number: f64) -> String {
    // `{}` writes a float out in full, without an exponent.
    match number.to_string() {
        whole if whole.chars().all(|c| c.is_ascii_digit()) => from_digits(&whole),
        other => other,
    }
}

/// Excel keeps fifteen digits: a longer number whose last digit is 0 has lost it. It is written as Excel shows it, so
/// that nobody takes it for a NIK.
pub(crate) fn from_digits(digits: &str) -> String {
    match digits.split_at_checked(1) {
        Some((first, rest)) if rest.len() >= 15 && rest.ends_with('0') => {
            format!("{first}.{}E+{}", rest.trim_end_matches('0'), rest.len())
        }
        _ => digits.to_owned(),
    }
}

fn from_date(date: ExcelDateTime) -> String {
    if date.is_duration() || date.as_f64() >= END_OF_CALENDAR {
        return from_number(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// Whether a spreadsheet takes the text for a formula, or would without the apostrophes before it.
pub(crate) fn begins_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Whether the text states that there is none: `-`, `belum punya KTP`, `tidak ada`, `proses`. A blank states nothing.
pub(crate) fn states_none(text: &str) -> bool {
    if text.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    match words.next() {
        None => !text.trim().is_empty(),
        Some("belum" | "blm" | "blum" | "tidak" | "tdk" | "tak" | "tanpa" | "nihil" | "kosong" | "none") => {
            true
        }
        Some("dalam" | "dlm" | "sedang" | "masih" | "lagi") => words.any(|word| word.starts_with("proses")),
        Some("n") => words.next() == Some("a"),
        Some(word) => word == "na" || word.starts_with("proses"),
    }
}

/// Whether nothing is said where a name or an address must be. Fewer words than in [`states_none`]: `Na` is a name.
pub(crate) fn is_no_text(text: &str) -> bool {
    let text = one_line(&text.to_lowercase());
    let none = ["belum", "blm", "tidak", "tdk"].iter().any(|no| {
        text.strip_prefix(no)
            .is_some_and(|rest| matches!(rest.trim(), "ada" | "punya" | "tahu" | "diketahui"))
    });
    none || text.chars().all(|c| !c.is_alphanumeric())
}

/// Yes or no, as lists write it.
pub(crate) fn answer(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "ya" | "y" | "iya" | "ada" | "v" | "x" | "√" | "✓" | "✔" | "1" | "terdampak" => Some(true),
        "tidak" | "tdk" | "t" | "tidak ada" | "-" | "0" | "n" | "bukan" | "tidak terdampak" => Some(false),
        _ => None,
    }
}

/// The text in one line: a cell may be wrapped by hand.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether only zeros stand there: a place kept free, not a number.
pub(crate) fn only_zeros(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c == '0')
}

/// How many digits there are.
pub(crate) fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_what_is_true() {
        for (number, expect) in [
            (5.0, "5"),
            (3174105205809012.0, "3174105205809012"),
            (3174105205809010.0, "3.17410520580901E+15"),
            (81234567890.0, "81234567890"),
            (2.5, "2.5"),
        ] {
            assert_eq!(from_workbook(&Data::Float(number)), expect);
        }
    }

    #[test]
    fn texts_lose_their_wrapping() {
        for (text, expect) in [
            (" a\u{a0}", "a"),
            ("=\"3174105205809010\"", "3174105205809010"),
            ("5.0", "5"),
            ("3174105205809010.0", "3.17410520580901E+15"),
            ("M.0", "M.0"),
            (".0", ".0"),
            ("'=A1", "=A1"),
            ("''=A1", "'=A1"),
            ("'-", "-"),
            ("''", "''"),
            ("'3174", "'3174"),
            ("", ""),
        ] {
            assert_eq!(from_text(text), expect, "{text:?}");
        }
    }

    #[test]
    fn a_name_is_said() {
        for none in ["", "-", "''", "belum punya", "Tidak  ada", "TDK ADA"] {
            assert!(is_no_text(none), "{none}");
        }
        for name in ["Na", "Tidak Adam", "Belum", "M.", "5"] {
            assert!(!is_no_text(name), "{name}");
        }
    }

    #[test]
    fn none_is_stated() {
        for none in ["-", "--", "belum punya KTP", "Tidak ada", "blm", "proses", "dlm proses", "N/A"] {
            assert!(states_none(none), "{none}");
        }
        for other in ["", " ", "hilang", "3174", "belum 1", "nama"] {
            assert!(!states_none(other), "{other}");
        }
    }
}
