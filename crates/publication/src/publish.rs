//! Makes a publication and puts it in its place.

use crate::folder::Folder;
use crate::location::Location;
use crate::make::{Figures, make};
use crate::secrets::Derivation;
use crate::sink::FileCounts;
use crate::store::RemoteStore;
use crate::upload::Upload;
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::progress::Progress;
use office::workspace::Workspace;
use reqwest::Url;
use std::path::Path;

/// Publishes to a folder or an object store; with `all`, every file is written again. `is_sure`: somebody has looked, and what
/// lies there may be later than the register.
///
/// # Errors
/// A later publication lies there, the counts of the register do not add up, or a file cannot be written.
pub fn publish(
    workspace: &mut Workspace,
    out: &Location,
    all: bool,
    is_sure: bool,
    now: &Moment,
    progress: &dyn Progress,
) -> Result<(Figures, FileCounts)> {
    if workspace.register.points_dated()?.is_none() {
        // None were ever taken in, or by a version that kept no day: from now on the same list is of the same day.
        workspace.register.transaction(|register| register.set_points(&register.points()?, now.date))?;
    }
    match out {
        Location::Path(path) => to_folder(workspace, path, all, is_sure, now, progress),
        Location::Url(url) => to_store(workspace, url, all, is_sure, now, progress),
    }
}

/// Publishes to a folder, and remembers which for `tepat serve`.
fn to_folder(
    workspace: &mut Workspace,
    out: &Path,
    all: bool,
    is_sure: bool,
    now: &Moment,
    progress: &dyn Progress,
) -> Result<(Figures, FileCounts)> {
    let folder = Folder::begin(out, all, workspace.signing_keys()?.now)?;
    let serial = take_serial(workspace, folder.serial_before(), is_sure)?;
    let figures = make(workspace, serial, now, Derivation::Now, &folder, progress)?;
    let delivery = folder.finish(serial)?;
    let place = std::path::absolute(out).during("mencari folder terbitan")?;
    workspace.register.set("published", &place.to_string_lossy())?;
    workspace.register.note_publication(serial, now)?;
    Ok((figures, delivery))
}

/// Publishes to an object store.
fn to_store(
    workspace: &mut Workspace,
    url: &Url,
    all: bool,
    is_sure: bool,
    now: &Moment,
    progress: &dyn Progress,
) -> Result<(Figures, FileCounts)> {
    if matches!(url.scheme(), "http" | "https") {
        return Err(Fault::new(
            "bukan-penyimpanan",
            "Server web biasa tidak menerima terbitan.",
            "Terbitkan ke folder server itu, atau ke object store (s3://…, gs://…, az://…).",
        ));
    }
    let upload = Upload::begin(RemoteStore::open(url)?, all, workspace.signing_keys()?.now)?;
    let serial = take_serial(workspace, upload.serial_before(), is_sure)?;
    let figures = make(workspace, serial, now, Derivation::Now, &upload, progress)?;
    let delivery = upload.finish(serial)?;
    workspace.register.note_publication(serial, now)?;
    Ok((figures, delivery))
}

/// The number is taken first: a run that is cut short wastes one, and none ever names two publications. Where a later one
/// lies there (the register came from a backup) the number goes on behind it: readers refuse to go back.
fn take_serial(workspace: &Workspace, before: u32, is_sure: bool) -> Result<u32> {
    let own = workspace.register.number("serial")?;
    if before > own && !is_sure {
        return Err(Fault::new(
            "terbitan-lebih-baru",
            format!(
                "Di sana ada terbitan {before}, dan ruang kerja ini terakhir menerbitkan {own}: mungkin ini salinan yang lama."
            ),
            "Tidak ada yang diterbitkan. Pakai ruang kerja yang terbaru; bila ini memang hasil pulihan cadangan, tambahkan --yes.",
        ));
    }
    let serial = own.max(before).saturating_add(1);
    workspace.register.set("serial", &serial.to_string())?;
    Ok(serial)
}
