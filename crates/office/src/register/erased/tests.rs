//! Who was erased stands nowhere in the file any more, and is counted where it stood.

use super::*;
use crate::clock::Moment;
use crate::register::{DecisionBasis, Line, Tampering};
use crate::totals::{Totals, totals};
use rusqlite::Connection;
use std::path::PathBuf;
use tempfile::TempDir;

const FIXTURE: &str = include_str!("../../../../../tests/fixtures/v1/register-8.sql");
const NOTE: &str = "Bu Contoh Sekali datang sendiri.";

/// A register with rows in every table; every family has an event with a sentence about it.
struct Office {
    path: PathBuf,
    register: Register,
    now: Moment,
    _folder: TempDir,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.sqlite");
        Connection::open(&path).unwrap().execute_batch(FIXTURE).unwrap();
        let mut register = Register::open(&path).unwrap();
        let now = Moment::now(Some("2021-03-25")).unwrap();
        let ids = ids(&register);
        register
            .transaction(|register| {
                for id in ids {
                    let status = register.history(id)?.status().next().next().unwrap();
                    let event = Event { note: NOTE.into(), ..Event::new(status, now.date) };
                    register.record(id, &event, domain::Actor::Dinas, &now)?;
                }
                Ok(())
            })
            .unwrap();
        Self { path, register, now, _folder: folder }
    }

    /// The family and its doubles.
    fn family(&self, id: FamilyId) -> Vec<FamilyId> {
        let family = self.register.family(id).unwrap().unwrap();
        let same = self.register.with_doubles(vec![family]).unwrap();
        same.into_iter().map(|family| family.id).collect()
    }

    fn erase(&mut self, families: &[FamilyId]) {
        let now = self.now.clone();
        self.register.transaction(|register| register.erase(families, "Ani", "permintaan", &now)).unwrap();
        assert!(self.register.rewrite().unwrap());
    }

    fn totals(&self) -> Totals {
        totals(&self.register, &self.now, &crate::progress::Unseen).unwrap()
    }

    /// Whether the bytes of the files hold a text, or a number as SQLite keeps it.
    fn holds(&self, digits: &str) -> bool {
        let binary = digits.parse::<i64>().map(i64::to_be_bytes).unwrap_or_default();
        ["", "-wal", "-shm"].iter().any(|tail| {
            let bytes = std::fs::read(format!("{}{tail}", self.path.display())).unwrap_or_default();
            let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
            has(digits.as_bytes()) || (binary != [0; 8] && has(&binary))
        })
    }
}

fn ids(register: &Register) -> Vec<FamilyId> {
    let mut ids = Vec::new();
    let unreadable = register.for_each_family(|cases| {
        ids.extend(cases.iter().map(crate::case::Case::id));
        Ok(())
    });
    assert!(unreadable.unwrap().is_empty());
    ids
}

/// The digits of the numbers of some families.
fn numbers(register: &Register, families: &[FamilyId]) -> Vec<String> {
    register.identity(families).unwrap().numbers().map(ToString::to_string).collect()
}

/// The names of their members.
fn names(register: &Register, families: &[FamilyId]) -> Vec<String> {
    let families = families.iter().map(|id| register.family(*id).unwrap().unwrap());
    let members = |family: Family| family.household.members().map(|it| it.name.clone()).collect::<Vec<_>>();
    families.flat_map(members).collect()
}

/// What tells the families `gone` from these others: their numbers and their names.
fn own(register: &Register, gone: &[FamilyId], others: &[FamilyId]) -> Vec<String> {
    let all_of = |families| [numbers(register, families), names(register, families)].concat();
    let of_others = all_of(others);
    let is_own = |it: &String| !of_others.iter().any(|other| other.contains(it.as_str()));
    all_of(gone).into_iter().filter(is_own).collect()
}

#[test]
fn of_an_erased_family_nothing_is_left_but_the_accounting() {
    let mut looked_for = 0;
    for id in ids(&Office::new().register) {
        let mut office = Office::new();
        let gone = office.family(id);
        let all = ids(&office.register);
        let others: Vec<FamilyId> = all.iter().copied().filter(|id| !gone.contains(id)).collect();
        let own = own(&office.register, &gone, &others);
        assert!(own.iter().all(|it| office.holds(it)), "{id}: what is looked for is found before");
        looked_for += own.len();
        let codes: Vec<_> = gone.iter().flat_map(|id| office.register.codes(*id).unwrap()).collect();
        let (before, told) = (office.totals(), gone.iter().map(|id| office.register.history(*id).unwrap()));
        let told: Vec<_> =
            told.map(|it| it.events().iter().map(|it| it.status).collect::<Vec<_>>()).collect();
        let digest = office.register.trail_end().unwrap().digest;

        office.erase(&gone);
        let left: Vec<&String> = own.iter().filter(|it| office.holds(it)).collect();
        assert_eq!(left, Vec::<&String>::new(), "{id}");
        assert_eq!(ids(&office.register), others);
        for code in codes {
            assert!(office.register.family_with_code(&code).unwrap().is_none());
            assert!(office.register.is_taken_back(&code).unwrap());
        }
        let after = office.totals();
        assert_eq!((&after.status, &after.reasons), (&before.status, &before.reasons), "{id}");
        assert_eq!((after.entries, after.doubles), (before.entries, before.doubles), "{id}");
        assert_eq!((after.erased, &after.failed_payments), (gone.len(), &before.failed_payments), "{id}");
        assert_eq!(after.faults, before.faults, "{id}");
        let erased = office.register.erased_families().unwrap();
        let stories = erased.iter().map(|it| it.history.events().iter().map(|it| it.status).collect());
        assert_eq!(stories.collect::<Vec<Vec<_>>>(), told, "{id}");
        assert!(erased.iter().all(|it| it.history.events().iter().all(|event| event.note.is_empty())));
        // The trail goes on from what was noted before, and names nothing.
        let audit = office.register.audit(Some(&digest)).unwrap();
        assert_eq!((&audit.tampering[..], audit.noted), (&[][..], Some(true)), "{id}");
    }
    assert!(looked_for > 40, "{looked_for} numbers and names");
}

#[test]
fn no_sentence_of_a_person_is_left_when_everybody_is_erased() {
    let mut office = Office::new();
    assert!(office.holds(NOTE));
    let all = ids(&office.register);
    let lists = |office: &Office| -> Vec<String> {
        let mut select = office.register.db.prepare("SELECT list FROM edition").unwrap();
        let lists = select.query_map([], |row| row.get(0)).unwrap();
        lists.collect::<rusqlite::Result<_>>().unwrap()
    };
    assert!(lists(&office).iter().any(|list| list.contains("name")), "there is something to take out");
    office.erase(&all);
    assert!(!office.holds(NOTE));
    let db = &office.register.db;
    for (table, count) in [("code", 0), ("nik", 0), ("former", 0), ("remark", 0), ("card", 0), ("clue", 0)] {
        let rows: i64 = db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        assert_eq!(rows, count, "{table}");
    }
    let notes: i64 = db
        .query_row(
            "SELECT (SELECT count(*) FROM answer WHERE note <> '') + (SELECT count(*) FROM report WHERE remark <> '')
                  + (SELECT count(*) FROM question WHERE closed_at IS NULL)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(notes, 0);
    let lists = lists(&office);
    assert!(lists.iter().all(|list| !list.contains("name")), "{lists:?}");
    assert_eq!(office.totals().faults, Vec::<String>::new());
}

/// Also what a run leaves that is killed before the file is written anew holds no name, as far as the file was tidy before.
#[test]
fn what_is_deleted_is_overwritten_before_the_file_is_written_anew() {
    let mut office = Office::new();
    // Rows that SQLite moved about while it wrote the file are left in it too.
    office.register.db.execute_batch("PRAGMA secure_delete = ON").unwrap();
    assert!(office.register.rewrite().unwrap());
    office.register.db.execute_batch("PRAGMA secure_delete = OFF").unwrap();
    let gone = office.family(2);
    let all = ids(&office.register);
    let others: Vec<FamilyId> = all.into_iter().filter(|id| !gone.contains(id)).collect();
    let own = own(&office.register, &gone, &others);
    assert!(own.len() > 2 && own.iter().all(|it| office.holds(it)));
    let now = office.now.clone();
    office.register.transaction(|register| register.erase(&gone, "Ani", "permintaan", &now)).unwrap();
    let left: Vec<&String> = own.iter().filter(|it| office.holds(it)).collect();
    assert_eq!(left, Vec::<&String>::new());
}

/// What an erasure left of an event is as much bound to the trail as an event is.
#[test]
fn what_is_changed_in_an_erased_family_is_named() {
    let last = |db: &Connection| -> (i64, i64) {
        db.query_row("SELECT family, max(number) FROM event WHERE family = 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap()
    };
    for change in [
        "UPDATE event SET event = replace(event, '2021-03-25', '2021-03-24') WHERE family = 1 AND number = ?",
        "UPDATE event SET by = 'Budi' WHERE family = 1 AND number = ?",
        "DELETE FROM event WHERE family = 1 AND number = ?",
        "UPDATE trail SET digest = zeroblob(32) WHERE family = 1 AND number = ?",
    ] {
        let mut office = Office::new();
        let gone = office.family(1);
        office.erase(&gone);
        let db = Connection::open(&office.path).unwrap();
        let (_, number) = last(&db);
        assert_eq!(db.execute(change, [number]).unwrap(), 1, "{change}");
        let tampering = office.register.audit(None).unwrap().tampering;
        let is_named = tampering.iter().any(|it| {
            matches!(
                it,
                Tampering::EventChanged { family: 1, number: of, .. }
                | Tampering::EventGone { family: 1, number: of, .. } if *of == number
            )
        });
        assert!(is_named, "{change}: {tampering:?}");
    }
    // Nor does a forged act make a forged event right.
    let mut office = Office::new();
    let gone = office.family(1);
    office.erase(&gone);
    let db = Connection::open(&office.path).unwrap();
    let forged = "UPDATE trail SET act = replace(act, '\"events\":[', '\"events\":[[1,\"00\"],') WHERE act LIKE '%erase%'";
    assert!(db.execute(forged, []).unwrap() > 0);
    assert!(!office.register.audit(None).unwrap().tampering.is_empty());
}

/// Whoever changes an event from before an erasure, and makes the trail anew up to the erased one, is found: that one is bound to
/// the row before it too.
#[test]
fn an_erased_event_hides_no_change_before_it() {
    let mut office = Office::new();
    let id = ids(&office.register)[2];
    let gone = office.family(id);
    office.erase(&gone);
    let db = Connection::open(&office.path).unwrap();
    let of_family = "SELECT max(id) FROM trail WHERE family = ?1 AND number IS NOT NULL";
    let sealed: i64 = db.query_row(of_family, [id], |row| row.get(0)).unwrap();
    let changed = "UPDATE event SET by = 'Budi' WHERE (family, number) = (SELECT family, number FROM trail WHERE id = ?)";
    assert_eq!(db.execute(changed, [sealed - 1]).unwrap(), 1);
    for entry in sealed - 1..sealed {
        let digest = db
            .query_row(
                "SELECT event.family, event.number, recorded_at, written_at, actor, by, event, evidence,
                        (SELECT digest FROM trail AS before WHERE before.id = trail.id - 1)
                 FROM trail JOIN event ON event.family = trail.family AND event.number = trail.number WHERE id = ?1",
                [entry],
                |row| ChainDigest::from_bytes(row.get_ref(8)?.as_blob().unwrap()).unwrap().after_row(row, 0..8),
            )
            .unwrap();
        db.execute("UPDATE trail SET digest = ?2 WHERE id = ?1", (entry, digest.as_bytes())).unwrap();
    }
    assert!(!office.register.audit(None).unwrap().tampering.is_empty());
}

#[test]
fn a_row_of_another_office_goes_with_the_family_unless_another_rests_on_it() {
    let count = |office: &Office, nik: &str| -> i64 {
        let select = "SELECT (SELECT count(*) FROM aid WHERE nik = ?1) + (SELECT count(*) FROM resident WHERE nik = ?1)";
        office.register.db.query_row(select, [nik.parse::<i64>().unwrap()], |row| row.get(0)).unwrap()
    };
    let mut went = 0;
    for id in ids(&Office::new().register) {
        let mut office = Office::new();
        let gone = office.family(id);
        let all = ids(&office.register);
        let others: Vec<FamilyId> = all.into_iter().filter(|id| !gone.contains(id)).collect();
        let (own, of_others) = (numbers(&office.register, &gone), numbers(&office.register, &others));
        let before: Vec<i64> = own.iter().map(|nik| count(&office, nik)).collect();
        office.erase(&gone);
        for (nik, before) in own.iter().zip(before) {
            let after = count(&office, nik);
            let expect = if of_others.contains(nik) { before } else { 0 };
            assert_eq!(after, expect, "{id} {nik}");
            went += before - after;
        }
    }
    assert!(went > 0, "some rows went");
}

/// A row of another list that was matched by a name goes with the family, whether it is a clue or what a decision rests on; not
/// where it is one of another family too, or bears a number of one.
#[test]
fn a_row_that_was_matched_by_a_name_goes_with_the_family_too() {
    const ROW: (i64, u32) = (3, 90);
    let check = |nik_of: Option<FamilyId>,
                 clues: &[FamilyId],
                 events: &[FamilyId],
                 gone: FamilyId,
                 expect| {
        let mut office = Office::new();
        let db = &office.register.db;
        let nik: Option<i64> = nik_of.map(|id| {
            db.query_row("SELECT min(nik) FROM nik WHERE family = ?1", [id], |row| row.get(0)).unwrap()
        });
        db.execute(
            "INSERT INTO aid VALUES (?1, ?2, 'pkh', ?3, NULL, 'Contoh Serupa', '1980-05-12', NULL)",
            (ROW.0, ROW.1, nik),
        )
        .unwrap();
        for id in clues {
            let clue = "INSERT INTO clue VALUES (?1, ?2, ?3, '{\"says\":{\"aid\":\"pkh\"},\"tie\":\"nama\",\"likeness\":1000}')";
            db.execute(clue, (id, ROW.0, ROW.1)).unwrap();
        }
        let now = office.now.clone();
        let register = &office.register;
        for id in events {
            let status = register.history(*id).unwrap().status().next().next().unwrap();
            let basis = DecisionBasis::rows(vec![Line { source: ROW.0, line: ROW.1 }]);
            register.record(*id, &Event::new(status, now.date), basis, &now).unwrap();
        }
        assert!(office.holds("Contoh Serupa"));
        let gone = office.family(gone);
        office.erase(&gone);
        assert_eq!(office.holds("Contoh Serupa"), expect, "{nik_of:?} {clues:?} {events:?}");
        // Nor do its other erasures bring the next one down: what is left goes with the last who rests on it.
        let all = ids(&office.register);
        office.erase(&all);
        assert!(!office.holds("Contoh Serupa"), "{nik_of:?} {clues:?} {events:?}");
    };
    check(None, &[8], &[], 8, false);
    check(None, &[], &[8], 8, false);
    check(None, &[8, 9], &[], 8, true);
    check(None, &[8], &[9], 8, true);
    check(None, &[], &[8, 9], 8, true);
    check(Some(9), &[8], &[], 8, true);
    check(Some(8), &[], &[], 8, false);
}

/// What a decision about an erased family rests on is kept no longer than the term of its list.
#[test]
fn an_erased_family_keeps_no_row_of_a_list_that_was_replaced() {
    let mut office = Office::new();
    let db = &office.register.db;
    db.execute_batch("DELETE FROM clue; UPDATE source SET replaced_at = '2021-03-20T06:00' WHERE id = 3;")
        .unwrap();
    let later = Moment::now(Some("2021-09-01")).unwrap();
    let named = office.register.count_replaced_rows(&later).unwrap();
    let gone = office.family(2);
    office.erase(&gone);
    // The event of family 2 rests on row 2 of it. Erased by an earlier version, it left the row there.
    let row =
        "INSERT INTO aid VALUES (3, 2, 'pkh', NULL, NULL, 'Contoh Budi', '1971-06-13', '31.74.10.1005')";
    office.register.db.execute(row, []).unwrap();
    assert_eq!(office.register.count_replaced_rows(&later).unwrap(), named + 1);
}
