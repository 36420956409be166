//! Spreadsheets as they come: what of them is kept, what is not, and what is said of it.

use e2e::Office;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const KELURAHAN: &str = "31.74.10.1005";
const HEADER: &str = "No KK,NIK,Nama,Hubungan,Tanggal Lahir,Alamat,RT,RW";
/// Two families of other RTs than the one whose list it is said to be.
const ROWS: [&str; 2] = [
    "3174101001019150,3174101503809150,Oni Contoh,Kepala Keluarga,1980-03-15,Jl. Melati 1,006,002",
    "3174101001019152,3174101503809152,Poni Contoh,Kepala Keluarga,1980-03-15,Jl. Melati 2,099,002",
];

fn file(office: &Office, name: &str, lines: &[&str]) -> String {
    let file = office.desk().join(name);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, lines.join("\n")).unwrap();
    text(&file)
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

fn import(office: &Office, file: &str, more: &[&str]) -> Value {
    office.tepat(&[&["import", file, "--kelurahan", KELURAHAN], more].concat()).answer()
}

/// How many families an RT has.
fn listed(office: &Office, rt: &str) -> usize {
    let told = office.tepat(&["history", "--kelurahan", KELURAHAN, "--rw", "002", "--rt", rt]).verdict().1;
    told["families"].as_array().map_or(0, Vec::len)
}

#[test]
fn a_family_is_listed_where_its_row_says() {
    let office = Office::of_2021();
    let list = file(&office, "rt.csv", &[HEADER, ROWS[0], ROWS[1]]);
    for (result, more) in [("baru", &["--rw", "002", "--rt", "005"][..]), ("tetap", &[])] {
        let answer = import(&office, &list, more);
        let results = answer["families"].as_array().unwrap().iter().map(|it| it["result"].as_str().unwrap());
        assert_eq!(results.collect::<Vec<_>>(), [result; 2], "{answer:#}");
        assert_eq!(["005", "006", "099"].map(|rt| listed(&office, rt)), [0, 1, 1]);
    }
}

#[test]
fn a_family_of_another_rt_is_kept_and_counted_apart() {
    let office = Office::of_2021();
    import(&office, &file(&office, "satu.csv", &[HEADER, ROWS[0]]), &[]);
    let elsewhere = ROWS[0].replace(",006,", ",007,");
    let broken = ROWS[1].replace("3174101503809152", "317410");
    let answer = import(&office, &file(&office, "dua.csv", &[HEADER, &elsewhere, &broken]), &[]);
    assert_eq!((&answer["contested"], &answer["refused"]), (&json!(1), &json!(1)), "{answer:#}");
    let told = &answer["problems"][0];
    assert_eq!((&told["row"], &told["weight"]), (&json!(2), &json!("ditanyakan")), "{answer:#}");
    assert!(told["message"].as_str().unwrap().contains("RT 006"), "{told:#}");
    assert!(answer["problems"].as_array().unwrap().iter().any(|it| it["weight"] == "tidak-masuk"));
    let report = office.tepat(&["report"]).answer();
    assert_eq!((&report["entries"], &report["doubles"]), (&json!(2), &json!(0)), "{report:#}");
}

#[test]
fn a_list_that_cannot_be_one_is_refused() {
    let office = Office::of_2021();
    let check = |list: &str, kelurahan: &str, expect: &str| {
        let complaint = office.tepat(&["import", list, "--kelurahan", kelurahan]).complaint();
        assert_eq!(complaint["code"], expect, "{complaint:#}");
    };
    let good = file(&office, "satu.csv", &[HEADER, ROWS[0]]);
    check(&file(&office, "judul.csv", &[HEADER]), KELURAHAN, "tanpa-keluarga");
    check(&good, "31.74.10.9999", "kelurahan-tidak-dikenal");
    check(&text(&office.desk().join("tidak-ada.csv")), KELURAHAN, "berkas");
    let enrol = ["enrol", "rt", "31.74.10.9999", "002", "005"];
    assert_eq!(office.tepat(&enrol).complaint()["code"], "kelurahan-tidak-dikenal");
    let empty: PathBuf = office.desk().join("kosong");
    std::fs::create_dir(&empty).unwrap();
    assert_eq!(office.tepat(&["import", &text(&empty)]).complaint()["code"], "tanpa-daftar");
    assert_eq!(office.tepat(&["report"]).answer()["entries"], 0);
}

/// What a file is called is shown, and not done by the terminal.
#[test]
fn the_name_of_a_file_gives_a_terminal_no_orders() {
    let office = Office::of_2021();
    let folder = office.desk().join("daftar");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("\u{1b}[2Jkosong\u{202e}.csv"), "").unwrap();
    let output = office.tepat(&["import", folder.to_str().unwrap()]).command().output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(said.contains("\\u001b[2Jkosong\\u202e.csv"), "{said}");
    assert!(said.chars().all(|c| c == '\n' || c == '\t' || !c.is_control()), "{said:?}");
}

#[test]
fn what_is_not_read_of_a_folder_is_named() {
    let office = Office::of_2021();
    let (header, row) = ([HEADER, ",Warna Rumah"].concat(), [ROWS[0], ",putih"].concat());
    file(&office, "daftar/31.74.10.1005.csv", &[&header, &row]);
    file(&office, "daftar/31.74.10.9999.csv", &[HEADER, ROWS[1]]);
    file(&office, "daftar/susulan/31.74.10.1005.csv", &[HEADER, ROWS[1]]);
    let answer = office.tepat(&["import", &text(&office.desk().join("daftar"))]).answer();
    assert_eq!((&answer["files"][0]["new"], &answer["files"][1]["new"]), (&json!(1), &json!(0)));
    assert_eq!(answer["files"][1]["fault"]["code"], "kelurahan-tidak-dikenal");
    assert_eq!(answer["unknown_columns"], json!(["I (Warna Rumah)"]));
    assert!(answer["folders"][0].as_str().unwrap().ends_with("susulan"), "{answer:#}");
}

#[test]
fn what_is_missing_is_named_and_no_name_is_none() {
    let office = Office::of_2021();
    let check = |name: &str, lines: &[&str], field: &str, expect: &str| {
        let answer = import(&office, &file(&office, name, lines), &["--rw", "002", "--rt", "005"]);
        let problems = answer["problems"].as_array().unwrap();
        let told = problems.iter().find(|it| it["field"] == field && it["weight"] == "tidak-masuk");
        let message = told.unwrap_or_else(|| panic!("{answer:#}"))["message"].as_str().unwrap();
        assert!(message.contains(expect), "{message}");
        assert!(!message.contains("belum punya"), "{message}");
    };
    check(
        "a.csv",
        &["No KK,NIK,Nama", "3174101001019150,3174101503809150,Oni Contoh"],
        "alamat",
        "tidak punya kolom Alamat",
    );
    check("b.csv", &[HEADER, &ROWS[0].replace("Jl. Melati 1", "")], "alamat", "Kosong: isi.");
    check("c.csv", &[HEADER, &ROWS[0].replace("Jl. Melati 1", "belum punya")], "alamat", "Kosong: isi.");
    check("d.csv", &[HEADER, &ROWS[0].replace("Oni Contoh", "belum punya")], "nama", "Kosong: isi.");
}

#[test]
fn the_rows_of_a_list_are_accounted_for_and_report_says_what_is_missing() {
    let office = Office::of_2021();
    let import = |lines: &[&str]| import(&office, &file(&office, "rt.csv", lines), &[]);
    let broken = ROWS[1].replace("3174101503809152", "317410");
    let answer = import(&["DAFTAR KELUARGA", HEADER, ROWS[0], &broken, "Jumlah,2"]);
    let account = json!({ "rows": 5, "families": 2, "titles": 1, "headers": 1, "sums": 1, "unread": [] });
    assert_eq!(answer["account"], account, "{answer:#}");
    let report = office.tepat(&["report"]).answer();
    assert_eq!(report["incomplete"].as_object().unwrap().len(), 1, "{report:#}");
    assert_eq!((&report["lists"]["rows"], &report["lists"]["refused"]), (&json!(5), &json!(1)), "{report:#}");
    // The list that was mended takes the place of the other one.
    import(&["DAFTAR KELUARGA", HEADER, ROWS[0], ROWS[1], "Jumlah,2"]);
    let report = office.tepat(&["report"]).answer();
    assert_eq!(report["incomplete"], json!({}), "{report:#}");
}

#[test]
fn columns_can_be_named_for_one_list_and_kept_for_all_of_its_layout() {
    let office = Office::of_2021();
    let (header, other) = (HEADER.replace("NIK", "Nomor"), ROWS[1].replace(',', ";"));
    let first = file(&office, "satu.csv", &[&header, ROWS[0]]);
    let second = file(&office, "dua.csv", &[&header.replace(',', ";"), &other]);
    let layout = text(&office.desk().join("kelurahan.json"));
    assert_eq!(import(&office, &first, &[])["refused"], 1);
    let complaint = |more: &[&str]| {
        office.tepat(&[&["import", first.as_str(), "--kelurahan", KELURAHAN], more].concat()).complaint()["code"].clone()
    };
    assert_eq!(complaint(&["--columns", "Z=nik"]), "kolom-tidak-ada");
    assert_eq!(complaint(&["--layout", &layout]), "berkas", "a layout that is not there");
    let named = import(&office, &first, &["--columns", "B=nik", "--layout", &layout]);
    assert_eq!(
        (&named["refused"], &named["families"][0]["result"]),
        (&json!(0), &json!("baru")),
        "{named:#}"
    );
    let kept = import(&office, &second, &["--layout", &layout]);
    assert_eq!((&kept["refused"], &kept["families"][0]["result"]), (&json!(0), &json!("baru")), "{kept:#}");
}
