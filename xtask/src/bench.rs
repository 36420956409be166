//! `cargo xtask bench`: what a first visit weighs, how fast it is beside a page of ODK Web Forms, how quickly the application
//! of the RT answers, and how long the pipeline takes for the whole city.

mod city;
mod host;
mod lighthouse;
mod odk;
mod race;

use crate::{app, root::root, serve, step::step, tepat, test, variant::Variant};
use anyhow::{Result, ensure};
use host::Host;
use lighthouse::{Lighthouse, Report, Request};
use std::fs;
use walkdir::WalkDir;
use xshell::{Shell, cmd};

/// What a first visit to /cek may weigh, in bytes.
const LIMIT: u64 = 150_000;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum What {
    /// The pages, in a browser.
    App,
    /// The pipeline, at three sizes of the city.
    City,
}

/// Measures, all or one of them, and prints what it saw.
///
/// # Errors
/// When something cannot be built or run, and when it is heavier or slower than it may be.
pub(crate) fn run(shell: &Shell, what: Option<What>) -> Result<()> {
    if what != Some(What::City) {
        app(shell)?;
    }
    if what != Some(What::App) {
        city::bench(shell)?;
    }
    Ok(())
}

/// Loads both pages in Chromium.
fn app(shell: &Shell) -> Result<()> {
    app::build(shell, Variant::Release)?;
    let tepat = tepat::build(shell, Variant::Release)?;
    serve::demo(shell, &tepat)?;
    let odk = odk::build(shell)?;
    let lighthouse = Lighthouse::install(shell)?;

    let host = Host::tepat(shell, &tepat)?;
    let ours = step("Lighthouse, mobile: /cek", || lighthouse.run(shell, &host.url("/cek")))?;
    drop(host);
    let host = Host::sirv(shell, &odk)?;
    let theirs = step("Lighthouse, mobile: ODK Web Forms", || lighthouse.run(shell, &host.url("/")))?;
    drop(host);

    eprintln!("\nFirst visit to /cek, bytes as they came over the wire, with headers");
    ours.requests.iter().for_each(print_request);
    let weight: u64 = ours.requests.iter().map(|request| request.transfer_size).sum();
    eprintln!("{weight:>9}  in all; the limit is {LIMIT}");
    let kept = kept_for_offline()?;
    eprintln!(
        "{kept:>9}  all programs of the app and the worker after brotli, each of which is fetched when it is used"
    );

    eprintln!("\nLighthouse, mobile preset, one run{:>22}{:>16}", "Tepat /cek", "ODK Web Forms");
    for (ours, theirs) in ours.metrics.iter().zip(&theirs.metrics) {
        eprintln!("  {:<30}{:>24}{:>16}", ours.name, ours.value, theirs.value);
    }
    eprintln!("  {:<30}{:>24}{:>16}\n", "Bytes", total(&ours), total(&theirs));
    test::e2e(shell, cmd!(shell, "cargo run --quiet --locked -p e2e --bin perf"), &tepat)?.run()?;
    ensure!(weight <= LIMIT, "a first visit to /cek weighs {weight} bytes, over the limit of {LIMIT}");
    Ok(())
}

fn print_request(request: &Request) {
    eprintln!("{:>9}  {}", request.transfer_size, request.path());
}

fn total(report: &Report) -> u64 {
    report.requests.iter().map(|request| request.transfer_size).sum()
}

/// The size of what the service worker keeps: files that come in brotli, and the font, which is packed already.
fn kept_for_offline() -> Result<u64> {
    let mut sum = 0;
    for entry in WalkDir::new(root().join("dist")) {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy();
        if [".js.br", ".wasm.br", ".css.br", ".html.br", ".woff2"].iter().any(|end| name.ends_with(end)) {
            sum += fs::metadata(entry.path())?.len();
        }
    }
    Ok(sum)
}
