//! What lists of other offices say of families: sure, or for a person to look at.

use domain::Reason;
use e2e::Office;
use e2e::sample::{Family, HEADS, MEMBERS};
use e2e::settings::in_repository;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

/// Of the first three families on [`MEMBERS`], and of somebody else: by NIK, by KK, by name, and by nearly the name.
const ROWS: [&str; 6] = [
    "3175030405689804,,Marwata Simbolon,,,,PKH",
    ",3175031007089420,,,,,BPNT",
    ",,MARWATA SIMBOLON,04-05-1968,Jatinegara,KAMPOENG MELAYU,Kartu Prakerja",
    ",,Marwata Simbolan,04-05-1968,Jatinegara,Kampung Melayu,Kartu Sembako",
    ",,Marwata Simbolon,05-05-1968,Jatinegara,Kampung Melayu,Kartu Sembako",
    "3174105205809999,,Orang Lain,,,,PKH",
];
const HEAD: &str = "NIK,No. KK,Nama,Tanggal Lahir,Kecamatan,Kelurahan,Program";

fn list(office: &Office, name: &str, rows: &[&str]) -> String {
    let file = office.desk().join(name);
    fs::write(&file, [&[HEAD], rows].concat().join("\n")).unwrap();
    file.to_str().unwrap().to_owned()
}

fn told(office: &Office, arguments: &[&str]) -> Value {
    office.tepat(&[&["match"], arguments].concat()).answer()["lists"].take()
}

/// How many families `tepat verify` refuses now because of other aid.
fn refused(office: &Office) -> usize {
    let verified = office.tepat(&["verify"]).answer();
    // A reason that refuses nobody is not named.
    let refused = verified["refused"].as_object().unwrap().get(Reason::OtherAid.code());
    refused.map_or(0, |count| count.as_u64().unwrap()).try_into().unwrap()
}

/// The questions that wait for a person.
fn open(office: &Office) -> Value {
    office.tepat(&["report"]).answer()["open"].take()
}

#[test]
fn a_row_ties_a_family_by_number_and_else_by_name() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    let file = list(&office, "bantuan.csv", &ROWS);
    let expect = json!({
        "pkh": { "nik": 1 },
        "bpnt": { "kk": 1 },
        "prakerja": { "nama": 1 },
        "kartu-sembako": { "nama-mirip": 1 },
    });
    assert_eq!(told(&office, &["--aid", &file])[0]["families"], expect);
    // The order of the rows is nothing, and what is known is matched again without a file.
    let turned: Vec<&str> = ROWS.iter().rev().copied().collect();
    let file = list(&office, "bantuan.csv", &turned);
    assert_eq!(told(&office, &["--aid", &file])[0]["families"], expect);
    let again = told(&office, &[]);
    assert_eq!(again.as_array().map(Vec::len), Some(1), "the later list took the place of the earlier");
    assert_eq!((&again[0]["families"], &again[0]["rows"]), (&expect, &json!(6)));
}

#[test]
fn aid_of_any_member_refuses_the_family_and_a_later_list_speaks_instead() {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    let heads: BTreeSet<String> =
        HEADS.families().iter().filter_map(|family| family.head().map(str::to_owned)).collect();
    let sample = in_repository("data/samples/kemensos-pkh-bpnt.csv");
    let rows = fs::read_to_string(&sample).unwrap();
    let aided = rows.lines().filter(|row| heads.contains(row.split(',').next().unwrap())).count();
    assert!(aided > 0);
    let sample = sample.to_str().unwrap();
    let list_of_2021 = told(&office, &["--aid", sample, "--title", "Kemensos"]);
    let tied: u64 = list_of_2021[0]["families"]
        .as_object()
        .unwrap()
        .values()
        .map(|ties| ties["nik"].as_u64().unwrap())
        .sum();
    assert_eq!(tied, u64::try_from(aided).unwrap());
    // A list without rows takes the place of nothing unless somebody says that it is meant.
    let empty = list(&office, "kosong.csv", &[]);
    let emptied = ["match", "--aid", &empty, "--title", "Kemensos"];
    assert_eq!(office.tepat(&emptied).complaint()["code"], "daftar-kosong");
    assert_eq!(told(&office, &[])[0]["rows"], list_of_2021[0]["rows"]);
    let broken = list(&office, "rusak.csv", &["3.17503E+15,,,,,,PKH"]);
    let broken = ["match", "--aid", &broken, "--title", "Kemensos", "--memang-kosong"];
    assert_eq!(office.tepat(&broken).complaint()["code"], "daftar-kosong");
    assert_eq!(told(&office, &[&emptied[1..], &["--memang-kosong"]].concat())[0]["rows"], 0);
    // Some say of themselves that they have other aid.
    let by_themselves = refused(&office);
    told(&office, &["--aid", sample, "--title", "Kemensos"]);
    let by_the_list = refused(&office);
    assert!((aided - by_themselves..=aided).contains(&by_the_list), "{by_the_list} of {aided}");
}

#[test]
fn what_is_only_like_asks_and_never_refuses() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    refused(&office);
    let file = list(&office, "bantuan.csv", &ROWS[3..]);
    told(&office, &["--aid", &file]);
    assert_eq!(refused(&office), 0);
    assert_eq!(open(&office), json!({ "mirip-penerima-bantuan": 1 }));
}

#[test]
fn rows_that_name_nobody_are_told_with_their_lines() {
    let office = Office::of_2021();
    let rows = [
        "31741052058090,,Contoh,,,,PKH",
        "3174105205809012,,,,,,PKH",
        ",,Contoh,1-1-1980,,Entah,PKH",
        ",,,,,,PKH",
    ];
    let file = list(&office, "bantuan.csv", &rows);
    let told = told(&office, &["--aid", &file]);
    let lines: Vec<&Value> =
        told[0]["unreadable"].as_array().unwrap().iter().map(|row| &row["line"]).collect();
    assert_eq!(lines, [2, 4, 5]);
    assert_eq!(told[0]["rows"], 1);
    let nothing = office.desk().join("lain.csv");
    fs::write(&nothing, "Nama,Alamat\nContoh,Jl. Contoh\n").unwrap();
    let complaint = office.tepat(&["match", "--aid", nothing.to_str().unwrap()]).complaint();
    assert_eq!(complaint["code"], "tanpa-judul");
}

#[test]
fn numbers_that_a_spreadsheet_rounded_tie_nobody() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    // The NIK is of nobody any more, and the KK number still is of the second family.
    let rows = ["3.17503E+15,,Marwata Simbolon,,,,PKH", "3.17503E+15,3175031007089420,,,,,BPNT"];
    let file = list(&office, "bantuan.csv", &rows);
    let answer = told(&office, &["--aid", &file])[0].take();
    assert_eq!(answer["families"], json!({ "bpnt": { "kk": 1 } }));
    let named = |list: &str| (answer[list][0]["line"].as_u64(), answer[list][0]["why"].as_str().unwrap());
    let why = "kolom NIK dibulatkan Excel, angka terakhirnya hilang";
    assert_eq!([named("unreadable"), named("unused")], [(Some(2), why), (Some(3), why)]);
}

#[test]
fn two_lists_of_one_name_do_not_replace_each_other_unsaid() {
    let office = Office::of_2021();
    let files = ["pkh", "bpnt"].map(|folder| {
        fs::create_dir_all(office.desk().join(folder)).unwrap();
        list(&office, &format!("{folder}/data.csv"), &ROWS)
    });
    let both = ["match", "--aid", &files[0], "--aid", &files[1]];
    assert_eq!(office.tepat(&both).complaint()["code"], "judul-sama");
    assert_eq!(told(&office, &[]), json!([]));
}

#[test]
fn every_sheet_of_a_workbook_is_a_list() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    let file = office.desk().join("kemensos.xlsx");
    let write = |sheets: &[(&str, &[&str])]| {
        let mut book = rust_xlsxwriter::Workbook::new();
        for (name, rows) in sheets {
            let sheet = book.add_worksheet().set_name(*name).unwrap();
            for (at, row) in (0..).zip(rows.iter()) {
                sheet.write_row(at, 0, row.split(',')).unwrap();
            }
        }
        book.save(&file).unwrap();
    };
    let kemensos = ["--aid", file.to_str().unwrap()];
    write(&[
        ("Timur", &[HEAD, ROWS[0]]),
        ("Kata pengantar", &["Daftar"]),
        ("Barat", &[HEAD, ROWS[5], ROWS[1]]),
    ]);
    let answer = office.tepat(&[&["match"], &kemensos[..]].concat()).answer();
    let sheet = |name: &str| json!(format!("{}, lembar {name}", file.display()));
    assert_eq!(answer["unknown_sheets"], json!([sheet("Kata pengantar")]));
    let files = [&answer["lists"][0]["file"], &answer["lists"][1]["file"]];
    assert_eq!(files, [&sheet("Timur"), &sheet("Barat")]);
    let found: Vec<&Value> =
        answer["lists"].as_array().unwrap().iter().map(|list| &list["families"]).collect();
    assert_eq!(found, [&json!({ "pkh": { "nik": 1 } }), &json!({ "bpnt": { "kk": 1 } })]);
    let again = told(&office, &[]);
    assert_eq!(again.as_array().unwrap().len(), 2, "both sheets are in force");
    assert_eq!((&again[1]["file"], again[1].get("unreadable")), (&sheet("Barat"), None));
    // A later edition takes the place of all of them.
    write(&[("Semua", &[HEAD, ROWS[0]])]);
    told(&office, &kemensos);
    assert_eq!(told(&office, &[]).as_array().unwrap().len(), 1);
}

#[test]
fn dukcapil_says_who_died_who_moved_and_who_stands_elsewhere() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    let family = &MEMBERS.families()[0];
    let people: Vec<&str> = family.people.iter().filter_map(|person| person.nik.as_deref()).collect();
    let file = office.desk().join("dukcapil.csv");
    let rows = [
        "NIK;No KK;Keadaan".to_owned(),
        format!("{};{};Meninggal", people[0], family.kk),
        format!("{};3175031007089999;Hidup", people[1]),
        format!("{};{};Hidup", people[2], family.kk),
        "317503;;Hidup".to_owned(),
        format!("{};;", people[2]),
    ];
    fs::write(&file, rows.join("\n")).unwrap();
    let told = told(&office, &["--dukcapil", file.to_str().unwrap()]);
    assert_eq!(told[0]["families"], json!({ "meninggal": { "nik": 1 }, "kk-lain": { "nik": 1 } }));
    assert_eq!((&told[0]["unreadable"][0]["line"], &told[0]["presumed_alive"]), (&json!(5), &json!(1)));
    assert_eq!(office.tepat(&["verify"]).answer()["heirs"], 0);
    assert_eq!(open(&office), json!({ "kk-lain-di-dukcapil": 1 }));
    // Once the KK is settled, the aid is left to the heirs, and they read what to bring.
    fs::write(&file, [&rows[..2], &rows[3..4]].concat().join("\n")).unwrap();
    office.tepat(&["match", "--dukcapil", file.to_str().unwrap()]).answer();
    assert_eq!(office.tepat(&["verify"]).answer()["heirs"], 1);
    let story = office.tepat(&["history", "--kk", &family.kk]).answer();
    let last = story[0]["events"].as_array().unwrap().last().unwrap();
    assert!(
        last["status"] == "diverifikasi" && last["what"].as_str().unwrap().contains("ahli waris"),
        "{last:#}"
    );
}

#[test]
fn a_list_without_a_programme_is_no_list_of_other_aid() {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    let heads = HEADS.path();
    let of_the_rt = ["match", "--aid", heads.to_str().unwrap()];
    assert_eq!(office.tepat(&of_the_rt).complaint()["code"], "tanpa-program");
    assert_eq!(told(&office, &[]), json!([]), "nothing was taken in");
    assert!(!told(&office, &[&of_the_rt[1..], &["--programme", "pkh"]].concat())[0]["families"].is_null());
}

#[test]
fn who_was_refused_or_held_for_a_list_that_was_wrong_is_looked_at_again() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    // Whoever says so itself.
    refused(&office);
    let wrong = list(&office, "pkh.csv", &ROWS[..1]);
    told(&office, &["--aid", &wrong]);
    assert_eq!(refused(&office), 1);
    let mended = list(&office, "mended.csv", &ROWS[5..]);
    told(&office, &["--aid", &mended, "--title", "pkh"]);
    let again = office.tepat(&["verify"]).answer();
    assert_eq!((&again["reopened"], &again["refused"]), (&json!(1), &json!({})), "{again:#}");
    let families = MEMBERS.families();
    let named = |family: &&Family| family.people.iter().any(|it| it.nik.as_deref() == Some(&ROWS[0][..16]));
    let kk = families.iter().find(named).unwrap().kk.as_str();
    let history = || -> Vec<String> {
        let told = office.tepat(&["history", "--kk", kk]).answer();
        let events = told[0]["events"].as_array().unwrap().iter();
        events.map(|event| event["status"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(history()[2..], ["ditolak", "diusulkan", "diverifikasi"]);

    // Whoever has the aid is held, let go, and held again: nobody has looked at it in between.
    office.tepat(&["approve", "--tahap", "1"]).answer();
    for (file, expect) in [(&wrong, "tertunda"), (&mended, "ditetapkan"), (&wrong, "tertunda")] {
        told(&office, &["--aid", file, "--title", "pkh"]);
        office.tepat(&["verify"]).answer();
        assert_eq!(history().last().unwrap(), expect);
    }
    // What a person decided stays, whatever the list says.
    let decided = ["decide", "--kk", kk, "--status", "dicoret", "--reason", "bantuan-lain", "--note", "PKH"];
    office.tepat(&decided).answer();
    told(&office, &["--aid", &mended, "--title", "pkh"]);
    assert_eq!(office.tepat(&["verify"]).answer()["reopened"], 0);
    assert_eq!(history().last().unwrap(), "dicoret");
}

#[test]
fn an_extract_that_does_not_say_who_lives_is_refused() {
    let mut office = Office::of_2021();
    office.import(&MEMBERS);
    let nik = MEMBERS.families()[0].head().unwrap().to_owned();
    let file = office.desk().join("dukcapil.csv");
    let extract = ["match", "--dukcapil", file.to_str().unwrap()];
    for header in ["Keadaan", "Status Hidup", "Status Penduduk", "Keterangan Status"] {
        std::fs::write(&file, format!("NIK,No KK,{header}\n{nik},,Meninggal\n")).unwrap();
        let families = told(&office, &extract[1..])[0]["families"].take();
        assert_eq!(families, json!({ "meninggal": { "nik": 1 } }), "{header}");
    }
    for header in ["NIK,No KK,Nama,Golongan Darah", HEAD] {
        std::fs::write(&file, format!("{header}\n{nik},,Contoh,O\n")).unwrap();
        let complaint = office.tepat(&extract).complaint();
        assert_eq!(complaint["code"], "tanpa-judul");
        let said = complaint["message"].as_str().unwrap();
        assert!(said.contains("diperlukan: keadaan atau status hidup"), "{complaint}");
    }
}
