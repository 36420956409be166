//! What a spreadsheet would take for a formula, and the apostrophe that keeps it a text
//! (<https://owasp.org/www-community/attacks/CSV_Injection>).
//!
//! Whatever this project writes for a spreadsheet goes through [`guarded`]; the reader takes the apostrophe away again.

use std::borrow::Cow;

/// How a cell begins that a spreadsheet may calculate: also in full width, as keyboards of East Asia type it.
const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text for a cell of a spreadsheet: after an apostrophe if it would be taken for a formula.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(["'", text].concat()) } else { Cow::Borrowed(text) }
}

/// The text that was [`guarded`]; `None` if it was not, or needed not be.
pub(crate) fn unguarded(text: &str) -> Option<&str> {
    text.strip_prefix('\'').filter(|inner| is_formula(inner))
}

/// Whether a spreadsheet takes the text for a formula, or would without the apostrophes before it.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(BEGINNINGS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_is_a_formula_gets_an_apostrophe() {
        for (text, expect) in [
            ("", ""),
            ("Siti", "Siti"),
            ("Ma'ruf", "Ma'ruf"),
            ("'Aisyah", "'Aisyah"),
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\n=1", "'\n=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("''-", "'''-"),
        ] {
            assert_eq!(guarded(text), expect, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_guarded_text_is_a_formula_and_each_comes_back(text in "['=+@\t\r\n＝－-]{0,4}.{0,6}") {
            let guarded = guarded(&text);
            prop_assert!(!guarded.starts_with(BEGINNINGS), "{guarded:?}");
            prop_assert_eq!(unguarded(&guarded).unwrap_or(&guarded), &text);
        }
    }
}
