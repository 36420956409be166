//! Lines of the bank that somebody must look at.

use super::programme::Programme;
use crate::fault::Result;
use crate::register::{BankLine, BankLineId, Posting, Register};
use domain::{Date, Rupiah};
use serde::Serialize;

/// A line that differs from what is due, or money that came back.
#[derive(Debug, Serialize)]
pub struct OpenItem {
    /// Its number, by which it is settled.
    pub item: BankLineId,
    /// The file.
    pub file: String,
    /// The row of it.
    pub line: u32,
    /// The tahap that the file was read for.
    pub tahap: u16,
    /// What is wrong.
    pub what: Posting,
    /// A registration code of the family; none: nobody knows whom the line means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Whom the line means, where nobody knows them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub whom: String,
    /// The day of the payment.
    pub on: Date,
    /// What the line says, or what is due where it says nothing.
    pub rupiah: Rupiah,
    /// What is due.
    pub due: Rupiah,
}

/// Every line that nobody has settled, in the order in which they came.
pub fn open_items(register: &Register) -> Result<Vec<OpenItem>> {
    let programme = Programme::of(register)?;
    register.open_bank_lines()?.into_iter().map(|line| item(register, &programme, line)).collect()
}

fn item(register: &Register, programme: &Programme, line: BankLine) -> Result<OpenItem> {
    let BankLine { id, line: row, tahap, family, on, amount, whom, posting, .. } = line;
    let codes = family.map_or_else(|| Ok(Vec::new()), |family| register.codes(family))?;
    let due = programme.due(tahap);
    Ok(OpenItem {
        item: id,
        file: register.source_name(row.source)?,
        line: row.line,
        tahap,
        what: posting,
        code: codes.first().map(ToString::to_string),
        whom,
        on,
        rupiah: amount.unwrap_or(due),
        due,
    })
}
