//! Why a file is no list.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a file cannot be read as a list of households at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum SheetFault {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// More than 20 MB.
    #[error("the file is larger than 20 MB")]
    TooLarge,
    /// More than 100,000 rows in a sheet.
    #[error("a sheet has more than 100,000 rows")]
    TooManyRows,
    /// The workbook opens with a password only: save it without.
    #[error("the workbook is protected by a password")]
    Password,
    /// Neither text nor a workbook, or a broken one: save it again as XLSX or CSV.
    #[error("neither text nor a workbook that can be opened")]
    Unreadable,
    /// No row names at least two of name, NIK and KK number.
    #[error("no row names the columns")]
    NoHeader,
    /// A list of persons without KK number and address, which make families of them: a list of other aid, say.
    #[error("a list of persons without the columns of families")]
    NotHouseholds,
}

impl SheetFault {
    /// The code in reports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "berkas-kosong",
            Self::TooLarge => "berkas-terlalu-besar",
            Self::TooManyRows => "baris-terlalu-banyak",
            Self::Password => "berkas-bersandi",
            Self::Unreadable => "berkas-tidak-terbaca",
            Self::NoHeader => "kolom-tidak-ditemukan",
            Self::NotHouseholds => "bukan-daftar-keluarga",
        }
    }
}
