//! Columns that somebody who sees the list has named.

use crate::{SITI_IN, context, families, problems};
use lists::{Column, ColumnKind, Context, Correction, SheetFault};

/// Corrects the columns of these letters, and reads the list.
fn check(list: &str, told: &[(&str, ColumnKind)], taken: &[&str], doubts: &[&str]) {
    let bytes = list.as_bytes();
    let columns = match lists::read(bytes, &context()) {
        Ok(reading) => reading.columns,
        Err(_) => lists::columns(bytes, &context()).unwrap(),
    };
    let correction = |(letter, kind): &(&str, ColumnKind)| {
        let column = columns.iter().find(|column| column.name.letter == *letter).unwrap();
        Correction { sheet: column.sheet.clone(), name: column.name.clone(), kind: *kind }
    };
    let corrections = told.iter().map(correction).collect();
    let reading = lists::read(bytes, &Context { corrections, ..context() }).unwrap();
    assert_eq!((families(&reading), problems(&reading)), (own(taken), own(doubts)), "{list}");
}

fn own(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

const KK: ColumnKind = ColumnKind::Kk;
const NIK: ColumnKind = ColumnKind::Nik;
const NAME: ColumnKind = ColumnKind::Name;
const ADDRESS: ColumnKind = ColumnKind::Address;

#[test]
fn a_correction_counts_more_than_the_name_of_a_column() {
    let row = "3174102410099096,Siti,3174105205809012,Jl. A,5/2,Jl. Z\n";
    let list = format!("No KK,Nama,NIK,Warna,RT/RW,Alamat\n{row}");
    check(&list, &[("D", ADDRESS)], &[SITI_IN], &[]);
    check(&list, &[("F", ADDRESS), ("D", ADDRESS)], &[SITI_IN], &[]);
    check(&list, &[("F", ColumnKind::Unused)], &[], &["2 ? alamat:kosong"]);
    // A number under the name of the other.
    let list = format!("NIK,Nama,No KK,Alamat,RT/RW\n{row}");
    check(&list, &[("A", KK), ("C", NIK)], &[SITI_IN], &[]);
}

#[test]
fn a_list_without_a_header_is_read_with_corrections() {
    let row = "3174102410099096,Siti,3174105205809012,Jl. A,5/2\n";
    let all = [("A", KK), ("B", NAME), ("C", NIK), ("D", ADDRESS), ("E", ColumnKind::RtRw)];
    let siti = |at| format!("{at} 9096 005/002 Jl. A: Siti 9012 kepala");
    check(row, &all, &[&siti(1)], &[]);
    check(
        &row.replace(',', "\t").replace("Jl. A", "Jl. A, B, C"),
        &all,
        &["1 9096 005/002 Jl. A, B, C: Siti 9012 kepala"],
        &[],
    );
    check(&format!("DAFTAR\n\nNo,Penerima,Alamat\n{row}"), &all, &[&siti(4)], &[]);
    check(&format!("No,Penerima,Nomor,Alamat,RT/RW\n{row}"), &all, &[&siti(2)], &[]);
}

#[test]
fn too_few_corrections_do_not_make_a_list() {
    let list = "3174102410099096,Siti,3174105205809012\n";
    let name = lists::ColumnName { letter: "A".into(), header: String::new() };
    let corrections = vec![Correction { sheet: None, name, kind: KK }];
    let context = Context { corrections, ..context() };
    assert_eq!(lists::read(list.as_bytes(), &context).err(), Some(SheetFault::NoHeader));
    let known: Vec<bool> =
        lists::columns(list.as_bytes(), &context).unwrap().iter().map(|c| c.kind.is_some()).collect();
    assert_eq!(known, [true, false, false]);
}

#[test]
fn columns_without_names_show_an_example() {
    let list = "3174102410099096,Siti,3174105205809012\n,Budi,\n";
    assert_eq!(lists::read(list.as_bytes(), &context()).err(), Some(SheetFault::NoHeader));
    let columns = lists::columns(list.as_bytes(), &context()).unwrap();
    let shown = |c: &Column| format!("{} {} {}", c.name, c.example, c.kind.is_some());
    let shown: Vec<String> = columns.iter().map(shown).collect();
    assert_eq!(shown, ["A 3174102410099096 false", "B Siti false", "C 3174105205809012 false"]);
}
