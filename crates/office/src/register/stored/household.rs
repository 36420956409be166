//! A family's record.

use super::{Kept, first, is_first};
use domain::{Aid, AreaCode, Date, Household, KkNumber, Member, Nik, Relation, Rt, Rw, Sex};
use serde::{Deserialize, Serialize};

/// [`domain::Household`] in the columns `family.household` and `former.household`.
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredHousehold {
    #[serde(default = "first", skip_serializing_if = "is_first")]
    v: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kk: Option<KkNumber>,
    head: StoredMember,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<StoredMember>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stated_size: Option<u16>,
    area: AreaCode,
    rt: Rt,
    rw: Rw,
    address: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    phone: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    affected: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fixed_income: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    disability: Option<bool>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

/// [`domain::Member`].
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredMember {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nik: Option<Nik>,
    relation: Relation,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sex: Option<Sex>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    birth: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    aid: Option<Aid>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    disabled: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    occupation: String,
}

impl Kept for Household {
    type Stored = StoredHousehold;

    fn store(&self) -> StoredHousehold {
        let Self {
            kk,
            head,
            others,
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        } = self.clone();
        StoredHousehold {
            v: first(),
            kk,
            head: head.into(),
            others: others.into_iter().map(Into::into).collect(),
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        }
    }

    fn restore(stored: StoredHousehold) -> Option<Self> {
        let StoredHousehold {
            v,
            kk,
            head,
            others,
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        } = stored;
        (v == first()).then(|| Self {
            kk,
            head: head.into(),
            others: others.into_iter().map(Into::into).collect(),
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        })
    }
}

impl From<Member> for StoredMember {
    fn from(Member { name, nik, relation, sex, birth, aid, disabled, occupation }: Member) -> Self {
        Self { name, nik, relation, sex, birth, aid, disabled, occupation }
    }
}

impl From<StoredMember> for Member {
    fn from(
        StoredMember { name, nik, relation, sex, birth, aid, disabled, occupation }: StoredMember,
    ) -> Self {
        Self { name, nik, relation, sex, birth, aid, disabled, occupation }
    }
}
