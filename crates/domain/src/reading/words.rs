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
    joined(words(&lower), lower.len())
}

/// The words, without what stands between them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The text in one line, with single blanks: a cell may be wrapped by hand.
pub fn one_line(text: &str) -> String {
    joined(text.split_whitespace(), text.len())
}

/// Words with single blanks between them, of which all have no more than so many bytes.
fn joined<'a>(words: impl Iterator<Item = &'a str>, most: usize) -> String {
    let mut text = String::with_capacity(most);
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
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
