//! Small files that are made to fill the memory are refused while they are read, whatever they say of their size.

use crate::context;
use lists::SheetFault;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MIB: usize = 1024 * 1024;

/// So often a text, packed as it comes.
struct Part {
    name: &'static str,
    head: String,
    again: String,
    times: usize,
    tail: String,
}

fn part(name: &'static str, head: &str, again: &str, times: usize, tail: &str) -> Part {
    Part { name, head: head.to_owned(), again: again.to_owned(), times, tail: tail.to_owned() }
}

fn packed(parts: &[Part]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for Part { name, head, again, times, tail } in parts {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(head.as_bytes()).unwrap();
        for _ in 0..*times {
            out.write_all(again.as_bytes()).unwrap();
        }
        out.write_all(tail.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// A workbook whose sheets are these parts, beside more parts.
fn xlsx(sheets: &[&str], parts: impl IntoIterator<Item = Part>) -> Vec<u8> {
    let related = |at: usize, kind: &str, target: &str| {
        format!(r#"<Relationship Id="r{at}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
    };
    let listed =
        (0..sheets.len()).map(|at| format!(r#"<sheet name="S{at}" sheetId="{}" r:id="r{at}"/>"#, at + 1));
    let book = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{}</sheets></workbook>"#,
        listed.collect::<String>()
    );
    let strings = related(sheets.len(), "sharedStrings", "sharedStrings.xml");
    let relations: String = sheets
        .iter()
        .enumerate()
        .map(|(at, sheet)| related(at, "worksheet", sheet))
        .chain([strings])
        .collect();
    let whole = |text: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{text}</Relationships>"#
        )
    };
    let frame = [
        part("_rels/.rels", &whole(&related(0, "officeDocument", "xl/workbook.xml")), "", 0, ""),
        part("xl/workbook.xml", &book, "", 0, ""),
        part("xl/_rels/workbook.xml.rels", &whole(&relations), "", 0, ""),
    ];
    packed(&frame.into_iter().chain(parts).collect::<Vec<_>>())
}

fn sheet(name: &'static str, row: &str, times: usize) -> Part {
    let head = format!(r#"<worksheet xmlns="{MAIN}"><sheetData>"#);
    part(name, &head, row, times, "</sheetData></worksheet>")
}

fn strings(text: &str, times: usize) -> Part {
    part("xl/sharedStrings.xml", &format!(r#"<sst xmlns="{MAIN}">"#), text, times, "</sst>")
}

fn ods(tables: &str, times: usize) -> Vec<u8> {
    let head = r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>"#;
    let tail = "</office:spreadsheet></office:body></office:document-content>";
    packed(&[
        part("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "", 0, ""),
        part("META-INF/manifest.xml", "<manifest/>", "", 0, ""),
        part("content.xml", head, tables, times, tail),
    ])
}

#[test]
fn what_would_fill_the_memory_is_refused() {
    const ONE: &str = "xl/worksheets/sheet1.xml";
    let long = format!("<si><t>{}</t></si>", "x".repeat(30_000));
    let row = r#"<row><c t="inlineStr"><is><t>a</t></is></c></row>"#;
    let wide: String =
        (1..30_000).map(|n| format!(r#"<row r="{n}"><c r="IV{n}"><v>1</v></c></row>"#)).collect();
    let cell = r#"<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>"#;
    let table = |rows: u32, columns: u32| {
        let cell = cell.replace(" office", &format!(r#" table:number-columns-repeated="{columns}" office"#));
        format!(
            r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row></table:table>"#
        )
    };
    let below: String =
        (2..90_000).map(|n| format!(r#"<row r="{n}"><c r="B{n}"><v>1</v></c></row>"#)).collect();
    let merged = format!(
        r#"<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>{below}</sheetData>
        <mergeCells><mergeCell ref="A1:A90000"/></mergeCells></worksheet>"#
    );
    let spaces = " ".repeat(MIB);
    for (what, bytes, expect) in [
        ("a large sheet", xlsx(&["worksheets/sheet1.xml"], [sheet(ONE, &spaces, 65)]), SheetFault::Unpacked),
        (
            "a large picture",
            xlsx(&["worksheets/sheet1.xml"], [part("xl/media/a.png", "", &spaces, 65, "")]),
            SheetFault::Unpacked,
        ),
        (
            "many parts that are large together",
            xlsx(&[], ["a", "b", "c"].map(|name| part(name, "", &spaces, 22, ""))),
            SheetFault::Unpacked,
        ),
        (
            "one long text in many cells",
            xlsx(
                &["worksheets/sheet1.xml"],
                [sheet(ONE, r#"<row><c t="s"><v>0</v></c></row>"#, 90_000), strings(&long, 1)],
            ),
            SheetFault::Unpacked,
        ),
        (
            "rows that are wide and empty",
            xlsx(&["worksheets/sheet1.xml"], [sheet(ONE, &wide, 1)]),
            SheetFault::Unpacked,
        ),
        (
            "a long text in a cell merged over many rows",
            xlsx(&["worksheets/sheet1.xml"], [part(ONE, &merged, "", 0, ""), strings(&long, 1)]),
            SheetFault::Unpacked,
        ),
        (
            "one part that is many sheets",
            xlsx(&["worksheets/sheet1.xml"; 1000], [sheet(ONE, row, 1000)]),
            SheetFault::Unreadable,
        ),
        ("repeated rows", ods(&table(1_000_000, 16_000), 1), SheetFault::TooManyRows),
        ("sheets that are large together", ods(&table(90_000, 40), 3), SheetFault::TooManyRows),
        (
            "a page whose cells stand far out",
            format!(
                "<html><table>{}</table></html>",
                "<tr><td colspan=250></td><td>a</td></tr>".repeat(90_000)
            )
            .into_bytes(),
            SheetFault::Unpacked,
        ),
    ] {
        assert!(bytes.len() < 5 * MIB, "{what}: {} bytes packed", bytes.len());
        assert_eq!(lists::read(&bytes, &context()).err(), Some(expect), "{what}");
    }
}
