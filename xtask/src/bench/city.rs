//! The pipeline at the size of the city, beside the same work in DuckDB and OR-Tools.

use super::limits::{Limits, megabytes};
use super::publication;
use super::race::{Race, run};
use crate::{pip, pip::DUCKDB, root::root, step::step, tepat, variant::Variant};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

const ORTOOLS: &str = "9.15.6755";
/// Families of each city, and how often it is taken through: of what is done within a tenth of a second, the middle of several
/// times tells. The last is the whole city.
const SIZES: [(u32, usize); 3] = [(10_552, 9), (105_522, 3), (1_055_216, 1)];
/// Seconds that importing, matching and verifying the whole city may take together, and how many times as long as the same
/// verdicts in DuckDB.
const JUDGING: f64 = 35.0;
const JUDGING_BESIDE: f64 = 3.0;
/// Seconds that importing the whole city took before lists were read cell by cell, on two cores, and how many times as long it
/// may take since; and what DuckDB took for the verdicts in the same run.
const IMPORTING_BEFORE: f64 = 23.0;
const DUCKDB_BEFORE: f64 = 5.9;
const IMPORTING_SLOWER: f64 = 1.2;
/// Seconds that allocating it may take.
const ALLOCATING: f64 = 60.0;
/// How much more than the bound of its linear programme the allocation may be, in percent.
const GAP: f64 = 0.5;
/// Seconds that publishing it may take without a derivation.
const PUBLISHING: f64 = 60.0;
/// Megabytes that a step may take of the memory.
const MEMORY: f64 = 1_000.0;
/// Families whose secrets are derived, for measuring.
const SAMPLE: u32 = 400;
/// Seconds that a question by telephone may take, and the books of the bank.
const ASKING: f64 = 2.0;
const ADDING_UP: f64 = 5.0;
/// How much of the speed of bare Argon2id a publication must reach.
const SHARE: f64 = 0.95;
/// How the time of a step may grow from one size to the next: 1 is n log n, and a tenth the unrest of the machine.
const GROWTH: f64 = 1.1;

/// What `tepat allocate` answers.
#[derive(Deserialize)]
struct Allocated {
    gap_percent: f64,
}

#[derive(Deserialize)]
struct Oracle {
    seconds: f64,
}

/// What one size took, command by command.
struct Figures {
    families: f64,
    races: Vec<Race>,
}

/// Takes cities of three sizes through the pipeline, and prints what it took.
///
/// # Errors
/// When a step fails or the whole city takes longer, or more memory, than it may.
pub(super) fn bench(shell: &Shell) -> Result<()> {
    let tepat = tepat::build(shell, Variant::Release)?;
    let town = tepat.with_file_name("synthetic");
    step("building the made-up city", || {
        Ok(cmd!(shell, "cargo build --release --locked -p synthetic").run()?)
    })?;
    let folder = root().join("target/city");
    shell.remove_path(&folder)?;
    let sizes = SIZES
        .into_iter()
        .map(|(families, times)| {
            let files = folder.join(families.to_string());
            step(&format!("a city of {families} families, {times} times"), || {
                let count = families.to_string();
                cmd!(shell, "{town} {files} --families {count}").quiet().ignore_stderr().run()?;
                let rounds = (0..times)
                    .map(|round| pipeline(shell, &tepat, &files, &folder.join(format!("{families}-{round}"))))
                    .collect::<Result<Vec<_>>>()?;
                Ok(Figures { families: f64::from(families), races: middle(rounds) })
            })
        })
        .collect::<Result<Vec<_>>>()?;
    let [.., whole] = sizes.as_slice() else { return Ok(()) };
    let mut limits = Limits::default();
    let growth = print(&sizes);
    let files = folder.join(SIZES.last().map(|(families, _)| families.to_string()).unwrap_or_default());
    let judging = whole.seconds(&["import", "match", "verify"])?;
    let allocating = whole.seconds(&["allocate"])?;
    let (lists, areas, points) =
        (files.join("lists"), root().join("data/kelurahan.csv"), files.join("titik.csv"));
    let (aid, database) = (files.join("bantuan.csv"), folder.join("city.duckdb"));
    let (duckdb, ortools) = (("duckdb", DUCKDB), ("ortools", ORTOOLS));
    let verdicts = [&lists, &aid, &database];
    let ratio = beside(shell, "DuckDB, the verdicts", duckdb, judging, "match.py", &verdicts)?;
    beside(
        shell,
        "DuckDB, the nearest points",
        duckdb,
        allocating,
        "nearest.py",
        &[&lists, &areas, &points],
    )?;
    beside(
        shell,
        "OR-Tools, the assignment",
        ortools,
        allocating,
        "allocate.py",
        &[&lists, &areas, &points],
    )?;
    let Allocated { gap_percent } = serde_json::from_str(&whole.race("allocate")?.answer)?;
    eprintln!("  The allocation is {gap_percent:.3} % over the bound of its linear programme");
    let share = derivation(shell, &tepat, &town, &folder.join("sample"))?;
    eprintln!("\nHeld against their limits");
    // How much slower this machine is than the one of then, by what did not change since.
    let slower = ratio.map_or(1.0, |ratio| judging / ratio / DUCKDB_BEFORE);
    let importing = whole.seconds(&["import"])? / slower;
    limits.at_most("import, seconds of the machine of then", importing, IMPORTING_BEFORE * IMPORTING_SLOWER);
    limits.at_most("import, match and verify, seconds", judging, JUDGING);
    if let Some(ratio) = ratio {
        limits.at_most("the same beside DuckDB, times as long", ratio, JUDGING_BESIDE);
    }
    limits.at_most("allocate, seconds", allocating, ALLOCATING);
    limits.at_most("the allocation over its bound, percent", gap_percent, GAP);
    for name in ["list", "list all", "report"] {
        limits.at_most(&format!("{name}, seconds"), whole.seconds(&[name])?, ASKING);
    }
    limits.at_most("accounts, seconds", whole.seconds(&["accounts"])?, ADDING_UP);
    limits.at_most("publish, seconds", whole.seconds(&["publish"])?, PUBLISHING);
    for Race { name, memory, .. } in &whole.races {
        limits.at_most(&format!("{name}, MB of memory"), megabytes(*memory), MEMORY);
    }
    for (name, growth) in growth {
        limits.at_most(&format!("{name}, growth over n log n"), growth, GROWTH);
    }
    limits.at_least("derivation, share of bare Argon2id", share, SHARE);
    if let Some((families, times)) = SIZES.last() {
        let office = folder.join(format!("{families}-{}", times - 1));
        publication::weigh(&office.join("v1"), f64::from(*families), &mut limits)?;
    }
    shell.remove_path(&folder)?;
    limits.verdict()
}

/// Everything that an office does with a city. What it publishes stays until the end of it all: files that were deleted a moment
/// ago make the next ones slow on some file systems (ext4 without a journal passes over their inodes for minutes).
fn pipeline(shell: &Shell, tepat: &Path, files: &Path, office: &Path) -> Result<Vec<Race>> {
    let command = |program: &Path, day: &str, words: &[&str]| {
        let mut command = std::process::Command::new(program);
        command.arg("-C").arg(office).args(["--now", day]).args(words).env("TEPAT_BY", "bench");
        command
    };
    let of = |day: &str, words: &[&str]| command(tepat, day, words);
    let path = |name: &str| files.join(name).to_string_lossy().into_owned();
    cmd!(shell, "{tepat} init {office}").quiet().ignore_stdout().run()?;
    run("points", of("2021-01-12", &["points", &path("titik.csv")]))?;
    let mut races = vec![
        run("import", of("2021-01-12", &["import", &path("lists")]))?,
        run("match", of("2021-01-13", &["match", "--aid", &path("bantuan.csv")]))?,
        run("verify", of("2021-01-13", &["verify"]))?,
        run("approve", of("2021-01-14", &["approve", "--tahap", "1"]))?,
        run("allocate", of("2021-01-14", &["allocate", "--json"]))?,
        run("list", of("2021-01-14", &["list", "--area", "31.74.10.1005", "--tahap", "1"]))?,
        run("list all", of("2021-01-14", &["list", "--status", "ditolak"]))?,
        run("report", of("2021-01-14", &["report", "--per", "kelurahan", "--tahap", "1"]))?,
        run("accounts", of("2021-01-14", &["accounts", "report"]))?,
    ];
    run("dummy-keys", command(&tepat::dummy_keys(tepat), "2021-01-15", &[]))?;
    let out = office.join("v1").to_string_lossy().into_owned();
    races.push(run("publish", of("2021-01-15", &["publish", "--out", &out]))?);
    Ok(races)
}

/// Of each command, the time that lies in the middle of those that it took.
fn middle(rounds: Vec<Vec<Race>>) -> Vec<Race> {
    let mut rounds: Vec<_> = rounds.into_iter().map(Vec::into_iter).collect();
    std::iter::from_fn(|| {
        let mut times: Vec<Race> = rounds.iter_mut().filter_map(Iterator::next).collect();
        times.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
        let middle = times.len() / 2;
        times.into_iter().nth(middle)
    })
    .collect()
}

impl Figures {
    fn seconds(&self, names: &[&str]) -> Result<f64> {
        names.iter().map(|name| Ok(self.race(name)?.seconds)).sum()
    }

    fn race(&self, name: &str) -> Result<&Race> {
        self.races.iter().find(|race| race.name == name).with_context(|| format!("{name} was not run"))
    }
}

/// Each command at each size. Gives how the time of each grows, where it grows most: 1 is n log n, less is better.
fn print(sizes: &[Figures]) -> Vec<(&'static str, f64)> {
    let mut steepest = Vec::new();
    eprintln!("\nThe pipeline of Dinas Sosial, seconds and largest memory");
    let names = sizes.first().map(|first| first.races.iter().map(|race| race.name).collect::<Vec<_>>());
    eprint!("  {:<10}", "families");
    sizes.iter().for_each(|size| eprint!("{:>22}", size.families));
    eprintln!("{:>30}", "growth over n log n");
    for name in names.unwrap_or_default() {
        let races: Vec<(&Race, f64)> = sizes
            .iter()
            .filter_map(|size| Some((size.races.iter().find(|race| race.name == name)?, size.families)))
            .collect();
        eprint!("  {name:<10}");
        for (race, _) in &races {
            eprint!("{:>10.2} s {:>6} MB", race.seconds, race.memory / 1_000_000);
        }
        let growth = races.windows(2).filter_map(|pair| match pair {
            [(small, n), (large, m)] => Some(large.seconds / small.seconds / (m * m.ln() / (n * n.ln()))),
            _ => None,
        });
        let mut most = 0.0_f64;
        for growth in growth {
            eprint!("{growth:>12.2}");
            most = most.max(growth);
        }
        steepest.push((name, most));
        eprintln!();
    }
    steepest
}

/// How many times as long as the same work in another program; skipped aloud where there is no Python.
fn beside(
    shell: &Shell,
    title: &str,
    (package, version): (&str, &str),
    ours: f64,
    script: &str,
    files: &[&PathBuf],
) -> Result<Option<f64>> {
    let Some(python) = pip::python(shell, package, version)? else {
        eprintln!("! SKIPPED: {title}, which needs python3 with venv and pip");
        return Ok(None);
    };
    let script = root().join("xtask/city").join(script);
    let answer = cmd!(shell, "{python} {script} {files...}").quiet().read()?;
    let Oracle { seconds } = serde_json::from_str(&answer)?;
    eprintln!("  {title}: {seconds:.1} s; tepat: {ours:.1} s, {:.2} times as long", ours / seconds);
    eprintln!("    {answer}");
    Ok(Some(ours / seconds))
}

/// How much of the speed of bare Argon2id a publication reaches while it derives.
fn derivation(shell: &Shell, tepat: &Path, town: &Path, folder: &Path) -> Result<f64> {
    #[derive(Deserialize)]
    struct Published {
        derived: f64,
    }
    let sample = SAMPLE.to_string();
    cmd!(shell, "{town} {folder} --families {sample}").quiet().ignore_stderr().run()?;
    let (office, out, lists) = (folder.join("office"), folder.join("v1"), folder.join("lists"));
    cmd!(shell, "{tepat} init {office}").quiet().ignore_stdout().run()?;
    cmd!(shell, "{tepat} -C {office} import {lists}").quiet().ignore_stdout().run()?;
    let publish = |name| {
        let mut command = std::process::Command::new(tepat);
        command.arg("-C").arg(&office).args(["publish", "--json", "--out"]).arg(&out);
        run(name, command)
    };
    let (first, second) = (publish("derive")?, publish("publish")?);
    let Published { derived } = serde_json::from_str(&first.answer)?;
    let ours = derived / (first.seconds - second.seconds);
    cmd!(shell, "cargo build --release --locked -p seal --example bare").quiet().run()?;
    let bare: f64 = cmd!(shell, "cargo run --release --locked --quiet -p seal --example bare -- 20")
        .quiet()
        .read()?
        .parse()?;
    eprintln!(
        "  Argon2id: {ours:.1} derivations a second while publishing, {bare:.1} bare: {:.3} of it",
        ours / bare
    );
    Ok(ours / bare)
}
