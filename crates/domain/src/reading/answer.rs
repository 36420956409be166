//! Yes, no, and that there is none.

use super::words::{denies, words};

/// Yes or no; `None` where neither is said.
pub fn answer(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "ya" | "y" | "iya" | "yes" | "true" | "ada" | "v" | "x" | "√" | "✓" | "✔" | "☑" | "●" | "•" | "+"
        | "1" | "terdampak" => Some(true),
        "tidak" | "tdk" | "t" | "no" | "false" | "tidak ada" | "tdk ada" | "-" | "0" | "n" | "bukan"
        | "tidak terdampak" => Some(false),
        _ => None,
    }
}

/// Whether the text states that there is none: `-`, `belum punya KTP`, `tidak ada`, `proses`. A blank states nothing.
pub fn states_none(text: &str) -> bool {
    if text.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let text = text.to_lowercase();
    let mut words = words(&text);
    match words.next() {
        None => !text.trim().is_empty(),
        Some("kosong" | "none") => true,
        Some("dalam" | "dlm" | "sedang" | "masih" | "lagi") => words.any(|word| word.starts_with("proses")),
        Some("n") => words.next() == Some("a"),
        Some(word) => denies(word) || word == "na" || word.starts_with("proses"),
    }
}

/// Whether nothing is said where a name or an address must be. Fewer words than in [`states_none`]: `Na` is a name.
pub fn is_no_text(text: &str) -> bool {
    let mut words = text.split_whitespace();
    match (words.next(), words.next(), words.next()) {
        (Some(first), Some(second), None) if denies(&first.to_lowercase()) => {
            matches!(second.to_lowercase().as_str(), "ada" | "punya" | "tahu" | "diketahui")
        }
        _ => !text.contains(char::is_alphanumeric),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_said() {
        for none in ["", "-", "''", "belum punya", "Tidak  ada", "TDK ADA", "tak diketahui"] {
            assert!(is_no_text(none), "{none}");
        }
        for name in ["Na", "Tidak Adam", "Belum", "M.", "5"] {
            assert!(!is_no_text(name), "{name}");
        }
    }

    #[test]
    fn none_is_stated() {
        for none in ["-", "--", "belum punya KTP", "Tidak ada", "blm", "proses", "dlm proses", "N/A", "bukan"]
        {
            assert!(states_none(none), "{none}");
        }
        for other in ["", " ", "hilang", "3174", "belum 1", "nama"] {
            assert!(!states_none(other), "{other}");
        }
    }

    #[test]
    fn yes_and_no() {
        for (text, expect) in [
            ("Ya", Some(true)),
            ("✓", Some(true)),
            (" ada ", Some(true)),
            ("TDK", Some(false)),
            ("0", Some(false)),
            ("belum ditanya", None),
            ("", None),
        ] {
            assert_eq!(answer(text), expect, "{text}");
        }
    }
}
