//! Families that one file lists in two RT. In the list of one RT the second row is a slip; in the list of a kelurahan it is what
//! another RT says of the same family, and that RT must see what became of it.

use domain::{HouseholdDraft, Rt, Rw};
use lists::{AcceptedFamily, Context, Reading, RefusedFamily, RowError};

/// Takes in what was refused only because another RT lists the same family further up.
pub(super) fn take_in(reading: &mut Reading, context: &Context) {
    let (mut apart, mut refused) = (Vec::new(), Vec::new());
    for family in std::mem::take(&mut reading.refused) {
        match entry(&family, reading, context) {
            Some(entry) => apart.push(entry),
            None => refused.push(family),
        }
    }
    reading.refused = refused;
    reading.accepted.extend(apart);
    // In the order of the list.
    reading.accepted.sort_by(|a, b| (&a.place.sheet, a.place.row).cmp(&(&b.place.sheet, b.place.row)));
}

fn entry(refused: &RefusedFamily, reading: &Reading, context: &Context) -> Option<AcceptedFamily> {
    let [problem] = refused.problems.as_slice() else { return None };
    let RowError::ListedTwice { first } = &problem.error else { return None };
    let first = reading.accepted.iter().find(|entry| entry.place == *first)?;
    if place(&first.draft) == place(&refused.draft) {
        return None;
    }
    let validated = refused.draft.validate(&context.area, context.today).ok()?;
    Some(AcceptedFamily {
        place: refused.place.clone(),
        draft: refused.draft.clone(),
        household: validated.household,
        warnings: Vec::new(),
    })
}

fn place(draft: &HouseholdDraft) -> Option<(Rw, Rt)> {
    Some((Rw::parse(&draft.rw).ok()?, Rt::parse(&draft.rt).ok()?))
}
