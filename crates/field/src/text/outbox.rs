//! Reviewing and sending the list, and the receipt.

use super::rt;
use ::words::Language;
use phone::{Delivery, ListState, ListVersion, Refusal, SendFault};
use ui::sentences;
use ui::tone::Tone;

sentences! {
    /// The review page, the lists on their way, the receipt.
    Outbox {
        title: "Periksa dan kirim", "Check and send";
        lead: "Seluruh daftar dikirim sekaligus, terkunci. Hanya Dinas Sosial yang bisa membukanya.",
            "The whole list is sent at once, sealed. Only Dinas Sosial can open it.";
        in_list: "Dalam daftar", "On the list";
        new: "Baru", "New";
        changed: "Berubah", "Changed";
        unchanged: "Tidak berubah", "Unchanged";
        withdrawn: "Dihapus dari daftar", "Taken off the list";
        left_out: "Belum ikut dikirim, karena belum lengkap:", "Not sent yet, because it is not complete:";
        unsaved: "Dikirim seperti terakhir disimpan, karena perubahannya belum disimpan:",
            "Sent as it was saved last, because its changes are not saved:";
        taken_back: "Dihapus dari daftar; kelurahan diberi tahu:", "Taken off the list; the kelurahan is told:";
        warnings: "Boleh dikirim, tetapi periksa dulu:", "May be sent, but look at it first:";
        answer_lead: "Belum dijawab. Jawab sekaligus untuk keluarga yang dicentang; yang jawabannya lain, hapus dulu centangnya.",
            "Not answered yet. Answer for all ticked families at once; untick first whoever differs.";
        same: "Tidak ada yang berubah sejak kiriman terakhir.", "Nothing has changed since the last list.";
        nothing: "Belum ada keluarga yang siap dikirim. Lengkapi dulu satu keluarga lalu simpan.",
            "No family is ready to be sent. Complete one and save it first.";
        declaration: "Data ini benar sejauh yang saya tahu, dan keluarga-keluarga ini tinggal di RT saya.",
            "These data are true as far as I know, and these families live in my RT.";
        declaration_of_rw: "Data ini benar sejauh yang saya tahu, dan keluarga-keluarga ini tinggal di RW saya.",
            "These data are true as far as I know, and these families live in my RW.";
        declare_first: "Centang dulu pernyataan di atas tombol Kirim.", "First tick the statement above the button Send.";
        send: "Kirim", "Send";
        sealing: "Mengunci daftar…", "Sealing the list…";
        sending: "Sedang mengirim…", "Sending…";
        lists: "Kiriman", "Lists sent";
        again: "Coba kirim lagi", "Try to send again";
        hand_over: "Bagikan sebagai file", "Share as a file";
        no_box: "Belum ada tempat kirim untuk RT ini. Bagikan daftar sebagai file, lalu serahkan ke kelurahan lewat pesan atau flash disk. Isinya tetap terkunci.",
            "There is no drop box for this RT. Share the list as a file and bring it to the kelurahan by message or flash disk. It stays sealed.";

        receipt: "Tanda terima", "Receipt";
        receipt_lead: "Serahkan kode pendaftaran ke setiap keluarga. Dengan kode ini keluarga mengecek status, juga tanpa NIK.",
            "Hand each family its registration code. With it the family checks its status, also without NIK.";
        print: "Cetak tanda terima", "Print the receipts";
        no_receipt: "Belum ada keluarga yang disimpan.", "No family has been saved yet.";
        code: "Kode pendaftaran", "Registration code";
        check_at: "Cek status di", "Check the status at";
        or_scan: ", atau pindai kode QR ini.", ", or scan this QR code.";
        unsent: "Belum sampai di kelurahan. Kode ini bisa dipakai sesudah daftarnya dikirim.",
            "Not with the kelurahan yet. This code can be used once the list has been sent.";
        share: "Bagikan lewat pesan", "Share as a message";
        scan: "Kode QR untuk mengecek status", "QR code to check the status";
        keep_secret: "Simpan kode ini. Siapa pun yang memegangnya bisa melihat status keluarga Anda.",
            "Keep this code. Whoever has it can see the status of your family.";
        rights: "Data keluarga hanya dipakai untuk bantuan ini. Minta salinan, perbaikan, atau penghapusan di kelurahan: bawa KTP dan KK. Tidak setuju dengan keputusan: lapor Ketua RT, petugas memeriksa lagi. Selengkapnya di",
            "The family's data serve this aid alone. For a copy, a correction or deletion go to the kelurahan with KTP and KK. If you object to a decision, tell the head of your RT: an officer looks again. More at";
        listed: "Didata", "Listed";
    }
}

/// `Daftar ke-3 · 38 keluarga`
pub fn name(language: Language, version: &ListVersion) -> String {
    let families = rt::number_of_families(language, version.families);
    [language.pick("Daftar ke-", "List "), &version.number.to_string(), " · ", &families].concat()
}

fn delivery(language: Language, delivery: Delivery) -> (Tone, &'static str) {
    match delivery {
        Delivery::OnPhone => (Tone::Plain, language.pick("Tersimpan di HP", "On this phone")),
        Delivery::Waiting => (Tone::Wait, language.pick("Menunggu sinyal", "Waiting for signal")),
        Delivery::Delivered => (Tone::Good, language.pick("Terkirim", "Sent")),
        Delivery::HandedOver => (Tone::Wait, language.pick("Dibagikan sebagai file", "Shared as a file")),
        Delivery::Failed(_) => (Tone::Bad, language.pick("Gagal", "Failed")),
    }
}

/// Where a list stands.
pub fn standing(language: Language, standing: ListState) -> (Tone, &'static str) {
    match standing {
        ListState::OnWay(on_way) => delivery(language, on_way),
        ListState::Received => (Tone::Good, language.pick("Diterima", "Received")),
        ListState::ToMend(_) => (Tone::Bad, language.pick("Perlu perbaikan", "To be mended")),
    }
}

/// What that means, and what to do; empty where there is nothing to say.
pub fn explain(language: Language, standing: ListState) -> String {
    match standing {
        ListState::OnWay(delivery) => explain_delivery(language, delivery).to_owned(),
        ListState::Received => String::new(),
        ListState::ToMend(families) => {
            let says = language.pick(
                " dikembalikan. Perbaiki di daftar keluarga, lalu kirim lagi.",
                " sent back. Mend it in the list of families, then send again.",
            );
            [&rt::number_of_families(language, families), says].concat()
        }
    }
}

fn explain_delivery(language: Language, delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::OnPhone | Delivery::Delivered => "",
        Delivery::Waiting => language.pick(
            "Dikirim sendiri begitu ada sinyal dan halaman ini terbuka. Tidak perlu diketik ulang.",
            "Leaves by itself as soon as there is a signal and this page is open. Nothing need be typed again.",
        ),
        Delivery::HandedOver => language.pick(
            "Belum pasti sampai. Lihat filenya di folder Unduhan (Download) atau di pesan yang Anda kirim, dan pastikan kelurahan menerimanya. Begitu ada sinyal, daftar ini tetap dikirim sendiri.",
            "Not known to have arrived. Look for the file in the folder Downloads or in the message that you sent, and make sure that the kelurahan has it. As soon as there is a signal the list leaves by itself all the same.",
        ),
        Delivery::Failed(Refusal::Stranger) => language.pick(
            "Tempat kirim tidak mengenal RT ini. Minta tautan baru ke kelurahan. Daftar Anda tetap aman di HP ini.",
            "The drop box does not know this RT. Ask the kelurahan for a new link. Your list stays safe on this phone.",
        ),
        Delivery::Failed(Refusal::OldLink) => language.pick(
            "Daftar ini dikunci dengan tautan yang lama. Tekan Periksa dan kirim: daftar yang baru memuat semuanya.",
            "This list was sealed under the old link. Press Check and send: the new list holds it all.",
        ),
        Delivery::Failed(Refusal::NoBox) => language.pick(
            "Tempat kirimnya tidak ditemukan. Bagikan daftar sebagai file, atau beri tahu kelurahan.",
            "The drop box was not found. Share the list as a file, or tell the kelurahan.",
        ),
        Delivery::Failed(Refusal::TooLarge) => language.pick(
            "Daftarnya terlalu besar untuk tempat kirim. Bagikan sebagai file.",
            "The list is too large for the drop box. Share it as a file.",
        ),
        Delivery::Failed(Refusal::OutOfOrder) => language.pick(
            "Tempat kirim sedang terganggu. Dicoba lagi sendiri nanti.",
            "The drop box is out of order. It will be tried again by itself.",
        ),
        Delivery::Failed(Refusal::Other(_)) => language.pick(
            "Tempat kirim menolak daftar ini. Coba lagi, atau bagikan sebagai file.",
            "The drop box refused the list. Try again, or share it as a file.",
        ),
    }
}

/// Why a list was not sealed, and what to do.
pub fn send_fault(language: Language, fault: SendFault) -> &'static str {
    match fault {
        SendFault::Device => language.pick(
            "Daftar belum bisa dikunci di HP ini. Kalau ini pertama kali, perlu sinyal sebentar. Coba lagi.",
            "The list could not be sealed on this phone. The first time needs a signal for a moment. Try again.",
        ),
        SendFault::TooLarge => language.pick(
            "Daftar ini terlalu besar untuk satu kiriman. Hubungi kelurahan.",
            "The list is too large to be sent at once. Ask the kelurahan.",
        ),
        SendFault::Enrolment => language.pick(
            "Tautan aktivasi HP ini rusak. Minta tautan baru ke kelurahan, keluarga yang sudah dicatat tidak hilang.",
            "The activation of this phone is broken. Ask the kelurahan for a new link; the families you listed stay.",
        ),
        SendFault::Store(fault) => rt::store_fault(language, fault),
    }
}
