//! A command that is misspelt, for a script.

use e2e::tepat::Run;

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
