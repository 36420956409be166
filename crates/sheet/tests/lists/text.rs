//! Small lists in text, one habit of their writers each.

use crate::{context, families, problems, warnings};
use sheet::SheetFault;

const HEADER: &str = "No,No KK,Nama Kepala Keluarga,NIK,Alamat,RT/RW,Jml Jiwa\n";

/// What is taken in, and what is wrong or doubtful.
fn check(list: &str, taken: &[&str], doubts: &[&str]) {
    let reading = sheet::read(list.as_bytes(), &context()).unwrap_or_else(|fault| panic!("{fault}: {list}"));
    assert_eq!(families(&reading), taken, "{list}");
    assert_eq!([problems(&reading), warnings(&reading)].concat(), doubts, "{list}");
}

/// Rows under [`HEADER`].
fn rows(rows: &str, taken: &[&str], doubts: &[&str]) {
    check(&format!("{HEADER}{rows}"), taken, doubts);
}

fn refused(bytes: &[u8], expect: SheetFault) {
    assert_eq!(sheet::read(bytes, &context()).err(), Some(expect));
}

#[test]
fn separators() {
    for separator in [",", ";", "\t", "|"] {
        let list = "Nama,NIK,No KK,Alamat,RT,RW\nSiti,3174105205809012,3174102410099096,Jl. A,5,2\n";
        check(&list.replace(',', separator), &["2 9096 005/002 Jl. A: Siti 9012 kepala"], &[]);
    }
}

#[test]
fn files_that_are_no_lists() {
    refused(b"", SheetFault::Empty);
    refused(b" \r\n ", SheetFault::Empty);
    refused(b"%PDF-1.7 ...", SheetFault::Unreadable);
    refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", SheetFault::Unreadable);
    refused(b"PK\x03\x04 broken", SheetFault::Unreadable);
    refused(b"Halo,apa,kabar\n1,2,3\n", SheetFault::NoHeader);
    refused(b"Nama,NIK\nSiti,3174105205809012\n", SheetFault::NotHouseholds);
    refused(&vec![b' '; 20 * 1024 * 1024 + 1], SheetFault::TooLarge);
    refused((HEADER.to_owned() + &"1,,,,,,\n".repeat(100_001)).as_bytes(), SheetFault::TooManyRows);
}

#[test]
fn what_stands_around_the_data() {
    rows(
        "1,2,3,4,5,6,7\n1,3174102410099096,Siti,3174105205809012,Jl. A,5/2,3\n2,,,,,,\nJumlah,,,,,,3\nMengetahui,,,,Ketua RT 005\n,,Slamet,,,,\n",
        &["3 9096 005/002 Jl. A: Siti 9012 kepala"],
        &[],
    );
}
