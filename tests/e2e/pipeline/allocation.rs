//! Every family has a point, as near as can be.

use e2e::{Office, RtHead};
use serde_json::{Value, json};
use std::fmt::Write as _;

const ULUJAMI: &str = "31.74.10.1005";
const MENTENG: &str = "31.71.06.1001";
const TIDUNG: &str = "31.01.02.1002";
const PARI: &str = "31.01.02.1003";

/// Where a point is: near the middle of Ulujami, of Menteng, of Pulau Tidung.
const NEAR: &str = "31.74.10.1005,-6.2372,106.7641";
const FAR: &str = "31.71.06.1001,-6.1991,106.8390";
const ISLAND: &str = "31.01.02.1002,-5.8041,106.5137";

/// An office with points: id, place, families a day.
fn office(points: &[(&str, &str, u16)]) -> Office {
    let office = Office::of_2021();
    set_points(&office, points);
    office
}

fn set_points(office: &Office, points: &[(&str, &str, u16)]) -> Value {
    let file = write_points(office, points);
    office.tepat(&["points", &file, "--yes"]).answer()
}

/// The list of points as a file.
fn write_points(office: &Office, points: &[(&str, &str, u16)]) -> String {
    let mut table = "id,nama,jenis,alamat,kelurahan,lat,lon,ketepatan,hari,jam,kapasitas\n".to_owned();
    for (id, place, capacity) in points {
        writeln!(
            table,
            "{id},Contoh {id},sekolah,Jl. Contoh,{place},perkiraan,Senin-Sabtu,08:00-15:00,{capacity}"
        )
        .unwrap();
    }
    let file = office.desk().join("titik.csv");
    std::fs::write(&file, table).unwrap();
    file.to_str().unwrap().to_owned()
}

/// So many approved families in one RT, without numbers; their codes.
fn families(office: &Office, kelurahan: &str, rt: &str, count: u32, birth: &str) -> Vec<String> {
    let mut list = "No KK,NIK,Nama,Hubungan,Tanggal Lahir,Alamat,RT,RW\n".to_owned();
    for number in 0..count {
        writeln!(list, "belum punya,belum punya,CONTOH {rt} {number},Kepala Keluarga,{birth},Gg. Contoh {number},{rt},002")
            .unwrap();
    }
    let file = office.desk().join(format!("{kelurahan}-{rt}.csv"));
    std::fs::write(&file, list).unwrap();
    let answer = office.tepat(&["import", file.to_str().unwrap(), "--kelurahan", kelurahan]).answer();
    let codes: Vec<String> = answer["families"]
        .as_array()
        .unwrap()
        .iter()
        .map(|family| family["code"].as_str().unwrap().to_owned())
        .collect();
    for code in &codes {
        office.tepat(&["decide", "--code", code, "--status", "ditetapkan"]).answer();
    }
    codes
}

fn allocate(office: &Office) -> Value {
    office.tepat(&["allocate"]).answer()
}

/// How many families go to each point.
fn load(report: &Value) -> Vec<u64> {
    report["load"].as_array().unwrap().iter().map(|it| it["families"].as_u64().unwrap()).collect()
}

const YOUNG: &str = "1985-05-12";
const OLD: &str = "1950-05-12";

#[test]
fn a_list_that_lacks_a_point_says_how_many_collect_there() {
    let office = office(&[("A", NEAR, 8), ("B", FAR, 8)]);
    families(&office, ULUJAMI, "001", 5, YOUNG);
    allocate(&office);
    // Families' points do not vanish unasked.
    let shorter = write_points(&office, &[("B", FAR, 8)]);
    assert_eq!(office.tepat(&["points", &shorter]).complaint()["code"], "titik-hilang");
    assert_eq!(set_points(&office, &[("B", FAR, 8)])["without_point"], 5);
    allocate(&office);
    assert_eq!(set_points(&office, &[("B", FAR, 8)])["without_point"], 0);
}

#[test]
fn a_point_that_is_full_sends_whole_rts_on_and_keeps_the_old() {
    let office = office(&[("A", NEAR, 8), ("B", FAR, 50)]);
    families(&office, ULUJAMI, "001", 5, YOUNG);
    families(&office, ULUJAMI, "002", 5, YOUNG);
    families(&office, ULUJAMI, "003", 3, OLD);
    let report = allocate(&office);
    assert_eq!((report["days"].as_u64(), load(&report)), (Some(1), vec![8, 5]));
    assert_eq!((&report["rts"], &report["rts_together"]), (&json!(3), &json!(3)));
    assert_eq!(report["ways"]["over_2_km"], 5);
    assert_eq!((&report["total"], &report["gap_percent"]), (&report["bound"], &json!(0.0)));
    // Another one there would bring them home.
    let best = &report["remapping"]["candidates"][0];
    assert_eq!((&best["code"], &best["under_2_km"]), (&json!(ULUJAMI), &json!(5)));
    // Two days are enough for everybody at the nearer one.
    assert_eq!(load(&office.tepat(&["allocate", "--days", "2"]).answer()), [13, 0]);
}

#[test]
fn a_second_time_changes_nothing_and_one_who_has_come_is_not_sent_anywhere() {
    let office = office(&[("A", NEAR, 8), ("B", FAR, 50)]);
    let codes = families(&office, ULUJAMI, "001", 13, YOUNG);
    let first = allocate(&office);
    assert_eq!(first["changes"], json!({ "new": 13, "kept": 0, "moved": 0 }));
    let mut second = allocate(&office);
    assert_eq!(second["changes"], json!({ "new": 0, "kept": 13, "moved": 0 }));
    second["changes"] = first["changes"].clone();
    assert_eq!(first, second);
    for status in ["diundang", "kartu-diterima"] {
        office.tepat(&["decide", "--code", &codes[0], "--status", status]).answer();
    }
    assert_eq!(allocate(&office)["ways"]["families"], 12);
}

#[test]
fn nobody_crosses_the_water() {
    let office = office(&[("A", NEAR, 500), ("P", ISLAND, 2)]);
    families(&office, TIDUNG, "001", 5, YOUNG);
    let pari = families(&office, PARI, "001", 2, YOUNG);
    families(&office, MENTENG, "001", 1, YOUNG);
    let report = allocate(&office);
    assert_eq!((report["days"].as_u64(), load(&report)), (Some(3), vec![1, 5]));
    let nowhere = json!([{ "code": PARI, "kelurahan": "Pulau Pari", "families": 2, "codes": pari }]);
    assert_eq!(report["nowhere"], nowhere);
    let table = office.desk().join("jarak.csv");
    office.tepat(&["allocate", "--csv", table.to_str().unwrap()]).answer();
    let told = std::fs::read_to_string(&table).unwrap();
    assert_eq!(told.lines().count(), 4);
    assert!(told.contains("31.01.02.1002,Pulau Tidung,5,"), "{told}");
    assert!(told.contains(&format!("31.01.02.1003,Pulau Pari,0,,,,,2,{}\n", pari.join(" "))), "{told}");
    // Nothing is written over, and nothing is allocated then.
    let again = office.tepat(&["allocate", "--csv", table.to_str().unwrap()]);
    assert_eq!(again.complaint()["code"], "berkas-sudah-ada");
    assert_eq!(std::fs::read_to_string(&table).unwrap(), told);
}

#[test]
fn a_request_is_honoured_at_the_next_run() {
    let office = office(&[("A", NEAR, 2), ("B", FAR, 50), ("P", ISLAND, 2)]);
    let codes = families(&office, ULUJAMI, "001", 6, YOUNG);
    let ask = |code: &str, point: &[&str]| {
        office.tepat(&[&["allocate", "request", "--code", code], point].concat())
    };
    allocate(&office);
    ask(&codes[5], &[]).answer();
    ask(&codes[0], &["--point", "B"]).answer();
    ask(&codes[1], &["--point", "P"]).answer();
    assert_eq!(ask(&codes[2], &["--point", "C"]).complaint()["code"], "titik");
    let requests = allocate(&office)["requests"].take();
    assert_eq!((&requests["made"], &requests["honoured"]), (&json!(3), &json!(2)));
    assert_eq!(requests["not_honoured"], json!({ "seberang-laut": [codes[1]] }));
    office.tepat(&["decide", "--code", &codes[3], "--status", "kartu-diterima", "--yes"]).answer();
    assert_eq!(ask(&codes[3], &[]).complaint()["code"], "tidak-menunggu");
}

#[test]
fn what_the_head_of_the_rt_says_is_a_request() {
    let office = office(&[("A", NEAR, 1), ("B", FAR, 50)]);
    families(&office, ULUJAMI, "001", 2, YOUNG);
    let rt: RtHead = office.enrol(ULUJAMI, "002", "006");
    let code = "0123-4567-89AB-CDEF-K";
    let mut family = rt.family(code, "Contoh", "006");
    let mark =
        json!({ "call": 1, "attendance": "tidak-datang", "absence": "terlalu-jauh", "on": "2021-03-10" });
    family["remarks"] = json!({ "marks": [mark] });
    office.collect_letter(&rt.seal(&rt.list_of(1, &[family])));
    office.tepat(&["decide", "--code", code, "--status", "ditetapkan"]).answer();
    let report = allocate(&office);
    assert_eq!(report["requests"], json!({ "made": 1, "honoured": 1, "moved": 0, "not_honoured": {} }));
}

/// Two families in order of their listing; the second has the only place at the nearer point if `row` says that it is disabled.
fn nearer(column: &str, said: &str) -> bool {
    let office = office(&[("A", NEAR, 1), ("B", FAR, 50)]);
    let row = |number, said| {
        format!(
            "belum punya,belum punya,CONTOH {number},Kepala Keluarga,{YOUNG},Gg. Contoh {number},001,002,{said}\n"
        )
    };
    let header = format!("No KK,NIK,Nama,Hubungan,Tanggal Lahir,Alamat,RT,RW,{column}\n");
    let file = office.desk().join("daftar.csv");
    std::fs::write(&file, [header, row(1, ""), row(2, said)].concat()).unwrap();
    let answer = office.tepat(&["import", file.to_str().unwrap(), "--kelurahan", ULUJAMI]).answer();
    assert_eq!(answer["unknown_columns"], json!([]));
    let codes: Vec<&str> =
        answer["families"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect();
    for code in &codes {
        office.tepat(&["decide", "--code", code, "--status", "ditetapkan"]).answer();
    }
    allocate(&office);
    let decided = office.tepat(&["decide", "--code", codes[1], "--status", "diundang"]).answer();
    decided["event"]["invitation"]["point"] == "A"
}

#[test]
fn the_disabled_go_to_the_nearest_however_a_list_says_it() {
    for (column, said) in [
        ("Disabilitas", "ya"),
        ("Penyandang Disabilitas", "netra"),
        ("Kondisi Anggota", "tuna daksa"),
        ("Status Disabilitas", "Penyandang disabilitas"),
        ("Keterangan", "tuna rungu"),
    ] {
        assert!(nearer(column, said), "{column}: {said}");
    }
    for (column, said) in [("Disabilitas", "tidak"), ("Kondisi", "sehat"), ("Keterangan", "bukan difabel")] {
        assert!(!nearer(column, said), "{column}: {said}");
    }
}

#[test]
fn who_has_no_point_in_reach_is_named() {
    let office = office(&[("A", NEAR, 1)]);
    families(&office, PARI, "001", 1, YOUNG);
    let report = allocate(&office);
    assert_eq!((&report["ways"]["families"], &report["nowhere"][0]["families"]), (&json!(0), &json!(1)));
}

#[test]
fn who_is_called_alone_is_called_to_the_point_that_is_allocated() {
    let office = office(&[("JAUH", FAR, 500)]);
    let codes = families(&office, ULUJAMI, "003", 1, "1980-01-01");
    allocate(&office);
    set_points(&office, &[("JAUH", FAR, 500), ("DEKAT", NEAR, 500)]);
    let decided = office.tepat(&["decide", "--code", &codes[0], "--status", "diundang"]).answer();
    assert_eq!(decided["event"]["invitation"]["point"], "JAUH");
}
