//! The head of an RT lists families on a phone, and sends them.

use super::fates::{ask, ask_by_code};
use super::ledger::Listed;
use crate::listing::{Door, send};
use e2e::{Device, Fate, Host, Office, Proxy, RtHead};
use serde_json::Value;

const KELURAHAN: &str = "31.74.10.1005";
const NAME: &str = "Contoh Sulastri";
const NAME_WITHOUT_NIK: &str = "Contoh Tanpa Kartu";
const KK: &str = "3174101001099012";
const NIK: &str = "3174105205809012";

fn door_with_numbers() -> Door {
    let numbers = Some((KK.to_owned(), NIK.to_owned()));
    Door { name: NAME.to_owned(), numbers, address: "Gg. Contoh No. 3".to_owned() }
}

fn door_without_nik() -> Door {
    Door::without_numbers(NAME_WITHOUT_NIK, "Gg. Contoh No. 5")
}

/// The phone goes dark halfway; nothing is lost.
fn list_through_the_dark(phone: &Device, rt: &RtHead) {
    phone.press("Tambah keluarga").fill("Nomor KK", KK).press("Lanjut");
    phone.fill("Nama lengkap", NAME).fill("NIK", NIK);
    phone.says("Tersimpan di HP ini").reload();
    rt.unlock(phone);
    assert_eq!(phone.value("Nama lengkap"), NAME);
    assert_eq!(phone.value("NIK").replace(' ', ""), NIK);
    phone.press("Lanjut");
    door_with_numbers().finish(phone);
}

/// The registration code on the slip of a family.
fn code(phone: &Device, name: &str) -> String {
    phone.find("receipt", ".slip");
    let slips = phone.texts(".slip");
    let slip = slips
        .iter()
        .find(|slip| slip.to_lowercase().contains(&name.to_lowercase()))
        .unwrap_or_else(|| panic!("no {name} in {slips:?}"));
    let is_code = |line: &&str| line.len() == 21 && line.matches('-').count() == 4;
    slip.lines().find(is_code).unwrap().to_owned()
}

fn taken(answer: &Value) -> Vec<&Value> {
    answer["envelopes"].as_array().unwrap().iter().map(|report| &report["list"]["families"]).collect()
}

#[test]
fn a_second_phone_hears_that_the_first_has_sent_families() {
    let listed = Listed::of(&[NAME, NAME_WITHOUT_NIK]);
    let Listed { office, host, rt, phone } = &listed;
    office.publish();
    let second = rt.activate(host.address());
    second.says("2 keluarga sudah ada di kelurahan dari tautan ini").says("Jangan dicatat ulang");
    // On the first one nothing is missing.
    listed.visit("/rt").says("Diterima");
    assert!(!phone.text().contains("Jangan dicatat ulang"), "{}", phone.text());
}

#[test]
fn a_reload_before_the_pin_is_set_forgets_no_link() {
    let office = Office::of_today();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let host = Host::start(&office);
    let phone = Device::open_at(host.address(), &format!("/rt#{}", rt.fragment));
    phone.says("Pakai HP ini untuk RT ini?").is_ready_for_offline();
    let controlled = "return Boolean(navigator.serviceWorker.controller);";
    phone.until_true("a page that its service worker serves", || phone.script(controlled, &[]) == true);
    for _ in 0..2 {
        phone.reload();
        phone.says("Pakai HP ini untuk RT ini?").address_lacks(&rt.fragment);
    }
    rt.activate_on(&phone);
    // It is answered now.
    phone.reload();
    rt.unlock(&phone);
    phone.says("Belum ada keluarga");
}

#[test]
fn from_the_enrolment_link_to_the_status_on_another_phone() {
    let office = Office::of_today();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let host = Host::start(&office);
    let phone = rt.activate(host.address());
    list_through_the_dark(&phone, &rt);
    door_without_nik().list(&phone);
    send(&phone);
    phone.says("Terkirim");
    let codes = [NAME, NAME_WITHOUT_NIK].map(|name| code(&phone, name));

    let answer = office.collect();
    let [families] = taken(&answer)[..] else { panic!("{answer:#}") };
    assert_eq!(families.as_array().unwrap().len(), 2, "{answer:#}");
    assert_eq!(office.collect()["envelopes"].as_array().unwrap().len(), 0, "once is enough");
    office.publish();

    let resident = host.open("/cek");
    assert_eq!(ask(&resident, KK, NIK), "diusulkan");
    for code in &codes {
        resident.press("Cek keluarga lain");
        assert_eq!(ask_by_code(&resident, code), "diusulkan");
    }

    // The same list sent again changes nothing.
    phone.visit("/rt");
    rt.unlock(&phone);
    send(&phone);
    office.collect();
    assert_eq!(office.publish()["families"], 2);

    // The office decides, and the RT head reads it on the list.
    office.decide(KK, "ditetapkan").publish();
    phone.visit("/rt");
    rt.unlock(&phone);
    phone.says("Ditetapkan");
}

#[test]
fn without_a_drop_box_the_list_travels_as_a_file() {
    let office = Office::of_today();
    let rt = office.enrol_without_drop_box(KELURAHAN, "002", "006");
    office.publish();
    let host = Host::start(&office);
    let phone = rt.activate(host.address());
    door_without_nik().list(&phone);
    send(&phone);
    let code = code(&phone, NAME_WITHOUT_NIK);
    phone.press("Bagikan sebagai file").says("Belum pasti sampai");
    let file = phone.downloaded("json");
    assert_eq!(file.file_name().unwrap(), "daftar-rt006-rw002-ulujami-ke1.json");
    let answer = office.collect_from(&file);
    assert_eq!(taken(&answer)[0][0]["result"], "baru", "{answer:#}");
    office.publish();
    let resident = host.open("/cek");
    assert_eq!(ask_by_code(&resident, &code), "diusulkan");
    phone.asks_nothing_with("/inbox");
}

#[test]
fn a_list_that_left_as_a_file_is_sent_all_the_same() {
    let office = Office::of_today();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let mut host = Host::start(&office);
    let phone = rt.activate(host.address());
    phone.is_ready_for_offline().keeps(&["field-register", "sealing"]);
    door_without_nik().list(&phone);
    let port = host.port();
    host.stop();
    phone.went_offline();
    send(&phone);
    phone.says("Belum sampai di kelurahan").press("Bagikan sebagai file").says("Belum pasti sampai");
    assert!(phone.downloaded("json").exists());
    phone.follow("Ke daftar keluarga").says("belum pasti sampai");
    let _host = Host::start_again(&office, port);
    phone.says("Terkirim").follow("Tanda terima").says("Kode pendaftaran");
    assert!(!phone.text().contains("Belum sampai di kelurahan"), "{}", phone.text());
    assert_eq!(taken(&office.collect()).len(), 1);
}

#[test]
fn a_wrong_clock_is_named_and_ages_go_by_the_true_one() {
    let office = Office::of_today();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let host = Host::start(&office);
    for days in [-4000, 2000] {
        let phone = host.open("/");
        phone.with_a_clock_to_turn();
        phone.visit(&format!("/rt#{}", rt.fragment)).shows_another_day(days);
        rt.activate_on(&phone);
        door_without_nik().list(&phone);
        send(&phone);
        phone.says("Tanggal di HP ini keliru").says("Betulkan di Pengaturan");
        phone.follow("Ke daftar keluarga").press("Tambah keluarga").choose("Keluarga ini belum punya KK");
        phone.press("Lanjut").choose("Belum punya NIK").press("Tambah anggota");
        // A day that has been, by the true clock, and that the phone in the past does not know yet.
        phone.choose("Belum punya NIK").fill("Tanggal lahir", "12-05-2026").says("12 Mei 2026, ");
    }
}

#[test]
fn a_browser_inside_another_app_is_told() {
    let office = Office::of_today();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let host = Host::start(&office);
    let phone = host.open("/");
    phone.calls_itself(
        "Mozilla/5.0 (Linux; Android 12; wv) AppleWebKit/537.36 Chrome/120.0 [FB_IAB/FB4A;FBAV/450.0]",
    );
    phone.visit(&format!("/rt#{}", rt.fragment)).says("buka di Chrome");
}

#[test]
fn what_was_typed_waits_for_the_network() {
    let office = Office::of_today();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let mut host = Host::start(&office);
    let phone = rt.activate(host.address());
    phone.is_ready_for_offline();
    phone.reload();
    rt.unlock(&phone);
    door_without_nik().list(&phone);
    let port = host.port();
    host.stop();
    phone.went_offline();
    phone.visit("/rt");
    rt.unlock(&phone);
    phone.says(NAME_WITHOUT_NIK);
    send(&phone);
    phone.says("Menunggu sinyal");
    let _host = Host::start_again(&office, port);
    phone.says("Terkirim");
    assert_eq!(taken(&office.collect()).len(), 1);
}

/// A phone on which a list waits for a signal that has come back by now; no page is open.
fn with_a_list_that_waits() -> (Office, Host, Device, RtHead) {
    let office = Office::of_today();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let mut host = Host::start(&office);
    let phone = rt.activate(host.address());
    phone.is_ready_for_offline().reload();
    rt.unlock(&phone);
    door_without_nik().list(&phone);
    let port = host.port();
    host.stop();
    phone.went_offline();
    send(&phone);
    phone.says("Menunggu sinyal").leaves();
    let host = Host::start_again(&office, port);
    assert_eq!(taken(&office.collect()).len(), 0);
    phone.visit("/tentang");
    (office, host, phone, rt)
}

#[test]
fn a_list_leaves_while_no_page_is_open() {
    let (office, _host, phone, rt) = with_a_list_that_waits();
    // What it is sent with is nowhere to be read.
    let credentials = rt.credentials();
    let secrets = [rt.password(), credentials.trim_start_matches("Basic ").to_owned()];
    let secrets = secrets.each_ref().map(String::as_str);
    phone.assert_keeps_none_of(&secrets);
    phone.wakes_in_background("tepat-post");
    phone.until_true("the list in the drop box", || taken(&office.collect()).len() == 1);
    phone.visit("/rt");
    rt.unlock(&phone);
    phone.press("Periksa dan kirim").says("Terkirim").assert_keeps_none_of(&secrets);
}

#[test]
fn a_list_that_an_earlier_version_has_left_is_sent_too() {
    let (office, host, phone, rt) = with_a_list_that_waits();
    let folder = format!("{}/inbox/{KELURAHAN}/", host.address());
    phone.keeps_addresses_in_clear(&folder, &rt.credentials()).wakes_in_background("tepat-post");
    phone.until_true("the list in the drop box", || taken(&office.collect()).len() == 1);
    // From then on, and at the latest when the list is opened, the password lies there no more.
    phone.visit("/rt");
    rt.unlock(&phone);
    phone
        .press("Periksa dan kirim")
        .says("Terkirim")
        .assert_keeps_none_of(&[&rt.credentials()["Basic ".len()..]]);
}

#[test]
fn a_password_that_an_earlier_version_kept_in_clear_is_hidden_when_the_list_is_opened() {
    let (office, mut host, phone, rt) = with_a_list_that_waits();
    let folder = format!("{}/inbox/{KELURAHAN}/", host.address());
    phone.keeps_addresses_in_clear(&folder, &rt.credentials());
    let port = host.port();
    host.stop();
    phone.visit("/rt");
    rt.unlock(&phone);
    phone.says(NAME_WITHOUT_NIK).assert_keeps_none_of(&[&rt.credentials()["Basic ".len()..]]);
    phone.leaves();
    let _host = Host::start_again(&office, port);
    phone.visit("/tentang").wakes_in_background("tepat-post");
    phone.until_true("the list in the drop box", || taken(&office.collect()).len() == 1);
}

#[test]
fn a_list_that_a_busy_drop_box_sends_away_is_sent_again() {
    let office = Office::of_today();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let host = Host::start(&office);
    let line = Proxy::before_busy(&host);
    let phone = rt.activate(line.address());
    // What is answered with a fault stands in the console.
    phone.is_ready_for_offline().went_offline().reload();
    rt.unlock(&phone);
    door_without_nik().list(&phone);
    send(&phone);
    phone.says("dicoba lagi").leaves();
    let asked = || line.fates().get(&Fate::Busy).copied().unwrap_or_default();
    let before = asked();
    phone.visit("/tentang").wakes_in_background("tepat-post");
    phone.until_true("the drop box was asked by the service worker", || asked() > before);
    assert_eq!(taken(&office.collect()).len(), 0);
    line.is_idle();
    phone.wakes_in_background("tepat-post");
    phone.until_true("the list in the drop box", || taken(&office.collect()).len() == 1);
    phone.visit("/rt");
    rt.unlock(&phone);
    phone.press("Periksa dan kirim").says("Terkirim");
}

#[test]
fn a_drop_box_that_keeps_silent_holds_up_no_other_list() {
    let office = Office::of_today();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let host = Host::start(&office);
    let line = Proxy::before_silent(&host);
    let phone = rt.activate(line.address());
    phone.is_ready_for_offline().went_offline();
    door_without_nik().list(&phone);
    send(&phone);
    phone.go_back().says("Sedang mengirim").choose("Data ini benar").press("Kirim").says("Tanda terima");
    line.is_idle();
    phone.until_true("both lists in the drop box", || office.drop_box(KELURAHAN).len() == 2);
}

#[test]
fn receipts_are_printed_four_to_a_sheet() {
    let names = ["Contoh Satu", "Contoh Dua", "Contoh Tiga", "Contoh Empat", "Contoh Lima"];
    let listed = Listed::of(&names);
    let phone = listed.visit("/rt/tanda-terima");
    phone.until_true("all slips", || phone.texts(".slip").len() == names.len());
    // Each says what becomes of the data of the family, and whom to ask.
    assert!(
        phone.texts(".slip").iter().all(|slip| slip.contains("Tidak setuju") && slip.contains("/tentang"))
    );
    assert_eq!(phone.sheets(), 2);
}
