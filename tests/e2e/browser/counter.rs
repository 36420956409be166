//! The counter in the kelurahan office.

use crate::town::town;
use e2e::Device;

/// Types on the keys of the screen.
pub(super) fn key_in(phone: &Device, text: &str) {
    text.chars().for_each(|key| {
        phone.press(&key.to_string());
    });
}

#[test]
fn a_visitor_who_walks_away_leaves_nothing() {
    let (_host, phone) = town().visit("/");
    phone.with_a_clock_to_turn().visit("/anjungan").resize(1080, 1920);
    let family = town().family("ditetapkan");
    let nik = family.head().unwrap();
    phone.press("Cek status bantuan").has_no_code();
    key_in(&phone, &family.kk);
    phone.press("Lanjut");
    key_in(&phone, nik);
    phone.press("Cek status").find("the fate", "[data-status=ditetapkan]");

    phone.seconds_pass(59).find("still the fate", "[data-status=ditetapkan]");
    phone.seconds_pass(2).lacks("[data-status]").says("Ada yang bisa dibantu?");
    let left = phone.everything_in_the_page();
    for secret in [family.kk.as_str(), nik, &family.kk[12..], "ditetapkan"] {
        assert!(!left.contains(secret), "{secret} is still in the page");
    }
    phone.assert_keeps_none_of(&[&family.kk, nik]);
    // Nor does the way back lead to it.
    phone.go_back();
    phone.lacks("[data-status]");
}

#[test]
fn half_a_number_is_wiped_too() {
    let (_host, phone) = town().visit("/");
    phone.with_a_clock_to_turn().visit("/anjungan").resize(1080, 1920);
    phone.press("Cek status bantuan").has_no_code();
    key_in(&phone, "31741024");
    phone.says("3174 1024");
    phone.seconds_pass(61).says("Ada yang bisa dibantu?");
    phone.press("Cek status bantuan").has_no_code();
    assert!(!phone.text().contains("3174"), "{}", phone.text());
}

#[test]
fn the_points_near_the_office_are_one_touch_away() {
    let (_host, phone) = town().visit("/anjungan");
    phone.resize(1080, 1920);
    phone.press("Titik pengambilan terdekat").fill("Kelurahan", "Ulujami").choose("Ulujami");
    phone.says("Kelurahan Ulujami").says("garis lurus");
    assert_eq!(phone.texts("main ol > li").len(), 3);
    phone.press("Selesai").says("Ada yang bisa dibantu?");
}

#[test]
fn a_code_is_typed_on_keys_of_letters() {
    let (_host, phone) = town().visit("/anjungan");
    phone.resize(1080, 1920);
    phone.press("Cek status bantuan");
    key_in(&phone, &town().office.code_of(&town().without_nik.kk).replace('-', ""));
    phone.press("Cek status").find("the fate", "[data-status=diusulkan]");
    phone.press("Selesai").lacks("[data-status]");
}

#[test]
fn what_has_the_focus_is_not_under_the_foot() {
    let (_host, phone) = town().visit("/anjungan");
    phone.press("Cek status bantuan").find("a way on", ".kiosk__actions button");
    let overlap = phone.script(
        "const [button, foot] = ['.kiosk__actions button', '.kiosk__foot'].map((css) => document.querySelector(css));
        scrollTo(0, 0);
        button.focus();
        return button.getBoundingClientRect().bottom > foot.getBoundingClientRect().top;",
        &[],
    );
    assert_eq!(overlap, false);
}
