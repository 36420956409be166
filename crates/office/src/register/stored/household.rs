//! A family's record.

use super::{first, is_first};
use domain::{Aid, AreaCode, Date, KkNumber, Nik, Relation, Rt, Rw, Sex};
use serde::{Deserialize, Serialize};

/// [`domain::Household`] in the columns `family.household` and `former.household`.
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredHousehold {
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub(super) v: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) kk: Option<KkNumber>,
    pub(super) head: StoredMember,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) others: Vec<StoredMember>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) stated_size: Option<u16>,
    pub(super) area: AreaCode,
    pub(super) rt: Rt,
    pub(super) rw: Rw,
    pub(super) address: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) phone: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) affected: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) fixed_income: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) disability: Option<bool>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) note: String,
}

/// [`domain::Member`].
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredMember {
    pub(super) name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) nik: Option<Nik>,
    pub(super) relation: Relation,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sex: Option<Sex>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) birth: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) aid: Option<Aid>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) disabled: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) occupation: String,
}
