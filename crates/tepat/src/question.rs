//! What a person is asked.

use domain::Question;

/// The question as a sentence.
pub(crate) fn question(question: Question) -> &'static str {
    match question {
        Question::AidLookAlike => {
            "Seorang penerima bantuan lain bernama mirip, lahir pada hari yang sama, di kelurahan yang sama. Orang yang sama?"
        }
        Question::PersonTwice => "NIK seorang anggota juga ada di keluarga lain. Di mana orang itu tinggal?",
        Question::SamePeople => {
            "Orang-orang di catatan ini juga tercatat dengan nomor KK lain. Keluarga yang sama, dengan nomor baru? `sama`: perkaranya diteruskan, dengan kartu dan uangnya; `beda`: keluarga sendiri."
        }
        Question::KkTwice => {
            "Nomor KK ini juga dipakai keluarga lain yang sudah menerima. Satu keluarga yang tercatat dua kali?"
        }
        Question::ListedByTwo => {
            "Dua RT mencatat keluarga ini. Di mana keluarga ini tinggal? `layak` untuk catatan yang benar sudah cukup; `sama` bila keluarga itu pindah ke RT catatan ini."
        }
        Question::OtherKk => "Menurut Dukcapil seorang anggota ada di KK lain. Mana yang benar?",
        Question::Moved => {
            "Menurut Dukcapil seorang anggota sudah pindah; ketua RT mencatat keluarga ini tinggal di sini. Mana yang benar?"
        }
        Question::Died => "Menurut Dukcapil semua orang dewasa sudah meninggal. Adakah ahli waris di KK ini?",
        Question::Declined => "Menurut titik, keluarga ini menolak bantuan. Benarkah?",
        Question::Overruled => {
            "Petugas atau penetapan dulu menerima keluarga ini; data yang datang sesudahnya menyebut sebaliknya. Mana yang benar?"
        }
        Question::Contradiction => "Catatan ini tidak cocok satu sama lain. Mana yang benar?",
        Question::HeadDied => {
            "Menurut Dukcapil kepala keluarga penerima ini sudah meninggal. Siapa ahli warisnya? Ganti kepala di catatannya: daftar bank dan lembar titik masih memuat yang lama."
        }
        Question::Replaced => {
            "Sejak ditetapkan, semua orang di catatan ini berganti. Masih keluarga yang sama?"
        }
        Question::Objected => {
            "Aturan menolak keluarga ini, lalu kasusnya dibuka lagi (sanggah). Apakah penolakannya benar? `layak` bila tidak."
        }
    }
}
