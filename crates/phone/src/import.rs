//! A list that somebody brings in, before its families are taken into the register.

mod candidate;
mod overlay;

pub use candidate::{CandidateState, ImportCandidate};

use crate::family_id::FamilyId;
use crate::register::PhoneRegister;
use domain::identity::Numbers;
use domain::{Date, Entry, FamilyKey, HouseholdDraft, Place};
use lists_protocol::{FoundFamily, RowError, RowPlace};
use std::collections::HashMap;
use wire::Enrolment;

/// The families of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportBatch {
    /// As the list has them, and as they were mended since.
    pub candidates: Vec<ImportCandidate>,
    /// What was mended, so that it stands when the same list is read once more.
    mended: Vec<(RowPlace, Place, Entry)>,
}

/// How many families of a list stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Can be taken in as records.
    pub ready: usize,
    /// Can be taken in as drafts.
    pub incomplete: usize,
    /// In the register already.
    pub known: usize,
    /// In the list twice.
    pub double: usize,
}

/// How many families came in how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportTotals {
    /// As records.
    pub records: usize,
    /// As drafts.
    pub drafts: usize,
}

/// A family on its way into the register.
#[derive(Clone, Debug, PartialEq)]
pub struct AcceptedRow {
    /// The family that it is already.
    pub known: Option<FamilyId>,
    /// What the list says of it.
    pub draft: HouseholdDraft,
    /// Whether it makes a record.
    pub is_complete: bool,
}

/// By what a family is known again.
#[derive(Clone, Debug, Default)]
pub struct KnownFamilies(HashMap<FamilyKey, FamilyId>);

impl ImportBatch {
    /// Takes some families of the list.
    pub fn take(
        &mut self,
        found: Vec<FoundFamily>,
        enrolment: &Enrolment,
        today: Date,
        known: &KnownFamilies,
    ) {
        for found in found {
            let mut candidate = ImportCandidate::of(found, enrolment, today);
            let row = candidate.place.clone();
            for (_, place, mended) in self.mended.iter().filter(|(at, ..)| *at == row) {
                candidate.mend(*place, mended.clone());
            }
            // The reader has judged the others.
            if candidate.was_barred {
                candidate.judge(enrolment, today);
            }
            candidate.known = known.find(&candidate.draft);
            self.candidates.push(candidate);
        }
    }

    /// Forgets the families, but not what was mended: the list is read once more.
    pub fn begin_again(&mut self) {
        self.candidates.clear();
    }

    /// Mends a field of a family.
    pub fn mend(
        &mut self,
        at: usize,
        place: Place,
        mended: Entry,
        enrolment: &Enrolment,
        today: Date,
        known: &KnownFamilies,
    ) {
        let Some(candidate) = self.candidates.get_mut(at) else { return };
        self.mended.retain(|(row, where_, _)| (row, *where_) != (&candidate.place, place));
        self.mended.push((candidate.place.clone(), place, mended.clone()));
        candidate.mend(place, mended);
        candidate.judge(enrolment, today);
        candidate.known = known.find(&candidate.draft);
        let numbers = Numbers::of(&candidate.draft);
        // What was typed may be the number of another family of the list.
        let duplicate = self.candidates.iter().enumerate().find_map(|(i, other)| {
            let clash = (i != at).then(|| other.clash(&numbers)).flatten()?;
            Some((clash, other.place.clone()))
        });
        if let (Some((place, first)), Some(candidate)) = (duplicate, self.candidates.get_mut(at)) {
            let error = match place.member {
                None => RowError::KkOfOther { first },
                Some(_) => RowError::NikOfOther { first },
            };
            candidate.bar(place, error);
        }
    }

    /// How many families stand how.
    pub fn count(&self) -> ImportCounts {
        let mut count = ImportCounts::default();
        for candidate in &self.candidates {
            match candidate.standing() {
                CandidateState::Ready => count.ready += 1,
                CandidateState::Incomplete => count.incomplete += 1,
                CandidateState::Known(_) => count.known += 1,
                CandidateState::Double => count.double += 1,
            }
        }
        count
    }

    /// The families that go into the register; those that are in it already only to be brought up to date.
    pub fn accepted(self, update: bool) -> Vec<AcceptedRow> {
        let arrival = |candidate: ImportCandidate| {
            let known = match candidate.standing() {
                CandidateState::Ready | CandidateState::Incomplete => None,
                CandidateState::Known(id) if update => Some(id),
                CandidateState::Known(_) | CandidateState::Double => return None,
            };
            Some(AcceptedRow { known, is_complete: candidate.bars.is_empty(), draft: candidate.draft })
        };
        self.candidates.into_iter().filter_map(arrival).collect()
    }
}

impl AcceptedRow {
    /// What the family is afterwards: what the list does not say stays as it was.
    pub fn over(&self, draft: &HouseholdDraft) -> HouseholdDraft {
        overlay::overlay(draft, &self.draft)
    }
}

impl KnownFamilies {
    /// The families of a register.
    pub fn of(register: &PhoneRegister) -> Self {
        let keys = register
            .present()
            .flat_map(|family| FamilyKey::numbers(&family.draft).map(|key| (key, family.id)));
        Self(keys.collect())
    }

    /// The family with this KK number, or with this head. Who has no number is nobody's double.
    fn find(&self, draft: &HouseholdDraft) -> Option<FamilyId> {
        FamilyKey::numbers(draft).find_map(|key| self.0.get(&key).copied())
    }
}

#[cfg(test)]
mod tests;
