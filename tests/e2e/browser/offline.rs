//! After the first visit the app works without a network, and says so.

use crate::town::town;
use e2e::Host;

#[test]
fn points_and_doors_open_without_a_network_after_one_visit() {
    let mut host = Host::start(&town().office);
    let phone = host.open("/titik");
    phone.fill("Kelurahan", "Ulujami").choose("Ulujami").says("Kelurahan Ulujami");
    let online = phone.texts("main ol > li");
    phone.is_ready_for_offline();

    host.stop();
    phone.went_offline();
    phone.visit("/titik");
    phone.fill("Kelurahan", "Ulujami").choose("Ulujami").says("Kelurahan Ulujami");
    assert_eq!(phone.texts("main ol > li"), online);
    phone.visit("/").says("Cek status");

    phone.visit("/cek");
    let family = town().family("cair");
    phone.fill_pair(&family.kk, family.head().unwrap()).press("Cek status");
    phone.says("Sinyal terputus").lacks("[data-status]");
}

#[test]
fn what_was_used_before_opens_without_a_network() {
    const PAGES: [(&str, &str); 3] =
        [("/syarat", "1 dari 6"), ("/dokumen", "Siapa yang datang"), ("/rt", "ketua RT")];
    let mut host = Host::start(&town().office);
    let phone = host.open("/");
    phone.is_ready_for_offline();
    for (page, says) in PAGES {
        phone.visit(page).says(says).keeps_what_it_loaded();
    }
    host.stop();
    phone.went_offline();
    for (page, says) in PAGES {
        phone.visit(page).says(says);
    }
}

#[test]
fn an_answer_stays_where_a_page_beside_it_does_not_open() {
    let mut host = Host::start(&town().office);
    let phone = host.open("/cek");
    let family = town().family("diundang");
    phone.fill_pair(&family.kk, family.head().unwrap()).press("Cek status");
    phone.find("the fate", "[data-status=diundang]");
    host.stop();
    phone.went_offline().follow("Tidak bisa datang?").says("Sinyal terputus");
    phone.go_back().find("the fate", "[data-status=diundang]");
}

#[test]
fn what_was_looked_up_is_in_no_cache() {
    let host = Host::start(&town().office);
    let phone = host.open("/cek");
    phone.is_ready_for_offline();
    phone.reload();
    let family = town().family("cair");
    phone.fill_pair(&family.kk, family.head().unwrap()).press("Cek status");
    phone.find("the fate", "[data-status=cair]");
    let cached = phone.cached();
    assert!(cached.iter().any(|url| url.ends_with("/api/v1/index.json")), "{cached:?}");
    for place in ["/status/", "/outcome/", "/inbox/"] {
        assert!(cached.iter().all(|url| !url.contains(place)), "{place} in {cached:?}");
    }
    phone.assert_forgets();
}
