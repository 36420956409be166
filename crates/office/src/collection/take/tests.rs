//! Lists as phones send them, taken into a register in memory.

mod lost;
mod order;

use super::*;
use crate::register::{Family, Scope, digest};
use domain::{Actor, AreaCode, Rt, Rw};
use seal::OfficeSecret;
use serde_json::{Value, json};
use std::path::Path;

const AREA: &str = "31.74.10.1005";
const A: u8 = 1;
const B: u8 = 2;
const OF_RW: u8 = 9;

/// A register, and how many envelopes came.
struct Desk {
    register: Register,
    now: Moment,
    envelopes: u32,
}

/// A phone: its key id.
#[derive(Clone)]
struct Phone(String);

impl Desk {
    fn new() -> Self {
        Self {
            register: Register::create(Path::new(":memory:"), &[0; 16]).unwrap(),
            now: Moment::now(Some("2021-03-12T06:00")).unwrap(),
            envelopes: 0,
        }
    }

    fn enrol(&self, seed: u8, rt: Option<&str>) -> Phone {
        let scope = Scope {
            area: AreaCode::parse(AREA).unwrap(),
            rw: Rw::parse("002").unwrap(),
            rt: rt.map(|rt| Rt::parse(rt).unwrap()),
        };
        Phone(self.register.enrol(&OfficeSecret::from_seed(&[seed; 32]), &scope, self.now.date).unwrap())
    }

    /// Takes a list in; every envelope has a name of its own, as sealing the same list again gives it.
    fn take(&mut self, from: &Phone, edition: u32, households: Value, withdrawn: &[u8]) -> ListReport {
        self.envelopes += 1;
        let office = self.register.office(&from.0).unwrap().unwrap();
        let list = json!({
            "version": 1, "edition": edition, "area": AREA, "rw": "002", "rt": office.scope.rt,
            "declared_on": "2021-03-12", "households": households,
            "withdrawn": withdrawn.iter().map(|n| code(*n)).collect::<Vec<_>>(),
        });
        let digest = digest(&self.envelopes.to_be_bytes());
        let document = list.to_string();
        let list = serde_json::from_value(list).unwrap();
        let letter = OpenedEnvelope { digest, office, list, document, arrived_at: None };
        self.register.transaction(|register| letter.take(register, &self.now)).unwrap()
    }

    fn family(&self, n: u8) -> Family {
        self.register.family_with_code(&code(n)).unwrap().unwrap()
    }

    fn status(&self, n: u8) -> Status {
        self.register.history(self.family(n).id).unwrap().status()
    }

    fn decide(&self, n: u8, status: Status) {
        self.register
            .record(self.family(n).id, &Event::new(status, self.now.date), Actor::Dinas, &self.now)
            .unwrap();
    }
}

fn code(n: u8) -> RegistrationCode {
    RegistrationCode::from_random([n; 10])
}

/// A family without numbers, called and living by its number.
fn family(n: u8, rt: &str) -> Value {
    named(n, &format!("Contoh {n}"), rt)
}

fn named(n: u8, name: &str, rt: &str) -> Value {
    json!({ "code": code(n), "listed_on": "2021-03-11", "household": {
        "head": { "name": name, "relation": "kepala" },
        "area": AREA, "rt": rt, "rw": "002", "address": "Gg. Contoh",
    }})
}

/// With a field of the household set.
fn with(mut listed: Value, field: &str, value: impl Into<Value>) -> Value {
    listed["household"][field] = value.into();
    listed
}

fn saying(mut listed: Value, remarks: Value) -> Value {
    listed["remarks"] = remarks;
    listed
}

fn results(report: &ListReport) -> Vec<&'static str> {
    report.families.iter().map(|family| family.result).collect()
}

#[test]
fn the_head_of_an_rw_lists_for_every_rt_of_it_and_no_other() {
    let mut desk = Desk::new();
    let rw = desk.enrol(1, None);
    let elsewhere = with(family(B, "005"), "rw", "003");
    let report = desk.take(&rw, 1, json!([family(A, "005"), elsewhere, family(3, "006")]), &[]);
    assert_eq!(results(&report), ["baru", "di-luar-rw", "baru"]);
    assert_eq!((report.by, report.rt), (Actor::Rw, None));
    assert_eq!(desk.family(A).origin.rt.to_string(), "005");
    assert_eq!(desk.family(3).origin.rt.to_string(), "006");
}

#[test]
fn a_family_that_both_heads_list_is_one_and_says_who_entered_it_last() {
    let mut desk = Desk::new();
    let (rt, rw) = (desk.enrol(1, Some("005")), desk.enrol(2, None));
    desk.take(&rt, 1, json!([named(A, "Contoh", "005")]), &[]);
    let changed = with(named(B, "Contoh", "005"), "phone", "0812");
    let report = desk.take(&rw, 1, json!([changed]), &[]);
    assert_eq!(results(&report), ["diperbarui"]);
    assert_eq!(report.families[0].replaced, Some(Actor::Rt));
    assert_eq!(desk.family(A).id, desk.family(B).id);
    assert_eq!(desk.family(A).entered_by, Some(Actor::Rw));
    let report = desk.take(&rw, 2, json!([with(named(B, "Contoh", "005"), "phone", "0813")]), &[]);
    assert_eq!(report.families[0].replaced, None, "one's own record is no surprise");
}

/// Who takes it back, in this order, and what comes of the last.
fn check_withdrawals(order: &[Actor], expect: &str, status: Status) {
    let mut desk = Desk::new();
    let (rt, rw) = (desk.enrol(1, Some("005")), desk.enrol(2, None));
    desk.take(&rt, 1, json!([named(A, "Contoh", "005")]), &[]);
    desk.take(&rw, 1, json!([named(B, "Contoh", "005")]), &[]);
    let mut last = "";
    for (edition, actor) in (2..).zip(order) {
        let (phone, code) = if *actor == Actor::Rt { (&rt, A) } else { (&rw, B) };
        last = results(&desk.take(phone, edition, json!([]), &[code]))[0];
    }
    assert_eq!((last, desk.status(A)), (expect, status), "{order:?}");
}

#[test]
fn a_family_goes_when_everybody_who_listed_it_took_it_back() {
    check_withdrawals(&[Actor::Rt], "masih-di-daftar-lain", Status::Proposed);
    check_withdrawals(&[Actor::Rw], "masih-di-daftar-lain", Status::Proposed);
    check_withdrawals(&[Actor::Rw, Actor::Rt], "ditarik", Status::Withdrawn);
    check_withdrawals(&[Actor::Rt, Actor::Rw], "ditarik", Status::Withdrawn);
}

#[test]
fn a_family_that_came_back_is_not_taken_off_by_an_old_word() {
    let mut desk = Desk::new();
    let (rt, rw) = (desk.enrol(1, Some("005")), desk.enrol(2, None));
    desk.take(&rt, 1, json!([named(A, "Contoh", "005")]), &[]);
    desk.take(&rt, 2, json!([]), &[A]);
    desk.take(&rw, 1, json!([named(B, "Contoh", "005")]), &[]);
    assert_eq!(results(&desk.take(&rt, 3, json!([]), &[A])), ["tetap"]);
    assert_eq!(desk.status(A), Status::Proposed);
}

#[test]
fn nobody_takes_back_what_somebody_else_listed() {
    let mut desk = Desk::new();
    let (rt, rw, neighbour) = (desk.enrol(1, Some("005")), desk.enrol(2, None), desk.enrol(3, Some("006")));
    desk.take(&rt, 1, json!([family(A, "005")]), &[]);
    for other in [&rw, &neighbour] {
        assert_eq!(results(&desk.take(other, 1, json!([]), &[A])), ["bukan-dari-daftar-ini"]);
    }
    assert_eq!(desk.status(A), Status::Proposed);
}

#[test]
fn a_new_phone_of_the_same_rt_goes_on_where_the_lost_one_was() {
    let mut desk = Desk::new();
    let lost = desk.enrol(1, Some("005"));
    desk.take(&lost, 9, json!([family(A, "005"), family(B, "005")]), &[]);
    desk.register.revoke(&lost.0, desk.now.date).unwrap();
    let new = desk.enrol(2, Some("005"));
    let report = desk.take(&new, 1, json!([with(family(A, "005"), "phone", "0812")]), &[B]);
    assert_eq!((report.state, results(&report)), ("diterima", vec!["diperbarui", "ditarik"]));
}

#[test]
fn the_head_of_an_rw_may_correct_the_rt_unless_its_own_head_lists_the_family() {
    let mut desk = Desk::new();
    let (rt, rw) = (desk.enrol(1, Some("005")), desk.enrol(2, None));
    desk.take(&rw, 1, json!([family(A, "005"), family(B, "005")]), &[]);
    desk.take(&rt, 1, json!([named(3, "Contoh 2", "005")]), &[]);
    desk.take(&rw, 2, json!([family(A, "006"), family(B, "006")]), &[]);
    let rts = [A, B].map(|n| desk.family(n).origin.rt.to_string());
    assert_eq!(rts, ["006", "005"]);
}

#[test]
fn look_alikes_that_were_told_apart_stay_two() {
    let apart = |from: u8| json!({ "not_same": [{ "code": code(from), "reason": "Ayah dan anak." }] });
    let check = |first: Value, second: Value, expect: &str, is_double: bool| {
        let mut desk = Desk::new();
        let rt = desk.enrol(1, Some("005"));
        let report = desk.take(&rt, 1, json!([first, second]), &[]);
        assert_eq!(results(&report), ["baru", expect]);
        assert_ne!(desk.family(A).id, desk.family(B).id);
        assert_eq!(desk.family(B).duplicate_of.is_some(), is_double);
    };
    let (a, b) = (named(A, "Contoh", "005"), named(B, "Contoh", "005"));
    check(a.clone(), saying(b.clone(), apart(A)), "baru", false);
    check(saying(a.clone(), apart(B)), b.clone(), "baru", false);
    // The same KK cannot be paid twice; its record is not lost either.
    let kk = |listed| with(listed, "kk", "3174101001099012");
    check(kk(a), kk(saying(b, apart(A))), "data-ganda", true);
}

fn mark(call: u8, attendance: &str) -> Value {
    json!({ "call": call, "attendance": attendance, "on": "2021-03-10" })
}

#[test]
fn what_is_said_beside_a_record_is_news_once_and_no_part_of_it() {
    let mut desk = Desk::new();
    let rt = desk.enrol(1, Some("005"));
    let died = json!({ "what": "kepala-meninggal", "on": "2021-03-09" });
    let told = saying(family(A, "005"), json!({ "marks": [mark(1, "diberi-tahu")], "happenings": [died] }));
    let report = desk.take(&rt, 1, json!([told]), &[]);
    assert_eq!(serde_json::to_value(&report.marks).unwrap(), json!({ "diberi-tahu": 1 }));
    assert_eq!(report.changes.len(), 1);
    let report = desk.take(&rt, 2, json!([told]), &[]);
    assert!(report.marks.is_empty() && report.changes.is_empty());
    assert_eq!(results(&report), ["tetap"]);
    assert_eq!(desk.status(A), Status::Proposed, "the office decides, not the mark");
}

/// The marks of one family after these lists: edition, code, and what each marks of the first call.
fn check_marks(lists: &[(u32, u8, &[&str])], expect: &[&str]) {
    let mut desk = Desk::new();
    let (rt, rw) = (desk.enrol(1, Some("005")), desk.enrol(2, None));
    for (edition, code, marks) in lists {
        let marks: Vec<Value> = marks.iter().map(|attendance| mark(1, attendance)).collect();
        let listed = saying(named(*code, "Contoh", "005"), json!({ "marks": marks }));
        desk.take(if *code == OF_RW { &rw } else { &rt }, *edition, json!([listed]), &[]);
    }
    let standing = desk.register.remarks(desk.family(A).id).unwrap().marks;
    let standing: Vec<&str> = standing.iter().map(|mark| mark.attendance.code()).collect();
    assert_eq!(standing, expect, "{lists:?}");
}

#[test]
fn the_last_word_under_each_code_stands() {
    check_marks(&[(1, A, &["datang"]), (2, A, &["tidak-datang"])], &["tidak-datang"]);
    check_marks(&[(1, A, &["datang"]), (2, A, &["tidak-datang"]), (3, A, &["datang"])], &["datang"]);
    check_marks(&[(1, A, &["datang"]), (2, A, &[])], &[]);
    // A late list has nothing to say; another head, and a phone that was wiped, speak for themselves.
    check_marks(&[(2, A, &["datang"]), (1, A, &["tidak-datang"])], &["datang"]);
    check_marks(
        &[(1, A, &["diberi-tahu"]), (1, OF_RW, &["datang", "diberi-tahu"])],
        &["diberi-tahu", "datang"],
    );
    check_marks(&[(1, A, &["datang"]), (2, B, &[])], &["datang"]);
}

#[test]
fn only_a_change_answers_what_was_sent_back() {
    let mut desk = Desk::new();
    let rt = desk.enrol(1, Some("005"));
    desk.take(&rt, 1, json!([family(A, "005")]), &[]);
    desk.decide(A, Status::Returned);
    desk.take(&rt, 2, json!([family(A, "005"), family(B, "005")]), &[]);
    assert_eq!(desk.status(A), Status::Returned);
    desk.take(&rt, 3, json!([with(family(A, "005"), "phone", "0812"), family(B, "005")]), &[]);
    assert_eq!(desk.status(A), Status::Proposed);
}
