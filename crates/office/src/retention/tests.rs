//! What has been kept long enough in a register with rows in every table.

use super::*;
use domain::{Actor, Event, Reason};
use rusqlite::Connection;
use tempfile::TempDir;

/// A workspace with families 2 and 7 refused in April 2021, changed by SQL.
fn workspace(change: &str) -> (TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::init(&folder.path().join("office"), None).unwrap();
    let path = workspace.root().join("fixture.sqlite");
    let db = Connection::open(&path).unwrap();
    db.execute_batch(include_str!("../../../../tests/fixtures/v1/register-9.sql")).unwrap();
    workspace.register = Register::open(&path).unwrap();
    let now = Moment::now(Some("2021-04-01")).unwrap();
    for id in [2, 7] {
        let event = Event { reason: Some(Reason::OtherAid), ..Event::new(Status::Refused, now.date) };
        workspace.register.transaction(|register| register.record(id, &event, Actor::Dinas, &now)).unwrap();
    }
    db.execute_batch(change).unwrap();
    (folder, workspace)
}

fn later() -> Moment {
    Moment::now(Some("2023-04-01")).unwrap()
}

/// The families that the register still knows.
fn known(workspace: &Workspace) -> Vec<FamilyId> {
    let is_there = |id: &FamilyId| workspace.register.family(*id).is_ok_and(|family| family.is_some());
    (1..=14).filter(is_there).collect()
}

#[test]
fn a_record_that_cannot_be_read_silences_no_other() {
    for (change, expect) in [
        ("", 2),
        ("UPDATE family SET household = '{' WHERE id = 9", 2),
        ("UPDATE family SET household = '{' WHERE id = 2", 1),
        // What it points to would be missed.
        ("UPDATE family SET household = '{', double_of = 2 WHERE id = 9", 1),
    ] {
        let (_folder, workspace) = workspace(change);
        let overdue = Overdue::of(&workspace, &later()).unwrap();
        assert_eq!(overdue.kinds[&KeptKind::Refused].overdue, expect, "{change}");
    }
}

/// A phone sends its whole list each time: whoever is on it would come back as a new family, without its story.
#[test]
fn who_stands_on_the_list_of_a_phone_is_kept() {
    const LISTED: &str =
        "INSERT INTO source VALUES (900, 'amplop', 'x', x'00', '2021-04-02T06:00', NULL, NULL, NULL);
        INSERT INTO edition VALUES (900, '5eezh2jsqil2uuza', 9, NULL,
            '{\"households\":[{\"code\":\"6H6Z-BGPY-1EGM-W1M2-Y\"},{\"code\":\"7\"}]}');";
    for (change, expect) in [
        (String::new(), 2),
        (LISTED.to_owned(), 1),
        // By the code of a double too.
        (format!("{LISTED} UPDATE family SET double_of = 7 WHERE id = 2;"), 0),
        // A later list of the same phone does not name it any more.
        (
            format!(
                "{LISTED} INSERT INTO source VALUES (901, 'amplop', 'y', x'01', '2021-04-03T06:00', NULL, NULL, NULL);
                 INSERT INTO edition VALUES (901, '5eezh2jsqil2uuza', 10, NULL, '{{\"households\":[]}}');"
            ),
            2,
        ),
        // Nothing is taken from that phone any more.
        (format!("{LISTED} UPDATE office SET revoked_on = '2021-05-01';"), 2),
    ] {
        let (_folder, workspace) = workspace(&change);
        let overdue = Overdue::of(&workspace, &later()).unwrap();
        assert_eq!(overdue.kinds[&KeptKind::Refused].overdue, expect, "{change}");
    }
}

/// Whom the bank meant nobody needs to know once it is settled.
#[test]
fn the_names_of_the_bank_go_when_their_lines_are_settled() {
    let (_folder, mut workspace) = workspace("");
    let names = |workspace: &Workspace| -> Vec<String> {
        let db = Connection::open(workspace.root().join("fixture.sqlite")).unwrap();
        let mut select = db.prepare("SELECT whom FROM bank_line WHERE whom <> '' ORDER BY id").unwrap();
        select.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap()
    };
    assert_eq!(names(&workspace), ["KK …0000, Orang Lain", "kartu …0999"]);
    let overdue = Overdue::of(&workspace, &later()).unwrap();
    assert_eq!(overdue.kinds[&KeptKind::parse("nama-bank").unwrap()].overdue, 1);
    assert!(overdue.apply(&mut workspace, "Ani", &later()).unwrap());
    assert_eq!(names(&workspace), ["kartu …0999"], "that one is still open");
    assert!(known(&workspace).contains(&3));
}
