//! What only a person may decide: out to a work sheet, filled in, and back.

use e2e::Office;
use e2e::city::standing;
use e2e::sample::MEMBERS;
use e2e::work_sheet::{self, KEY, KK, Rows, filled};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// An office with two open questions: two families resemble somebody on a list.
struct Desk {
    office: Office,
    /// The names and birth dates of their heads.
    heads: Vec<(String, String)>,
    /// Families that are refused by what they say themselves.
    refused: u64,
}

impl Desk {
    fn with_questions() -> Self {
        let mut office = Office::of_2021();
        office.import(&MEMBERS);
        let heads: Vec<(String, String)> = csv::ReaderBuilder::new()
            .delimiter(b';')
            .from_path(MEMBERS.path())
            .unwrap()
            .records()
            .map(Result::unwrap)
            .filter(|row| &row[3] == "Kepala Keluarga" && !row[5].is_empty() && row[2].len() > 8)
            .map(|row| (row[2].to_owned(), row[5].to_owned()))
            .take(2)
            .collect();
        let mut desk = Self { office, heads, refused: 0 };
        desk.match_with(&[(0, "h"), (1, "h")]);
        desk.refused = desk.status("ditolak");
        desk
    }

    /// Lays a list beside the families on which their heads stand, each with a slip of the pen.
    fn match_with(&self, slips: &[(usize, &str)]) {
        let mut rows = vec!["Nama,Tanggal Lahir,Kelurahan,Program".to_owned()];
        rows.extend(slips.iter().map(|(at, slip)| {
            let (name, birth) = &self.heads[*at];
            format!("{name}{slip},{birth},31.75.03.1001,PKH")
        }));
        let list = self.file("bantuan.csv");
        fs::write(&list, rows.join("\n")).unwrap();
        self.office.tepat(&["match", "--aid", list.to_str().unwrap()]).answer();
        self.office.tepat(&["verify"]).answer();
    }

    fn file(&self, name: &str) -> PathBuf {
        self.office.desk().join(name)
    }

    fn sheet(&self) -> Rows {
        let free = (1..).map(|number| self.file(&format!("tinjauan-{number}.xlsx"))).find(|it| !it.exists());
        work_sheet::take_out(&self.office, &free.unwrap())
    }

    /// Saves the sheet as somebody filled it in, and hands it in.
    fn hand_in(&self, rows: &Rows, by: &str) -> Value {
        let file = self.file(&format!("{by}.xlsx"));
        work_sheet::save(rows, &file);
        self.office.tepat(&["review", "in", file.to_str().unwrap(), "--by", by]).answer()
    }

    fn listed(&self) -> Value {
        self.office.tepat(&["review", "list"]).answer()["cases"].take()
    }

    fn status(&self, status: &str) -> u64 {
        standing(&self.office, status)
    }
}

#[test]
fn a_sheet_goes_out_and_its_decisions_come_back() {
    let desk = Desk::with_questions();
    let sheet = desk.sheet();
    assert_eq!(sheet.len(), 3, "a header and two questions");
    assert!(sheet[1][7].contains("bantuan.csv, baris 2") && sheet[1][7].contains("PKH"), "{}", sheet[1][7]);
    let verified = desk.status("diverifikasi");

    // Sorted the other way round, and half filled in.
    let mut answered = filled(&sheet, &[(1, "layak", ""), (2, "ditolak: bantuan lain", "Sudah dicek ke RT")]);
    answered[1..].reverse();
    let taken = desk.hand_in(&answered, "Ani");
    assert_eq!(taken["taken"], json!({ "layak": 1, "ditolak: bantuan lain": 1 }));
    assert_eq!(taken["problems"], json!([]));
    assert_eq!(desk.status("ditolak"), desk.refused + 1);
    assert_eq!(desk.hand_in(&answered, "Ani")["known"], 2, "handed in again, nothing changes");
    assert_eq!(desk.listed(), json!([]));

    desk.office.tepat(&["verify"]).answer();
    assert_eq!(desk.status("diverifikasi"), verified + 1, "who was found valid passes");
    assert_eq!(desk.status("ditolak"), desk.refused + 1);
    let found_valid = desk.office.tepat(&["history", "--kk", &sheet[1][KK]]).answer();
    let last = found_valid[0]["events"].as_array().unwrap().last().unwrap();
    assert!(last["status"] == "diverifikasi" && last["by"].as_str().unwrap().contains("Ani"), "{last:#}");
    let answer = &found_valid[0]["reviews"][0]["answers"][0];
    assert_eq!((&answer["by"], &answer["decision"]), (&json!("Ani"), &json!("layak")));
}

#[test]
fn an_answer_holds_for_the_people_whom_it_is_about() {
    let desk = Desk::with_questions();
    let sheet = desk.sheet();
    desk.hand_in(&filled(&sheet, &[(1, "layak", ""), (2, "layak", "")]), "Ani");
    // The same people, in other lines of the list of next month.
    desk.match_with(&[(1, "h"), (0, "h")]);
    assert_eq!(desk.listed(), json!([]));

    // Somebody else, who resembles one of them too.
    desk.match_with(&[(1, "h"), (0, "h"), (0, "d")]);
    assert_eq!(desk.listed().as_array().map(Vec::len), Some(1));
    assert_eq!(
        desk.office.tepat(&["approve", "--tahap", "1"]).answer()["waiting"],
        1,
        "not before the answer"
    );
    let again = desk.sheet();
    assert!(again[1][8].contains("Ani"), "what was answered before: {}", again[1][8]);
    desk.hand_in(&filled(&again, &[(1, "ditolak: bantuan lain", "")]), "Budi");
    assert_eq!((desk.listed(), desk.status("ditolak")), (json!([]), desk.refused + 1));

    // Nobody asks any more.
    desk.match_with(&[(1, "d")]);
    assert_eq!(desk.listed().as_array().map(Vec::len), Some(1));
    desk.match_with(&[(0, "h")]);
    assert_eq!(desk.listed(), json!([]));
}

#[test]
fn what_the_rt_must_find_out_goes_back_to_it() {
    let desk = Desk::with_questions();
    let sheet = desk.sheet();
    desk.hand_in(&filled(&sheet, &[(1, "tanya RT lagi", "")]), "Ani");
    let told = desk.office.tepat(&["history", "--kk", &sheet[1][KK]]).answer();
    let last = told[0]["events"].as_array().unwrap().last().unwrap();
    assert_eq!(last["status"], "dikembalikan");
    assert!(last["what"].as_str().unwrap().contains("Lengkapi NIK"), "{last:#}");
    assert_eq!(desk.listed().as_array().map(Vec::len), Some(1), "the RT has the next word");
    desk.office.decide(&sheet[1][KK], "diusulkan").tepat(&["verify"]).answer();
    assert_eq!(desk.listed().as_array().map(Vec::len), Some(2), "it asks itself again");
}

#[test]
fn answers_that_do_not_agree_are_shown_and_a_third_settles_them() {
    let desk = Desk::with_questions();
    let sheet = desk.sheet();
    desk.hand_in(&filled(&sheet, &[(1, "ditolak: bantuan lain", "")]), "Ani");
    let taken = desk.hand_in(&filled(&sheet, &[(1, "layak", "Orang lain")]), "Budi");
    assert_eq!((&taken["conflicts"], &taken["taken"]), (&json!([2]), &json!({})));
    assert_eq!(desk.status("ditolak"), desk.refused + 1, "the first stands");
    let listed = desk.listed();
    let conflict = listed.as_array().unwrap().iter().find(|case| case["in_conflict"] == true).unwrap();
    assert_eq!(conflict["answers"].as_array().map(Vec::len), Some(2));

    let again = desk.sheet();
    let at = again.iter().position(|row| row[8].contains("Budi")).unwrap();
    assert!(again[at][8].contains("Ani"));
    desk.hand_in(&filled(&again, &[(at, "layak", "Budi benar")]), "Citra");
    assert_eq!(desk.status("ditolak"), desk.refused);
    assert_eq!(desk.listed().as_array().map(Vec::len), Some(1), "the other question is still open");
}

#[test]
fn nobody_is_approved_while_two_people_disagree() {
    let desk = Desk::with_questions();
    let sheet = filled(&desk.sheet(), &[(1, "layak", ""), (2, "layak", "")]);
    desk.hand_in(&sheet, "Ani");
    assert_eq!(
        desk.hand_in(&sheet, "Dodi")["taken"],
        json!({ "layak": 2 }),
        "the same sheet of somebody else"
    );
    desk.hand_in(&filled(&sheet, &[(1, "ditolak: bantuan lain", "")]), "Budi");
    desk.office.tepat(&["verify"]).answer();
    let verified = desk.status("diverifikasi");
    let approved = desk.office.tepat(&["approve", "--tahap", "1"]).answer();
    assert_eq!((&approved["new"], &approved["waiting"]), (&(verified - 1).into(), &1.into()));
    // A slip of the finger skips no tahap.
    let far = ["approve", "--tahap", "7"];
    assert_eq!(desk.office.tepat(&far).complaint()["code"], "tahap-terlompat");
}

#[test]
fn rows_that_cannot_be_used_are_told_and_the_rest_goes_on() {
    let desk = Desk::with_questions();
    let mut sheet = filled(&desk.sheet(), &[(1, "mungkin", ""), (2, "tanya RT lagi", "")]);
    let mut unknown = sheet[2].clone();
    unknown[KEY] = "999999/mirip-penerima-bantuan/0".into();
    let mut broken = sheet[2].clone();
    broken[KEY] = "12".into();
    // Only the first column was sorted.
    let mut mixed = sheet[2].clone();
    mixed[KEY] = sheet[1][KEY].clone();
    sheet.extend([unknown, broken, mixed]);
    let taken = desk.hand_in(&sheet, "Ani");
    let told: Vec<(u64, &str)> = taken["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| (problem["row"].as_u64().unwrap(), problem["code"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [(2, "keputusan"), (4, "tidak-ditanyakan"), (5, "kunci"), (6, "tercampur")]);
    assert_eq!(taken["taken"], json!({ "tanya RT lagi": 1 }));
    assert_eq!(desk.listed().as_array().map(Vec::len), Some(1), "what is left to Dinas Sosial");
}

#[test]
fn a_family_that_has_moved_on_is_not_decided_again() {
    let desk = Desk::with_questions();
    let sheet = desk.sheet();
    desk.office.decide(&sheet[1][KK], "ditarik");
    let taken = desk.hand_in(&filled(&sheet, &[(1, "ditolak: pindah", "")]), "Ani");
    assert_eq!(taken["problems"][0]["code"], "sudah-lain");
    assert_eq!(desk.status("ditarik"), 1);
}

#[test]
fn a_sheet_that_somebody_works_in_is_not_written_over() {
    let desk = Desk::with_questions();
    let out = |name: &str| desk.office.tepat(&["review", "out", desk.file(name).to_str().unwrap()]);
    out("tinjauan.xlsx").answer();
    let written = fs::read(desk.file("tinjauan.xlsx")).unwrap();
    assert_eq!(out("tinjauan.xlsx").complaint()["code"], "berkas-sudah-ada");
    assert_eq!(fs::read(desk.file("tinjauan.xlsx")).unwrap(), written);
    assert_eq!(out("hasil.csv").complaint()["code"], "bukan-xlsx");
    assert!(!desk.file("hasil.csv").exists());
}
