//! What the values of the domain are called, in Indonesian and in English: by the app, on paper, and at the office.
//!
//! A value has its words here once, and a new one does not compile before it has them. What only one page says of it stands with
//! that page.

mod language;

pub mod cause;
pub mod date;
pub mod family;
pub mod field;
pub mod money;
pub mod status;
pub mod visit;

pub use language::Language;

/// The words of each value of a type, in Indonesian and in English.
macro_rules! words_of {
    ($(#[$meta:meta])* $name:ident($type:ident) {
        $($($variant:ident)|+ => $indonesian:literal, $english:literal;)+
    }) => {
        $(#[$meta])*
        pub const fn $name(language: $crate::Language, value: $type) -> &'static str {
            let (indonesian, english) = match value {
                $($($type::$variant)|+ => ($indonesian, $english),)+
            };
            match language {
                $crate::Language::Indonesian => indonesian,
                $crate::Language::English => english,
            }
        }
    };
}
pub(crate) use words_of;

/// Within a sentence: `Datang` is `datang`, `KTP yang datang` stays.
pub fn within_sentence(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return String::new() };
    let is_short_form = letters.clone().next().is_some_and(char::is_uppercase);
    if is_short_form { words.to_owned() } else { first.to_lowercase().chain(letters).collect() }
}

#[cfg(test)]
mod tests {
    use super::within_sentence;

    #[test]
    fn a_sentence_goes_on_in_small_letters() {
        for (words, expect) in [("Datang", "datang"), ("KTP yang datang", "KTP yang datang"), ("", "")] {
            assert_eq!(within_sentence(words), expect);
        }
    }
}
