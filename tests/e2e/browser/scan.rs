//! The code comes first: typed, held before the camera, or typed by a scanner; the numbers are one touch away.

use super::counter::{assert_fits, key_in};
use crate::town::town;
use e2e::device::{COUNTERS, HANDS};
use e2e::{Device, Host};

const SCAN: &str = "Pindai kode QR";
const FOREIGN: &str = "https://warung.example/menu";

/// A phone that can read QR codes, at a page of the town.
fn with_a_camera(path: &str) -> (Host, Device) {
    let (host, phone) = town().visit("/tentang");
    phone.reads_qr_codes().lets_pages_see(true).visit(path);
    (host, phone)
}

/// The link on the slips of a family, and its status.
fn slip(host: &Host) -> (String, &'static str) {
    let family = town().family("ditetapkan");
    (format!("{}/cek#{}", host.address(), town().office.code_of(&family.kk)), "[data-status=ditetapkan]")
}

#[test]
fn the_code_is_asked_first_and_the_pair_of_whoever_has_none() {
    let (_host, phone) = town().visit("/cek");
    phone.says("tanda terima dari RT").says("surat undangan").lacks("#kk");
    phone.press("Cek status").says("Kode pendaftaran belum diisi");
    phone.has_no_code().lacks("#kode").find("the focus", "#kk:focus");
    phone.press("Punya kode? Pakai kode pendaftaran").lacks("#kk").find("the focus", "#kode:focus");
    let family = town().family("cair");
    phone.fill_pair(&family.kk, family.head().unwrap()).press("Cek status");
    phone.find("the fate", "[data-status=cair]");
    // The next family is asked for its code again.
    phone.press("Cek keluarga lain").fill("Kode pendaftaran", town().office.code_of(&family.kk));
    phone.press("Cek status").find("the fate", "[data-status=cair]");
}

#[test]
fn a_slip_before_the_camera_is_answered() {
    let (host, phone) = with_a_camera("/cek");
    let (link, status) = slip(&host);
    phone.press(SCAN).says("Arahkan kamera ke kode QR").sees_a_picture();
    phone.assert_open_to_all(HANDS, "the camera");
    phone.is_shown(&link).find("the fate", status).has_put_the_camera_away();
    phone.is_shown_nothing().press("Cek keluarga lain").press(SCAN).says("Arahkan kamera");
    // As on a letter that was printed without an address.
    let code = town().office.code_of(&town().family("cair").kk);
    phone.is_shown(code).find("the fate", "[data-status=cair]").has_put_the_camera_away();
    phone.address_lacks(code);
    phone.history_lacks(code);
}

#[test]
fn another_qr_code_is_none_of_ours() {
    let (host, phone) = with_a_camera("/cek");
    phone.press(SCAN).says("Arahkan kamera").is_shown(FOREIGN).says("Ini bukan kode Tepat");
    phone.assert_open_to_all(HANDS, "a foreign code");
    let (link, status) = slip(&host);
    phone.is_shown(&link.replace("/cek#", "/rt#")).says("Ini bukan kode Tepat");
    phone.is_shown(&link).find("the fate", status);
}

#[test]
fn the_camera_is_put_away_whichever_way_one_leaves() {
    let (_host, phone) = with_a_camera("/cek");
    phone.press(SCAN).says("Arahkan kamera").press("Batal").has_put_the_camera_away();
    phone.lacks("video").press(SCAN).says("Arahkan kamera").sees_a_picture();
    phone.follow("Tentang").says("Dinas Sosial").has_put_the_camera_away();
    phone.visit("/cek").press(SCAN).says("Arahkan kamera").sees_a_picture();
    phone.script(
        "Object.defineProperty(document, 'hidden', { value: true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));",
        &[],
    );
    phone.has_put_the_camera_away().lacks("video").find("the code", "#kode");
}

#[test]
fn whoever_does_not_allow_the_camera_types() {
    let (_host, phone) = with_a_camera("/cek");
    phone.lets_pages_see(false).press(SCAN).says("Kamera tidak diizinkan").says("ketik kodenya");
    phone.assert_open_to_all(HANDS, "a camera that is not allowed");
    phone.press("Batal").fill("Kode pendaftaran", town().office.code_of(&town().family("cair").kk));
    phone.press("Cek status").find("the fate", "[data-status=cair]");
}

#[test]
fn a_browser_that_reads_no_qr_codes_offers_no_camera() {
    let (_host, phone) = town().visit("/cek");
    for page in ["/cek", "/anjungan"] {
        phone.visit(page);
        if page == "/anjungan" {
            phone.press("Cek status bantuan");
        }
        phone.says("ode pendaftaran");
        // What the page asks of the browser is answered by now.
        phone.script("await navigator.mediaDevices.enumerateDevices();", &[]);
        let buttons = phone.texts("button");
        assert!(!buttons.iter().any(|button| button == SCAN), "{buttons:?}");
    }
}

#[test]
fn at_the_counter_the_code_comes_first_too() {
    let (host, phone) = with_a_camera("/anjungan");
    let (link, status) = slip(&host);
    phone.resize(1080, 1920).press("Cek status bantuan").says("Ketik kode pendaftaran").press(SCAN);
    phone.says("Arahkan kamera").sees_a_picture();
    phone.assert_open_to_all(COUNTERS, "the camera of the counter");
    assert_fits(&phone, "the camera");
    phone.resize(1080, 1920).press("Batal").has_put_the_camera_away().says("Ketik kode pendaftaran");
    phone.press(SCAN).says("Arahkan kamera").is_shown(&link).find("the fate", status);
    phone.has_put_the_camera_away().press("Selesai").says("Ada yang bisa dibantu?");
    phone.press("Cek status bantuan").says("____ ____ ____ ____ _").has_no_code().says("Ketik nomor KK");
    key_in(&phone, "3174");
    phone.press("Punya kode? Pakai kode pendaftaran").says("Ketik kode pendaftaran");
}

#[test]
fn a_scanner_that_types_needs_no_touch() {
    let (host, phone) = town().visit("/anjungan");
    let (link, status) = slip(&host);
    phone.says("Ada yang bisa dibantu?").scans(&link).find("the fate", status);
    // The same slip once more changes nothing; that of the next visitor ends the answer of this one.
    phone.scans(&link).find("the fate", status);
    phone.scans(town().office.code_of(&town().family("cair").kk));
    phone.find("the fate", "[data-status=cair]").press("Selesai").lacks("[data-status]");
    // Somebody who types is slower, and starts a session all the same.
    phone.types(&town().office.code_of(&town().family("cair").kk).replace('-', "")).strikes("Enter");
    phone.find("the fate", "[data-status=cair]");
}

#[test]
fn a_scan_goes_where_it_belongs_whatever_was_touched_last() {
    let (_host, phone) = town().visit("/anjungan");
    phone.resize(1080, 1920);
    let family = town().family("ditetapkan");
    let (kk, nik) = (family.kk.as_str(), family.head().unwrap());
    // Touched last: a digit, Ulangi, the other language.
    phone.press("Cek status bantuan").has_no_code();
    key_in(&phone, "9");
    phone.scans(kk).says("Ketik NIK").scans(kk).says("Ketik NIK").says("____ ____ ____ ____");
    key_in(&phone, "1");
    phone.press("Ulangi").scans(nik).find("the fate", "[data-status=ditetapkan]");
    phone.press("Selesai").says("Ada yang bisa dibantu?");
    // The KTP first.
    phone.press("English").press("Check the status of your aid").scans(nik).says("Type your nomor KK");
    phone.scans(&kk[..15]).says("no nomor KK, NIK or registration code").scans(kk);
    phone.find("the fate", "[data-status=ditetapkan]");
    // Over an answer the next family is asked for what is missing, in the first language.
    phone.scans(&town().family("cair").kk).says("Ketik NIK").lacks("[data-status]");
    phone.scans(town().family("cair").head().unwrap()).find("the fate", "[data-status=cair]");
    phone.scans(FOREIGN).find("still the fate", "[data-status=cair]");
    phone.press("Selesai").scans(FOREIGN).says("Itu bukan nomor KK, NIK, atau kode pendaftaran");
}
