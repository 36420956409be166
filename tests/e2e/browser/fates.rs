//! A resident looks up what became of the family.

use crate::town::{Fate, town};
use e2e::sample::MEMBERS;
use e2e::{Device, Host, Office};
use std::collections::BTreeSet;

/// Asks by numbers; the code of the status that comes.
pub(super) fn ask(phone: &Device, kk: &str, nik: &str) -> String {
    phone.fill_pair(kk, nik).press("Cek status");
    status(phone)
}

/// Asks by the code of the receipt, as the page does first.
pub(super) fn ask_by_code(phone: &Device, code: &str) -> String {
    phone.fill("Kode pendaftaran", code).press("Cek status");
    status(phone)
}

fn status(phone: &Device) -> String {
    phone.attribute("result", "[data-status]", "data-status")
}

#[test]
fn the_head_finds_each_fate_in_words_of_both_languages() {
    let (_host, phone) = town().visit("/cek");
    let mut headlines = BTreeSet::new();
    for Fate { status, family } in &town().fates {
        assert_eq!(ask(&phone, &family.kk, family.head().unwrap()), *status);
        for language in ["English", "Bahasa Indonesia"] {
            let headline = phone.texts("h1").join("");
            assert!(headlines.insert(headline.clone()), "{status} says “{headline}” like another status");
            phone.press(language);
            phone.find("the same result", &format!("[data-status={status}]"));
        }
        let shown = phone.text();
        for secret in
            family.people.iter().filter_map(|person| person.nik.as_deref()).chain([family.kk.as_str()])
        {
            assert!(!shown.contains(secret), "{status} shows a whole number");
        }
        phone.assert_forgets();
        phone.press("Cek keluarga lain");
    }
    phone.assert_forgets();
}

#[test]
fn the_spouse_finds_each_fate() {
    let (_host, phone) = town().visit("/cek");
    for Fate { status, family } in &town().fates {
        assert_eq!(ask(&phone, &family.kk, family.spouse().unwrap()), *status);
        phone.press("Cek keluarga lain");
    }
}

#[test]
fn whoever_has_a_receipt_finds_each_fate() {
    let (_host, phone) = town().visit("/cek");
    for Fate { status, family } in &town().fates {
        assert_eq!(ask_by_code(&phone, town().office.code_of(&family.kk)), *status);
        phone.assert_forgets();
        phone.press("Cek keluarga lain");
    }
    let code = town().office.code_of(&town().without_nik.kk);
    assert_eq!(ask_by_code(&phone, code), "diusulkan");
}

#[test]
fn a_refusal_says_why_and_a_call_says_where() {
    let (_host, phone) = town().visit("/cek");
    let refused = town().family("ditolak");
    ask(&phone, &refused.kk, refused.head().unwrap());
    phone.says("Alasannya");
    // What an officer wrote is for those who hold the code.
    assert!(!phone.text().contains("Catatan petugas"), "{}", phone.text());
    phone.press("Cek keluarga lain");
    ask_by_code(&phone, town().office.code_of(&refused.kk));
    phone.says("Catatan petugas: PKH").says("Alasannya");
    phone.press("Cek keluarga lain");
    let invited = town().family("diundang");
    ask(&phone, &invited.kk, invited.head().unwrap());
    phone.says("Langkah berikutnya").says("Contoh SDN Kampung Melayu");
    assert_eq!(phone.texts("ol.points > li").len(), 3, "{}", phone.text());
    // How much it is, and that the invitation says where to go.
    phone.says("Rp\u{a0}300.000 sebulan").says("Datanglah ke titik di undangan Anda");
}

#[test]
fn points_are_shown_to_those_who_are_called_and_a_note_is_read_once() {
    let (_host, phone) = town().visit("/cek");
    for status in ["diusulkan", "diperiksa-kelurahan", "diverifikasi", "ditetapkan"] {
        let family = town().family(status);
        assert_eq!(ask(&phone, &family.kk, family.head().unwrap()), status);
        phone.lacks("ol.points");
        phone.press("Cek keluarga lain");
    }
    ask_by_code(&phone, town().office.code_of(&town().family("ditolak").kk));
    assert_eq!(phone.text().matches("PKH").count(), 1, "{}", phone.text());
}

#[test]
fn a_slip_of_the_finger_is_named_and_mended_by_one_touch() {
    let (_host, phone) = town().visit("/cek");
    let family = town().family("cair");
    let (kk, nik) = (family.kk.as_str(), family.head().unwrap());
    assert_eq!(ask(&phone, nik, kk), "tidak-ditemukan");
    phone.says("Nomor KK dan NIK tertukar?").press("Tukar, lalu cek lagi");
    phone.find("the fate", "[data-status=cair]").press("Cek keluarga lain");
    for (typed, says) in [
        (kk.to_owned(), "Nomor KK dan NIK sama"),
        // Of a child, and of a day that no calendar has.
        ([&nik[..6], "220514", "9482"].concat(), "Ini NIK anak, lahir 2014"),
        ([&nik[..6], "310280", "9482"].concat(), "Tanggal lahir di NIK ini tidak ada"),
    ] {
        assert_eq!(ask(&phone, kk, &typed), "tidak-ditemukan");
        phone.says(says).press("Ketik NIK lagi").find("the NIK", "#nik:focus");
        assert_eq!(
            (phone.value("Nomor KK").replace(' ', ""), phone.value("NIK")),
            (kk.to_owned(), String::new())
        );
        phone.fill("NIK", nik).press("Cek status").find("the fate", "[data-status=cair]");
        phone.press("Cek keluarga lain");
    }
    // Letters that look like digits.
    let letters = |digits: &str| digits.replace('0', "O").replace('1', "l");
    assert_eq!(ask(&phone, &letters(kk), &letters(nik)), "cair");
}

#[test]
fn whoever_goes_back_need_not_type_again() {
    let (_host, phone) = town().visit("/");
    let family = town().family("diundang");
    let (kk, nik) = (family.kk.as_str(), family.head().unwrap());
    phone.follow("Cek status bantuan").says("Kode pendaftaran");
    assert_eq!(ask(&phone, kk, nik), "diundang");
    // From a page beside the answer to the answer, and from there to what was typed.
    phone.follow("Tidak bisa datang?").says("Siapa yang datang").go_back();
    phone.find("the fate", "[data-status=diundang]").go_back();
    phone.lacks("[data-status]");
    assert_eq!(phone.value("Nomor KK").replace(' ', ""), kk);
    phone.press("Cek status").find("the fate", "[data-status=diundang]");
    phone.assert_forgets();
    // Who turns to another family leaves nothing in the form, and the way back leads home.
    phone.press("Cek keluarga lain").has_no_code();
    assert_eq!(phone.value("Nomor KK"), "");
    phone.go_back().says("Bantuan Sosial Tunai Jakarta");
}

#[test]
fn an_answer_is_shared_without_a_name() {
    let (_host, phone) = town().visit("/cek");
    let family = town().family("diundang");
    phone.script(
        "navigator.canShare = () => true;
        navigator.share = async ({ text }) => { window.shared = text; };",
        &[],
    );
    ask(&phone, &family.kk, family.head().unwrap());
    phone.press("Bagikan tanpa nama");
    let shared = phone.until("what is shared", || {
        phone.script("return window.shared ?? null;", &[]).as_str().map(str::to_owned)
    });
    for part in ["Ambil kartu", "Contoh SDN Kampung Melayu", "KTP", "/cek"] {
        assert!(shared.contains(part), "{part} in {shared}");
    }
    for secret in [&family.kk, &family.kk[12..], "•"] {
        assert!(!shared.contains(secret), "{secret} in {shared}");
    }
}

#[test]
fn the_day_and_hour_are_those_of_jakarta() {
    let mut office = Office::of_today();
    office.import(&MEMBERS);
    let family = &MEMBERS.families()[0];
    for decision in ["ditetapkan", "diundang --date 2027-03-18 --hours 09:00-11:00 --point CONTOH-JTN-1"] {
        office.decide(&family.kk, decision);
    }
    office.publish();
    let host = Host::start(&office);
    for (moment, zone, says) in [
        (
            "2027-03-16T12:00:00+07:00",
            "Asia/Jakarta",
            "Ambil kartu pada Kamis, 18 Maret 2027, pukul 09.00–11.00",
        ),
        ("2027-03-17T00:00:00+07:00", "America/Los_Angeles", "Ambil kartu besok, Kamis, 18 Maret 2027"),
        ("2027-03-18T08:59:00+07:00", "America/Los_Angeles", "Ambil kartu hari ini, pukul 09.00–11.00"),
        ("2027-03-18T09:00:00+07:00", "Asia/Jayapura", "Ambil kartu hari ini, sampai pukul 11.00"),
        ("2027-03-18T11:00:00+07:00", "Europe/London", "Jadwal Kamis, 18 Maret 2027 sudah lewat"),
        ("2027-03-19T00:30:00+07:00", "Europe/London", "Jadwal Kamis, 18 Maret 2027 sudah lewat"),
    ] {
        let phone = host.open("/tentang");
        phone.shows(moment, zone).visit("/cek");
        ask_by_code(&phone, office.code_of(&family.kk));
        phone.says(says);
    }
}

#[test]
fn numbers_of_two_families_are_not_found_and_help_is_given() {
    let (_host, phone) = town().visit("/cek");
    let (one, other) = (town().family("cair"), town().family("ditolak"));
    assert_eq!(ask(&phone, &one.kk, other.head().unwrap()), "tidak-ditemukan");
    // What the NIK tells of its owner, so that a typing error shows; and what to do.
    phone.says("Tidak ada di daftar").says("Jakarta Timur").says("ketua RT");
    phone.assert_forgets();
    phone.press("Perbaiki nomornya");
    phone.fill("NIK", one.head().unwrap()).press("Cek status");
    phone.find("the fate", "[data-status=cair]");
}
