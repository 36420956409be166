//! The keys of the office: lost, changed, and locked.

use e2e::Office;
use seal::envelope;
use std::fs;

const KELURAHAN: &str = "31.74.10.1005";
const CODES: [&str; 2] = ["0123-4567-89AB-CDEF-K", "0000-0000-0000-0001-1"];

fn path(office: &Office, name: &str) -> String {
    office.desk().join(name).to_str().unwrap().to_owned()
}

#[test]
fn what_was_sealed_before_the_key_was_lost_opens_with_the_one_that_was_kept_elsewhere() {
    let office = Office::of_2021();
    let early = office.enrol(KELURAHAN, "002", "005");
    let spare = path(&office, "recovery.key");
    office.tepat(&["key", "recovery", &spare]).answer();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let letters = [
        early.seal(&early.list(1, &[(CODES[1], "Contoh Dini")])),
        rt.seal(&rt.list(1, &[(CODES[0], "Contoh Tanpa NIK")])),
    ];
    let wraps = |n: usize| letters[n].envelope().to.len();
    assert_eq!((wraps(0), wraps(1)), (1, 2), "a link knows the keys that there were when it was made");
    let folder = office.desk().join("letters");
    fs::create_dir(&folder).unwrap();
    letters.iter().for_each(|letter| fs::write(folder.join(&letter.name), &letter.bytes).unwrap());

    fs::remove_file(office.workspace().join("office.key")).unwrap();
    let complaint = office.tepat(&["collect"]).complaint();
    assert!(complaint["remedy"].as_str().unwrap().contains("tepat key recover"), "{complaint}");
    office.tepat(&["key", "recover", &spare]).answer();
    let answer = office.collect_from(&folder);
    let results = |answer: &serde_json::Value| {
        let envelopes = answer["envelopes"].as_array().unwrap().iter();
        let mut results: Vec<String> = envelopes
            .map(|it| it["problem"]["code"].as_str().or(it["list"]["state"].as_str()).unwrap().to_owned())
            .collect();
        results.sort();
        results
    };
    assert_eq!(results(&answer), ["bukan-untuk-kantor-ini", "diterima"], "{answer:#}");
    // The phones believe nothing that the lost key did not seal; new links know the new one.
    let new = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let publication = office.publication();
    assert!(rt.outcome(&publication).is_none() && early.outcome(&publication).is_none());
    assert_eq!(new.outcome(&publication).unwrap().families.len(), 1);
    office.tepat(&["report"]).answer();
}

#[test]
fn a_new_key_of_the_office_shuts_nobody_out() {
    let office = Office::of_2021();
    let old = office.enrol(KELURAHAN, "002", "005");
    let first = office.secret().public().id();
    let keys = office.tepat(&["key", "office"]).answer();
    assert_eq!((&keys["office"][1], keys["office"].as_array().unwrap().len()), (&first.into(), 2));
    let new = office.enrol(KELURAHAN, "002", "006");
    for (rt, code) in [(&old, CODES[0]), (&new, CODES[1])] {
        let answer = office.collect_letter(&rt.seal(&rt.list(1, &[(code, "Contoh Tanpa NIK")])));
        assert_eq!(answer["list"]["state"], "diterima", "{answer:#}");
    }
    office.publish();
    let publication = office.publication();
    // Each phone knows its own key of the office only.
    assert!(old.outcome(&publication).is_some() && new.outcome(&publication).is_some());
    let sealed_to = |rt: &e2e::RtHead| rt.seal(&rt.list(2, &[])).envelope().to[0].key.clone();
    assert_eq!((sealed_to(&old) == first_of(&keys, 1), sealed_to(&new) == first_of(&keys, 0)), (true, true));
    office.tepat(&["publish", "--out", office.api().to_str().unwrap(), "--check"]).answer();
}

fn first_of(keys: &serde_json::Value, n: usize) -> String {
    keys["office"][n].as_str().unwrap().to_owned()
}

#[test]
fn a_locked_key_is_asked_for_only_where_it_is_needed() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let [words, wrong] = ["words", "wrong"].map(|name| path(&office, name));
    fs::write(&words, "empat kata yang acak\n").unwrap();
    fs::write(&wrong, "empat kata yang lain\n").unwrap();
    office.tepat(&["key", "lock", "--passphrase-file", &words]).answer();
    for key in ["office.key", "signing.key"] {
        let bytes = fs::read(office.workspace().join(key)).unwrap();
        assert!(bytes.starts_with(b"age-encryption.org/v1\n"), "other programs open {key} too");
    }

    let letter = rt.seal(&rt.list(1, &[(CODES[0], "Contoh Tanpa NIK")]));
    let file = path(&office, &letter.name);
    fs::write(&file, &letter.bytes).unwrap();
    assert_eq!(office.tepat(&["collect", &file]).complaint()["code"], "tanpa-sandi");
    let with = |words: &str| office.tepat(&["collect", &file, "--passphrase-file", words]);
    assert_eq!(with(&wrong).complaint()["code"], "sandi-salah");
    assert_eq!(with(&words).answer()["envelopes"][0]["list"]["state"], "diterima");
    for needs_none in [&["verify"][..], &["report"], &["history", "--code", CODES[0]]] {
        office.tepat(needs_none).answer();
    }
    let api = office.api();
    let publish = ["publish", "--out", api.to_str().unwrap()];
    assert_eq!(office.tepat(&publish).complaint()["code"], "tanpa-sandi");
    office.tepat(&[&publish[..], &["--passphrase-file", &words]].concat()).answer();
    assert_eq!(office.publication().status_by_code(CODES[0]).as_deref(), Some("diverifikasi"));
    office.tepat(&["key", "unlock", "--passphrase-file", &words]).answer();
    office.publish();
    assert!(envelope::open(&letter.envelope(), &office.secret(), Some(&rt.public())).is_ok());
    assert_eq!(office.collect_from(file.as_ref())["known"], 1);
}

/// A key that an earlier version, or a command that was killed, left open beside a locked one.
#[test]
fn a_key_that_was_left_open_is_named_and_locked() {
    let office = Office::of_2021();
    let words = path(&office, "words");
    fs::write(&words, "empat kata yang acak\n").unwrap();
    let with_words = |rest: &[&str]| office.tepat(&[&["key"], rest, &["--passphrase-file", &words]].concat());
    let open = office.tepat(&["key"]).answer();
    assert_eq!(open["open"], serde_json::json!(["office.key", "signing.key"]));
    let signing = office.workspace().join("signing.key");
    for finish in [&["lock"][..], &[]] {
        let text = fs::read(&signing).unwrap();
        assert_eq!(with_words(&["lock"]).answer()["open"], serde_json::json!([]));
        fs::write(&signing, &text).unwrap();
        assert_eq!(with_words(finish).answer()["open"], serde_json::json!([]), "{finish:?}");
        assert!(fs::read(&signing).unwrap().starts_with(b"age-encryption.org/v1\n"), "{finish:?}");
        assert_eq!(with_words(&["lock"]).complaint()["code"], "sudah-terkunci");
        with_words(&["unlock"]).answer();
    }
}
