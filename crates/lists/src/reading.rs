//! What came of a list.

use crate::Context;
use crate::duplicates::Seen;
use crate::family::Listed;
use crate::meaning::Meaning;
use domain::{Fault, Field, Household, HouseholdDraft};
use serde::{Deserialize, Serialize};

/// Families and problems; nothing that looks like data is in neither.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The families that can be taken in, in the order of the list.
    pub households: Vec<Entry>,
    /// The families that cannot, as far as they could be read: to be mended in place.
    pub refused: Vec<Refused>,
    /// Every column with what it was taken for.
    pub columns: Vec<Column>,
}

/// A family that passed its checks.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its first row.
    pub place: RowPlace,
    /// As the list has it.
    pub draft: HouseholdDraft,
    /// As a record.
    pub household: Household,
    /// What should be looked at all the same.
    pub warnings: Vec<RowProblem>,
}

/// A family that did not.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Its first row.
    pub place: RowPlace,
    /// As the list has it.
    pub draft: HouseholdDraft,
    /// What keeps it out, and what should be looked at too.
    pub problems: Vec<RowProblem>,
}

/// A row as the spreadsheet shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowPlace {
    /// The sheet, where there are sheets.
    pub sheet: Option<String>,
    /// From 1.
    pub row: u32,
}

/// Something to mend in a row, or to look at. It holds no name and no number of anybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// Where.
    pub place: RowPlace,
    /// In which column; `None`: the list has none for it, or it is the whole row.
    pub column: Option<ColumnName>,
    /// Whose, by the place in the family's draft; `None`: the household's own.
    pub member: Option<usize>,
    /// Which field.
    pub field: Field,
    /// What.
    pub trouble: Trouble,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// Wrong in itself, or doubtful.
    Fault(Fault),
    /// The family is listed already: same KK number, same head.
    ListedTwice {
        /// The row that stands.
        first: RowPlace,
    },
    /// Another family has this KK number.
    KkOfOther {
        /// The row that stands.
        first: RowPlace,
    },
    /// A person of another family has this NIK.
    NikOfOther {
        /// The row that stands.
        first: RowPlace,
    },
}

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
    /// What it holds; `None`: its name is not known, and what stands in it is not read.
    pub meaning: Option<Meaning>,
    /// The first that stands in it, so that its owner knows it again: it may be somebody's number or name.
    pub example: String,
}

/// What a column holds, said by somebody who sees the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The sheet, where there are sheets.
    pub sheet: Option<String>,
    /// The column.
    pub name: ColumnName,
    /// What it holds; [`Meaning::Unused`]: nothing that is needed.
    pub meaning: Meaning,
}

impl Reading {
    /// How many families there are, those that were refused too.
    pub fn families(&self) -> usize {
        self.households.len() + self.refused.len()
    }

    /// What keeps families out, in the order of the list.
    pub fn problems(&self) -> impl Iterator<Item = &RowProblem> {
        self.refused.iter().flat_map(|refused| &refused.problems)
    }

    /// Takes a family in, unless it is barred or in already.
    pub(crate) fn take(&mut self, family: Listed<'_>, seen: &mut Seen, context: &Context) {
        let (place, draft) = (family.place(), family.draft.clone());
        let outcome = family.judge(context).and_then(|(household, warnings)| {
            seen.admit(&family, &household)?;
            Ok((household, warnings))
        });
        match outcome {
            Ok((household, warnings)) => self.households.push(Entry { place, draft, household, warnings }),
            Err(problems) => self.refused.push(Refused { place, draft, problems }),
        }
    }
}

impl Trouble {
    /// The code in reports.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Fault(fault) => fault.code(),
            Self::ListedTwice { .. } => "data-ganda",
            Self::KkOfOther { .. } => "kk-ganda",
            Self::NikOfOther { .. } => "nik-ganda",
        }
    }

    /// The row that stands, where this one is its double.
    pub fn first(&self) -> Option<&RowPlace> {
        match self {
            Self::Fault(_) => None,
            Self::ListedTwice { first } | Self::KkOfOther { first } | Self::NikOfOther { first } => {
                Some(first)
            }
        }
    }
}

impl ColumnName {
    /// The name of the column at a position from 0.
    pub(crate) fn new(at: usize, header: &str) -> Self {
        Self { letter: letter(at), header: header.to_owned() }
    }
}

impl std::fmt::Display for ColumnName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
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
