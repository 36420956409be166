//! `tepat publish`: the static API.

use crate::clock::Moment;
use crate::fault::{During, Result};
use crate::output::Output;
use crate::publication::{self, Figures, Folder};
use crate::workspace::Workspace;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Published {
    #[serde(flatten)]
    figures: Figures,
    out: String,
}

pub(super) fn run(
    workspace: &mut Workspace,
    out: &Path,
    made_up_keys: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    if made_up_keys {
        // From now on the app says on every page that nothing of this is real.
        workspace.register.set("example", "1")?;
        publication::make_up_keys(workspace, now, output)?;
    }
    let figures = publish(workspace, out, now, output)?;
    let sentences = format!(
        "Terbitan {}: {} keluarga, {} catatan ({} baru diturunkan) dalam {} wadah, hasil untuk {} RT, di {}.",
        figures.serial,
        figures.families,
        figures.records,
        figures.derived,
        figures.buckets,
        figures.outcomes,
        out.display()
    );
    output.answer(&Published { figures, out: out.display().to_string() }, &sentences);
    Ok(())
}

/// Publishes, and remembers where for `tepat serve`.
pub(super) fn publish(
    workspace: &mut Workspace,
    out: &Path,
    now: &Moment,
    output: &Output,
) -> Result<Figures> {
    // The number is taken first: a run that is cut short wastes one, and none ever names two publications.
    let serial = workspace.register.number("serial")? + 1;
    workspace.register.set("serial", &serial.to_string())?;
    let folder = Folder::begin(out)?;
    let figures = publication::make(workspace, serial, now, &folder, output)?;
    folder.finish()?;
    let place = std::path::absolute(out).during("mencari folder terbitan")?;
    workspace.register.set("published", &place.to_string_lossy())?;
    Ok(figures)
}
