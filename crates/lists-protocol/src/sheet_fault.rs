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
    /// It unpacks to more than is read: 64 MB of a list.
    #[error("the file unpacks to more than is read")]
    Unpacked,
    /// A web page that has no table, or is too broken to be read: open it in Excel and save it as XLSX.
    #[error("a web page without a table that can be read")]
    WebPage,
    /// A web page with all its parts in one file (MHTML): open it in Excel and save it as XLSX.
    #[error("a web page with all its parts in one file")]
    WebArchive,
    /// XML that is no workbook, or one too broken to be read: open it in Excel or LibreOffice and save it as XLSX.
    #[error("XML that is no workbook that can be read")]
    Xml,
    /// A workbook of a program before Excel 5: open it in Excel or LibreOffice and save it as XLSX.
    #[error("a workbook of Excel 4 or older")]
    OldWorkbook,
    /// A workbook of Apple Numbers: export it as Excel.
    #[error("a workbook of Apple Numbers")]
    Numbers,
    /// A PDF: ask for the workbook from which it was made.
    #[error("a PDF")]
    Pdf,
    /// A picture or a film: the list has to be typed.
    #[error("a picture")]
    Picture,
    /// A text or a presentation, of Word say: copy its table into a workbook.
    #[error("a text document or a presentation")]
    Document,
    /// A ZIP, RAR or the like with other files: unpack it and choose the list.
    #[error("an archive of other files")]
    Archive,
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
            Self::Unpacked => "isi-berkas-terlalu-besar",
            Self::WebPage => "halaman-web",
            Self::WebArchive => "arsip-web",
            Self::Xml => "berkas-xml",
            Self::OldWorkbook => "excel-terlalu-lama",
            Self::Numbers => "berkas-numbers",
            Self::Pdf => "berkas-pdf",
            Self::Picture => "berkas-gambar",
            Self::Document => "berkas-dokumen",
            Self::Archive => "berkas-arsip",
            Self::NoHeader => "kolom-tidak-ditemukan",
            Self::NotHouseholds => "bukan-daftar-keluarga",
        }
    }
}
