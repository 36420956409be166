//! Where a family is listed, and who may list it.

use domain::{Actor, AreaCode, Household, Rt, Rw};

/// The RT that a family is listed for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin {
    /// The kelurahan.
    pub area: AreaCode,
    /// The RW.
    pub rw: Rw,
    /// The RT.
    pub rt: Rt,
}

/// What the head of an RT or RW answers for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scope {
    /// The kelurahan.
    pub area: AreaCode,
    /// The RW.
    pub rw: Rw,
    /// None: every RT of the RW.
    pub rt: Option<Rt>,
}

impl Scope {
    /// Whose list it is.
    pub fn actor(&self) -> Actor {
        if self.rt.is_some() { Actor::Rt } else { Actor::Rw }
    }

    /// Whether a family of this RT is theirs to list.
    pub fn covers(&self, origin: &Origin) -> bool {
        self.area == origin.area && self.rw == origin.rw && self.rt.is_none_or(|rt| rt == origin.rt)
    }

    /// The RT that a family on their list is listed for. The head of an RT answers for everybody on the list, wherever
    /// the household says that it lives; the head of an RW for the RT where each lives, and for no other RW: `None`.
    pub fn origin_of(&self, household: &Household) -> Option<Origin> {
        let rt = self.rt.unwrap_or(household.rt);
        self.answers_for(&household.area, household.rw).then(|| Origin {
            area: self.area.clone(),
            rw: self.rw,
            rt,
        })
    }

    /// Whether a family on their list that lives there is theirs.
    pub fn answers_for(&self, area: &AreaCode, rw: Rw) -> bool {
        self.rt.is_some() || (*area == self.area && rw == self.rw)
    }
}

/// As it stands in a sentence.
impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(rt) = self.rt {
            write!(f, "RT {rt} / ")?;
        }
        write!(f, "RW {} kelurahan {}", self.rw, self.area)
    }
}
