//! XLSX: every cell a text, so that no program rounds a number or calculates a formula.

use crate::formula::guarded;
use crate::write::layout::{COLUMNS, rows};
use lists_protocol::List;
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The bytes of a workbook; `None` if there are more rows than a sheet can hold.
pub fn xlsx(list: &List) -> Option<Vec<u8>> {
    let mut book = Workbook::new();
    fill(book.add_worksheet(), list).ok()?;
    book.save_to_buffer().ok()
}

fn fill(sheet: &mut Worksheet, list: &List) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let header = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let text = Format::new().set_num_format("@");
    let mut at = 0;
    for title in &list.titles {
        sheet.write_string_with_format(at, 0, guarded(title), &bold)?;
        at += 1;
    }
    at += u32::from(at > 0);
    for (written, column) in COLUMNS.iter().zip(0..) {
        sheet.write_string_with_format(at, column, written.name, &header)?;
        sheet.set_column_width(column, f64::from(written.width))?;
    }
    sheet.set_freeze_panes(at + 1, 0)?;
    for row in rows(&list.families) {
        at += 1;
        for (cell, column) in row.iter().zip(0..).filter(|(cell, _)| !cell.is_empty()) {
            sheet.write_string_with_format(at, column, cell, &text)?;
        }
    }
    Ok(())
}
