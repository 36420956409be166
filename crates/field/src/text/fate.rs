//! What became of a family, for the head of the RT who listed it.

use ::words::Language;
use domain::Status;
use ui::sentences;
use wire::EventDto;

sentences! {
    /// The page of a family's fate.
    Fate {
        lead: "Yang diputuskan kelurahan dan Dinas Sosial, dan yang perlu Anda lakukan.",
            "What the kelurahan and Dinas Sosial decided, and what you should do.";
        unknown: "Belum ada kabar dari kelurahan tentang keluarga ini.", "The kelurahan has said nothing of this family yet.";
        received: "Sudah diterima, belum diumumkan. Dinas Sosial memeriksanya dulu.", "Received, not announced yet. Dinas Sosial checks it first.";
        edit: "Buka datanya", "Open its data";
        mend: "Perbaiki datanya", "Mend its data";
        resend: "Periksa dan kirim", "Check and send";
        way: "Perjalanan keluarga ini", "The way of this family";
        code: "Kode pendaftaran", "Registration code";
        only_code: "Hanya kode yang membuka status", "Only the code opens the status";
        only_code_lead: "Status keluarga ini juga terbuka dengan nomor KK dan NIK. Kalau orang lain tahu nomornya, tutup jalan itu.",
            "The status of this family also opens with KK number and NIK. If others know the numbers, close that way.";
        close_pair: "Tutup jalan nomor KK dan NIK", "Close the way by KK number and NIK";
        close_question: "Pastikan keluarga menyimpan kodenya: nanti hanya kode yang membuka statusnya. Sesudah terkirim, hanya kelurahan yang bisa membuka jalan itu lagi.",
            "Make sure that the family keeps its code: only the code will open its status. Once it is sent, only the kelurahan can open that way again.";
        close_sure: "Ya, tutup", "Yes, close it";
        closed: "Diminta ditutup. Berlaku setelah daftar Anda terkirim dan data terbit lagi.",
            "Asked to be closed. It holds once your list is sent and the data are published again.";
        leave_open: "Biarkan terbuka", "Leave it open";
        reopen: "Untuk membukanya lagi, keluarga datang ke kelurahan.", "To open it again the family goes to the kelurahan.";
        to_list: "Ke daftar keluarga", "To the list of families";
        to_ledger: "Ke daftar undangan", "To the invitations";
        story: "Riwayat keluarga ini", "The story of this family";
    }
}

/// By when something is to be heard of a family that was received.
pub fn expected(language: Language, date: &str) -> String {
    let (before, after) = match language {
        Language::Indonesian => ("Perkiraan: data terbit lagi paling lambat ", ". Lihat lagi di sini."),
        Language::English => ("Estimate: the data are published again by ", ". Look here again then."),
    };
    [before, date, after].concat()
}

/// What the head of the RT does now.
pub fn to_do(language: Language, event: &EventDto) -> &'static str {
    let Some(status) = event.status.known() else {
        return language.pick(
            "Muat ulang aplikasi saat ada sinyal: versi ini belum mengenal status itu.",
            "Reload the app when there is a signal: this version does not know that status.",
        );
    };
    let (indonesian, english) = match status {
        Status::Proposed => {
            ("Tunggu: kelurahan memeriksa daftar Anda.", "Wait: the kelurahan checks your list.")
        }
        Status::KelurahanReview => {
            ("Tunggu: Dinas Sosial memeriksa datanya.", "Wait: Dinas Sosial checks the data.")
        }
        Status::Verified => ("Tunggu penetapan.", "Wait for the final list."),
        Status::Approved => (
            "Beri tahu keluarganya. Undangan mengambil kartu datang lewat Anda.",
            "Tell the family. The invitation to collect the card comes through you.",
        ),
        Status::Invited => (
            "Antar undangannya paling lambat sehari sebelumnya, lalu tandai siapa yang datang.",
            "Bring the invitation at least a day ahead, then mark who came.",
        ),
        Status::CardReceived => (
            "Tidak perlu apa-apa. Uang bisa ditarik mulai esok harinya.",
            "Nothing to do. The money can be withdrawn from the next day.",
        ),
        Status::Paid => {
            ("Tidak perlu apa-apa. Uang sudah masuk rekening.", "Nothing to do. The money is in the account.")
        }
        Status::Returned => (
            "Perbaiki bersama keluarganya, simpan, lalu kirim lagi.",
            "Mend it together with the family, save it, and send it again.",
        ),
        Status::Held => (
            "Beri tahu keluarganya untuk menunggu. Namanya tidak dicoret.",
            "Tell the family to wait. It is not removed.",
        ),
        Status::Transferred => (
            "Beri tahu keluarganya: bantuan dibayar lewat PT Pos. Bawa KTP dan KK ke kantor pos.",
            "Tell the family that it is paid through PT Pos. It takes KTP and KK to the post office.",
        ),
        Status::Refused | Status::Removed => (
            "Beri tahu keluarganya alasannya. Kalau tidak benar, perbaiki datanya dan kirim lagi, atau bantu ajukan sanggah ke kelurahan.",
            "Tell the family the reason. If it is not true, mend the data and send them again, or help it object at the kelurahan.",
        ),
        Status::Withdrawn => (
            "Keluarga ini Anda tarik. Simpan lagi dan kirim kalau mau mengusulkannya kembali.",
            "You took this family back. Save and send it to list it again.",
        ),
    };
    language.pick(indonesian, english)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Date, Event};

    #[test]
    fn there_is_something_to_do_or_to_wait_for() {
        for status in Status::ALL {
            let event = EventDto::from(&Event::new(*status, Date::LAST));
            for language in [Language::Indonesian, Language::English] {
                assert!(to_do(language, &event).ends_with('.'), "{status}");
            }
        }
    }
}
