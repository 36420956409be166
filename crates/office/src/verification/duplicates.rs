//! Families that were listed twice: the first complete entry stands, and the others point to it.
//!
//! Which entries are the same family is worked out anew each time: a number may have been mended since, or an entry taken back.

use crate::areas::{areas, name_of};
use crate::clock::Moment;
use crate::fault::{Result, if_readable};
use crate::register::{DecisionBasis, Family, FamilyId, Line, Register, number};
use domain::{Actor, Cause, Event, History, Question, Reason, Status};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What is known of them.
#[derive(Default)]
pub(super) struct Duplicates {
    /// The entries that do not stand, and the ones that stand for them.
    stands: BTreeMap<FamilyId, FamilyId>,
    /// Families that share a number with another, though neither is a double; with the rows of the others.
    sharing: HashMap<(FamilyId, Question), Vec<Line>>,
    /// Entries that share a number with one that cannot be read: nothing is decided of them meanwhile.
    unsettled: HashSet<FamilyId>,
}

/// One of the entries.
struct Entry {
    family: Family,
    history: History,
}

impl Duplicates {
    /// Finds out which entry of each family stands, and notes it.
    pub(super) fn settle(register: &Register, now: &Moment) -> Result<Self> {
        let mut duplicates = Self::default();
        for same in register.with_the_same_kk()? {
            let entries = duplicates.entries(register, &same)?;
            duplicates.choose(&entries, |_| true);
        }
        let mut sharing = Vec::new();
        for (nik, same) in register.with_the_same_nik()? {
            let mut entries = duplicates.entries(register, &same)?;
            entries.retain(|entry| !duplicates.stands.contains_key(&entry.family.id));
            let (heads, others): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.is_of(nik));
            // Whoever has no KK number is known by the NIK of the head. Two KK numbers are two families.
            duplicates.choose(&heads, |entry| entry.family.household.kk.is_none());
            sharing.push([heads, others]);
        }
        for entries in &sharing {
            duplicates.share(entries.iter().flatten());
        }
        for (double, stands) in &duplicates.stands {
            if let (Some(double), Some(stands)) =
                (Entry::of(register, *double)?, Entry::of(register, *stands)?)
            {
                double.points_to(&stands, register, now)?;
            }
        }
        for id in register.doubles()? {
            if !duplicates.stands.contains_key(&id)
                && !duplicates.unsettled.contains(&id)
                && let Some(entry) = Entry::of(register, id)?
            {
                entry.stands_again(register, now)?;
            }
        }
        Ok(duplicates)
    }

    /// The rows of the other families that ask this question of a family; none: it is not asked.
    pub(super) fn asks(&self, id: FamilyId, question: Question) -> Option<&[Line]> {
        self.sharing.get(&(id, question)).map(Vec::as_slice)
    }

    /// Whether an entry waits for one that cannot be read.
    pub(super) fn is_unsettled(&self, id: FamilyId) -> bool {
        self.unsettled.contains(&id)
    }

    /// The entries that share a number; none where one of them cannot be read.
    fn entries(&mut self, register: &Register, same: &[FamilyId]) -> Result<Vec<Entry>> {
        let entries = same.iter().map(|id| Entry::of(register, *id)).collect::<Result<Option<Vec<_>>>>()?;
        if entries.is_none() {
            self.unsettled.extend(same);
        }
        Ok(entries.unwrap_or_default())
    }

    /// Of entries of one family, the one that stands; the others that may point to it do.
    fn choose(&mut self, entries: &[Entry], may_point: impl Fn(&Entry) -> bool) {
        let Some(first) = entries.iter().min_by_key(|entry| entry.rank()) else { return };
        for entry in entries.iter().filter(|entry| entry.family.id != first.family.id && may_point(entry)) {
            if entry.history.has_aid() {
                // Nobody loses the aid without a person having looked.
                self.ask(entry, Question::KkTwice, first);
            } else {
                self.stands.insert(entry.family.id, first.family.id);
            }
        }
    }

    /// Entries that are no duplicates and share a NIK.
    fn share<'a>(&mut self, entries: impl Iterator<Item = &'a Entry>) {
        let entries = entries.filter(|it| !it.is_gone() && !self.stands.contains_key(&it.family.id));
        let entries: Vec<_> = entries.collect();
        for one in &entries {
            for other in entries.iter().filter(|other| other.family.id != one.family.id) {
                self.ask(one, Question::PersonTwice, other);
            }
        }
    }

    fn ask(&mut self, entry: &Entry, question: Question, other: &Entry) {
        let rows = self.sharing.entry((entry.family.id, question)).or_default();
        rows.extend(other.family.line);
    }
}

impl Entry {
    /// The entry; none where it cannot be read.
    fn of(register: &Register, id: FamilyId) -> Result<Option<Self>> {
        let Some(Some(family)) = if_readable(register.family(id))? else { return Ok(None) };
        Ok(if_readable(register.history(id))?.map(|history| Self { family, history }))
    }

    /// Whether this is the NIK of its head.
    fn is_of(&self, nik: i64) -> bool {
        self.family.household.head.nik.is_some_and(|head| number(head.digits()) == nik)
    }

    /// The least stands: whoever is there, then whoever has the aid, then the complete, then the first.
    fn rank(&self) -> (bool, bool, bool, FamilyId) {
        (self.is_gone(), !self.history.has_aid(), !self.is_complete(), self.family.id)
    }

    /// Taken back, or not living there any more: the family may be listed elsewhere.
    fn is_gone(&self) -> bool {
        let status = self.history.status();
        let is_out = matches!(status, Status::Refused | Status::Removed);
        status == Status::Withdrawn
            || (is_out && matches!(self.history.reason(), Some(Reason::MovedOut | Reason::NotFound)))
    }

    /// Whether it has a KK number, and everybody in it is named with NIK and birth date, at an address.
    fn is_complete(&self) -> bool {
        let household = &self.family.household;
        household.kk.is_some()
            && !household.address.is_empty()
            && household.members().all(|member| member.nik.is_some() && member.birth.is_some())
    }

    fn points_to(&self, stands: &Self, register: &Register, now: &Moment) -> Result<()> {
        if self.family.duplicate_of != Some(stands.family.id) {
            register.point_to(self.family.id, Some(stands.family.id))?;
        }
        if self.history.check(Status::Refused).is_err() {
            return Ok(());
        }
        let origin = &stands.family.origin;
        let kelurahan = name_of(&areas(), &origin.area);
        let event = Event {
            reason: Some(Reason::Duplicate),
            cause: Some(Cause::DuplicateOf { rt: origin.rt, rw: origin.rw, kelurahan }),
            ..Event::new(Status::Refused, now.date)
        };
        self.record(&event, stands.family.line, register, now)
    }

    /// What was refused for the sake of another entry is looked at anew when that one no longer stands for it.
    fn stands_again(&self, register: &Register, now: &Moment) -> Result<()> {
        register.point_to(self.family.id, None)?;
        if self.history.status() == Status::Refused && self.history.reason() == Some(Reason::Duplicate) {
            self.record(&Event::new(Status::Proposed, now.date), None, register, now)?;
        }
        Ok(())
    }

    fn record(&self, event: &Event, other: Option<Line>, register: &Register, now: &Moment) -> Result<()> {
        let evidence = other.into_iter().chain(self.family.line).collect();
        register.record(self.family.id, event, DecisionBasis { evidence, ..Actor::Dinas.into() }, now)
    }
}

#[cfg(test)]
mod tests;
