//! When the data were published.

use crate::sentences;
use ::words::Language;

sentences! {
    /// Around it.
    Publication {
        none: "Belum ada data yang diterbitkan.", "Nothing has been published yet.";
        foreign: "Data di alamat ini bukan dari kantor kita. Jangan dipercaya; laporkan ke kelurahan.",
            "The data at this address are not from our office. Do not trust them; tell the kelurahan.";
        older: "Data di alamat ini lebih lama dari yang pernah dibuka di sini. Laporkan ke kelurahan.",
            "The data at this address are older than what was opened here before. Tell the kelurahan.";
        example: "Ini data contoh, bukan keluarga sungguhan.", "These are made-up data, not real families.";
        ask: "Tanya ke mana?", "Whom to ask";
    }
}

/// What is said of a publication that is no longer fresh.
pub fn old(language: Language, date: &str) -> String {
    match language {
        Language::Indonesian => {
            ["Data lama, terbit ", date, ". Sekarang mungkin sudah berubah. Tanya ketua RT atau kelurahan."]
                .concat()
        }
        Language::English => [
            "Old data, published on ",
            date,
            ". Things may be different now: ask the head of your RT or the kelurahan.",
        ]
        .concat(),
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
