//! When the data were published.

use crate::sentences;
use ::words::Language;

sentences! {
    /// Around it.
    Publication {
        none: "Belum ada data yang diterbitkan.", "Nothing has been published yet.";
        example: "Ini data contoh, bukan keluarga sungguhan.", "These are made-up data, not real families.";
    }
}

/// `Data diterbitkan 12 Maret 2021 pukul 06.00. Tahap 2.`
pub fn line(language: Language, date: &str, time: &str, tahap: u16) -> String {
    let tahap = tahap.to_string();
    match language {
        Language::Indonesian => {
            ["Data diterbitkan ", date, " pukul ", time, ". Tahap ", &tahap, "."].concat()
        }
        Language::English => ["Data published on ", date, " at ", time, ". Tahap ", &tahap, "."].concat(),
    }
}
