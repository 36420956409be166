//! The register of one RT: its families, which of them were sent, and what the offices made of them.

use crate::family::{Family, ListChange, Sent};
use crate::family_id::FamilyId;
use crate::family_state::FamilyState;
use crate::list_version::{Delivery, ListVersion, Refusal};
use domain::{Date, Field, HouseholdDraft, HouseholdList, ListedHousehold, Remarks, Status};
use std::collections::BTreeSet;
use wire::{Enrolment, EventDto, FamilyOutcome, Outcome};

/// All that a phone keeps of one RT.
#[derive(Clone, Debug, PartialEq)]
pub struct PhoneRegister {
    /// Whose register it is.
    pub enrolment: Enrolment,
    /// In the order of their ids; those taken back stay until that was sent.
    pub families: Vec<Family>,
    /// The lists that were sealed, oldest first.
    pub list_versions: Vec<ListVersion>,
    /// What the offices said last.
    pub outcome: Option<Outcome>,
}

impl PhoneRegister {
    /// An empty register.
    pub fn new(enrolment: Enrolment) -> Self {
        Self { enrolment, families: Vec::new(), list_versions: Vec::new(), outcome: None }
    }

    /// Goes on under another link. What the office has not taken in under the old one must be sent anew: a link that was
    /// revoked is heard no more.
    #[must_use]
    pub fn under(mut self, enrolment: Enrolment) -> Self {
        let taken_in = self.outcome.as_ref().map(|outcome| outcome.edition).unwrap_or_default();
        if self.enrolment.seed != enrolment.seed {
            for version in self.list_versions.iter_mut().filter(|version| version.number > taken_in) {
                version.delivery = Delivery::Failed(Refusal::OldLink);
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

    /// How many families a phone of this RT or RW has sent that are not on this one: another one sent them, or this one before
    /// it was wiped. Whoever is beside the main line for good need not be brought back.
    pub fn listed_elsewhere(&self) -> usize {
        let there = || self.outcome.iter().flat_map(|outcome| &outcome.families);
        let is_here = |fate: &&FamilyOutcome| self.families.iter().any(|here| here.code() == Some(fate.code));
        let sent = there().filter(|fate| fate.of_phone && is_under_way(fate)).map(FamilyOutcome::first_code);
        let here: BTreeSet<_> = there().filter(is_here).map(FamilyOutcome::first_code).collect();
        sent.filter(|code| !here.contains(code)).collect::<BTreeSet<_>>().len()
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

    /// Answers a question for many families, see [`Family::answer`].
    pub fn answer(&mut self, families: &[FamilyId], field: Field, answer: bool, today: Date) {
        for family in self.families.iter_mut().filter(|family| families.contains(&family.id)) {
            family.answer(field, answer, &self.enrolment, today);
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

    /// Puts families in the places of those with their ids. One by one each of them would move half of a long list.
    pub fn put_all(&mut self, families: impl IntoIterator<Item = Family>) {
        self.families.extend(families);
        self.families.sort_by_key(|family| family.id);
        self.families.dedup_by(|later, earlier| {
            let is_same = later.id == earlier.id;
            if is_same {
                std::mem::swap(later, earlier);
            }
            is_same
        });
    }

    /// Takes a family off the list. One that was sent leaves its code behind, so that the next list takes it back.
    pub fn remove(&mut self, id: FamilyId) {
        self.families.retain_mut(|family| {
            family.withdrawn |= family.id == id;
            family.id != id || family.sent.is_some()
        });
    }

    /// Where a family stands.
    pub fn state(&self, family: &Family, today: Date) -> FamilyState {
        let Some(sent) = &family.sent else {
            return if family.is_saved(&self.enrolment, today) {
                FamilyState::OnPhone
            } else {
                FamilyState::Draft
            };
        };
        if !family.is_saved(&self.enrolment, today) {
            return FamilyState::Draft;
        }
        // A remark waits for the next list without hiding what the office says.
        if !family.record.as_ref().is_some_and(|record| family.was_sent_as(&record.household)) {
            return FamilyState::OnPhone;
        }
        if let Some(event) = self.office_says(family, sent) {
            return FamilyState::Office(event.clone());
        }
        // A later list holds the family too: what has arrived with it, has arrived.
        let mut carriers = self.list_versions.iter().filter(|version| version.number >= sent.list_number);
        if carriers.clone().any(|version| version.delivery == Delivery::Delivered) {
            return FamilyState::Sent;
        }
        match carriers.next_back().map(|version| version.delivery) {
            None | Some(Delivery::OnPhone) => FamilyState::OnPhone,
            Some(Delivery::HandedOver) => FamilyState::HandedOver,
            Some(delivery) if delivery.is_due() => FamilyState::Waiting,
            Some(_) => FamilyState::Stuck,
        }
    }

    /// The last event of a family, unless the office has not seen it as it was sent last.
    pub(crate) fn office_says(&self, family: &Family, sent: &Sent) -> Option<&EventDto> {
        let code = family.record.as_ref()?.code;
        let outcome = self.outcome.as_ref().filter(|outcome| outcome.edition >= sent.list_number)?;
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
        for version in saved.list_versions {
            if self.list_versions.iter().all(|here| here.number != version.number) {
                self.list_versions.push(version);
            }
        }
        self.list_versions.sort_by_key(|version| version.number);
        self.outcome = self.outcome.or(saved.outcome);
        self
    }

    /// The number that the next list gets. It is higher than any that the office knows, also if this phone was wiped.
    pub fn next_list_number(&self) -> u32 {
        let here = self.list_versions.iter().map(|version| version.number).max().unwrap_or_default();
        let there = self.outcome.as_ref().map(|outcome| outcome.edition).unwrap_or_default();
        here.max(there).saturating_add(1)
    }

    /// A family as it goes into a list: as it was saved last, with all that was said of it since.
    pub fn listed(&self, family: &Family) -> Option<ListedHousehold> {
        let record = family.record.clone()?;
        Some(ListedHousehold { remarks: self.remarks(family), ..record })
    }

    /// What the next list changes for a family; `None` if it has never been saved.
    pub fn change_of(&self, family: &Family) -> Option<ListChange> {
        family.change(&self.remarks(family))
    }

    fn remarks(&self, family: &Family) -> Remarks {
        Remarks { not_same: self.not_same(family), ..family.remarks.clone() }
    }

    /// The whole list as it would be sent today: every family as it was saved last.
    pub fn list(&self, today: Date) -> HouseholdList {
        HouseholdList {
            edition: self.next_list_number(),
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
    pub fn seal(&mut self, list: &HouseholdList, version: ListVersion) {
        for listed in &list.households {
            let family = self.families.iter_mut().find(|family| family.code() == Some(listed.code));
            if let Some(family) = family {
                let unchanged = family.sent.as_ref().filter(|sent| sent.household == listed.household);
                family.sent = Some(Sent {
                    list_number: unchanged.map_or(list.edition, |sent| sent.list_number),
                    household: listed.household.clone(),
                    remarks: listed.remarks.clone(),
                    withdrawn: false,
                });
            }
        }
        let is_taken_back =
            |family: &&mut Family| family.code().is_some_and(|code| list.withdrawn.contains(&code));
        for family in self.families.iter_mut().filter(is_taken_back) {
            if let Some(sent) = family.sent.as_mut().filter(|sent| !sent.withdrawn) {
                (sent.withdrawn, sent.list_number) = (true, list.edition);
            }
        }
        self.list_versions.push(version);
    }
}

/// Whether an office goes on with a family, or may.
fn is_under_way(fate: &FamilyOutcome) -> bool {
    let status = fate.events.last().and_then(|event| event.status.known());
    status.is_some_and(|status| status.is_on_main_line() || matches!(status, Status::Returned | Status::Held))
}
