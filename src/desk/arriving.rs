//! Families of a list that was brought in.

use super::{Desk, today};
use crate::browser::{clock, random};
use crate::register::{Arrival, Family, Register};
use domain::RegistrationCode;

/// As many are taken in before the page gets its turn.
const PORTION: usize = 25;

impl Desk {
    /// Takes families in; `tell` hears now and then how many there are so far.
    pub async fn take_in(self, arrivals: Vec<Arrival>, tell: impl Fn(usize)) {
        for (portion, arrivals) in arrivals.chunks(PORTION).enumerate() {
            let made = self.peek(|register| {
                arrivals.iter().filter_map(|arrival| family(register, arrival)).collect::<Vec<_>>()
            });
            let Some(families) = made else { return };
            let ids: Vec<_> = families.iter().map(|family| family.id).collect();
            self.update(|register| families.into_iter().for_each(|family| register.put(family)));
            ids.into_iter().for_each(|id| self.store_family(id));
            tell((portion + 1) * PORTION);
            clock::breath().await;
        }
    }
}

/// The family as it stands in the register afterwards; `None` on a browser without a source of chance.
fn family(register: &Register, arrival: &Arrival) -> Option<Family> {
    let known = arrival.known.and_then(|id| register.family(id).cloned());
    let mut family = match known {
        Some(family) => Family { draft: arrival.over(&family.draft), ..family },
        None => Family { draft: arrival.draft.clone(), ..Family::new(Desk::new_id()?, &register.enrolment) },
    };
    if arrival.is_complete {
        let code = RegistrationCode::from_random(random::bytes()?);
        // What the register knew may bar it: then it stays a draft.
        family.save(&register.enrolment, today(), code).ok();
    }
    Some(family)
}
