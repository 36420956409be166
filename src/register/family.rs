//! One family on the phone.

use super::review::Change;
use domain::draft::Validated;
use domain::{Date, Household, HouseholdDraft, MemberDraft, Problem, RegistrationCode, Remarks};
use serde::{Deserialize, Serialize};
use wire::{Enrolment, ListedHousehold};

/// What a family is called on this phone: a random number, so that it may stand in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FamilyId(pub u32);

impl FamilyId {
    /// Reads the id in an address.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

impl std::fmt::Display for FamilyId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A family: what was typed, what was saved, what was sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Family {
    /// Its name on this phone.
    pub id: FamilyId,
    /// What has been typed so far.
    pub draft: HouseholdDraft,
    /// What the head of the RT says of it beside the record.
    #[serde(default, skip_serializing_if = "Remarks::is_empty")]
    pub remarks: Remarks,
    /// As it was saved last, with the code that it keeps for ever. Its own remarks stay empty: see [`Family::listed`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<ListedHousehold>,
    /// As it was sealed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Sent>,
    /// Taken off the list after it was sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

/// How a family went into a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    /// The first list that holds it like this.
    pub edition: u32,
    /// Like this.
    pub household: Household,
    /// With these remarks.
    #[serde(default, skip_serializing_if = "Remarks::is_empty")]
    pub remarks: Remarks,
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
        Self { id, draft, remarks: Remarks::default(), record: None, sent: None, withdrawn: false }
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
        Ok(())
    }

    /// Whether what was typed is what was saved.
    pub fn is_saved(&self, enrolment: &Enrolment, today: Date) -> bool {
        let typed = self.draft.validate(&enrolment.area, today).ok();
        typed.is_some_and(|typed| {
            self.record.as_ref().is_some_and(|record| record.household == typed.household)
        })
    }

    /// What the next list changes for it; `None` if it has never been saved.
    pub fn change(&self) -> Option<Change> {
        let record = self.record.as_ref()?;
        Some(match &self.sent {
            _ if self.withdrawn => Change::Withdrawn,
            None => Change::New,
            Some(sent) if self.was_sent_as(&record.household) && sent.remarks == self.remarks => {
                Change::Unchanged
            }
            Some(_) => Change::Changed,
        })
    }

    /// As it goes into a list: as it was saved last, with all that was said of it since.
    pub fn listed(&self) -> Option<ListedHousehold> {
        let record = self.record.clone()?;
        Some(ListedHousehold { remarks: self.remarks.clone(), ..record })
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
        let edition = |sent: &Option<Sent>| sent.as_ref().map(|sent| sent.edition);
        if edition(&stored.sent) > edition(&self.sent) {
            self.sent = stored.sent;
        }
        self
    }
}
