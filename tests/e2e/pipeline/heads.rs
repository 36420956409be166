//! The head of an RW beside the heads of its RT.

use domain::{Actor, Status};
use e2e::Office;
use e2e::rt::RtHead;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const KELURAHAN: &str = "31.74.10.1005";
const CODES: [&str; 3] = ["0123-4567-89AB-CDEF-K", "0000-0000-0000-0001-1", "0000-0000-0000-0002-2"];

fn codes(head: &RtHead, office: &Office) -> Vec<(String, Option<Actor>)> {
    let families = head.outcome(&office.publication()).unwrap().families;
    families
        .into_iter()
        .map(|family| (family.code.to_string(), family.entered_by.and_then(|by| by.known())))
        .collect()
}

#[test]
fn an_rw_lists_for_its_rts_and_sees_how_far_each_has_come() {
    let office = Office::of_2021();
    let (rt, rw) = (office.enrol(KELURAHAN, "002", "005"), office.enrol_rw(KELURAHAN, "002"));
    office.enrol(KELURAHAN, "002", "007");
    office.enrol(KELURAHAN, "003", "001");
    let [shared, of_rw, other] = CODES;
    // The RT and the RW list one family, each with a code of its own; the RW one more, in an RT without a link.
    office.collect_letter(&rt.seal(&rt.list(1, &[(shared, "Contoh Bersama")])));
    let families = [rw.family(other, "Contoh Bersama", "005"), rw.family(of_rw, "Contoh RW", "006")];
    let report = office.collect_letter(&rw.seal(&rw.list_of(1, &families)));
    assert_eq!((&report["list"]["by"], &report["list"]["rt"]), (&json!("rw"), &Value::Null));
    let results = |at: usize| &report["list"]["families"][at]["result"];
    assert_eq!((results(0), results(1)), (&json!("tetap"), &json!("baru")));
    assert_eq!(office.publish()["families"], 2);

    let told = [(of_rw.to_owned(), Some(Actor::Rw)), (other.to_owned(), Some(Actor::Rt))];
    assert_eq!(codes(&rw, &office), told, "its own codes, and whose record stands");
    assert!(codes(&rt, &office).contains(&(shared.to_owned(), Some(Actor::Rt))));
    let of_rt = rt.outcome(&office.publication()).unwrap().families;
    let of_rt = of_rt.iter().map(|family| (family.code.to_string(), family.of_phone, family.first_code()));
    let of_rt: BTreeSet<_> =
        of_rt.map(|(code, of_phone, first)| (code, of_phone, first.to_string())).collect();
    let first = [shared, other].into_iter().min().unwrap();
    let told = [(other, false), (shared, true)].map(|(code, of_phone)| (code.into(), of_phone, first.into()));
    assert_eq!(of_rt, BTreeSet::from(told), "one family, and which code the phone of the RT gave");
    let progress = rw.outcome(&office.publication()).unwrap().progress;
    let line = |at: usize| {
        let rt = &progress[at];
        let counts: Vec<_> =
            rt.families.iter().map(|count| (count.status.known().unwrap(), count.families)).collect();
        (rt.rt.to_string(), rt.enrolled, rt.listed_on.map(|on| on.to_string()), counts)
    };
    assert_eq!(progress.len(), 3);
    assert_eq!(line(0), ("005".into(), true, Some("2021-03-12".into()), vec![(Status::Proposed, 1)]));
    assert_eq!(line(1), ("006".into(), false, None, vec![(Status::Proposed, 1)]));
    assert_eq!(line(2), ("007".into(), true, None, vec![]));
    assert!(rt.outcome(&office.publication()).unwrap().progress.is_empty(), "the RT sees no other RT");
}

#[test]
fn a_family_of_another_rw_is_refused_by_its_code() {
    let office = Office::of_2021();
    let rw = office.enrol_rw(KELURAHAN, "002");
    let mut stray = rw.family(CODES[0], "Contoh Jauh", "005");
    stray["household"]["rw"] = json!("003");
    let families = [stray, rw.family(CODES[1], "Contoh Dekat", "005")];
    let report = office.collect_letter(&rw.seal(&rw.list_of(1, &families)));
    assert_eq!(report["list"]["families"][0], json!({ "code": CODES[0], "result": "di-luar-rw" }));
    assert_eq!(office.publish()["families"], 1);
    assert_eq!(office.publication().status_by_code(CODES[0]), None);
}
