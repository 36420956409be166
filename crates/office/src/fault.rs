//! What went wrong, and what to do next.

use serde::Serialize;

/// An error for the person at the keyboard. It never holds a NIK, a KK number or a name.
#[derive(Debug, Serialize)]
pub struct Fault {
    /// For scripts.
    pub code: &'static str,
    /// What happened.
    pub message: String,
    /// What to do next.
    pub remedy: String,
}

impl Fault {
    /// A fault with its code, what happened, and what to do next.
    pub fn new(code: &'static str, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { code, message: message.into(), remedy: remedy.into() }
    }

    /// No family has this number or code.
    pub fn not_registered() -> Self {
        Self::new(
            "tidak-terdaftar",
            "Tidak ada keluarga dengan nomor atau kode itu di register.",
            "Periksa angkanya; keluarga yang belum terdaftar dimasukkan dengan `tepat import` atau `tepat collect`.",
        )
    }
}

/// The code of a fault that concerns one record: others can be read.
pub(crate) const BROKEN_RECORD: &str = "catatan-rusak";
/// The same, of a record that a later version has written.
pub(crate) const LATER_RECORD: &str = "versi-catatan";

/// What was read; none where this one record cannot be.
///
/// # Errors
/// Anything else that went wrong.
pub fn if_readable<T>(read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(fault) if [BROKEN_RECORD, LATER_RECORD].contains(&fault.code) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// What a command comes to, or why not.
pub type Result<T> = std::result::Result<T, Fault>;

/// Adds to a technical error what was being done.
pub trait During<T> {
    /// `doing` completes "Gagal …".
    fn during(self, doing: impl std::fmt::Display) -> Result<T>;
}

impl<T> During<T> for std::io::Result<T> {
    fn during(self, doing: impl std::fmt::Display) -> Result<T> {
        self.map_err(|e| {
            Fault::new(
                "berkas",
                format!("Gagal {doing}: {}.", cause(&e)),
                "Periksa nama berkas, izin, dan sisa ruang, lalu ulangi.",
            )
        })
    }
}

/// What the system says, in words that people know, where there are any.
fn cause(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    let known = match error.kind() {
        ErrorKind::NotFound => "tidak ada berkas atau folder itu",
        ErrorKind::PermissionDenied => "tidak diizinkan",
        ErrorKind::AlreadyExists => "sudah ada",
        ErrorKind::IsADirectory => "itu folder, bukan berkas",
        ErrorKind::NotADirectory => "itu berkas, bukan folder",
        ErrorKind::DirectoryNotEmpty => "foldernya tidak kosong",
        ErrorKind::StorageFull => "ruang penyimpanan penuh",
        ErrorKind::ReadOnlyFilesystem => "tempat itu hanya dapat dibaca",
        _ => return error.to_string(),
    };
    known.to_owned()
}

impl<T> During<T> for rusqlite::Result<T> {
    fn during(self, doing: impl std::fmt::Display) -> Result<T> {
        self.map_err(|e| {
            Fault::new(
                "register",
                format!("Gagal {doing}: {e}."),
                "Register tidak berubah. Periksa sisa ruang, lalu ulangi.",
            )
        })
    }
}

impl<T> During<T> for serde_json::Result<T> {
    fn during(self, doing: impl std::fmt::Display) -> Result<T> {
        // Only the place: the message of serde may quote the text.
        self.map_err(|e| {
            let place = format!("baris {}, kolom {}", e.line(), e.column());
            Fault::new(
                "json",
                format!("Gagal {doing} ({place})."),
                "Berkas rusak atau dari versi lain: ambil ulang dari sumbernya.",
            )
        })
    }
}
