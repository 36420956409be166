//! What a family asks for, and what came of it.

use super::ground::Ground;
use std::collections::HashMap;

/// What a family asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// The nearest point.
    Nearest,
    /// This point.
    At(usize),
    /// A point that is there no more.
    Gone,
}

impl Wish {
    /// The wish for a point by its id; none: the nearest.
    pub(super) fn of(point: Option<&str>, sites: &HashMap<&str, usize>) -> Self {
        point.map_or(Self::Nearest, |id| sites.get(id).map_or(Self::Gone, |site| Self::At(*site)))
    }

    /// Why the wish of a family that lives there did not come true where it is now to collect; `None`: it did.
    pub(super) fn unmet(
        self,
        ground: &Ground,
        home: Option<usize>,
        seat: Option<usize>,
    ) -> Option<&'static str> {
        let (Some(home), Some(seat)) = (home, seat) else { return Some("tanpa-titik") };
        match self {
            Self::Gone => Some("titik-tidak-ada"),
            Self::At(site) if site == seat => None,
            Self::At(site) if !ground.reachable(home).any(|reachable| reachable == site) => {
                Some("seberang-laut")
            }
            Self::At(_) => Some("penuh"),
            Self::Nearest => {
                let nearest = ground.reachable(home).map(|site| ground.metres(home, site)).min();
                (nearest != Some(ground.metres(home, seat))).then_some("penuh")
            }
        }
    }
}
