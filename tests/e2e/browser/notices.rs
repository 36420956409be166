//! What others wrote of the app comes with it, under their terms.

use crate::town::town;
use e2e::settings::in_repository;
use std::collections::BTreeSet;
use std::process::Command;

/// Our packages that are built into what a browser loads.
const APP: [&str; 5] = ["residents", "field", "kiosk", "worker", "lists-worker"];

/// Every package of others in them, by name and version, as cargo tells.
fn of_others() -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(in_repository(".")).args([
        "tree",
        "--locked",
        "--offline",
        "--edges",
        "normal,no-proc-macro",
    ]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--prefix", "none", "--format", "{p}"]);
    cargo.args(APP.iter().flat_map(|package| ["--package", package]));
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    // Ours stand in a folder of this repository: `domain v0.1.0 (/…)`.
    let foreign = tree.lines().filter(|line| !line.is_empty() && !line.contains("(/"));
    foreign.map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ").replace(" v", " ")).collect()
}

#[test]
fn the_page_about_the_app_leads_to_the_terms_of_all_that_others_wrote_of_it() {
    let (host, phone) = town().visit("/tentang");
    let path = phone.attribute("the link to the notices", "a[rel=external]", "href");
    let notices = reqwest::blocking::get(format!("{}{path}", host.address())).unwrap();
    let notices = notices.error_for_status().unwrap().text().unwrap();
    let named: BTreeSet<&str> = notices.lines().filter_map(|line| Some(line.split_once(':')?.0)).collect();
    assert!(named.contains("Plus Jakarta Sans"), "{named:?}");
    let packages = of_others();
    assert!(packages.len() > 50, "{packages:?}");
    let missing: Vec<_> = packages.iter().filter(|package| !named.contains(package.as_str())).collect();
    assert!(missing.is_empty(), "nothing is said of {missing:?}");
}
