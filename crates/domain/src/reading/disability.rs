//! Who is disabled, by what people write in lists and notes.

use super::words::{denies, plain};

/// What people call it, `tuna` and the word after it in one.
const WORDS: &[&str] = &[
    "disabilitas",
    "difabel",
    "disabel",
    "cacat",
    "berkebutuhan khusus",
    "tunadaksa",
    "tunanetra",
    "tunarungu",
    "tunawicara",
    "tunagrahita",
    "tunalaras",
    "tunaganda",
    "kursi roda",
    "lumpuh",
    "buta",
    "tuli",
    "bisu",
    "odgj",
    "gangguan jiwa",
    "autis",
    "down syndrome",
    "cerebral palsy",
];

/// Who cannot read, or sees colours otherwise, is not disabled.
const OTHERWISE: &[&str] = &[" buta huruf ", " buta aksara ", " buta warna "];

/// What may stand between a denial and the word: `tidak ada anggota penyandang disabilitas`.
const BETWEEN: &[&str] =
    &["ada", "punya", "memiliki", "termasuk", "anggota", "keluarga", "yang", "penyandang", "orang"];

/// Whether a note says that somebody is disabled.
pub fn tells_of_disability(text: &str) -> bool {
    text.to_lowercase().split([',', ';', '.', '(', ')', '\n']).any(is_told_in)
}

fn is_told_in(clause: &str) -> bool {
    let clause = format!(" {} ", plain(clause)).replace(" tuna ", " tuna");
    let clause = OTHERWISE.iter().fold(clause, |clause, other| clause.replace(other, " "));
    WORDS.iter().any(|word| {
        let Some((before, after)) = clause.split_once(&format!(" {word} ")) else { return false };
        let nearest = before.split(' ').rev().find(|word| !BETWEEN.contains(word));
        let answer = after.trim_end_matches(" ada ").trim();
        !nearest.into_iter().chain([answer]).any(|it| it == "non" || denies(it))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_notes_say() {
        for text in [
            "Istri disabilitas",
            "DIFABEL",
            "tuna daksa",
            "Tunanetra sejak lahir",
            "tuna rungu/wicara",
            "pakai kursi roda",
            "stroke, lumpuh",
            "lumpuh tidak bisa jalan",
            "tidak bisa jalan karena lumpuh",
            "ibu mertua ODGJ",
            "Kondisi Anggota: tuna daksa (SITI)",
            "bukan PKH; anak penyandang disabilitas",
            "Penyandang Disabilitas: ya",
        ] {
            assert!(tells_of_disability(text), "{text}");
        }
        for text in [
            "",
            "sehat",
            "bukan difabel",
            "tidak ada penyandang disabilitas",
            "Disabilitas: tidak",
            "disabilitas: tidak ada",
            "non disabilitas",
            "tunakarya",
            "tuna wisma",
            "buta huruf",
            "salah tulis",
            "data ganda",
        ] {
            assert!(!tells_of_disability(text), "{text}");
        }
    }
}
