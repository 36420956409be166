//! A new version of the app, for people who have been here before: nobody is told of a signal that is there, and nothing
//! that was typed is lost.

use crate::town::town;
use e2e::sample::Family;
use e2e::{Device, Host, Office, Release, RtHead, Site};

/// A host with one version of the app, and the phone of somebody who has just come to one of its pages.
struct Visit {
    phone: Device,
    _host: Host,
    site: Site,
}

fn visit(path: &str) -> Visit {
    let site = Site::with(&Release::built());
    let host = Host::start_with(&town().office, 0, site.folder());
    let phone = host.open(path);
    phone.may_miss_files().is_ready_for_offline();
    // The second load is the first that the service worker sees.
    phone.reload();
    Visit { phone, _host: host, site }
}

fn family() -> &'static Family {
    town().family("cair")
}

fn fill(phone: &Device) {
    phone.fill_pair(&family().kk, family().head().unwrap());
}

fn is_answered(phone: &Device) {
    phone.find("the fate", "[data-status=cair]");
    assert!(!phone.text().contains("sinyal"), "{}", phone.text());
}

/// Waits until the page is of a version.
fn is_of(phone: &Device, release: &Release) {
    let is_so = phone.sees(|| phone.version() == release.version());
    assert!(is_so, "the page is of version {}, not {}", phone.version(), release.version());
}

#[test]
fn who_only_saw_the_first_page_is_answered_after_a_release() {
    let Visit { phone, site, _host } = visit("/");
    site.release(&Release::later(1), "2021-03-02");
    phone.visit("/").follow("Cek status bantuan");
    fill(&phone);
    phone.press("Cek status");
    is_answered(&phone);
}

#[test]
fn who_only_saw_the_first_page_is_answered_where_nothing_of_it_is_left() {
    let Visit { phone, site, _host } = visit("/");
    let later = Release::later(1);
    site.replace(&later);
    phone.visit("/").follow("Cek status bantuan");
    fill(&phone);
    phone.press("Cek status");
    is_answered(&phone);
    is_of(&phone, &later);
}

#[test]
fn what_was_typed_before_a_release_is_asked_after_it() {
    for keeps in [true, false] {
        let Visit { phone, site, _host } = visit("/cek");
        phone.has_no_code().fill("Nomor KK", &family().kk);
        let later = Release::later(1);
        if keeps {
            site.release(&later, "2021-03-02")
        } else {
            site.replace(&later)
        }
        phone.looks_for_an_update().has_an_update_waiting();
        phone.fill("NIK", family().head().unwrap()).press("Cek status");
        is_answered(&phone);
        is_of(&phone, &later);
        phone.assert_forgets();
    }
}

#[test]
fn who_types_is_not_interrupted_where_nothing_of_the_page_is_left() {
    let Visit { phone, site, _host } = visit("/cek");
    let (before, later) = (phone.version(), Release::later(1));
    site.replace(&later);
    phone.has_no_code().fill("Nomor KK", &family().kk);
    // The page knows by now that what answers it is gone.
    let missing = "return performance.getEntriesByType('resource').some(({ name, responseStatus }) =>
        responseStatus === 404 && name.includes('/residents-'));";
    phone.until_true("a part that is missing", || phone.script(missing, &[]) == true);
    phone.fill("NIK", family().head().unwrap());
    assert_eq!(phone.version(), before, "a page in use is not loaded anew by itself");
    phone.press("Cek status");
    is_answered(&phone);
    is_of(&phone, &later);
    phone.assert_forgets();
}

#[test]
fn an_answer_stays_until_the_next_step_which_is_one_in_the_new_version() {
    let Visit { phone, site, _host } = visit("/cek");
    fill(&phone);
    phone.press("Cek status");
    is_answered(&phone);
    let (before, later) = (phone.version(), Release::later(1));
    site.release(&later, "2021-03-02");
    phone.looks_for_an_update().has_an_update_waiting();
    is_answered(&phone);
    assert_eq!(phone.version(), before, "a page in use is not loaded anew by itself");
    phone.visit("/cek");
    fill(&phone);
    phone.press("Cek status");
    is_answered(&phone);
    is_of(&phone, &later);
}

#[test]
fn a_link_leads_into_the_new_version() {
    let Visit { phone, site, _host } = visit("/");
    let later = Release::later(1);
    site.release(&later, "2021-03-02");
    phone.looks_for_an_update().has_an_update_waiting();
    phone.follow("Titik pengambilan terdekat").says("Kelurahan");
    is_of(&phone, &later);
    // And back, as ever.
    phone.go_back().says("Cek status bantuan");
}

#[test]
fn what_worked_without_signal_before_a_release_does_so_after_it() {
    let Visit { phone, site, mut _host } = visit("/titik");
    phone.keeps_what_it_loaded();
    let (port, later) = (_host.port(), Release::later(1));
    phone.went_offline();
    _host.stop();
    site.replace(&later);
    // Without signal the version before works on.
    phone.visit("/titik").says("Kelurahan");
    let _host = Host::start_with(&town().office, port, site.folder());
    phone.visit("/titik").says("Kelurahan").looks_for_an_update();
    phone.visit("/").follow("Titik pengambilan terdekat").says("Kelurahan");
    is_of(&phone, &later);
    // The page may have come from the host, and then Chromium lets its service worker take over once nobody is there.
    phone.leaves().visit("/titik").is_served_by_the_newest();
    drop(_host);
    phone.visit("/titik").says("Kelurahan");
    is_of(&phone, &later);
}

#[test]
fn who_comes_back_three_releases_late_is_answered() {
    let Visit { phone, site, mut _host } = visit("/cek");
    let [second, third, fourth] = [1, 2, 3].map(Release::later);
    // Nothing of the releases in between reaches the phone, as slow as its browser may be with looking for one.
    let port = _host.port();
    _host.stop();
    site.release(&second, "2021-03-10");
    site.release(&third, "2021-03-20");
    // The first was replaced more than thirty days ago: its files go.
    site.release(&fourth, "2021-04-20");
    let _host = Host::start_with(&town().office, port, site.folder());
    phone.visit("/cek");
    fill(&phone);
    phone.press("Cek status");
    is_answered(&phone);
    phone.visit("/cek").follow("Tentang");
    is_of(&phone, &fourth);
}

#[test]
fn who_has_a_version_waiting_that_is_gone_as_well_is_answered() {
    let Visit { phone, site, _host } = visit("/cek");
    let [second, third] = [1, 2].map(Release::later);
    site.replace(&second);
    phone.looks_for_an_update().has_an_update_waiting();
    site.replace(&third);
    fill(&phone);
    phone.press("Cek status");
    is_answered(&phone);
    is_of(&phone, &third);
    phone.assert_forgets();
}

#[test]
fn a_rollback_is_taken_over_like_a_release() {
    let Visit { phone, site, _host } = visit("/cek");
    let (first, second) = (Release::built(), Release::later(1));
    site.release(&second, "2021-03-02");
    phone.looks_for_an_update().has_an_update_waiting();
    phone.visit("/").follow("Cek status bantuan");
    is_of(&phone, &second);
    site.release(&first, "2021-03-03");
    phone.looks_for_an_update().has_an_update_waiting();
    fill(&phone);
    phone.press("Cek status");
    is_answered(&phone);
    is_of(&phone, &first);
}

#[test]
fn a_program_that_is_broken_is_no_lost_signal() {
    let broken = Release::later(1);
    broken.breaks("residents");
    let site = Site::with(&broken);
    let host = Host::start_with(&town().office, 0, site.folder());
    let phone = host.open("/anjungan");
    phone.script("location.assign('/cek');", &[]);
    phone.says("Ini kesalahan aplikasi, bukan sinyal Anda");
    let [complaint] = &phone.complaints()[..] else { panic!("one complaint in the console") };
    assert!(complaint.contains("Error: broken"), "{complaint}");
}

const FORM: &str = "/rt/keluarga/9000/anggota";

/// The phone of an RT, within the form of a family, and a new version that waits.
fn in_the_form() -> (Office, RtHead, Site, Release, Device, Host) {
    let office = Office::of_today();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    office.publish();
    let site = Site::with(&Release::built());
    let host = Host::start_with(&office, 0, site.folder());
    let phone = rt.activate(host.address());
    phone.may_miss_files().is_ready_for_offline().visit(FORM);
    rt.unlock(&phone);
    phone.fill("Nama lengkap", "Contoh Lama").says("Tersimpan di HP ini");
    let later = Release::later(1);
    site.release(&later, "2021-03-02");
    phone.looks_for_an_update().has_an_update_waiting();
    (office, rt, site, later, phone, host)
}

#[test]
fn a_family_that_is_not_kept_keeps_its_page() {
    let (_office, rt, _site, later, phone, _host) = in_the_form();
    phone.refuses_writes(true).fill("Nama lengkap", "Contoh Baru").says("Belum tersimpan di HP ini");
    phone.press("Pakai versi baru");
    phone.follow("Tempat tinggal");
    assert_ne!(phone.version(), later.version(), "what was typed would be lost");
    phone.go_back();
    assert_eq!(phone.value("Nama lengkap"), "Contoh Baru");
    phone.refuses_writes(false).fill("Nama lengkap", "Contoh Baru");
    phone.until_true("a family that is kept", || !phone.text().contains("Belum tersimpan"));
    phone.press("Pakai versi baru");
    is_of(&phone, &later);
    rt.unlock(&phone);
    assert_eq!(phone.value("Nama lengkap"), "Contoh Baru");
}

#[test]
fn the_form_of_a_family_is_not_interrupted_and_the_list_takes_the_new_version() {
    let (_office, rt, _site, later, phone, _host) = in_the_form();
    let before = phone.version();
    phone.says("Versi baru siap").follow("Tempat tinggal").says("Alamat");
    assert_eq!(phone.version(), before, "within the form it is offered only");
    phone.follow("Ke daftar keluarga");
    is_of(&phone, &later);
    rt.unlock(&phone);
    phone.says("Contoh Lama");
}
