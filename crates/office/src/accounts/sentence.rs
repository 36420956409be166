//! What is wrong with a line of the bank, in a sentence.

use crate::register::Posting;

/// The sentence of a posting, for whoever has to settle it.
pub fn sentence(posting: Posting, tahap: u16) -> String {
    let text = match posting {
        Posting::Withdrawn => {
            return "Berkasnya ditarik kembali: baris ini tidak berarti apa-apa.".to_owned();
        }
        Posting::Paid => "Dibayar sesuai haknya.",
        Posting::Returned => "Dana kembali dari rekening: keluarga ini menunggu dibayar lagi.",
        Posting::PaidAgain => "Dana kembali, lalu dibayar lagi.",
        Posting::Void => "Bukan pembayaran.",
        Posting::Failed => "Gagal: tidak ada uang yang dibayar.",
        Posting::Return => "Menyebut dana yang kembali.",
        Posting::OtherAmount => "Jumlahnya lain dari haknya: tanyakan kepada bank.",
        Posting::NoAmount => "Jumlah uang tidak terbaca: tanyakan kepada bank.",
        Posting::Unknown => "Di register tidak ada keluarga itu, atau ada beberapa: siapa yang dibayar?",
        Posting::NotDue => {
            return format!(
                "Keluarga ini tidak ditetapkan untuk tahap {tahap} pada tanggal itu: periksa tahapnya."
            );
        }
        Posting::Double => return format!("Tahap {tahap} sudah cair untuk keluarga ini: dibayar dua kali?"),
        Posting::Left => "Keluarga ini sudah tidak di daftar penerima: uangnya harus kembali?",
        Posting::Held => "Keluarga ini tertunda: putuskan dulu, lalu baris ini diperiksa lagi.",
        Posting::NoCard => "Keluarga ini belum tercatat menerima kartu: minta laporan titiknya.",
        Posting::OtherTahap => return format!("Baris ini menyebut tahap lain, bukan tahap {tahap}."),
        Posting::OtherName => "Nama di baris ini bukan nama seorang pun di keluarga itu.",
        Posting::Contradiction => "Menyebut gagal, padahal sebelumnya cair: tanyakan kepada bank.",
        Posting::ReturnOfNothing => {
            "Dana kembali, padahal pembayarannya bertanggal sesudah itu: periksa tanggalnya, atau tanyakan kepada bank."
        }
        Posting::Unclear => "Tidak jelas apakah uangnya cair: tanyakan kepada bank.",
    };
    text.to_owned()
}
