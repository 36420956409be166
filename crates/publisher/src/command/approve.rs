//! `tepat approve`: puts every family that was verified on the final list of a tahap.

use crate::clock::Moment;
use crate::fault::Result;
use crate::output::Output;
use crate::register::Register;
use crate::workspace::Workspace;
use domain::{Actor, Event, Status};
use serde::Serialize;

#[derive(Serialize)]
struct Approved {
    tahap: u16,
    /// On the list for the first time, or again after they had left it.
    new: usize,
    /// On the list of an earlier tahap, and of this one.
    again: usize,
}

pub(super) fn run(workspace: &mut Workspace, tahap: u16, now: &Moment, output: &Output) -> Result<()> {
    let approved = workspace.register.together(|register| approve(register, tahap, now))?;
    let Approved { tahap, new, again } = &approved;
    let sentences = format!("Tahap {tahap}: {new} keluarga baru ditetapkan, {again} ditetapkan lagi.");
    output.answer(&approved, &sentences);
    Ok(())
}

/// A second time finds nobody to approve.
fn approve(register: &Register, tahap: u16, now: &Moment) -> Result<Approved> {
    let mut approved = Approved { tahap, new: 0, again: 0 };
    register.walk(|cases| {
        for case in &cases {
            let latest = case.events.iter().filter_map(|event| event.tahap).max();
            let is_due = latest.is_none_or(|latest| latest < tahap);
            match case.status() {
                Status::Verified => approved.new += 1,
                Status::Paid if is_due => approved.again += 1,
                _ => continue,
            }
            let event = Event { tahap: Some(tahap), ..Event::new(Status::Approved, now.date) };
            register.record(case.family.id, &event, Actor::Dinas, now)?;
        }
        Ok(())
    })?;
    register.set("tahap", &tahap.to_string())?;
    Ok(approved)
}
