//! What whoever serves or compares publications can do, and what is found out.

use e2e::sample::{Family, HEADS, MEMBERS};
use e2e::signing::{foreign_key, signing_key};
use e2e::tepat::Run;
use e2e::{Host, Office, Publication};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use wire::Bucket;

fn published() -> Office {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    office.import(&MEMBERS);
    office.publish();
    office
}

/// Documents and capsules of the buckets that are in one publication only.
fn parts(of: &Publication, not_in: &Publication) -> (Vec<Bucket>, BTreeSet<Vec<u8>>) {
    let others = not_in.buckets();
    let buckets: Vec<Bucket> = of.buckets().into_iter().filter(|bucket| !others.contains(bucket)).collect();
    let parts = buckets.iter().flat_map(|bucket| {
        let documents = bucket.documents.0.chunks(Bucket::DOCUMENT);
        documents.chain(bucket.capsules.0.chunks(Bucket::CAPSULE)).map(<[u8]>::to_vec)
    });
    let parts = parts.collect();
    (buckets, parts)
}

/// Two publications side by side link no records of a family, and do not count its adults.
#[test]
fn a_decision_for_one_family_changes_all_of_its_buckets_and_nothing_else() {
    let office = published();
    let before = office.publication();
    let family: Family = MEMBERS.families().into_iter().find(|family| family.spouse().is_some()).unwrap();
    office.decide(&family.kk, "ditetapkan").publish();
    let after = office.publication();
    let ((_, gone), (changed, new)) = (parts(&before, &after), parts(&after, &before));
    assert_eq!(changed.len(), 2, "the bucket of its numbers and that of its code");
    assert!(gone.is_disjoint(&new), "no part of a bucket stays when another changes");
    assert_eq!(before.index().lookup, after.index().lookup);
}

#[test]
fn a_record_never_changes_the_size_of_another() {
    let office = published();
    let sizes = |office: &Office| -> BTreeSet<(usize, usize)> {
        let size = |bucket: Bucket| (bucket.capsules.0.len(), bucket.documents.0.len());
        office.publication().buckets().into_iter().map(size).collect()
    };
    let before = sizes(&office);
    let family = &MEMBERS.families()[0];
    let note = "Panjang sekali. ".repeat(600);
    let arguments =
        ["decide", "--kk", &family.kk, "--status", "ditolak", "--reason", "lainnya", "--note", &note];
    let (took, _) = office.tepat(&arguments).verdict();
    let figures = office.publish();
    assert_eq!(sizes(&office), before);
    if took {
        assert_eq!(figures["shortened"], 1, "{figures:#}");
    }
    let status = office.publication().status_by_code(office.code_of(&family.kk));
    assert_eq!(status.as_deref(), Some(if took { "ditolak" } else { "diusulkan" }));
}

fn verify(place: &str, key: &str, now: &str) -> (bool, Value) {
    let key = e2e::settings::in_repository(key);
    Run::of(["verify-publication", place, "--key", key.to_str().unwrap(), "--now", now]).verdict()
}

const KEY: &str = "data/demo/signing.pub";

#[test]
fn anybody_can_verify_a_publication_with_the_public_key() {
    let office = published();
    let host = Host::start(&office);
    let folder = office.api().to_str().unwrap().to_owned();
    for place in [folder.clone(), format!("{}/api/v1", host.address())] {
        let (is_good, found) = verify(&place, KEY, "2021-03-13T06:00");
        assert!(is_good, "{found:#}");
        assert_eq!((&found["serial"], &found["faults"]), (&json!(1), &json!([])));
        assert!(found["places"].as_u64().unwrap() >= 32, "{found:#}");
    }
    let (is_good, found) = verify(&folder, KEY, "2021-04-13T06:00");
    assert!(!is_good && found.to_string().contains("terbitan lama"), "{found:#}");
}

#[test]
fn whatever_somebody_changed_is_named() {
    let office = published();
    let api = office.api();
    let folder = api.to_str().unwrap().to_owned();
    let check = |change: &dyn Fn(&Path), says: &[&str]| {
        office.tepat(&["publish", "--all", "--out", &folder]).answer();
        change(&api);
        let (is_good, found) = verify(&folder, KEY, "2021-03-13T06:00");
        let said = found.to_string();
        assert!(!is_good && says.iter().all(|says| said.contains(says)), "{said}");
        fs::remove_file(api.join("thesis.txt")).ok();
    };
    let status = |n| office.publication().bucket_name(n).status_file();
    check(&|api| fs::write(api.join("points.json"), "{}").unwrap(), &["points.json: diubah"]);
    check(&|api| fs::remove_file(api.join(status(0))).unwrap(), &["tidak ada", "wadah hilang"]);
    check(&|api| fs::write(api.join("thesis.txt"), "").unwrap(), &["thesis.txt: bukan bagian terbitan"]);
    check(
        &|_| office.rewrite_index(&signing_key(), |index| index.serial += 1),
        &["index.json: diubah", "manifest.json"],
    );
    check(&|_| office.rewrite_index(&foreign_key(), |_| ()), &["bukan-kantor-ini"]);
    check(&|api| fs::remove_file(api.join("index.json")).unwrap(), &["bukan-terbitan"]);
}

/// A register that was restored publishes behind what lies there: readers refuse to go back.
#[test]
fn a_register_from_a_backup_takes_the_next_serial() {
    let office = published();
    let backup = office.twin();
    office.publish();
    office.publish();
    let out = office.api();
    let publish = ["publish", "--out", out.to_str().unwrap()];
    // It may be an old copy: it is asked about.
    assert_eq!(backup.tepat(&publish).complaint()["code"], "terbitan-lebih-baru");
    let figures = backup.tepat(&[&publish[..], &["--yes"]].concat()).answer();
    assert_eq!(figures["serial"], 4);
    assert_eq!(office.publication().index().serial, 4);
}

/// One that an earlier `tepat` made has no signing key: it gets one, and publishes with it from then on.
#[test]
fn a_workspace_of_before_gets_a_key() {
    let office = published();
    fs::remove_file(office.workspace().join("signing.key")).unwrap();
    fs::remove_file(office.workspace().join("signing.pub")).unwrap();
    office.publish();
    let key = fs::read_to_string(office.workspace().join("signing.pub")).unwrap();
    assert_ne!(key, fs::read_to_string(e2e::settings::in_repository(KEY)).unwrap());
    let file = office.workspace().join("signing.pub");
    let (is_good, found) = Run::of([
        "verify-publication",
        office.api().to_str().unwrap(),
        "--key",
        file.to_str().unwrap(),
        "--now",
        "2021-03-13T06:00",
    ])
    .verdict();
    assert!(is_good, "{found:#}");
}

/// Whoever lists families can choose their KK numbers. A bucket that is full stays as long as it is.
#[test]
fn nobody_blows_a_bucket_up_with_chosen_numbers() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    let rows: Vec<String> = (0..200)
        .map(|n| format!("3174102410090001,{},Contoh Ganda,Kepala Keluarga", 3_174_105_205_800_000_u64 + n))
        .collect();
    let file = office.desk().join("ganda.csv");
    fs::write(&file, format!("No KK,NIK,Nama,Hubungan\n{}\n", rows.join("\n"))).unwrap();
    let place = ["--kelurahan", "31.74.10.1005", "--rw", "002", "--rt", "009"];
    office.tepat(&[&["import", file.to_str().unwrap()], place.as_slice()].concat()).verdict();
    office.publish();
    for bucket in office.publication().buckets() {
        assert!(bucket.documents.0.len() <= 96 * Bucket::DOCUMENT, "{}", bucket.documents.0.len());
    }
}
