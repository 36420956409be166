//! What came in is held against what is there.

use e2e::Office;
use e2e::sample::HEADS;
use rusqlite::Connection;

/// An office with a list from a spreadsheet and one in an envelope.
fn office() -> Office {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    let rt = office.enrol("31.74.10.1005", "002", "006");
    let families = [("0123-4567-89AB-CDEF-K", "CONTOH AMPLOP")];
    office.collect_letter(&rt.seal(&rt.list(1, &families)));
    office
}

/// What `tepat report` says after somebody has laid hands on the register.
fn faults_after(change: &str) -> Vec<String> {
    let office = office();
    assert!(office.tepat(&["report"]).verdict().0, "before");
    let db = Connection::open(office.workspace().join("register.sqlite")).unwrap();
    db.execute_batch(&format!("PRAGMA foreign_keys = OFF; {change}")).unwrap();
    let (is_good, report) = office.tepat(&["report"]).verdict();
    assert!(!is_good, "{change}: {report:#}");
    assert_eq!(office.publishing().complaint()["code"], "tidak-cocok", "{change}");
    assert!(!office.api().exists());
    report["faults"].as_array().unwrap().iter().map(|fault| fault.as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_an_old_register_holds_too_long_is_published_cut_off_and_named() {
    let office = office();
    office.publish();
    let size = |office: &Office| office.publication().files().map(|(_, bytes)| bytes.len()).sum::<usize>();
    let before = size(&office);
    assert!(office.tepat(&["report"]).answer()["shortened"].is_null());
    let long = "a ".repeat(100_000);
    let db = Connection::open(office.workspace().join("register.sqlite")).unwrap();
    for change in [
        "UPDATE family SET household = json_set(household, '$.head.name', ?1) WHERE id = 1",
        "UPDATE event SET event = json_set(event, '$.note', ?1) WHERE family = 2",
    ] {
        assert_eq!(db.execute(change, [&long]).unwrap(), 1, "{change}");
    }
    office.publish();
    assert!(size(&office) < before * 2, "{before} bytes became {}", size(&office));
    let report = office.tepat(&["report"]).answer();
    let over: Vec<_> = report["shortened"].as_array().unwrap().iter().map(|over| &over["field"]).collect();
    assert_eq!(over, ["nama", "keterangan"], "{report:#}");
}

#[test]
fn a_family_that_is_lost_is_missed_by_the_row_that_it_came_in() {
    const GONE: &str = "keluarganya tidak ada di register";
    for (change, places) in [
        ("DELETE FROM family WHERE id = 1", vec!["baris 7: "]),
        ("DELETE FROM event WHERE family = 1", vec!["baris 7: ", "keluarga 1 tidak punya riwayat"]),
        (
            "DELETE FROM family WHERE id = (SELECT family FROM code WHERE code LIKE '0123-%')",
            vec!["baris 1: "],
        ),
        ("DELETE FROM code WHERE code LIKE '0123-%'", vec!["baris 1: ", "tidak punya kode"]),
        ("DELETE FROM listing WHERE line = 7", vec!["tidak semua barisnya sampai ke register"]),
    ] {
        let faults = faults_after(change);
        assert_eq!(faults.len(), places.len(), "{change}: {faults:?}");
        for (place, fault) in
            places.iter().map(|place| (place, faults.iter().find(|fault| fault.contains(place))))
        {
            assert!(fault.is_some(), "{change}: {place} in {faults:?}");
            assert!(!place.starts_with("baris") || fault.unwrap().ends_with(GONE), "{faults:?}");
        }
    }
}
