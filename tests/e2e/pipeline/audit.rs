//! Who decided what, when, and whether anything was changed since.

use e2e::sample::MEMBERS;
use e2e::tepat::PERSON;
use e2e::{Office, Register};
use serde_json::{Value, json};

/// The sample of one RT, verified.
fn verified() -> Office {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    office.tepat(&["verify"]).answer();
    office
}

fn kk() -> String {
    MEMBERS.families()[0].kk.clone()
}

/// The last event of a family.
fn last_event(office: &Office, kk: &str) -> Value {
    let story = office.tepat(&["history", "--kk", kk]).answer();
    story[0]["events"].as_array().unwrap().last().unwrap().clone()
}

fn audit(office: &Office) -> (bool, Value) {
    office.tepat(&["audit"]).verdict()
}

/// Who brought a list in stands on the trail, beside the name of its file.
#[test]
fn the_trail_names_who_imported_a_list() {
    let office = Office::of_2021();
    let file = office.desk().join("daftar-rt.csv");
    std::fs::write(
        &file,
        "No KK,NIK,Nama,Alamat\n3174101001109001,3174101205809001,Contoh Satu,Jl. Contoh 1\n",
    )
    .unwrap();
    let import =
        ["import", file.to_str().unwrap(), "--kelurahan", "31.74.10.1005", "--rw", "002", "--rt", "005"];
    office.tepat(&[&import[..], &["--by", "Budi Contoh"]].concat()).answer();
    let register = std::fs::read(office.workspace().join("register.sqlite")).unwrap();
    let wal = std::fs::read(office.workspace().join("register.sqlite-wal")).unwrap_or_default();
    let act = br#""name":"import","about":"daftar-rt.csv","by":"Budi Contoh""#;
    assert!([register, wal].iter().any(|bytes| bytes.windows(act.len()).any(|window| window == act)));
    assert_eq!(office.tepat(&["audit"]).answer()["tampering"], serde_json::json!([]));
}

#[test]
fn a_decision_bears_a_name_and_both_clocks() {
    let office = verified();
    for arguments in [
        vec!["decide", "--kk", &kk(), "--status", "ditetapkan"],
        vec!["decide", "--kk", &kk(), "--pair", "tutup"],
        vec!["approve", "--tahap", "1"],
        vec!["review", "in", "tinjauan.xlsx"],
        vec!["resolve", "tertunda.csv"],
        vec!["history", "--kk", &kk()],
        vec!["settings", "--second-person", "ya"],
    ] {
        for nobody in ["", " "] {
            let complaint = office.tepat(&arguments).env("TEPAT_BY", nobody).complaint();
            assert_eq!(complaint["code"], "tanpa-nama", "{arguments:?}");
        }
    }
    office.decide(&kk(), "ditetapkan --by Ani");
    let event = last_event(&office, &kk());
    assert_eq!(event["by"], "Dinas Sosial (Ani)");
    assert_eq!(event["recorded_at"], "2021-03-12T06:00");
    assert!(
        event["written_at"].as_str() > event["recorded_at"].as_str(),
        "by the clock of this machine: {event}"
    );
    office.tepat(&["approve", "--tahap", "1"]).answer();
    assert_eq!(last_event(&office, &MEMBERS.families()[1].kk)["by"], format!("Dinas Sosial ({PERSON})"));
}

#[test]
fn a_decision_does_not_leap() {
    let office = verified();
    office.decide(&kk(), "ditolak --reason pindah");
    let before = last_event(&office, &kk());
    for status in ["cair", "kartu-diterima", "diundang", "dicoret"] {
        let arguments = ["decide", "--kk", &kk(), "--status", status, "--reason", "lainnya"];
        assert_eq!(office.tepat(&arguments).complaint()["code"], "urutan", "{status}");
    }
    assert_eq!(last_event(&office, &kk()), before);
}

#[test]
fn what_was_changed_in_the_file_is_named() {
    let office = verified();
    office.decide(&kk(), "ditolak --reason pindah");
    let (is_in_order, before) = audit(&office);
    assert!(is_in_order, "{before:#}");
    assert_eq!(before["tampering"], json!([]));
    // The date of a decision, by one day.
    Register::change(
        &office,
        "UPDATE event SET event = replace(event, '2021-03-12', '2021-03-11') WHERE family = 1 AND number = 2",
    );
    let (is_in_order, found) = audit(&office);
    assert!(!is_in_order);
    assert_eq!(
        (&found["tampering"][0]["what"], &found["tampering"][0]["family"]),
        (&json!("event-changed"), &json!(1))
    );
    assert_eq!(found["tampering"].as_array().map(Vec::len), Some(1), "{found:#}");
    let output = office.tepat(&["audit"]).command().output().unwrap();
    assert!(!String::from_utf8(output.stdout).unwrap().contains(&kk()), "no number of a card");
    Register::change(&office, "DELETE FROM event WHERE family = 2 AND number = 1");
    assert_eq!(audit(&office).1["tampering"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_digest_that_was_written_down_elsewhere_is_found_again() {
    let office = verified();
    let noted = office.publish()["trail"]["digest"].as_str().unwrap().to_owned();
    office.decide(&kk(), "ditolak --reason pindah");
    let (is_in_order, answer) = office.tepat(&["audit", "--noted", &noted]).verdict();
    assert!(is_in_order && answer["noted"] == true, "{answer:#}");
    // Whoever makes the whole trail anew has another one.
    let other = verified();
    other.decide(&kk(), "ditolak --reason pindah");
    let (is_in_order, answer) = other.tepat(&["audit", "--noted", &noted]).verdict();
    assert!(!is_in_order && answer["noted"] == false && answer["tampering"] == json!([]), "{answer:#}");
}

#[test]
fn whoever_reads_the_record_of_a_family_stands_on_the_trail() {
    let mut office = verified();
    let code = office.code_of(&kk()).to_owned();
    let entries = |office: &Office| audit(office).1["end"]["entries"].as_u64().unwrap();
    let before = entries(&office);
    for (more, arguments) in [(1, ["--kk", &kk()]), (2, ["--code", &code]), (2, ["--day", "2021-03-12"])] {
        office.tepat(&[&["history"], &arguments[..]].concat()).answer();
        assert_eq!(entries(&office), before + more, "{arguments:?}");
    }
    assert!(audit(&office).0);
    // Nor is a name taken off it again.
    Register::change(
        &office,
        "UPDATE trail SET act = replace(act, 'Petugas', 'Pegawai') WHERE act IS NOT NULL",
    );
    assert!(!audit(office.at("2021-03-13T06:00")).0);
}

#[test]
fn nobody_is_approved_before_a_second_person_has_confirmed_it() {
    let office = verified();
    let approve = |by: &str| office.tepat(&["approve", "--tahap", "1", "--by", by]);
    office.tepat(&["settings", "--second-person", "ya"]).answer();
    assert_eq!(office.tepat(&["settings"]).answer()["second_person"], true);
    let first = approve("Ani").answer();
    assert_eq!(
        (&first["needs_another"], last_event(&office, &kk())["status"].as_str()),
        (&json!(true), Some("diverifikasi"))
    );
    for again in ["Ani", " ani "] {
        assert_eq!(approve(again).complaint()["code"], "orang-kedua");
    }
    // Nor does one person alone put a family there.
    let alone = ["decide", "--kk", &kk(), "--status", "ditetapkan"];
    assert_eq!(office.tepat(&alone).complaint()["code"], "orang-kedua");
    // What the first approved is not what the second would: it begins anew.
    office.decide(&kk(), "ditolak --reason pindah");
    assert_eq!(approve("Budi").answer()["needs_another"], true);
    let confirmed = approve("Ani").answer();
    assert_eq!(confirmed["needs_another"], Value::Null, "{confirmed:#}");
    let approved = last_event(&office, &MEMBERS.families()[1].kk);
    assert_eq!(
        (&approved["status"], &approved["by"]),
        (&json!("ditetapkan"), &json!("Dinas Sosial (Budi, Ani)"))
    );
    assert!(audit(&office).0);
    office.tepat(&["settings", "--second-person", "tidak"]).answer();
    assert_eq!(approve("Ani").answer()["needs_another"], Value::Null);
}
