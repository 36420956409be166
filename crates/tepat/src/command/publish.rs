//! `tepat publish`: the static API.

mod check;

use crate::output::Output;
pub(super) use check::run as check;
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::workspace::Workspace;
use publication::place::Place;
use publication::store::Store;
use publication::{Delivery, Derivation, Figures, Folder, Upload};
use reqwest::Url;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Published {
    #[serde(flatten)]
    figures: Figures,
    #[serde(flatten)]
    delivery: Delivery,
    out: String,
}

pub(super) fn run(
    workspace: &mut Workspace,
    out: &Place,
    all: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    if workspace.register.points_dated()?.is_none() {
        // None were ever taken in, or by a version that kept no day: from now on the same list is of the same day.
        workspace.register.transaction(|register| register.set_points(&register.points()?, now.date))?;
    }
    let (figures, delivery) = match out {
        Place::Path(path) => publish(workspace, path, all, now, output)?,
        Place::Url(url) => upload(workspace, url, all, now, output)?,
    };
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

/// Publishes to a folder, and remembers which for `tepat serve`.
pub(super) fn publish(
    workspace: &mut Workspace,
    out: &Path,
    all: bool,
    now: &Moment,
    output: &Output,
) -> Result<(Figures, Delivery)> {
    let serial = take_serial(workspace)?;
    let folder = Folder::begin(out, all)?;
    let figures = publication::make(workspace, serial, now, Derivation::Now, &folder, output)?;
    let delivery = folder.finish()?;
    let place = std::path::absolute(out).during("mencari folder terbitan")?;
    workspace.register.set("published", &place.to_string_lossy())?;
    Ok((figures, delivery))
}

/// Publishes to an object store.
fn upload(
    workspace: &mut Workspace,
    url: &Url,
    all: bool,
    now: &Moment,
    output: &Output,
) -> Result<(Figures, Delivery)> {
    if matches!(url.scheme(), "http" | "https") {
        return Err(Fault::new(
            "bukan-penyimpanan",
            "Server web biasa tidak menerima terbitan.",
            "Terbitkan ke folder server itu, atau ke object store (s3://…, gs://…, az://…).",
        ));
    }
    let upload = Upload::begin(Store::open(url)?, all)?;
    let serial = take_serial(workspace)?;
    let figures = publication::make(workspace, serial, now, Derivation::Now, &upload, output)?;
    Ok((figures, upload.finish()?))
}

/// The number is taken first: a run that is cut short wastes one, and none ever names two publications.
fn take_serial(workspace: &Workspace) -> Result<u32> {
    let serial = workspace.register.number("serial")? + 1;
    workspace.register.set("serial", &serial.to_string())?;
    Ok(serial)
}
