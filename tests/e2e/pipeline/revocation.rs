//! A phone is lost: its link stops working, and a new one goes on with the same families.

use e2e::{Host, Office, Publication};
use serde_json::json;

const KELURAHAN: &str = "31.74.10.1005";
const CODES: [&str; 2] = ["0123-4567-89AB-CDEF-K", "0000-0000-0000-0001-1"];

#[test]
fn a_lost_phone_is_heard_no_more_and_its_successor_goes_on() {
    let office = Office::of_2021();
    let lost = office.enrol(KELURAHAN, "002", "006");
    let neighbour = office.enrol(KELURAHAN, "002", "007");
    office.collect_letter(&lost.seal(&lost.list(7, &[(CODES[0], "Contoh Satu")])));
    let on_its_way = lost.seal(&lost.list(8, &[(CODES[0], "Contoh Satu"), (CODES[1], "Contoh Palsu")]));
    let host = Host::start(&office);
    let put = |letter: &e2e::rt::Letter, credentials: &str| {
        host.put(KELURAHAN, &letter.name, Some(credentials), &letter.bytes)
    };
    assert_eq!(put(&on_its_way, &lost.credentials()), 201);

    let first = office.revoke(&lost);
    assert_eq!((&first["rt"], &first["revoked_on"]), (&json!("006"), &json!("2021-03-12")));
    assert_eq!(office.revoke(&lost), first, "twice is once");
    let later = lost.seal(&lost.list(9, &[]));
    assert_eq!(put(&later, &lost.credentials()), 401);
    let collected = office.collect();
    assert_eq!(collected["envelopes"][0]["problem"]["code"], "tautan-dicabut", "{collected:#}");
    office.publish();
    assert!(lost.outcome(&office.publication()).is_none());
    assert!(neighbour.outcome(&office.publication()).is_some());
    let users = office.tepat(&["users"]).answer();
    let names: Vec<_> = users.as_array().unwrap().iter().map(|user| user["name"].clone()).collect();
    assert_eq!(names, [json!("dinas"), json!(neighbour.public().id())]);

    // Whoever has a new link for the same families is told how far the office had come with them.
    let new = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let outcome = new.outcome(&office.publication()).unwrap();
    assert_eq!((outcome.edition, outcome.families.len()), (7, 1));

    // An empty phone counts its lists from 1, and knows the families by the codes on their receipts.
    let letter = new.seal(&new.list(1, &[(CODES[0], "Contoh Satu"), (CODES[1], "Contoh Dua")]));
    assert_eq!(put(&letter, &new.credentials()), 201);
    let collected = office.collect();
    let mut reports = collected["envelopes"].as_array().unwrap().iter();
    let list = &reports.find(|report| report["list"].is_object()).unwrap()["list"];
    let results = |at: usize| &list["families"][at]["result"];
    assert_eq!(
        (&list["state"], results(0), results(1)),
        (&json!("diterima"), &json!("tetap"), &json!("baru"))
    );
    assert_eq!(office.publish()["families"], 2);
    let outcome = new.outcome(&office.publication()).unwrap();
    assert_eq!((outcome.edition, outcome.families.len()), (7, 2));

    let links = office.tepat(&["enrol", "list"]).answer();
    assert_eq!(links.as_array().unwrap().len(), 3, "the lost one is still named");
}

#[test]
fn what_a_revoked_link_was_told_lies_nowhere_that_is_served() {
    let office = Office::of_2021();
    let lost = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    assert!(lost.outcome(&office.publication()).is_some());
    office.revoke(&lost);
    office.publish();
    let served = Publication::read(office.api().parent().unwrap());
    let named: Vec<_> = served.files().filter(|(path, _)| path.contains(&lost.public().id())).collect();
    assert!(named.is_empty(), "{named:?}");
    assert!(
        served
            == Publication::of(
                office.publication().files().map(|(path, bytes)| (format!("v1/{path}"), bytes.to_vec()))
            ),
        "something lies beside the publication"
    );
}

#[test]
fn a_link_that_nobody_has_cannot_be_revoked() {
    let complaint = Office::of_2021().tepat(&["enrol", "revoke", "abc"]).complaint();
    assert_eq!(complaint["code"], "tautan-tidak-dikenal");
}
