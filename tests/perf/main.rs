//! How quickly the application of the RT answers on a phone that is four times slower than this machine: printed by
//! `cargo xtask bench`, asserted by nobody.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a figure that cannot be had ends the run"
)]

use e2e::{Device, Host, Office, RtHead, made_up};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const FAMILIES: usize = 500;
const WORKBOOK: usize = 5_000;
const SLOWNESS: u32 = 4;
const TAKE_IN: &str = "Masukkan ke daftar";
const TAKEN: &str = "keluarga masuk lengkap";

fn main() {
    let office = Office::of_today();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    office.publish();
    let host = Host::start(&office);
    let phone = rt.activate(host.address());
    phone.is_ready_for_offline();
    open(&phone, &rt, "/rt/berkas");
    phone.give("Pilih berkas", &workbook(&office, FAMILIES)).waits_for(TAKE_IN);
    phone.press(TAKE_IN).waits_for(TAKEN).is_slower(SLOWNESS);
    eprintln!(
        "/rt on a phone {SLOWNESS} times slower than this machine, {FAMILIES} families in the register"
    );
    scroll_and_search(&phone, &rt);
    type_a_family(&phone, &rt);
    read_a_workbook(&phone, &rt, &workbook(&office, WORKBOOK));
}

fn scroll_and_search(phone: &Device, rt: &RtHead) {
    open(phone, rt, "/rt");
    phone.says("CONTOH").watch_pace().scroll(12_000).scroll(-12_000);
    say("scrolling through the list", &phone.pace().tasks());
    // The field is looked for before the watch begins: that is no work of the page.
    phone.fill("Cari nama, NIK, atau alamat", "c").watch_pace().types("ontoh kartini");
    let pace = phone.pace();
    say("searching in the list", &format!("{}; {}", pace.tasks(), pace.answers()));
}

fn type_a_family(phone: &Device, rt: &RtHead) {
    open(phone, rt, "/rt/keluarga/9000/anggota");
    // As wide as a page may be that is no phone's: under its emulation of a phone the browser tells of frames in the lower half
    // of the screen a second late, while the page draws sixty of them.
    phone.resize(600, 640);
    for (field, text) in [("Nama lengkap", "Contoh Sulastri Ratna Dewi"), ("NIK", "3174105205809012")] {
        let (first, rest) = text.split_at(1);
        phone.fill(field, first).says("Tersimpan di HP ini").watch_pace().types(rest);
        let pace = phone.pace();
        say(&format!("typing into {field}"), &format!("{}; {}", pace.answers(), pace.tasks()));
    }
}

fn read_a_workbook(phone: &Device, rt: &RtHead, workbook: &Path) {
    open(phone, rt, "/rt/berkas");
    phone.says("Pilih berkas").watch_pace();
    let (_, took) = timed(|| phone.give("Pilih berkas", workbook).waits_for(TAKE_IN));
    say(
        &format!("reading {WORKBOOK} families from a workbook"),
        &format!("{took:.1?}; {}", phone.pace().tasks()),
    );
    phone.watch_pace();
    let (_, took) = timed(|| phone.press(TAKE_IN).waits_for(TAKEN));
    say("taking them in", &format!("{took:.1?}; {}", phone.pace().tasks()));
}

fn workbook(office: &Office, families: usize) -> PathBuf {
    let path = office.desk().join("keluarga.xlsx");
    made_up::workbook(families, &path);
    path
}

fn open(phone: &Device, rt: &RtHead, page: &str) {
    phone.visit(page);
    rt.unlock(phone);
}

fn say(what: &str, figures: &str) {
    eprintln!("  {what}: {figures}");
}

#[expect(clippy::disallowed_methods, reason = "never in wasm")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    (work(), start.elapsed())
}
