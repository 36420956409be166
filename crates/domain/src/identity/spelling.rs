//! One spelling for what people write in many ways.

use strsim::osa_distance;

/// Letters and digits alone, in small letters: the same words, whatever stands between them.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Folds the spellings that differ by habit: Mulia/Mulya, Kesuma/Kusuma aside, Priok/Priuk, Djati/Jati, Kramat Jati/Kramatjati.
pub fn fold(text: &str) -> String {
    let mut folded = letters(text);
    for (old, new) in
        [("oe", "u"), ("dj", "j"), ("tj", "c"), ("y", "i"), ("ngg", "ng"), ("ph", "f"), ("iok", "iuk")]
    {
        folded = folded.replace(old, new);
    }
    folded
}

/// A name without titles and degrees, in one spelling.
pub(super) fn name(text: &str) -> String {
    fold(&name_words(text).concat())
}

/// The words of a name without titles and degrees.
pub(super) fn name_words(text: &str) -> Vec<String> {
    // Degrees stand behind a comma.
    let words = words(text.split(',').next().unwrap_or_default()).into_iter();
    words
        .filter_map(|word| match word.as_str() {
            "h" | "hj" | "kh" | "dr" | "drs" | "dra" | "ir" | "prof" | "ust" | "alm" | "bpk" | "ibu" => None,
            "m" | "md" | "moh" | "moch" | "much" | "muh" | "mohamad" | "mohammad" | "muhamad" => {
                Some("muhammad".to_owned())
            }
            "abd" => Some("abdul".to_owned()),
            _ => Some(word),
        })
        .collect()
}

/// Runs of letters and runs of digits, in small letters: `Gg.12A` is `gg`, `12`, `a`.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.to_lowercase().chars() {
        let kind = c.is_alphanumeric().then_some(c.is_ascii_digit());
        if kind.is_some() {
            match words.last_mut() {
                Some(word) if kind == last => word.push(c),
                _ => words.push(c.to_string()),
            }
        }
        last = kind;
    }
    words
}

/// One slip of the pen for six letters: `Suparno` and `Suparmo`, never `Budi` and `Rudi`. Nothing is near to nothing.
pub(super) fn is_near(one: &str, other: &str) -> bool {
    let (long, short) =
        (one.chars().count().max(other.chars().count()), one.chars().count().min(other.chars().count()));
    let allowed = long / 6;
    short > 0 && long - short <= allowed && (one == other || osa_distance(one, other) <= allowed)
}
