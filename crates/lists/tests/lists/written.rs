//! What is written is read back, and does no harm elsewhere.

use crate::random::households;
use crate::{context, problems};
use calamine::{Data, Reader as _, Xlsx};
use domain::{Aid, Household};
use domain::{HouseholdDraft, MemberDraft, Sex};
use lists::file::{Room, Text, workbook};
use lists::table::Row;
use lists::write::{self, List};
use proptest::prelude::*;
use std::io::Cursor;

/// How a cell begins that does harm, or only looks like it.
const BEGINNINGS: [&str; 10] = ["", "=", "+", "-", "@", "'", "'=", "=\"", "''-", "=HYPERLINK(\"http://a\")"];

/// Beginning, sex, other aid, answers, size, whether there is a telephone.
type More = (usize, usize, usize, (usize, usize), Option<u8>, bool, (usize, bool));

/// Families with all that a form asks for.
fn full() -> impl Strategy<Value = Vec<Household>> {
    let more = (
        0..BEGINNINGS.len(),
        0..3usize,
        0..=Aid::ALL.len(),
        (0..3usize, 0..3usize),
        proptest::option::of(1..20u8),
        any::<bool>(),
        (0..3usize, any::<bool>()),
    );
    (households(), proptest::collection::vec(more, 8)).prop_map(|(mut households, more)| {
        for (household, (beginning, sex, aid, (affected, income), size, phone, (disability, is_named))) in
            households.iter_mut().zip::<Vec<More>>(more)
        {
            let odd = |text: &str| format!("{}{text}", BEGINNINGS[beginning]);
            let answer = |n: usize| [None, Some(true), Some(false)][n];
            household.head.name = odd(&household.head.name);
            household.head.sex = Sex::ALL.get(sex).copied();
            household.head.aid = Aid::ALL.get(aid).copied();
            household.head.occupation = odd("Ojek, \"daring\"");
            household.address = odd(&household.address);
            household.note = format!("{} dulu terima PKH; keluarga baik", household.note).trim().to_owned();
            household.stated_size = size.map(u16::from);
            household.phone = if phone { "+62 812-0000-9000".to_owned() } else { String::new() };
            (household.affected, household.fixed_income) = (answer(affected), answer(income));
            household.disability = answer(disability);
            household.head.disabled = disability == 1 && is_named;
        }
        households
    })
}

fn list(households: &[Household]) -> List {
    List {
        titles: vec!["DAFTAR USULAN CALON PENERIMA BST".into(), "RT 005 / RW 002 KELURAHAN ULUJAMI".into()],
        families: households.iter().map(HouseholdDraft::from).collect(),
    }
}

fn read(bytes: &[u8]) -> Vec<Household> {
    let reading = lists::read(bytes, &context()).unwrap();
    assert_eq!(problems(&reading), [""; 0]);
    reading.accepted.into_iter().map(|entry| entry.household).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn csv_is_read_back(households in full()) {
        prop_assert_eq!(read(&write::csv(&list(&households))), households);
    }

    #[test]
    fn xlsx_is_read_back(households in full()) {
        prop_assert_eq!(read(&write::xlsx(&list(&households)).unwrap()), households);
    }
}

/// How a spreadsheet tells a formula from a text.
const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A list with five texts, wherever a draft or a title can hold one.
fn list_of_texts(texts: &[String]) -> List {
    let [name, address, occupation, phone, note] = texts else { panic!("five texts") };
    let member = MemberDraft {
        name: name.clone(),
        nik: note.clone(),
        relation: phone.clone(),
        sex: occupation.clone(),
        birth: address.clone(),
        occupation: occupation.clone(),
        aid: name.clone(),
        ..MemberDraft::default()
    };
    let family = HouseholdDraft {
        kk: name.clone(),
        members: vec![member.clone(), member],
        size: note.clone(),
        address: address.clone(),
        rt: phone.clone(),
        rw: note.clone(),
        phone: phone.clone(),
        note: note.clone(),
        ..HouseholdDraft::default()
    };
    List { titles: texts.to_vec(), families: vec![family] }
}

/// The cells of a file as a spreadsheet opens them.
fn cells_of_csv(bytes: &[u8]) -> Vec<String> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(bytes);
    let records: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    records.iter().flatten().map(str::to_owned).collect()
}

fn cells_of_xlsx(bytes: Vec<u8>) -> Vec<String> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert!(book.worksheet_formula("Sheet1").unwrap().is_empty());
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let text = |data: &Data| match data {
        Data::String(text) => text.clone(),
        other => panic!("not a text: {other:?}"),
    };
    range.used_cells().map(|(_, _, data)| text(data)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_cell_is_a_formula_and_each_reads_back(
        texts in proptest::collection::vec("['=+@＝\t\n-]{0,3}[a-z]{1,5}( [a-z=+'-]{1,4})?", 5)
    ) {
        let list = list_of_texts(&texts);
        let (csv, xlsx) = (write::csv(&list), write::xlsx(&list).unwrap());
        for cell in cells_of_csv(&csv).into_iter().chain(cells_of_xlsx(xlsx.clone())) {
            prop_assert!(!cell.starts_with(FORMULAS), "{:?}", cell);
        }
        let width = |rows: &[Row]| rows.iter().map(|row| row.cells.len()).sum::<usize>();
        let of_csv: Vec<Row> = Text::read(&csv, width).unwrap().rows().collect();
        let of_xlsx = workbook(&xlsx, Room::new(100, 1 << 20), &mut |_| {}).unwrap().remove(0).rows;
        for rows in [of_csv, of_xlsx] {
            let head = &rows[rows.len() - 2].cells;
            let read = [&head[3], &head[7], &head[11], &head[12], &head[17]];
            prop_assert_eq!(read.map(String::as_str), [0, 1, 2, 3, 4].map(|i| texts[i].as_str()));
        }
    }
}

#[test]
fn incomplete_families_are_written_and_read_as_they_are() {
    let draft = HouseholdDraft {
        kk: "3174".into(),
        members: vec![MemberDraft { name: "Siti".into(), ..Default::default() }],
        rt: "005".into(),
        rw: "002".into(),
        ..HouseholdDraft::default()
    };
    let list = List { titles: Vec::new(), families: vec![draft] };
    for bytes in [write::csv(&list), write::xlsx(&list).unwrap()] {
        let reading = lists::read(&bytes, &context()).unwrap();
        let read = &reading.refused[0].draft;
        assert_eq!(
            (read.kk.as_str(), read.members[0].name.as_str(), read.address.as_str()),
            ("3174", "Siti", "")
        );
    }
}
