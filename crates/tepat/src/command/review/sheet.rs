//! The work sheet: one row a question, with a drop-down of decisions.

use super::words;
use crate::question::question;
use domain::Decision;
use lists::formula::guarded;
use office::review::{ReviewCase, ReviewKey};
use rust_xlsxwriter::{DataValidation, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The columns and their widths; `office::review` reads them back. The first names the row, and is hidden.
const HEADS: [(&str, f64); 11] = [
    ("Kunci", 8.0),
    ("Kelurahan", 18.0),
    ("RT/RW", 9.0),
    ("Kepala Keluarga", 24.0),
    ("No KK", 19.0),
    ("Status", 14.0),
    ("Pertanyaan", 40.0),
    ("Bukti", 55.0),
    ("Jawaban Sebelumnya", 30.0),
    ("Keputusan", 25.0),
    ("Catatan", 35.0),
];
/// The place of the decisions, as the writer counts columns.
const DECISIONS: u16 = 9;
const LAST: u16 = 10;

/// The bytes of the sheet.
pub(super) fn write(cases: &[ReviewCase]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    fill(book.add_worksheet(), cases)?;
    book.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, cases: &[ReviewCase]) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let open = text.clone().set_background_color("FFF8DC");
    sheet.set_name("Tinjauan")?.set_freeze_panes(1, 0)?.set_landscape().set_repeat_rows(0, 0)?;
    for (column, (name, width)) in (0..).zip(HEADS) {
        sheet.write_string_with_format(0, column, name, &head)?.set_column_width(column, width)?;
    }
    sheet.set_column_hidden(0)?;
    let mut at = 0;
    for case in cases {
        at += 1;
        for (column, cell) in (0..).zip(cells(case)) {
            let format = if column >= DECISIONS { &open } else { &text };
            sheet.write_string_with_format(at, column, guarded(&cell), format)?;
        }
    }
    let decisions: Vec<&str> = Decision::ALL.iter().map(|decision| decision.code()).collect();
    let choice = DataValidation::new()
        .allow_list_strings(&decisions)?
        .set_error_title("Keputusan")?
        .set_error_message("Pilih salah satu dari daftar, atau kosongkan bila belum diputuskan.")?;
    sheet.add_data_validation(1, DECISIONS, at.max(1), DECISIONS, &choice)?;
    sheet.autofilter(0, 0, at, LAST)?;
    Ok(())
}

fn cells(case: &ReviewCase) -> [String; 11] {
    let family = &case.family;
    let key = ReviewKey { family: family.id, question: case.question, seen: case.deciding };
    let evidence: Vec<String> = case.evidence.iter().map(words::evidence).collect();
    let answers: Vec<String> = case.answers.iter().map(words::answer).collect();
    [
        key.to_string(),
        case.kelurahan.clone(),
        format!("{}/{}", family.origin.rt, family.origin.rw),
        family.household.head.name.clone(),
        family.household.kk.map(|kk| kk.to_string()).unwrap_or_default(),
        case.status.to_string(),
        question(case.question).to_owned(),
        evidence.join("\n"),
        answers.join("\n"),
        String::new(),
        String::new(),
    ]
}
