//! Registers that somebody has changed behind the back of this program.

use super::*;
use crate::clock::Moment;
use crate::register::{Act, DecisionBasis, Line};
use domain::{Actor, Cause, Event, Status};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use rusqlite::Connection;
use std::path::PathBuf;
use tempfile::TempDir;

/// A register of version 6 that was brought up to date, and written to since.
struct Office {
    path: PathBuf,
    _folder: TempDir,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.sqlite");
        let db = Connection::open(&path).unwrap();
        db.execute_batch(include_str!("../../../../../tests/fixtures/v1/register-6.sql")).unwrap();
        let office = Self { path, _folder: folder };
        let now = Moment::now(Some("2021-03-25")).unwrap();
        office
            .register()
            .transaction(|register| {
                let event = Event { cause: Some(Cause::Kept), ..Event::new(Status::Proposed, now.date) };
                let basis = DecisionBasis {
                    by: Some("Ani".into()),
                    ..DecisionBasis::rows(vec![Line { source: 3, line: 2 }])
                };
                register.record(6, &event, basis, &now)?;
                register.act(Some(6), Act::Read { by: "Budi".into() })?;
                register.act(None, Act::Propose { by: "Budi".into(), tahap: 2 })
            })
            .unwrap();
        office
    }

    fn register(&self) -> Register {
        Register::open(&self.path).unwrap().with_clock(|| Ok("2026-11-29T13:00:07".into()))
    }

    /// As whoever has the file may do it.
    fn change(&self, sql: &str) -> usize {
        let db = Connection::open(&self.path).unwrap();
        db.pragma_update(None, "foreign_keys", false).unwrap();
        db.execute_batch(sql).unwrap();
        usize::try_from(db.changes()).unwrap()
    }

    fn audit(&self, noted: Option<&str>) -> Audit {
        self.register().audit(noted).unwrap()
    }
}

#[test]
fn the_clock_of_the_computer_stands_beside_the_time_that_was_told() {
    let office = Office::new();
    let recorded = office.register().recorded(6).unwrap().pop().unwrap();
    assert_eq!(recorded.recorded_at, "2021-03-25T00:00");
    assert_eq!(recorded.written_at.as_deref(), Some("2026-11-29T13:00:07"));
    assert_eq!(office.register().recorded(6).unwrap()[0].written_at, None, "nobody knows it any more");
}

#[test]
fn a_register_in_order_is_found_so() {
    let office = Office::new();
    let audit = office.audit(None);
    assert_eq!((&audit.tampering[..], audit.noted), (&[][..], None));
    let events: i64 = Connection::open(&office.path)
        .unwrap()
        .query_row("SELECT count(*) FROM event", [], |row| row.get(0))
        .unwrap();
    assert_eq!(audit.end.entries, events + 2);
    assert_eq!(audit.end, office.register().trail_end().unwrap());
    // What was written down elsewhere is found again when the trail has gone on.
    office.register().act(None, Act::Propose { by: "Citra".into(), tahap: 2 }).unwrap();
    let later = office.audit(Some(&format!(" {} ", audit.end.digest.to_uppercase())));
    assert_eq!((&later.tampering[..], later.noted), (&[][..], Some(true)));
    assert_ne!(later.end, audit.end);
    assert_eq!(office.audit(Some("00")).noted, Some(false));
    let folder = tempfile::tempdir().unwrap();
    let new = Register::create(&folder.path().join("register.sqlite"), &[0; 16]).unwrap();
    assert_eq!(new.audit(None).unwrap().tampering, []);
}

/// What comes of a change, by the words of the answer.
fn check(sql: &str, expect: &[Tampering]) {
    let office = Office::new();
    let changed = office.change(sql);
    assert!(changed > 0, "nothing was changed: {sql}");
    assert_eq!(office.audit(None).tampering, expect, "{sql}");
}

#[test]
fn what_was_changed_is_named() {
    let end = Office::new().audit(None).end.entries;
    let at = |family: i64, number: i64| -> i64 {
        Connection::open(&Office::new().path)
            .unwrap()
            .query_row("SELECT id FROM trail WHERE family = ?1 AND number = ?2", [family, number], |row| {
                row.get(0)
            })
            .unwrap()
    };
    let changed = |family, number| Tampering::EventChanged { entry: at(family, number), family, number };
    let gone = |family, number| Tampering::EventGone { entry: at(family, number), family, number };
    check(
        "UPDATE event SET recorded_at = '2021-01-01T00:00' WHERE family = 2 AND number = 2",
        &[changed(2, 2)],
    );
    check("UPDATE event SET by = 'Ani' WHERE family = 2 AND number = 2", &[changed(2, 2)]);
    check("DELETE FROM event WHERE family = 2 AND number = 1", &[gone(2, 1)]);
    check(
        "INSERT INTO event SELECT family, 99, recorded_at, actor, by, event, evidence, written_at FROM event
         WHERE family = 2 AND number = 1",
        &[Tampering::EventAdded { family: 2, number: 99 }],
    );
    // Two events that change places are both named.
    check(
        "UPDATE event SET number = 9 WHERE family = 2 AND number = 1;
         UPDATE event SET number = 1 WHERE family = 2 AND number = 2;
         UPDATE event SET number = 2 WHERE family = 2 AND number = 9;",
        &[changed(2, 1), changed(2, 2)],
    );
    check(
        "UPDATE trail SET digest = zeroblob(32) WHERE id = 5",
        &[{
            let (family, number) = Connection::open(&Office::new().path)
                .unwrap()
                .query_row("SELECT family, number FROM trail WHERE id = 5", [], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .unwrap();
            Tampering::EventChanged { entry: 5, family, number }
        }],
    );
    check(
        &format!("UPDATE trail SET act = replace(act, 'Budi', 'Dodi') WHERE id = {}", end - 1),
        &[Tampering::ActChanged { entry: end - 1 }],
    );
    // An act that never was, beside an event that was: no digest holds it.
    check(
        r#"UPDATE trail SET act = '{"act":"read","by":"Budi"}' WHERE family = 2 AND number = 1"#,
        &[Tampering::ActChanged { entry: at(2, 1) }],
    );
    check(&format!("DELETE FROM trail WHERE id = {end}"), &[Tampering::EndChanged]);
    check("UPDATE setting SET value = '3:00' WHERE key = 'trail'", &[Tampering::EndChanged]);
    check("DELETE FROM setting WHERE key = 'trail'", &[Tampering::EndChanged]);
    check(
        &format!("DELETE FROM trail WHERE id = {}", end - 1),
        &[Tampering::EntriesGone { entry: end - 1 }, Tampering::ActChanged { entry: end }],
    );
    // The event goes, and all of the trail from there on with it.
    check(
        "DELETE FROM event WHERE family = 6 AND number = (SELECT max(number) FROM event WHERE family = 6);
         DELETE FROM trail WHERE id > (SELECT max(id) FROM trail) - 3;",
        &[Tampering::EndChanged],
    );
}

const COLUMNS: [&str; 8] =
    ["family", "number", "recorded_at", "written_at", "actor", "by", "event", "evidence"];

#[test]
fn each_of_100_changes_of_one_byte_is_found_and_named() {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut found = 0;
    while found < 100 {
        let office = Office::new();
        let db = Connection::open(&office.path).unwrap();
        let events: u32 = db.query_row("SELECT count(*) FROM event", [], |row| row.get(0)).unwrap();
        let (row, column) = (random.next_u32() % events, random.next_u32() % 8);
        let column = COLUMNS[usize::try_from(column).unwrap()];
        let (family, number): (i64, i64) = db
            .query_row("SELECT family, number FROM event LIMIT 1 OFFSET ?1", [row], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        let before: rusqlite::types::Value = db
            .query_row(
                &format!("SELECT {column} FROM event WHERE family = ?1 AND number = ?2"),
                [family, number],
                |row| row.get(0),
            )
            .unwrap();
        let (bit, byte) = (random.next_u32() % 8, random.next_u32());
        let after = match before {
            rusqlite::types::Value::Text(text) if !text.is_empty() => {
                let mut bytes = text.into_bytes();
                let at = usize::try_from(byte).unwrap() % bytes.len();
                bytes[at] ^= 1 << bit;
                format!("CAST(x'{}' AS TEXT)", HEXLOWER.encode(&bytes))
            }
            rusqlite::types::Value::Integer(number) => (number ^ (1 << (8 * (byte % 8) + bit))).to_string(),
            _ => format!("char({})", 32 + byte % 90),
        };
        let change =
            format!("UPDATE event SET {column} = {after} WHERE family = {family} AND number = {number}");
        db.pragma_update(None, "foreign_keys", false).unwrap();
        // Another event may have that number already: nobody can change it into that.
        let Ok(1) = db.execute(&change, []) else { continue };
        drop(db);
        let names = |it: &Tampering| {
            matches!(
                it,
                Tampering::EventChanged { family: of, number: which, .. }
                | Tampering::EventGone { family: of, number: which, .. } if (*of, *which) == (family, number)
            )
        };
        let audit = office.audit(None);
        assert!(audit.tampering.iter().any(names), "{change}: {:?}", audit.tampering);
        found += 1;
    }
}

#[test]
fn a_transaction_that_comes_to_nothing_leaves_no_gap_and_two_processes_go_on_in_turn() {
    let office = Office::new();
    let mut registers = [office.register(), office.register()];
    let now = Moment::now(Some("2021-03-26")).unwrap();
    let event = Event::new(Status::Verified, now.date);
    for turn in 0..4 {
        let register = &mut registers[turn % 2];
        let failed = register.transaction(|register| {
            register.act(None, Act::Read { by: "Ani".into() })?;
            register.record(6, &Event::new(Status::Paid, now.date), Actor::Dinas, &now)?;
            register.record(6, &event, Actor::Dinas, &now)
        });
        assert_eq!(failed.unwrap_err().code, "urutan");
        // Outside of a transaction as well, right after it.
        register.act(Some(6), Act::Read { by: "Ani".into() }).unwrap();
        register.transaction(|register| register.act(Some(6), Act::Read { by: "Ani".into() })).unwrap();
    }
    let before = Office::new().audit(None).end.entries;
    let audit = office.audit(None);
    assert_eq!((&audit.tampering[..], audit.end.entries), (&[][..], before + 8));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever is done to a row of the trail itself is named too.
    #[test]
    fn no_row_of_the_trail_changes_unseen(entry in 1..20_i64, column in 0..3usize, other in 100..200_i64) {
        let office = Office::new();
        let column = ["family", "number", "id"][column];
        office.change(&format!("UPDATE trail SET {column} = {other} WHERE id = {entry}"));
        prop_assert!(!office.audit(None).tampering.is_empty());
    }
}
