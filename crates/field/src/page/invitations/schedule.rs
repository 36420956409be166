//! The days at the points, for the calendar of the head of the RT. It names no family.

use crate::text::rt;
use domain::{Invitation, PickupPoint};
use phone::ledger::Call;
use ui::browser::share;
use ui::calendar::{self, Entry};
use ui::places::loading::Loading;
use ui::text::Text;

/// Saves the calls as a calendar file: one entry for all that are at one point at one time.
pub fn save(text: &'static Text, calls: &[Call], points: Loading) {
    let mut times: Vec<(&Invitation, usize)> = Vec::new();
    for Call { invitation, .. } in calls {
        let same = |other: &&mut (&Invitation, usize)| {
            let other = other.0;
            (&other.point, other.date, other.from) == (&invitation.point, invitation.date, invitation.from)
        };
        match times.iter_mut().find(same) {
            Some((_, families)) => *families += 1,
            None => times.push((invitation, 1)),
        }
    }
    let known: Vec<(&Invitation, PickupPoint, String)> = times
        .into_iter()
        .filter_map(|(invitation, families)| {
            let title = [text.next().calendar_title, ": ", &rt::number_of_families(text.language, families)];
            Some((invitation, points.point(&invitation.point)?, title.concat()))
        })
        .collect();
    let description = text.next().calendar_note;
    let entries: Vec<Entry<'_>> = known
        .iter()
        .map(|(invitation, point, title)| Entry { invitation, point, title, description })
        .collect();
    // Where the browser saves no files, the date still stands on the page.
    share::download("jadwal-bst.ics", "text/calendar", &calendar::file(&entries)).ok();
}
