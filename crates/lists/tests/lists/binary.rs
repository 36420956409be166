//! Workbooks in the binary formats, byte by byte: no library writes them, and hidden rows are what this reads itself.

use crate::as_people_have_them::unread;
use crate::{context, families, problems, warnings};
use lists::{Reading, SheetFault};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// How a row looks to its owner.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Is {
    Plain,
    Hidden,
    /// Hidden by the height that somebody has pulled it to.
    Flat,
    StruckOut,
}

const ROWS: [(Is, [&str; 6]); 6] = [
    (Is::Plain, ["No KK", "Nama", "NIK", "Alamat", "RT", "RW"]),
    (Is::Plain, ["3174102410099096", "Siti", "3174105205809012", "Jl. A", "5", "2"]),
    (Is::Hidden, ["3174102410099097", "Rini", "3174105205809013", "Jl. B", "5", "2"]),
    (Is::Flat, ["3174102410099098", "Tuti", "3174105205809014", "Jl. C", "5", "2"]),
    (Is::StruckOut, ["3174102410099099", "Wati", "3174105205809015", "Jl. D", "5", "2"]),
    (Is::Plain, ["3174102410099100", "Yuli", "3174105205809016", "Jl. E", "5", "2"]),
];

fn bytes(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

/// A number in two bytes.
fn short(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap().to_le_bytes()
}

/// A number in four bytes.
fn long(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap().to_le_bytes()
}

/// A record of an XLS.
fn xls_record(kind: u16, data: &[u8]) -> Vec<u8> {
    bytes(&[&kind.to_le_bytes(), &short(data.len()), data])
}

/// An XLS with one sheet. Its number format 1 is struck out; `locked`: it opens with a password.
fn xls(locked: bool) -> Vec<u8> {
    let begin = |kind: u8| xls_record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let end = xls_record(0x000A, &[]);
    let font = |flags: u8| {
        let head = [0xC8, 0, flags, 0, 0xFF, 0x7F, 0x90, 1, 0, 0, 0, 0, 0, 0];
        xls_record(0x0031, &bytes(&[&head, &[5, 0], b"Arial"]))
    };
    let format = |font: u8| xls_record(0x00E0, &bytes(&[&[font, 0], &[0; 18]]));
    // No font has the number 4: what is called 5 is the fifth of them.
    let fonts = [font(0), font(0), font(0), font(0), font(8)].concat();
    let lock = if locked { xls_record(0x002F, &[1; 6]) } else { Vec::new() };
    let globals = [begin(5), lock, fonts, format(0), format(5)].concat();
    let sheet_name = |start: usize| xls_record(0x0085, &bytes(&[&long(start), &[0, 0], &[1, 0], b"A"]));
    let start = globals.len() + sheet_name(0).len() + end.len();
    let mut book = [globals, sheet_name(start), end.clone(), begin(0x10)].concat();
    let size = bytes(&[&long(0), &long(ROWS.len()), &short(0), &short(6), &[0; 2]]);
    book.extend(xls_record(0x0200, &size));
    for (at, (is, _)) in ROWS.iter().enumerate() {
        let height = if *is == Is::Flat { 0 } else { 255 };
        let flags = if *is == Is::Hidden { 0x20 } else { 0 };
        let row = [&short(at)[..], &short(0), &short(6), &short(height), &[0; 4], &[flags, 1, 15, 0]];
        book.extend(xls_record(0x0208, &row.concat()));
    }
    for (row, (is, cells)) in ROWS.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            let format = usize::from(*is == Is::StruckOut);
            let head = [short(row), short(column), short(format), short(text.len())].concat();
            book.extend(xls_record(0x0204, &bytes(&[&head, &[0], text.as_bytes()])));
        }
    }
    book.extend(end);
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container.create_stream("/Workbook").unwrap().write_all(&book).unwrap();
    container.flush().unwrap();
    container.into_inner().into_inner()
}

/// A record of an XLSB.
fn xlsb_record(kind: usize, data: &[u8]) -> Vec<u8> {
    let seven_bits = |number: usize| u8::try_from(number & 0x7F).unwrap();
    let kind = if kind < 0x80 {
        vec![seven_bits(kind)]
    } else {
        vec![seven_bits(kind) | 0x80, seven_bits(kind >> 7)]
    };
    let length = [seven_bits(data.len()) | 0x80, seven_bits(data.len() >> 7)];
    bytes(&[&kind, &length, data])
}

/// A text of an XLSB.
fn xlsb_text(text: &str) -> Vec<u8> {
    let letters: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes(&[&long(letters.len() / 2), &letters])
}

/// An XLSB with one sheet. `failed`: row and column of a formula that has failed; `far`: of one more text below all others.
fn xlsb(failed: Option<(usize, usize)>, far: Option<(usize, usize)>) -> Vec<u8> {
    let sheet = [long(0), long(1)].concat();
    let book = [
        xlsb_record(0x009C, &[sheet, xlsb_text("r1"), xlsb_text("A")].concat()),
        xlsb_record(0x0090, &[]),
        xlsb_record(0x0084, &[]),
    ];
    let size = [long(0), long(ROWS.len() - 1), long(0), long(5)].concat();
    let mut cells = [xlsb_record(0x0094, &size), xlsb_record(0x0091, &[])].concat();
    for (row, (is, texts)) in ROWS.iter().enumerate() {
        let flags = if *is == Is::Hidden { 0x10 } else { 0 };
        let height = if *is == Is::Flat { 0 } else { 255 };
        let head = [&long(row)[..], &long(0), &short(height), &[0, flags, 0], &long(0)];
        cells.extend(xlsb_record(0x0000, &head.concat()));
        for (column, text) in texts.iter().enumerate() {
            let head = bytes(&[&long(column), &long(0)]);
            cells.extend(if failed == Some((row, column)) {
                // #N/A, no flags, and the formula: the number 5.
                xlsb_record(0x000B, &bytes(&[&head, &[0x2A, 0, 0], &long(3), &[0x1E, 5, 0], &long(0)]))
            } else {
                xlsb_record(0x0006, &bytes(&[&head, &xlsb_text(text)]))
            });
        }
    }
    if let Some((row, column)) = far {
        cells.extend(xlsb_record(0x0000, &bytes(&[&long(row), &long(0), &short(255), &[0, 0, 0], &long(0)])));
        cells.extend(xlsb_record(0x0006, &bytes(&[&long(column), &long(0), &xlsb_text("x")])));
    }
    cells.extend(xlsb_record(0x0092, &[]));
    let relations = br#"<Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#;
    let parts = [
        ("xl/workbook.bin", &book.concat()[..]),
        ("xl/_rels/workbook.bin.rels", relations),
        ("xl/worksheets/sheet1.bin", &cells),
    ];
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(part).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// A container with the parts of a workbook that opens with a password: what Excel makes of XLSX and of XLSB.
fn encrypted() -> Vec<u8> {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for name in ["/EncryptionInfo", "/EncryptedPackage"] {
        container.create_stream(name).unwrap().write_all(&[7; 5000]).unwrap();
    }
    container.flush().unwrap();
    container.into_inner().into_inner()
}

/// What LibreOffice makes of an ODS with a password: each part is locked, and since version 24.2 all of them in one.
fn encrypted_ods(locked: &str) -> Vec<u8> {
    let manifest = "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>\
        <manifest:file-entry manifest:full-path='a' manifest:media-type='text/xml'>\
        <manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
        (locked, &[0xD7; 500]),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ] {
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(part).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Result<Reading, SheetFault> {
    let reading = lists::read(bytes, &context())?;
    assert!(reading.account.adds_up(), "{:?}", reading.account);
    assert_eq!([problems(&reading), warnings(&reading)].concat(), [""; 0]);
    Ok(reading)
}

#[test]
fn rows_of_an_xls_that_its_owner_does_not_see_are_not_read() {
    let reading = read(&xls(false)).unwrap();
    let seen = ["2 9096 005/002 Jl. A: Siti 9012 kepala", "6 9100 005/002 Jl. E: Yuli 9016 kepala"];
    assert_eq!(families(&reading), seen);
    assert_eq!(unread(&reading), ["A 3-4 baris-tersembunyi", "A 5-5 baris-dicoret"]);
    assert!(!reading.account.looks_unknown);
}

#[test]
fn of_an_xlsb_all_rows_are_read_and_it_is_said_that_nobody_can_tell() {
    let reading = read(&xlsb(None, None)).unwrap();
    let names = ["Siti", "Rini", "Tuti", "Wati", "Yuli"];
    let heads = reading.accepted.iter().map(|entry| entry.draft.members[0].name.as_str());
    assert_eq!(heads.collect::<Vec<_>>(), names);
    assert!(reading.account.looks_unknown);
}

#[test]
fn a_formula_of_an_xlsb_that_has_failed_is_told() {
    let reading = lists::read(&xlsb(Some((2, 2)), None), &context()).unwrap();
    assert_eq!(problems(&reading), ["3 C nik:galat-rumus"]);
    assert_eq!(reading.accepted.len(), 4);
}

#[test]
fn cells_of_an_xlsb_that_lie_far_apart_take_no_more_than_they_hold() {
    // As one range, these would be sixteen thousand million cells.
    let reading = lists::read(&xlsb(Some((2, 2)), Some((1_048_575, 16_383))), &context()).unwrap();
    assert!(reading.account.adds_up(), "{:?}", reading.account);
    assert_eq!(problems(&reading), ["3 C nik:galat-rumus"]);
    assert_eq!(reading.accepted.len(), 4);
}

#[test]
fn whatever_is_locked_is_told_to_be() {
    for (name, bytes) in [
        ("xls", xls(true)),
        ("xlsx or xlsb", encrypted()),
        ("ods", encrypted_ods("content.xml")),
        ("ods of late", encrypted_ods("encrypted-package")),
    ] {
        assert_eq!(read(&bytes).err(), Some(SheetFault::Password), "{name}");
    }
}
