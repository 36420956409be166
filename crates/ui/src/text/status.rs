//! Where a family stands, and why.

use crate::sentences;
use ::words::Language;
pub use ::words::status::status as step;
use ::words::visit::call;
use domain::{Cause, Code, Reason, Rt, Slip, Status};
use wire::{CauseDto, EventDto, StatusRecord};

sentences! {
    /// The result of a look-up.
    Result {
        why: "Alasannya", "The reason";
        note: "Catatan petugas", "Note of the office";
        way: "Perjalanan keluarga Anda", "The way of your family";
        brief: "Dengan nomor KK dan NIK hanya ini yang tampil. Alasan dan riwayat tampil kalau Anda pakai kode pendaftaran di tanda terima dari RT.",
            "With nomor KK and NIK only this is shown. The reason and the history open with the registration code on the receipt of the RT.";
        shortened: "Bagian yang lebih lama tidak muat di sini. Tanyakan kepada ketua RT Anda.",
            "The older part does not fit here. Ask the head of your RT.";
        closed_hint: "Ada keluarga yang menutup jawaban dengan nomor. Kalau punya kode pendaftaran, cek dengan kode itu.",
            "Some families have closed the answer by numbers. If you have a registration code, check with it.";
        ahead: "Belum", "Still to come";
        called_for: "untuk", "for";
        ask: "Ada pertanyaan?", "Any questions?";
        ask_whom: "Ketua RT/RW atau kantor kelurahan", "The head of your RT or RW, or the kelurahan office";
        ask_when: "Senin–Jumat, jam kantor. Bawa KTP dan KK.", "Monday to Friday, office hours. Bring KTP and KK.";
        again: "Cek keluarga lain", "Check another family";
        share: "Bagikan tanpa nama", "Share without a name";
        copied: "Tersalin. Tempelkan di pesan.", "Copied. Paste it into a message.";
        not_found: "Tidak ada di daftar", "Not on the list";
        not_found_pair: "Kami tidak menemukan keluarga dengan nomor KK dan NIK ini.",
            "We find no family with this nomor KK and NIK.";
        not_found_code: "Kami tidak menemukan keluarga dengan kode pendaftaran ini.",
            "We find no family with this registration code.";
        compare: "Cocokkan dulu dengan kartunya", "First compare with the card";
        region: "Wilayah NIK", "Region of the NIK";
        born: "Lahir", "Born";
        compare_hint: "Kalau ada yang beda, berarti salah ketik. NIK harus milik orang dewasa di KK yang sama.",
            "If anything differs, it was mistyped. The NIK must be of an adult in the same KK.";
        unlisted: "Sudah cocok, tetapi belum terdaftar?", "All correct, but not listed?";
        unlisted_do: "Lapor ke ketua RT atau RW. Keluarga yang belum menerima bantuan lain dicatat, lalu dikirim ke kelurahan. Baru dicatat? Tunggu data baru.",
            "Tell the head of your RT or RW. A family without other aid is listed and passed on to the kelurahan. Just listed? Wait for new data.";
        rules: "Cek apakah keluarga saya berhak", "Check whether my family is entitled";
        mend: "Perbaiki nomornya", "Correct the numbers";
        exchange: "Tukar, lalu cek lagi", "Exchange them and check again";
        other_nik: "Ketik NIK lagi", "Type the NIK again";
        empty: "Catatan keluarga ini kosong. Tanyakan kepada ketua RT Anda.",
            "The record of this family is empty. Ask the head of your RT.";
    }
}

/// What was likely mistyped.
pub fn slip(language: Language, slip: Slip) -> String {
    let said = match slip {
        Slip::SameTwice => language.pick("Nomor KK dan NIK sama", "Nomor KK and NIK are the same"),
        Slip::Exchanged => {
            language.pick("Nomor KK dan NIK tertukar?", "Are nomor KK and NIK in each other's place?")
        }
        Slip::NoSuchDate => {
            language.pick("Tanggal lahir di NIK ini tidak ada", "The NIK has an impossible birth date")
        }
        Slip::Child(year) => {
            let parts = language.pick(
                ["Ini NIK anak, lahir ", ". Pakai NIK orang dewasa di KK itu"],
                ["This is the NIK of a child, born in ", ". Use that of an adult in the KK"],
            );
            return parts.join(&year.to_string());
        }
    };
    said.to_owned()
}

/// What is shown in the place of a status that this version of the app does not know.
fn new_status(language: Language) -> &'static str {
    language.pick("Status baru: muat ulang aplikasi", "New status: reload the app")
}

/// Where the family stands, in one sentence.
pub fn headline(language: Language, status: &Code<Status>) -> &'static str {
    status.known().map_or(new_status(language), |status| ::words::status::headline(language, status))
}

/// A step of the way, as a document names it.
pub fn named_step(language: Language, status: &Code<Status>) -> &'static str {
    status.known().map_or(new_status(language), |status| step(language, status))
}

/// Why, in sentences: the reason of an event, and what the machine found.
pub fn why(language: Language, reason: Option<&Code<Reason>>, cause: Option<&CauseDto>) -> Option<String> {
    let new = language.pick("Alasan baru: muat ulang aplikasi.", "New reason: reload the app.");
    // That the reason stands in the note is not said where the machine gives it.
    let reason = reason.filter(|reason| cause.is_none() || reason.known() != Some(Reason::Other));
    let reason = reason.map(|reason| {
        reason.known().map_or(new, |reason| ::words::status::reason(language, reason)).to_owned()
    });
    let cause = cause.map(|cause| {
        Option::<Cause>::from(cause)
            .map_or_else(|| new.to_owned(), |cause| ::words::cause::cause(language, &cause))
    });
    let said: Vec<String> = [reason, cause].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Since when, and for whom: `name` is masked, `date` as it is written.
pub fn since(language: Language, record: &StatusRecord, date: &str) -> [String; 3] {
    let tahap = record.current().and_then(|event| event.tahap).map(|tahap| tahap.to_string());
    let before = match (language, tahap) {
        (Language::Indonesian, None) => ["Sejak ", date, ", untuk keluarga "].concat(),
        (Language::Indonesian, Some(tahap)) => {
            ["Tahap ", &tahap, ", sejak ", date, ", untuk keluarga "].concat()
        }
        (Language::English, None) => ["Since ", date, ", for the family of "].concat(),
        (Language::English, Some(tahap)) => {
            ["Tahap ", &tahap, ", since ", date, ", for the family of "].concat()
        }
    };
    let after = match record.kk_last_four.as_str() {
        "" => ".".to_owned(),
        four => [language.pick(", KK berakhir ", ", KK ending in "), four, "."].concat(),
    };
    [before, record.name.clone(), after]
}

/// What happened, as a step of the way of a family of this RT and kelurahan.
pub fn event(language: Language, event: &EventDto, rt: Rt, area_name: &str) -> String {
    let step = happened(language, event, rt, area_name);
    if event.resumed {
        [language.pick("Tetap seperti sebelumnya: ", "As before: "), &step].concat()
    } else {
        step
    }
}

fn happened(language: Language, event: &EventDto, rt: Rt, area_name: &str) -> String {
    let rt = rt.to_string();
    let Some(status) = event.status.known() else { return new_status(language).to_owned() };
    match status {
        Status::Proposed => [language.pick("Dicatat ketua RT ", "Listed by the head of RT "), &rt].concat(),
        Status::KelurahanReview => {
            [language.pick("Diterima Kelurahan ", "Received by Kelurahan "), area_name].concat()
        }
        Status::Returned => [language.pick("Dikembalikan ke RT ", "Sent back to RT "), &rt].concat(),
        Status::Withdrawn => [language.pick("Ditarik RT ", "Taken back by RT "), &rt].concat(),
        Status::Invited => event
            .invitation
            .as_ref()
            .map_or(step(language, status).to_owned(), |called| call(language, called.call).to_owned()),
        status => {
            let tahap =
                event.tahap.map(|tahap| [", tahap ", &tahap.to_string()].concat()).unwrap_or_default();
            [step(language, status), &tahap].concat()
        }
    }
}
