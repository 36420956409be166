//! Tables of other offices as people have them: what the command answers, and what the register says afterwards.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const CALLED: &str = "2021-03-12T06:00";
const LATER: &str = "2021-03-25T06:00";

/// A workspace with the eight families of `base/dasar.csv`.
struct Office(TempDir);

impl Office {
    fn new() -> Self {
        let office = Self(tempfile::tempdir().unwrap());
        office.run(CALLED, &["import", &input("base", "dasar.csv"), "--kelurahan", "31.74.10.1001"]);
        office
    }

    /// The families are approved for tahap 1 and called for the days from 13 March on.
    fn called() -> Self {
        let office = Self::new();
        let points = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/demo/points.csv");
        let empty = office.0.path().join("tanpa.csv");
        std::fs::write(&empty, "NIK,Program\n").unwrap();
        let letters = office.0.path().join("surat");
        for arguments in [
            vec!["points", points.to_str().unwrap()],
            vec!["match", "--aid", empty.to_str().unwrap(), "--memang-kosong"],
            vec!["verify"],
            vec!["approve", "--tahap", "1"],
            vec!["allocate"],
            vec![
                "invite",
                "--call",
                "1",
                "--from",
                "2021-03-13",
                "--days",
                "7",
                "--out",
                letters.to_str().unwrap(),
            ],
        ] {
            office.run(CALLED, &arguments);
        }
        office
    }

    fn try_run(&self, now: &str, arguments: &[&str]) -> (bool, Value) {
        let workspace = self.0.path().join("kantor");
        let tepat = || Command::new(env!("CARGO_BIN_EXE_tepat"));
        if !workspace.exists() {
            assert!(tepat().arg("init").arg(&workspace).output().unwrap().status.success());
        }
        let output = tepat()
            .arg("-C")
            .arg(&workspace)
            .args(["--now", now, "--by", "Ani", "--json"])
            .args(arguments)
            .output()
            .unwrap();
        let answer = serde_json::from_slice(&output.stdout);
        (
            output.status.success(),
            answer.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr))),
        )
    }

    fn run(&self, now: &str, arguments: &[&str]) -> Value {
        let (succeeded, answer) = self.try_run(now, arguments);
        assert!(succeeded, "{arguments:?}: {answer:#}");
        answer
    }

    /// The states of the families 9401 and on.
    fn states(&self) -> Vec<String> {
        let state = |n: u32| {
            let story = self.run(LATER, &["history", "--kk", &format!("317410100109{n}")]);
            story[0]["status"].as_str().unwrap().to_owned()
        };
        (9401..=9408).map(state).collect()
    }
}

fn input(case: &str, file: &str) -> String {
    let folder: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "tests", "lists-as-people-have-them", case, file].iter().collect();
    folder.to_str().unwrap().to_owned()
}

/// What became of the rows of the first table.
fn account(answer: &Value) -> (u64, u64, Vec<(u64, &str)>) {
    let account = &answer["accounts"][0];
    let aside = account["aside"].as_array().unwrap().iter();
    (
        account["rows"].as_u64().unwrap(),
        account["data"].as_u64().unwrap(),
        aside.map(|it| (it[0].as_u64().unwrap(), it[1].as_str().unwrap())).collect(),
    )
}

/// Rows of an array, each by a number and a text.
fn named<'a>(rows: &'a Value, line: &str, text: &str) -> Vec<(u64, &'a str)> {
    rows.as_array()
        .unwrap()
        .iter()
        .map(|it| (it[line].as_u64().unwrap(), it[text].as_str().unwrap()))
        .collect()
}

/// How many families a list of other aid, or of Dukcapil, ties, and the rows of no use with a part of the reason.
fn check_match(kind: &str, case: &str, file: &str, families: &Value, unreadable: &[(u64, &str)]) -> Value {
    let answer = Office::new().run(CALLED, &["match", kind, &input(case, file)]);
    let list = &answer["lists"][0];
    assert_eq!(&list["families"], families, "{answer:#}");
    let found = named(&list["unreadable"], "line", "why");
    assert_eq!(found.len(), unreadable.len(), "{found:?}");
    for ((line, why), (expect, part)) in found.iter().zip(unreadable) {
        assert!(line == expect && why.contains(part), "{line}: {why}");
    }
    answer
}

#[test]
fn titles_sums_and_signatures_are_no_persons() {
    let families =
        json!({ "bpnt": { "nik": 1 }, "kartu-sembako": { "kk": 1 }, "pkh": { "nama": 1, "nik": 1 } });
    let answer = check_match("--aid", "m1-bnba-with-titles", "bnba.xlsx", &families, &[]);
    let aside = vec![
        (1, "title"),
        (2, "title"),
        (3, "title"),
        (5, "header"),
        (9, "sum"),
        (11, "header"),
        (13, "sum"),
        (14, "signature"),
        (15, "signature"),
    ];
    assert_eq!(account(&answer), (13, 4, aside));
}

#[test]
fn a_parquet_file_of_pandas_is_read() {
    let families = json!({ "bpnt": { "nama": 1 }, "pkh": { "nik": 1 } });
    check_match(
        "--aid",
        "m3-parquet-from-pandas",
        "kemensos.parquet",
        &families,
        &[(3, "bukan bantuan lain")],
    );
}

#[test]
fn birth_dates_and_kelurahan_are_read_as_people_write_them() {
    let families = json!({ "bpnt": { "nama": 1 }, "pkh": { "nama": 3 } });
    check_match("--aid", "m4-names-with-dates-as-people-write-them", "nama-tanggal.csv", &families, &[]);
}

#[test]
fn a_birth_date_that_cannot_be_read_is_the_reason_that_is_given() {
    let office = Office::new();
    let file = office.0.path().join("daftar.csv");
    let rows = "BUDIARTO;sekitar 1966;PESANGGRAHAN;PKH\nBUDIARTO;;PESANGGRAHAN;PKH\nBUDIARTO;9-7-1966;PESANGGRAHAN;PKH\n";
    std::fs::write(&file, format!("NAMA;TGL LAHIR;KELURAHAN;PROGRAM\n{rows}")).unwrap();
    let answer = office.run(CALLED, &["match", "--aid", file.to_str().unwrap()]);
    let found = named(&answer["lists"][0]["unreadable"], "line", "why");
    assert!(
        found[0].1.contains("tanggal lahirnya tidak dikenali") && found[1].1.contains("tanpa tanggal lahir"),
        "{found:?}"
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn the_state_stands_in_the_remarks_where_status_is_of_the_marriage() {
    let families = json!({ "meninggal": { "nik": 1 }, "pindah": { "nik": 1 } });
    let case = "m5-dukcapil-status-is-of-marriage";
    let answer = check_match("--dukcapil", case, "dukcapil.csv", &families, &[]);
    assert_eq!(answer["lists"][0]["presumed_alive"], 1, "Kartinah, of whom nothing is said");
}

#[test]
fn nobody_counts_as_alive_because_a_column_was_not_understood() {
    let office = Office::new();
    let file = office.0.path().join("penduduk.csv");
    std::fs::write(&file, "NIK;STATUS\n3174100907669306;KAWIN\n3174105008589307;CERAI MATI\n").unwrap();
    let (succeeded, answer) = office.try_run(CALLED, &["match", "--dukcapil", file.to_str().unwrap()]);
    let message = answer["error"]["message"].as_str().unwrap();
    assert!(!succeeded && message.contains("STATUS (berisi status perkawinan)"), "{answer:#}");
}

#[test]
fn a_second_table_is_read_by_its_own_header() {
    let families = json!({ "bpnt": { "nik": 1 }, "pkh": { "nik": 1 } });
    let answer = check_match("--aid", "m6-second-table-in-another-order", "dua-tabel.xlsx", &families, &[]);
    assert_eq!(account(&answer), (6, 2, vec![(1, "title"), (2, "header"), (5, "title"), (6, "header")]));
}

#[test]
fn points_are_open_on_the_days_that_offices_write() {
    let office = Office::new();
    let file = input("p1-days-and-hours-as-offices-write-them", "titik.csv");
    let answer = office.run(CALLED, &["points", &file]);
    assert_eq!((&answer["points"], &answer["problems"]), (&json!(9), &json!([])));
}

#[test]
fn points_stand_where_people_write_that_they_stand() {
    let office = Office::new();
    let file = input("p2-coordinates-as-people-write-them", "koordinat.csv");
    let answer = office.run(CALLED, &["points", &file]);
    assert_eq!((&answer["points"], &answer["problems"]), (&json!(8), &json!([])));
}

#[test]
fn a_report_of_a_point_is_taken_in_as_points_write_it() {
    let office = Office::called();
    let file = input("a1-attendance-with-titles-and-sums", "kehadiran.xlsx");
    let answer = office.run(LATER, &["attend", &file]);
    assert_eq!(answer["taken"], json!({ "datang": 2, "diwakili": 1, "tidak datang": 1 }), "{answer:#}");
    assert_eq!(named(&answer["troubles"], "line", "code"), [(9, "kartu"), (10, "hasil")]);
    let aside =
        vec![(1, "title"), (2, "title"), (4, "header"), (11, "sum"), (13, "signature"), (14, "signature")];
    assert_eq!(account(&answer), (12, 6, aside));
    let has_card = |state: &String| state == "kartu-diterima";
    assert_eq!(
        office.states().iter().map(has_card).collect::<Vec<_>>()[..6],
        [true, true, true, false, false, false]
    );
}

#[test]
fn a_report_of_the_bank_is_read_in_its_own_words() {
    let office = Office::called();
    let cards = office.0.path().join("kartu.csv");
    let rows: String = (9401..=9408).map(|n| format!("317410100109{n},datang,13-03-2021,{n}\n")).collect();
    std::fs::write(&cards, format!("No KK,Hasil,Tanggal,Kartu\n{rows}")).unwrap();
    office.run("2021-03-14T06:00", &["attend", cards.to_str().unwrap()]);
    let answer = office.run(LATER, &["disburse", &input("b1-bank-statuses", "bank.csv"), "--tahap", "1"]);
    assert_eq!(answer["taken"], json!({ "cair": 3, "gagal": 1, "retur": 1 }), "{answer:#}");
    assert_eq!(named(&answer["troubles"], "line", "code"), [(6, "status")]);
    let is_paid = |state: &String| state == "cair";
    assert_eq!(
        office.states().iter().map(is_paid).collect::<Vec<_>>()[..6],
        [true, true, true, false, false, false]
    );
}

/// Writes a table into the office, `KK_1`, `NIK_1` for the numbers of the first family of `base/dasar.csv`, and gives it to a
/// command.
fn give(office: &Office, arguments: &[&str], text: &str) -> (bool, Value) {
    const NIKS: [&str; 8] = [
        "3174100503709301",
        "3174104604759302",
        "3174100705609303",
        "3174100806819310",
        "3174105205809305",
        "3174100907669306",
        "3174105008589307",
        "3174101109779308",
    ];
    let mut text = text.to_owned();
    for (n, nik) in (1..).zip(NIKS) {
        text = text.replace(&format!("NIK_{n}"), nik);
        text = text.replace(&format!("KK_{n}"), &format!("317410100109940{n}"));
    }
    let file = office.0.path().join("tabel.csv");
    std::fs::write(&file, text).unwrap();
    let [command, rest @ ..] = arguments else { panic!("a command") };
    let file = file.to_str().unwrap();
    // What the command itself is told of the file stands before it.
    office.try_run(LATER, &[&[*command], rest, &[file]].concat())
}

#[test]
fn reports_of_points_with_columns_as_points_name_them() {
    let taken = json!({ "datang": 1, "tidak datang": 1 });
    for (text, troubles) in [
        ("No;No. Kartu Keluarga;Nama;Hadir;Tidak Hadir\n1;KK_1;Sutrisno;v;\n2;KK_2;Nur;;v\n", 0),
        ("No;No KK;Nama;Kehadiran;\n;;;Hadir;Tidak\n1;KK_1;Sutrisno;v;\n2;KK_2;Nur;;v\n", 0),
        ("NIK (16 digit);Status Kehadiran;Tgl Kehadiran\nNIK_1;HADIR;13/03/21\nNIK_2;TIDAK HADIR;\n", 0),
        ("No KK;Datang/Tidak\nKK_1;Ya\nKK_2;Tidak\n", 0),
        ("No KK;Datang\nKK_1;1\nKK_2;0\nKK_3;x\n", 1),
        ("No KK;Hadir;Tidak Hadir\nKK_1;v;\nKK_2;v;v\nKK_3;;v\n", 1),
        ("No KK;Hasil;Tanggal Hadir\nKK_1;datang;44268\nKK_2;tidak datang;\n", 0),
    ] {
        let (succeeded, answer) = give(&Office::called(), &["attend"], text);
        assert!(succeeded, "{text}: {answer:#}");
        assert_eq!(
            (&answer["taken"], answer["troubles"].as_array().unwrap().len()),
            (&taken, troubles),
            "{text}"
        );
        assert_eq!(answer["unknown_columns"], json!([]), "{text}");
    }
}

#[test]
fn lists_of_other_aid_that_say_who_has_it_still() {
    for (arguments, text, families, unreadable) in [
        (
            ["match", "--programme", "pkh", "--aid"].as_slice(),
            "NO;NIK;NAMA;STATUS\n1;NIK_1;SUTRISNO;Aktif\n2;NIK_2;NUR;Tidak Aktif\n3;NIK_5;SITI;Graduasi\n",
            json!({ "pkh": { "nik": 1 } }),
            2,
        ),
        (
            &["match", "--aid"],
            "NIK,Nama,PKH,BPNT\nNIK_1,A,Ya,Tidak\nNIK_2,B,-,v\nNIK_5,C,Tidak,Tidak\n",
            json!({ "bpnt": { "nik": 1 }, "pkh": { "nik": 1 } }),
            1,
        ),
        (
            &["match", "--aid"],
            "Nomor KK (16 digit),Nama Penerima Manfaat,Jenis Bantuan yang diterima\nKK_1,A,PKH\nKK_2,B,calon PKH\n",
            json!({ "pkh": { "kk": 1 } }),
            1,
        ),
    ] {
        let (succeeded, answer) = give(&Office::new(), arguments, text);
        assert!(succeeded, "{text}: {answer:#}");
        let list = &answer["lists"][0];
        let count = list["unreadable"].as_array().unwrap().len();
        assert_eq!((&list["families"], count), (&families, unreadable), "{text}");
    }
}

#[test]
fn points_with_plus_codes_and_other_names_of_columns() {
    let text = "Nama Lokasi;Plus Code;Hari Operasional;Jam Buka;Jam Tutup;Kuota per Hari\n\
                SDN 01;6P58PQH6+RH;Senin-Jumat;08:00:00;14:00:00;300\n\
                SDN 02;PQH6+RH Pesanggrahan;Senin;08.00;14.00;\n\
                SDN 03;di samping masjid;Senin;08.00;14.00;\n";
    let (succeeded, answer) = give(&Office::new(), &["points"], text);
    assert!(succeeded, "{answer:#}");
    assert_eq!(
        (&answer["points"], named(&answer["problems"], "row", "code")),
        (&json!(2), vec![(4, "koordinat")])
    );
}

#[test]
fn reports_of_the_bank_with_units_and_dates() {
    let office = Office::called();
    let rows: String = (1..=4).map(|n| format!("KK_{n},datang,13-03-2021,940{n}\n")).collect();
    give(&office, &["attend"], &format!("No KK,Hasil,Tanggal,Kartu\n{rows}"));
    let text = "LAPORAN TAHAP I\nNomor Kartu Keluarga;Nama Penerima Manfaat;Jumlah Dana;Status Respon;Tgl Transaksi\n;;(Rp);;\n\
                KK_1;SUTRISNO;Rp 300.000,00;BERHASIL DIKREDIT;44270\nKK_2;NURAINI;300.000;Gagal kredit;15/03/2021\n\
                KK_3;MAMUN ROIS;3,0E5;Dana telah masuk rekening;15 Maret 2021\nKK_4;Mohamad Yusuf;300,000.00;Cair 15/03/2021;\n\
                TOTAL;;1.200.000;;\n";
    let (succeeded, answer) = give(&office, &["disburse", "--tahap", "1"], text);
    assert!(succeeded, "{answer:#}");
    assert_eq!(
        (&answer["taken"], &answer["troubles"]),
        (&json!({ "cair": 3, "gagal": 1 }), &json!([])),
        "{answer:#}"
    );
}
