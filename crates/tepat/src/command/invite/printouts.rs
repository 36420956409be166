//! The printouts of a round: letters for each RT, a list for the bank, sheets and a calendar for each point.

mod bank;
mod calendar;
mod day_sheet;
mod folder;
mod invitee;
mod letter;
mod picture;

use crate::output::Output;
use day_sheet::DaySheet;
use domain::{Date, PickupPoint};
use folder::Folder;
use invitee::invitees;
use office::areas::{areas, name_of};
use office::fault::Result;
use office::invitation::Called;
use office::progress::{Progress as _, Work};
use office::register::Register;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// What the printouts of all families share.
pub(super) struct Frame<'a> {
    pub(super) out: &'a Path,
    /// Where families look themselves up.
    pub(super) site: Option<&'a str>,
    pub(super) today: Date,
}

/// As many RT as are in the memory at once.
const STEP: usize = 256;

/// Whether printouts may lie there; asked before anybody is called.
pub(super) fn check(out: &Path) -> Result<()> {
    folder::KIND.guard(out).map(drop)
}

/// Writes them all, whole or not at all. Printouts that lay there may be filled in, or not be printed yet: they are kept beside,
/// and where is told.
pub(super) fn write(
    register: &Register,
    called: &Called,
    frame: &Frame<'_>,
    output: &Output,
) -> Result<Option<PathBuf>> {
    let folder = Folder::begin(frame.out)?;
    let (areas, points) = (areas(), register.points()?);
    let points: HashMap<&str, &PickupPoint> = points.iter().map(|point| (point.id.as_str(), point)).collect();
    let mut bank = bank::List::begin(&folder)?;
    let mut sheets = BTreeMap::<&str, DaySheet<'_>>::new();
    let bar = output.begin(Work::WriteInvitations, called.len());
    let rts: Vec<_> = called.iter().collect();
    for rts in rts.chunks(STEP) {
        let mut pages = Vec::new();
        for (origin, invitations) in rts {
            let kelurahan = name_of(&areas, &origin.area);
            let invitees = invitees(register, origin, invitations, &points, &kelurahan)?;
            for invitee in &invitees {
                bank.add(invitee)?;
                sheets.entry(&invitee.point.id).or_insert_with(|| DaySheet::of(invitee.point)).add(invitee);
            }
            let letters: Vec<letter::Letter> =
                invitees.iter().map(|invitee| letter::Letter::of(invitee, frame.site)).collect();
            pages.push((format!("{}/{}-{}.html", origin.area, origin.rw, origin.rt), letters));
        }
        pages.par_iter().try_for_each(|(path, letters)| folder.put(path, &letter::page(letters)))?;
        bar.advance(pages.len());
    }
    bank.finish()?;
    for sheet in sheets.into_values() {
        let name = folder::file_name(&sheet.point().id);
        folder
            .put(&format!("titik/{name}.ics"), &calendar::file(sheet.point(), &sheet.days(), frame.today))?;
        folder.put(&format!("titik/{name}.csv"), &sheet.write()?)?;
    }
    folder.finish()
}
