//! What the errands of people weigh, from an empty cache on: every byte that comes over the line, also what the service worker
//! fetches behind the page. Called by `cargo xtask bench`, which names the host and its demo workspace; ends with a fault where
//! an errand is heavier than it may be.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a figure that cannot be had ends the run"
)]

use e2e::meter::Passed;
use e2e::rt::PIN;
use e2e::{Device, Meter};
use serde_json::Value;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// How much slower a cheap phone is than this machine, as Lighthouse has it.
const SLOWNESS: u32 = 4;
/// A thousand bytes.
const KB: usize = 1000;

fn main() -> ExitCode {
    let origin = std::env::var("TEPAT_ORIGIN").expect("called by `cargo xtask bench app`");
    let demo = PathBuf::from(std::env::var_os("TEPAT_DEMO").expect("called by `cargo xtask bench app`"));
    let demo: Value = serde_json::from_slice(&std::fs::read(demo.join("demo.json")).unwrap()).unwrap();
    resident_in_seconds(&origin, &demo);
    let heavy = [resident(&origin, &demo), head_of_rt(&origin, &demo), counter(&origin)].concat();
    heavy.iter().for_each(|errand| eprintln!("TOO HEAVY: {errand}"));
    if heavy.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The form, the answer, the points, what to bring.
fn resident(origin: &str, demo: &Value) -> Vec<String> {
    let mut errand = Errand::begin(origin);
    let phone = Device::open_at(errand.line.address(), "/cek");
    phone.says("Kode pendaftaran").is_ready_for_offline();
    errand.weigh("/cek, first visit", Some(160));
    let pair = &demo["pairs"][0];
    phone.fill_pair(pair["kk"].as_str().unwrap(), pair["nik"].as_str().unwrap());
    phone.press("Cek status").find("the answer", "[data-status]");
    errand.weigh("/cek, until the answer stands", Some(320));
    phone.follow("Halaman depan").follow("Titik pengambilan").says("Kelurahan");
    phone.follow("Halaman depan").follow("Apa yang harus dibawa").says("Siapa yang datang");
    errand.weigh("and /titik and /dokumen", Some(470));
    errand.heavy
}

/// The same on a phone slower than this machine, over slow 4G: seconds until the form is there, from the button to the answer,
/// and of the whole errand, with the typing of a machine.
fn resident_in_seconds(origin: &str, demo: &Value) {
    let line = Meter::to(origin);
    line.is_slow_4g();
    let phone = Device::without_page(line.address());
    let _slowed = phone.slows_down(SLOWNESS);
    let start = Instant::now();
    phone.visit("/cek").says("Kode pendaftaran");
    let form = start.elapsed().as_secs_f64();
    let pair = &demo["pairs"][0];
    phone.fill_pair(pair["kk"].as_str().unwrap(), pair["nik"].as_str().unwrap());
    let button = Instant::now();
    phone.press("Cek status").find("the answer", "[data-status]");
    let (answer, whole) = (button.elapsed().as_secs_f64(), start.elapsed().as_secs_f64());
    eprintln!(
        "{SLOWNESS} times slower, over slow 4G: {form:.1} s to the form of /cek, {answer:.1} s from its button to the answer; \
         {whole:.1} s for the whole errand\n"
    );
}

/// What a phone fetches behind the page once it is activated, to work without signal.
const BEHIND: [&str; 7] =
    ["field-form", "field-register", "field-ledger", "field-files", "sealing", "reader", "writer"];

/// The link of the enrolment, the PIN, the empty list, the form of a family. What comes behind the page does not get through, so
/// that it is seen that all this goes without it. A second phone gets everything.
fn head_of_rt(origin: &str, demo: &Value) -> Vec<String> {
    let link = format!("/rt#{}", demo["enrolment"].as_str().unwrap());
    let activate = |phone: &Device| {
        phone.fill("PIN 6 angka", PIN).fill("PIN sekali lagi", PIN).press("Aktifkan");
        phone.says("Belum ada keluarga").says("Tambah keluarga");
    };
    let mut errand = Errand::begin(origin);
    let phone = Device::open_at(errand.line.address(), &link);
    phone.is_ready_for_offline().says("PIN 6 angka").keeps(&["field"]).went_offline();
    ["/field-", "/sealing", "/reader", "/writer"].into_iter().for_each(|file| errand.line.cut(file));
    activate(&phone);
    errand.weigh("/rt, until the empty list stands", None);
    // What the form is made of gets through, whoever asks for it.
    let files = |part: &str| {
        let look = "return document.querySelector(`meta[name=tepat-${arguments[0]}]`).content;";
        let files = phone.script(look, &[part.into()]);
        files.as_str().unwrap().split(' ').map(str::to_owned).collect::<Vec<_>>()
    };
    let form = files("field-form");
    let others = BEHIND.iter().flat_map(|part| files(part)).filter(|file| !form.contains(file));
    let others: Vec<String> = others.collect();
    errand.line.mend();
    others.iter().for_each(|file| errand.line.cut(file));
    phone.press("Tambah keluarga").says("Nomor KK");
    errand.weigh("/rt, until a family can be added", Some(320));

    let mut everything = Errand::begin(origin);
    let phone = Device::open_at(everything.line.address(), &link);
    activate(phone.is_ready_for_offline());
    phone.keeps(&BEHIND);
    everything.weigh("/rt, and all that the phone fetches behind it", None);
    [errand.heavy, everything.heavy].concat()
}

fn counter(origin: &str) -> Vec<String> {
    let mut errand = Errand::begin(origin);
    let phone = Device::open_at(errand.line.address(), "/anjungan");
    phone.is_ready_for_offline().find("the doors", ".kiosk button");
    phone.keeps_what_it_loaded();
    errand.weigh("/anjungan", Some(250));
    errand.heavy
}

/// What one person does on a new phone, step by step.
struct Errand {
    line: Meter,
    passed: Vec<Passed>,
    heavy: Vec<String>,
}

impl Errand {
    fn begin(origin: &str) -> Self {
        Self { line: Meter::to(origin), passed: Vec::new(), heavy: Vec::new() }
    }

    /// Prints what has come since the last step, and the sum of all steps beside what they may weigh together, in KB.
    fn weigh(&mut self, what: &str, limit: Option<usize>) {
        let new = self.line.passed();
        new.iter().for_each(|passed| eprintln!("{:>9}  {}", passed.bytes, passed.path));
        self.passed.extend(new);
        let sum: usize = self.passed.iter().map(|passed| passed.bytes).sum();
        let Some(limit) = limit.map(|limit| limit * KB) else { return eprintln!("{sum:>9}  {what}\n") };
        eprintln!("{sum:>9}  {what}; at most {limit}\n");
        if sum > limit {
            self.heavy.push(format!("{what}: {sum} bytes, over {limit}"));
        }
    }
}
