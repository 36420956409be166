//! The money of a tahap, from the file of the bank to books that say the same.

use super::calls::{approved, invite};
use e2e::Office;
use e2e::sample::MEMBERS;
use serde_json::{Value, json};

/// An office of which eight families have come for their cards; and their KK numbers.
pub(super) fn with_cards() -> (Office, Vec<String>) {
    let mut office = approved();
    invite(&office, "1", "2021-03-13", "1");
    office.at("2021-03-20T06:00");
    // One of them is refused, and a recipient of nothing.
    let is_approved =
        |kk: &String| office.tepat(&["history", "--kk", kk]).answer()[0]["status"] == "diundang";
    let kk: Vec<String> =
        MEMBERS.families().into_iter().map(|family| family.kk).filter(is_approved).collect();
    let came: String = kk[..8].iter().map(|kk| format!("{kk},datang,13-03-2021\n")).collect();
    let file = write(&office, "hadir.csv", &format!("No KK,Hasil,Tanggal\n{came}"));
    office.tepat(&["attend", &file]).answer();
    (office, kk)
}

pub(super) fn write(office: &Office, name: &str, table: &str) -> String {
    let file = office.desk().join(name);
    std::fs::write(&file, table).unwrap();
    file.to_str().unwrap().to_owned()
}

pub(super) fn report(office: &Office) -> (bool, Value) {
    office.tepat(&["accounts", "report", "--tahap", "1"]).verdict()
}

#[test]
fn the_books_say_what_the_bank_says_to_the_rupiah_or_why_not() {
    let (office, kk) = with_cards();
    let paid: String = kk[..6].iter().map(|kk| format!("{kk};18-03-2021;\"Rp 300.000,00\";cair\n")).collect();
    let others = format!(
        "{};18-03-2021;3.000.000;cair\n{};18-03-2021;300.000;cair\n3174101001090000;18-03-2021;300000;cair\n{};18-03-2021;3,0E5;cair\n",
        kk[6], kk[0], kk[10]
    );
    let table = format!("No KK;Tanggal;Jumlah;Status\n{paid}{others}TOTAL;;Rp5.700.000;\n");
    let file = write(&office, "bank.csv", &table);
    let taken = office.tepat(&["disburse", &file, "--tahap", "1"]).answer();
    assert_eq!(taken["taken"], json!({ "cair": 6 }), "{taken:#}");
    assert_eq!(taken["unknown_columns"], json!([]));

    let (is_balanced, books) = report(&office);
    assert!(!is_balanced, "{books:#}");
    let open: Vec<(u64, &str)> = books["open"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["line"].as_u64().unwrap(), item["what"].as_str().unwrap()))
        .collect();
    assert_eq!(open, [(8, "jumlah-lain"), (9, "ganda"), (10, "tidak-dikenal"), (11, "belum-berkartu")]);
    assert_eq!(books["totals"][0]["bank"], "Rp5.700.000");
    assert_eq!(books["totals"][0]["accounted"], "Rp1.800.000");
    // Nobody is named by a number, here or where it is settled.
    assert!(kk.iter().all(|kk| !books.to_string().contains(kk.as_str())));

    let item = |at: usize| books["open"][at]["item"].to_string();
    let settle = |at: usize, outcome: &str| {
        let arguments = ["accounts", "settle", &item(at), "--as", outcome, "--reason", "Ditanyakan"];
        office.tepat(&arguments)
    };
    assert_eq!(settle(2, "sah").complaint()["code"], "tanpa-keluarga");
    settle(0, "dikembalikan").answer();
    settle(1, "bukan-pembayaran").answer();
    let code = office.code_of(&kk[7]).to_owned();
    let found =
        ["accounts", "settle", &item(2), "--as", "sah", "--reason", "NIK salah tulis", "--code", &code];
    office.tepat(&found).answer();
    assert!(!report(&office).0, "one is left");
    settle(3, "dikembalikan").answer();
    let (is_balanced, books) = report(&office);
    assert!(is_balanced, "{books:#}");
    assert_eq!(books["totals"][0]["accounted"], "Rp5.700.000");
    assert_eq!(office.tepat(&["accounts"]).answer(), json!([]));
    assert!(office.tepat(&["audit"]).verdict().0);
    // The same file again changes nothing, and is named.
    let copy = write(&office, "salinan.csv", &table);
    let again = office.tepat(&["disburse", &copy, "--tahap", "1"]).answer();
    assert_eq!((&again["known"], &again["repeated"][0]["first"]), (&json!(10), &json!("bank.csv")));
    assert_eq!(report(&office).1["totals"], books["totals"]);
}

#[test]
fn a_file_of_another_tahap_is_one_sentence_and_changes_nothing() {
    let (office, kk) = with_cards();
    office.tepat(&["approve", "--tahap", "2"]).answer();
    let rows: String = kk[..8].iter().map(|kk| format!("{kk};18-03-2021;300000;cair\n")).collect();
    let file = write(&office, "bank.csv", &format!("No KK;Tanggal;Jumlah;Status\n{rows}"));
    let refused = office.tepat(&["disburse", &file, "--tahap", "2"]).complaint();
    assert_eq!(refused["code"], "tahap-lain");
    let taken = office.tepat(&["disburse", &file, "--tahap", "1"]).answer();
    assert_eq!(taken["taken"], json!({ "cair": 8 }));
    let repeated = office.tepat(&["disburse", &file, "--tahap", "2"]).complaint();
    assert_eq!(repeated["code"], "berkas-berulang");
}

#[test]
fn money_that_went_back_is_told_to_the_family() {
    let (office, kk) = with_cards();
    let bank = |name: &str, row: &str| {
        let file = write(&office, name, &format!("No KK;Tanggal;Jumlah;Status\n{};{row}\n", kk[0]));
        office.tepat(&["disburse", &file, "--tahap", "1"]).answer()
    };
    bank("bank.csv", "17-03-2021;300000;cair");
    bank("retur.csv", "18-03-2021;300000;RETUR - rekening tutup");
    let story = office.tepat(&["history", "--kk", &kk[0]]).answer();
    let last = story[0]["events"].as_array().unwrap().last().unwrap();
    assert_eq!(
        last["what"],
        "kartu-diterima tahap 1: Uang tahap itu tidak jadi sampai di rekening keluarga ini. Petugas memeriksanya dengan bank."
    );
    bank("lagi.csv", "19-03-2021;300000;cair");
    let story = office.tepat(&["history", "--kk", &kk[0]]).answer();
    assert_eq!(story[0]["status"], "cair");
    assert!(report(&office).0);
}

#[test]
fn a_wrong_file_is_taken_back_whole_by_its_name() {
    let (office, kk) = with_cards();
    let rows: String = kk[..8].iter().map(|kk| format!("{kk};18-03-2021;300000;cair\n")).collect();
    let file = write(&office, "keliru.csv", &format!("No KK;Tanggal;Jumlah;Status\n{rows}"));
    office.tepat(&["disburse", &file, "--tahap", "1"]).answer();
    let take_back = |name: &str, sure: &[&str]| {
        let arguments =
            ["accounts", "settle", "--file", name, "--as", "bukan-pembayaran", "--reason", "Berkas keliru"];
        office.tepat(&[&arguments, sure].concat())
    };
    assert_eq!(take_back("lain.csv", &["--yes"]).complaint()["code"], "tanpa-baris");
    // It asks first, and nobody answers.
    assert_eq!(take_back("keliru.csv", &[]).complaint()["code"], "tanpa-jawaban");
    assert_eq!(office.tepat(&["history", "--kk", &kk[0]]).answer()[0]["status"], "cair");
    assert_eq!(take_back("keliru.csv", &["--yes"]).answer().as_array().unwrap().len(), 8);
    let (is_balanced, books) = report(&office);
    assert!(is_balanced, "{books:#}");
    assert!(books["rows"].as_array().unwrap().iter().all(|row| row["paid"]["families"] == 0));
    let story = office.tepat(&["history", "--kk", &kk[0]]).answer();
    assert_eq!(story[0]["status"], "kartu-diterima");
    let right = write(
        &office,
        "benar.csv",
        &format!("No KK;Tanggal;Jumlah;Status\n{}", rows.replace("18-03", "19-03")),
    );
    assert_eq!(office.tepat(&["disburse", &right, "--tahap", "1"]).answer()["taken"], json!({ "cair": 8 }));
    assert!(report(&office).0);
}

#[test]
fn what_is_due_changes_after_a_question_and_the_lines_stand_by_it() {
    let (office, kk) = with_cards();
    let amounts = ["300000", "600000", "600000"];
    let rows: String =
        kk.iter().zip(amounts).map(|(kk, amount)| format!("{kk};18-03-2021;{amount};cair\n")).collect();
    let file = write(&office, "bank.csv", &format!("No KK;Tanggal;Jumlah;Status\n{rows}"));
    office.tepat(&["disburse", &file, "--tahap", "1"]).answer();
    assert_eq!(office.tepat(&["accounts"]).answer().as_array().unwrap().len(), 2);
    assert_eq!(office.tepat(&["settings", "--months", "1=2"]).complaint()["code"], "tanpa-jawaban");
    let changed = office.tepat(&["settings", "--months", "1=2", "--yes"]).answer();
    let anew = json!([
        { "tahap": 1, "from": "cair", "to": "jumlah-lain", "lines": 1 },
        { "tahap": 1, "from": "jumlah-lain", "to": "cair", "lines": 2 },
    ]);
    assert_eq!(changed["posted_anew"], anew);
    let open = office.tepat(&["accounts"]).answer();
    assert_eq!((open.as_array().unwrap().len(), &open[0]["due"]), (1, &json!("Rp600.000")));
    assert_eq!(office.tepat(&["history", "--kk", &kk[1]]).answer()[0]["status"], "cair");
    // Of another tahap no line was read: nobody is asked.
    assert!(office.tepat(&["settings", "--months", "5=2"]).answer().get("posted_anew").is_none());
}
