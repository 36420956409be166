//! Where a family stands, and why.

use crate::words_of;
use domain::{Reason, Status};

words_of! {
    /// Where a family stands, as a step of its way.
    status(Status) {
        Proposed => "Dicatat ketua RT", "Listed by the head of the RT";
        KelurahanReview => "Diperiksa kelurahan", "Checked by the kelurahan";
        Verified => "Diverifikasi Dinas Sosial", "Verified by Dinas Sosial";
        Approved => "Ditetapkan", "On the final list";
        Invited => "Undangan", "Invitation";
        CardReceived => "Kartu ATM diterima", "Bank card received";
        Paid => "Uang cair", "Money paid";
        Returned => "Dikembalikan ke RT", "Sent back to the RT";
        Held => "Tertunda", "On hold";
        Transferred => "Dialihkan ke Kemensos", "Transferred to Kemensos";
        Refused => "Ditolak", "Refused";
        Removed => "Dicoret", "Removed";
        Withdrawn => "Ditarik RT", "Taken back by the RT";
    }
}

words_of! {
    /// Where the family stands, in a sentence to it.
    headline(Status) {
        Proposed => "Keluarga Anda sudah diusulkan", "Your family has been listed";
        KelurahanReview => "Kelurahan sedang memeriksa data Anda", "The kelurahan is checking your data";
        Verified => "Data keluarga Anda sudah diperiksa", "The data of your family have been checked";
        Approved => "Keluarga Anda menerima BST", "Your family receives BST";
        Invited => "Keluarga Anda diundang mengambil kartu", "Your family is invited to collect its card";
        CardReceived => "Kartu ATM sudah diterima", "The bank card has been received";
        Paid => "Uang BST sudah masuk rekening", "The money is in the account";
        Returned => "Data Anda dikembalikan ke RT", "Your data went back to the RT";
        Held => "Bantuan Anda tertunda", "Your aid is on hold";
        Transferred => "Keluarga Anda dialihkan ke Kemensos", "Your family was transferred to Kemensos";
        Refused => "Keluarga Anda belum bisa menerima BST", "Your family cannot receive BST for now";
        Removed => "Keluarga Anda dicoret dari daftar", "Your family was removed from the list";
        Withdrawn => "RT menarik keluarga Anda dari daftar", "The RT took your family off its list";
    }
}

words_of! {
    /// Why, in a sentence.
    reason(Reason) {
        OtherAid => "Ada anggota keluarga yang sudah menerima bantuan lain dari pemerintah pusat.",
            "Someone in the family already receives other aid of the central government.";
        Duplicate => "Keluarga ini tercatat dua kali.", "This family is listed twice.";
        FixedIncome => "Ada anggota keluarga yang bergaji tetap, atau keluarga dinilai mampu.",
            "Someone in the family has a fixed income, or the family is able to provide for itself.";
        MovedOut => "Keluarga sudah pindah dari DKI Jakarta.", "The family has moved out of DKI Jakarta.";
        Died => "Penerima meninggal, dan tidak ada ahli waris dalam KK.", "The recipient has died, and there is no heir in the KK.";
        NotFound => "Keluarga tidak ditemukan di alamat yang tercatat.", "The family was not found at the address on record.";
        NotAffected => "Keluarga ini tidak kehilangan penghasilan karena pandemi.", "This family lost no income through the pandemic.";
        Declined => "Keluarga menyatakan tidak mau menerima bantuan ini.", "The family says that it does not want this aid.";
        CardMisused => "Kartu dipakai dengan cara yang salah.", "The card was misused.";
        Musyawarah => "Ini keputusan musyawarah kelurahan.", "The musyawarah kelurahan, the meeting of the kelurahan, has decided so.";
        Mismatch => "NIK atau nomor KK tidak cocok dengan data Dukcapil.", "NIK or nomor KK do not match the data of Dukcapil.";
        Incomplete => "Ada data yang kurang atau salah.", "Some data are missing or wrong.";
        Matching => "Data Anda sedang dicocokkan dengan daftar bantuan Kemensos.", "Your data are being compared with the lists of Kemensos.";
        Kemensos => "Keluarga Anda masuk daftar Kemensos. Bantuannya dibayar lewat PT Pos.",
            "Your family is on the list of Kemensos. Its aid is paid through PT Pos.";
        Other => "Alasannya ada di catatan petugas.", "The reason stands in the note of the office.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn a_reason_is_a_sentence() {
        for language in [Language::Indonesian, Language::English] {
            assert!(Reason::ALL.iter().all(|it| reason(language, *it).ends_with('.')));
        }
    }
}
