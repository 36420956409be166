//! Nobody is kept out: axe looks at every page and at what pages turn into, in both languages, narrow and wide, light
//! and dark.

use super::fates::{ask, ask_by_code};
use crate::town::town;
use e2e::Device;
use e2e::device::{COUNTERS, HANDS};

const PAGES: [&str; 15] = [
    "/",
    "/cek",
    "/titik",
    "/syarat",
    "/dokumen",
    "/dokumen/yang-diundang",
    "/dokumen/anggota-kk",
    "/dokumen/orang-lain",
    "/dokumen/istri",
    "/dokumen/ahli-waris",
    "/dokumen/sakit",
    "/dokumen/surat-kuasa",
    "/rt",
    "/tentang",
    "/tidak/ada",
];

/// In Indonesian, then in English, as the switch in the header says it.
fn in_both_languages(phone: &Device, place: &str) {
    phone.assert_open_to_all(HANDS, place);
    phone.assert_fits_in_large_letters(place);
    let english = format!("{place}, in English");
    phone.press("English").assert_open_to_all(HANDS, &english);
    phone.assert_fits_in_large_letters(&english);
    phone.press("Bahasa Indonesia");
}

#[test]
fn on_every_page() {
    let (_host, phone) = town().visit("/");
    for page in PAGES {
        phone.visit(page);
        in_both_languages(&phone, page);
    }
}

#[test]
fn on_the_way_to_a_status() {
    let (_host, phone) = town().visit("/cek");
    phone.press("Cek status");
    in_both_languages(&phone, "a code that is missing");
    phone.has_no_code().press("Cek status");
    in_both_languages(&phone, "a form with faults");
    for status in ["diundang", "ditolak", "tertunda", "diusulkan"] {
        phone.visit("/cek");
        let family = town().family(status);
        ask(&phone, &family.kk, family.head().unwrap());
        in_both_languages(&phone, status);
    }
    phone.visit("/cek");
    ask(&phone, &town().family("cair").kk, town().family("ditolak").head().unwrap());
    in_both_languages(&phone, "not found");
    phone.visit("/cek");
    ask_by_code(&phone, "TEPA-TTEP-ATTE-PATT-5");
    in_both_languages(&phone, "a code that is not found");
}

#[test]
fn on_the_way_to_a_point_and_to_a_verdict() {
    let (_host, phone) = town().visit("/titik");
    phone.fill("Kelurahan", "ulu").says("kelurahan cocok");
    phone.assert_open_to_all(HANDS, "suggestions");
    phone.choose("Ulujami").says("Kelurahan Ulujami");
    in_both_languages(&phone, "a list of points");
    phone.visit("/syarat").press("Lanjut");
    in_both_languages(&phone, "a question without a reply");
    phone.choose("Tidak").press("Lanjut");
    for reply in ["Ya", "Tidak", "Tidak ada", "Tidak", "Belum tahu"] {
        phone.choose(reply).press("Lanjut");
    }
    in_both_languages(&phone, "a verdict");
    phone.visit("/dokumen/surat-kuasa").press("Lihat surat");
    in_both_languages(&phone, "a letter with faults");
    phone.press("Cetak surat kosong");
    in_both_languages(&phone, "an empty letter");
}

#[test]
fn at_the_counter() {
    let (_host, phone) = town().visit("/anjungan");
    phone.assert_open_to_all(COUNTERS, "the doors");
    phone.press("Titik pengambilan terdekat").says("di kelurahan mana?");
    phone.assert_open_to_all(COUNTERS, "setting up");
    phone.fill("Kelurahan", "Ulujami").choose("Ulujami").says("Kelurahan Ulujami");
    phone.assert_open_to_all(COUNTERS, "the points");
    phone.press("Selesai");
    phone.press("Cek status bantuan");
    phone.assert_open_to_all(COUNTERS, "the keys of letters");
    phone.press("Cek status");
    phone.assert_open_to_all(COUNTERS, "a code that is missing");
    phone.has_no_code();
    phone.assert_open_to_all(COUNTERS, "the keypad");
    phone.press("Lanjut");
    phone.assert_open_to_all(COUNTERS, "a number that is missing");
}

#[test]
fn in_the_hands_of_an_rt_head() {
    let (_host, phone) = town().visit(&format!("/rt#{}", town().rt.fragment));
    phone.says("Pakai HP ini");
    in_both_languages(&phone, "the question whose phone it is");
    town().rt.activate_on(&phone);
    in_both_languages(&phone, "an empty list");
    phone.press("Tambah keluarga").says("Kartu Keluarga").press("Lanjut");
    in_both_languages(&phone, "a card with faults");
    phone
        .choose("Keluarga ini belum punya KK")
        .press("Lanjut")
        .says("Anggota keluarga")
        .press("Tambah anggota");
    phone.press("Lanjut");
    in_both_languages(&phone, "members with faults");
    for stage in ["Tempat tinggal", "Keadaan keluarga", "Bantuan lain", "Tinjau dan simpan"] {
        phone.follow(stage).says(stage);
        in_both_languages(&phone, stage);
    }
    phone.visit("/rt");
    town().rt.unlock(&phone);
    phone.press("Periksa dan kirim");
    in_both_languages(&phone, "sending");
}
