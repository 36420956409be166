//! A row of a list that somebody should look at.

use super::words;
use lists::RowProblem;
use office::import::ImportProblem;
use serde::Serialize;
use std::fmt::{Display, Formatter};

#[derive(Serialize)]
pub(super) struct Problem {
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    row: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<String>,
    field: domain::Field,
    code: &'static str,
    pub(super) weight: Weight,
    message: String,
}

/// What it means for the family.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) enum Weight {
    /// It is on the list.
    #[serde(rename = "periksa")]
    Look,
    /// It is kept, and waits with the entry of another RT until a person has decided.
    #[serde(rename = "ditanyakan")]
    Contested,
    /// It is kept, and points to the family that stands.
    #[serde(rename = "data-ganda")]
    Double,
    /// It was erased since this file brought it, and does not come again from there.
    #[serde(rename = "dihapus")]
    Erased,
    /// It is not.
    #[serde(rename = "tidak-masuk")]
    Refused,
}

impl From<&ImportProblem> for Problem {
    fn from(problem: &ImportProblem) -> Self {
        match problem {
            ImportProblem::Look(row) => Self::of_row(row, Weight::Look),
            ImportProblem::Refused(row) => Self::of_row(row, Weight::Refused),
            ImportProblem::Double(place, elsewhere) => Self {
                sheet: place.sheet.clone(),
                row: place.row,
                column: None,
                field: domain::Field::Household,
                code: "data-ganda",
                weight: Weight::Double,
                message: format!(
                    "Tercatat sebagai data ganda: keluarga ini sudah ada di RT {} / RW {}, kelurahan {}. Selesaikan dengan RT itu.",
                    elsewhere.rt, elsewhere.rw, elsewhere.area
                ),
            },
            ImportProblem::Erased(place) => Self {
                sheet: place.sheet.clone(),
                row: place.row,
                column: None,
                field: domain::Field::Household,
                code: "sudah-dihapus",
                weight: Weight::Erased,
                message: "Keluarga di baris ini sudah dihapus, dan berkas yang sama tidak memasukkannya lagi. Daftar yang baru bisa."
                    .to_owned(),
            },
            ImportProblem::Contested(place, elsewhere) => Self {
                sheet: place.sheet.clone(),
                row: place.row,
                column: None,
                field: domain::Field::Household,
                code: "dicatat-dua-rt",
                weight: Weight::Contested,
                message: format!(
                    "Keluarga ini dicatat juga di RT {} / RW {}, kelurahan {}: keduanya menunggu sampai diputuskan mana yang benar (`tepat review`).",
                    elsewhere.rt, elsewhere.rw, elsewhere.area
                ),
            },
        }
    }
}

impl Problem {
    fn of_row(problem: &RowProblem, weight: Weight) -> Self {
        Self {
            sheet: problem.place.sheet.clone(),
            row: problem.place.row,
            column: problem.column.as_ref().map(ToString::to_string),
            field: problem.field,
            code: problem.error.code(),
            weight,
            message: words::row_error(problem),
        }
    }
}

/// As a line of the report.
impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "{sheet}, ")?;
        }
        write!(f, "baris {}", self.row)?;
        if let Some(column) = &self.column {
            write!(f, ", kolom {column}")?;
        }
        let weight = match self.weight {
            Weight::Look => "periksa",
            Weight::Contested => "DITANYAKAN",
            Weight::Double => "DATA GANDA",
            Weight::Erased => "SUDAH DIHAPUS",
            Weight::Refused => "TIDAK MASUK",
        };
        write!(f, " [{weight}]: {}", self.message)
    }
}
