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
}
