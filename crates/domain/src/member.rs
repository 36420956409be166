//! A member of a family.

use crate::aid::Aid;
use crate::date::Date;
use crate::nik::Nik;
use crate::relation::Relation;
use crate::sex::Sex;
use serde::{Deserialize, Serialize};

/// One person of a household that passed its checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// As on the KTP or KK, with its titles.
    pub name: String,
    /// `None` is a statement of its own: this person has no NIK. That bars nobody (eligibility rule 5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nik: Option<Nik>,
    /// The place in the KK.
    pub relation: Relation,
    /// As on the KTP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Date of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth: Option<Date>,
    /// Other aid that this person receives; it counts for the whole KK (eligibility rule 3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aid: Option<Aid>,
    /// Is disabled. `false` says nothing: whether anybody was asked, [`Household::disability`](crate::Household) says.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
    /// What the person lives on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub occupation: String,
}

impl Member {
    /// How old the person is, by the date of birth or else by the NIK.
    pub fn age_on(&self, today: Date) -> Option<i32> {
        self.birth.or_else(|| self.nik?.birth(today)).map(|birth| birth.age_on(today))
    }

    /// Whether the person counts as an adult (17, the age of the KTP) on `today`; without a date, yes.
    pub fn is_adult(&self, today: Date) -> bool {
        is_adult_age(self.age_on(today))
    }
}

/// From 17 on, the age of the KTP; whose age nobody knows counts as an adult.
pub(crate) fn is_adult_age(age: Option<i32>) -> bool {
    age.is_none_or(|age| age >= 17)
}
