//! The families that have yet to collect their cards.

use super::class::Class;
use super::point_request::PointRequest;
use crate::case::Case;
use crate::clock::Moment;
use crate::fault::Result;
use crate::geography::Geography;
use crate::progress::{Progress, Work};
use crate::register::{FamilyId, Origin, Register, Unreadable};
use std::collections::{BTreeMap, HashMap};

/// A family that has yet to come.
pub(super) struct Demand {
    pub(super) id: FamilyId,
    /// Where it lives; none: in a kelurahan that nobody knows.
    pub(super) home: Option<usize>,
    /// Its RT, by a number of its own.
    pub(super) rt: usize,
    pub(super) is_frail: bool,
    pub(super) request: Option<PointRequest>,
    /// Whether it was allocated before.
    pub(super) is_known: bool,
    /// Where to and how far, if that point is still there.
    pub(super) before: Option<(usize, u32)>,
}

impl Demand {
    pub(super) fn class(&self) -> Class {
        match (self.request, self.is_frail) {
            (Some(_), _) => Class::Asking,
            (None, true) => Class::Frail,
            (None, false) => Class::Ordinary,
        }
    }
}

/// All of them, in the order of listing.
#[derive(Default)]
pub(super) struct Demands {
    pub(super) all: Vec<Demand>,
    /// Families that were allocated, and are to collect no more. Whoever has the card keeps the point where it was.
    pub(super) gone: Vec<FamilyId>,
    pub(super) unreadable: Unreadable,
}

impl Demands {
    /// Reads them from the register.
    pub(super) fn read(
        register: &Register,
        geography: &Geography,
        now: &Moment,
        progress: &dyn Progress,
    ) -> Result<Self> {
        let mut before = HashMap::new();
        let by_id: HashMap<&str, usize> =
            geography.sites.iter().enumerate().map(|(place, site)| (site.point.id.as_str(), place)).collect();
        register.each_allocation(|it| {
            before.insert(it.family, by_id.get(it.point.as_str()).map(|site| (*site, it.metres)));
        })?;
        let requests: BTreeMap<FamilyId, PointRequest> = register
            .requests()?
            .into_iter()
            .map(|(family, point)| (family, PointRequest::of(point.as_deref(), &by_id)))
            .collect();
        let mut rts: HashMap<Origin, usize> = HashMap::new();
        let (mut all, mut gone) = (Vec::new(), Vec::new());
        let bar = progress.begin(Work::ReadFamilies, register.count_families()?);
        let unreadable = register.for_each_family(|cases| {
            bar.advance(cases.len());
            for case in cases {
                let Case { family, .. } = &case;
                let was = before.get(&family.id);
                if !case.is_to_collect() {
                    gone.extend(was.filter(|_| !case.has_card()).map(|_| family.id));
                    continue;
                }
                let next = rts.len();
                let home = &family.household.area;
                all.push(Demand {
                    id: family.id,
                    home: geography.home(home).or_else(|| geography.home(&family.origin.area)),
                    is_frail: family.household.is_frail(now.date),
                    request: requests.get(&family.id).copied(),
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
