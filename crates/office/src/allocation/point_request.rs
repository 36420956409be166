//! What a family asks for, and what came of it.

use crate::geography::Geography;
use std::collections::HashMap;

/// What a family asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PointRequest {
    /// The nearest point.
    Nearest,
    /// This point.
    At(usize),
    /// A point that is there no more.
    Gone,
}

impl PointRequest {
    /// The request for a point by its id; none: the nearest.
    pub(super) fn of(point: Option<&str>, sites: &HashMap<&str, usize>) -> Self {
        point.map_or(Self::Nearest, |id| sites.get(id).map_or(Self::Gone, |site| Self::At(*site)))
    }

    /// Why the request of a family that lives there did not come true where it is now to collect; `None`: it did.
    pub(super) fn unmet(
        self,
        geography: &Geography,
        home: Option<usize>,
        assigned: Option<usize>,
    ) -> Option<&'static str> {
        let (Some(home), Some(assigned)) = (home, assigned) else { return Some("tanpa-titik") };
        match self {
            Self::Gone => Some("titik-tidak-ada"),
            Self::At(site) if site == assigned => None,
            Self::At(site) if !geography.reachable(home).any(|reachable| reachable == site) => {
                Some("seberang-laut")
            }
            Self::At(_) => Some("penuh"),
            Self::Nearest => {
                let nearest = geography.reachable(home).map(|site| geography.metres(home, site)).min();
                (nearest != Some(geography.metres(home, assigned))).then_some("penuh")
            }
        }
    }
}
