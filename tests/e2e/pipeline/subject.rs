//! What a family may ask for: all that is held of it, that it is corrected, and that it is erased.

use e2e::Office;
use e2e::rt::{Letter, RtHead};
use e2e::sample::MEMBERS;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use wire::HouseholdListDto;

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
    let letter = letter(&office, &["--code", &code, "--by", "Citra"]);
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

/// What is held of a family, in words.
fn letter(office: &Office, whose: &[&str]) -> String {
    let export = office.tepat(&[&["subject", "export"], whose].concat()).command();
    let arguments: Vec<_> = export.get_args().filter(|it| *it != "--json").map(ToOwned::to_owned).collect();
    let output = std::process::Command::new(export.get_program()).args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_family_is_told_what_the_bank_said_of_its_money_and_who_did_what() {
    let (office, kk) = super::accounts::with_cards();
    let whose = ["--kk", &kk[0], "--by", "Citra"];
    let table = format!("No KK;Tanggal;Jumlah;Status\n{};18-03-2021;3.000.000;cair\n", kk[0]);
    let file = super::accounts::write(&office, "bank.csv", &table);
    office.tepat(&["disburse", &file, "--tahap", "1"]).answer();
    let item = office.tepat(&["accounts"]).answer()[0]["item"].to_string();
    let settle =
        ["accounts", "settle", &item, "--as", "dikembalikan", "--reason", "Sudah ditanyakan", "--by", "Dewi"];
    office.tepat(&settle).answer();
    letter(&office, &whose);
    let letter = letter(&office, &whose);
    for said in
        ["tahap 1: cair 2021-03-18, Rp3.000.000 (bank.csv", "dikembalikan, oleh Dewi. Sudah ditanyakan"]
    {
        assert!(letter.contains(said), "{said}: {letter}");
    }
    // Each thing that somebody did is called what it is.
    for (what, who) in [("Pembayarannya diperiksa", "Dewi"), ("Ditulis untuk keluarga ini", "Citra")] {
        let is_it = |line: &&str| line.starts_with(what) && line.ends_with(&format!("oleh {who}"));
        assert_eq!(letter.lines().filter(is_it).count(), 1, "{what}: {letter}");
    }
    let read = letter.lines().filter(|line| line.starts_with("Dibaca")).count();
    let history = office.tepat(&["subject", "export", "--kk", &kk[0]]).answer();
    let acts = history["entries"][0]["trail"].as_array().unwrap().iter();
    assert_eq!(read, acts.filter(|row| row["act"]["act"] == "read").count());
}

const KELURAHAN: &str = "31.74.10.1005";
const CODES: [&str; 2] = ["0123-4567-89AB-CDEF-K", "0000-0000-0000-0001-1"];
const KK: &str = "3174101001109001";
const NIK: &str = "3174101205809001";
const NAME: &str = "Contoh Yang Pergi";

/// A family with numbers on its cards, and a neighbour without.
fn list(rt: &RtHead, edition: u32) -> HouseholdListDto {
    let mut family = rt.family(CODES[0], NAME, "006");
    family["household"]["kk"] = KK.into();
    family["household"]["head"]["nik"] = NIK.into();
    rt.list_of(edition, &[family, rt.family(CODES[1], "Contoh Tetangga", "006")])
}

/// Puts a letter into the drop box of the workspace, where it stays after it was taken in.
fn deliver(office: &Office, letter: &Letter) -> Value {
    let folder = office.workspace().join("inbox").join(KELURAHAN);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(&letter.name), &letter.bytes).unwrap();
    office.collect()
}

/// The files below a folder in which one of these stands.
fn holding(folder: &Path, texts: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, texts));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let has = |text: &&str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        found.extend(texts.iter().any(has).then_some(path));
    }
    found
}

#[test]
fn who_an_erased_family_was_stands_nowhere_and_its_story_is_still_counted() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let first = rt.seal(&list(&rt, 1));
    deliver(&office, &first);
    let approve = ["decide", "--kk", KK, "--status", "ditetapkan", "--note", NAME];
    office.tepat(&approve).answer();
    office.publish();
    assert_eq!(office.publication().status_of(KK, NIK).as_deref(), Some("ditetapkan"));
    let [backup, words] = ["backup.age", "words"].map(|name| office.desk().join(name));
    fs::write(&words, "empat kata yang acak").unwrap();
    let [backup, words] = [&backup, &words].map(|path| path.to_str().unwrap());
    office.tepat(&["backup", backup, "--passphrase-file", words]).answer();

    // Nobody is erased to whom the aid is still coming, nor without being asked.
    let erase = ["subject", "erase", "--kk", KK, "--by", "Ani"];
    assert_eq!(office.tepat(&erase).complaint()["code"], "masih-menerima");
    let remove = ["decide", "--kk", KK, "--status", "dicoret", "--reason", "pindah", "--note", NAME];
    office.tepat(&remove).answer();
    assert_eq!(office.tepat(&erase).complaint()["code"], "tanpa-jawaban");
    // Nor while an envelope waits that would bring the family again.
    let second = rt.seal(&list(&rt, 2));
    let waiting = office.workspace().join("inbox").join(KELURAHAN).join(&second.name);
    fs::write(&waiting, &second.bytes).unwrap();
    let now = [&erase[..], &["--yes"]].concat();
    assert_eq!(office.tepat(&now).complaint()["code"], "amplop-belum-dibuka");
    office.collect();
    let before = office.tepat(&["report"]).answer();
    let dry = office.tepat(&[&erase[..], &["--dry-run"]].concat()).answer();
    assert_eq!((&dry["erased"], dry["envelopes"].as_array().unwrap().len()), (&json!(false), 2), "{dry:#}");
    assert_eq!(office.tepat(&["report"]).answer(), before);
    assert_ne!(holding(&office.workspace(), &[KK, NIK, NAME]), Vec::<PathBuf>::new());

    let answer = office.tepat(&now).answer();
    assert_eq!((&answer["erased"], &answer["rewritten"]), (&json!(true), &json!(true)), "{answer:#}");
    assert_eq!(answer["backups"][0]["file"], backup, "{answer:#}");
    assert_eq!(holding(&office.workspace(), &[KK, NIK, NAME]), Vec::<PathBuf>::new());
    assert_eq!(office.drop_box(KELURAHAN), [""; 0]);
    let after = office.tepat(&["report"]).answer();
    for part in ["entries", "doubles", "status", "reasons", "lists", "faults"] {
        assert_eq!(after[part], before[part], "{part}");
    }
    assert_eq!(after["erased"], 1);
    assert_eq!(office.tepat(&["audit"]).answer()["tampering"], json!([]));
    office.publish();
    let publication = office.publication();
    assert_eq!((publication.status_of(KK, NIK), publication.status_by_code(CODES[0])), (None, None));
    assert_eq!(publication.status_by_code(CODES[1]).as_deref(), Some("diusulkan"));
    for command in ["export", "erase"] {
        let unknown = ["subject", command, "--kk", KK, "--by", "Ani"];
        assert_eq!(office.tepat(&unknown).complaint()["code"], "tidak-terdaftar");
    }

    // What was there before does not bring it again; what the head sends from now on lists a new family.
    assert_eq!(deliver(&office, &first)["known"], 1);
    let mut late = list(&rt, 1);
    late.households.truncate(1);
    let late = office.collect_letter(&rt.seal(&late));
    assert_eq!(late["list"]["families"][0]["result"], "ditarik", "{late:#}");
    let third = office.collect_letter(&rt.seal(&list(&rt, 3)));
    assert_eq!(third["list"]["families"][0]["result"], "baru", "{third:#}");
    let report = office.tepat(&["report"]).answer();
    assert_eq!((&report["entries"], &report["erased"]), (&json!(3), &json!(1)));

    // A backup from before holds the family.
    let back = office.desk().join("back");
    office.tepat(&["restore", backup, back.to_str().unwrap(), "--passphrase-file", words]).answer();
    assert_ne!(holding(&back, &[NIK]), Vec::<PathBuf>::new());
}

/// An envelope that was never taken in goes whole: the other families on it have to come again.
#[test]
fn an_erasure_reaches_the_quarantine() {
    let office = Office::of_2021();
    let (rt, other) = (office.enrol(KELURAHAN, "002", "006"), office.enrol(KELURAHAN, "002", "007"));
    deliver(&office, &rt.seal(&list(&rt, 1)));
    // The link of another RT is revoked; its list names the family too.
    let mut family = other.family("0000-0000-0000-0002-2", "Contoh Palsu", "007");
    family["household"]["kk"] = KK.into();
    let held = other.seal(&other.list_of(1, &[family]));
    office.revoke(&other);
    deliver(&office, &held);
    assert_eq!(office.quarantine().len(), 1);
    let answer = office.tepat(&["subject", "erase", "--code", CODES[0], "--yes"]).answer();
    let quarantined = answer["envelopes"].as_array().unwrap().iter().filter(|it| it["quarantined"] == true);
    assert_eq!(quarantined.count(), 2, "in the drop box and in quarantine: {answer:#}");
    assert_eq!(office.quarantine(), [""; 0]);
    let again = deliver(&office, &held);
    assert_eq!((&again["known"], &again["quarantined"]), (&json!(1), &json!(0)), "{again:#}");
    office.tepat(&["report"]).answer();
}

#[test]
fn the_same_spreadsheet_does_not_bring_an_erased_family_again() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    let family = &MEMBERS.families()[0];
    office.tepat(&["subject", "erase", "--kk", &family.kk, "--yes"]).answer();
    let again = office.import(&MEMBERS);
    let problem = again["problems"].as_array().unwrap().iter().find(|it| it["code"] == "sudah-dihapus");
    assert!(problem.is_some(), "{again:#}");
    assert!(!again["families"].to_string().contains(&family.kk), "{again:#}");
    let report = office.tepat(&["report"]).answer();
    assert_eq!((&report["entries"], &report["erased"]), (&json!(MEMBERS.families().len()), &json!(1)));
}

#[test]
fn a_correction_leaves_a_trace_and_what_was_there_before() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    let family = &MEMBERS.families()[0];
    let correct = |rest: &[&str]| {
        office.tepat(&[&["subject", "correct", "--kk", &family.kk, "--by", "Ani"], rest].concat())
    };
    let answer = correct(&["--address", "Jl. Contoh Benar 7", "--nik", NIK]).answer();
    assert_eq!(answer["fields"], json!(["address", "nik 1"]));
    assert_eq!(correct(&["--address", "Jl. Contoh Benar 7"]).answer()["fields"], json!([]), "once");
    assert_eq!(correct(&["--member", "40", "--name", "Contoh"]).complaint()["code"], "anggota");
    assert_eq!(correct(&["--address", " "]).complaint()["code"], "isi-tidak-sah");
    let history = office.tepat(&["history", "--kk", &family.kk, "--by", "Budi"]).answer();
    assert!(history[0]["record"].as_str().unwrap().contains("Jl. Contoh Benar 7"), "{history:#}");
    assert_eq!(history[0]["former"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&history[0]["corrections"][0]["by"], history[0]["corrections"].as_array().unwrap().len()),
        (&json!("Ani"), 1)
    );
    // The trail says who and what, never which number.
    let register = fs::read(office.workspace().join("register.sqlite")).unwrap();
    let act = br#""act":"correct","by":"Ani","fields":["address","nik 1"]"#;
    let wal = fs::read(office.workspace().join("register.sqlite-wal")).unwrap_or_default();
    assert!([register, wal].iter().any(|bytes| bytes.windows(act.len()).any(|window| window == act)));
    assert_eq!(office.tepat(&["audit"]).answer()["tampering"], json!([]));
}
