//! A publication goes to an object store: only what changed, and whole in the end.

use std::process::Stdio;
use std::time::Duration;
use stories::sample::HEADS;
use stories::tepat::Run;
use stories::{Office, Publication};

fn bucket(office: &Office) -> std::path::PathBuf {
    office.desk().join("bucket/api/v1")
}

fn uploading(office: &Office) -> Run {
    std::fs::create_dir_all(office.desk().join("bucket")).unwrap();
    office.tepat(&["publish", "--out", &format!("file://{}", bucket(office).display())])
}

#[test]
fn what_did_not_change_is_not_sent() {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    let count = |answer: &serde_json::Value, name: &str| answer[name].as_u64().unwrap();
    let first = uploading(&office).answer();
    assert_eq!(count(&first, "uploaded"), count(&first, "files"));
    Publication::read(&bucket(&office)).assert_whole();

    let second = uploading(&office).answer();
    assert_eq!(count(&second, "uploaded"), 1, "the index bears another serial");
    office.decide(&HEADS.families()[0].kk, "ditetapkan");
    let third = uploading(&office).answer();
    assert!((2..count(&third, "files") / 2).contains(&count(&third, "uploaded")), "{third:#}");
    assert_eq!(count(&third, "uploaded") + count(&third, "unchanged"), count(&third, "files"));

    // The folder and the store hold the same publication.
    office.publish();
    let folder = office.publication().without_index();
    let store = Publication::read(&bucket(&office)).without_index();
    let without_manifest = |publication: &Publication| -> Vec<(String, Vec<u8>)> {
        let files = publication.files().filter(|(path, _)| *path != "manifest.json");
        files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
    };
    assert!(without_manifest(&folder) == without_manifest(&store));
}

#[test]
fn an_upload_that_is_killed_is_completed_by_the_next() {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    office.publish();
    let families = HEADS.families();
    for (delay, family) in (0..).zip(&families[..12]) {
        office.decide(&family.kk, "ditetapkan");
        let mut process = uploading(&office).command().stdout(Stdio::null()).spawn().unwrap();
        // This delay waits for nothing: it is the moment at which somebody pulls the plug.
        std::thread::sleep(Duration::from_millis(delay * 12));
        process.kill().unwrap();
        process.wait().unwrap();
    }
    uploading(&office).answer();
    let publication = Publication::read(&bucket(&office));
    publication.assert_whole();
    assert_eq!(publication.folder("unfinished/").count(), 0);
    for family in &families[..12] {
        let Some(head) = family.head() else { continue };
        assert_eq!(publication.status_of(&family.kk, head).as_deref(), Some("ditetapkan"));
    }
    let check = format!("file://{}", bucket(&office).display());
    office.tepat(&["publish", "--check", "--out", &check]).answer();
}

#[test]
fn a_web_server_takes_no_publication() {
    let complaint =
        Office::of_2021().tepat(&["publish", "--out", "https://bst.example.id/api/v1"]).complaint();
    assert_eq!(complaint["code"], "bukan-penyimpanan");
}
