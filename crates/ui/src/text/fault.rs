//! What is wrong with what was typed, and what to do about it.

use ::words::Language;
use domain::NumberFault;

/// For a field that takes a NIK or KK number, named by `what`.
pub fn number(language: Language, what: &str, fault: NumberFault) -> String {
    let said = match fault {
        NumberFault::Empty => language.pick("belum diisi.", "is empty."),
        NumberFault::Length(length) => return number_length(language, what, length),
        NumberFault::NotDigit => language.pick("hanya boleh berisi angka.", "may only contain digits."),
        NumberFault::Rounded => language
            .pick("terpotong oleh aplikasi tabel. Ketik ulang.", "was cut by a spreadsheet. Type it again."),
    };
    [what, " ", said].concat()
}

fn number_length(language: Language, what: &str, length: usize) -> String {
    let length = length.to_string();
    let parts: [&str; 4] = language.pick(
        [what, " harus 16 angka, yang diketik ", &length, ". Cocokkan dengan kartunya."],
        [what, " has 16 digits, you typed ", &length, ". Compare it with the card."],
    );
    parts.concat()
}

/// For a field that must not stay empty, named by `what`.
pub fn missing(language: Language, what: &str) -> String {
    [what, language.pick(" belum diisi.", " is empty.")].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_many_digits_there_are() {
        assert_eq!(
            number(Language::Indonesian, "NIK", NumberFault::Length(15)),
            "NIK harus 16 angka, yang diketik 15. Cocokkan dengan kartunya."
        );
        assert_eq!(number(Language::English, "NIK", NumberFault::Empty), "NIK is empty.");
    }
}
