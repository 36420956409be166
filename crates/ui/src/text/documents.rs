//! Who comes to the point, and what to bring.

use crate::sentences;
use ::words::Language;
use domain::{Document, Visitor};

pub use ::words::visit::{document, visitor};

sentences! {
    /// The checklist.
    Documents {
        title: "Apa yang harus dibawa?", "What do I bring?";
        lead: "Siapa yang datang ke titik pengambilan?", "Who comes to the pickup point?";
        list_title: "Yang harus dibawa", "What to bring";
        both: "Bawa yang asli dan fotokopinya.", "Bring each as original and photocopy.";
        good_to_know: "Yang perlu diketahui", "Good to know";
        ground_floor: "Orang tua dan penyandang disabilitas boleh diwakili. Di setiap titik ada ruang untuk mereka di lantai bawah.",
            "Old and disabled people may send a proxy. Every point has a room for them on the ground floor.";
        pin: "PIN kartu ATM dibuat di tempat. Jangan beri tahu siapa pun, juga tidak petugas.",
            "The PIN of the card is set there. Tell it to nobody, not even to staff.";
        no_fee: "Mengambil kartu itu gratis.", "Collecting costs nothing.";
        next_day: "Uang bisa ditarik mulai esok harinya di ATM Bersama mana pun.",
            "The money can be withdrawn from the next day at any ATM Bersama machine.";
        fill_in: "Isi surat kuasa", "Fill in the power of attorney";
        print_list: "Cetak daftar ini", "Print this list";
        someone_else: "Orang lain yang datang", "Someone else comes";
        sick_title: "Kalau sakit, jangan datang", "If you are ill, do not come";
        sick: "Istirahat dulu. Nama Anda tidak dicoret: undangan berikutnya datang sendiri, sampai undangan ketiga.",
            "Get well first. You are not removed: the next invitation comes by itself, up to the third.";
        sick_proxy: "Ingin lebih cepat? Minta orang lain di KK yang sama datang dengan surat kuasa.",
            "If you want it sooner, send a proxy of the same KK with a power of attorney.";
    }
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
            "Minta ke petugas sosial di kantor kecamatan",
            "Ask the social officer in the kecamatan office",
        ),
        Document::DeathCertificate => language.pick(
            "Dari kelurahan, rumah sakit, atau Dukcapil",
            "From the kelurahan, a hospital, or Dukcapil",
        ),
        _ => "",
    }
}
