use super::*;
use rust_xlsxwriter::{Workbook, Worksheet};

const COLUMNS: &[Names] = &[&["nik", "no ktp"], &["nama"], &["program"]];

type Read = Vec<(u32, [String; 3])>;

/// Every table by its name, and what is left.
fn read(bytes: &[u8]) -> Result<(Vec<(String, Read)>, Left)> {
    let opened = Tables::read("daftar", bytes.to_vec(), COLUMNS, &[&[0], &[1, 2]])?;
    let mut tables = Vec::new();
    for table in &opened.tables {
        let mut rows = Vec::new();
        table.each_row(|row| {
            rows.push((row.line, [0, 1, 2].map(|column| row.cell(column).to_owned())));
            Ok(())
        })?;
        tables.push((table.name.clone(), rows));
    }
    Ok((tables, opened.left))
}

fn rows(text: &str) -> Read {
    read(text.as_bytes()).unwrap().0.remove(0).1
}

fn row(line: u32, nik: &str, name: &str) -> (u32, [String; 3]) {
    (line, [nik.to_owned(), name.to_owned(), String::new()])
}

#[test]
fn columns_are_found_by_any_of_their_names_below_titles() {
    let expect = [row(3, "1", "Contoh")];
    assert_eq!(rows("\u{feff}Daftar;penerima\nNama;No. KTP\nContoh;1\n"), expect);
    assert_eq!(rows("Daftar,penerima\nNAMA,NO_KTP\n\"Contoh\", 1 \n"), expect);
    assert_eq!(rows("Daftar,penerima\r\nNAMA,NO_KTP\r\nContoh,1\r\n"), expect);
    assert_eq!(rows("Daftar, semua, penerima\nNAMA;NO_KTP\nContoh;1\n"), expect);
}

#[test]
fn every_row_has_a_number_of_its_own_however_lines_end() {
    let expect =
        [row(2, "1", "A"), row(3, "2", "B"), row(5, "3", "C"), row(6, "4", "D\nE"), row(7, "5", "F")];
    for [a, b, c] in [["\n", "\n", "\n"], ["\r\n", "\n", "\r\n"], ["\n", "\r\n", "\r"], ["\r", "\r", "\r"]] {
        let text = format!("NIK,Nama{a}1,A{b}2,B{b}{b}3,C{c}4,\"D{b}E\"{a}5,F");
        assert_eq!(rows(&text), expect, "{text:?}");
    }
}

#[test]
fn a_quotation_mark_left_open_swallows_nothing() {
    let more: String = (3..30).map(|n| format!("{n},Contoh\n")).collect();
    let rows = rows(&format!("NIK,Nama\n1,\"Contoh\n2,Contoh\n{more}30,\"Contoh, dua\""));
    let expect: Vec<_> = (1..30).map(|n| row(n + 1, &n.to_string(), "Contoh")).collect();
    assert_eq!(rows, [expect, vec![row(31, "30", "Contoh, dua")]].concat());
}

#[test]
fn numbers_that_a_spreadsheet_rounded_are_none() {
    let shown = "3.17410520580901E+15";
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["NIK", "Nama"]).unwrap();
    sheet.write_number(1, 0, 3_174_105_205_809_012_f64).unwrap();
    sheet.write_string(2, 0, "3174105205809010").unwrap();
    let (tables, _) = read(&book.save_to_buffer().unwrap()).unwrap();
    // rust_xlsxwriter keeps what Excel would not.
    assert_eq!(tables[0].1, [row(2, "3174105205809012", ""), row(3, "3174105205809010", "")]);
    book.worksheet_from_index(0).unwrap().write_number(1, 0, 3_174_105_205_809_010_f64).unwrap();
    let (tables, _) = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(tables[0].1[0], row(2, shown, ""));
    // Written out in full: a whole column of zeros at the end is no accident.
    let column = |niks: &[&str]| rows(&format!("NIK,Nama\n{},A\n", niks.join(",A\n")));
    assert!(column(&["3174105205809010"; 5]).iter().all(|(_, cells)| cells[0] == shown));
    let one_is_whole = ["3174105205809010", "3174105205809011", "3174105205809020"];
    assert!(column(&one_is_whole).iter().all(|(_, cells)| cells[0].len() == 16));
}

fn sheet<'a>(book: &'a mut Workbook, name: &str, rows: &[&[&str]]) -> &'a mut Worksheet {
    let sheet = book.add_worksheet();
    sheet.set_name(name).unwrap();
    for (at, row) in (0..).zip(rows) {
        sheet.write_row(at, 0, row.iter().copied()).unwrap();
    }
    sheet
}

#[test]
fn every_sheet_with_the_columns_is_read_and_the_others_are_named() {
    let mut book = Workbook::new();
    sheet(&mut book, "Sampul", &[&["Daftar penerima"]]);
    sheet(&mut book, "Timur", &[&["NIK", "Nama", "Ket."], &["1", "A"]]);
    sheet(&mut book, "Kosong", &[]);
    sheet(&mut book, "Barat", &[&["Wilayah Barat"], &["Nama", "NIK", "Alamat", "Ket."], &["B", "2"]]);
    let (tables, left) = read(&book.save_to_buffer().unwrap()).unwrap();
    let expect = [
        ("daftar, lembar Timur".to_owned(), vec![row(2, "1", "A")]),
        ("daftar, lembar Barat".to_owned(), vec![row(3, "2", "B")]),
    ];
    assert_eq!(tables, expect);
    assert_eq!(
        (left.sheets, left.columns),
        (vec!["daftar, lembar Sampul".to_owned()], vec!["Ket.".to_owned()])
    );

    // A file of one table is called as it is.
    let mut book = Workbook::new();
    sheet(&mut book, "Lembar1", &[&["NIK", "Nama"], &["1", "A"]]);
    assert_eq!(read(&book.save_to_buffer().unwrap()).unwrap().0[0].0, "daftar");
}

#[test]
fn a_table_without_the_column_is_refused() {
    let check = |text: &str, lacking: &str| {
        let fault = read(text.as_bytes()).unwrap_err();
        assert_eq!(fault.code, "tanpa-judul");
        assert!(fault.message.ends_with(&format!("diperlukan: {lacking}.")), "{}", fault.message);
        assert!(fault.remedy.contains("nik"), "{}", fault.remedy);
    };
    check("Nama\nContoh\n", "nik");
    check("Daftar penerima\n\nNIK,Alamat\n1,Jl. Contoh\n", "nama atau program");
    check("Alamat\nJl. Contoh\n", "nik; nama atau program");
    assert_eq!(read(b"%PDF-1.7").unwrap_err().code, "tidak-terbaca");
    assert_eq!(read(b"").unwrap_err().code, "tanpa-judul");
}
