//! What is asked of the reader, and what it answers.

use crate::account::{Account, AsideRows};
use crate::column::{Column, Correction};
use crate::progress::Progress;
use crate::row_problem::{RowPlace, RowProblem};
use crate::sheet_fault::SheetFault;
use domain::{AreaCode, Date, HouseholdDraft, Rt, Rw};
use serde::{Deserialize, Serialize};

/// What is known of a list besides its bytes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Context {
    /// The kelurahan whose list this is.
    pub area: AreaCode,
    /// The name of that kelurahan, where it is known: rows that name another one are no part of this list.
    pub kelurahan: Option<String>,
    /// The RT whose list this is, for rows that name none; a row that names another keeps its own, with a warning.
    pub default_rt: Option<Rt>,
    /// The RW, likewise.
    pub default_rw: Option<Rw>,
    /// Bounds birth dates.
    pub today: Date,
    /// Columns that are something else than their names say; the later one counts.
    pub corrections: Vec<Correction>,
}

/// Read the file that is posted with this.
#[derive(Serialize, Deserialize)]
pub struct ReadJob {
    /// What is known of the list.
    pub context: Context,
}

/// What the reader answers, message by message.
#[derive(Serialize, Deserialize)]
pub enum ReaderAnswer {
    /// How far it is.
    Progress(Progress),
    /// Some of the families: those that were refused come first.
    Families(Vec<FoundFamily>),
    /// Some of the rows that are of no family, in the order of the file.
    Aside(Vec<AsideRows>),
    /// The last message: the list was read. Every column with what it was taken for, and what became of every row; those that are
    /// of no family came before.
    Read(Vec<Column>, Account),
    /// The last message: the file is no list, as far as one can see; but its owner may know what its columns hold.
    NoList(SheetFault, Vec<Column>),
}

/// A family as the list has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundFamily {
    /// Its first row.
    pub place: RowPlace,
    /// As it stands there.
    pub draft: HouseholdDraft,
    /// What refuses it, or should be checked.
    pub problems: Vec<RowProblem>,
    /// Whether it can be accepted as it is.
    pub is_complete: bool,
}

impl ReaderAnswer {
    /// Whether nothing comes after it.
    pub fn is_last(&self) -> bool {
        match self {
            Self::Progress(_) | Self::Families(_) | Self::Aside(_) => false,
            Self::Read(..) | Self::NoList(..) => true,
        }
    }
}
