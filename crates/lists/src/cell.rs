//! The text of a cell, and what the usual texts say.

use crate::formula::unguarded;
use domain::reading::clean;

/// A text without what programs put around it: blanks, `="…"`, the apostrophe before what would be a formula, and the
/// `.0` of a number that was once a float.
pub(crate) fn from_text(text: &str) -> String {
    if let Some(inner) = unguarded(text) {
        return inner.to_owned();
    }
    let text = clean(text);
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    let text = text.strip_prefix("=\"").and_then(|inner| inner.strip_suffix('"')).unwrap_or(text);
    match text.strip_suffix(".0") {
        Some(whole) if !whole.is_empty() && whole.chars().all(|c| c.is_ascii_digit()) => from_digits(whole),
        _ => in_thousands(text).map_or_else(|| text.to_owned(), |digits| from_digits(&digits)),
    }
}

/// The digits of a long number that a spreadsheet has written in thousands or with decimals: `3.174.101.003.809.301,00`.
fn in_thousands(text: &str) -> Option<String> {
    if text.len() < 18 || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let whole = [",00", ".00", ",0"].iter().find_map(|end| text.strip_suffix(end));
    let mut groups = whole.unwrap_or(text).split(['.', ',']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped =
        (1..=3).contains(&first.len()) && rest.len() == 5 && rest.iter().all(|group| group.len() == 3);
    let is_whole = whole.is_some() && first.len() == 16 && rest.is_empty();
    let digits = [first, &rest.concat()].concat();
    ((is_grouped || is_whole) && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// Whether a formula has failed, and what stands there is how the spreadsheet says so, in whatever language: `#REF!`,
/// `#NAMA?`, `Err:502`; or a number stands there for which the column is too narrow.
pub(crate) fn is_formula_error(text: &str) -> bool {
    let is_code = |code: &str| {
        let name = code.trim_end_matches(['!', '?']);
        name.len() > 1
            && name.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '/' | '0' | '_'))
            && (name.len() < code.len() || name == "N/A" || name == "T/A")
    };
    let is_narrow = |code: &str| code.len() > 2 && code.chars().all(|c| c == '#');
    match text.as_bytes().first() {
        Some(b'#') => {
            text.get(1..).is_some_and(|code| is_code(&code.to_ascii_uppercase())) || is_narrow(text)
        }
        Some(b'E' | b'e') => text.split_once(':').is_some_and(|(err, code)| {
            err.eq_ignore_ascii_case("err") && code.len() == 3 && digits(code) == 3
        }),
        _ => false,
    }
}

/// Whether the text says: as above.
pub(crate) fn is_ditto(text: &str) -> bool {
    const WORDS: [&str; 6] = ["sda", "idem", "ditto", "sdadiatas", "idemdiatas", "idematas"];
    const MARKS: [char; 10] = ['"', '\'', '”', '“', '’', '〃', '„', '/', ',', '='];
    // Most cells are longer, or begin otherwise.
    let is_same = || {
        let text = text.to_lowercase();
        text.len() <= 40
            && (text == "sama" || text.split(|c: char| !c.is_alphabetic()).any(|word| word == "atas"))
    };
    (text.starts_with(['s', 'S'])
        && text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sama"))
        && is_same())
        || text.len() <= 16 && {
            // One stroke or apostrophe alone says nothing.
            let marks = text.trim_matches(['.', ' ', '-', '–', '—']);
            let are_marks = marks.chars().all(|c| MARKS.contains(&c))
                && (marks.chars().count() > 1 || matches!(marks, "\"" | "”" | "“" | "〃" | "„"));
            let letters = || text.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase());
            are_marks || WORDS.iter().any(|word| letters().eq(word.chars()))
        }
}

/// Whether a dash keeps the place free.
pub(crate) fn is_dash(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| is_dash_mark(c) || matches!(c, '_' | '.' | ' '))
}

/// Whether it is a dash, of whatever length, or the point of an item in a list.
pub(crate) fn is_dash_mark(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '−' | '•')
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

/// Whether a text says that something is as on the card: `Sama dengan KTP`.
pub(crate) fn is_as_on_the_card(text: &str) -> bool {
    const WORDS: [&str; 8] = ["sama", "sesuai", "dengan", "dgn", "di", "alamat", "ktp", "kk"];
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_some_and(|first| matches!(first, "sama" | "sesuai"))
        && words.all(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_above_a_dash_and_a_failed_formula_are_told_apart() {
        for text in [
            "\"",
            "-\"-",
            "sda",
            "S.D.A.",
            "idem",
            "''",
            "- sda -",
            "〃",
            "s/d/a",
            "s d a",
            "Idem di atas",
            "//",
            ",,",
            "'''''",
            "==",
        ] {
            assert!(is_ditto(text) && !is_dash(text) && !is_formula_error(text), "{text}");
        }
        for text in ["-", "--", " – ", "..."] {
            assert!(is_dash(text) && !is_ditto(text), "{text}");
        }
        for text in ["#N/A", "#ref!", "#DIV/0!", "#NAMA?", "#NILAI!", "Err:502", "########"] {
            assert!(is_formula_error(text), "{text}");
        }
        for text in ["", "#5", "#", "Ida", "Sam", "Jl. A", "=1", "Erna: 502", "/", "'", "Sdaya"] {
            assert!(!is_ditto(text) && !is_dash(text) && !is_formula_error(text), "{text}");
        }
    }

    #[test]
    fn texts_lose_their_wrapping() {
        for (text, expect) in [
            (" a\u{a0}", "a"),
            ("=\"3174105205809010\"", "3174105205809010"),
            ("5.0", "5"),
            ("3174105205809010.0", "3.17410520580901E+15"),
            ("3.174.101.003.809.300", "3.1741010038093E+15"),
            ("3,174,101,003,809,300.00", "3.1741010038093E+15"),
            ("3.174.101.003.809.301", "3174101003809301"),
            ("3174101003809301,00", "3174101003809301"),
            ("1.000,00", "1.000,00"),
            ("3174.1010.0380.9300", "3174.1010.0380.9300"),
            ("1.500.000", "1.500.000"),
            ("M.0", "M.0"),
            (".0", ".0"),
            ("'=A1", "=A1"),
            ("''=A1", "'=A1"),
            ("'-", "-"),
            ("''", "''"),
            ("'3174", "'3174"),
            ("\u{202a}3174\u{202c}", "3174"),
            ("Jo\u{ad}ni\u{200b}", "Joni"),
            ("３１７4", "3174"),
            ("", ""),
        ] {
            assert_eq!(from_text(text), expect, "{text:?}");
        }
    }
}
