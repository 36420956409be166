//! How quickly the application of the RT answers on a phone that is four times slower than this machine: printed by
//! `cargo xtask bench`, which fails where a long list holds the page up for longer than it may.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a figure that cannot be had ends the run"
)]

use e2e::{Device, Host, Office, RtHead, made_up};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

const FAMILIES: usize = 500;
/// Of 18,000 rows.
const LIST: usize = 5_000;
const SLOWNESS: u32 = 4;
/// Milliseconds that the page may be busy without a break while a long list is brought in.
const LONGEST_TASK: f64 = 100.0;
const TAKE_IN: &str = "Masukkan ke daftar";
const TAKEN: &str = "keluarga masuk lengkap";
const COLUMNS: &str = "Kolom yang dikenali";

fn main() -> ExitCode {
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
    let mut longest: f64 = 0.0;
    for file in [workbook(&office, LIST), csv(&office, LIST)] {
        let phone = rt.activate(host.address());
        phone.is_ready_for_offline().is_slower(SLOWNESS);
        longest = longest.max(bring_in(&phone, &rt, &file));
    }
    let holds = longest <= LONGEST_TASK;
    let verdict = if holds { "" } else { "  FALLS SHORT" };
    say("longest task of a long list", &format!("{longest:.0} ms, at most {LONGEST_TASK:.0}{verdict}"));
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
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

/// Brings a long list in, and looks at its columns as if one were to be corrected; the longest task in milliseconds.
fn bring_in(phone: &Device, rt: &RtHead, file: &Path) -> f64 {
    open(phone, rt, "/rt/berkas");
    phone.says("Pilih berkas");
    let kind = file.extension().unwrap().to_string_lossy();
    let steps: [(&str, &dyn Fn()); 3] = [
        ("reading", &|| {
            phone.give("Pilih berkas", file).waits_for(TAKE_IN);
        }),
        ("showing the columns", &|| {
            phone.press(COLUMNS).waits_for("Nomor KK");
        }),
        ("taking in", &|| {
            phone.press(TAKE_IN).waits_for(TAKEN);
        }),
    ];
    let mut longest: f64 = 0.0;
    for (what, step) in steps {
        phone.watch_pace();
        let (_, took) = timed(step);
        let pace = phone.pace();
        longest = longest.max(pace.longest_task());
        say(&format!("{what}, {LIST} families, {kind}"), &format!("{took:.1?}; {}", pace.tasks()));
    }
    longest
}

fn workbook(office: &Office, families: usize) -> PathBuf {
    let path = office.desk().join("keluarga.xlsx");
    made_up::workbook(families, &path);
    path
}

fn csv(office: &Office, families: usize) -> PathBuf {
    let path = office.desk().join("keluarga.csv");
    let lines: Vec<String> = made_up::rows(families).iter().map(|row| row.join(";")).collect();
    std::fs::write(&path, lines.join("\n")).unwrap();
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
