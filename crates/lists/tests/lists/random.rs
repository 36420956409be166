//! Whatever comes: nothing panics, and what was written is read back.

use crate::{context, problems};
use domain::Household;
use domain::{Date, HouseholdDraft, KkNumber, MemberDraft, Nik};
use proptest::prelude::*;
use std::cell::Cell;
use std::collections::HashSet;

const COLUMNS: [&str; 11] = [
    "No KK",
    "Nama",
    "NIK",
    "Hubungan",
    "L/P",
    "Tanggal Lahir",
    "Alamat",
    "RT",
    "RW",
    "Pekerjaan",
    "Keterangan",
];

/// Name, whether there is a NIK, place in the KK, days from 1950 to birth.
type Person = (String, bool, usize, i64);

/// Persons, address, RT, RW, whether there is a KK, note.
type Family = (Vec<Person>, String, u8, u8, bool, String);

/// Families with numbers of their own: the place in the list makes them different.
pub(super) fn households() -> impl Strategy<Value = Vec<Household>> {
    let text = "[A-Z][a-z]{1,8}( [A-Z][a-zé,;'\"|]{1,8})?";
    // Commas and semicolons tell names of several persons apart.
    let name = "[A-Z][a-z]{1,8}( [A-Z][a-zé'\"|]{1,8})?";
    let member = (name, any::<bool>(), 0..3usize, 0..20_000i64);
    let family =
        (proptest::collection::vec(member, 1..5), text, 1..30u8, 1..30u8, any::<bool>(), "([a-e]{3,9})?");
    proptest::collection::vec(family, 1..8).prop_map(|families| {
        let born = Date::parse("1950-01-01").unwrap();
        let serial = Cell::new(9000);
        let next = || serial.replace(serial.get() + 1);
        let household = |(members, address, rt, rw, has_kk, note): Family| {
            let member = |(i, (name, has_nik, relation, days)): (usize, Person)| MemberDraft {
                name,
                without_nik: !has_nik,
                nik: if has_nik { format!("317410120580{}", next()) } else { String::new() },
                relation: if i == 0 { "kepala" } else { ["istri", "anak", "famili-lain"][relation] }
                    .to_owned(),
                birth: born.plus_days(days).to_string(),
                ..MemberDraft::default()
            };
            let draft = HouseholdDraft {
                members: members.into_iter().enumerate().map(member).collect(),
                without_kk: !has_kk,
                kk: if has_kk { format!("317410120509{}", next()) } else { String::new() },
                address: format!("Jl. {address}"),
                rt: rt.to_string(),
                rw: rw.to_string(),
                note,
                ..HouseholdDraft::default()
            };
            draft.validate(&context().area, context().today).unwrap().household
        };
        families.into_iter().map(household).collect()
    })
}

/// One way of writing a list.
#[derive(Clone, Debug)]
struct Dialect {
    separator: u8,
    crlf: bool,
    encoding: usize,
    /// The KK number on each row of the family.
    repeats_kk: bool,
    title: bool,
    spaced: bool,
}

fn dialect() -> impl Strategy<Value = Dialect> {
    (0..4usize, any::<bool>(), 0..4usize, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(separator, crlf, encoding, repeats_kk, title, spaced)| Dialect {
            separator: b",;\t|"[separator],
            crlf,
            encoding,
            repeats_kk,
            title,
            spaced,
        },
    )
}

fn write(households: &[Household], dialect: &Dialect) -> Vec<u8> {
    let end = if dialect.crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut out = csv::WriterBuilder::new()
        .delimiter(dialect.separator)
        .terminator(end)
        .flexible(true)
        .from_writer(Vec::new());
    if dialect.title {
        out.write_record(["DAFTAR KELUARGA", "", ""]).unwrap();
    }
    out.write_record(COLUMNS).unwrap();
    for household in households {
        for (i, member) in household.members().enumerate() {
            let kk =
                household.kk.map_or_else(|| "-".to_owned(), |kk: KkNumber| number(&kk.to_string(), dialect));
            let nik = member
                .nik
                .map_or_else(|| "belum punya".to_owned(), |nik: Nik| number(&nik.to_string(), dialect));
            let head = i == 0;
            let born = member.birth.unwrap();
            out.write_record([
                if head || dialect.repeats_kk { kk.as_str() } else { "" },
                &member.name,
                &nik,
                member.relation.code(),
                "",
                &format!("{:02}/{:02}/{}", born.day(), born.month(), born.year()),
                if head { &household.address } else { "" },
                &household.rt.to_string(),
                &household.rw.to_string(),
                "",
                if head { &household.note } else { "" },
            ])
            .unwrap();
        }
    }
    let text = String::from_utf8(out.into_inner().unwrap()).unwrap();
    match dialect.encoding {
        0 => text.into_bytes(),
        1 => format!("\u{feff}{text}").into_bytes(),
        2 => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
        _ => [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
    }
}

fn number(digits: &str, dialect: &Dialect) -> String {
    if dialect.spaced { domain::sixteen::group(digits) } else { digits.to_owned() }
}

fn sample() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/samples/rt-005-rw-02-ulujami.xlsx"))
        .unwrap()
}

proptest! {
    #[test]
    fn every_dialect_is_read_back(households in households(), dialect in dialect()) {
        let reading = lists::read(&write(&households, &dialect), &context()).unwrap();
        let problems = problems(&reading);
        let read: Vec<Household> = reading.accepted.into_iter().map(|entry| entry.household).collect();
        prop_assert_eq!(read, households, "{:?}", problems);
    }

    #[test]
    fn any_bytes_can_be_read(bytes: Vec<u8>) {
        let _ = lists::read(&bytes, &context());
    }

    #[test]
    fn every_row_of_any_table_is_accounted_for(
        rows in "(([ -~é]{0,12}|[0-9]{1,3}|3174[0-9]{12}|Siti|-|Jumlah|sda|Istri|No KK|NIK|Alamat)[,;\n]){0,80}",
        has_header: bool,
    ) {
        let header = if has_header { "No,No KK,Nama,NIK,Alamat,RT/RW,Hubungan\n" } else { "" };
        let list = format!("{header}{rows}");
        // A line of separators holds nothing, but with another separator they may be a text.
        let lines = |holds: fn(&str) -> bool| list.lines().filter(|line| holds(line)).count();
        let (least, most) = (lines(|line| line.contains(char::is_alphanumeric)), lines(|line| !line.is_empty()));
        if let Ok(reading) = lists::read(list.as_bytes(), &context()) {
            let account = &reading.account;
            prop_assert!(account.adds_up(), "{:?}", account);
            // Quotation marks may join lines.
            if !list.contains('"') {
                prop_assert!((least..=most).contains(&account.rows), "{} to {}: {:?}", least, most, account);
            }
            // Two tables side by side have two families in a row.
            let accepted = reading.accepted.iter().map(|family| family.place.row);
            let first_rows: HashSet<u32> =
                accepted.chain(reading.refused.iter().map(|family| family.place.row)).collect();
            prop_assert!(account.data >= first_rows.len(), "{:?}", account);
        }
    }

    #[test]
    fn any_broken_workbook_can_be_read(at in 0..8479usize, with: u8, end in 0..8479usize) {
        let mut bytes = sample();
        bytes[at] = with;
        let _ = lists::read(&bytes, &context());
        bytes.truncate(end);
        let _ = lists::read(&bytes, &context());
    }
}
