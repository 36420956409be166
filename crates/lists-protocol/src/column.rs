//! A column of a list, and what its owner says of it.

use crate::column_kind::ColumnKind;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A column's letter and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnName {
    /// As the spreadsheet shows it: `A`, `AB`.
    pub letter: String,
    /// As the header has it; blank where there is none.
    pub header: String,
}

/// A column, and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The sheet, where there are sheets.
    pub sheet: Option<String>,
    /// Letter and name.
    pub name: ColumnName,
    /// What it holds; `None`: its name is not known, and its cells are not read.
    pub kind: Option<ColumnKind>,
    /// How many of a hundred cells look like it; `None`: they do not tell.
    pub fit: Option<u8>,
    /// How many of its cells hold a number of sixteen digits, where it is not read: persons may stand there.
    pub long_numbers: usize,
    /// What such a column would be, by its numbers.
    pub proposed: Option<ColumnKind>,
    /// Its first cell that is not blank, so that the owner recognises the column: it may be somebody's number or name.
    pub example: String,
}

/// What a column holds, said by somebody who sees the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The sheet, where there are sheets.
    pub sheet: Option<String>,
    /// The column.
    pub name: ColumnName,
    /// What it holds; [`ColumnKind::Unused`]: nothing that is needed.
    pub kind: ColumnKind,
}

impl ColumnName {
    /// The name of the column at a position from 0.
    pub fn new(at: usize, header: &str) -> Self {
        Self { letter: letter(at), header: header.to_owned() }
    }
}

impl fmt::Display for ColumnName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.header.as_str() {
            "" => f.write_str(&self.letter),
            header => write!(f, "{} ({header})", self.letter),
        }
    }
}

fn letter(at: usize) -> String {
    let last = u8::try_from(at % 26).map_or('?', |offset| char::from(b'A' + offset));
    match at / 26 {
        0 => last.to_string(),
        n => letter(n - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters() {
        for (at, expect) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(letter(at), expect);
        }
    }
}
