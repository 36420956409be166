//! `tepat enrol revoke`: a link that was lost stops working.

use super::list::Link;
use crate::output::Output;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::workspace::Workspace;

pub(super) fn run(workspace: &mut Workspace, id: &str, now: &Moment, output: &Output) -> Result<()> {
    let unknown = || {
        Fault::new(
            "tautan-tidak-dikenal",
            "Tidak ada tautan dengan ID itu.",
            "Lihat ID semua tautan dengan `tepat enrol list`.",
        )
    };
    let office = workspace.register.transaction(|register| {
        register.office(id)?.ok_or_else(unknown)?;
        register.revoke(id, now.date)?;
        register.office(id)?.ok_or_else(unknown)
    })?;
    let sentences = format!(
        "Tautan {} dicabut. Amplop yang belum diterima tidak akan diterima lagi, dan hasilnya tidak diterbitkan lagi.\n\
         Tulis ulang daftar pengguna server dengan `tepat users`, terbitkan lagi dengan `tepat publish`, dan buat \
         tautan baru dengan `tepat enrol`: keluarga yang sudah diterima tetap tercatat.",
        office.scope
    );
    output.answer(&Link::of(office), &sentences);
    Ok(())
}
