//! What the head of an RT or RW sends: the whole list, and how one family stands in it.

use crate::area::AreaCode;
use crate::code::RegistrationCode;
use crate::date::Date;
use crate::household::Household;
use crate::remarks::Remarks;
use crate::rt_rw::{Rt, Rw};
use serde::{Deserialize, Serialize};

/// The whole list of one RT, or of the head of an RW, at one moment; a later one replaces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseholdList {
    /// Counts this sender's lists, from 1; the highest is valid.
    pub edition: u32,
    /// Kelurahan of the RT.
    pub area: AreaCode,
    /// The RT; absent where the head of the RW sends, whose families each say their own.
    pub rt: Option<Rt>,
    /// Its RW.
    pub rw: Rw,
    /// The day it was declared true and sent.
    pub declared_on: Date,
    /// Every family on the list, sent before or not.
    pub households: Vec<ListedHousehold>,
    /// Families the RT takes back.
    pub withdrawn: Vec<RegistrationCode>,
}

/// A family and the code on its receipt, made up on the phone and kept for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedHousehold {
    /// What the family is called between the phone and the offices.
    pub code: RegistrationCode,
    /// The day it was written down.
    pub listed_on: Date,
    /// The family.
    pub household: Household,
    /// What the head of the RT says of it.
    #[serde(default, skip_serializing_if = "Remarks::is_empty")]
    pub remarks: Remarks,
}
