//! What an RT or RW sends, inside an envelope.

use crate::code::within;
use crate::household::HouseholdDto;
use crate::remarks::RemarksDto;
use crate::version::Version;
use domain::{AreaCode, Date, HouseholdList, ListedHousehold, RegistrationCode, Rt, Rw};
use serde::{Deserialize, Serialize};

/// The whole list of one RT, or of the head of an RW, at one moment; a later one replaces it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "HouseholdList"))]
pub struct HouseholdListDto {
    /// Version of the document.
    pub version: Version<1>,
    /// Counts this sender's lists, from 1; the highest is valid.
    pub edition: u32,
    /// Kelurahan of the RT.
    pub area: AreaCode,
    /// The RT; absent where the head of the RW sends, whose families each say their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rt: Option<Rt>,
    /// Its RW.
    pub rw: Rw,
    /// The day it was declared true and sent.
    pub declared_on: Date,
    /// Every family on the list, sent before or not.
    pub households: Vec<ListedHouseholdDto>,
    /// Families the RT takes back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<RegistrationCode>,
}

/// A family and the code on its receipt, made up on the phone and kept for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ListedHousehold"))]
pub struct ListedHouseholdDto {
    /// What the family is called between the phone and the offices.
    pub code: RegistrationCode,
    /// The day it was written down.
    pub listed_on: Date,
    /// The family.
    pub household: HouseholdDto,
    /// What the head of the RT says of it.
    #[serde(default, skip_serializing_if = "RemarksDto::is_empty")]
    pub remarks: RemarksDto,
}

impl From<&HouseholdList> for HouseholdListDto {
    fn from(list: &HouseholdList) -> Self {
        let HouseholdList { edition, area, rt, rw, declared_on, households, withdrawn } = list;
        Self {
            version: Version,
            edition: *edition,
            area: area.clone(),
            rt: *rt,
            rw: *rw,
            declared_on: *declared_on,
            households: households.iter().map(ListedHouseholdDto::from).collect(),
            withdrawn: withdrawn.clone(),
        }
    }
}

impl From<&ListedHousehold> for ListedHouseholdDto {
    /// Within the limits, also where the phone keeps what an earlier version took.
    fn from(listed: &ListedHousehold) -> Self {
        let mut listed = listed.clone();
        listed.limit();
        let ListedHousehold { code, listed_on, household, remarks } = listed;
        Self { code, listed_on, household: (&household).into(), remarks: (&remarks).into() }
    }
}

impl ListedHouseholdDto {
    /// The family as far as this program knows its codes, and the fields where it does not. A family whose record holds an
    /// unknown code is left out; of an unknown remark only the remark.
    pub fn read(&self) -> (Option<ListedHousehold>, Vec<String>) {
        let household = match self.household.read() {
            Ok(household) => household,
            Err(field) => return (None, vec![within("household")(field)]),
        };
        let mut unknown = Vec::new();
        let remarks = self.remarks.read(|field| unknown.push(within("remarks")(field)));
        let Self { code, listed_on, .. } = self;
        (Some(ListedHousehold { code: *code, listed_on: *listed_on, household, remarks }), unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_leaves_a_phone_is_within_the_limits_whatever_it_keeps() {
        let listed: ListedHousehold = serde_json::from_value(json!({
            "code": "0123-4567-89AB-CDEF-K", "listed_on": "2021-03-11",
            "household": {
                "head": { "name": "a".repeat(200_000), "relation": "kepala" },
                "area": "31.74.10.1005", "rt": "006", "rw": "002", "address": "Gg.\u{202e} Contoh",
            },
        }))
        .unwrap();
        let sent = ListedHouseholdDto::from(&listed).household;
        assert_eq!((sent.head.name.len(), sent.address.as_str()), (100, "Gg. Contoh"));
    }
}
