use super::*;
use lists::{Aside, WhyUnread};
use proptest::prelude::*;
use rust_xlsxwriter::{Workbook, Worksheet};

const COLUMNS: &[Names] = &[&["nik", "no ktp"], &["nama"], &["program"]];

type Read = Vec<(u32, [String; 3])>;

/// Every table by its name, and what is left.
fn read(bytes: &[u8]) -> Result<(Vec<(String, Read)>, Left)> {
    let mut opened = Tables::read("daftar", bytes.to_vec(), COLUMNS, &[&[0], &[1, 2]])?;
    let mut tables = Vec::new();
    for table in &opened.tables {
        let mut rows = Vec::new();
        table.each_row(&mut opened.left, |row| {
            rows.push((row.line, [0, 1, 2].map(|column| row.cell(column).to_owned())));
            Ok(())
        })?;
        opened.left.close(rows.len())?;
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
fn columns_are_found_in_other_words_for_their_names() {
    let read = |header: &str| rows(&format!("{header}\nContoh;1\n"));
    for nik in ["Nomor KTP", "NIK (16 digit)", "NIK (wajib diisi)", "No. NIK", "Nomor Induk Kependudukan"] {
        assert_eq!(read(&format!("Nama;{nik}")), [row(2, "1", "Contoh")], "{nik}");
    }
    // Brackets that name something else, and the numbers of others.
    for other in ["NIK (ibu)", "NIK Ibu", "Nomor KTP Ayah", "Nomor"] {
        assert!(self::read(format!("Nama;{other}\nContoh;1\n").as_bytes()).is_err(), "{other}");
    }
}

#[test]
fn a_header_may_have_a_second_row_of_parts_and_units() {
    let (mut tables, left) = read(b"NIK;Nama;Jumlah;Program\n;;(Rp);\n1;A;5;PKH\n").unwrap();
    assert_eq!(tables.remove(0).1, [(3, ["1", "A", "PKH"].map(str::to_owned))]);
    assert_eq!((left.columns, left.nameless_columns), (vec!["Jumlah".to_owned()], vec![]));
    let (mut tables, left) = read(b"NIK;Nama;Kehadiran;;Program\n;;Hadir;Tidak;\n1;A;v;;PKH\n").unwrap();
    assert_eq!(tables.remove(0).1, [(3, ["1", "A", "PKH"].map(str::to_owned))]);
    let named = ["Kehadiran Hadir", "Kehadiran Tidak"].map(str::to_owned).to_vec();
    assert_eq!((left.columns, left.nameless_columns), (named, vec![]));
    // Somebody without a number is data.
    assert_eq!(
        account("NIK;Nama\n;Budi\n"),
        "daftar: 2 baris terisi, 1 dibaca sebagai data; kepala kolom: baris 1"
    );
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
    let rounded =
        ["3174105205809010", "3174105205809020", "3174105205809030", "3174105205809040", "3174105205809050"];
    assert!(column(&rounded).iter().all(|(_, cells)| cells[0].ends_with("E+15")));
    // The KK number of a family stands in the row of each member.
    assert!(column(&[rounded[0]; 5]).iter().all(|(_, cells)| cells[0] == rounded[0]));
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
    for (bytes, code) in [
        (&b"%PDF-1.7"[..], "berkas-pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "tidak-terbaca"),
        (b"\x89PNG\r\n\x1a\n", "berkas-gambar"),
        (b"<html><body>Daftar</body></html>", "halaman-web"),
    ] {
        let fault = read(bytes).unwrap_err();
        assert_eq!(fault.code, code, "{}", fault.message);
        assert!(!fault.remedy.is_empty());
    }
    assert_eq!(read(b"").unwrap_err().code, "tanpa-judul");
}

/// What became of the rows, without the name of the table.
fn account(text: &str) -> String {
    let (_, left) = read(text.as_bytes()).unwrap();
    left.accounts[0].to_string()
}

#[test]
fn what_people_write_around_their_tables_is_told_from_data() {
    let text = "KEMENTERIAN SOSIAL;;;\n\nNIK;NAMA;PROGRAM;KET\n(1);(2);(3);(4)\n3174105205809012;A;PKH;\nSUB TOTAL;1;;\n\n\
                KECAMATAN LAIN;;;\nPROGRAM;NAMA;NIK;KET\nPKH;B;3174105205829013;\nTOTAL;2;;\nJakarta, 1 Maret 2021;;;\n\
                ;;Kepala Pusat;\n;;( Contoh );\n";
    let expect = [
        (5, ["3174105205809012", "A", "PKH"].map(str::to_owned)),
        (10, ["3174105205829013", "B", "PKH"].map(str::to_owned)),
    ];
    assert_eq!(rows(text), expect);
    assert_eq!(
        account(text),
        "daftar: 12 baris terisi, 2 dibaca sebagai data; judul: baris 1, 8; kepala kolom: baris 3, 9; \
         nomor kolom: baris 4; jumlah: baris 6, 11; penutup atau tanda tangan: baris 12-14"
    );
}

#[test]
fn rows_below_columns_of_another_table_are_not_read_as_those_above() {
    let text = "NIK,Nama,Program\n1,A,PKH\nNama,Kelurahan,Alamat\nB,PKH,3174105205809012\n";
    assert_eq!(rows(text), [(2, ["1", "A", "PKH"].map(str::to_owned))]);
    assert!(account(text).ends_with("tidak ada kepala kolom yang dikenal: baris 3-4"), "{}", account(text));
}

#[test]
fn a_filled_column_without_a_name_is_named() {
    let (_, left) = read(b"NIK,Nama,\n1,A,\n2,B,x,,y\n").unwrap();
    assert_eq!(left.nameless_columns, ["daftar, kolom C", "daftar, kolom E"]);
}

#[test]
fn cells_far_out_and_rows_whose_look_nobody_knows_are_named() {
    let row = |number, is_cut, cells: [&str; 2]| table::Row {
        number,
        cells: cells.map(str::to_owned).to_vec(),
        is_cut,
        ..table::Row::default()
    };
    let rows = vec![row(1, false, ["NIK", "Nama"]), row(2, true, ["1", "A"]), row(3, true, ["2", "B"])];
    let sheet = super::sheet(table::Table { rows, looks_unknown: true, ..table::Table::default() });
    assert!(sheet.looks_unknown);
    let table = Table {
        name: "daftar".to_owned(),
        digest: [0; 32],
        rows: sheet.rows,
        columns: COLUMNS,
        needs: &[&[0], &[1]],
        takes_hidden: false,
    };
    let mut left = Left::default();
    table.each_row(&mut left, |_| Ok(())).unwrap();
    assert_eq!(left.cut_rows, ["daftar: baris 2-3"]);
    let wide = format!("NIK,Nama\n1,A{}x\n", ",".repeat(300));
    assert_eq!(read(wide.as_bytes()).unwrap().1.cut_rows, ["daftar: baris 2"]);
}

#[test]
fn a_cell_without_end_is_cut_off_and_its_row_named() {
    let long = "contoh ".repeat(30_000);
    let text = format!("NIK,Nama\n1,A\n2,{long}\n3,B\u{7}\u{202e}C\n");
    let (mut tables, left) = read(text.as_bytes()).unwrap();
    let rows = tables.remove(0).1;
    assert_eq!((rows[0].clone(), rows[2].clone()), (row(2, "1", "A"), row(4, "3", "BC")));
    assert!(rows[1].1[1].len() <= NOTE && long.starts_with(&rows[1].1[1]));
    assert_eq!(left.long_rows, ["daftar: baris 3"]);
    assert!(
        left.to_string().contains("Sel lebih dari 500 huruf, hanya awalnya yang dibaca: daftar: baris 3")
    );
}

#[test]
fn hidden_and_struck_out_rows_and_hidden_sheets_are_named_and_not_taken_in() {
    let row = |number, look, cells: [&str; 2]| table::Row {
        number,
        cells: cells.map(str::to_owned).to_vec(),
        look,
        ..table::Row::default()
    };
    let rows = vec![
        row(1, Look::Plain, ["NIK", "Nama"]),
        row(2, Look::Hidden, ["1", "A"]),
        row(3, Look::StruckOut, ["2", "B"]),
        row(4, Look::Plain, ["3", "C"]),
    ];
    let table = Table {
        name: "daftar".to_owned(),
        digest: [0; 32],
        rows: Rows::Sheet(rows),
        columns: COLUMNS,
        needs: &[&[0], &[1]],
        takes_hidden: false,
    };
    let (mut left, mut lines) = (Left::default(), Vec::new());
    table
        .each_row(&mut left, |row| {
            lines.push(row.line);
            Ok(())
        })
        .unwrap();
    left.close(1).unwrap();
    assert_eq!((lines, left.accounts[0].lines().count()), (vec![4], 3));
    let mut lines = Vec::new();
    table
        .with_hidden_rows()
        .each_row(&mut left, |row| {
            lines.push(row.line);
            Ok(())
        })
        .unwrap();
    assert_eq!(lines, [2, 4]);
}

#[test]
fn a_cell_merged_over_rows_stands_in_each_of_them() {
    let cells = |texts: [&str; 2]| texts.map(str::to_owned).to_vec();
    let rows = [(1, ["NIK", "Nama"]), (2, ["1", "A"]), (3, ["", "B"])];
    let rows =
        rows.map(|(number, texts)| table::Row { number, cells: cells(texts), ..table::Row::default() });
    let merged = vec![table::Merged { rows: (2, 3), columns: (0, 0) }];
    let filled = super::sheet(table::Table { rows: rows.to_vec(), merged, ..table::Table::default() });
    let Rows::Sheet(rows) = filled.rows else { panic!("a sheet") };
    assert_eq!(rows[2].cells, ["1", "B"]);
}

fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        2 => Just("3174105205809012".to_owned()),
        1 => prop_oneof![Just("NIK"), Just("Nama"), Just("Program"), Just("Alamat"), Just("Kelurahan")].prop_map(str::to_owned),
        1 => prop_oneof![Just("TOTAL"), Just("Jakarta, 1 Maret 2021"), Just("Mengetahui"), Just("(1)"), Just("3174********9012")]
            .prop_map(str::to_owned),
        2 => "[A-Za-z0-9 .]{1,8}",
    ]
}

proptest! {
    /// Every filled row is counted once, and every row with somebody's number is data or named.
    #[test]
    fn no_row_is_lost(table in prop::collection::vec(prop::collection::vec(any_cell(), 4), 0..30)) {
        let text: String =
            table.iter().map(|row| row.join(";") + "\n").chain(["NIK;Nama;Program;Ket\n".to_owned()]).collect();
        let opened = Tables::read("daftar", text.into_bytes(), COLUMNS, &[&[0], &[1, 2]]).unwrap();
        let (mut left, mut lines) = (opened.left, Vec::new());
        opened.tables[0].each_row(&mut left, |row| {
 lines.push(row.line);
 Ok(())
 }).unwrap();
        prop_assert!(left.close(lines.len()).is_ok());
        let account = &left.accounts[0];
        let mut all: Vec<u32> = account.lines().map(|(line, _)| line).chain(lines).collect();
        all.sort_unstable();
        let is_filled = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
        let mut expect: Vec<u32> = (1..).zip(&table).filter(|(_, row)| is_filled(row)).map(|(at, _)| at).collect();
        expect.push(u32::try_from(table.len()).unwrap() + 1);
        prop_assert_eq!(all, expect);
        for (line, aside) in account.lines() {
            let somebody = usize::try_from(line).ok().and_then(|line| table.get(line - 1)).is_some_and(|row| row.iter().any(|cell| cell.starts_with("3174")));
            prop_assert!(!somebody || aside == Aside::Unread(WhyUnread::NoHeader), "{line}");
        }
    }
}
