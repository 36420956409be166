//! What is written is read back, and does no harm elsewhere.

use crate::random::households;
use crate::{context, problems};
use calamine::{Data, Reader as _, Xlsx};
use domain::household::{Aid, Household};
use domain::{HouseholdDraft, Sex};
use lists::write::{self, List};
use proptest::prelude::*;
use std::io::Cursor;

/// How a cell begins that does harm, or only looks like it.
const BEGINNINGS: [&str; 10] = ["", "=", "+", "-", "@", "'", "'=", "=\"", "''-", "=HYPERLINK(\"http://a\")"];

/// Beginning, sex, other aid, answers, size, whether there is a telephone.
type More = (usize, usize, usize, (usize, usize), Option<u8>, bool);

/// Families with all that a form asks for.
fn full() -> impl Strategy<Value = Vec<Household>> {
    let more = (
        0..BEGINNINGS.len(),
        0..3usize,
        0..=Aid::ALL.len(),
        (0..3usize, 0..3usize),
        proptest::option::of(1..20u8),
        any::<bool>(),
    );
    (households(), proptest::collection::vec(more, 8)).prop_map(|(mut households, more)| {
        for (household, (beginning, sex, aid, (affected, income), size, phone)) in
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
    fn comes_back_from_csv(households in full()) {
        prop_assert_eq!(read(&write::csv(&list(&households))), households);
    }

    #[test]
    fn comes_back_from_xlsx(households in full()) {
        prop_assert_eq!(read(&write::xlsx(&list(&households)).unwrap()), households);
    }
}

/// A family whose every text begins with something that a spreadsheet reckons.
fn harmful(beginning: &str) -> List {
    let text = format!("{beginning}1+1");
    let mut family =
        HouseholdDraft { address: text.clone(), note: text.clone(), ..HouseholdDraft::default() };
    family.members.push(domain::MemberDraft { name: text.clone(), nik: text, ..Default::default() });
    List { titles: Vec::new(), families: vec![family] }
}

#[test]
fn no_cell_is_a_formula() {
    let is_harmless = |cell: &str| !cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    for beginning in ["=", "+", "-", "@", "\t=", "\r="] {
        let csv = write::csv(&harmful(beginning));
        let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(&csv[3..]);
        for record in reader.records() {
            assert!(record.unwrap().iter().all(is_harmless), "{beginning:?}");
        }
        let mut book = Xlsx::new(Cursor::new(write::xlsx(&harmful(beginning)).unwrap())).unwrap();
        let range = book.worksheet_range_at(0).unwrap().unwrap();
        let texts = range.used_cells().map(|(_, _, data)| data);
        assert!(texts.clone().all(|data| matches!(data, Data::String(text) if is_harmless(text))));
        assert!(book.worksheet_formula("Sheet1").unwrap().is_empty());
    }
}

#[test]
fn what_is_not_complete_stays_as_it_is() {
    let draft = HouseholdDraft {
        kk: "3174".into(),
        members: vec![domain::MemberDraft { name: "Siti".into(), ..Default::default() }],
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
