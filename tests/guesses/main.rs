//! How many pairs of KK number and NIK whoever holds a copy of the publication tries a second on this machine: each guess derives,
//! and looks for its capsule in the bucket. And how many PINs whoever holds a copy of a phone. Called by `cargo xtask bench`, which names the demo workspace.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a figure that cannot be had ends the run; never in wasm"
)]

use domain::{KkNumber, Nik};
use e2e::Publication;
use phone::pin::PinKind;
use seal::{DerivationMemory, Locator, LookupSecret, Stretch, bucket};
use serde_json::Value;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};
use wire::{Bucket, LookupParams};

/// So long guesses are counted.
const COUNTED: Duration = Duration::from_secs(5);

fn main() {
    let demo = PathBuf::from(std::env::var_os("TEPAT_DEMO").expect("called by `cargo xtask bench app`"));
    let told: Value = serde_json::from_slice(&std::fs::read(demo.join("demo.json")).unwrap()).unwrap();
    let text = |name: &str| told["pairs"][0][name].as_str().unwrap().to_owned();
    let publication = Publication::read(&demo.join("api/v1"));
    let target = Target {
        nik: Nik::parse(&text("nik")).unwrap(),
        kk: text("kk"),
        params: publication.index().lookup,
        buckets: publication.buckets(),
    };
    assert!(target.tries(&target.kk, &mut DerivationMemory::default()), "the true pair opens its record");

    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (one, all) = (target.guesses_a_second(1), target.guesses_a_second(cores));
    eprintln!("\nGuessing a KK number to a NIK, with a copy of the publication");
    eprintln!("  {one:.1} guesses a second on one core, {all:.1} on {cores}");
    for (unknown, numbers) in [("4 digits", 1e4), ("4 digits and the day of ten years", 3652e4)] {
        let hours = numbers / one / 3600.0;
        eprintln!("  {unknown} unknown: {hours:.2} hours on one core for all {numbers:e}");
    }
    let pins = pins_a_second();
    eprintln!("\nGuessing the PIN of a list, with a copy of the phone");
    eprintln!("  {pins:.1} a second on one core: {:.1} hours for all of six digits", 1e6 / pins / 3600.0);
    let years = 7776_f64.powi(4) / (pins * CORES) / 3600.0 / 24.0 / 365.0;
    eprintln!("  {years:.0} years on {CORES} cores for all of four words from a list of 7,776");
}

/// Of a thousand computers.
const CORES: f64 = 8000.0;

fn pins_a_second() -> f64 {
    let (start, stretch, mut guesses) = (Instant::now(), Stretch::new([7; 16]), 0_u32);
    while start.elapsed() < COUNTED {
        stretch.key(&PinKind::Digits.secret(&format!("{guesses:06}"))).unwrap();
        guesses += 1;
    }
    f64::from(guesses) / start.elapsed().as_secs_f64()
}

/// The record that is guessed at.
struct Target {
    nik: Nik,
    /// The true KK number.
    kk: String,
    params: LookupParams,
    buckets: Vec<Bucket>,
}

impl Target {
    /// Tries a KK number; whether it opens the record.
    fn tries(&self, kk: &str, memory: &mut DerivationMemory) -> bool {
        let Ok(kk) = KkNumber::parse(kk) else { return false };
        let secret = LookupSecret::pair(&kk, &self.nik);
        let locator = Locator::derive_in(memory, &secret, &self.params).unwrap();
        let place = usize::try_from(secret.place().bucket(&self.params)).unwrap();
        bucket::open(&self.buckets[place], &locator).is_ok_and(|found| found.is_some())
    }

    fn guesses_a_second(&self, threads: usize) -> f64 {
        let start = Instant::now();
        let guess = |thread: usize| {
            let (mut memory, mut guesses) = (DerivationMemory::default(), 0_u32);
            while start.elapsed() < COUNTED {
                // Each thread in thousands of its own; the true one ends in another digit group.
                let serial = (thread * 1000 + usize::try_from(guesses).unwrap()) % 10_000;
                self.tries(&format!("{}{serial:04}", &self.kk[..12]), &mut memory);
                guesses += 1;
            }
            guesses
        };
        let guesses: u32 = thread::scope(|scope| {
            let threads: Vec<_> = (0..threads).map(|thread| scope.spawn(move || guess(thread))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).sum()
        });
        f64::from(guesses) / start.elapsed().as_secs_f64()
    }
}
