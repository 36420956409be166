//! A family of a list that is brought in.

use crate::family_id::FamilyId;
use domain::identity::Numbers;
use domain::{Date, Entry, Fault, Field, HouseholdDraft, Place};
use lists_protocol::{FoundFamily, RowError, RowPlace, RowProblem};
use wire::Enrolment;

/// A family of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportCandidate {
    /// Its first row.
    pub place: RowPlace,
    /// As the list has it, or as it was mended.
    pub draft: HouseholdDraft,
    /// What the list's reader said of it.
    pub problems: Vec<RowProblem>,
    /// What keeps it from being a record now.
    pub bars: Vec<RowProblem>,
    /// Whether something kept it from being a record when it came.
    pub was_barred: bool,
    /// The family of the register that it is.
    pub known: Option<FamilyId>,
    /// Bars that the draft itself does not show, until their field is mended.
    beyond: Vec<RowProblem>,
}

/// What becomes of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CandidateState {
    /// It makes a record.
    Ready,
    /// It makes a draft.
    Incomplete,
    /// It is in the register.
    Known(FamilyId),
    /// It stands in the list before.
    Double,
}

impl ImportCandidate {
    /// A family as it was read.
    pub(super) fn of(found: FoundFamily, enrolment: &Enrolment, today: Date) -> Self {
        let FoundFamily { place, draft, problems, is_complete } = found;
        let judged = if is_complete { None } else { draft.validate(&enrolment.area, today).err() };
        let shown = judged.unwrap_or_default();
        let is_shown = |problem: &RowProblem| {
            shown.iter().any(|own| {
                (own.place.member, own.place.field) == (problem.member, problem.field)
                    && RowError::Fault(own.fault) == problem.error
            })
        };
        let is_bar = |problem: &RowProblem| match problem.error {
            RowError::Fault(fault) => !fault.is_warning(),
            _ => true,
        };
        let beyond =
            problems.iter().filter(|problem| is_bar(problem) && !is_shown(problem)).cloned().collect();
        let (bars, known) = (Vec::new(), None);
        Self { place, draft, problems, bars, was_barred: !is_complete, known, beyond }
    }

    /// What becomes of it.
    pub fn standing(&self) -> CandidateState {
        let twice = |problem: &RowProblem| matches!(problem.error, RowError::ListedTwice { .. });
        match self.known {
            _ if self.bars.iter().any(twice) => CandidateState::Double,
            Some(id) => CandidateState::Known(id),
            None if self.bars.is_empty() => CandidateState::Ready,
            None => CandidateState::Incomplete,
        }
    }

    /// Puts something else in a field.
    pub(super) fn mend(&mut self, place: Place, mended: Entry) {
        self.draft.set(place, mended);
        self.beyond.retain(|problem| (problem.member, problem.field) != (place.member, place.field));
    }

    /// Finds out what keeps it from being a record.
    pub(super) fn judge(&mut self, enrolment: &Enrolment, today: Date) {
        let found = self.draft.validate(&enrolment.area, today).err().unwrap_or_default();
        let bars = found.into_iter().filter(|problem| !problem.fault.is_warning());
        let bars = bars.map(|problem| self.problem(problem.place, RowError::Fault(problem.fault)));
        self.bars = bars.chain(self.beyond.iter().cloned()).collect();
    }

    /// Adds what keeps it from being a record.
    pub(super) fn bar(&mut self, place: Place, error: RowError) {
        let problem = self.problem(place, error);
        self.bars.push(problem);
    }

    /// The field of another family that holds a number of this one.
    pub(super) fn clash(&self, theirs: &Numbers) -> Option<Place> {
        let own = Numbers::of(&self.draft);
        if theirs.share_kk(&own) {
            return Some(Place::of_household(Field::Kk));
        }
        theirs.shared_nik(&own).map(|member| Place::of_member(member, Field::Nik))
    }

    /// The warnings that the reader gave.
    pub fn warnings(&self) -> impl Iterator<Item = &RowProblem> {
        let is_warning = |problem: &&RowProblem| match problem.error {
            RowError::Fault(fault) => fault.is_warning() && fault != Fault::Unanswered,
            _ => false,
        };
        self.problems.iter().filter(is_warning)
    }

    /// A problem with the row and column in which the reader saw one.
    fn problem(&self, place: Place, error: RowError) -> RowProblem {
        let Place { member, field } = place;
        let seen = self.problems.iter().find(|seen| (seen.member, seen.field) == (member, field));
        let (place, column) = match seen {
            Some(seen) => (seen.place.clone(), seen.column.clone()),
            None => (self.place.clone(), None),
        };
        RowProblem { place, column, member, field, error }
    }
}
