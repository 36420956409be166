//! Calls, and who comes with what.

use crate::{Language, words_of};
use domain::{Absence, Attendance, Document, Visitor};

/// `Undangan kesatu`
pub const fn call(language: Language, call: u8) -> &'static str {
    let (indonesian, english) = match call {
        1 => ("Undangan kesatu", "First invitation"),
        2 => ("Undangan kedua", "Second invitation"),
        _ => ("Undangan ketiga", "Third invitation"),
    };
    match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    }
}

words_of! {
    /// Who comes to the point.
    visitor(Visitor) {
        Invited => "Yang namanya ada di undangan", "The person named on the invitation";
        SameKk => "Orang lain di KK yang sama", "Someone else of the same KK";
        Outsider => "Orang di luar KK", "Someone outside the KK";
        Wife => "Istri, karena suami tidak bisa menandatangani", "The wife, as the husband cannot sign";
        Heir => "Ahli waris, karena penerima meninggal", "An heir, as the recipient has died";
        Sick => "Penerima sedang sakit", "The recipient is ill";
    }
}

words_of! {
    /// A paper by its name. In English it keeps its own name: that is what stands on it.
    document(Document) {
        Invitation => "Undangan", "Undangan (invitation)";
        Ktp => "KTP yang datang", "KTP of the person who comes";
        Kk => "Kartu Keluarga (KK) yang datang", "Kartu Keluarga (KK) of the person who comes";
        KtpOfPrincipal => "KTP yang diwakili", "KTP of the person represented";
        KkOfPrincipal => "Kartu Keluarga (KK) yang diwakili", "Kartu Keluarga (KK) of the person represented";
        SuratKuasa => "Surat kuasa", "Surat kuasa (power of attorney)";
        SuratPengantar => "Surat pengantar", "Surat pengantar (letter of reference)";
        BukuNikah => "Buku nikah, atau bukti lain yang serupa", "Buku nikah (marriage book), or a proof like it";
        DeathCertificate => "Surat keterangan kematian", "Surat keterangan kematian (death certificate)";
    }
}

words_of! {
    /// What came of a call.
    attendance(Attendance) {
        Told => "Sudah diberi tahu", "Told";
        Came => "Datang", "Came";
        Absent => "Tidak datang", "Did not come";
        Proxy => "Diwakili", "A proxy came";
        Heir => "Ahli waris datang", "An heir came";
    }
}

words_of! {
    /// Why nobody came.
    absence(Absence) {
        Ill => "Sakit", "Ill";
        Working => "Bekerja", "At work";
        Away => "Di luar kota", "Out of town";
        Papers => "Berkas kurang", "A paper was missing";
        TooFar => "Tempatnya terlalu jauh", "The point is too far away";
        NotReached => "Undangan terlambat sampai", "The invitation came too late";
        Declined => "Tidak mau menerima", "Does not want the aid";
        Other => "Sebab lain", "Something else";
    }
}
