//! A publication goes to an object store: only what changed, and whole in the end.

use e2e::sample::HEADS;
use e2e::tepat::Run;
use e2e::{Office, S3};
use serde_json::Value;
use std::process::Stdio;

const PATH: &str = "api/v1";

fn uploading(office: &Office, store: &S3) -> Run {
    store.for_run(office.tepat(&["publish", "--out", &store.url(PATH)]))
}

fn check(office: &Office, store: &S3) -> (bool, Value) {
    store.for_run(office.tepat(&["publish", "--check", "--out", &store.url(PATH)])).verdict()
}

#[test]
fn what_did_not_change_is_not_sent() {
    let mut office = Office::of_2021();
    let store = S3::start();
    office.import(&HEADS);
    let count = |answer: &Value, name: &str| answer[name].as_u64().unwrap();
    let first = uploading(&office, &store).answer();
    assert_eq!(count(&first, "uploaded"), count(&first, "files"));
    store.publication(PATH).assert_whole();
    let header = |name| store.header(&format!("{PATH}/index.json"), name);
    assert_eq!(header("content-type").as_deref(), Some("application/json"));
    assert_eq!(header("cache-control").as_deref(), Some("no-cache"));
    assert_eq!(header("content-encoding").as_deref(), Some("gzip"));

    let second = uploading(&office, &store).answer();
    assert_eq!(count(&second, "uploaded"), 1, "the index bears another serial");
    office.decide(&HEADS.families()[0].kk, "ditetapkan");
    assert!(!check(&office, &store).0, "the store does not know it yet");
    let third = uploading(&office, &store).answer();
    assert_eq!(count(&third, "uploaded"), 4, "two buckets, what names them, and the index: {third:#}");
    assert_eq!(count(&third, "uploaded") + count(&third, "unchanged"), count(&third, "files"));
    assert!(check(&office, &store).0);

    // The folder and the store hold the same publication.
    office.publish();
    assert!(office.publication().without_index() == store.publication(PATH).without_index());
}

#[test]
fn an_upload_that_is_killed_is_completed_by_the_next() {
    let mut office = Office::of_2021();
    let store = S3::start();
    office.import(&HEADS);
    office.publish();
    uploading(&office, &store).answer();
    let families = HEADS.families();
    let mut killed = 0;
    for (at, family) in families[..12].iter().enumerate() {
        office.decide(&family.kk, "ditetapkan");
        killed += usize::from(kill_when_written(&office, &store, at % 4));
    }
    assert!(killed >= 9, "only {killed} of 12 uploads were found at work");
    uploading(&office, &store).answer();
    let publication = store.publication(PATH);
    publication.assert_whole();
    assert_eq!(publication.folder("unfinished/").count(), 0);
    for family in &families[..12] {
        let Some(head) = family.head() else { continue };
        assert_eq!(publication.status_of(&family.kk, head).as_deref(), Some("ditetapkan"));
    }
    assert!(check(&office, &store).0);
}

/// Kills an upload as soon as the store has so many files of it; `false` if it was done before that was seen.
fn kill_when_written(office: &Office, store: &S3, files: usize) -> bool {
    let index = |store: &S3| store.publication(PATH).index();
    let (before, written) = (index(store), store.written());
    let mut process = uploading(office, store).command().stdout(Stdio::null()).spawn().unwrap();
    while process.try_wait().unwrap().is_none() {
        if store.written().difference(&written).count() >= files {
            process.kill().unwrap();
            process.wait().unwrap();
            // The index comes last.
            return index(store) == before;
        }
        std::thread::yield_now();
    }
    false
}

#[test]
fn a_web_server_takes_no_publication() {
    let complaint =
        Office::of_2021().tepat(&["publish", "--out", "https://bst.example.id/api/v1"]).complaint();
    assert_eq!(complaint["code"], "bukan-penyimpanan");
}
