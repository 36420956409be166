//! What is kept for a time goes when the time is over, once somebody says so.

use e2e::Office;
use serde_json::{Value, json};
use std::fs;

const KELURAHAN: &str = "31.74.10.1005";
const CODES: [&str; 3] = ["0123-4567-89AB-CDEF-K", "0000-0000-0000-0001-1", "0000-0000-0000-0002-2"];
const KINDS: [&str; 8] =
    ["amplop", "cadangan", "daftar-lain", "daftar-lama", "ditolak", "karantina", "nama-bank", "selesai"];

/// How much of each kind has been kept long enough; a row of KINDS.
fn overdue(answer: &Value) -> [u64; 8] {
    KINDS.map(|kind| answer["kinds"][kind]["overdue"].as_u64().unwrap())
}

#[test]
fn what_has_been_kept_long_enough_is_counted_and_then_goes() {
    let mut office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let folder = office.workspace().join("inbox").join(KELURAHAN);
    fs::create_dir_all(&folder).unwrap();
    let names = [(CODES[0], "Contoh Ditolak"), (CODES[1], "Contoh Dicoret"), (CODES[2], "Contoh Tetap")];
    for edition in 1..=2 {
        let letter = rt.seal(&rt.list(edition, &names));
        fs::write(folder.join(&letter.name), &letter.bytes).unwrap();
        office.collect();
    }
    let stranger = Office::of_2021().enrol(KELURAHAN, "002", "007");
    office.collect_letter(&stranger.seal(&stranger.list(1, &[(CODES[0], "Contoh Asing")])));
    for name in ["pkh-maret.csv", "pkh-april.csv"] {
        let list = office.desk().join(name);
        fs::write(&list, format!("NIK,Nama,Program\n317410120580{},{name},PKH\n", name.len() * 77)).unwrap();
        office.tepat(&["match", "--aid", list.to_str().unwrap(), "--title", "PKH"]).answer();
    }
    for (code, status) in
        [(CODES[0], "ditolak"), (CODES[1], "ditetapkan"), (CODES[1], "dicoret"), (CODES[2], "ditetapkan")]
    {
        office.tepat(&["decide", "--code", code, "--status", status, "--reason", "pindah"]).answer();
    }
    let [backup, words] = ["backup.age", "words"].map(|name| office.desk().join(name));
    fs::write(&words, "empat kata yang acak").unwrap();
    let make = ["backup", backup.to_str().unwrap(), "--passphrase-file", words.to_str().unwrap()];
    office.tepat(&make).answer();

    let retention = |office: &Office, rest: &[&str]| office.tepat(&[&["retention"], rest].concat());
    assert_eq!(overdue(&retention(&office, &[]).answer()), [0; 8], "nothing is old yet");
    // A term that the office settles, and who did, is on the trail.
    let settled = retention(&office, &["--keep", "ditolak=400", "--by", "Ani"]).answer();
    assert_eq!(settled["kinds"]["ditolak"]["days"], 400);
    let unnamed = retention(&office, &["--keep", "ditolak=300", "--by", ""]).complaint();
    assert_eq!(unnamed["code"], "tanpa-nama");

    office.at("2022-05-01T06:00");
    // The phone would bring the refused family back, and without what was decided: its head takes it off the list first.
    let due = retention(&office, &["--apply", "--by", "Ani"]).answer();
    assert_eq!(overdue(&due), [2, 1, 1, 1, 0, 1, 0, 0], "{due:#}");
    assert_eq!(due["on_phones"], 1);
    let letter = rt.seal(&rt.list(3, &names[1..]));
    office.collect_letter(&letter);
    let before = office.tepat(&["report"]).answer();
    let due = retention(&office, &[]).answer();
    assert_eq!(overdue(&due), [0, 1, 0, 1, 1, 0, 0, 0], "{due:#}");
    assert_eq!(due["on_phones"], 0);
    assert_eq!(office.tepat(&["report"]).answer(), before, "it was only counted");
    let applied = retention(&office, &["--apply", "--by", "Ani"]).answer();
    assert_eq!((&applied["applied"], &applied["rewritten"]), (&json!(true), &json!(true)));
    // Backups lie elsewhere: somebody deletes them.
    let left = overdue(&retention(&office, &[]).answer());
    assert_eq!(left, [0, 1, 0, 0, 0, 0, 0, 0]);
    assert_eq!((office.drop_box(KELURAHAN), office.quarantine()), (Vec::new(), Vec::new()));
    let after = office.tepat(&["report"]).answer();
    for part in ["entries", "doubles", "status", "reasons", "lists", "faults"] {
        assert_eq!(after[part], before[part], "{part}");
    }
    assert_eq!(after["erased"], 1);
    assert_eq!(office.tepat(&["audit"]).answer()["tampering"], json!([]));
    let refused = ["history", "--code", CODES[0]];
    assert_eq!(office.tepat(&refused).complaint()["code"], "tidak-terdaftar");

    // Ten years later nobody needs to know who had the aid; whose aid was never ended is kept.
    office.at("2031-05-01T06:00");
    office.collect_letter(&rt.seal(&rt.list(4, &names[2..])));
    let due = retention(&office, &["--apply", "--by", "Ani"]).answer();
    assert_eq!(due["kinds"]["selesai"]["overdue"], 1, "{due:#}");
    office.tepat(&["history", "--code", CODES[2]]).answer();
    assert_eq!(office.tepat(&["report"]).answer()["erased"], 2);
    assert_eq!(office.tepat(&["audit"]).answer()["tampering"], json!([]));
}
