//! `cargo xtask`: everything this repository does to itself, in Rust, so that a clone needs only Rust and git.

mod app;
mod bench;
mod cache;
mod circles;
mod commands;
mod doors;
mod finish;
mod fuzz;
mod notices;
mod npm;
mod office_key;
mod packages;
mod pip;
mod precompress;
mod release;
mod root;
mod sbom;
mod serve;
mod step;
mod supply;
mod system;
mod tepat;
mod test;
mod tools;
mod variant;

use anyhow::Result;
use clap::Parser;
use domain::Date;
use office_key::OfficeKey;
use std::path::PathBuf;
use std::process::ExitCode;
use variant::Variant;
use xshell::Shell;

/// Set-up, serve, test, bench.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Task {
    /// Build everything, make a demo workspace once, and serve it on 127.0.0.1
    Serve {
        /// Port to listen on
        #[arg(long, default_value_t = 8787)]
        port: u16,
    },
    /// Check and test everything, in a browser too
    Test,
    /// Look for files of a crate that need each other, and for files that do what another place is for
    Layout,
    /// Check that every package comes from where it may, under a licence that it may have (deny.toml)
    Supply,
    /// Write all that this repository is built from into a file, as CycloneDX
    Sbom {
        /// The file
        #[arg(default_value = "target/sbom.cdx.json")]
        file: PathBuf,
    },
    /// Tell the whole of the long stories, of which `test` tells a twentieth, and let the fuzzers loose: an hour and a half
    Soak {
        /// One of the two only
        what: Option<test::Soak>,
    },
    /// Measure a first visit beside a page of ODK Web Forms, and the pipeline at the size of the city beside DuckDB and OR-Tools
    Bench {
        /// One of the two only
        what: Option<bench::What>,
    },
    /// Build the app into dist/ for release
    Build {
        /// Into dist-quick/ in a few minutes, larger and slower, to look at and to try out
        #[arg(long)]
        quick: bool,
        /// The public key of the office (signing.pub in its workspace), whose publications the app believes; without this the
        /// key of the demos
        #[arg(long, value_name = "FILE")]
        office_key: Option<PathBuf>,
    },
    /// Release the app into the folder that a web server serves: adds its files, then points to them, and keeps those of
    /// earlier releases for 30 days
    Release {
        /// The folder
        folder: PathBuf,
        /// A finished app, instead of the one that is built from this repository
        #[arg(long)]
        app: Option<PathBuf>,
        /// The public key of the office (signing.pub in its workspace), whose publications the app believes; without this the
        /// key of the demos
        #[arg(long, value_name = "FILE", conflicts_with = "app")]
        office_key: Option<PathBuf>,
        /// The day of the release, YYYY-MM-DD, if it is not today
        #[arg(long, value_parser = Date::parse)]
        date: Option<Date>,
    },
    /// The last step of `trunk build`, called by Trunk.toml
    #[command(hide = true)]
    FinishBuild,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let shell = Shell::new()?;
    shell.change_dir(root::root());
    match Task::parse() {
        Task::Serve { port } => serve::run(&shell, port),
        Task::Test => test::run(&shell),
        Task::Layout => test::layout(&shell),
        Task::Supply => supply::check(&shell),
        Task::Sbom { file } => sbom::write(&shell, &file),
        Task::Soak { what } => test::soak(&shell, what),
        Task::Bench { what } => bench::run(&shell, what),
        Task::Build { quick, office_key } => {
            let variant = if quick { Variant::Quick } else { Variant::Release };
            let key = OfficeKey::read(&shell, office_key.as_deref())?;
            app::build_for(&shell, variant, &key).map(drop)
        }
        Task::Release { folder, app: Some(app), date, .. } => release::run(&folder, &app, date),
        Task::Release { folder, app: None, office_key, date } => {
            let key = OfficeKey::read(&shell, office_key.as_deref())?;
            release::run(&folder, &app::build_for(&shell, Variant::Release, &key)?, date)
        }
        Task::FinishBuild => finish::run(&shell),
    }
}
