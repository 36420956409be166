//! What is kept on a phone: locked with a PIN, sealed at rest, and brought back from a backup.

use crate::listing::{Door, send};
use crate::town::town;
use e2e::device::HANDS;
use e2e::rt::PIN;
use e2e::{Device, Host, Office, RtHead};

const KELURAHAN: &str = "31.74.10.1005";
const NAME: &str = "Contoh Sulastri";
const KK: &str = "3174101001099012";
const NIK: &str = "3174105205809012";

fn door() -> Door {
    let numbers = Some((KK.to_owned(), NIK.to_owned()));
    Door { name: NAME.to_owned(), numbers, address: "Gg. Contoh No. 3".to_owned() }
}

/// What opens the list now.
const KNOWN: &str = "PIN atau kata sandi sekarang";

/// The code of the backups, as the page of this phone shows it.
fn backup_code(phone: &Device) -> String {
    phone.visit("/rt");
    town().rt.unlock(phone);
    phone.follow("HP ini").press("Tampilkan kode cadangan");
    // Whoever holds the phone need not be its owner.
    phone.fill(KNOWN, "918273").press("Lihat kode").says("Belum cocok").lacks(".slip__code");
    phone.fill(KNOWN, PIN).press("Lihat kode").find("the code", ".slip__code");
    phone.texts(".slip__code").pop().unwrap()
}

#[test]
fn nothing_that_is_kept_can_be_read_without_the_pin() {
    let office = Office::of_today();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let host = Host::start(&office);
    let phone = rt.activate(host.address());
    door().list(&phone);
    send(&phone);
    phone.says("Terkirim").assert_forgets();
    phone.assert_keeps_none_of(&[PIN, &rt.fragment, "Gg. Contoh"]);
}

#[test]
fn five_wrong_pins_cost_time_and_no_more() {
    let (_host, phone) = town().visit("/");
    let rt = &town().rt;
    rt.activate_on(phone.visit(&format!("/rt#{}", rt.fragment)));
    door().list(&phone);
    phone.with_a_clock_to_turn();
    phone.follow("HP ini").press("Kunci sekarang").says("Daftar ini terkunci");
    for _ in 0..5 {
        phone.fill("PIN", "918273").press("Buka").says("Belum cocok");
        phone.until_true("an empty field", || phone.value("PIN").is_empty());
    }
    phone.fill("PIN", PIN).press("Buka").says("Tunggu 30 detik");
    // To begin anew does not help.
    phone.reload();
    phone.fill("PIN", PIN).press("Buka").says("Terlalu banyak PIN yang salah");
    phone.seconds_pass(31).fill("PIN", PIN).press("Buka").says("Kunci sekarang");
}

#[test]
fn a_forgotten_pin_gives_way_to_the_backup_code() {
    let (_host, phone) = town().visit("/");
    let rt = &town().rt;
    rt.activate_on(phone.visit(&format!("/rt#{}", rt.fragment)));
    door().list(&phone);
    let code = backup_code(&phone);
    phone.press("Kunci sekarang").press("Lupa PIN");
    phone.fill("Kode cadangan", "ABCD-EFGH-JKMN-PQRS-0").press("Buka").says("Belum cocok");
    phone.fill("Kode cadangan", &code).press("Buka").says("HP ini");
    phone
        .press("Ganti PIN")
        .fill(KNOWN, &code)
        .fill("PIN 6 angka", "123456")
        .fill("PIN sekali lagi", "123456");
    phone.press("Simpan PIN baru").says("terlalu mudah");
    phone.fill("PIN 6 angka", "740519").fill("PIN sekali lagi", "740519");
    phone.press("Simpan PIN baru").says("Kunci daftar sudah diganti");
    phone.press("Kunci sekarang").fill("PIN", PIN).press("Buka").says("Belum cocok");
    phone.fill("PIN", "740519").press("Buka").says("HP ini");
    phone.follow("Halaman depan").follow("Saya ketua RT atau RW").says(NAME);
}

#[test]
fn a_backup_comes_back_on_another_phone() {
    let office = Office::of_today();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let host = Host::start(&office);
    let lost = rt.activate(host.address());
    door().list(&lost);
    let code = backup_code(&lost);
    let file = lost.press("Buat file cadangan").says("folder Unduhan").downloaded("json");
    let content = std::fs::read_to_string(&file).unwrap();
    assert!(!content.contains(KK) && !content.contains(NAME), "a backup can be read");

    let found = host.open("/rt");
    found.press("Pulihkan dari cadangan").give("File cadangan", &file);
    found.fill("Kode cadangan", &code).fill("PIN 6 angka", "740519").fill("PIN sekali lagi", "740519");
    found.press("Pulihkan").says(NAME);
    send(&found);
    found.says("Terkirim");
    assert_eq!(office.collect()["envelopes"][0]["list"]["families"].as_array().unwrap().len(), 1);
}

#[test]
fn a_wiped_phone_keeps_nothing() {
    let (_host, phone) = town().visit("/");
    let rt = &town().rt;
    rt.activate_on(phone.visit(&format!("/rt#{}", rt.fragment)));
    door().list(&phone);
    phone.follow("HP ini").press("Hapus dari HP ini").press("Ya, hapus semuanya");
    phone.says("Tautan aktivasi");
    phone.assert_keeps_none_of(&[KELURAHAN, "Ulujami"]);
}

const HOLDS: &str = "HP ini sudah memuat daftar RT 006 / RW 002 Ulujami; pakai tautan baru?";

/// A phone with one family on its list, and a second link for the same RT after the first was revoked.
fn with_a_new_link() -> (Office, Host, Device, RtHead, String) {
    let office = Office::of_today();
    let first = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let host = Host::start(&office);
    let phone = first.activate(host.address());
    door().list(&phone);
    office.revoke(&first);
    let link = format!("/rt#{}", office.enrol(KELURAHAN, "002", "006").fragment);
    office.publish();
    (office, host, phone, first, link)
}

/// The families of the one list that the office gets.
fn arrives(office: &Office, phone: &Device) -> usize {
    send(phone);
    phone.says("Terkirim");
    office.collect()["envelopes"][0]["list"]["families"].as_array().unwrap().len()
}

#[test]
fn a_new_link_for_the_open_list_asks_first() {
    let (office, _host, phone, first, link) = with_a_new_link();
    phone.visit(&link).says(HOLDS).says("1 keluarga di daftar ini tetap ada");
    phone.assert_open_to_all(HANDS, "the question before a new link");
    phone.press("Batal").says(NAME);
    // The old link is still the one in use: opened again, it has nothing to replace.
    phone.visit(&format!("/rt#{}", first.fragment)).says("Tautan ini sudah dipakai di HP ini");
    phone.press("Buka daftarnya").says(NAME);
    phone.visit(&link).says(HOLDS).press("Pakai tautan baru ini").says(NAME);
    assert_eq!(arrives(&office, &phone), 1);
}

#[test]
fn a_new_link_for_a_locked_list_waits_until_it_is_open() {
    let (office, _host, phone, first, link) = with_a_new_link();
    phone.follow("HP ini").press("Kunci sekarang").says("Daftar ini terkunci");
    phone.visit(&link).says(HOLDS).says("Daftar itu terkunci");
    phone.assert_open_to_all(HANDS, "a new link for a locked list");
    phone.press("Batal").says("Daftar ini terkunci");
    phone.visit(&link).says(HOLDS).press("Buka dengan PIN").says("Daftar ini terkunci");
    first.unlock(&phone);
    phone.says(HOLDS).says("1 keluarga di daftar ini tetap ada").press("Pakai tautan baru ini").says(NAME);
    assert_eq!(arrives(&office, &phone), 1);
}

#[test]
fn a_link_for_another_rt_says_what_becomes_of_the_list() {
    let (office, _host, phone, first, _) = with_a_new_link();
    let link = format!("/rt#{}", office.enrol(KELURAHAN, "002", "007").fragment);
    office.publish();
    let says = "Daftar RT 006 / RW 002 Ulujami tidak hilang";
    phone.visit(&link).says("RT 007 / RW 002 Ulujami").says(HOLDS).says(says);
    phone.press("Batal").says(NAME).follow("HP ini").press("Kunci sekarang");
    phone.visit(&link).says(HOLDS).says(says);
    phone.fill("PIN 6 angka", "740519").fill("PIN sekali lagi", "740519").press("Aktifkan");
    phone.says("Belum ada keluarga").follow("HP ini").press("RT 006 / RW 002 Ulujami");
    phone.says("Daftar ini terkunci");
    first.unlock(&phone);
    phone.visit("/rt");
    first.unlock(&phone);
    phone.says(NAME);
}

const WORDS: &str = "payung kerbau lampu sungai";

#[test]
fn a_list_opens_with_words_instead_of_a_pin() {
    let (_host, phone) = town().visit("/");
    let rt = &town().rt;
    rt.activate_on(phone.visit(&format!("/rt#{}", rt.fragment)));
    door().list(&phone);
    phone.follow("HP ini").press("Pakai kata sandi yang panjang").says("ratusan tahun");
    phone.fill(KNOWN, PIN);
    let save = |words: &str| {
        phone.fill("Kata sandi", words).fill("Kata sandi sekali lagi", words).press("Simpan kata sandi");
    };
    save("payung kerbau");
    phone.says("empat kata berbeda");
    save(WORDS);
    phone.says("Kunci daftar sudah diganti").press("Kunci sekarang");
    phone.fill("Kata sandi", "payung kerbau lampu").press("Buka").says("Belum cocok");
    // As a phone writes the first of some words.
    phone.fill("Kata sandi", "Payung kerbau lampu sungai ").press("Buka").says("Kunci sekarang");
    phone.assert_keeps_none_of(&[WORDS]);
}

/// Nothing of this is on the page.
fn hides(phone: &Device, text: &str) {
    phone.until_true("a page without it", || !phone.texts("body").join(" ").contains(text));
}

#[test]
fn a_list_that_nobody_touches_is_locked() {
    let (_host, phone) = town().visit("/");
    let rt = &town().rt;
    rt.activate_on(phone.visit(&format!("/rt#{}", rt.fragment)));
    door().list(&phone);
    phone.with_a_clock_to_turn().visit("/rt");
    rt.unlock(&phone);
    phone.says(NAME).seconds_pass(299);
    phone.press("English").says("Add a family").press("Bahasa Indonesia");
    // The touch began anew.
    phone.seconds_pass(299).says(NAME).seconds_pass(2).says("Daftar ini terkunci");
    hides(&phone, NAME);
}

#[test]
fn a_full_phone_is_locked_too_and_loses_nothing() {
    let (_host, phone) = town().visit("/");
    let rt = &town().rt;
    rt.activate_on(phone.visit(&format!("/rt#{}", rt.fragment)));
    phone.with_a_clock_to_turn().visit("/rt");
    rt.unlock(&phone);
    phone.press("Tambah keluarga").fill("Nomor KK", &KK[..4]).says("Tersimpan di HP ini");
    let typed = || phone.value("Nomor KK").replace(' ', "");
    phone.refuses_writes(true).fill("Nomor KK", KK).says("Belum tersimpan di HP ini");
    phone.seconds_pass(301).says("Daftar ini terkunci").says("Ada isian yang belum tersimpan");
    phone.fill("PIN", "918273").press("Buka").says("Belum cocok");
    phone.fill("PIN", PIN).press("Buka");
    phone.until_true("what was typed", || typed() == KK);
    // Once there is room again, it is kept, and the lock closes for good.
    phone.seconds_pass(301).says("Ada isian yang belum tersimpan").refuses_writes(false);
    hides(&phone, "Ada isian yang belum tersimpan");
    phone.fill("PIN", PIN).press("Buka");
    phone.until_true("what was typed", || typed() == KK);
}
