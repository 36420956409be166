//! Names of files and of people may hold what a terminal obeys, or what turns a line around: it is shown, not done.

use domain::reading::is_invisible;

/// A text in which such characters are written out, as JSON writes them: valid within a JSON document, too.
pub(crate) fn harmless(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len());
    for c in text.chars() {
        if (c.is_control() && !matches!(c, '\n' | '\t')) || is_invisible(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                harmless.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            harmless.push(c);
        }
    }
    harmless
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        for (text, shown) in [
            ("Siti Aminah, Jl. Ñandú 3\nRT 006", "Siti Aminah, Jl. Ñandú 3\nRT 006"),
            ("\u{1b}[2Jdaftar\r.csv", "\\u001b[2Jdaftar\\u000d.csv"),
            ("a\u{9b}31m", "a\\u009b31m"),
            ("gpj.\u{202e}xslx", "gpj.\\u202exslx"),
            ("\u{feff}\u{200b}", "\\ufeff\\u200b"),
        ] {
            assert_eq!(harmless(text), shown);
        }
    }

    #[test]
    fn a_document_stays_one() {
        let text = "\u{1b}[31m \u{9b} \u{202e} Siti";
        let document = serde_json::to_string_pretty(&serde_json::json!({ "name": text })).unwrap();
        let shown = harmless(&document);
        assert!(shown.chars().all(|c| c == '\n' || !c.is_control()));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap()["name"], text);
    }
}
