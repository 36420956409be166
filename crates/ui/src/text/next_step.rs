//! What to do next, in words.

use crate::next_step::NextStep;
use crate::sentences;
use ::words::Language;
use domain::{Date, Invitation, Moment, Reason};

sentences! {
    /// Around the next step.
    Words {
        point: "Titik", "Point";
        address: "Alamat", "Address";
        distance: "Jarak", "Distance";
        bring: "Bawa", "Bring";
        bring_what: "Undangan, KTP, KK (asli dan fotokopi)", "Invitation, KTP, KK (original and photocopy)";
        aid: "Bantuan", "Aid";
        map: "Buka di peta", "Open in map";
        save_date: "Simpan jadwal", "Save the date";
        proxy: "Tidak bisa datang? Siapa yang boleh mewakili", "Cannot come? Who may come for you";
        calendar_title: "Ambil kartu BST", "Collect the BST card";
        calendar_note: "Bawa undangan, KTP dan KK, asli dan fotokopi.",
            "Bring the invitation, KTP and KK, originals and photocopies.";
        reload: "Muat ulang", "Reload";
        unknown_point: "Tempatnya tertulis di undangan", "The place stands on the invitation";
    }
}

/// What a sentence may need, as it is written in the language.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The day that the step is about.
    pub date: String,
    /// For a call its day and hours, for a card from when on, as seen from this moment.
    pub when: String,
    /// Rupiah a month.
    pub money: String,
    /// The tahap that was paid, as a number; empty if unknown.
    pub tahap: String,
}

/// When to come, said at some moment: the day by its name, from the day before on as people say it, and in the hours
/// themselves until when.
pub fn when(language: Language, call: &Invitation, now: Moment) -> String {
    let time = |time| ::words::date::time(language, time);
    let date = ::words::date::long_date(language, call.date);
    let day = match now.date.days_until(call.date) {
        0 => language.pick("hari ini", "today").to_owned(),
        1 => [language.pick("besok, ", "tomorrow, "), &date].concat(),
        _ => [language.pick("pada ", "on "), &date].concat(),
    };
    let hours = if call.is_running(now) {
        [language.pick("sampai pukul ", "until "), &time(call.to)].concat()
    } else {
        [language.pick("pukul ", ""), &time(call.from), "–", &time(call.to)].concat()
    };
    [&day, ", ", hours.as_str()].concat()
}

/// From when on, said on some day.
pub fn from_when(language: Language, day: Date, today: Date) -> String {
    let from = if day > today { language.pick("mulai ", "from ") } else { language.pick("sejak ", "since ") };
    [from, &::words::date::long_date(language, day)].concat()
}

/// The step itself: what to do, or what to wait for.
pub fn title(language: Language, step: &NextStep, written: &Written) -> String {
    let Written { when, money, .. } = written;
    let fixed = |indonesian: &str, english: &str| language.pick(indonesian, english).to_owned();
    match step {
        NextStep::WaitForKelurahan => fixed(
            "Tunggu. Kelurahan sedang memeriksa daftar dari RT.",
            "Wait. The kelurahan is checking the list of the RT.",
        ),
        NextStep::WaitForCheck => fixed(
            "Tunggu. Dinas Sosial sedang memeriksa data Anda.",
            "Wait. Dinas Sosial is checking your data.",
        ),
        NextStep::WaitForList => {
            fixed("Tunggu. Dinas Sosial belum memutuskan.", "Wait. Dinas Sosial has not decided yet.")
        }
        NextStep::WaitForInvitation => {
            fixed("Tunggu undangan dari RT atau RW", "Wait for the invitation of your RT or RW")
        }
        NextStep::WaitForMoney => {
            [language.pick("Tunggu uang masuk: ", "Wait for the money: "), money].concat()
        }
        NextStep::Come(_) => [language.pick("Ambil kartu ", "Collect the card "), when].concat(),
        NextStep::WaitForNextCall(_) => fixed("Tunggu undangan berikutnya", "Wait for the next invitation"),
        NextStep::AskAfterLastCall(_) => fixed("Tanyakan kepada ketua RT Anda", "Ask the head of your RT"),
        NextStep::UseCardFrom(_) => {
            [language.pick("Uang bisa ditarik ", "The money can be withdrawn "), when].concat()
        }
        NextStep::Withdraw => {
            [language.pick("Tarik uangnya kapan saja: ", "Withdraw it whenever you like: "), money].concat()
        }
        NextStep::MendWithRt => fixed("Hubungi ketua RT Anda", "See the head of your RT"),
        NextStep::NothingWhileMatched => fixed("Tidak perlu apa-apa", "You need not do anything"),
        NextStep::AskKemensos => fixed("Tanyakan ke Kemensos atau PT Pos", "Ask Kemensos or PT Pos"),
        NextStep::Object(_) => {
            fixed("Tidak benar? Sampaikan ke ketua RT", "Not true? Tell the head of your RT")
        }
        NextStep::AskRt => fixed("Tanyakan kepada ketua RT Anda", "Ask the head of your RT"),
        NextStep::ReloadApp => fixed("Muat ulang aplikasi", "Reload the app"),
    }
}

/// More on it.
pub fn detail(language: Language, step: &NextStep, written: &Written) -> String {
    let (date, tahap) = (written.date.as_str(), written.tahap.as_str());
    let (indonesian, english) = match step {
        NextStep::WaitForKelurahan | NextStep::WaitForCheck | NextStep::WaitForList => (
            "Anda tidak perlu melakukan apa-apa. Cek lagi di sini kalau data baru sudah keluar.",
            "You need not do anything. Check here again after the next publication.",
        ),
        NextStep::WaitForInvitation => (
            "Undangan datang paling lambat sehari sebelumnya. Siapkan KTP dan KK.",
            "It comes at least one day before. Have KTP and KK ready.",
        ),
        NextStep::WaitForMoney => (
            "Uang masuk ke rekening Bank DKI Anda sendiri. Kartu yang lama tetap dipakai.",
            "It goes to your own account at Bank DKI. The card you have stays valid.",
        ),
        NextStep::Come(_) => ("", ""),
        NextStep::WaitForNextCall(_) => {
            return match language {
                Language::Indonesian => {
                    ["Jadwal ", date, " sudah lewat. Nama Anda tidak dicoret: undangan berikutnya datang sendiri, sampai undangan ketiga."].concat()
                }
                Language::English => {
                    ["The time of your invitation, ", date, ", has passed. You are not removed: the next invitation comes by itself, up to the third."].concat()
                }
            };
        }
        NextStep::AskAfterLastCall(_) => {
            return match language {
                Language::Indonesian => [
                    "Undangan ketiga, ",
                    date,
                    ", sudah lewat. Minta ketua RT menanyakan jadwal Anda ke kelurahan.",
                ]
                .concat(),
                Language::English => [
                    "The third invitation, ",
                    date,
                    ", has passed. Let the head of your RT ask the kelurahan for another date.",
                ]
                .concat(),
            };
        }
        NextStep::UseCardFrom(_) => (
            "Di ATM Bersama mana pun, dengan PIN Anda sendiri. Uang yang belum ditarik tidak hilang.",
            "At any ATM Bersama machine, with your own PIN. Money not withdrawn stays yours.",
        ),
        NextStep::Withdraw => {
            let tahap = match tahap {
                "" => String::new(),
                tahap => ["Tahap ", tahap, ". "].concat(),
            };
            let rest = language.pick(
                "Di ATM Bersama mana pun, dengan PIN Anda sendiri. Uang yang belum ditarik tidak hilang.",
                "At any ATM Bersama machine, with your own PIN. Money not withdrawn stays yours.",
            );
            return [&tahap, rest].concat();
        }
        NextStep::MendWithRt => (
            "Ada data yang harus diperbaiki. Bawa KTP dan KK, lalu RT mengirim ulang data Anda.",
            "Some data must be corrected. Bring KTP and KK; the RT then sends your data again.",
        ),
        NextStep::NothingWhileMatched => (
            "Data Anda sedang dicocokkan. Hasilnya muncul di sini kalau data baru sudah keluar.",
            "Your data are being compared. The outcome is shown here after the next publication.",
        ),
        NextStep::AskKemensos => (
            "Bantuan Anda kini dibayar Kemensos lewat PT Pos. Bawa KTP dan KK ke kantor pos terdekat.",
            "Your aid is now paid by Kemensos through PT Pos. Take KTP and KK to the nearest post office.",
        ),
        NextStep::Object(reason) => object(*reason),
        NextStep::AskRt => ("RT bisa mengusulkan keluarga Anda lagi.", "The RT can list your family again."),
        NextStep::ReloadApp => (
            "Aplikasi ini versi lama. Muat ulang. Kalau tetap begini, tanya ketua RT Anda.",
            "This app is an old version. Reload it. If it stays like this, ask the head of your RT.",
        ),
    };
    language.pick(indonesian, english).to_owned()
}

/// What can be done against a reason.
fn object(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::OtherAid => (
            "Kalau bantuan itu tidak pernah diterima atau sudah berhenti, lapor ke ketua RT dengan KTP dan KK. RT meneruskannya ke kelurahan untuk diperiksa lagi.",
            "If that aid never came or has stopped, tell the head of your RT, with KTP and KK. The RT passes it on to the kelurahan to be checked again.",
        ),
        Reason::Duplicate => (
            "Satu keluarga dihitung satu kali. Kalau catatan yang lain bukan keluarga Anda, tunjukkan KK kepada ketua RT.",
            "A family counts once. If the other entry is not your family, show your KK to the head of your RT.",
        ),
        Reason::FixedIncome => (
            "Kalau penghasilan itu sudah tidak ada, minta surat keterangan dari RT, lalu sampaikan ke kelurahan.",
            "If that income is gone, ask the RT for a letter that says so and take it to the kelurahan.",
        ),
        Reason::MovedOut => (
            "Kalau masih tinggal di Jakarta, lapor ke ketua RT tempat tinggal Anda sekarang, dengan alamat lengkap.",
            "If you still live in Jakarta, tell the head of the RT where you live now, with your full address.",
        ),
        Reason::Died => (
            "Kalau ada ahli waris dalam KK yang sama, bawa surat keterangan kematian dan KK ke ketua RT.",
            "If there is an heir in the same KK, take the death certificate and the KK to the head of your RT.",
        ),
        Reason::NotFound => (
            "Lapor ke ketua RT dengan alamat lengkap Anda sekarang.",
            "Tell the head of your RT your full present address.",
        ),
        Reason::CardMisused => (
            "Kalau bukan Anda yang memakai kartu itu, lapor ke kelurahan dengan KTP dan buku tabungan.",
            "If it was not you who used the card, tell the kelurahan, with KTP and savings book.",
        ),
        Reason::Mismatch => (
            "Bawa KTP dan KK ke loket Dukcapil di kelurahan. Kalau sudah benar, lapor ke ketua RT.",
            "Have KTP and KK put right at Dukcapil in the kelurahan, then tell the head of your RT.",
        ),
        Reason::NotAffected
        | Reason::Musyawarah
        | Reason::Incomplete
        | Reason::Matching
        | Reason::Kemensos
        | Reason::Declined
        | Reason::Other => (
            "Tanyakan kepada ketua RT. RT meneruskan sanggah Anda ke kelurahan untuk diperiksa lagi.",
            "Ask the head of your RT, who passes your objection on to the kelurahan to be checked again.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::TimeOfDay;

    #[test]
    fn a_call_is_said_as_the_day_comes_and_goes() {
        let (from, to) = (TimeOfDay::parse("09:00").unwrap(), TimeOfDay::parse("11:00").unwrap());
        let date = Date::parse("2021-03-18").unwrap();
        let call = Invitation { call: 1, date, from, to, point: "SDN-ULJ-01".into() };
        for (now, indonesian, english) in [
            (
                "2021-03-16T23:59",
                "pada Kamis, 18 Maret 2021, pukul 09.00–11.00",
                "on Thursday, 18 March 2021, 09:00–11:00",
            ),
            (
                "2021-03-17T00:00",
                "besok, Kamis, 18 Maret 2021, pukul 09.00–11.00",
                "tomorrow, Thursday, 18 March 2021, 09:00–11:00",
            ),
            ("2021-03-18T08:59", "hari ini, pukul 09.00–11.00", "today, 09:00–11:00"),
            ("2021-03-18T09:00", "hari ini, sampai pukul 11.00", "today, until 11:00"),
            ("2021-03-18T10:59", "hari ini, sampai pukul 11.00", "today, until 11:00"),
        ] {
            let said = |language| when(language, &call, Moment::parse(now).unwrap());
            assert_eq!(said(Language::Indonesian), indonesian, "{now}");
            assert_eq!(said(Language::English), english, "{now}");
        }
    }

    #[test]
    fn a_card_is_used_from_a_day_on() {
        let day = |text| Date::parse(text).unwrap();
        for (today, indonesian, english) in [
            ("2021-03-17", "mulai Kamis, 18 Maret 2021", "from Thursday, 18 March 2021"),
            ("2021-03-18", "sejak Kamis, 18 Maret 2021", "since Thursday, 18 March 2021"),
            ("2021-03-19", "sejak Kamis, 18 Maret 2021", "since Thursday, 18 March 2021"),
        ] {
            let said = |language| from_when(language, day("2021-03-18"), day(today));
            assert_eq!(said(Language::Indonesian), indonesian, "{today}");
            assert_eq!(said(Language::English), english, "{today}");
        }
    }
}
