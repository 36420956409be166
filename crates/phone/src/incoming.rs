//! A list that somebody brings in, before its families are taken into the register.

mod newcomer;
mod overlay;

pub use newcomer::{Newcomer, Standing};

use super::{FamilyId, Register};
use domain::{Date, HouseholdDraft, KkNumber, Nik, Place};
use lists::{RowPlace, Trouble};
use lists_worker::Found;
use std::collections::HashMap;
use wire::Enrolment;

/// The families of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// As the list has them, and as they were mended since.
    pub newcomers: Vec<Newcomer>,
    /// What was mended, so that it stands when the same list is read once more.
    mended: Vec<(RowPlace, Place, Mended)>,
}

/// What somebody has put in the place of what the list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mended {
    /// A text.
    Text(String),
    /// There is no number, or there is one after all.
    Without(bool),
}

/// How many families of a list stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Can be taken in as records.
    pub ready: usize,
    /// Can be taken in as drafts.
    pub incomplete: usize,
    /// In the register already.
    pub known: usize,
    /// In the list twice.
    pub double: usize,
}

/// A family on its way into the register.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The family that it is already.
    pub known: Option<FamilyId>,
    /// What the list says of it.
    pub draft: HouseholdDraft,
    /// Whether it makes a record.
    pub is_complete: bool,
}

/// By what a family is known again.
#[derive(Clone, Debug, Default)]
pub struct Known {
    by_kk: HashMap<KkNumber, FamilyId>,
    by_head: HashMap<Nik, FamilyId>,
}

impl Incoming {
    /// Takes some families of the list.
    pub fn take(&mut self, found: Vec<Found>, enrolment: &Enrolment, today: Date, known: &Known) {
        for found in found {
            let mut newcomer = Newcomer::of(found, enrolment, today);
            let row = newcomer.place.clone();
            for (_, place, mended) in self.mended.iter().filter(|(at, ..)| *at == row) {
                newcomer.mend(*place, mended.clone());
            }
            // The reader has judged the others.
            if newcomer.was_barred {
                newcomer.judge(enrolment, today);
            }
            newcomer.known = known.find(&newcomer.draft);
            self.newcomers.push(newcomer);
        }
    }

    /// Forgets the families, but not what was mended: the list is read once more.
    pub fn begin_again(&mut self) {
        self.newcomers.clear();
    }

    /// Mends a field of a family.
    pub fn mend(
        &mut self,
        at: usize,
        place: Place,
        mended: Mended,
        enrolment: &Enrolment,
        today: Date,
        known: &Known,
    ) {
        let Some(newcomer) = self.newcomers.get_mut(at) else { return };
        self.mended.retain(|(row, where_, _)| (row, *where_) != (&newcomer.place, place));
        self.mended.push((newcomer.place.clone(), place, mended.clone()));
        newcomer.mend(place, mended);
        newcomer.judge(enrolment, today);
        newcomer.known = known.find(&newcomer.draft);
        let draft = newcomer.draft.clone();
        // What was typed may be the number of another family of the list.
        let twin = self.newcomers.iter().enumerate().find_map(|(i, other)| {
            let clash = (i != at).then(|| other.clash(&draft)).flatten()?;
            Some((clash, other.place.clone()))
        });
        if let (Some((place, first)), Some(newcomer)) = (twin, self.newcomers.get_mut(at)) {
            let trouble = match place.member {
                None => Trouble::KkOfOther { first },
                Some(_) => Trouble::NikOfOther { first },
            };
            newcomer.bar(place, trouble);
        }
    }

    /// How many families stand how.
    pub fn count(&self) -> Count {
        let mut count = Count::default();
        for newcomer in &self.newcomers {
            match newcomer.standing() {
                Standing::Ready => count.ready += 1,
                Standing::Incomplete => count.incomplete += 1,
                Standing::Known(_) => count.known += 1,
                Standing::Double => count.double += 1,
            }
        }
        count
    }

    /// The families that go into the register; those that are in it already only to be brought up to date.
    pub fn arrivals(self, update: bool) -> Vec<Arrival> {
        let arrival = |newcomer: Newcomer| {
            let known = match newcomer.standing() {
                Standing::Ready | Standing::Incomplete => None,
                Standing::Known(id) if update => Some(id),
                Standing::Known(_) | Standing::Double => return None,
            };
            Some(Arrival { known, is_complete: newcomer.bars.is_empty(), draft: newcomer.draft })
        };
        self.newcomers.into_iter().filter_map(arrival).collect()
    }
}

impl Arrival {
    /// What the family is afterwards: what the list does not say stays as it was.
    pub fn over(&self, draft: &HouseholdDraft) -> HouseholdDraft {
        overlay::overlay(draft, &self.draft)
    }
}

impl Known {
    /// The families of a register.
    pub fn of(register: &Register) -> Self {
        let mut known = Self::default();
        for family in register.present() {
            known.by_kk.extend(KkNumber::parse(&family.draft.kk).ok().map(|kk| (kk, family.id)));
            known.by_head.extend(head(&family.draft).map(|nik| (nik, family.id)));
        }
        known
    }

    /// The family with this KK number, or with this head. Who has no number is nobody's double.
    fn find(&self, draft: &HouseholdDraft) -> Option<FamilyId> {
        let by_kk = || KkNumber::parse(&draft.kk).ok().and_then(|kk| self.by_kk.get(&kk));
        let by_head = || head(draft).and_then(|nik| self.by_head.get(&nik));
        by_kk().or_else(by_head).copied()
    }
}

fn head(draft: &HouseholdDraft) -> Option<Nik> {
    Nik::parse(&draft.members.first()?.nik).ok()
}

#[cfg(test)]
mod tests;
