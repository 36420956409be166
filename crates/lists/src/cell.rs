//! The text of a cell, and what the usual texts say.

use crate::formula::unguarded;

/// A text without what programs put around it: blanks, `="…"`, the apostrophe before what would be a formula, and the
/// `.0` of a number that was once a float.
pub(crate) fn from_text(text: &str) -> String {
    if let Some(inner) = unguarded(text) {
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

/// A name without case and punctuation, to be compared.
pub(crate) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
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
