//! A family is its people, not its number: a new KK, a split, a move to another RT carry its case on.

use super::accounts::write;
use e2e::{Office, Register, work_sheet};
use serde_json::{Value, json};

const HEADER: &str = "No KK,NIK,Nama,Hubungan,Tanggal Lahir,Alamat,RT,RW";
const OLD: &str = "3174101001109001";
const NEW: &str = "3174101003219001";
const OTHER: &str = "3174101003219002";
const SITI: &str = "3174105205809001,Contoh Siti";
const BUDI: &str = "3174101206759001,Contoh Budi";
const ANI: &str = "3174105502059001,Contoh Ani";

/// The rows of a family, the head first.
fn family(kk: &str, people: &[&str], rt: &str) -> String {
    let row = |(at, person): (usize, &&str)| {
        let relation = if at == 0 { "Kepala Keluarga" } else { "Famili Lain" };
        format!("{kk},{person},{relation},,Jl. Contoh 1,{rt},002\n")
    };
    people.iter().enumerate().map(row).collect()
}

fn import(office: &Office, name: &str, families: &[String]) -> Value {
    let file = write(office, name, &format!("{HEADER}\n{}", families.concat()));
    office.tepat(&["import", &file, "--kelurahan", "31.74.10.1005", "--yes"]).answer()
}

/// A family of three in RT 005 that has its card and the money of tahap 1.
fn paid() -> Office {
    let mut office = Office::of_2021();
    import(&office, "satu.csv", &[family(OLD, &[BUDI, SITI, ANI], "005")]);
    office.tepat(&["verify"]).answer();
    office.tepat(&["approve", "--tahap", "1"]).answer();
    office.tepat(&["decide", "--kk", OLD, "--status", "kartu-diterima", "--yes"]).answer();
    pay(&office, OLD, "1");
    office.at("2021-04-01T06:00");
    office
}

fn pay(office: &Office, kk: &str, tahap: &str) {
    let file = write(
        office,
        &format!("bank-{tahap}.csv"),
        &format!("No KK,Status,Jumlah,Tahap\n{kk},cair,300000,{tahap}\n"),
    );
    let taken = office.tepat(&["disburse", &file, "--tahap", tahap]).answer();
    assert_eq!(taken["troubles"], json!([]), "{taken:#}");
}

/// The open questions, as question and KK number.
fn asked(office: &Office) -> Vec<(String, String)> {
    office.tepat(&["verify"]).answer();
    let file = office.desk().join("lihat.xlsx");
    std::fs::remove_file(&file).ok();
    let rows = work_sheet::take_out(office, &file);
    let question = |row: &Vec<String>| row[0].split('/').nth(1).unwrap().to_owned();
    rows[1..].iter().map(|row| (question(row), row[4].clone())).collect()
}

/// Answers what is asked of the family with a KK number; what is wrong with the answer.
fn answer(office: &Office, kk: &str, decision: &str) -> Value {
    let file = office.desk().join("tinjauan.xlsx");
    std::fs::remove_file(&file).ok();
    let sheet = work_sheet::take_out(office, &file);
    let row = sheet.iter().position(|row| row[4] == kk).unwrap();
    work_sheet::save(&work_sheet::filled(&sheet, &[(row, decision, "")]), &file);
    office.tepat(&["review", "in", file.to_str().unwrap(), "--by", "Ani"]).answer()["problems"].take()
}

fn status(office: &Office, kk: &str) -> Vec<String> {
    let found = office.tepat(&["history", "--kk", kk]).answer();
    found.as_array().unwrap().iter().map(|it| it["status"].as_str().unwrap().to_owned()).collect()
}

fn count(office: &Office, arguments: &[&str]) -> Value {
    office.tepat(&[&["list"], arguments].concat()).answer()["families"].take()
}

/// Nobody is lost, and the books hold what the bank has paid.
fn is_sound(office: &Office, tahap: &str) {
    office.tepat(&["verify"]).answer();
    assert_eq!(office.tepat(&["report"]).answer()["faults"], json!([]));
    let (is_balanced, books) = office.tepat(&["accounts", "report", "--tahap", tahap]).verdict();
    assert!(is_balanced, "{books:#}");
    assert!(office.tepat(&["audit"]).verdict().0);
    office.publish();
}

#[test]
fn a_new_number_carries_the_case_on_and_strikes_nobody_off() {
    let office = paid();
    // The KK is renewed: the head is the wife now.
    let renewed = family(NEW, &[SITI, BUDI, ANI], "005");
    import(&office, "dua.csv", std::slice::from_ref(&renewed));
    assert_eq!(asked(&office), [("keluarga-sama-nomor-lain".to_owned(), NEW.to_owned())]);
    let file = office.desk().join("lihat.xlsx");
    let evidence = &work_sheet::take_out(&office, &{
        std::fs::remove_file(&file).unwrap();
        file
    })[1][7];
    for part in ["3 dari 3 orang", "Contoh Siti", "Contoh Budi", "KK …9001", "cair"] {
        assert!(evidence.contains(part), "{part}: {evidence}");
    }
    // Meanwhile the family has what it has, and the newcomer waits.
    let approved = office.tepat(&["approve", "--tahap", "2"]).answer();
    assert_eq!((&approved["again"], &approved["new"]), (&json!(1), &json!(0)), "{approved:#}");

    let wrong_word = answer(&office, NEW, "layak");
    assert_eq!(wrong_word[0]["code"], "jawaban-lain");
    assert_eq!(answer(&office, NEW, "sama"), json!([]));
    assert_eq!(asked(&office), []);
    assert_eq!(status(&office, NEW), ["ditetapkan", "ditolak"]);
    assert_eq!(count(&office, &[]), 1);
    assert_eq!(count(&office, &["--paid", "1"]), 1);
    is_sound(&office, "1");

    // The list of before, read again, makes no second family, and the bank may know the old number.
    let again = import(&office, "satu.csv", &[family(OLD, &[BUDI, SITI, ANI], "005")]);
    assert_eq!(again["families"][0]["result"], "tetap", "{again:#}");
    import(&office, "dua.csv", &[renewed]);
    assert_eq!(asked(&office), []);
    assert_eq!(Register::count(&office, "SELECT count(*) FROM family"), 2);
    pay(&office, OLD, "2");
    assert_eq!(count(&office, &["--paid", "2"]), 1);
    is_sound(&office, "2");
}

#[test]
fn a_recipient_who_moves_to_another_rt_is_listed_there() {
    let office = paid();
    for (kk, question) in [(OLD, "dicatat-dua-rt"), (NEW, "keluarga-sama-nomor-lain")] {
        let office = office.twin();
        import(&office, "pindah.csv", &[family(kk, &[BUDI, SITI, ANI], "006")]);
        assert_eq!(asked(&office), [(question.to_owned(), kk.to_owned())]);
        assert_eq!(answer(&office, kk, "sama"), json!([]));
        assert_eq!(count(&office, &["--rt", "006", "--paid", "1"]), 1, "{kk}");
        assert_eq!(count(&office, &["--rt", "005"]), 0, "{kk}");
        import(&office, "satu.csv", &[family(OLD, &[BUDI, SITI, ANI], "005")]);
        assert_eq!(asked(&office), []);
        is_sound(&office, "1");
    }
}

#[test]
fn of_a_family_that_becomes_two_one_goes_on_and_the_other_is_its_own() {
    let office = paid();
    import(&office, "dua.csv", &[family(NEW, &[BUDI, ANI], "005"), family(OTHER, &[SITI], "005")]);
    let question = "keluarga-sama-nomor-lain".to_owned();
    assert_eq!(asked(&office), [(question.clone(), NEW.to_owned()), (question, OTHER.to_owned())]);
    assert_eq!(answer(&office, NEW, "sama"), json!([]));
    // Nobody of the other is in the family any more.
    assert_eq!(answer(&office, OTHER, "sama")[0]["code"], "sudah-lain");
    assert_eq!(asked(&office), []);
    assert_eq!(
        (status(&office, NEW), status(&office, OTHER)),
        (vec!["cair".to_owned(), "ditolak".to_owned()], vec!["diverifikasi".to_owned()])
    );
    is_sound(&office, "1");
}

#[test]
fn whoever_marries_puts_no_aid_at_stake() {
    let office = paid();
    import(&office, "nikah.csv", &[family(NEW, &["3174101206019001,Contoh Dedi", ANI], "005")]);
    assert_eq!(asked(&office), [("nik-di-dua-keluarga".to_owned(), NEW.to_owned())]);
    assert_eq!(answer(&office, NEW, "layak"), json!([]));
    assert_eq!(asked(&office), []);
    assert_eq!(
        (status(&office, OLD), status(&office, NEW)),
        (vec!["cair".to_owned()], vec!["diverifikasi".to_owned()])
    );
    is_sound(&office, "1");
}
