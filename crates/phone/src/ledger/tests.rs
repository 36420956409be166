use super::*;
use crate::tests::{Run, date};
use domain::{Absence, Event, TimeOfDay};

fn call(number: u8, on: &str) -> Event {
    let (from, to) = (TimeOfDay::parse("09:00").unwrap(), TimeOfDay::parse("11:00").unwrap());
    let invitation = Invitation { call: number, date: date(on), from, to, point: "SDN-01".into() };
    Event { invitation: Some(invitation), ..Event::new(Status::Invited, date("2021-03-08")) }
}

fn event(status: Status) -> Event {
    Event::new(status, date("2021-03-20"))
}

fn marked(call: u8, attendance: Attendance) -> Mark {
    Mark { call, attendance, absence: None, on: date("2021-03-12"), note: String::new() }
}

/// Families that were sent, and what the offices say of each.
fn register(fates: &[(u32, &str, Vec<Event>)]) -> PhoneRegister {
    let run = fates.iter().fold(Run::new(), |run, (id, name, _)| run.saves(*id, name));
    let run = run.sends(crate::Delivery::Delivered);
    fates.iter().fold(run, |run, (id, _, events)| run.hears_all(*id, events.clone())).0
}

#[test]
fn calls_stand_on_their_days() {
    let register = register(&[
        (1, "Siti", vec![event(Status::Approved), call(1, "2021-03-10"), call(2, "2021-03-18")]),
        (2, "Budi", vec![call(1, "2021-03-12")]),
        (3, "Ani", vec![call(1, "2021-03-10"), call(1, "2021-03-18")]),
        (4, "Cici", vec![event(Status::Refused)]),
    ]);
    let days: Vec<(String, Vec<String>)> = register
        .ledger(date("2021-03-12"))
        .into_iter()
        .map(|day| (day.date.to_string(), day.calls.into_iter().map(|call| call.name).collect()))
        .collect();
    let expect = [
        ("2021-03-12", vec!["Budi"]),
        // Her first call was put off; it does not stand on its old day.
        ("2021-03-18", vec!["Ani", "Siti"]),
        ("2021-03-10", vec!["Siti"]),
    ];
    assert_eq!(
        days,
        expect.map(|(date, names)| (date.to_owned(), names.into_iter().map(str::to_owned).collect()))
    );
}

#[test]
fn a_call_is_told_then_marked() {
    let told = Seen { told: Some(marked(1, Attendance::Told)), came: None };
    let came = Seen { told: None, came: Some(marked(1, Attendance::Proxy)) };
    let check = |events: Vec<Event>, seen: &Seen, today: &str, expect: Due| {
        let register = register(&[(1, "Siti", events)]);
        let calls = register.calls(&register.families[0]);
        assert_eq!(calls[0].due(seen, date(today)), expect, "{seen:?} on {today}");
    };
    let first = || vec![call(1, "2021-03-18")];
    check(first(), &Seen::default(), "2021-03-17", Due::Tell);
    check(first(), &told, "2021-03-17", Due::Wait);
    check(first(), &told, "2021-03-18", Due::Mark);
    check(first(), &Seen::default(), "2021-03-19", Due::Mark);
    check(first(), &came, "2021-03-19", Due::Nothing);
    check(vec![call(1, "2021-03-18"), event(Status::CardReceived)], &told, "2021-03-20", Due::Nothing);
    check(vec![call(1, "2021-03-18"), event(Status::Transferred)], &told, "2021-03-17", Due::Nothing);
    check(vec![call(1, "2021-03-18"), call(2, "2021-03-25")], &told, "2021-03-17", Due::Nothing);
    // Called again: why did nobody come the first time?
    check(vec![call(1, "2021-03-18"), call(2, "2021-03-25")], &told, "2021-03-20", Due::Mark);
}

#[test]
fn a_mark_is_changed_and_taken_back() {
    let mut remarks = Remarks::default();
    mark(&mut remarks, marked(1, Attendance::Told));
    mark(&mut remarks, marked(1, Attendance::Came));
    mark(&mut remarks, marked(2, Attendance::Came));
    let absent = Mark { absence: Some(Absence::Ill), ..marked(1, Attendance::Absent) };
    mark(&mut remarks, absent.clone());
    assert_eq!(Seen::of(&remarks, 1), Seen { told: Some(marked(1, Attendance::Told)), came: Some(absent) });
    unmark(&mut remarks, 1, false);
    assert_eq!(Seen::of(&remarks, 1), Seen { told: Some(marked(1, Attendance::Told)), came: None });
    assert_eq!(Seen::of(&remarks, 2).came, Some(marked(2, Attendance::Came)));
}

#[test]
fn marks_are_unsent_until_a_list_takes_them() {
    let mut register = register(&[(1, "Siti", vec![call(1, "2021-03-18")]), (2, "Budi", vec![])]);
    let check = |register: &PhoneRegister, expect| assert_eq!(register.unsent_marks(), expect);
    check(&register, 0);
    register.change(FamilyId(1), |family| mark(&mut family.remarks, marked(1, Attendance::Told)));
    register.change(FamilyId(1), |family| mark(&mut family.remarks, marked(1, Attendance::Came)));
    check(&register, 2);
    register = Run(register).sends(crate::Delivery::OnPhone).0;
    check(&register, 0);
    register.change(FamilyId(1), |family| mark(&mut family.remarks, marked(1, Attendance::Absent)));
    check(&register, 1);
    register.change(FamilyId(1), |family| family.remarks.marks.clear());
    check(&register, 2);
}
