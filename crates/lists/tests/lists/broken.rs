//! Workbooks that are damaged inside: in the texts of an XLSX or ODS below its compression, in the bytes of an XLS.

use crate::context;
use proptest::prelude::*;
use std::cell::Cell;
use std::io::{Cursor, Read, Write};
use std::sync::Once;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What an edit puts in: numbers beyond what cells can have, and markup where none belongs.
const INSERTED: [&str; 16] = [
    "",
    "0",
    "-1",
    "1e308",
    "99999999999999999999",
    "A0",
    "XFD1048577",
    "ZZZZZZZZ1",
    "<",
    ">",
    "\"",
    "</row>",
    "é",
    " t=\"s\"",
    "<c r=\"A1\" t=\"s\"><v>9</v></c>",
    "<row r=\"4294967295\">",
];

/// Where, how many bytes go, what comes in their place.
type Edit = (prop::sample::Index, usize, usize);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    proptest::collection::vec((any::<prop::sample::Index>(), 0..24usize, 0..INSERTED.len()), 1..4)
}

fn edited(bytes: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, length, inserted) in edits {
        let start = at.index(bytes.len() + 1);
        let end = bytes.len().min(start + length);
        bytes.splice(start..end, INSERTED[*inserted].bytes());
    }
    bytes
}

fn file(path: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The workbook with edits in one of its parts.
fn with_edits(workbook: &[u8], part: prop::sample::Index, edits: &[Edit]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let part = part.index(archive.len());
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        out.start_file(name, stored).unwrap();
        out.write_all(&if at == part { edited(&bytes, edits) } else { bytes }).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The workbook with one of its parts rewritten.
fn rewritten(workbook: &[u8], part: &str, rewrite: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for entry in 0..archive.len() {
        let mut entry = archive.by_index(entry).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        if name == part {
            rewrite(&mut bytes);
        }
        out.start_file(name, stored).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

thread_local! {
    /// Panics on this thread, also those that were caught.
    static PANICS: Cell<u32> = const { Cell::new(0) };
}

/// Reads a list, and fails if the library that reads workbooks panicked meanwhile: people are told that the file cannot
/// be read, but here it is something to be reported and mended.
fn read(bytes: &[u8]) -> Result<lists::Reading, lists::SheetFault> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            PANICS.set(PANICS.get() + 1);
            before(panic);
        }));
    });
    PANICS.set(0);
    let reading = lists::read(bytes, &context());
    assert_eq!(PANICS.get(), 0, "the library panicked");
    reading
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn xlsx(part: prop::sample::Index, edits in edits()) {
        let sample = file("../../data/samples/rt-005-rw-02-ulujami.xlsx");
        let _ = read(&with_edits(&sample, part, &edits));
    }

    #[test]
    fn ods(part: prop::sample::Index, edits in edits()) {
        let _ = read(&with_edits(&file("tests/workbooks/list.ods"), part, &edits));
    }

    #[test]
    fn ods_that_breaks_off(at: prop::sample::Index) {
        let break_off = |bytes: &mut Vec<u8>| {
            let ends: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b'>').collect();
            bytes.truncate(at.get(&ends) + 1);
        };
        let _ = read(&rewritten(&file("tests/workbooks/list.ods"), "content.xml", break_off));
    }

    #[test]
    fn xls(edits in edits()) {
        let _ = read(&edited(&file("tests/workbooks/list.xls"), &edits));
    }
}

#[test]
fn ods_with_more_blanks_than_a_text_can_have() {
    let blanks = |bytes: &mut Vec<u8>| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains("<text:p>"));
        *bytes = text.replacen("<text:p>", "<text:p><text:s text:c=\"99999999999\"/>", 1).into_bytes();
    };
    let bytes = rewritten(&file("tests/workbooks/list.ods"), "content.xml", blanks);
    assert_eq!(lists::read(&bytes, &context()).err(), Some(lists::SheetFault::Unpacked));
}

/// The sample with something else in the text of its sheet.
fn sample_with(was: &str, becomes: &str) -> Vec<u8> {
    let sample = file("../../data/samples/rt-005-rw-02-ulujami.xlsx");
    rewritten(&sample, "xl/worksheets/sheet1.xml", |bytes| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(was), "{was}");
        *bytes = text.replacen(was, becomes, 1).into_bytes();
    })
}

#[test]
fn xlsx_whose_cells_stand_where_no_cell_can() {
    for (was, becomes) in [
        ("r=\"A3\"", "r=\"A39999999999\""),
        ("r=\"A3\"", "r=\"ZZZZZZZZ3\""),
        ("r=\"A3\"", "r='A4294967299'"),
        ("<row r=\"3\"", "<row r=\"4294967299\""),
    ] {
        let read = read(&sample_with(was, becomes));
        assert_eq!(read.err(), Some(lists::SheetFault::Unreadable), "{becomes}");
    }
}

#[test]
fn xlsx_whose_head_says_wrongly_where_its_cells_are() {
    let expect = read(&file("../../data/samples/rt-005-rw-02-ulujami.xlsx")).unwrap();
    assert!(!expect.accepted.is_empty());
    for dimension in ["C9:A1", "A9:I1", "A1:I99999999999", "ZZZZZZZZ1", "A:I", "", "A1:I48:J9"] {
        let bytes = sample_with("ref=\"A1:I48\"", &format!("ref=\"{dimension}\""));
        assert_eq!(format!("{:?}", read(&bytes).unwrap()), format!("{expect:?}"), "{dimension}");
    }
}

#[test]
fn xls_whose_sheet_ends_before_it_begins() {
    let sound = file("tests/workbooks/list.xls");
    assert!(read(&sound).is_ok());
    // A record of 14 bytes: first row, row after the last one, columns.
    let dimensions = [0x00, 0x02, 14, 0x00];
    let at = sound.windows(4).position(|bytes| bytes == dimensions).unwrap();
    let mut bytes = sound;
    bytes[at + 4..at + 12].copy_from_slice(&[9, 0, 0, 0, 3, 0, 0, 0]);
    assert_eq!(read(&bytes).err(), Some(lists::SheetFault::Unreadable));
}
