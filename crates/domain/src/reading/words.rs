//! The words of a text.

/// Words that deny what stands beside them.
const DENIALS: &[&str] = &["tidak", "tdk", "tak", "bukan", "belum", "blm", "blum", "tanpa", "nihil"];

/// Whether a word denies what stands beside it; in small letters.
pub fn denies(word: &str) -> bool {
    DENIALS.contains(&word)
}

/// The words in small letters with single blanks between them, nothing else: `No. KK` is `no kk`.
pub fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    words(&lower).collect::<Vec<_>>().join(" ")
}

/// The words, without what stands between them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The text in one line, with single blanks: a cell may be wrapped by hand.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn words_alone_are_compared() {
        for (text, expect) in
            [("No. KK", "no kk"), ("Tidak  Hadir", "tidak hadir"), ("NIK*", "nik"), (" - ", "")]
        {
            assert_eq!(plain(text), expect, "{text}");
        }
    }
}
