//! The card that a family got, as reports name it.

use super::row::Stop;

/// The last four digits of a card; of a whole number only those are kept.
pub(super) fn card(text: &str) -> std::result::Result<Option<String>, Stop> {
    let digits: String = text.chars().filter(|c| !domain::sixteen::is_separator(*c) && *c != '*').collect();
    let is_number = digits.chars().all(|c| c.is_ascii_digit());
    match digits.len() {
        0 => Ok(None),
        4 if is_number => Ok(Some(digits)),
        16 if is_number => Ok(Some(digits.chars().skip(12).collect())),
        _ => Err(Stop::row(
            "kartu",
            "Tulis empat angka terakhir kartu, dalam kolom berformat Teks agar angka 0 di depan tidak hilang.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards() {
        for (text, expect) in [
            ("", Some(None)),
            ("0123", Some(Some("0123"))),
            ("**** 0123", Some(Some("0123"))),
            ("5264 2200 1111 0123", Some(Some("0123"))),
            ("123", None),
            ("12345", None),
            ("12E4", None),
        ] {
            let read = card(text).ok();
            assert_eq!(read.as_ref().map(|card| card.as_deref()), expect, "{text}");
        }
    }
}
