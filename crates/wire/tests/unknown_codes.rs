//! A document of a later program, with codes that this one does not know, is read all the same.

use domain::{Code, Status};
use wire::{Outcome, StatusRecord};

const RECORD: &str = r#"{
    "version": 1, "name": "S••• A•••••", "kk_last_four": "9012", "area": "31.74.10.1005", "area_name": "Ulujami",
    "rt": "005", "rw": "002", "size": 4, "events": [
        { "status": "diusulkan", "at": "2021-03-08" },
        { "status": "menunggu-survei", "at": "2021-03-12", "reason": "kuota-penuh", "note": "Petugas datang Senin." }
    ]
}"#;

#[test]
fn a_status_record() {
    let record: StatusRecord = serde_json::from_str(RECORD).unwrap();
    let now = record.current().unwrap();
    assert_eq!(now.note, "Petugas datang Senin.");
    assert_eq!(record.since().unwrap().to_string(), "2021-03-12");
}

#[test]
fn an_outcome() {
    let outcome: Outcome = serde_json::from_str(
        r#"{
            "version": 1, "edition": 3, "families": [{
                "code": "0123-4567-89AB-CDEF-K", "entered_by": "kelurahan",
                "events": [{ "status": "menunggu-survei", "at": "2021-03-12", "reason": "kuota-penuh" }]
            }],
            "progress": [{ "rt": "005", "enrolled": true, "families": [{ "status": "menunggu-survei", "families": 8 }] }]
        }"#,
    )
    .unwrap();
    assert_eq!(outcome.edition, 3);
    assert_eq!(outcome.progress[0].families[0].families, 8);
}

#[test]
fn every_code_is_read_and_written_as_it_was() {
    for code in Status::ALL.iter().map(|status| status.code()).chain(["menunggu-survei", ""]) {
        let json = serde_json::to_string(code).unwrap();
        let read: Code<Status> = serde_json::from_str(&json).unwrap();
        assert_eq!(read.known(), Status::parse(code).ok(), "{code}");
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
    }
    assert!(serde_json::from_str::<Code<Status>>("1").is_err());
}
