//! The list for Bank DKI: for whom it prepares savings books and cards, and where they are handed out.

use super::folder::Folder;
use super::invitee::Invitee;
use lists::formula::guarded;
use office::fault::{During, Fault, Result};
use std::fs::File;

/// The list, while it is written. CSV: a workbook ends at 1,048,576 rows, and there are more families in the city.
pub(super) struct List {
    rows: csv::Writer<File>,
}

impl List {
    pub(super) fn begin(folder: &Folder) -> Result<Self> {
        let mut rows = csv::Writer::from_writer(folder.bank()?);
        rows.write_record([
            "Kode Pendaftaran",
            "Nama",
            "NIK",
            "No KK",
            "Alamat",
            "RT",
            "RW",
            "Kelurahan",
            "Titik",
            "Nama Titik",
            "Tanggal",
            "Jam",
        ])
        .map_err(unwritten)?;
        Ok(Self { rows })
    }

    pub(super) fn add(&mut self, invitee: &Invitee<'_>) -> Result<()> {
        let Invitee { family, code, invitation, point, kelurahan, .. } = invitee;
        let household = &family.household;
        let text = |number: Option<String>| number.unwrap_or_default();
        let cells = [
            &text(code.map(|code| code.to_string())),
            &household.head.name,
            &text(household.head.nik.map(|nik| nik.to_string())),
            &text(household.kk.map(|kk| kk.to_string())),
            &household.address,
            &family.origin.rt.to_string(),
            &family.origin.rw.to_string(),
            kelurahan,
            point.id.as_str(),
            point.name.as_str(),
            &invitation.date.to_string(),
            &format!("{}-{}", invitation.from, invitation.to),
        ];
        self.rows.write_record(cells.map(|cell| guarded(cell).into_owned())).map_err(unwritten)
    }

    pub(super) fn finish(mut self) -> Result<()> {
        self.rows.flush().during("menulis daftar bank")
    }
}

/// The message of the writer may quote the row.
fn unwritten(_: csv::Error) -> Fault {
    Fault::new(
        "berkas",
        "Gagal menulis daftar bank.",
        "Periksa izin dan sisa ruang, lalu ulangi dengan --again.",
    )
}
