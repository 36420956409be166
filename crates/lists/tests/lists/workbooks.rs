//! What only workbooks have: numbers, dates, merged cells, sheets.

use crate::{context, families, problems, shown, warnings};
use domain::Date;
use lists::{Reading, SheetFault};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

const HEADER: [&str; 7] = ["No KK", "Nama", "NIK", "Alamat", "RT", "RW", "Tgl Lahir"];

fn read(book: &mut Workbook) -> Result<Reading, SheetFault> {
    lists::read(&book.save_to_buffer().unwrap(), &context())
}

/// A header in the given row and a family below it.
fn family(sheet: &mut Worksheet, row: u32, kk: &str, nik: &str) {
    sheet.write_row(row, 0, HEADER).unwrap();
    sheet.write_row(row + 1, 0, [kk, "Siti", nik, "Jl. A", "5", "2"]).unwrap();
}

#[test]
fn numbers_and_dates() {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let plain = Format::new().set_num_format("0");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, HEADER).unwrap();
    for (row, nik) in [(1, 3_174_105_205_809_012_f64), (2, 3_174_105_205_809_010_f64)] {
        sheet.write_number(row, 0, 3_174_102_410_099_096_f64 + f64::from(row)).unwrap();
        sheet.write_string(row, 1, "Siti").unwrap();
        sheet.write_number_with_format(row, 2, nik, &plain).unwrap();
        sheet.write_string(row, 3, "Jl. A").unwrap();
        sheet.write_number(row, 4, 5).unwrap();
        sheet.write_number(row, 5, 2).unwrap();
        sheet
            .write_datetime_with_format(row, 6, ExcelDateTime::from_ymd(1980, 5, 12).unwrap(), &day)
            .unwrap();
    }
    let reading = read(&mut book).unwrap();
    assert_eq!(families(&reading), ["2 9097 005/002 Jl. A: Siti 9012 kepala 1980-05-12"]);
    assert_eq!(problems(&reading), ["3 C nik:dibulatkan"]);
    // The draft of the refused family shows what the spreadsheet showed, and stays refused.
    let draft = &reading.refused[0].draft;
    assert_eq!(draft.members[0].nik, "3.17410520580901E+15");
    assert!(draft.validate(&context().area, Date::parse("2021-03-12").unwrap()).is_err());
}

#[test]
fn merged_headers_and_merged_families() {
    let plain = Format::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 6, "DAFTAR KELUARGA RT 005 / RW 02", &plain).unwrap();
    sheet.merge_range(2, 0, 3, 0, "NO", &plain).unwrap();
    sheet.merge_range(2, 1, 3, 1, "NO. KK", &plain).unwrap();
    sheet.merge_range(2, 2, 2, 4, "ANGGOTA KELUARGA", &plain).unwrap();
    sheet.write_row(3, 2, ["NAMA", "NIK", "HUBUNGAN"]).unwrap();
    sheet.merge_range(2, 5, 3, 5, "ALAMAT", &plain).unwrap();
    sheet.merge_range(2, 6, 3, 6, "KET", &plain).unwrap();
    sheet.write_row(4, 0, 1..=7).unwrap();
    sheet.merge_range(5, 0, 6, 0, "1", &plain).unwrap();
    sheet.merge_range(5, 1, 6, 1, "3174102410099096", &plain).unwrap();
    sheet.write_row(5, 2, ["Siti", "3174105205809012", "Kepala Keluarga", "Jl. A"]).unwrap();
    sheet.write_row(6, 2, ["Budi", "3174101205809013", "Suami"]).unwrap();
    let reading = read(&mut book).unwrap();
    assert_eq!(families(&reading), ["6 9096 005/002 Jl. A: Siti 9012 kepala, Budi 9013 suami"]);
    assert_eq!([problems(&reading), warnings(&reading)].concat(), [""; 0]);
}

#[test]
fn every_visible_sheet_that_is_a_list_is_read() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Sampul").unwrap().write_string(4, 2, "DAFTAR").unwrap();
    family(book.add_worksheet().set_name("RT 005").unwrap(), 3, "3174102410099096", "3174105205809012");
    family(book.add_worksheet().set_name("RT 006").unwrap(), 0, "3174102410099095", "3174105205809013");
    family(book.add_worksheet().set_name("Rekap").unwrap(), 0, "3174102410099096", "3174105205809012");
    family(book.add_worksheet().set_hidden(true), 0, "3174102410099094", "3174105205809014");
    let reading = read(&mut book).unwrap();
    let places: Vec<(Option<&str>, u32)> =
        reading.accepted.iter().map(|entry| (entry.place.sheet.as_deref(), entry.place.row)).collect();
    assert_eq!(places, [(Some("RT 005"), 5), (Some("RT 006"), 2)]);
    let [twice] = reading.problems().collect::<Vec<_>>()[..] else { panic!("one double") };
    assert_eq!(
        (twice.place.sheet.as_deref(), shown(twice).as_str()),
        (Some("Rekap"), "2 ? keluarga:data-ganda=5")
    );
}

#[test]
fn a_cell_in_the_last_corner_takes_no_memory() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    family(sheet, 0, "3174102410099096", "3174105205809012");
    sheet.write_string(1_048_575, 16_383, "x").unwrap();
    assert_eq!(read(&mut book).unwrap().accepted.len(), 1);
}

#[test]
fn workbooks_that_are_no_lists() {
    let mut empty = Workbook::new();
    empty.add_worksheet();
    assert_eq!(read(&mut empty).err(), Some(SheetFault::Empty));
    let mut other = Workbook::new();
    other.add_worksheet().write_row(0, 0, ["Halo", "apa", "kabar"]).unwrap();
    assert_eq!(read(&mut other).err(), Some(SheetFault::NoHeader));
}

#[test]
fn a_panic_of_our_own_is_not_taken_for_a_broken_workbook() {
    let mut book = Workbook::new();
    book.add_worksheet().write_column(0, 0, 0..600).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let read = || lists::read_with_progress(&bytes, &context(), &mut |_| panic!("while rows are reported"));
    assert!(std::panic::catch_unwind(read).is_err());
}

fn kept(name: &str) -> Result<Reading, SheetFault> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks").join(name);
    lists::read(&std::fs::read(path).unwrap(), &context())
}

#[test]
fn xls_ods_and_a_password() {
    for name in ["list.xls", "list.ods"] {
        let reading = kept(name).unwrap();
        let taken =
            ["4 9096 005/002 Jl. A: Siti 9012 kepala 1980-05-12", "6 9094 005/002 Jl. C: Tono 9013 kepala"];
        assert_eq!(families(&reading), taken, "{name}");
        assert_eq!(problems(&reading), ["5 D nik:dibulatkan"], "{name}");
    }
    assert_eq!(kept("password.xlsx").err(), Some(SheetFault::Password));
}
