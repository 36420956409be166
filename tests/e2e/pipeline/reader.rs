//! Two independent readers agree: the program and a client in another language, written from docs/api.md.

use crate::town::{Fate, town};
use e2e::settings::{self, in_repository};
use e2e::signing::foreign_key;
use e2e::{Office, sample::MEMBERS};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn ask(python: &Path, api: &Path, numbers: &[&str]) -> Output {
    Command::new(python)
        .arg(in_repository("tests/reader/reader.py"))
        .arg(api)
        .args([in_repository("data/demo/signing.pub"), in_repository("docs/lookup-phrases.txt")])
        .args(numbers)
        .output()
        .unwrap()
}

fn python() -> Option<std::path::PathBuf> {
    let python = settings::reader_python();
    if python.is_none() {
        eprintln!("! SKIPPED: the reader in Python, which needs python3 with venv and pip");
    }
    python
}

#[test]
fn a_client_in_another_language_finds_each_fate() {
    let Some(python) = python() else { return };
    let api = town().office.api();
    let read = |numbers: &[&str]| -> Value {
        let output = ask(&python, &api, numbers);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    for Fate { status, family } in &town().fates {
        let code = town().office.code_of(&family.kk);
        for numbers in [["pair", &family.kk, family.spouse().unwrap()].as_slice(), &["code", code]] {
            let record = read(numbers);
            assert_eq!(record["events"].as_array().unwrap().last().unwrap()["status"], *status);
        }
    }
    let (one, other) = (town().family("cair"), town().family("ditolak"));
    assert_eq!(read(&["pair", &one.kk, other.head().unwrap()]), Value::Null);
}

#[test]
fn it_believes_neither_another_office_nor_a_changed_file() {
    let Some(python) = python() else { return };
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    office.publish();
    let family = &MEMBERS.families()[0];
    let refuses = |says: &str| {
        let output = ask(&python, &office.api(), &["pair", &family.kk, family.head().unwrap()]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(says), "{said}");
    };
    for (path, bytes) in office.publication().folder("status/") {
        let mut bytes = bytes.to_vec();
        let middle = bytes.len() / 2;
        bytes[middle] = if bytes[middle] == b'A' { b'B' } else { b'A' };
        std::fs::write(office.api().join(path), bytes).unwrap();
    }
    refuses("a file was changed");
    office.publish();
    office.rewrite_index(&foreign_key(), |_| ());
    refuses("not signed by this office");
}
