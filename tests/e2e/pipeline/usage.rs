//! A command that is misspelt, for a script.

use e2e::tepat::Run;
use e2e::{Office, settings};
use std::process::Command;

/// The complaint is a document, and holds nothing that was typed.
fn check(arguments: &[&str], named: &str) {
    let complaint = Run::of(arguments).complaint();
    assert_eq!(complaint["code"], "perintah", "{arguments:?}");
    assert!(complaint["message"].as_str().unwrap().contains(named), "{complaint}");
    assert!(!complaint.to_string().contains("3174"), "{complaint}");
}

#[test]
fn a_mistake_is_a_document_too() {
    check(&["decide", "--kk", "3174", "--status", "ditetapkan"], "--kk");
    check(&["decide", "--kk", "3174101001099012", "--status", "entah"], "--status");
    check(&["enrol", "rt", "31.74.10", "002", "005"], "KELURAHAN");
    check(&["import", "x.csv", "--rt", "3174"], "tulis nomor RT seperti 005");
    check(&["history", "--code", "3174"], "kode pendaftaran seperti");
    check(&["history", "--day", "3174-13-41"], "tulis tanggal yang ada di kalender");
    check(&["approve"], "harus disebut");
    check(&["decide", "3174101001099012"], "");
    check(&["terbitkan"], "");
    check(&[], "");
}

/// A link that serves the computer of the office only, and one beside another, are made, and said to be so.
#[test]
fn a_link_that_may_be_a_slip_is_remarked() {
    let office = Office::of_2021();
    let made = |more: &[&str]| {
        let mut command = Command::new(settings::tepat());
        command.arg("-C").arg(office.workspace()).args(["--now", "2021-03-12T06:00", "enrol"]);
        let output = command.args(["rt", "31.74.10.1005", "002", "005"]).args(more).output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let (local, second) = ("PERIKSA: tautan ini bukan https", "sudah punya 1 tautan yang berlaku");
    let first = made(&["--site", "https://bst.example.id"]);
    assert!(!first.contains("PERIKSA"), "{first}");
    let again = made(&["--site", "https://bst.example.id"]);
    assert!(again.contains(second) && !again.contains(local), "{again}");
    for more in [&["--site", "http://bst.example.id"][..], &[]] {
        let plain = made(more);
        assert!(plain.contains(local), "{plain}");
    }
}
