//! `tepat publish`: the static API.

mod check;

use crate::output::Output;
pub(super) use check::run as check;
use office::clock::Moment;
use office::fault::Result;
use office::register::TrailEnd;
use office::workspace::Workspace;
use publication::location::Location;
use publication::{Figures, FileCounts, publish};
use serde::Serialize;

#[derive(Serialize)]
struct Published {
    #[serde(flatten)]
    figures: Figures,
    #[serde(flatten)]
    delivery: FileCounts,
    out: String,
    /// To be written down where nobody at this computer can reach it.
    trail: TrailEnd,
}

pub(super) fn run(
    workspace: &mut Workspace,
    out: &Location,
    all: bool,
    is_sure: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let (figures, delivery) = publish(workspace, out, all, is_sure, now, output)?;
    let trail = workspace.register.trail_end()?;
    let mut cut = String::new();
    if figures.shortened > 0 {
        cut += &format!(
            "\n{} catatan terlalu panjang: bagiannya yang paling lama tidak ikut terbit.",
            figures.shortened
        );
    }
    if figures.left_out > 0 {
        cut += &format!(
            "\n{} catatan tidak mendapat tempat: terlalu banyak nomor KK jatuh ke satu wadah. Periksa daftar yang baru masuk.",
            figures.left_out
        );
    }
    let sentences = format!(
        "Terbitan {}: {} keluarga, {} catatan ({} baru diturunkan) dalam {} wadah, hasil untuk {} RT, di {out}.\n\
         {} berkas: {} ditulis ({} byte), {} tetap, {} dihapus.{cut}\nRingkasan jejak, untuk ditulis di luar komputer ini: {}",
        figures.serial,
        figures.families,
        figures.records,
        figures.derived,
        figures.buckets,
        figures.outcomes,
        delivery.files,
        delivery.uploaded,
        delivery.bytes,
        delivery.unchanged,
        delivery.removed,
        trail.digest,
    );
    output.answer(&Published { figures, delivery, out: out.to_string(), trail }, &sentences);
    Ok(())
}
