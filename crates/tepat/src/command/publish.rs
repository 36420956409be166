//! `tepat publish`: the static API.

mod check;

use crate::output::Output;
pub(super) use check::run as check;
use office::clock::Moment;
use office::fault::Result;
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
}

pub(super) fn run(
    workspace: &mut Workspace,
    out: &Location,
    all: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let (figures, delivery) = publish(workspace, out, all, now, output)?;
    let sentences = format!(
        "Terbitan {}: {} keluarga, {} catatan ({} baru diturunkan) dalam {} wadah, hasil untuk {} RT, di {out}.\n\
         {} berkas: {} ditulis ({} byte), {} tetap, {} dihapus.",
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
    );
    output.answer(&Published { figures, delivery, out: out.to_string() }, &sentences);
    Ok(())
}
