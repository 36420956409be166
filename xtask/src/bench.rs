//! `cargo xtask bench`: what errands weigh, how fast it is beside a page of ODK Web Forms, how quickly the application
//! of the RT answers, and how long the pipeline takes for the whole city.

mod city;
mod host;
mod lighthouse;
mod limits;
mod odk;
mod publication;
mod race;

use crate::{app, root::root, serve, step::step, tepat, test, variant::Variant};
use anyhow::{Context, Result};
use host::Host;
use lighthouse::{Lighthouse, Report};
use xshell::{Shell, cmd};

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
    eprintln!("\nWhat errands weigh, bytes as they came over the wire, with headers");
    let weigh = cmd!(shell, "cargo run --quiet --locked -p e2e --bin weight");
    let weigh = test::e2e(shell, weigh, &tepat)?;
    let weighed = weigh.env("TEPAT_ORIGIN", host.url("")).env("TEPAT_DEMO", root().join("demo")).run();
    drop(host);
    cmd!(shell, "cargo run --quiet --locked -p e2e --bin guesses")
        .env("TEPAT_DEMO", root().join("demo"))
        .run()?;
    let host = Host::sirv(shell, &odk)?;
    let theirs = step("Lighthouse, mobile: ODK Web Forms", || lighthouse.run(shell, &host.url("/")))?;
    drop(host);

    eprintln!("\nLighthouse, mobile preset, one run{:>22}{:>16}", "Tepat /cek", "ODK Web Forms");
    for (ours, theirs) in ours.metrics.iter().zip(&theirs.metrics) {
        eprintln!("  {:<30}{:>24}{:>16}", ours.name, ours.value, theirs.value);
    }
    eprintln!("  {:<30}{:>24}{:>16}\n", "Bytes", total(&ours), total(&theirs));
    let paced = test::e2e(shell, cmd!(shell, "cargo run --quiet --locked -p e2e --bin perf"), &tepat)?.run();
    weighed.context("an errand is heavier than it may be")?;
    paced.context("a long list holds the page up for longer than it may")
}

fn total(report: &Report) -> u64 {
    report.requests.iter().map(|request| request.transfer_size).sum()
}
