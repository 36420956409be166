//! All that is said, in two languages side by side. No sentence stands anywhere else: here what more than one program says,
//! in the `text` of each program the rest.
//!
//! A table holds what is said as it stands; what takes a number or a name is a function beside it. Sentences are for
//! readers of twelve; numbers, dates and money are written by `browser::intl`.

pub mod check;
pub mod common;
pub mod documents;
pub mod fault;
pub mod next_step;
pub mod points;
pub mod publication;
pub mod scan;
pub mod status;
mod table;

pub use ::words::Language;
pub use table::is_sentence;

/// Everything that is said in one language. Each table is linked only into the programs that read it.
pub struct Text {
    /// The language.
    pub language: Language,
}

/// Everything in a language.
pub fn of(language: Language) -> &'static Text {
    static INDONESIAN: Text = Text { language: Language::Indonesian };
    static ENGLISH: Text = Text { language: Language::English };
    language.pick(&INDONESIAN, &ENGLISH)
}

impl Text {
    /// The frame around every page, and words that pages share.
    pub fn common(&self) -> &'static common::Common {
        common::Common::of(self.language)
    }

    /// Asking for a status.
    pub fn check(&self) -> &'static check::Check {
        check::Check::of(self.language)
    }

    /// The camera.
    pub fn scan(&self) -> &'static scan::Scan {
        scan::Scan::of(self.language)
    }

    /// The result of a look-up.
    pub fn result(&self) -> &'static status::Result {
        status::Result::of(self.language)
    }

    /// What a family does next.
    pub fn next(&self) -> &'static next_step::Words {
        next_step::Words::of(self.language)
    }

    /// Who comes, and what to bring.
    pub fn documents(&self) -> &'static documents::Documents {
        documents::Documents::of(self.language)
    }

    /// Points and their list.
    pub fn points(&self) -> &'static points::Points {
        points::Points::of(self.language)
    }

    /// The publication.
    pub fn publication(&self) -> &'static publication::Publication {
        publication::Publication::of(self.language)
    }
}
