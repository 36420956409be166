//! Families that were listed twice: the first complete entry stands, and the others point to it.
//!
//! Which entries are the same family is worked out anew each time: a number may have been mended since, or an entry taken back.

use domain::{Actor, Event, Question, Reason, Status};
use office::areas::{areas, name_of};
use office::clock::Moment;
use office::fault::Result;
use office::register::{Family, FamilyId, Grounds, Line, Register, number};
use std::collections::{BTreeMap, HashMap};

/// What is known of them.
#[derive(Default)]
pub(super) struct Doubles {
    /// The entries that do not stand, and the ones that stand for them.
    stands: BTreeMap<FamilyId, FamilyId>,
    /// Families that share a number with another, though neither is a double; with the rows of the others.
    sharing: HashMap<(FamilyId, Question), Vec<Line>>,
}

/// One of the entries.
struct Entry {
    family: Family,
    status: Status,
    reason: Option<Reason>,
    was_recipient: bool,
}

impl Doubles {
    /// Finds out which entry of each family stands, and notes it.
    pub(super) fn settle(register: &Register, now: &Moment) -> Result<Self> {
        let mut doubles = Self::default();
        for same in register.with_the_same_kk()? {
            doubles.choose(&Entry::all(register, &same)?, |_| true);
        }
        let mut sharing = Vec::new();
        for (nik, same) in register.with_the_same_nik()? {
            let mut entries = Entry::all(register, &same)?;
            entries.retain(|entry| !doubles.stands.contains_key(&entry.family.id));
            let (heads, others): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.is_of(nik));
            // Whoever has no KK number is known by the NIK of the head. Two KK numbers are two families.
            doubles.choose(&heads, |entry| entry.family.household.kk.is_none());
            sharing.push([heads, others]);
        }
        for entries in &sharing {
            doubles.share(entries.iter().flatten());
        }
        for (double, stands) in &doubles.stands {
            if let [double, stands] = &Entry::all(register, &[*double, *stands])?[..] {
                double.points_to(stands, register, now)?;
            }
        }
        let former = register.doubles()?.into_iter().filter(|id| !doubles.stands.contains_key(id));
        for entry in Entry::all(register, &former.collect::<Vec<_>>())? {
            entry.stands_again(register, now)?;
        }
        Ok(doubles)
    }

    /// The rows of the other families that ask this question of a family; none: it is not asked.
    pub(super) fn asks(&self, id: FamilyId, question: Question) -> Option<&[Line]> {
        self.sharing.get(&(id, question)).map(Vec::as_slice)
    }

    /// Of entries of one family, the one that stands; the others that may point to it do.
    fn choose(&mut self, entries: &[Entry], may_point: impl Fn(&Entry) -> bool) {
        let Some(first) = entries.iter().min_by_key(|entry| entry.rank()) else { return };
        for entry in entries.iter().filter(|entry| entry.family.id != first.family.id && may_point(entry)) {
            if entry.has_the_aid() {
                // Nobody loses the aid without a person having looked.
                self.ask(entry, Question::KkTwice, first);
            } else {
                self.stands.insert(entry.family.id, first.family.id);
            }
        }
    }

    /// Entries that are no doubles and share a NIK.
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
    fn all(register: &Register, ids: &[FamilyId]) -> Result<Vec<Self>> {
        let mut entries = Vec::new();
        for id in ids {
            if let Some(family) = register.family(*id)? {
                let events = register.events(*id)?;
                let was_recipient = events.iter().any(|event| event.status.is_recipient());
                let (status, reason) =
                    events.last().map_or((Status::Proposed, None), |last| (last.status, last.reason));
                entries.push(Self { family, status, reason, was_recipient });
            }
        }
        Ok(entries)
    }

    /// Whether this is the NIK of its head.
    fn is_of(&self, nik: i64) -> bool {
        self.family.household.head.nik.is_some_and(|head| number(head.digits()) == nik)
    }

    /// The least stands: whoever is there, then whoever has the aid, then the complete, then the first.
    fn rank(&self) -> (bool, bool, bool, FamilyId) {
        (self.is_gone(), !self.has_the_aid(), !self.is_complete(), self.family.id)
    }

    /// Taken back, or not living there any more: the family may be listed elsewhere.
    fn is_gone(&self) -> bool {
        let is_out = matches!(self.status, Status::Refused | Status::Removed);
        self.status == Status::Withdrawn
            || (is_out && matches!(self.reason, Some(Reason::MovedOut | Reason::NotFound)))
    }

    /// On the final list; whoever is held while lists are compared still is.
    fn has_the_aid(&self) -> bool {
        self.status.is_recipient() || (self.status == Status::Held && self.was_recipient)
    }

    /// Whether it has a KK number, and everybody in it is named with NIK and birth date, at an address.
    fn is_complete(&self) -> bool {
        let household = &self.family.household;
        household.kk.is_some()
            && !household.address.is_empty()
            && household.members().all(|member| member.nik.is_some() && member.birth.is_some())
    }

    fn points_to(&self, stands: &Self, register: &Register, now: &Moment) -> Result<()> {
        if self.family.double_of != Some(stands.family.id) {
            register.point_to(self.family.id, Some(stands.family.id))?;
        }
        if !self.status.allows(Status::Refused) {
            return Ok(());
        }
        let origin = &stands.family.origin;
        let place = name_of(&areas(), &origin.area);
        let event = Event {
            reason: Some(Reason::Duplicate),
            note: format!("Sudah tercatat di RT {} / RW {} {place}.", origin.rt, origin.rw),
            ..Event::new(Status::Refused, now.date)
        };
        self.record(&event, stands.family.line, register, now)
    }

    /// What was refused for the sake of another entry is looked at anew when that one no longer stands for it.
    fn stands_again(&self, register: &Register, now: &Moment) -> Result<()> {
        register.point_to(self.family.id, None)?;
        if self.status == Status::Refused && self.reason == Some(Reason::Duplicate) {
            self.record(&Event::new(Status::Proposed, now.date), None, register, now)?;
        }
        Ok(())
    }

    fn record(&self, event: &Event, other: Option<Line>, register: &Register, now: &Moment) -> Result<()> {
        let evidence = other.into_iter().chain(self.family.line).collect();
        register.record(self.family.id, event, Grounds { evidence, ..Actor::Dinas.into() }, now)
    }
}

#[cfg(test)]
mod tests;
