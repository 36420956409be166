//! A list that was read, and how it goes into the register.

use super::apart;
use super::layout::Layout;
use super::list_place::ListPlace;
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::digest;
use crate::table::kind_of;
use domain::Field;
use lists::{Reading, RowError, RowProblem, SheetFault};

/// A list that was read.
pub struct FamilyList {
    pub(super) file: String,
    pub(super) digest: [u8; 32],
    pub(super) reading: Reading,
    pub(super) looks_like: Option<&'static str>,
}

impl FamilyList {
    /// Reads a list.
    ///
    /// # Errors
    /// The file is no list of families, or has none.
    pub fn read(file: &str, bytes: &[u8], place: &ListPlace, layout: &Layout, now: &Moment) -> Result<Self> {
        let context = place.context(layout.0.clone(), now);
        let mut reading = lists::read(bytes, &context).map_err(|fault| file_fault(file, fault, bytes))?;
        if reading.families() == 0 {
            return Err(Fault::new(
                "tanpa-keluarga",
                format!("{file} tidak berisi satu keluarga pun."),
                "Periksa apakah berkasnya benar, atau minta dikirim ulang.",
            ));
        }
        apart::take_in(&mut reading, &context);
        let looks_like = reading.accepted.is_empty().then(|| kind_of(bytes)).flatten();
        Ok(Self { file: file.to_owned(), digest: digest(bytes), reading, looks_like })
    }

    /// Asks whether the list is of its kelurahan, where its own title names another for every family: taken in, the right list
    /// would be one of doubles.
    ///
    /// # Errors
    /// It names another.
    pub fn ask_for_kelurahan(&self) -> Result<()> {
        let is_of_title = |problem: &RowProblem| {
            problem.field == Field::Household
                && problem.error == RowError::Fault(domain::Fault::MentionsOtherKelurahan)
        };
        let families = &self.reading.accepted;
        if families.is_empty() || !families.iter().all(|family| family.warnings.iter().any(is_of_title)) {
            return Ok(());
        }
        Err(Fault::new(
            "kelurahan-lain",
            format!("Judul di {} menyebut kelurahan lain.", self.file),
            "Tidak ada yang dicatat. Periksa --kelurahan, atau nama berkasnya; bila kodenya memang benar, tambahkan --yes.",
        ))
    }
}

/// Why a file is no list.
fn file_fault(file: &str, fault: SheetFault, bytes: &[u8]) -> Fault {
    let (what, remedy) = match fault {
        SheetFault::Empty => ("kosong", "Minta berkasnya dikirim ulang."),
        SheetFault::TooLarge => ("lebih besar dari 20 MB", "Bagi per RW, lalu masukkan satu per satu."),
        SheetFault::TooManyRows => ("lebih dari 100.000 baris", "Bagi per RW, lalu masukkan satu per satu."),
        SheetFault::Password => {
            ("dikunci kata sandi", "Buka di Excel, simpan tanpa kata sandi, lalu ulangi.")
        }
        SheetFault::Unreadable => ("tidak dapat dibaca", "Simpan ulang sebagai XLSX atau CSV, lalu ulangi."),
        SheetFault::Unpacked => (
            "berisi lebih dari 64 MB setelah dibuka",
            "Buka di Excel, simpan ulang lembar daftarnya saja sebagai XLSX, lalu ulangi.",
        ),
        SheetFault::WebPage => (
            "sebenarnya halaman web, dan tabelnya tidak terbaca",
            "Buka di Excel, simpan sebagai XLSX, lalu ulangi.",
        ),
        SheetFault::WebArchive => {
            ("sebenarnya arsip halaman web (MHTML)", "Buka di Excel, simpan sebagai XLSX, lalu ulangi.")
        }
        SheetFault::Xml => {
            ("sebenarnya berkas XML", "Buka di Excel atau LibreOffice, simpan sebagai XLSX, lalu ulangi.")
        }
        SheetFault::OldWorkbook => (
            "dari Excel versi 4 atau lebih lama",
            "Buka di Excel atau LibreOffice, simpan sebagai XLSX, lalu ulangi.",
        ),
        SheetFault::Numbers => {
            ("dari Apple Numbers", "Buka di Numbers, ekspor sebagai Excel (XLSX), lalu ulangi.")
        }
        SheetFault::Pdf => ("adalah PDF", "Minta berkas Excel yang menjadi asalnya, lalu ulangi."),
        SheetFault::Picture => {
            ("adalah gambar atau video", "Minta berkas Excel, atau ketik daftarnya di Excel.")
        }
        SheetFault::Document => (
            "adalah dokumen teks atau presentasi, bukan tabel",
            "Salin tabelnya ke Excel, simpan sebagai XLSX, lalu ulangi.",
        ),
        SheetFault::Archive => (
            "adalah arsip (ZIP, RAR) dengan berkas lain di dalamnya",
            "Ekstrak dulu, lalu masukkan daftar di dalamnya.",
        ),
        SheetFault::NoHeader => (
            "tidak punya baris judul kolom",
            "Tulis judul kolom seperti Nama, NIK, No KK, Alamat, atau sebut isinya: --columns B=kk,C=nama,D=nik,E=alamat.",
        ),
        SheetFault::NotHouseholds => (
            "bukan daftar keluarga",
            "Daftar keluarga punya kolom No KK atau Alamat; periksa apakah berkasnya benar.",
        ),
    };
    // A table that is no list of families may be for another command.
    let kind =
        matches!(fault, SheetFault::NoHeader | SheetFault::NotHouseholds).then(|| kind_of(bytes)).flatten();
    let kind = kind.filter(|kind| !kind.contains("tepat import"));
    let kind = kind.map(|kind| format!("Ini seperti {kind}. ")).unwrap_or_default();
    Fault::new(fault.code(), format!("{file} {what}."), kind + remedy)
}
