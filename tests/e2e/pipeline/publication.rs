//! What is published, file by file.

use crate::town::town;
use e2e::sample::{HEADS, MEMBERS};
use e2e::schema::validator;
use e2e::{Office, Publication};
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn nothing_that_went_in_stands_in_clear() {
    let families: Vec<_> = HEADS.families().into_iter().chain(MEMBERS.families()).collect();
    let people = || families.iter().flat_map(|family| &family.people);
    let secrets: BTreeSet<String> = families
        .iter()
        .map(|family| family.kk.as_str())
        .chain(people().map(|person| person.name.as_str()))
        .chain(people().filter_map(|person| person.nik.as_deref()))
        .chain(town().office.codes())
        .map(str::to_lowercase)
        .collect();
    assert!(secrets.len() > 400, "{} secrets went in", secrets.len());
    for (path, bytes) in town().office.publication().files() {
        let text = String::from_utf8(bytes.to_vec()).unwrap().to_lowercase();
        let found = secrets.iter().find(|secret| text.contains(*secret) || path.contains(*secret));
        assert_eq!(found, None, "{path}");
    }
}

#[test]
fn all_buckets_have_one_size() {
    let publication = town().office.publication();
    let params = publication.index().lookup;
    let buckets = publication.buckets();
    let (pairs, codes) = buckets.split_at(usize::try_from(params.pair_buckets).unwrap());
    for kind in [pairs, codes] {
        let sizes: BTreeSet<_> =
            kind.iter().map(|bucket| (bucket.capsules.0.len(), bucket.documents.0.len())).collect();
        assert_eq!(sizes.len(), 1, "{sizes:?}");
        assert!(kind.len() > 1, "one bucket says nothing about many");
    }
}

#[test]
fn every_file_passes_its_schema() {
    for (path, bytes) in town().office.publication().files() {
        let schema = match path.split_once('/') {
            Some(("status", _)) if bytes.starts_with(br#"{"version":2,"buckets""#) => "bucket-group",
            Some(("status", _)) => "bucket",
            Some(("outcome", _)) => "envelope",
            _ => path.strip_suffix(".json").unwrap(),
        };
        let document: Value = serde_json::from_slice(bytes).unwrap();
        let passes = |schema: &str, document: &Value| {
            if let Err(fault) = validator(schema).validate(document) {
                panic!("{path} at {}: {fault}", fault.instance_path());
            }
        };
        match document["document"].as_str() {
            None => passes(schema, &document),
            Some(text) => {
                passes("signed", &document);
                passes(schema, &serde_json::from_str(text).unwrap());
            }
        }
    }
}

#[test]
fn nothing_but_the_index_changes_when_nothing_happened() {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    let publish = || {
        let figures = office.publish();
        (figures, office.publication())
    };
    let (first, second) = (publish(), publish());
    assert_eq!(first.1.index().serial + 1, second.1.index().serial);
    assert_eq!(first.1.clone().without_index(), second.1.clone().without_index());
    assert_ne!(first.0["derived"], 0);
    assert_eq!(second.0["derived"], 0);
}

#[test]
fn only_what_is_new_is_derived() {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    let before = office.publish();
    office.decide(&HEADS.families()[0].kk, "ditetapkan");
    assert_eq!(office.publish()["derived"], 0, "a decision changes no key");
    office.import(&MEMBERS);
    let after = office.publish();
    let count = |figures: &serde_json::Value, name: &str| figures[name].as_u64().unwrap();
    assert_eq!(count(&after, "derived"), count(&after, "records") - count(&before, "records"));
}

#[test]
fn two_offices_with_the_same_list_publish_nothing_alike() {
    let publish = || {
        let mut office = Office::of_2021();
        office.import(&HEADS);
        office.publish();
        office.publication()
    };
    let boxes = |publication: &Publication| -> BTreeSet<Vec<u8>> {
        publication.folder("status/").map(|(_, bytes)| bytes.to_vec()).collect()
    };
    let (one, other) = (publish(), publish());
    assert_ne!(one.index().lookup.salt, other.index().lookup.salt);
    assert!(boxes(&one).is_disjoint(&boxes(&other)));
}
