//! A publication is held against the register.

use e2e::Office;
use e2e::sample::{HEADS, MEMBERS};
use serde_json::{Value, json};
use std::fs;

fn check(office: &Office) -> (bool, Value) {
    let out = office.api();
    office.tepat(&["publish", "--check", "--out", out.to_str().unwrap()]).verdict()
}

fn published() -> Office {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    office.enrol("31.74.10.1005", "002", "006");
    office.publish();
    office
}

#[test]
fn what_was_published_just_now_is_what_the_register_says() {
    let office = published();
    let (is_good, drift) = check(&office);
    assert!(is_good, "{drift:#}");
    let serial = office.publication().index().serial;
    office.publish();
    assert_eq!(office.publication().index().serial, serial + 1, "a check takes no serial");
    assert!(check(&office).0);
}

#[test]
fn what_nobody_touched_is_the_same_on_a_later_day() {
    let mut office = published();
    let (is_good, drift) = check(office.at("2021-03-19T09:30"));
    assert!(is_good, "{drift:#}");
    office.publish();
    let points = |office: &Office| fs::read_to_string(office.api().join("points.json")).unwrap();
    assert!(points(&office).contains(r#""dated":"2021-03-12""#), "the day on which the list was taken in");
}

#[test]
fn keys_that_were_derived_are_not_overwritten_with_dummies() {
    let office = published();
    assert_eq!(office.dummy_keys().complaint()["code"], "kunci-sungguhan");
    assert!(check(&office).0);
}

#[test]
fn whoever_lays_hands_on_a_file_is_found_out() {
    let office = published();
    let api = office.api();
    let [gone, changed] = [0, 1].map(|number| office.publication().bucket_name(number).status_file());
    fs::remove_file(api.join(&gone)).unwrap();
    let mut bucket = fs::read(api.join(&changed)).unwrap();
    let last = bucket.len() - 10;
    bucket[last] ^= 1;
    fs::write(api.join(&changed), bucket).unwrap();
    fs::write(api.join("thesis.txt"), "years of work").unwrap();
    let index = fs::read_to_string(api.join("index.json")).unwrap();
    fs::write(api.join("index.json"), index.replace("/inbox/", "https://elsewhere.example/")).unwrap();

    let (is_good, drift) = check(&office);
    assert!(!is_good);
    let paths = |kind: &str| drift[kind]["paths"].clone();
    assert_eq!(paths("missing"), json!([gone]));
    assert_eq!(paths("changed"), json!(["index.json", "manifest.json", changed]));
    assert_eq!(paths("extra"), json!(["thesis.txt"]));
    office.tepat(&["publish", "--all", "--out", api.to_str().unwrap()]).answer();
    assert!(check(&office).0, "writing all of it again mends it");
}

#[test]
fn what_has_happened_since_is_drift() {
    let mut office = published();
    office.decide(&HEADS.families()[0].kk, "ditetapkan");
    let (is_good, drift) = check(&office);
    assert!(!is_good);
    assert_eq!(drift["underived"], 0);
    assert_eq!(drift["families"], 1, "{drift:#}");

    office.publish();
    office.import(&MEMBERS);
    let (_, drift) = check(&office);
    let missing = drift["underived"].as_u64().unwrap();
    assert!(missing > 0, "{drift:#}");
    assert_eq!(office.publish()["derived"].as_u64().unwrap(), missing, "a check derives nothing");
    let text = drift.to_string();
    assert!(HEADS.families().iter().all(|family| !text.contains(&family.kk)));
}
