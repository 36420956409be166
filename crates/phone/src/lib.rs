//! The register of one RT: its families, which of them were sent, and what the offices made of them. Plain values: no
//! clock, no randomness, no storage.

pub mod backoff;
pub mod backup;
pub mod edition;
pub mod family;
mod happening;
pub mod incoming;
mod kept;
pub mod ledger;
pub mod link;
pub mod lock;
pub mod offer;
pub mod pin;
pub mod progress;
pub mod review;
pub mod row;
pub mod standing;
pub mod twin;

pub use backoff::Backoff;
pub use backup::{Backup, BackupFault};
pub use edition::{Attempt, Delivery, Edition, Refusal};
pub use family::{Family, FamilyId, Sent};
pub use incoming::{Arrival, Incoming, Known};
pub use link::LinkFault;
pub use lock::{Lock, Opener};
pub use offer::Offer;
pub use pin::{Pin, PinFault};
pub use review::{Change, Review};
pub use row::{Row, Search, Which};
pub use standing::Standing;
pub use twin::{Others, Twin};

use domain::{Date, Event, HouseholdDraft, Remarks, Status};
use serde::{Deserialize, Serialize};
use wire::{Enrolment, HouseholdList, ListedHousehold, Outcome, Version};

/// All that a phone keeps of one RT.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Register {
    /// Whose register it is.
    pub enrolment: Enrolment,
    /// In the order of their ids; those taken back stay until that was sent.
    pub families: Vec<Family>,
    /// The lists that were sealed, oldest first.
    pub editions: Vec<Edition>,
    /// What the offices said last.
    pub outcome: Option<Outcome>,
}

/// Where a family stands, as far as this phone knows.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Not complete, or changed and not saved yet.
    Draft,
    /// Saved here, not sent as it is now.
    OnPhone,
    /// Sealed, and on its way.
    Waiting,
    /// The list that holds it was refused: somebody must look.
    Stuck,
    /// In the drop box, or handed over as a file.
    Sent,
    /// The office has it: the last that happened.
    Office(Event),
}

impl State {
    /// Whether the head of the RT has something to mend.
    pub fn needs_mending(&self) -> bool {
        match self {
            Self::Draft => true,
            Self::Office(event) => matches!(event.status, Status::Returned | Status::Refused),
            Self::OnPhone | Self::Waiting | Self::Stuck | Self::Sent => false,
        }
    }
}

impl Register {
    /// An empty register.
    pub fn new(enrolment: Enrolment) -> Self {
        Self { enrolment, families: Vec::new(), editions: Vec::new(), outcome: None }
    }

    /// Goes on under another link. What the office has not taken in under the old one must be sent anew: a link that was
    /// revoked is heard no more.
    #[must_use]
    pub fn under(mut self, enrolment: Enrolment) -> Self {
        let taken_in = self.outcome.as_ref().map(|outcome| outcome.edition).unwrap_or_default();
        if self.enrolment.seed != enrolment.seed {
            for edition in self.editions.iter_mut().filter(|edition| edition.number > taken_in) {
                edition.delivery = Delivery::Failed(Refusal::OldLink);
            }
        }
        Self { enrolment, ..self }
    }

    /// The family with this id.
    pub fn family(&self, id: FamilyId) -> Option<&Family> {
        self.families.iter().find(|family| family.id == id)
    }

    /// The families that are not taken back.
    pub fn present(&self) -> impl Iterator<Item = &Family> {
        self.families.iter().filter(|family| !family.withdrawn)
    }

    /// Where a family lives, as typed; the head of an RW also needs to know in which RT.
    pub fn home(&self, family: &Family) -> String {
        let draft = &family.draft;
        let says_rt = self.enrolment.rt.is_none() && !draft.rt.trim().is_empty();
        let rt = if says_rt { ["RT ", draft.rt.trim(), " · "].concat() } else { String::new() };
        [&rt, draft.address.trim()].concat()
    }

    /// The families that are not taken back, by the names of their heads.
    pub fn by_name(&self) -> Vec<&Family> {
        let mut families: Vec<&Family> = self.present().collect();
        families.sort_by_cached_key(|family| family.name().to_lowercase());
        families
    }

    /// Changes what was typed; the first word makes a family of it.
    pub fn edit(&mut self, id: FamilyId, change: impl FnOnce(&mut HouseholdDraft)) {
        self.change(id, |family| family.edit(change));
    }

    /// Changes a family; one that was not here yet is made for it.
    pub fn change(&mut self, id: FamilyId, change: impl FnOnce(&mut Family)) {
        match self.families.iter_mut().find(|family| family.id == id) {
            Some(family) => change(family),
            None => {
                let mut family = Family::new(id, &self.enrolment);
                change(&mut family);
                self.put(family);
            }
        }
    }

    /// Puts a family in the place of the one with its id.
    pub fn put(&mut self, family: Family) {
        match self.families.binary_search_by_key(&family.id, |family| family.id) {
            Ok(at) => {
                if let Some(place) = self.families.get_mut(at) {
                    *place = family;
                }
            }
            Err(at) => self.families.insert(at, family),
        }
    }

    /// Takes a family off the list. One that was sent leaves its code behind, so that the next list takes it back.
    pub fn remove(&mut self, id: FamilyId) {
        self.families.retain_mut(|family| {
            family.withdrawn |= family.id == id;
            family.id != id || family.sent.is_some()
        });
    }

    /// Where a family stands.
    pub fn state(&self, family: &Family, today: Date) -> State {
        let Some(sent) = &family.sent else {
            return if family.is_saved(&self.enrolment, today) { State::OnPhone } else { State::Draft };
        };
        if !family.is_saved(&self.enrolment, today) {
            return State::Draft;
        }
        // A remark waits for the next list without hiding what the office says.
        if !family.record.as_ref().is_some_and(|record| family.was_sent_as(&record.household)) {
            return State::OnPhone;
        }
        if let Some(event) = self.office_says(family, sent) {
            return State::Office(event.clone());
        }
        // A later list holds the family too: what has arrived with it, has arrived.
        let mut carriers = self.editions.iter().filter(|edition| edition.number >= sent.edition);
        if carriers.clone().any(|edition| edition.delivery.is_over()) {
            return State::Sent;
        }
        match carriers.next_back().map(|edition| edition.delivery) {
            None | Some(Delivery::OnPhone) => State::OnPhone,
            Some(delivery) if delivery.is_due() => State::Waiting,
            Some(_) => State::Stuck,
        }
    }

    /// The last event of a family, unless the office has not seen it as it was sent last.
    fn office_says(&self, family: &Family, sent: &Sent) -> Option<&Event> {
        let code = family.record.as_ref()?.code;
        let outcome = self.outcome.as_ref().filter(|outcome| outcome.edition >= sent.edition)?;
        outcome.families.iter().find(|fate| fate.code == code)?.events.last()
    }

    /// Brings back from a backup what is missing here. What is here stays as it is.
    #[must_use]
    pub fn joined(mut self, saved: Self) -> Self {
        for family in saved.families {
            if self.family(family.id).is_none() {
                self.put(family);
            }
        }
        for edition in saved.editions {
            if self.editions.iter().all(|here| here.number != edition.number) {
                self.editions.push(edition);
            }
        }
        self.editions.sort_by_key(|edition| edition.number);
        self.outcome = self.outcome.or(saved.outcome);
        self
    }

    /// The number that the next list gets. It is higher than any that the office knows, also if this phone was wiped.
    pub fn next_edition(&self) -> u32 {
        let here = self.editions.iter().map(|edition| edition.number).max().unwrap_or_default();
        let there = self.outcome.as_ref().map(|outcome| outcome.edition).unwrap_or_default();
        here.max(there).saturating_add(1)
    }

    /// A family as it goes into a list: as it was saved last, with all that was said of it since.
    pub fn listed(&self, family: &Family) -> Option<ListedHousehold> {
        let record = family.record.clone()?;
        Some(ListedHousehold { remarks: self.remarks(family), ..record })
    }

    /// What the next list changes for a family; `None` if it has never been saved.
    pub fn change_of(&self, family: &Family) -> Option<Change> {
        family.change(&self.remarks(family))
    }

    fn remarks(&self, family: &Family) -> Remarks {
        Remarks { not_same: self.not_same(family), ..family.remarks.clone() }
    }

    /// The whole list as it would be sent today: every family as it was saved last.
    pub fn list(&self, today: Date) -> HouseholdList {
        HouseholdList {
            version: Version,
            edition: self.next_edition(),
            area: self.enrolment.area.clone(),
            rt: self.enrolment.rt,
            rw: self.enrolment.rw,
            declared_on: today,
            households: self.present().filter_map(|family| self.listed(family)).collect(),
            withdrawn: self
                .families
                .iter()
                .filter(|family| family.withdrawn)
                .filter_map(Family::code)
                .collect(),
        }
    }

    /// Remembers that a list was sealed: which families it holds, and how.
    pub fn seal(&mut self, list: &HouseholdList, edition: Edition) {
        for listed in &list.households {
            let family = self.families.iter_mut().find(|family| family.code() == Some(listed.code));
            if let Some(family) = family {
                let unchanged = family.sent.as_ref().filter(|sent| sent.household == listed.household);
                family.sent = Some(Sent {
                    edition: unchanged.map_or(list.edition, |sent| sent.edition),
                    household: listed.household.clone(),
                    remarks: listed.remarks.clone(),
                    withdrawn: false,
                });
            }
        }
        for family in self.families.iter_mut().filter(|family| family.withdrawn) {
            if let Some(sent) = family.sent.as_mut().filter(|sent| !sent.withdrawn) {
                (sent.withdrawn, sent.edition) = (true, list.edition);
            }
        }
        self.editions.push(edition);
    }
}

#[cfg(test)]
mod tests;
