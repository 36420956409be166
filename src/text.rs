//! All that the app says, in two languages side by side. No sentence stands anywhere else.
//!
//! A table holds what is said as it stands; what takes a number or a name is a function beside it. Sentences are for
//! readers of twelve; numbers, dates and money are written by `browser::intl`.

pub use ::words::Language;

pub mod about;
pub mod check;
pub mod common;
pub mod documents;
pub mod family;
pub mod fate;
pub mod fault;
pub mod files;
pub mod finding;
pub mod home;
pub mod invitation;
pub mod kiosk;
pub mod ledger;
pub mod letter;
pub mod next_step;
pub mod outbox;
pub mod phone;
pub mod points;
pub mod problem;
pub mod progress;
pub mod publication;
pub mod rt;
pub mod rules;
pub mod status;
pub mod surat_kuasa;

/// Everything in a language.
pub fn of(language: Language) -> &'static Text {
    language.pick(&INDONESIAN, &ENGLISH)
}

/// A table of sentences, each in Indonesian and in English.
macro_rules! sentences {
    ($(#[$meta:meta])* $name:ident { $($field:ident: $indonesian:literal, $english:literal;)+ }) => {
        $(#[$meta])*
        pub struct $name { $(pub $field: &'static str,)+ }

        impl $name {
            /// In Indonesian.
            pub(super) const INDONESIAN: Self = Self { $($field: $indonesian,)+ };
            /// In English.
            pub(super) const ENGLISH: Self = Self { $($field: $english,)+ };
            /// Every sentence: its name, Indonesian, English.
            #[cfg(test)]
            pub(super) const ALL: &[(&str, &str, &str)] = &[$((stringify!($field), $indonesian, $english),)+];
        }
    };
}
use sentences;

/// Gathers the tables.
macro_rules! tables {
    ($($name:ident: $table:ty,)+) => {
        /// Everything that is said in one language. Each table is linked only into the programs that read it.
        pub struct Text { pub language: Language }

        static INDONESIAN: Text = Text { language: Language::Indonesian };
        static ENGLISH: Text = Text { language: Language::English };

        impl Text {
            $(
                /// The table of this name.
                pub fn $name(&self) -> &'static $table {
                    static INDONESIAN: $table = <$table>::INDONESIAN;
                    static ENGLISH: $table = <$table>::ENGLISH;
                    self.language.pick(&INDONESIAN, &ENGLISH)
                }
            )+
        }

        #[cfg(test)]
        const TABLES: &[(&str, &[(&str, &str, &str)])] = &[$((stringify!($name), <$table>::ALL),)+];
    };
}

tables! {
    common: common::Common,
    home: home::Home,
    check: check::Check,
    result: status::Result,
    next: next_step::Words,
    points: points::Points,
    kiosk: kiosk::Kiosk,
    publication: publication::Publication,
    rules: rules::Rules,
    documents: documents::Documents,
    letter: letter::Letter,
    about: about::About,
    rt: rt::Rt,
    family: family::Family,
    finding: finding::Finding,
    files: files::Files,
    outbox: outbox::Outbox,
    phone: phone::Phone,
    ledger: ledger::Ledger,
    fate: fate::Fate,
    progress: progress::Progress,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_there_in_both_languages() {
        for (table, sentences) in TABLES {
            for (name, indonesian, english) in *sentences {
                for sentence in [indonesian, english] {
                    assert!(!sentence.trim().is_empty(), "{table}.{name} is empty");
                    assert_eq!(sentence.trim(), *sentence, "{table}.{name} has blanks around it");
                }
            }
        }
    }
}
