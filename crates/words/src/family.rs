//! The people of a family, what they receive, and what happens to it.

use crate::{Language, words_of};
use domain::{Aid, ChangeKind, Relation, Sex};

words_of! {
    /// A place in the KK.
    relation(Relation) {
        Head => "Kepala keluarga", "Head of the family";
        Husband => "Suami", "Husband";
        Wife => "Istri", "Wife";
        Child => "Anak", "Child";
        ChildInLaw => "Menantu", "Child-in-law";
        Grandchild => "Cucu", "Grandchild";
        Parent => "Orang tua", "Parent";
        ParentInLaw => "Mertua", "Parent-in-law";
        Relative => "Famili lain", "Other relative";
        Other => "Lainnya", "Other";
    }
}

words_of! {
    /// Male or female.
    sex(Sex) {
        Male => "Laki-laki", "Male";
        Female => "Perempuan", "Female";
    }
}

words_of! {
    /// The name of a programme, as short as people say it.
    aid(Aid) {
        Pkh => "PKH", "PKH";
        Bpnt => "BPNT", "BPNT";
        KartuSembako => "Kartu Sembako", "Kartu Sembako";
        PaketSembako => "Paket Sembako", "Paket Sembako";
        Prakerja => "Kartu Prakerja", "Kartu Prakerja";
        Other => "Bantuan lain", "Other aid";
    }
}

/// The name of a programme within a sentence: a name of its own keeps its capitals.
pub const fn aid_in_sentence(language: Language, aid: Aid) -> &'static str {
    match (language, aid) {
        (Language::Indonesian, Aid::Other) => "bantuan lain",
        (Language::English, Aid::Other) => "other aid",
        _ => self::aid(language, aid),
    }
}

words_of! {
    /// The name of a programme in full.
    aid_in_full(Aid) {
        Pkh => "PKH (Program Keluarga Harapan)", "PKH (Program Keluarga Harapan)";
        Bpnt => "BPNT (Bantuan Pangan Non Tunai)", "BPNT (Bantuan Pangan Non Tunai)";
        KartuSembako => "Kartu Sembako", "Kartu Sembako";
        PaketSembako => "Paket Sembako", "Paket Sembako";
        Prakerja => "Kartu Prakerja", "Kartu Prakerja";
        Other => "Bantuan lain", "Other aid";
    }
}

words_of! {
    /// What happened to a family.
    change(ChangeKind) {
        HeadDied => "Kepala keluarga meninggal", "The head of the family died";
        Moved => "Pindah", "Moved away";
        NotFound => "Tidak ditemukan", "Not found";
        Back => "Ada kembali", "There again";
        PairClosed => "Hanya kode yang membuka status", "Only the code opens the status";
    }
}
