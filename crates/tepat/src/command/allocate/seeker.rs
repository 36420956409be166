//! The families that have yet to collect their cards.

use super::ground::Ground;
use super::wish::Wish;
use crate::output::Output;
use domain::Status;
use office::case::Case;
use office::clock::Moment;
use office::fault::Result;
use office::progress::{Progress as _, Work};
use office::register::{FamilyId, Origin, Register, Unreadable};
use std::collections::{BTreeMap, HashMap};

/// How much the way of a family weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Ordinary,
    /// Somebody is old or disabled.
    Frail,
    /// It asked for a nearer point.
    Asking,
}

impl Class {
    /// A metre of one family in metres of ordinary families. Any weight above one gives the frail the nearer of the points
    /// of their kelurahan; at four, a detour of theirs is right only where it spares four others as much. Whoever asks
    /// comes before both: sixteen.
    pub(super) fn weight(self) -> u32 {
        match self {
            Self::Ordinary => 1,
            Self::Frail => 4,
            Self::Asking => 16,
        }
    }
}

/// A family that has yet to come.
pub(super) struct Seeker {
    pub(super) id: FamilyId,
    /// Where it lives; none: in a kelurahan that nobody knows.
    pub(super) home: Option<usize>,
    /// Its RT, by a number of its own.
    pub(super) rt: usize,
    pub(super) is_frail: bool,
    pub(super) wish: Option<Wish>,
    /// Whether it was allocated before.
    pub(super) is_known: bool,
    /// Where to and how far, if that point is still there.
    pub(super) before: Option<(usize, u32)>,
}

impl Seeker {
    pub(super) fn class(&self) -> Class {
        match (self.wish, self.is_frail) {
            (Some(_), _) => Class::Asking,
            (None, true) => Class::Frail,
            (None, false) => Class::Ordinary,
        }
    }
}

/// All of them, in the order of listing.
#[derive(Default)]
pub(super) struct Seekers {
    pub(super) all: Vec<Seeker>,
    /// Families that were allocated, and are to collect no more. Whoever has the card keeps the point where it was.
    pub(super) gone: Vec<FamilyId>,
    pub(super) unreadable: Unreadable,
}

impl Seekers {
    /// Reads them from the register.
    pub(super) fn read(register: &Register, ground: &Ground, now: &Moment, output: &Output) -> Result<Self> {
        let mut before = HashMap::new();
        let by_id: HashMap<&str, usize> =
            ground.sites.iter().enumerate().map(|(place, site)| (site.point.id.as_str(), place)).collect();
        register.each_allocation(|it| {
            before.insert(it.family, by_id.get(it.point.as_str()).map(|site| (*site, it.metres)));
        })?;
        let requests: BTreeMap<FamilyId, Wish> = register
            .requests()?
            .into_iter()
            .map(|(family, point)| (family, Wish::of(point.as_deref(), &by_id)))
            .collect();
        let mut rts: HashMap<Origin, usize> = HashMap::new();
        let (mut all, mut gone) = (Vec::new(), Vec::new());
        let bar = output.begin(Work::ReadFamilies, register.count_families()?);
        let unreadable = register.for_each_family(|cases| {
            bar.advance(cases.len());
            for case in cases {
                let Case { family, .. } = &case;
                let was = before.get(&family.id);
                if !is_to_come(&case) {
                    gone.extend(was.filter(|_| !case.has_card()).map(|_| family.id));
                    continue;
                }
                let next = rts.len();
                let home = &family.household.area;
                all.push(Seeker {
                    id: family.id,
                    home: ground.home(home).or_else(|| ground.home(&family.origin.area)),
                    is_frail: family.household.is_frail(now.date),
                    wish: requests.get(&family.id).copied(),
                    is_known: was.is_some(),
                    before: was.copied().flatten(),
                    rt: *rts.entry(case.family.origin).or_insert(next),
                });
            }
            Ok(())
        })?;
        Ok(Self { all, gone, unreadable })
    }
}

/// Whether a family is to come for its card. One that has it is not called again in a later tahap.
pub(super) fn is_to_come(case: &Case) -> bool {
    case.family.stands() && matches!(case.status(), Status::Approved | Status::Invited) && !case.has_card()
}
