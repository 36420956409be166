//! A resident looks up what became of the family.

use crate::town::{Fate, town};
use e2e::Device;
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
