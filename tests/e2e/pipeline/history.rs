//! What happened, in words.

use super::calls::{approved, invite};
use e2e::Office;
use e2e::sample::{HEADS, MEMBERS};

fn told(office: &Office, arguments: &[&str]) -> serde_json::Value {
    let told = office.tepat(&[&["history"], arguments].concat()).answer();
    let text = told.to_string();
    for family in HEADS.families().iter().chain(&MEMBERS.families()) {
        assert!(!text.contains(&family.kk), "a KK number stands in {text}");
        for nik in family.people.iter().filter_map(|person| person.nik.as_ref()) {
            assert!(!text.contains(nik), "a NIK stands in {text}");
        }
    }
    told
}

#[test]
fn a_family_is_told_by_code_kk_and_nik() {
    let mut office = approved();
    invite(&office, "1", "2021-03-13", "1");
    office.at("2021-03-20T06:00");
    let families = MEMBERS.families();
    let family = &families[0];
    office.decide(&family.kk, "tertunda --note PKH");
    let code = office.code_of(&family.kk).to_owned();
    let story = told(&office, &["--code", &code]);
    assert_eq!(story, told(&office, &["--kk", &family.kk]));
    assert_eq!(story, told(&office, &["--nik", family.head().unwrap()]));
    let what: Vec<_> =
        story[0]["events"].as_array().unwrap().iter().map(|it| it["what"].as_str().unwrap()).collect();
    assert_eq!(what[0], "diusulkan");
    assert_eq!(what[2], "ditetapkan tahap 1");
    assert!(what[3].starts_with("diundang ke-1 ke CONTOH-JTN-1 pada 2021-03-13, "), "{what:?}");
    assert_eq!(what[4], "tertunda, karena pemadanan: PKH");
    let evidence = story[0]["events"][1]["evidence"][0].as_str().unwrap();
    assert!(evidence.starts_with("berkas ") && evidence.ends_with(" baris 2"), "{evidence}");

    let held = told(&office, &["--reason", "pemadanan"]);
    assert_eq!(
        (held["families"].as_array().unwrap().len(), &held["families"][0]["code"]),
        (1, &code.as_str().into())
    );
    let day = told(&office, &["--day", "2021-03-20"]);
    assert_eq!((&day["events"], &day["what"][0]["codes"][0]), (&1.into(), &code.as_str().into()));
    let (rw, rt) = MEMBERS.rw_rt;
    let of_rt = told(&office, &["--kelurahan", MEMBERS.kelurahan, "--rw", rw, "--rt", rt]);
    assert_eq!(of_rt["families"].as_array().unwrap().len(), families.len());
}

#[test]
fn what_is_not_known_is_said() {
    let office = approved();
    let code = "0123-4567-89AB-CDEF-K";
    assert_eq!(office.tepat(&["history", "--code", code]).complaint()["code"], "tidak-terdaftar");
    assert_eq!(office.tepat(&["history"]).complaint()["code"], "perintah");
    assert_eq!(office.tepat(&["history", "--rt", "005"]).complaint()["code"], "perintah");
}
