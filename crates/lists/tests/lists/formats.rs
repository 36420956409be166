//! Bytes to tables: files as programs write them, and what no program should.

use lists::SheetFault;
use lists::file::{Room, is_workbook, workbook};
use lists::table::{Look, Merged, Row, Table};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn tables(bytes: &[u8]) -> Result<Vec<Table>, SheetFault> {
    assert!(is_workbook(bytes), "taken for a text");
    workbook(bytes, Room::new(100_000, 64 << 20), &mut |_| {})
}

/// A table as text: one line a row, with its number, how it looks, and its cells.
fn shown(tables: &[Table]) -> String {
    let mut text = String::new();
    for table in tables {
        let hidden = if table.is_hidden { " (hidden)" } else { "" };
        let unknown = if table.looks_unknown { " (looks unknown)" } else { "" };
        writeln!(text, "sheet {:?}{hidden}{unknown}", table.sheet.as_deref().unwrap_or_default()).unwrap();
        for Row { number, cells, look, is_cut, parts: _ } in &table.rows {
            let look = match look {
                Look::Plain => "",
                Look::Hidden => " hidden",
                Look::StruckOut => " struck out",
            };
            let cut = if *is_cut { " cut" } else { "" };
            writeln!(text, "{number}{look}{cut}: {}", cells.join(" | ").replace('\n', "\\n")).unwrap();
        }
        for Merged { rows, columns } in &table.merged {
            writeln!(text, "merged rows {} to {}, columns {} to {}", rows.0, rows.1, columns.0, columns.1)
                .unwrap();
        }
    }
    text
}

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists-as-people-have-them")
}

#[test]
fn files_as_people_have_them() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for folder in std::fs::read_dir(kept())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("tables.txt").is_file())
    {
        let expect = folder.join("tables.txt");
        let files = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        for file in files.filter(|file| file != &expect) {
            seen += 1;
            let read = match tables(&std::fs::read(&file).unwrap()) {
                Ok(tables) => shown(&tables),
                Err(fault) => format!("fault {}\n", fault.code()),
            };
            if std::env::var_os("UPDATE").is_some() {
                std::fs::write(&expect, &read).unwrap();
            }
            if std::fs::read_to_string(&expect).unwrap_or_default() != read {
                wrong.push(format!("{}\n{read}", file.display()));
            }
        }
    }
    assert!(seen >= 10, "{seen} files");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A package of the given parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(part.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

const ROOT: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>"#;
const BOOK: &str =
    r#"<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// An XLSX with one sheet.
fn sheet(xml: &str) -> Vec<u8> {
    package(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet>{xml}</worksheet>")),
    ])
}

#[test]
fn what_a_sheet_says() {
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    for (xml, expect) in [
        // Rows that are hidden by hand, by their height, or all that do not say otherwise.
        (format!("<sheetData><row r=\"2\" hidden=\"1\">{0}</row><row>{0}</row></sheetData>", text("x")), "2 hidden: x\n3: x\n"),
        (format!("<sheetData><row ht=\"0\" customHeight=\"1\">{}</row></sheetData>", text("x")), "1 hidden: x\n"),
        (
            format!("<sheetFormatPr zeroHeight=\"1\"/><sheetData><row>{0}</row><row hidden=\"0\">{0}</row></sheetData>", text("x")),
            "1 hidden: x\n2: x\n",
        ),
        // A formula that nobody calculated, and one whose result is an empty text.
        ("<sheetData><row><c><f>A2+1</f></c><c t=\"str\"><f>\"\"</f><v></v></c></row></sheetData>".to_owned(), "1: =A2+1\n"),
        // Errors, old and young.
        (
            "<sheetData><row><c t=\"e\"><v>#N/A</v></c><c t=\"e\"><v>#SPILL!</v></c><c t=\"e\"><v>#CALC!</v></c></row></sheetData>".to_owned(),
            "1: #N/A | #SPILL! | #CALC!\n",
        ),
        ("<sheetData><row><c t=\"b\"><v>1</v></c><c t=\"d\"><v>1980-05-12T00:00:00</v></c><c t=\"str\"><v> a  b </v></c></row></sheetData>".to_owned(),
            "1: ya | 1980-05-12 | a  b\n"),
        // Rich text that is struck out as a whole, or in part.
        (
            "<sheetData><row><c t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>A</t></r><r><rPr><strike/></rPr><t>b</t></r></is></c></row>\
             <row><c t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>A</t></r><r><t>b</t></r></is></c></row></sheetData>".to_owned(),
            "1 struck out: Ab\n2: Ab\n",
        ),
        (format!("<sheetData><row>{}</row></sheetData><mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>", text("x")), "1: x\nmerged rows 1 to 2, columns 0 to 2\n"),
        (format!("<sheetData><row>{}<c r=\"XFD1\"><v>1</v></c></row></sheetData>", text("x")), "1 cut: x\n"),
    ] {
        let tables = tables(&sheet(&xml)).unwrap();
        assert_eq!(shown(&tables), format!("sheet \"A\"\n{expect}"), "{xml}");
    }
}

#[test]
fn parts_in_unusual_places() {
    let relations = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="../data/Sheet.xml"/><Relationship Id="r2" Type="http://x/relationships/sharedStrings" Target="texts.xml"/><Relationship Id="r3" Type="http://x/relationships/styles" Target="/book/my-styles.xml"/></Relationships>"#;
    let styles = r#"<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="1"/></cellXfs></styleSheet>"#;
    let texts = r#"<sst><si><t>Siti</t></si><si><r><rPr><strike/></rPr><t>Budi</t></r></si></sst>"#;
    let cells = r#"<worksheet><sheetData><row><c t="s"><v>0</v></c><c s="1"><v>29353</v></c></row><row><c t="s"><v>1</v></c></row><row><c s="1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
    for start in ["", "/", "./"] {
        let name = |name: &str| format!("{start}{name}");
        let bytes = package(&[
            (&name("_rels/.rels"), &ROOT.replace("xl/workbook.xml", "book/main.xml")),
            (&name("book/main.xml"), BOOK),
            (&name("book/_rels/main.xml.rels"), relations),
            (&name("data/Sheet.xml"), cells),
            (&name("book/texts.xml"), texts),
            (&name("book/my-styles.xml"), styles),
        ]);
        let expect = "sheet \"A\"\n1: Siti | 1980-05-12\n2 struck out: Budi\n3 struck out: Siti\n";
        assert_eq!(tables(&bytes).map(|tables| shown(&tables)), Ok(expect.to_owned()), "{start:?}");
    }
}

#[test]
fn sheets_of_libreoffice() {
    let content = r#"<office:document-content><office:automatic-styles>
<style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="A"><table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>Judul</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>Siti</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:style-name="ce1" office:value-type="string"><text:p>Budi</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="time" office:time-value="PT08H30M00S"><text:p>08.30</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row></table:table>
<table:table table:name="B" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"#;
    let content = content.replace('\n', "");
    let of = |content: &str| {
        tables(&package(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", "<manifest:manifest/>"),
            ("content.xml", content),
        ]))
    };
    let expect = "sheet \"A\"\n1: Judul\n4 hidden: Siti\n5 struck out: Budi | 5\n6: 08:30\nmerged rows 1 to 2, columns 0 to 1\nsheet \"B\" (hidden)\n1: x\n";
    assert_eq!(of(&content).map(|tables| shown(&tables)), Ok(expect.to_owned()));
    // A row of many cells, many times: the library would write all of them out.
    let many = content
        .replace("number-rows-repeated=\"2\"><table:table-cell/>", "number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"1000\" office:value-type=\"float\" office:value=\"1\"/>");
    assert_eq!(of(&many).err(), Some(SheetFault::TooManyRows));
}

#[test]
fn what_is_no_list_is_told_truly() {
    let word = package(&[("[Content_Types].xml", ""), ("_rels/.rels", ""), ("word/document.xml", "")]);
    let text = package(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    let numbers = package(&[("Index/Document.iwa", ""), ("Metadata/Properties.plist", "")]);
    let others = package(&[("daftar.xlsx", "x"), ("foto.jpg", "x")]);
    for (bytes, expect) in [
        (&word[..], SheetFault::Document),
        (&text, SheetFault::Document),
        (&numbers, SheetFault::Numbers),
        (&others, SheetFault::Archive),
        (b"PK\x03\x04 broken", SheetFault::Unreadable),
        (b"<html><body>Silakan masuk</body></html>", SheetFault::WebPage),
        (b"<table><tr><td>umur <17</td></tr></table>", SheetFault::WebPage),
        (b"<?xml version=\"1.0\"?><rows><row/></rows>", SheetFault::Xml),
        (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", SheetFault::WebArchive),
        (b"%PDF-1.4", SheetFault::Pdf),
        (b"{\\rtf1\\ansi", SheetFault::Document),
    ] {
        assert_eq!(tables(bytes).err(), Some(expect), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn no_more_is_unpacked_than_fits() {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    out.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
    let blank = vec![b' '; 1024 * 1024];
    for _ in 0..65 {
        out.write_all(&blank).unwrap();
    }
    let bytes = out.finish().unwrap().into_inner();
    assert!(bytes.len() < 1024 * 1024, "{} bytes packed", bytes.len());
    assert_eq!(tables(&bytes).err(), Some(SheetFault::Unpacked));
}
