//! The ledger of invitations.

use super::rt;
use ::words::Language;
use domain::{Attendance, Code, Status};
use phone::ledger::{Call, Due, Seen};
use ui::sentences;
use ui::text::status;
use ui::tone::Tone;

pub use ::words::visit::{absence, attendance};

sentences! {
    /// The ledger and what is marked in it.
    Ledger {
        title: "Undangan", "Invitations";
        lead: "Antar undangan paling lambat sehari sebelumnya (H-1), lalu tandai siapa yang datang. Yang tidak datang tidak dicoret: ada undangan berikutnya.",
            "Bring each invitation at least a day ahead, then mark who came. Whoever did not come is not removed: another invitation follows.";
        none: "Belum ada keluarga yang diundang. Undangan muncul di sini setelah Dinas Sosial menerbitkannya dan HP ini ada sinyal.",
            "No family has been invited yet. Invitations appear here once Dinas Sosial has published them and this phone has a signal.";
        days: "Hari pengambilan", "Days of collection";
        every_day: "Semua hari", "All days";
        today: "Hari ini", "Today";
        over: "sudah lewat", "over";
        print_day: "Cetak semua undangan", "Print all invitations";
        calendar_day: "Simpan jadwal", "Save the date";
        unknown_point: "tempat menyusul", "place not known yet";

        tell: "Sudah diberi tahu", "They are told";
        came: "Datang", "Came";
        undo: "Batalkan tanda", "Take the mark back";

        told: "Keluarga sudah diberi tahu", "The family has been told";
        what_came: "Siapa yang datang?", "Who came?";
        why: "Kenapa tidak datang?", "Why did nobody come?";
        note: "Catatan", "Note";
        note_hint: "Boleh kosong. Dibaca kelurahan dan Dinas Sosial.", "May stay empty. The kelurahan and Dinas Sosial read it.";
        clear: "Hapus tanda ini", "Remove this mark";

        unsent_lead: "Tanda ikut terkirim bersama daftar.", "Marks travel with the list.";
        send: "Kirim tanda", "Send the marks";

        when: "Waktu", "When";
        where_: "Tempat", "Where";
        bring: "Dibawa", "To bring";
        originals: "asli dan fotokopi", "originals and photocopies";
        others: "Kalau orang lain yang datang", "If someone else comes";
        share: "Bagikan teks undangan", "Share the text of the invitation";
        copy: "Salin teks undangan", "Copy the text of the invitation";
        copied: "Tersalin. Tempelkan di WhatsApp.", "Copied. Paste it in WhatsApp.";
        not_copied: "Belum bisa disalin. Tekan lama teks di bawah ini.", "It could not be copied. Press the text below for a while.";
        read_text: "Lihat teksnya", "See the text";
        print: "Cetak undangan", "Print the invitation";
        calendar: "Simpan jadwal", "Save the date";

        letters: "Undangan siap dicetak", "The invitations are ready to print";
        letters_lead: "Dua undangan di selembar A4. Undangan hanya untuk keluarganya: ada kode pendaftaran di situ.",
            "Two invitations to a sheet of A4. Each is for its family alone: it bears the registration code.";
    }
}

/// `12 keluarga · 3 belum diberi tahu · 2 belum ditandai`
pub fn counts(language: Language, families: usize, to_tell: usize, to_mark: usize) -> String {
    let mut text = rt::number_of_families(language, families);
    let parts = [
        (to_tell, language.pick(" belum diberi tahu", " to be told")),
        (to_mark, language.pick(" belum ditandai", " to be marked")),
    ];
    for (count, says) in parts.into_iter().filter(|(count, _)| *count > 0) {
        text += &[" · ", &count.to_string(), says].concat();
    }
    text
}

/// `2 tanda belum dikirim.`
pub fn unsent(language: Language, marks: usize) -> String {
    let says = language.pick(
        " tanda belum dikirim.",
        if marks == 1 { " mark is not sent yet." } else { " marks are not sent yet." },
    );
    [&marks.to_string(), says].concat()
}

/// Where a call stands, in a word or two.
pub fn state(language: Language, call: &Call, seen: &Seen, due: Due) -> (Tone, &'static str) {
    if let Some(mark) = &seen.came {
        let tone = if mark.attendance == Attendance::Absent { Tone::Wait } else { Tone::Good };
        return (tone, attendance(language, mark.attendance));
    }
    match (due, &call.followed_by) {
        (Due::Tell, _) => (Tone::Wait, language.pick("Belum diberi tahu", "To be told")),
        (Due::Wait, _) => (Tone::Plain, language.pick("Sudah diberi tahu", "Told")),
        (Due::Mark, _) => (Tone::Wait, language.pick("Belum ditandai", "To be marked")),
        (Due::Nothing, Some(Code::Known(Status::CardReceived | Status::Paid))) => {
            (Tone::Good, language.pick("Kartu diterima", "Card received"))
        }
        (Due::Nothing, Some(status @ Code::Unknown(_))) => (Tone::Wait, status::named_step(language, status)),
        (Due::Nothing, _) => (Tone::Plain, language.pick("Tidak berlaku lagi", "No longer valid")),
    }
}

/// More on it; may be empty.
pub fn attendance_hint(language: Language, attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::Proxy => {
            language.pick("Orang lain, dengan surat kuasa", "Someone else, with a surat kuasa")
        }
        Attendance::Heir => language
            .pick("Dari KK yang sama, karena penerima meninggal", "Of the same KK, as the recipient died"),
        Attendance::Told | Attendance::Came | Attendance::Absent => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_say_only_what_is_to_do() {
        for (to_tell, to_mark, expect) in [
            (0, 0, "12 keluarga"),
            (3, 0, "12 keluarga · 3 belum diberi tahu"),
            (1, 2, "12 keluarga · 1 belum diberi tahu · 2 belum ditandai"),
        ] {
            assert_eq!(counts(Language::Indonesian, 12, to_tell, to_mark), expect);
        }
    }
}
