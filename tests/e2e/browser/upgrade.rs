//! A phone on which another version of the app was: nothing that it holds is ever erased.

use crate::town::town;
use e2e::rt::PIN;
use e2e::{Device, Host};
use serde_json::Value;

/// The object stores of a phone of the first release.
fn fixture() -> Value {
    serde_json::from_str(include_str!("../../fixtures/v1/phone-database.json")).unwrap()
}

/// A phone with the database of the first release, made by a page that does not open it.
fn old_phone() -> (Host, Device) {
    let (host, phone) = town().visit("/tentang");
    // This host never published anything for the RT of the fixture.
    phone.may_miss_files().holds_database(2, &fixture()["stores"]);
    (host, phone)
}

#[test]
fn a_phone_of_the_first_release_shows_its_families() {
    let (_host, phone) = old_phone();
    phone.visit("/rt").says("RT 005").fill("PIN", PIN).press("Buka");
    phone.says("Contoh Sulastri").says("Contoh Ani").says("Contoh Belum Lengkap");
}

#[test]
fn a_database_of_the_next_version_keeps_what_the_last_one_held() {
    let (_host, phone) = old_phone();
    let (_, keys) = phone.database().unwrap();
    phone.gets_an_app_of_the_next_database_version();
    phone.visit("/rt").says("RT 005").fill("PIN", PIN).press("Buka");
    phone.says("Contoh Sulastri").says("Contoh Ani").says("Contoh Belum Lengkap");
    assert_eq!(phone.database(), Some((3, keys)));
}

#[test]
fn an_app_older_than_the_data_says_so_and_leaves_them_alone() {
    let (_host, phone) = town().visit("/tentang");
    phone.holds_database(9, &fixture()["stores"]);
    let before = phone.database();
    phone.visit("/rt").says("Versi aplikasi ini lebih lama dari data di HP");
    assert!(!phone.text().contains("Tautan aktivasi"), "{}", phone.text());
    phone.press("Muat ulang").says("Versi aplikasi ini lebih lama dari data di HP");
    assert_eq!(phone.database(), before);
}

#[test]
fn an_open_list_gives_way_to_the_next_version() {
    let (_host, phone) = old_phone();
    phone.visit("/rt").fill("PIN", PIN).press("Buka").says("Contoh Sulastri");
    let old = phone.open_tab("/tentang");
    phone.gets_an_app_of_the_next_database_version();
    phone.visit("/rt").says("Daftar ini terkunci").fill("PIN", PIN).press("Buka").says("Contoh Sulastri");
    phone.bring_to_front(&old);
    phone.says("Versi aplikasi ini lebih lama dari data di HP");
}

#[test]
fn a_tab_that_holds_the_old_version_is_named_and_waited_for() {
    let (_host, phone) = old_phone();
    phone.holds_database_open();
    let old = phone.open_tab("/tentang");
    phone.gets_an_app_of_the_next_database_version();
    phone.visit("/rt").says("Aplikasi versi lama masih terbuka di tab lain");
    let new = phone.tab();
    phone.bring_to_front(&old).close_tab();
    phone
        .bring_to_front(&new)
        .says("Daftar ini terkunci")
        .fill("PIN", PIN)
        .press("Buka")
        .says("Contoh Sulastri");
}

#[test]
fn a_service_worker_that_wakes_up_makes_no_database() {
    let (_host, phone) = town().visit("/tentang");
    phone.is_ready_for_offline().leaves().wakes_in_background("tepat-post");
    phone.visit("/tentang");
    assert_eq!(phone.database(), None);
}
