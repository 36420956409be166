//! Puts every family that was verified on the final list of a tahap.

use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{Answered, FamilyId, Register, Unreadable};
use domain::{Actor, Event, Standing, Status};
use serde::Serialize;
use std::collections::BTreeSet;

/// What came of it.
#[derive(Serialize)]
pub struct Approved {
    /// Which tahap.
    pub tahap: u16,
    /// On the list for the first time, or again after they had left it.
    pub new: usize,
    /// On the list of an earlier tahap, and of this one.
    pub again: usize,
    /// Not yet: somebody must answer a question about them first, or settle answers that do not agree.
    pub waiting: usize,
    /// Left out.
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    pub unreadable: Unreadable,
}

/// Approves them. A second time finds nobody to approve.
///
/// # Errors
/// The tahap before was never approved, or the register cannot be read or written.
pub fn approve(register: &Register, tahap: u16, now: &Moment) -> Result<Approved> {
    let last = register.number("tahap")?;
    if last > 0 && u32::from(tahap) > last + 1 {
        return Err(Fault::new(
            "tahap-terlompat",
            format!("Tahap terakhir yang ditetapkan adalah {last}: tahap {tahap} melompatinya."),
            format!("Tetapkan tahap {} dulu, atau periksa --tahap.", last + 1),
        ));
    }
    let mut approved = Approved { tahap, new: 0, again: 0, waiting: 0, unreadable: Unreadable::default() };
    let waiting = waiting(register)?;
    let unreadable = register.for_each_family(|cases| {
        for case in &cases {
            let latest = case.history.events().iter().filter_map(|event| event.tahap).max();
            let is_due = latest.is_none_or(|latest| latest < tahap);
            let counted = match case.status() {
                Status::Verified => &mut approved.new,
                Status::Paid if is_due => &mut approved.again,
                _ => continue,
            };
            if waiting.contains(&case.family.id) {
                approved.waiting += 1;
                continue;
            }
            *counted += 1;
            let event = Event { tahap: Some(tahap), ..Event::new(Status::Approved, now.date) };
            register.record(case.family.id, &event, Actor::Dinas, now)?;
        }
        Ok(())
    })?;
    approved.unreadable = unreadable;
    // Whoever is late for an earlier tahap does not turn the programme back.
    register.set("tahap", &last.max(u32::from(tahap)).to_string())?;
    Ok(approved)
}

/// The families about whom something is asked, or answered in two ways.
fn waiting(register: &Register) -> Result<BTreeSet<FamilyId>> {
    let questions = register.questions()?.into_iter();
    let open =
        questions.filter(|(_, asked)| asked.values().any(|is_open| *is_open)).map(|(family, _)| family);
    let answers = register.answers()?.into_iter();
    let in_conflict = answers
        .filter(|(_, answers)| Standing::of(answers.iter().map(Answered::weighed)).in_conflict)
        .map(|((family, _), _)| family);
    Ok(open.chain(in_conflict).collect())
}
