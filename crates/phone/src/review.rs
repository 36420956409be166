//! What the next list would change.

use crate::family::{Family, ListChange};
use crate::family_id::FamilyId;
use crate::register::PhoneRegister;
use domain::{Date, Fault, Field, Problem};

/// The next list before it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListReview {
    /// Families that no list held.
    pub new: usize,
    /// Families that are otherwise now.
    pub changed: usize,
    /// Families as before.
    pub unchanged: usize,
    /// Families that are taken back.
    pub withdrawn: Vec<FamilyId>,
    /// Never saved: they stay on the phone.
    pub left_out: Vec<FamilyId>,
    /// Changed since they were saved: they go as they were saved.
    pub unsaved: Vec<FamilyId>,
    /// What should be looked at, and may be sent all the same; not what was looked at and stands.
    pub warnings: Vec<(FamilyId, Problem)>,
}

impl ListReview {
    /// Looks through a register.
    pub fn of(register: &PhoneRegister, today: Date) -> Self {
        let mut review = Self::default();
        // What the last list has taken back is told already; it goes along so that no later list brings it back.
        let is_told = |family: &&Family| family.sent.as_ref().is_some_and(|sent| sent.withdrawn);
        for family in register.families.iter().filter(|family| !is_told(family)) {
            match register.change_of(family) {
                None => review.left_out.push(family.id),
                Some(ListChange::New) => review.new += 1,
                Some(ListChange::Changed) => review.changed += 1,
                Some(ListChange::Unchanged) => review.unchanged += 1,
                Some(ListChange::Withdrawn) => {
                    review.withdrawn.push(family.id);
                    continue;
                }
            }
            if family.record.is_none() {
                continue;
            }
            if !family.is_saved(&register.enrolment, today) {
                review.unsaved.push(family.id);
            }
            let problems = Family::problems(&family.draft, &register.enrolment, today);
            if problems.iter().all(|problem| problem.fault.is_warning()) {
                let open = problems.into_iter().filter(|warning| family.kept(warning).is_none());
                review.warnings.extend(open.map(|warning| (family.id, warning)));
            }
        }
        review
    }

    /// Whether there is anything to send.
    pub fn is_something(&self) -> bool {
        self.families() + self.withdrawn.len() > 0
    }

    /// The warnings by what they are: each kind with its families, so that a long list is read at a glance.
    pub fn warnings_by_kind(&self) -> Vec<(Problem, Vec<FamilyId>)> {
        let mut kinds: Vec<(Problem, Vec<FamilyId>)> = Vec::new();
        for (id, warning) in &self.warnings {
            let is_same = |(kind, _): &&mut (Problem, Vec<FamilyId>)| {
                (kind.fault.code(), kind.place.field) == (warning.fault.code(), warning.place.field)
            };
            match kinds.iter_mut().find(is_same) {
                Some((_, families)) if families.contains(id) => {}
                Some((_, families)) => families.push(*id),
                None => kinds.push((*warning, vec![*id])),
            }
        }
        kinds
    }

    /// The questions that nobody has answered, each with the families of which it is open: one answer may do for many.
    pub fn unanswered(&self) -> Vec<(Field, Vec<FamilyId>)> {
        let kinds = self.warnings_by_kind().into_iter();
        let open = kinds.filter(|(kind, _)| kind.fault == Fault::Unanswered);
        open.map(|(kind, families)| (kind.place.field, families)).collect()
    }

    /// How many families the list holds.
    pub fn families(&self) -> usize {
        self.new + self.changed + self.unchanged
    }
}
