//! Amounts of money.

use crate::Language;

/// `Rp 300.000`, in English `IDR 300,000`; the blank keeps both on one line.
pub fn rupiah(language: Language, amount: u32) -> String {
    let (unit, separator) = match language {
        Language::Indonesian => ("Rp\u{a0}", '.'),
        Language::English => ("IDR\u{a0}", ','),
    };
    let digits = amount.to_string();
    let mut written = unit.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(separator);
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (amount, indonesian, english) in [
            (0, "Rp\u{a0}0", "IDR\u{a0}0"),
            (300_000, "Rp\u{a0}300.000", "IDR\u{a0}300,000"),
            (1_200_000, "Rp\u{a0}1.200.000", "IDR\u{a0}1,200,000"),
        ] {
            assert_eq!(rupiah(Language::Indonesian, amount), indonesian);
            assert_eq!(rupiah(Language::English, amount), english);
        }
    }
}
