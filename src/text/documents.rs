//! Who comes to the point, and what to bring.

use super::{Language, words};
use domain::{Document, Visitor};

words! {
    /// The checklist.
    Documents {
        title: "Apa yang harus dibawa?", "What do I bring?";
        lead: "Siapa yang datang ke titik pengambilan?", "Who comes to the pickup point?";
        list_title: "Yang harus dibawa", "What to bring";
        both: "Bawa yang asli dan fotokopinya.", "Bring each as original and photocopy.";
        good_to_know: "Yang perlu diketahui", "Good to know";
        ground_floor: "Lansia dan penyandang disabilitas boleh diwakili. Di setiap titik ada ruang di lantai dasar untuk mereka.",
            "Old and disabled people may send a proxy. Every point has a room for them on the ground floor.";
        pin: "PIN kartu ATM dibuat di tempat. Jangan beri tahu siapa pun, juga tidak petugas.",
            "The PIN of the card is set there. Tell it to nobody, not even to staff.";
        no_fee: "Pengambilan tidak dipungut biaya.", "Collecting costs nothing.";
        next_day: "Uang bisa ditarik mulai esok harinya di ATM Bersama mana pun.",
            "The money can be withdrawn from the next day at any ATM Bersama machine.";
        fill_in: "Isi surat kuasa", "Fill in the power of attorney";
        print_list: "Cetak daftar ini", "Print this list";
        someone_else: "Orang lain yang datang", "Someone else comes";
        sick_title: "Kalau sakit, jangan datang", "If you are ill, do not come";
        sick: "Istirahat dulu. Nama Anda tidak dicoret: undangan berikutnya datang sendiri, sampai undangan ketiga.",
            "Get well first. You are not removed: the next invitation comes by itself, up to the third.";
        sick_proxy: "Bila ingin lebih cepat, kirim wakil dari KK yang sama dengan surat kuasa.",
            "If you want it sooner, send a proxy of the same KK with a power of attorney.";
    }
}

/// Who comes.
pub fn visitor(language: Language, visitor: Visitor) -> &'static str {
    let (indonesian, english) = match visitor {
        Visitor::Invited => ("Yang namanya ada di undangan", "The person named on the invitation"),
        Visitor::SameKk => ("Orang lain di KK yang sama", "Someone else of the same KK"),
        Visitor::Outsider => ("Orang di luar KK", "Someone outside the KK"),
        Visitor::Wife => {
            ("Istri, karena suami tidak bisa menandatangani", "The wife, as the husband cannot sign")
        }
        Visitor::Heir => ("Ahli waris, karena penerima meninggal", "An heir, as the recipient has died"),
        Visitor::Sick => ("Penerima sedang sakit", "The recipient is ill"),
    };
    language.pick(indonesian, english)
}

/// More on who comes; may be empty.
pub fn visitor_hint(language: Language, visitor: Visitor) -> &'static str {
    match visitor {
        Visitor::SameKk => language.pick("Dengan surat kuasa", "With a power of attorney"),
        Visitor::Outsider => language.pick(
            "Dengan surat kuasa dan surat pengantar",
            "With a power of attorney and a letter of reference",
        ),
        Visitor::Wife => language.pick(
            "Melaut, bekerja jauh, bercerai, di penjara, atau di rumah sakit",
            "At sea, working away, divorced, in prison, or in hospital",
        ),
        Visitor::Heir => language.pick("Ahli waris di KK yang sama", "An heir in the same KK"),
        Visitor::Invited | Visitor::Sick => "",
    }
}

/// A paper by its name. In English it keeps its own name: that is what stands on it.
pub fn document(language: Language, document: Document) -> &'static str {
    let (indonesian, english) = match document {
        Document::Invitation => ("Undangan", "Undangan (invitation)"),
        Document::Ktp => ("KTP yang datang", "KTP of the person who comes"),
        Document::Kk => ("Kartu Keluarga (KK) yang datang", "Kartu Keluarga (KK) of the person who comes"),
        Document::KtpOfPrincipal => ("KTP yang diwakili", "KTP of the person represented"),
        Document::KkOfPrincipal => {
            ("Kartu Keluarga (KK) yang diwakili", "Kartu Keluarga (KK) of the person represented")
        }
        Document::SuratKuasa => ("Surat kuasa", "Surat kuasa (power of attorney)"),
        Document::SuratPengantar => ("Surat pengantar", "Surat pengantar (letter of reference)"),
        Document::BukuNikah => {
            ("Buku nikah, atau bukti lain yang serupa", "Buku nikah (marriage book), or a proof like it")
        }
        Document::DeathCertificate => {
            ("Surat keterangan kematian", "Surat keterangan kematian (death certificate)")
        }
    };
    language.pick(indonesian, english)
}

/// Where a paper comes from; empty where everybody knows.
pub fn document_hint(language: Language, document: Document) -> &'static str {
    match document {
        Document::Invitation => language.pick(
            "Diantar RT atau RW paling lambat sehari sebelumnya",
            "Brought by the RT or RW at least a day ahead",
        ),
        Document::SuratKuasa => {
            language.pick("Bisa diisi dan dicetak di sini", "Can be filled in and printed here")
        }
        Document::SuratPengantar => language.pick(
            "Dari Kasatpel Sosial di kantor kecamatan",
            "From the Kasatpel Sosial in the kecamatan office",
        ),
        Document::DeathCertificate => language.pick(
            "Dari kelurahan, rumah sakit, atau Dukcapil",
            "From the kelurahan, a hospital, or Dukcapil",
        ),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_visitor_and_paper_has_a_name() {
        for language in [Language::Indonesian, Language::English] {
            assert!(Visitor::ALL.iter().all(|it| !visitor(language, *it).is_empty()));
            assert!(Document::ALL.iter().all(|it| !document(language, *it).is_empty()));
        }
    }
}
