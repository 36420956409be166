//! The parts of the residents' program, which come when they are first needed.

use crate::town::town;
use e2e::{Device, Host, Meter};

/// The pages that come when they are opened, by the link that leads there, and what each says.
const WAY: [(&str, &str); 4] = [
    ("Apakah keluarga saya berhak?", "1 dari 6"),
    ("Apa yang harus dibawa?", "Siapa yang datang"),
    ("Apakah data saya aman?", "Dinas Sosial"),
    ("Titik pengambilan terdekat", "Kelurahan"),
];

#[test]
fn no_page_is_loaded_between_the_pages_of_residents() {
    let (_host, phone) = town().visit("/");
    phone.script("globalThis.sameDocument = true;", &[]);
    for (link, says) in WAY {
        phone.follow(link).says(says).follow("Halaman depan").says("Saya ketua RT");
    }
    phone.follow("Cek status bantuan");
    let family = town().family("cair");
    phone.fill_pair(&family.kk, family.head().unwrap()).press("Cek status");
    phone.find("the fate", "[data-status=cair]");
    assert_eq!(phone.script("return globalThis.sameDocument === true;", &[]), true);
}

#[test]
fn a_part_that_does_not_arrive_is_asked_for_again() {
    let host = Host::start(&town().office);
    let line = Meter::before(&host);
    let phone = Device::open_at(line.address(), "/");
    phone.went_offline();
    // The first three come together.
    for (link, says) in [WAY[0], WAY[3]] {
        line.cut("/residents-");
        phone.follow(link).says("Sinyal terputus");
        // The page lives on, and can be left.
        phone.follow("Halaman depan").says("Saya ketua RT").follow(link).says("Sinyal terputus");
        line.mend();
        phone.press("Coba lagi").says(says).follow("Halaman depan").says("Saya ketua RT");
    }
}

#[test]
fn an_answer_that_does_not_arrive_keeps_what_was_typed() {
    let host = Host::start(&town().office);
    let line = Meter::before(&host);
    let phone = Device::open_at(line.address(), "/cek");
    phone.went_offline();
    line.cut("/residents-");
    let family = town().family("cair");
    phone.fill_pair(&family.kk, family.head().unwrap()).press("Cek status");
    phone.says("Sinyal terputus").lacks("[data-status]");
    assert_eq!(phone.value("Nomor KK").replace(' ', ""), family.kk);
    line.mend();
    phone.press("Coba lagi").find("the fate", "[data-status=cair]");
    phone.assert_forgets();
}

#[test]
fn an_answer_measures_its_distances_without_the_areas_of_the_city() {
    let host = Host::start(&town().office);
    let line = Meter::before(&host);
    let phone = Device::open_at(line.address(), "/cek");
    let family = town().family("diundang");
    phone.fill_pair(&family.kk, family.head().unwrap()).press("Cek status");
    phone.find("the fate", "[data-status=diundang]").says("dari tengah Kelurahan");
    let came = |file: &str| line.passed().iter().any(|passed| passed.path.ends_with(file));
    phone.keeps(&["residents-answer"]);
    assert!(!came("/areas.json"));
    phone.follow("Halaman depan").follow("Titik pengambilan").says("Kelurahan");
    phone.until_true("the areas", || came("/areas.json"));
}
