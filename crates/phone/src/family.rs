//! One family on the phone.

use crate::family_id::FamilyId;
use crate::ruled_out::RuledOut;
use domain::draft::Validated;
use domain::{
    Date, Entry, Fault, Field, Household, HouseholdDraft, ListedHousehold, MemberDraft, Place, Problem,
    RegistrationCode, Remarks, Rt, Rw,
};
use std::collections::BTreeMap;
use wire::Enrolment;

/// A family: what was typed, what was saved, what was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    /// Its name on this phone.
    pub id: FamilyId,
    /// What has been typed so far.
    pub draft: HouseholdDraft,
    /// What the head of the RT says of it beside the record.
    pub remarks: Remarks,
    /// Families here that look the same and are not. [`Remarks::not_same`] stays empty: not every family has a code yet.
    pub ruled_out: Vec<RuledOut>,
    /// Reasons that are typed and not given yet, by the ids of their fields.
    pub unsubmitted: BTreeMap<String, String>,
    /// What was typed when it was saved last, so that nobody has to read it again to know what has changed.
    pub saved: Option<HouseholdDraft>,
    /// As it was saved last, with the code that it keeps for ever. Its own remarks stay empty: see
    /// [`crate::PhoneRegister::listed`].
    pub record: Option<ListedHousehold>,
    /// As it was sealed last.
    pub sent: Option<Sent>,
    /// Taken off the list after it was sent.
    pub withdrawn: bool,
}

/// How a family went into a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    /// The first list that holds it like this.
    pub list_number: u32,
    /// Like this.
    pub household: Household,
    /// With these remarks.
    pub remarks: Remarks,
    /// As taken off the list.
    pub withdrawn: bool,
}

/// What a list changes for one family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListChange {
    /// Not in any list so far.
    New,
    /// In a list, but otherwise.
    Changed,
    /// As in the last list.
    Unchanged,
    /// Taken back.
    Withdrawn,
}

impl Family {
    /// A family of which nothing is known but where it lives.
    pub fn new(id: FamilyId, enrolment: &Enrolment) -> Self {
        let draft = HouseholdDraft {
            members: vec![MemberDraft::default()],
            rt: enrolment.rt.map(|rt| rt.to_string()).unwrap_or_default(),
            rw: enrolment.rw.to_string(),
            ..HouseholdDraft::default()
        };
        Self {
            id,
            draft,
            remarks: Remarks::default(),
            ruled_out: Vec::new(),
            unsubmitted: BTreeMap::new(),
            saved: None,
            record: None,
            sent: None,
            withdrawn: false,
        }
    }

    /// The name of its head, as typed.
    pub fn name(&self) -> &str {
        self.draft.members.first().map(|head| head.name.trim()).unwrap_or_default()
    }

    /// The code on its receipt, once it has been saved.
    pub fn code(&self) -> Option<RegistrationCode> {
        self.record.as_ref().map(|record| record.code)
    }

    /// Makes a record of what was typed. The code is only taken at the first time.
    ///
    /// # Errors
    /// Every bar and every warning, if there is at least one bar.
    pub fn save(
        &mut self,
        enrolment: &Enrolment,
        today: Date,
        code: RegistrationCode,
    ) -> Result<(), Vec<Problem>> {
        let Validated { household, .. } = self.draft.validate(&enrolment.area, today)?;
        self.record = Some(match self.record.take() {
            Some(record) => ListedHousehold { household, ..record },
            None => ListedHousehold { code, listed_on: today, household, remarks: Remarks::default() },
        });
        self.saved = Some(self.draft.clone());
        Ok(())
    }

    /// Answers a question. A family that is saved is saved with it: an answer bars nothing.
    pub fn answer(&mut self, field: Field, answer: bool, enrolment: &Enrolment, today: Date) {
        let code = self.code().filter(|_| self.is_saved(enrolment, today));
        self.edit(|draft| draft.set(Place::of_household(field), Entry::Answer(Some(answer))));
        if let Some(code) = code {
            self.save(enrolment, today, code).ok();
        }
    }

    /// Every bar and every warning, in the order of the form.
    pub fn problems(draft: &HouseholdDraft, enrolment: &Enrolment, today: Date) -> Vec<Problem> {
        let mut problems =
            draft.validate(&enrolment.area, today).map_or_else(|bars| bars, |fine| fine.warnings);
        let mut elsewhere = |field| {
            let place = Place { member: None, field };
            problems.push(Problem { place, fault: Fault::OtherNeighbourhood });
        };
        if enrolment.rt.is_some_and(|rt| Rt::parse(&draft.rt).is_ok_and(|typed| typed != rt)) {
            elsewhere(Field::Rt);
        }
        if Rw::parse(&draft.rw).is_ok_and(|typed| typed != enrolment.rw) {
            elsewhere(Field::Rw);
        }
        problems
    }

    /// Whether what was typed is what was saved.
    pub fn is_saved(&self, enrolment: &Enrolment, today: Date) -> bool {
        let Some(record) = &self.record else { return false };
        // Nearly always so, and a list of hundreds of families asks it of each.
        if self.saved.as_ref() == Some(&self.draft) {
            return true;
        }
        let typed = self.draft.validate(&enrolment.area, today).ok();
        typed.is_some_and(|typed| record.household == typed.household)
    }

    /// What the next list changes for it, if these are its remarks; `None` if it has never been saved.
    pub(crate) fn change(&self, remarks: &Remarks) -> Option<ListChange> {
        let record = self.record.as_ref()?;
        Some(match &self.sent {
            _ if self.withdrawn => ListChange::Withdrawn,
            None => ListChange::New,
            Some(sent) if self.was_sent_as(&record.household) && sent.remarks == *remarks => {
                ListChange::Unchanged
            }
            Some(_) => ListChange::Changed,
        })
    }

    /// Whether it last went into a list like this.
    pub fn was_sent_as(&self, household: &Household) -> bool {
        self.sent.as_ref().is_some_and(|sent| sent.household == *household)
    }

    /// Joins what this page knows with what is stored, which another page may have written: what was typed and saved
    /// here stands, but a code never changes, and what was sent stays sent.
    #[must_use]
    pub fn over(mut self, stored: Self) -> Self {
        if let (Some(record), Some(first)) = (&mut self.record, stored.record) {
            record.code = first.code;
            record.listed_on = first.listed_on;
        }
        let number = |sent: &Option<Sent>| sent.as_ref().map(|sent| sent.list_number);
        if number(&stored.sent) > number(&self.sent) {
            self.sent = stored.sent;
        }
        self
    }
}
