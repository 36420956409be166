//! A list that was read, and how it goes into the register.

use super::apart;
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::digest;
use domain::{AreaCode, Rt, Rw};
use lists::{Context, Reading, SheetFault};

/// Where the families of a list live, as far as that is known of the whole list: a row that says otherwise of RT and RW is right.
pub struct ListPlace {
    /// The kelurahan.
    pub area: AreaCode,
    /// The RW.
    pub rw: Option<Rw>,
    /// The RT.
    pub rt: Option<Rt>,
}

/// A list that was read.
pub struct FamilyList {
    pub(super) file: String,
    pub(super) digest: [u8; 32],
    pub(super) reading: Reading,
}

impl FamilyList {
    /// Reads a list.
    ///
    /// # Errors
    /// The file is no list of families, or has none.
    pub fn read(file: &str, bytes: &[u8], place: &ListPlace, now: &Moment) -> Result<Self> {
        let context = Context {
            area: place.area.clone(),
            default_rt: place.rt,
            default_rw: place.rw,
            today: now.date,
            corrections: Vec::new(),
        };
        let mut reading = lists::read(bytes, &context).map_err(|fault| file_fault(file, fault))?;
        if reading.families() == 0 {
            return Err(Fault::new(
                "tanpa-keluarga",
                format!("{file} tidak berisi satu keluarga pun."),
                "Periksa apakah berkasnya benar, atau minta dikirim ulang.",
            ));
        }
        apart::take_in(&mut reading, &context);
        Ok(Self { file: file.to_owned(), digest: digest(bytes), reading })
    }
}

/// Why a file is no list.
fn file_fault(file: &str, fault: SheetFault) -> Fault {
    let (what, remedy) = match fault {
        SheetFault::Empty => ("kosong", "Minta berkasnya dikirim ulang."),
        SheetFault::TooLarge => ("lebih besar dari 20 MB", "Bagi per RW, lalu masukkan satu per satu."),
        SheetFault::TooManyRows => ("lebih dari 100.000 baris", "Bagi per RW, lalu masukkan satu per satu."),
        SheetFault::Password => {
            ("dikunci kata sandi", "Buka di Excel, simpan tanpa kata sandi, lalu ulangi.")
        }
        SheetFault::Unreadable => ("tidak dapat dibaca", "Simpan ulang sebagai XLSX atau CSV, lalu ulangi."),
        SheetFault::NoHeader => (
            "tidak punya baris judul kolom",
            "Tulis judul kolom seperti Nama, NIK, No KK, Alamat, lalu ulangi.",
        ),
        SheetFault::NotHouseholds => (
            "bukan daftar keluarga",
            "Daftar keluarga punya kolom No KK atau Alamat; periksa apakah berkasnya benar.",
        ),
    };
    Fault::new(fault.code(), format!("{file} {what}."), remedy)
}
