//! What a head of an RT typed is never lost, whatever happens to the page.

use e2e::{Device, Host, Meter, Office, Release, RtHead};

const PAGE: &str = "/rt/keluarga/9000/anggota";
const KEPT: &str = "Tersimpan di HP ini";

struct Desk {
    office: Office,
    rt: RtHead,
    /// Put away before its host, which it may still ask for something.
    phone: Device,
    host: Host,
}

/// A phone of an RT, with the form of a family open.
fn desk() -> Desk {
    let office = Office::of_today();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    office.publish();
    let host = Host::start(&office);
    let phone = rt.activate(host.address());
    phone.is_ready_for_offline().visit(PAGE);
    rt.unlock(&phone);
    phone.says(KEPT);
    Desk { office, rt, host, phone }
}

#[test]
fn when_the_tab_is_closed() {
    let Desk { rt, phone, .. } = &desk();
    let first = phone.open_tab(PAGE);
    rt.unlock(phone);
    phone.press("Pakai di sini");
    phone.fill("Nama lengkap", "Contoh Tutup").says(KEPT).close_tab().bring_to_front(&first);
    phone.visit(PAGE);
    rt.unlock(phone);
    assert_eq!(phone.value("Nama lengkap"), "Contoh Tutup");
}

#[test]
fn when_two_tabs_are_open() {
    let Desk { rt, phone, .. } = &desk();
    phone.fill("Nama lengkap", "Contoh Satu").says(KEPT);
    let first = phone.open_tab(PAGE);
    let second = phone.tab();
    rt.unlock(phone);
    phone.says("sedang dipakai di tab lain");
    assert_eq!(phone.value("Nama lengkap"), "Contoh Satu");

    // One writes, the other follows.
    phone.bring_to_front(&first).fill("Nama lengkap", "Contoh Dua").says(KEPT);
    phone.bring_to_front(&second);
    phone.until_true("what the first tab wrote", || phone.value("Nama lengkap") == "Contoh Dua");

    // And the other way round.
    phone.press("Pakai di sini").fill("Nama lengkap", "Contoh Tiga").says(KEPT);
    phone.bring_to_front(&first).says("sedang dipakai di tab lain");
    phone.until_true("what the second tab wrote", || phone.value("Nama lengkap") == "Contoh Tiga");
}

#[test]
fn when_only_the_form_has_arrived_so_far() {
    let office = Office::of_today();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    office.publish();
    let host = Host::start(&office);
    let line = Meter::before(&host);
    let phone = Device::open_at(line.address(), &format!("/rt#{}", rt.fragment));
    phone.went_offline();
    line.cut("/field-register");
    rt.activate_on(&phone);
    phone.press("Tambah keluarga").fill("Nomor KK", "3174").says(KEPT);
    phone.fill("Nomor KK", "31741024").says(KEPT).follow("Ke daftar keluarga").says("Sinyal terputus");
    line.mend();
    phone.press("Coba lagi").says("1 keluarga").follow("BELUM ADA NAMA");
    assert_eq!(phone.value("Nomor KK").replace(' ', ""), "31741024");
    phone.visit("/rt");
    rt.unlock(&phone);
    phone.follow("BELUM ADA NAMA");
    assert_eq!(phone.value("Nomor KK").replace(' ', ""), "31741024");
}

#[test]
fn when_the_phone_is_full() {
    let mut desk = desk();
    desk.phone.fill("Nama lengkap", "Contoh Lama").says(KEPT);
    // A browser that has just been opened does not remember how much room there was.
    desk.phone.turn_on().is_full(true).visit(PAGE);
    let Desk { rt, phone, .. } = &desk;
    rt.unlock(phone);
    phone.fill("Nama lengkap", "Contoh Baru").says("Memori HP penuh");
    assert_eq!(phone.value("Nama lengkap"), "Contoh Baru");
    // What is on the page only can leave the phone as a file.
    phone.press("Buat file cadangan").downloaded("json");
    phone.is_full(false).says(KEPT).reload();
    rt.unlock(phone);
    assert_eq!(phone.value("Nama lengkap"), "Contoh Baru");
}

#[test]
fn when_the_app_is_updated_within_the_form() {
    let mut desk = desk();
    let (port, next) = (desk.host.port(), Release::later(1));
    desk.phone.went_offline();
    desk.host.stop();
    desk.host = Host::start_with(&desk.office, port, next.folder());
    let Desk { rt, phone, .. } = &desk;
    phone.fill("Nama lengkap", "Contoh Versi").says(KEPT);
    phone.looks_for_an_update().says("Versi baru siap");
    phone.fill("Nama lengkap", "Contoh Versi Baru").press("Pakai versi baru");
    phone.until_true("the new version", || phone.version() == next.version());
    rt.unlock(phone);
    assert_eq!(phone.value("Nama lengkap"), "Contoh Versi Baru");
}
