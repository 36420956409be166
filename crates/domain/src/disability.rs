//! Who is disabled, by what people write in lists and notes.

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

const DENIALS: &[&str] = &["tidak", "tdk", "tak", "bukan", "tanpa", "non", "belum", "blm", "nihil"];

/// What may stand between a denial and the word: `tidak ada anggota penyandang disabilitas`.
const BETWEEN: &[&str] =
    &["ada", "punya", "memiliki", "termasuk", "anggota", "keluarga", "yang", "penyandang", "orang"];

/// Whether a text says that somebody is.
pub(crate) fn is_told(text: &str) -> bool {
    text.to_lowercase().split([',', ';', '.', '(', ')', '\n']).any(is_told_in)
}

fn is_told_in(clause: &str) -> bool {
    let words: Vec<&str> =
        clause.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let clause = format!(" {} ", words.join(" ")).replace(" tuna ", " tuna");
    let clause = OTHERWISE.iter().fold(clause, |clause, other| clause.replace(other, " "));
    WORDS.iter().any(|word| {
        let Some((before, after)) = clause.split_once(&format!(" {word} ")) else { return false };
        let nearest = before.split(' ').rev().find(|word| !BETWEEN.contains(word));
        let answer = after.trim_end_matches(" ada ").trim();
        !nearest.into_iter().chain([answer]).any(|it| DENIALS.contains(&it))
    })
}

#[cfg(test)]
mod tests {
    use super::is_told;

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
            assert!(is_told(text), "{text}");
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
            assert!(!is_told(text), "{text}");
        }
    }
}
