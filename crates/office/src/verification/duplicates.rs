//! Families that were listed twice. In one RT the first complete entry stands, and the others point to it. Entries of two RT are
//! a question to a person: whoever lists a family first does not win by that.
//!
//! Which entries are the same family is worked out anew each time: a number may have been mended since, an entry taken back, or
//! a question answered.

mod entry;

use super::objection::Objection;
use super::prior_answers::PriorAnswers;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{FamilyId, Line, Register};
use domain::Question;
use domain::identity::SharedPeople;
use entry::{Entry, Found};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What is known of them.
#[derive(Default)]
pub(super) struct Duplicates {
    /// The entries that do not stand, and the ones that stand for them.
    stands: BTreeMap<FamilyId, FamilyId>,
    /// Those of which a person found that.
    found_same: BTreeMap<FamilyId, FamilyId>,
    /// Families that share a number with another, though neither is a double; with the rows of the others.
    sharing: HashMap<(FamilyId, Question), Vec<Line>>,
    /// Pairs of entries that are one family, of which a person must say which is right.
    contested: HashSet<(FamilyId, FamilyId)>,
    /// Entries that share a number with one that cannot be read: nothing is decided of them meanwhile.
    unsettled: HashSet<FamilyId>,
}

/// That a family is of one RT.
struct Claim<'a> {
    entry: &'a Entry,
    /// What a person answered of it, in sight of all other RT that list the family.
    found: Found,
}

impl Duplicates {
    /// Finds out which entry of each family stands.
    pub(super) fn find(register: &Register, before: &PriorAnswers) -> Result<Self> {
        let mut duplicates = Self::default();
        duplicates.keep_found_same(register)?;
        for same in register.with_the_same_kk()? {
            let entries = duplicates.entries(register, &same)?;
            duplicates.choose(&entries, |_| true, register, before)?;
        }
        let mut sharing = Vec::new();
        for (nik, same) in register.with_the_same_nik()? {
            let mut entries = duplicates.entries(register, &same)?;
            entries.retain(|entry| !duplicates.stands.contains_key(&entry.family.id));
            let (heads, others): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.is_of(nik));
            // Whoever has no KK number is known by the NIK of the head. Two KK numbers are two families.
            duplicates.choose(&heads, |it| it.family.household.kk.is_none(), register, before)?;
            sharing.push([heads, others]);
        }
        for entries in &sharing {
            duplicates.share(entries.iter().flatten(), before);
        }
        let found_same = std::mem::take(&mut duplicates.found_same);
        duplicates.stands.extend(found_same);
        duplicates.follow();
        Ok(duplicates)
    }

    /// Finds it out, and notes it.
    pub(super) fn settle(register: &Register, before: &PriorAnswers, now: &Moment) -> Result<Self> {
        let duplicates = Self::find(register, before)?;
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

    /// An entry that points to another one that does not stand either points to the one that does.
    fn follow(&mut self) {
        let before = std::mem::take(&mut self.stands);
        for (double, mut stands) in before.iter().map(|(double, stands)| (*double, *stands)) {
            while let Some(further) = before.get(&stands).filter(|further| **further != double) {
                stands = *further;
            }
            self.stands.insert(double, stands);
        }
    }

    /// The rows of the other families that ask this question of a family; none: it is not asked.
    pub(super) fn asks(&self, id: FamilyId, question: Question) -> Option<&[Line]> {
        self.sharing.get(&(id, question)).map(Vec::as_slice)
    }

    /// The entries of which a person must say whether they are right.
    pub(super) fn all_asked(&self, question: Question) -> impl Iterator<Item = FamilyId> {
        self.sharing.keys().filter(move |(_, asked)| *asked == question).map(|(id, _)| *id)
    }

    /// Whether an entry waits for one that cannot be read.
    pub(super) fn is_unsettled(&self, id: FamilyId) -> bool {
        self.unsettled.contains(&id)
    }

    /// What a person found holds: an entry that is another family's points to it, whatever their numbers say since. Where that one is
    /// gone, both are looked at anew.
    fn keep_found_same(&mut self, register: &Register) -> Result<()> {
        for (double, stands) in register.all_found_same()? {
            match Entry::of(register, stands)? {
                Some(entry) if entry.is_gone() => {}
                Some(_) => drop(self.found_same.insert(double, stands)),
                None => self.unsettled.extend([double, stands]),
            }
        }
        Ok(())
    }

    /// The entries that share a number, but for those that a person found to be another's; none where one of them cannot be read.
    fn entries(&mut self, register: &Register, same: &[FamilyId]) -> Result<Vec<Entry>> {
        let same = same.iter().filter(|id| !self.found_same.contains_key(id));
        let entries = same.clone().map(|id| Entry::of(register, *id)).collect::<Result<Option<Vec<_>>>>()?;
        if entries.is_none() {
            self.unsettled.extend(same);
        }
        Ok(entries.unwrap_or_default())
    }

    /// Of entries of one family, the ones that stand; the others that may point to them do.
    fn choose(
        &mut self,
        entries: &[Entry],
        may_point: impl Fn(&Entry) -> bool,
        register: &Register,
        before: &PriorAnswers,
    ) -> Result<()> {
        let mut claims = Vec::new();
        for entry in entries {
            let of_this_rt = entries.iter().filter(|it| it.family.origin == entry.family.origin);
            match of_this_rt.min_by_key(|it| it.rank()) {
                Some(first) if first.family.id != entry.family.id && may_point(entry) => {
                    match entry.objection(first, register, before)? {
                        Objection::None => self.point(entry, first),
                        Objection::Waits => self.hear(entry, first, true),
                        Objection::Upheld => self.hear(entry, first, false),
                    }
                }
                _ => claims.push(entry),
            }
        }
        let claims = claims
            .iter()
            .map(|entry| Ok(Claim { entry, found: entry.found(&claims, register, before)? }))
            .collect::<Result<Vec<_>>>()?;
        self.judge(&claims, may_point);
        Ok(())
    }

    /// What comes of the claims of several RT.
    fn judge(&mut self, claims: &[Claim<'_>], may_point: impl Fn(&Entry) -> bool) {
        let Some(first) = claims.iter().min_by_key(|claim| claim.rank()) else { return };
        let others = claims.iter().filter(|claim| claim.entry.family.id != first.entry.family.id);
        for claim in others.filter(|claim| may_point(claim.entry)) {
            let (entry, stands) = (claim.entry, first.entry);
            let is_of_one_rt = entry.family.origin == stands.family.origin;
            let is_undecided = claim.found == Found::Nothing && first.found != Found::Right;
            if is_of_one_rt || entry.history.has_aid() || entry.is_gone() || stands.is_gone() {
                self.point(entry, stands);
            } else if claim.found == Found::Right && first.found == Found::Right {
                // Both cannot be: somebody looks whether these are one family or two.
                self.ask(stands, Question::KkTwice, entry);
                self.ask(entry, Question::KkTwice, stands);
            } else if claim.found == Found::Right {
                if stands.history.has_aid() {
                    self.ask(stands, Question::KkTwice, entry);
                }
            } else if !is_undecided {
                self.point(entry, stands);
            } else if entry.is_out() {
                self.point(entry, stands);
                // Who was refused in one RT does not come back by being listed in another.
                if !stands.is_out() {
                    self.contest(stands, entry);
                }
            } else {
                self.contest(entry, stands);
                self.contest(stands, entry);
            }
        }
        // Whoever answers sees every RT that lists the family.
        for Claim { entry, .. } in claims {
            let id = entry.family.id;
            if let Some(lines) = self.sharing.get_mut(&(id, Question::ListedByTwo)) {
                lines.extend(entry.rivals(claims.iter().map(|claim| claim.entry)));
                lines.sort_unstable();
                lines.dedup();
                self.contested.extend(claims.iter().map(|other| (id, other.entry.family.id)));
            }
        }
    }

    /// One entry stands for another, unless both have the aid: nobody loses it without a person having looked.
    fn point(&mut self, entry: &Entry, first: &Entry) {
        if entry.history.has_aid() {
            self.ask(entry, Question::KkTwice, first);
        } else {
            self.stands.insert(entry.family.id, first.family.id);
        }
    }

    /// An entry that was refused as a double of this one, and says that it is none, stands by itself; whether that is so, is asked of
    /// it alone: nobody stops another's aid by objecting.
    fn hear(&mut self, entry: &Entry, first: &Entry, is_asked: bool) {
        self.contested.insert((entry.family.id, first.family.id));
        if is_asked {
            self.ask(entry, Question::Objected, first);
        }
    }

    /// Asks whether an entry is right, beside that of another RT. Whoever has the aid keeps it meanwhile: otherwise anybody
    /// could stop it by listing the family.
    fn contest(&mut self, entry: &Entry, other: &Entry) {
        if !entry.history.has_aid() {
            self.ask(entry, Question::ListedByTwo, other);
        }
    }

    /// Entries that are no duplicates and share a NIK: one family under two numbers, or a person in two families. Whoever has the aid
    /// is not asked about beside one who has not: a new number, a marriage or a move never puts the aid at stake.
    fn share<'a>(&mut self, entries: impl Iterator<Item = &'a Entry>, before: &PriorAnswers) {
        let entries = entries.filter(|it| !it.is_gone() && !self.stands.contains_key(&it.family.id));
        let entries: Vec<_> = entries.collect();
        for one in &entries {
            for other in entries.iter().filter(|other| other.family.id != one.family.id) {
                let (a, b) = (one.family.id, other.family.id);
                let is_contested = self.contested.contains(&(a, b)) || self.contested.contains(&(b, a));
                if is_contested || one.is_told_apart(other, before) || other.is_told_apart(one, before) {
                    continue;
                }
                let (has_aid, other_has_aid) = (one.history.has_aid(), other.history.has_aid());
                let people = SharedPeople::of(&one.family.household, &other.family.household);
                let kk = one.family.household.kk;
                let has_another_number = kk.is_none() || kk != other.family.household.kk;
                let may_be_one =
                    has_another_number && people.may_be_one_family() && !(has_aid && other_has_aid);
                if !has_aid || other_has_aid {
                    let question = if may_be_one { Question::SamePeople } else { Question::PersonTwice };
                    self.ask(one, question, other);
                }
            }
        }
    }

    fn ask(&mut self, entry: &Entry, question: Question, other: &Entry) {
        let rows = self.sharing.entry((entry.family.id, question)).or_default();
        rows.extend(other.family.line);
    }
}

impl Claim<'_> {
    /// The least stands, or is the one that the others are compared with.
    fn rank(&self) -> (bool, bool, bool, bool, bool, FamilyId) {
        let Self { entry, found } = self;
        let (is_gone, has_no_aid, is_incomplete, id) = entry.rank();
        (is_gone, has_no_aid, *found != Found::Right, entry.is_out(), is_incomplete, id)
    }
}

#[cfg(test)]
mod tests;
