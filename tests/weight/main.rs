//! What the errands of people weigh, from an empty cache on: every byte that comes over the line, also what the service worker
//! fetches behind the page. Called by `cargo xtask bench`, which names the host and its demo workspace; ends with a fault where
//! an errand is heavier than it may be.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a figure that cannot be had ends the run"
)]

use e2e::meter::Passed;
use e2e::rt::PIN;
use e2e::{Device, Meter};
use serde_json::Value;
use std::path::PathBuf;
use std::process::ExitCode;

/// A thousand bytes.
const KB: usize = 1000;

fn main() -> ExitCode {
    let origin = std::env::var("TEPAT_ORIGIN").expect("called by `cargo xtask bench app`");
    let demo = PathBuf::from(std::env::var_os("TEPAT_DEMO").expect("called by `cargo xtask bench app`"));
    let demo: Value = serde_json::from_slice(&std::fs::read(demo.join("demo.json")).unwrap()).unwrap();
    let heavy = [resident(&origin, &demo), head_of_rt(&origin, &demo), counter(&origin)].concat();
    heavy.iter().for_each(|errand| eprintln!("TOO HEAVY: {errand}"));
    if heavy.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The form, the answer, the points, what to bring.
fn resident(origin: &str, demo: &Value) -> Vec<String> {
    let mut errand = Errand::begin(origin);
    let phone = Device::open_at(errand.line.address(), "/cek");
    phone.says("Nomor KK").is_ready_for_offline();
    errand.weigh("/cek, first visit", 160);
    let pair = &demo["pairs"][0];
    phone.fill("Nomor KK", pair["kk"].as_str().unwrap()).fill("NIK", pair["nik"].as_str().unwrap());
    phone.press("Cek status").find("the answer", "[data-status]");
    errand.weigh("/cek, until the answer stands", 400);
    phone.follow("Halaman depan").follow("Titik pengambilan").says("Kelurahan");
    phone.follow("Halaman depan").follow("Apa yang harus dibawa").says("Siapa yang datang");
    errand.weigh("and /titik and /dokumen", 470);
    errand.heavy
}

/// The link of the enrolment, the PIN, the empty list.
fn head_of_rt(origin: &str, demo: &Value) -> Vec<String> {
    let mut errand = Errand::begin(origin);
    let link = format!("/rt#{}", demo["enrolment"].as_str().unwrap());
    let phone = Device::open_at(errand.line.address(), &link);
    phone.is_ready_for_offline().fill("PIN 6 angka", PIN).fill("PIN sekali lagi", PIN).press("Aktifkan");
    phone.says("Belum ada keluarga");
    phone.keeps_what_it_loaded();
    errand.weigh("/rt, until a family can be added", 320);
    errand.heavy
}

fn counter(origin: &str) -> Vec<String> {
    let mut errand = Errand::begin(origin);
    let phone = Device::open_at(errand.line.address(), "/anjungan");
    phone.is_ready_for_offline().find("the doors", ".kiosk button");
    phone.keeps_what_it_loaded();
    errand.weigh("/anjungan", 250);
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

    /// Prints what has come since the last step, and the sum of all steps beside what they may weigh together.
    fn weigh(&mut self, what: &str, limit: usize) {
        let new = self.line.passed();
        new.iter().for_each(|passed| eprintln!("{:>9}  {}", passed.bytes, passed.path));
        self.passed.extend(new);
        let sum: usize = self.passed.iter().map(|passed| passed.bytes).sum();
        eprintln!("{sum:>9}  {what}; at most {}\n", limit * KB);
        if sum > limit * KB {
            self.heavy.push(format!("{what}: {sum} bytes, over {}", limit * KB));
        }
    }
}
