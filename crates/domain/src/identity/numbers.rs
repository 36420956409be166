//! The numbers of a family, as far as they can be read.

use crate::draft::{HouseholdDraft, MemberDraft};
use crate::kk::KkNumber;
use crate::nik::Nik;

/// The numbers of what was typed so far. A number that is missing, cannot be read or is stated not to be there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The KK number.
    pub kk: Option<KkNumber>,
    /// Every NIK, with the position of its owner.
    pub niks: Vec<(usize, Nik)>,
}

impl Numbers {
    /// Those of a draft.
    pub fn of(draft: &HouseholdDraft) -> Self {
        let nik = |member: &MemberDraft| Nik::parse(&member.nik).ok().filter(|_| !member.without_nik);
        let members = draft.members.iter().enumerate();
        Self {
            kk: KkNumber::parse(&draft.kk).ok().filter(|_| !draft.without_kk),
            niks: members.filter_map(|(index, member)| Some((index, nik(member)?))).collect(),
        }
    }

    /// Whether both have one KK number.
    pub fn share_kk(&self, other: &Self) -> bool {
        self.kk.is_some() && self.kk == other.kk
    }

    /// The position here of the first member whose NIK somebody of the other family has too.
    pub fn shared_nik(&self, other: &Self) -> Option<usize> {
        let shared = self.niks.iter().find(|(_, nik)| other.niks.iter().any(|(_, its)| nik == its));
        shared.map(|(index, _)| *index)
    }
}
