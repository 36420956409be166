//! Envelopes that cannot be taken in wait, each with its reason, until the reason is gone.

use e2e::Office;
use e2e::rt::Letter;
use serde_json::Value;

const KELURAHAN: &str = "31.74.10.1005";
const CODE: &str = "0123-4567-89AB-CDEF-K";

fn drop_in(office: &Office, letter: &Letter) {
    let folder = office.workspace().join("inbox").join(KELURAHAN);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(&letter.name), &letter.bytes).unwrap();
}

fn counts(answer: &Value) -> [u64; 3] {
    let envelopes = u64::try_from(answer["envelopes"].as_array().unwrap().len()).unwrap();
    [envelopes, answer["known"].as_u64().unwrap(), answer["quarantined"].as_u64().unwrap()]
}

#[test]
fn an_envelope_of_a_stranger_waits_and_is_named_once() {
    let (office, elsewhere) = (Office::of_2021(), Office::of_2021());
    let rt = elsewhere.enrol(KELURAHAN, "002", "006");
    let letter = rt.seal(&rt.list(1, &[(CODE, "Contoh Tanpa NIK")]));
    drop_in(&office, &letter);
    let first = office.collect();
    assert_eq!(first["envelopes"][0]["problem"]["code"], "pengirim-tidak-dikenal");
    assert_eq!(counts(&first), [1, 0, 1]);
    let kept = office.workspace().join("quarantine").join(&letter.name);
    assert_eq!(std::fs::read(kept).unwrap(), letter.bytes, "its bytes are kept");
    assert_eq!(counts(&office.collect()), [0, 0, 1]);
    assert_eq!(office.quarantine(), ["pengirim-tidak-dikenal"]);
}

#[test]
fn a_later_version_says_what_to_do() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let good = rt.seal(&rt.list(1, &[(CODE, "Contoh Tanpa NIK")]));
    let newer = String::from_utf8(good.bytes.clone()).unwrap().replacen("\"version\":1", "\"version\":2", 1);
    let file = office.desk().join("newer.json");
    std::fs::write(&file, newer).unwrap();
    let answer = office.collect_from(&file);
    let problem = &answer["envelopes"][0]["problem"];
    assert_eq!(problem["code"], "versi-lebih-baru");
    assert!(problem["remedy"].as_str().unwrap().starts_with("Perbarui tepat"), "{problem}");
    assert_eq!(office.quarantine(), ["versi-lebih-baru"]);
    assert_eq!(office.collect_letter(&good)["list"]["families"][0]["result"], "baru");
    assert_eq!(office.quarantine(), ["versi-lebih-baru"], "it waits");
}

/// Whoever has a stolen link could otherwise shut out every later list of the RT.
#[test]
fn a_number_that_leaps_shuts_nobody_out() {
    let office = Office::of_2021();
    let (rt, stolen) = (office.enrol(KELURAHAN, "002", "006"), office.enrol(KELURAHAN, "002", "006"));
    let families = [(CODE, "Contoh Tanpa NIK")];
    let leaps = |edition| stolen.seal(&stolen.list(edition, &families));
    for edition in [u32::MAX, 1001] {
        let answer = office.collect_letter(&leaps(edition));
        assert_eq!(answer["problem"]["code"], "nomor-daftar-melompat", "{answer}");
    }
    office.revoke(&stolen);
    assert_eq!(office.collect_letter(&rt.seal(&rt.list(1, &families)))["list"]["state"], "diterima");
    // So many may be lost on their way.
    assert_eq!(office.collect_letter(&rt.seal(&rt.list(1001, &families)))["list"]["state"], "diterima");
    office.revoke(&rt);
    let new = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    assert_eq!(new.outcome(&office.publication()).unwrap().edition, 1001);
    assert_eq!(office.collect_letter(&new.seal(&new.list(1002, &families)))["list"]["state"], "diterima");
}

#[test]
fn what_is_cut_short_is_found_whole_by_the_next_run() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let folder = office.workspace().join("quarantine");
    std::fs::create_dir(&folder).unwrap();
    // As a run leaves it that was killed between the file and the register.
    let letter = rt.seal(&rt.list(1, &[(CODE, "Contoh Tanpa NIK")]));
    std::fs::write(folder.join(&letter.name), &letter.bytes).unwrap();
    assert_eq!(counts(&office.collect()), [0, 0, 0]);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
}
