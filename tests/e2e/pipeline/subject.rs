//! What a family may ask for: all that is held of it.

use e2e::Office;
use e2e::sample::MEMBERS;
use serde_json::json;

#[test]
fn a_family_is_told_all_that_is_held_of_it_and_nothing_of_others() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    let families = MEMBERS.families();
    let (family, other) = (&families[0], &families[1]);
    let nik = family.head().unwrap();
    let list = office.desk().join("pkh.csv");
    std::fs::write(
        &list,
        format!("NIK,Nama,Program\n{nik},Contoh,PKH\n{},Lain,PKH\n", other.head().unwrap()),
    )
    .unwrap();
    office.tepat(&["match", "--aid", list.to_str().unwrap()]).answer();
    office.tepat(&["verify"]).answer();
    office.tepat(&["history", "--kk", &family.kk, "--by", "Budi"]).answer();

    let answer = office.tepat(&["subject", "export", "--kk", &family.kk, "--by", "Ani"]).answer();
    let entry = &answer["entries"][0];
    assert_eq!(entry["family"][0]["household"]["kk"], family.kk.as_str(), "{answer:#}");
    assert_eq!(entry["event"].as_array().unwrap().last().unwrap()["event"]["reason"], "bantuan-lain");
    assert_eq!(entry["aid"][0]["nik"].to_string(), *nik);
    assert_eq!(entry["trail"][0]["act"]["by"], "Budi");
    assert!(answer["files"].to_string().contains("pkh.csv"), "{answer:#}");
    assert!(!answer.to_string().contains(&other.kk), "{answer:#}");

    // By its code, as a letter; that it was written is on the trail too.
    let code = office.code_of(&family.kk).to_owned();
    let letter = office.tepat(&["subject", "export", "--code", &code, "--by", "Citra"]).command();
    let arguments: Vec<_> = letter.get_args().filter(|it| *it != "--json").map(ToOwned::to_owned).collect();
    let output = std::process::Command::new(letter.get_program()).args(arguments).output().unwrap();
    let letter = String::from_utf8(output.stdout).unwrap();
    for said in [&family.kk, nik, &code, "Ditolak", "PKH", "pkh.csv", "oleh Budi", "oleh Ani", "UU 27/2022"] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
    assert!(!letter.contains(&other.kk), "{letter}");
    let again = office.tepat(&["subject", "export", "--kk", &family.kk]).answer();
    let acts = again["entries"][0]["trail"].as_array().unwrap().iter();
    let acts: Vec<_> = acts.map(|row| (&row["act"]["act"], &row["act"]["by"])).collect();
    let expect =
        [(json!("read"), json!("Budi")), (json!("export"), json!("Ani")), (json!("export"), json!("Citra"))];
    assert!(acts.iter().copied().eq(expect.iter().map(|(act, by)| (act, by))), "{acts:?}");
    let unknown = ["subject", "export", "--kk", "3174101001109999"];
    assert_eq!(office.tepat(&unknown).complaint()["code"], "tidak-terdaftar");
}
