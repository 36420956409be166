//! Where a family stands, and why.

use super::{Language, ledger, words};
use domain::{Event, Reason, Rt, Status};
use wire::StatusRecord;

words! {
    /// The result of a look-up.
    Result {
        why: "Alasannya", "The reason";
        note: "Catatan petugas", "Note of the office";
        way: "Perjalanan keluarga Anda", "The way of your family";
        ahead: "Belum", "Still to come";
        called_for: "untuk", "for";
        ask: "Ada pertanyaan?", "Any questions?";
        again: "Cek keluarga lain", "Check another family";
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
        unlisted_do: "Lapor ke ketua RT atau RW. Keluarga yang belum menerima bantuan lain didata, lalu diteruskan ke kelurahan. Baru didata? Tunggu data terbit berikutnya.",
            "Tell the head of your RT or RW. A family without other aid is listed and passed on to the kelurahan. Just listed? Wait for the next publication.";
        rules: "Cek apakah keluarga saya berhak", "Check whether my family is entitled";
        mend: "Perbaiki nomornya", "Correct the numbers";
        empty: "Catatan keluarga ini kosong. Tanyakan kepada ketua RT Anda.",
            "The record of this family is empty. Ask the head of your RT.";
    }
}

/// Where the family stands, in one sentence.
pub fn headline(language: Language, status: Status) -> &'static str {
    let (indonesian, english) = match status {
        Status::Proposed => ("Keluarga Anda sudah diusulkan", "Your family has been listed"),
        Status::KelurahanReview => {
            ("Kelurahan sedang memeriksa data Anda", "The kelurahan is checking your data")
        }
        Status::Verified => {
            ("Data keluarga Anda sudah diverifikasi", "The data of your family have been verified")
        }
        Status::Approved => ("Keluarga Anda menerima BST", "Your family receives BST"),
        Status::Invited => {
            ("Keluarga Anda diundang mengambil kartu", "Your family is invited to collect its card")
        }
        Status::CardReceived => ("Kartu ATM sudah diterima", "The bank card has been received"),
        Status::Paid => ("Uang BST sudah masuk rekening", "The money is in the account"),
        Status::Returned => ("Data Anda dikembalikan ke RT", "Your data went back to the RT"),
        Status::Held => ("Bantuan Anda tertunda", "Your aid is on hold"),
        Status::Transferred => {
            ("Keluarga Anda dialihkan ke Kemensos", "Your family was transferred to Kemensos")
        }
        Status::Refused => {
            ("Keluarga Anda belum bisa menerima BST", "Your family cannot receive BST for now")
        }
        Status::Removed => ("Keluarga Anda dicoret dari daftar", "Your family was removed from the list"),
        Status::Withdrawn => ("Usulan keluarga Anda ditarik RT", "The RT took your family off its list"),
    };
    language.pick(indonesian, english)
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
pub fn event(language: Language, event: &Event, rt: Rt, area_name: &str) -> String {
    let step = happened(language, event, rt, area_name);
    if event.resumed {
        [language.pick("Tetap seperti sebelumnya: ", "As before: "), &step].concat()
    } else {
        step
    }
}

fn happened(language: Language, event: &Event, rt: Rt, area_name: &str) -> String {
    let rt = rt.to_string();
    match event.status {
        Status::Proposed => [language.pick("Dicatat ketua RT ", "Listed by the head of RT "), &rt].concat(),
        Status::KelurahanReview => {
            [language.pick("Diterima Kelurahan ", "Received by Kelurahan "), area_name].concat()
        }
        Status::Returned => [language.pick("Dikembalikan ke RT ", "Sent back to RT "), &rt].concat(),
        Status::Withdrawn => [language.pick("Ditarik RT ", "Taken back by RT "), &rt].concat(),
        Status::Invited => {
            event.invitation.as_ref().map_or(step(language, event.status).to_owned(), |call| {
                ledger::call(language, call.call).to_owned()
            })
        }
        status => {
            let tahap =
                event.tahap.map(|tahap| [", tahap ", &tahap.to_string()].concat()).unwrap_or_default();
            [step(language, status), &tahap].concat()
        }
    }
}

/// A step of the way, as one that is known or still to come.
pub fn step(language: Language, status: Status) -> &'static str {
    let (indonesian, english) = match status {
        Status::Proposed => ("Dicatat ketua RT", "Listed by the head of the RT"),
        Status::KelurahanReview => ("Diperiksa kelurahan", "Checked by the kelurahan"),
        Status::Verified => ("Diverifikasi Dinas Sosial", "Verified by Dinas Sosial"),
        Status::Approved => ("Ditetapkan", "On the final list"),
        Status::Invited => ("Undangan", "Invitation"),
        Status::CardReceived => ("Kartu ATM diterima", "Bank card received"),
        Status::Paid => ("Uang cair", "Money paid"),
        Status::Returned => ("Dikembalikan ke RT", "Sent back to the RT"),
        Status::Held => ("Tertunda", "On hold"),
        Status::Transferred => ("Dialihkan ke Kemensos", "Transferred to Kemensos"),
        Status::Refused => ("Ditolak", "Refused"),
        Status::Removed => ("Dicoret", "Removed"),
        Status::Withdrawn => ("Ditarik RT", "Taken back by the RT"),
    };
    language.pick(indonesian, english)
}

/// Why, in a sentence.
pub fn reason(language: Language, reason: Reason) -> &'static str {
    let (indonesian, english) = match reason {
        Reason::OtherAid => (
            "Ada anggota keluarga yang sudah menerima bantuan lain dari pemerintah pusat.",
            "Someone in the family already receives other aid of the central government.",
        ),
        Reason::Duplicate => ("Keluarga ini tercatat dua kali.", "This family is listed twice."),
        Reason::FixedIncome => (
            "Ada anggota keluarga yang berpenghasilan tetap, atau keluarga dinilai mampu.",
            "Someone in the family has a fixed income, or the family is able to provide for itself.",
        ),
        Reason::MovedOut => {
            ("Keluarga sudah pindah dari DKI Jakarta.", "The family has moved out of DKI Jakarta.")
        }
        Reason::Died => (
            "Penerima meninggal, dan tidak ada ahli waris dalam KK.",
            "The recipient has died, and there is no heir in the KK.",
        ),
        Reason::NotFound => (
            "Keluarga tidak ditemukan di alamat yang tercatat.",
            "The family was not found at the address on record.",
        ),
        Reason::CardMisused => ("Kartu dipakai tidak semestinya.", "The card was misused."),
        Reason::Musyawarah => (
            "Ini keputusan musyawarah kelurahan.",
            "The musyawarah kelurahan, the meeting of the kelurahan, has decided so.",
        ),
        Reason::Mismatch => (
            "NIK atau nomor KK tidak cocok dengan data Dukcapil.",
            "NIK or nomor KK do not match the data of Dukcapil.",
        ),
        Reason::Incomplete => ("Ada data yang kurang atau salah.", "Some data are missing or wrong."),
        Reason::Matching => (
            "Data Anda sedang dicocokkan dengan daftar bantuan Kemensos.",
            "Your data are being compared with the lists of Kemensos.",
        ),
        Reason::Kemensos => (
            "Keluarga Anda masuk daftar Kemensos. Bantuannya dibayar lewat PT Pos.",
            "Your family is on the list of Kemensos. Its aid is paid through PT Pos.",
        ),
        Reason::Other => {
            ("Alasannya ada di catatan petugas.", "The reason stands in the note of the office.")
        }
    };
    language.pick(indonesian, english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_and_reason_has_its_words() {
        for language in [Language::Indonesian, Language::English] {
            for status in Status::ALL {
                assert!(!headline(language, *status).is_empty() && !step(language, *status).is_empty());
            }
            assert!(Reason::ALL.iter().all(|it| reason(language, *it).ends_with('.')));
        }
    }
}
