//! A slip of the hand is taken back, as long as nobody has built on it.

use super::accounts::{report, with_cards, write};
use super::calls::{approved, invite};
use e2e::sample::{HEADS, MEMBERS};
use e2e::{Office, Register};
use serde_json::{Value, json};

fn undo(office: &Office, arguments: &[&str]) -> Value {
    office.tepat(&[&["undo", "--yes"], arguments].concat()).answer()
}

/// The number of the last command.
fn last(office: &Office) -> String {
    office.tepat(&["undo"]).answer()["number"].to_string()
}

fn status(office: &Office, kk: &str) -> String {
    office.tepat(&["history", "--kk", kk]).answer()[0]["status"].as_str().unwrap().to_owned()
}

#[test]
fn a_first_approval_of_the_wrong_tahap_is_taken_back() {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    office.import(&MEMBERS);
    office.tepat(&["verify"]).answer();
    let approved = office.tepat(&["approve", "--tahap", "7", "--yes"]).answer()["new"].take();
    let named = office.tepat(&["undo"]).answer();
    assert_eq!((&named["command"], &named["taken_back"]), (&json!("approve --tahap 7"), &json!(false)));
    assert_eq!(
        named["changes"],
        json!([{ "from": "diverifikasi", "to": "ditetapkan", "families": approved }])
    );
    // Asked first, and in somebody's name.
    let number = named["number"].to_string();
    assert_eq!(office.tepat(&["undo", &number]).complaint()["code"], "tanpa-jawaban");
    assert_eq!(
        office.tepat(&["undo", &number, "--yes"]).env("TEPAT_BY", "").complaint()["code"],
        "tanpa-nama"
    );
    let events = || Register::count(&office, "SELECT count(*) FROM event");
    let before = events();
    assert_eq!(undo(&office, &[&number])["taken_back"], true);
    assert_eq!(events(), before + approved.as_u64().unwrap(), "nothing is erased");
    // Once more changes nothing.
    let again = undo(&office, &[&number]);
    assert_eq!((&again["taken_back"], &again["known"]), (&json!(false), &json!(true)));
    assert_eq!(events(), before + approved.as_u64().unwrap());
    assert!(office.tepat(&["audit"]).verdict().0);
    assert_eq!(office.tepat(&["report"]).answer()["faults"], json!([]));

    let right = office.tepat(&["approve", "--tahap", "1"]).answer();
    assert_eq!(right["new"], approved);
    let kk = &MEMBERS.families()[0].kk;
    let story = office.tepat(&["history", "--kk", kk]).answer();
    let told: Vec<&str> =
        story[0]["events"].as_array().unwrap().iter().map(|it| it["what"].as_str().unwrap()).collect();
    let expect =
        format!("1 peristiwa ditarik kembali, tetap diverifikasi: approve --tahap 7 (perintah {number})");
    assert!(told.contains(&expect.as_str()), "{told:?}");
    assert_eq!(office.publish()["families"], office.tepat(&["list"]).answer()["families"]);
}

#[test]
fn what_somebody_built_on_stays_and_says_who_did() {
    let office = approved();
    let approval = last(&office);
    let called = invite(&office, "1", "2021-03-13", "3")["families"].take();
    let refused = office.tepat(&["undo", &approval, "--yes"]).complaint();
    assert_eq!(refused["code"], "sudah-dipakai");
    let message = refused["message"].as_str().unwrap();
    assert!(message.contains("menjadi diundang oleh `tepat invite --call 1`"), "{message}");
    let named = office.tepat(&["undo", &last(&office)]).complaint();
    assert_eq!(named["code"], "tanpa-jawaban");
    // A whole round is withdrawn, and uses up no call.
    undo(&office, &[&last(&office)]);
    assert_eq!(office.tepat(&["list", "--call", "1"]).answer()["families"], 0);
    assert_eq!(invite(&office, "1", "2021-03-14", "3")["families"], called);
    assert_eq!(office.tepat(&["list", "--call", "1"]).answer()["families"], called);
    // Then the approval, once nothing stands on it.
    undo(&office, &[&last(&office)]);
    undo(&office, &[&approval]);
    assert_eq!(office.tepat(&["list", "--tahap", "1"]).answer()["families"], 0);
    // A list is mended in another way, which is named.
    undo(&office, &[&last(&office)]);
    assert_eq!(office.tepat(&["undo"]).complaint()["code"], "tidak-dapat-ditarik");
    assert!(office.tepat(&["audit"]).verdict().0);
}

#[test]
fn a_wrong_report_of_a_point_is_taken_back_by_its_name() {
    let mut office = approved();
    invite(&office, "1", "2021-03-13", "1");
    office.at("2021-03-20T06:00");
    let kk: Vec<String> = MEMBERS.families().into_iter().map(|family| family.kk).collect();
    let table = |rows: &[String]| format!("No KK,Hasil,Tanggal,Kartu\n{}\n", rows.join("\n"));
    let right = write(&office, "benar.csv", &table(&[format!("{},datang,13-03-2021,0123", kk[0])]));
    let wrong = table(&[
        format!("{},datang,13-03-2021,4567", kk[1]),
        format!("{},menolak,13-03-2021,", kk[2]),
        format!("{},tidak datang,13-03-2021,", kk[3]),
    ]);
    let wrong = write(&office, "keliru.csv", &wrong);
    office.tepat(&["attend", &right, &wrong]).answer();
    assert_eq!(office.tepat(&["undo", "--file", "lain.csv"]).complaint()["code"], "tanpa-berkas");
    let taken_back = undo(&office, &["--file", "keliru.csv"]);
    assert_eq!(taken_back["files"], json!(["keliru.csv"]));
    assert_eq!(
        [0, 1, 2, 3].map(|at| status(&office, &kk[at])),
        ["kartu-diterima", "diundang", "diundang", "diundang"]
    );
    let story = office.tepat(&["history", "--kk", &kk[1]]).answer();
    assert_eq!((&story[0]["card_last_four"], &story[0]["reports"]), (&json!(null), &json!([])));
    assert_eq!(undo(&office, &["--file", "keliru.csv"])["known"], true);
    assert!(office.tepat(&["report"]).answer()["open"].as_object().unwrap().is_empty(), "nobody is asked");
    // The same file may be right after all.
    assert_eq!(
        office.tepat(&["attend", &wrong]).answer()["taken"],
        json!({ "datang": 1, "menolak": 1, "tidak datang": 1 })
    );
    assert_eq!([1, 2, 3].map(|at| status(&office, &kk[at])), ["kartu-diterima", "tertunda", "diundang"]);
    undo(&office, &["--file", "keliru.csv"]);
    assert_eq!(status(&office, &kk[2]), "diundang");
    assert!(office.tepat(&["audit"]).verdict().0);
}

#[test]
fn a_wrong_file_of_the_bank_leaves_the_books_as_they_were() {
    let (office, kk) = with_cards();
    let rows = |families: &[String], day: u8| -> String {
        families.iter().map(|kk| format!("{kk};{day}-03-2021;300000;cair\n")).collect()
    };
    let head = "No KK;Tanggal;Jumlah;Status\n";
    let right = write(&office, "benar.csv", &format!("{head}{}", rows(&kk[..3], 18)));
    office.tepat(&["disburse", &right, "--tahap", "1"]).answer();
    let before = report(&office);
    // Twice the same families, with one of another amount and one that nobody knows.
    let more = format!(
        "{head}{}{};18-03-2021;3.000.000;cair\n3174101001090000;18-03-2021;300000;cair\n",
        rows(&kk[2..6], 17),
        kk[6]
    );
    let wrong = write(&office, "keliru.csv", &more);
    let first = office.tepat(&["disburse", &wrong, "--tahap", "1"]).answer();
    assert_ne!(report(&office).1["totals"], before.1["totals"]);
    let taken_back = undo(&office, &["--file", "keliru.csv"]);
    assert_eq!(taken_back["command"], "disburse keliru.csv --tahap 1");
    assert_eq!(report(&office), before, "every rupiah is where it was");
    assert_eq!([0, 2, 3].map(|at| status(&office, &kk[at])), ["cair", "cair", "kartu-diterima"]);
    assert_eq!(undo(&office, &["--file", "keliru.csv"])["known"], true);
    assert_eq!(report(&office), before);
    // Read again it says what it said, and what was settled of it keeps it.
    let again = office.tepat(&["disburse", &wrong, "--tahap", "1"]).answer();
    assert_eq!((&again["taken"], &again["troubles"]), (&first["taken"], &first["troubles"]));
    let open = office.tepat(&["accounts"]).answer();
    let mut of_file = open.as_array().unwrap().iter().filter(|item| item["file"] == "keliru.csv");
    let item = of_file.next().unwrap()["item"].to_string();
    let settle = ["accounts", "settle", &item, "--as", "dikembalikan", "--reason", "Ditanyakan"];
    office.tepat(&settle).answer();
    let refused = office.tepat(&["undo", "--file", "keliru.csv", "--yes"]).complaint();
    assert_eq!(refused["code"], "sudah-dipakai");
    assert!(refused["message"].as_str().unwrap().contains("diselesaikan"), "{refused}");
    assert!(office.tepat(&["audit"]).verdict().0);
}

#[test]
fn a_decision_that_was_a_slip_is_taken_back() {
    let office = approved();
    let kk = &MEMBERS.families()[0].kk;
    office.tepat(&["decide", "--kk", kk, "--status", "dicoret", "--reason", "pindah"]).answer();
    let named = office.tepat(&["undo"]).answer();
    assert_eq!(named["command"], "decide --status dicoret");
    assert!(!named.to_string().contains(kk.as_str()), "no number is on the trail");
    undo(&office, &[&named["number"].to_string()]);
    assert_eq!(status(&office, kk), "ditetapkan");
    assert_eq!(office.tepat(&["undo"]).answer()["command"], "approve --tahap 1", "what came before it");
    // Nobody's reading is a command that changed something.
    office.tepat(&["list", "--with-numbers"]).answer();
    assert_eq!(office.tepat(&["undo"]).answer()["command"], "approve --tahap 1");
}
