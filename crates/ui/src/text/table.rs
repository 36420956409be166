//! Tables of sentences, each in Indonesian and in English.

/// A table of sentences: what each is called, Indonesian, English. A sentence that is missing, or has blanks around it, does
/// not compile.
#[macro_export]
macro_rules! sentences {
    ($(#[$meta:meta])* $name:ident { $($field:ident: $indonesian:literal, $english:literal;)+ }) => {
        $(#[$meta])*
        #[allow(missing_docs, reason = "the sentence says it")]
        pub struct $name { $(pub $field: &'static str,)+ }

        const _: () = { $(assert!($crate::text::is_sentence($indonesian) && $crate::text::is_sentence($english));)+ };

        impl $name {
            /// The table in a language.
            pub fn of(language: $crate::text::Language) -> &'static Self {
                static INDONESIAN: $name = $name { $($field: $indonesian,)+ };
                static ENGLISH: $name = $name { $($field: $english,)+ };
                language.pick(&INDONESIAN, &ENGLISH)
            }
        }
    };
}

/// Gathers the tables of a program, so that they are found beside those of [`Text`](crate::text::Text).
#[macro_export]
macro_rules! tables {
    ($($name:ident: $table:ty,)+) => {
        /// The tables of this program.
        pub trait Tables {
            $(
                /// The table of this name.
                fn $name(&self) -> &'static $table;
            )+
        }

        impl Tables for $crate::text::Text {
            $(
                fn $name(&self) -> &'static $table {
                    <$table>::of(self.language)
                }
            )+
        }
    };
}

/// Whether a text says something, without blanks around it.
pub const fn is_sentence(text: &str) -> bool {
    !matches!(text.as_bytes(), [] | [b' ', ..] | [.., b' '])
}

#[cfg(test)]
mod tests {
    use super::is_sentence;

    #[test]
    fn blanks_are_no_sentence() {
        assert!(is_sentence("Ya") && is_sentence("a b"));
        for text in ["", " ", " Ya", "Ya "] {
            assert!(!is_sentence(text), "{text:?}");
        }
    }
}
