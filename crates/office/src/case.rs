//! A family as the register has it: the record, what happened, and the codes it is known by.

use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{DecisionBasis, Family, FamilyId, Register};
use domain::limits::NOTE;
use domain::{Event, Fault, Field, History, IllegalTransition, Place, Problem, RegistrationCode, Status};

/// A family with its history.
#[derive(Debug)]
pub struct Case {
    /// The entry on the list.
    pub family: Family,
    /// What happened to it.
    pub history: History,
    /// The codes that it is known by, in order.
    pub codes: Vec<RegistrationCode>,
    /// Whether only the codes open its record, not KK number and NIK.
    pub pair_closed: bool,
    /// What of it is over the limits in the register: here it is within them.
    pub over: Vec<Problem>,
}

impl Case {
    /// Of what the register holds, which may be older than the limits.
    pub(crate) fn of(
        mut family: Family,
        mut history: History,
        codes: Vec<RegistrationCode>,
        pair_closed: bool,
    ) -> Self {
        let mut over = family.household.limit();
        if history.limit() {
            over.push(Problem { place: Place::of_household(Field::Note), fault: Fault::TooLong(NOTE) });
        }
        Self { family, history, codes, pair_closed, over }
    }

    /// Its number in the register.
    pub fn id(&self) -> FamilyId {
        self.family.id
    }

    /// Where the family stands.
    pub fn status(&self) -> Status {
        self.history.status()
    }

    /// Whether it has the card for the aid.
    pub fn has_card(&self) -> bool {
        self.history.has_card()
    }

    /// Whether the family is to come for its card. One that has it is not called again in a later tahap.
    pub fn is_to_collect(&self) -> bool {
        self.family.stands()
            && matches!(self.status(), Status::Approved | Status::Invited)
            && !self.has_card()
    }

    /// Writes an event down.
    ///
    /// # Errors
    /// It may not follow the last one, or the register cannot be written.
    pub fn record(
        &mut self,
        register: &Register,
        event: Event,
        basis: impl Into<DecisionBasis>,
        now: &Moment,
    ) -> Result<()> {
        register.record_after(self.family.id, &self.history, &event, basis, now)?;
        Ok(self.history.push(event)?)
    }
}

impl From<IllegalTransition> for crate::fault::Fault {
    fn from(IllegalTransition { from, to }: IllegalTransition) -> Self {
        let next: Vec<&str> = from.next().map(Status::code).collect();
        Self::new(
            "urutan",
            format!("Keluarga ini berstatus {from}; dari situ tidak bisa langsung ke {to}."),
            format!("Yang mungkin: {}.", next.join(", ")),
        )
    }
}
