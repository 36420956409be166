use super::*;
use crate::case::Case;
use crate::clock::Moment;
use crate::reconciliation::Reconciliation;
use domain::{Actor, Aid, Cause, Date, Event, Question, RegistrationCode, Status};
use std::collections::BTreeMap;
use tempfile::TempDir;

/// The registers that earlier versions left behind, with rows in every table.
const FIXTURES: [(u32, &str); 10] = [
    (1, include_str!("../../../../tests/fixtures/v1/register-1.sql")),
    (2, include_str!("../../../../tests/fixtures/v1/register-2.sql")),
    (3, include_str!("../../../../tests/fixtures/v1/register-3.sql")),
    (4, include_str!("../../../../tests/fixtures/v1/register-4.sql")),
    (5, include_str!("../../../../tests/fixtures/v1/register-5.sql")),
    (6, include_str!("../../../../tests/fixtures/v1/register-6.sql")),
    (7, include_str!("../../../../tests/fixtures/v1/register-7.sql")),
    (8, include_str!("../../../../tests/fixtures/v1/register-8.sql")),
    (9, include_str!("../../../../tests/fixtures/v1/register-9.sql")),
    (10, include_str!("../../../../tests/fixtures/v1/register-10.sql")),
];

/// A register as a version left it, with something changed in it.
fn left_by(version: u32, change: &str) -> (TempDir, Register) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.sqlite");
    let db = Connection::open(&path).unwrap();
    let (_, sql) = FIXTURES.iter().find(|(of, _)| *of == version).unwrap();
    db.execute_batch(sql).unwrap();
    db.execute_batch(change).unwrap();
    drop(db);
    let register = Register::open(&path).unwrap();
    (folder, register)
}

fn cases(register: &Register) -> (Vec<Case>, Unreadable) {
    let mut cases = Vec::new();
    let unreadable = register.for_each_family(|some| {
        cases.extend(some);
        Ok(())
    });
    (cases, unreadable.unwrap())
}

fn rows(db: &Connection) -> BTreeMap<String, u32> {
    let mut tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").unwrap();
    let tables: Vec<String> =
        tables.query_map([], |row| row.get(0)).unwrap().map(|name| name.unwrap()).collect();
    let count = |table: &String| {
        db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, u32>(0)).unwrap()
    };
    tables.into_iter().map(|table| (table.clone(), count(&table))).collect()
}

#[test]
fn no_row_of_an_earlier_version_is_lost() {
    for (version, sql) in FIXTURES {
        let before = Connection::open_in_memory().unwrap();
        before.execute_batch(sql).unwrap();
        let before = rows(&before);
        assert!(before.values().all(|count| *count > 0), "{version}: rows in every table: {before:?}");
        let (folder, register) = left_by(version, "");
        assert_eq!(migration::version(&register.db).unwrap(), VERSION);
        let mut after = rows(&register.db);
        if version < 7 {
            // One setting more: the end of the trail.
            *after.get_mut("setting").unwrap() -= 1;
        }
        assert!(before.iter().all(|(table, count)| after.get(table) == Some(count)), "{version}: {after:?}");
        // Opened again, it is as it was.
        let after = rows(&register.db);
        drop(register);
        let again = Register::open(&folder.path().join("register.sqlite")).unwrap();
        assert_eq!(rows(&again.db), after);
        assert_eq!(again.audit(None).unwrap().tampering, [], "{version}");
    }
}

#[test]
fn every_family_of_an_earlier_version_is_read() {
    for (version, families) in [(1, 3), (2, 3), (3, 13), (4, 13)] {
        let (_folder, register) = left_by(version, "");
        let (cases, unreadable) = cases(&register);
        assert_eq!((cases.len(), unreadable), (families, Unreadable::default()), "{version}");
        let mut reconciliation = Reconciliation::default();
        cases.iter().for_each(|case| reconciliation.count(case));
        assert_eq!(reconciliation.faults(&register).unwrap(), Vec::<String>::new(), "{version}");
    }
}

#[test]
fn a_register_of_the_first_versions_says_what_it_said() {
    for version in [1, 2] {
        let (_folder, register) = left_by(version, "");
        let code = RegistrationCode::parse("0123-4567-89AB-CDEF-K").unwrap();
        let family = register.family_with_code(&code).unwrap().unwrap();
        let household = &family.household;
        assert_eq!((household.head.name.as_str(), household.size()), ("Contoh Satu", 3));
        assert_eq!((household.affected, household.fixed_income), (Some(true), Some(false)));
        assert_eq!(household.head.aid, Some(Aid::Pkh));
        assert_eq!(register.families_with_nik(&household.head.nik.unwrap()).unwrap().len(), 1);
        assert_eq!(register.families_with_kk(&household.kk.unwrap()).unwrap().len(), 2);
        let case = register.case(family).unwrap();
        assert_eq!(case.status(), Status::Invited);
        assert_eq!(case.history.last().unwrap().invitation.as_ref().unwrap().point, "CONTOH-ULJ-1");
        let [point] = &register.points().unwrap()[..] else { panic!("one point") };
        assert_eq!(
            (point.capacity, point.opening.is_open_on(Date::parse("2021-03-14").unwrap())),
            (500, false)
        );

        let double = register.family(8).unwrap().unwrap();
        assert_eq!((double.duplicate_of, double.stands()), (Some(7), false));
        assert_eq!(register.standing(double).unwrap().id, 7);
        let offices = register.offices().unwrap();
        let rt = offices.iter().find(|office| office.scope.rt.is_some()).unwrap();
        assert_eq!((rt.edition, rt.is_active()), (4, true));
        assert!(register.is_code_of(&code, &rt.scope).unwrap());
    }
}

#[test]
fn what_heads_said_in_version_2_is_still_heard() {
    let (_folder, register) = left_by(2, "");
    let spoken = register.spoken_of(7).unwrap();
    assert_eq!(spoken.len(), 4);
    let remarks = register.remarks(7).unwrap();
    assert_eq!((remarks.kept.len(), remarks.not_same.len(), remarks.happenings.len()), (1, 1, 1));
    assert_eq!(remarks.marks, [], "struck out");
    let [before] = &register.previous_versions(7).unwrap()[..] else { panic!("one change") };
    assert_eq!((before.household.head.name.as_str(), before.entered_by), ("Contoh Nol", Some(Actor::Rt)));
    assert_eq!(register.family(7).unwrap().unwrap().entered_by, Some(Actor::Rw));
}

#[test]
fn a_register_after_a_whole_round_says_what_it_said() {
    for version in [3, 4] {
        let (_folder, register) = left_by(version, "");
        let count = |kind| register.lists_in_force(kind).unwrap().len();
        assert_eq!((count(SourceKind::Aid), count(SourceKind::Residents)), (1, 1));
        assert_eq!(register.match_evidence().unwrap().values().map(Vec::len).sum::<usize>(), 2);
        assert_eq!(register.answers().unwrap().len(), 2);
        assert!(register.asked().unwrap().iter().all(|asked| asked.question == Question::AidLookAlike));
        assert_eq!(register.requests().unwrap().keys().copied().collect::<Vec<_>>(), [8]);
        assert_eq!(register.remarks(9).unwrap().happenings.len(), 1);
        assert_eq!(register.points().unwrap().len(), 13);
        assert_eq!(register.quarantined().unwrap().len(), 1);
        assert_eq!(register.list_versions().unwrap(), [(1, Some("2021-03-09T06:30".to_owned()))]);
        assert_eq!(register.changed().unwrap().into_iter().collect::<Vec<_>>(), [13]);
        assert_eq!(register.card_of(1).unwrap().as_deref(), Some("0123"));
        assert_eq!(register.said_of(5).unwrap().len(), 2);
        let rows = register.recorded(2).unwrap();
        assert_eq!(rows[1].evidence.len(), 2);
        let mut allocated = 0;
        register.each_allocation(|_| allocated += 1).unwrap();
        assert_eq!(allocated, 10);
    }
}

#[test]
fn a_register_of_version_4_says_who_is_disabled() {
    let (_folder, register) = left_by(4, "");
    let [asked, none, unasked] = [1, 2, 3].map(|id| register.family(id).unwrap().unwrap().household);
    assert_eq!((asked.disability, asked.head.disabled), (Some(true), true));
    assert_eq!((none.disability, none.head.disabled), (Some(false), false));
    assert_eq!(unasked.disability, None);
}

#[test]
fn a_register_of_version_5_has_the_accounts_of_its_lists() {
    let (_folder, register) = left_by(5, "");
    let [(_, account)] = register.accounts().unwrap().try_into().unwrap();
    assert_eq!((account.rows, account.families, account.adds_up()), (9, 5, true));
    assert_eq!(left_by(4, "").1.accounts().unwrap(), [], "a list of before has none");
}

#[test]
fn a_register_of_version_7_has_a_trail_and_what_two_rt_list() {
    let (_folder, register) = left_by(7, "");
    let expect = "b2f071f44c871737ebec09fc5d73ce37d883f3e6cf692b99620a2181b41994ac";
    let audit = register.audit(Some(expect)).unwrap();
    assert_eq!((audit.end.entries, audit.end.digest.as_str(), audit.noted), (64, expect, Some(true)));
    let contested = register.asked().unwrap().into_iter().filter(|it| it.question == Question::ListedByTwo);
    assert_eq!(contested.map(|asked| asked.family).collect::<Vec<_>>(), [12, 14]);
    let last = register.recorded(14).unwrap().pop().unwrap();
    assert_eq!(last.event.cause, Some(Cause::ListedElsewhere));
    assert!(last.written_at.unwrap() > last.recorded_at);
    assert_eq!(register.proposal(2).unwrap().unwrap().by, "Ani Contoh");
    assert_eq!(register.quarantined().unwrap()[0].accepted_by.as_deref(), Some("Budi Contoh"));
    let settings = crate::settings::Settings::of(&register).unwrap();
    assert_eq!((settings.second_person, settings.many_new), (true, 30));
}

#[test]
fn what_the_bank_said_before_there_were_books_is_in_them() {
    let (_folder, register) = left_by(7, "");
    let lines = register.bank_lines_of(1, 1).unwrap();
    let [(line, _)] = &lines[..] else { panic!("one line") };
    assert_eq!((line.says, line.posting, line.amount), (BankSays::Paid, Posting::Paid, None));
    assert_eq!(register.bank_totals().unwrap(), [(1, domain::Rupiah::ZERO, 1)]);
    assert_eq!(crate::accounts::open_items(&register).unwrap().len(), 0);
}

#[test]
fn a_register_of_version_8_has_its_books() {
    let (_folder, register) = left_by(8, "");
    let expect = "18efa47a0cd1c551a5bf2e4bd7d3c01edb9461b9632664b6fe99ddf10c83ece5";
    assert_eq!(register.audit(Some(expect)).unwrap().noted, Some(true));
    let last = register.recorded(1).unwrap().pop().unwrap();
    assert_eq!(last.event.cause, Some(Cause::PaymentReturned));
    let open = crate::accounts::open_items(&register).unwrap();
    let open: Vec<_> = open.iter().map(|it| (it.item, it.what, it.whom.as_str())).collect();
    assert_eq!(open, [(1, Posting::Returned, ""), (5, Posting::Unknown, "kartu …0999")]);
    let settled = register.bank_line(4).unwrap().unwrap();
    assert_eq!((settled.outcome, settled.family), (Some(Outcome::Returned), None));
    let programme = crate::accounts::Programme::of(&register).unwrap();
    assert_eq!((programme.due(1).get(), programme.due(5).get()), (300_000, 600_000));
    let report = crate::accounts::report(&register, Some(1)).unwrap();
    let total = &report.totals[0];
    assert_eq!((total.bank.get(), total.accounted.get(), report.is_balanced), (900_000, 600_000, false));
    assert!(register.asked().unwrap().iter().any(|it| it.question == Question::Contradiction));
}

#[test]
fn a_register_of_version_9_knows_what_was_taken_back() {
    let (_folder, register) = left_by(9, "");
    let expect = "52a6126e02c117627a13c5d5b21cf79dd09e6d117bd64f2fa1ddfbacb893ae1a";
    assert_eq!(register.audit(Some(expect)).unwrap().noted, Some(true));
    for (id, status) in [(1, Status::CardReceived), (3, Status::CardReceived), (4, Status::Invited)] {
        let (history, written) = (register.history(id).unwrap(), register.written_down(id).unwrap());
        assert_eq!((history.status(), history.written()), (status, written.len()));
        assert_eq!(
            (written.last().unwrap().event.takes_back, history.events().len() + 2),
            (1, written.len())
        );
    }
    assert_eq!((register.card_of(4).unwrap(), register.said_of(5).unwrap().len()), (None, 2));
    assert!(register.bank_lines_of_file("keliru.csv").unwrap().is_empty());
    assert_eq!(crate::accounts::open_items(&register).unwrap().len(), 2);
    for file in ["keliru.csv", "titik-keliru.csv"] {
        assert!(crate::undo::of_file(&register, file).unwrap().is_done, "{file}");
    }
}

#[test]
fn a_register_of_version_10_knows_a_family_by_its_new_number_and_its_old_one() {
    let (_folder, register) = left_by(10, "");
    let expect = "6c441733e0080507742471bbed5855686bf33159eaa79ab064b0b0046443f98e";
    assert_eq!(register.audit(Some(expect)).unwrap().noted, Some(true));
    let [old, new] = ["3174101001099001", "3174101003279001"].map(|kk| domain::KkNumber::parse(kk).unwrap());
    let ids = |kk| -> Vec<_> {
        register.families_known_by_kk(&kk).unwrap().into_iter().map(|family| family.id).collect()
    };
    assert_eq!((ids(old), ids(new)), (vec![1], vec![1, 15]));
    assert_eq!(register.all_found_same().unwrap(), [(15, 1)]);
    let family = register.family(1).unwrap().unwrap();
    let (was, place) = register.previous_places(1).unwrap().pop().unwrap();
    assert_eq!((family.household.kk, was.kk), (Some(new), Some(old)));
    let rt = |origin: &Origin| origin.rt.to_string();
    assert_eq!((rt(&family.origin), place.as_ref().map(rt)), ("006".to_owned(), Some("005".to_owned())));
    assert_eq!(register.history(1).unwrap().status(), Status::CardReceived);
}

#[test]
fn a_number_that_shut_every_later_list_out_is_brought_back() {
    let edition = |change: &str| {
        let (_folder, register) = left_by(6, change);
        let offices = register.offices().unwrap();
        offices.iter().map(|office| office.edition).max().unwrap()
    };
    let lists = u32::try_from(left_by(6, "").1.list_versions().unwrap().len()).unwrap();
    assert_eq!(edition("UPDATE office SET edition = 4294967295"), lists);
    assert_eq!(edition("UPDATE office SET edition = 1000"), 1000);
}

#[test]
fn sentences_of_the_machine_have_become_causes() {
    let expect = |version| -> Vec<(FamilyId, Option<Cause>, &str)> {
        match version {
            3.. => vec![
                (1, Some(Cause::AidCompared { programmes: vec![Aid::Pkh] }), ""),
                (1, Some(Cause::Kept), ""),
                (2, Some(Cause::AidFound { programmes: vec![Aid::Pkh] }), ""),
                (2, Some(Cause::ListReplaced), ""),
                (3, Some(Cause::HeirCollects), ""),
                (3, Some(Cause::CollectedByHeir), ""),
                (4, None, "Orang lain"),
                (5, Some(Cause::CollectedByProxy), ""),
                (6, Some(Cause::Declined), ""),
                (7, Some(Cause::AskRt { question: Question::AidLookAlike }), ""),
            ],
            _ => {
                let (rt, rw) = (domain::Rt::parse("005").unwrap(), domain::Rw::parse("002").unwrap());
                let kelurahan = "Ulujami".to_owned();
                vec![
                    (8, Some(Cause::DuplicateOf { rt, rw, kelurahan }), ""),
                    (9, None, "Istri tercatat menerima PKH."),
                ]
            }
        }
    };
    for (version, _) in FIXTURES.into_iter().filter(|(version, _)| *version < 7) {
        let (_folder, register) = left_by(version, "");
        let mut found = Vec::new();
        for case in cases(&register).0 {
            let events =
                case.history.events().iter().filter(|event| event.cause.is_some() || !event.note.is_empty());
            found.extend(events.map(|event| (case.id(), event.cause.clone(), event.note.clone())));
        }
        let found: Vec<_> =
            found.iter().map(|(id, cause, note)| (*id, cause.clone(), note.as_str())).collect();
        assert_eq!(found, expect(version), "{version}");
    }
}

#[test]
fn a_record_that_cannot_be_read_is_named_and_the_walk_goes_on() {
    for (change, why) in [
        ("UPDATE family SET household = json_remove(household, '$.address') WHERE id = 3", "keluarga"),
        ("UPDATE family SET household = json_set(household, '$.v', 9) WHERE id = 3", "versi yang lebih baru"),
        ("UPDATE event SET event = '{' WHERE family = 3 AND number = 2", "peristiwa"),
        ("UPDATE family SET rt = 'lima' WHERE id = 3", "tidak dikenali"),
    ] {
        let (_folder, register) = left_by(3, change);
        let (cases, unreadable) = cases(&register);
        assert_eq!(cases.len(), 12, "{change}");
        let [family] = &unreadable.iter().collect::<Vec<_>>()[..] else { panic!("{change}: {unreadable:?}") };
        assert_eq!((family.family, family.code.as_deref()), (3, Some("P3Y6-3G67-EY1K-YH47-D")));
        assert!(family.why.contains(why), "{}", family.why);
        let mut reconciliation = Reconciliation::default();
        cases.iter().for_each(|case| reconciliation.count(case));
        reconciliation.add_unreadable(&unreadable);
        assert_eq!(reconciliation.faults(&register).unwrap(), [family.to_string()], "{change}");
    }
}

#[test]
fn what_may_not_follow_is_refused_and_nothing_is_written() {
    let (_folder, register) = left_by(3, "");
    let now = Moment::now(Some("2021-03-25")).unwrap();
    let before = register.history(6).unwrap();
    assert_eq!(before.status(), Status::Removed);
    let paid = Event::new(Status::Paid, now.date);
    assert_eq!(register.record(6, &paid, Actor::Dinas, &now).unwrap_err().code, "urutan");
    assert_eq!(register.history(6).unwrap(), before);
    let mut case = register.case(register.family(6).unwrap().unwrap()).unwrap();
    assert_eq!(case.record(&register, paid, Actor::Dinas, &now).unwrap_err().code, "urutan");
    case.record(&register, Event::new(Status::Proposed, now.date), Actor::Dinas, &now).unwrap();
    assert_eq!((case.status(), register.history(6).unwrap()), (Status::Proposed, case.history));
}

#[test]
fn a_register_of_another_version_is_left_alone() {
    for version in [0, VERSION + 1] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.sqlite");
        Connection::open(&path).unwrap().pragma_update(None, "user_version", version).unwrap();
        let before = std::fs::read(&path).unwrap();
        assert_eq!(Register::open(&path).map(drop).unwrap_err().code, "versi-register");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}

/// A city has millions of rows on the trail, and what people did to one family is asked for on the telephone.
#[test]
fn what_people_did_to_one_family_is_found_by_an_index() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.sqlite");
    drop(Register::create(&path, &[0; 16]).unwrap());
    let register = Register::open(&path).unwrap();
    let plan: String = register
        .db
        .query_row(
            "EXPLAIN QUERY PLAN SELECT act FROM trail WHERE family = 1 AND act IS NOT NULL ORDER BY id",
            [],
            |row| row.get("detail"),
        )
        .unwrap();
    assert!(plan.contains("trail_of_acts"), "{plan}");
}
