//! What should be looked at in a family: warnings that may stand, families that look the same, what happened since.

use ::words::Language;
use domain::{ChangeKind, Fault, Similarity};
use ui::sentences;

sentences! {
    /// Warnings, possible duplicates, changes of a household.
    Finding {
        keep: "Biarkan, ini benar", "Let it stand, it is right";
        kept: "Dibiarkan", "Let stand";
        kept_title: "Sudah diperiksa", "Looked at";
        reconsider: "Periksa lagi", "Look at it again";
        own_reason: "Alasan lain", "Another reason";
        say_reason: "Simpan alasan", "Keep the reason";
        why: "Kenapa?", "Why?";
        no_reason: "Tulis alasannya dulu.", "Write the reason first.";

        duplicates: "Mungkin keluarga yang sama", "Perhaps the same family";
        not_same: "Bukan keluarga yang sama", "Not the same family";

        happenings: "Ada perubahan di keluarga ini?", "Has something changed in this family?";
        happenings_lead: "Keluarga tetap di daftar dengan kode pendaftaran yang sama. Bantuan ini milik keluarga, bukan milik satu orang.",
            "The family stays on the list with the same registration code. The aid is the family's, not one person's.";
        head_died: "Kepala keluarga meninggal", "The head of the family died";
        choose_heir: "Pilih ahli waris dari KK yang sama. Ia langsung menjadi kepala keluarga.",
            "Choose the heir from the same KK. He or she becomes the head at once.";
        no_heir: "Tidak ada anggota lain di KK ini. Tambahkan dulu anggotanya, atau beri tahu kelurahan.",
            "There is nobody else in this KK. Add the members first, or tell the kelurahan.";
        new_kk: "KK baru akan terbit. Ganti nomor KK di sini kalau sudah ada. Sesudah itu periksa hubungan anggota lain dengan kepala keluarga yang baru.",
            "A new KK will be issued. Replace the KK number here once it is there. Then check what the others are to the new head.";
        former_head: "Kepala keluarga dulu, sudah meninggal", "Former head of the family, deceased";
        back: "Ada kembali", "There again";
        noted: "Dicatat", "Noted";
    }
}

/// Why a warning may stand, as one would say it.
pub fn keep_reasons(language: Language, fault: Fault) -> Vec<&'static str> {
    let compared = language.pick("Sudah dicocokkan dengan KTP dan KK", "Compared with KTP and KK");
    let own = match fault {
        Fault::WithoutNik => language.pick("NIK sedang diurus", "The NIK is being applied for"),
        Fault::WithoutKk => language.pick("KK sedang diurus", "The KK is being applied for"),
        Fault::ForeignRegion => language.pick("Pindahan dari daerah lain", "Moved here from elsewhere"),
        Fault::NikBirth | Fault::NikSex | Fault::Serial => {
            language.pick("Memang begitu di KTP-nya", "It is so on the KTP")
        }
        Fault::UnusualNeighbourhood => language.pick("Nomornya memang begitu", "That is its number"),
        Fault::OtherNeighbourhood => {
            language.pick("Tinggal di perbatasan RT", "Lives at the border of the RT")
        }
        Fault::Unanswered => {
            language.pick("Keluarganya belum bisa ditanya", "The family could not be asked yet")
        }
        Fault::OtherAid => language.pick("Bantuan itu sudah berhenti", "That aid has ended"),
        _ => language.pick("Keluarganya bilang begitu", "The family says so"),
    };
    match fault {
        Fault::WithoutNik | Fault::WithoutKk | Fault::Unanswered => vec![own],
        _ => vec![own, compared],
    }
}

/// How one family is told from another, as one would say it.
pub fn not_same_reasons(language: Language, likeness: Similarity) -> Vec<&'static str> {
    match likeness {
        Similarity::Nik => vec![
            language.pick("Orangnya sudah pindah KK", "The person has moved to this KK"),
            language.pick("NIK di keluarga lain itu salah ketik", "The NIK of the other family is mistyped"),
        ],
        Similarity::Kk => vec![
            language
                .pick("Nomor KK di keluarga lain itu salah ketik", "The KK number of the other is mistyped"),
            language.pick("KK-nya sudah dipecah", "The KK was divided"),
        ],
        Similarity::NameAndAddress => vec![
            language.pick("Namanya sama, orangnya lain", "The same name, another person"),
            language.pick("Satu rumah, dua KK", "One house, two KK"),
        ],
    }
}

/// Why a family is not at its address, as one would say it.
pub fn absence_reasons(language: Language, what: ChangeKind) -> Vec<&'static str> {
    match what {
        ChangeKind::Moved => vec![
            language.pick("Ke RT lain di Jakarta", "To another RT in Jakarta"),
            language.pick("Ke luar Jakarta", "Out of Jakarta"),
        ],
        _ => vec![
            language.pick("Rumahnya kosong", "The house is empty"),
            language.pick("Tetangga tidak kenal", "The neighbours do not know them"),
        ],
    }
}

/// What gives a twin away.
pub fn likeness(language: Language, likeness: Similarity) -> &'static str {
    match likeness {
        Similarity::Nik => {
            language.pick("NIK ini sudah ada di keluarga lain:", "Another family has this NIK:")
        }
        Similarity::Kk => {
            language.pick("Nomor KK ini sudah ada di keluarga lain:", "Another family has this KK number:")
        }
        Similarity::NameAndAddress => {
            language.pick("Nama dan alamatnya hampir sama dengan:", "Name and address are nearly those of:")
        }
    }
}

/// `Siti Aminah (Istri)`
pub fn heir(name: &str, relation: &str) -> String {
    if relation.is_empty() { name.to_owned() } else { [name, " (", relation, ")"].concat() }
}

/// `KK ···· 9012`, or nothing.
pub fn masked(what: &str, digits: &str) -> String {
    let symbols: Vec<char> = digits.chars().filter(char::is_ascii_digit).collect();
    let last: String = symbols.iter().skip(symbols.len().saturating_sub(4)).collect();
    if last.is_empty() { String::new() } else { [what, " ···· ", &last].concat() }
}
