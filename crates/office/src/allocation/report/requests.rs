//! What came of the requests for a nearer point.

use crate::allocation::demand::Demands;
use crate::fault::Result;
use crate::geography::Geography;
use crate::register::Register;
use serde::Serialize;
use std::collections::BTreeMap;

/// What came of them.
#[derive(Debug, Default, Serialize)]
pub struct Requests {
    /// So many families asked.
    pub made: usize,
    /// So many got what they asked for.
    pub honoured: usize,
    /// Those of them that go elsewhere from now on.
    pub moved: usize,
    /// The codes of the others, by what stood in the way: `penuh`, `seberang-laut`, `titik-tidak-ada`, `tanpa-titik`
    pub not_honoured: BTreeMap<&'static str, Vec<String>>,
}

impl Requests {
    pub(super) fn new(
        register: &Register,
        geography: &Geography,
        demands: &Demands,
        assignments: &[Option<usize>],
    ) -> Result<Self> {
        let mut requests = Self::default();
        for (demand, assigned) in demands.all.iter().zip(assignments) {
            let Some(request) = demand.request else { continue };
            requests.made += 1;
            match request.unmet(geography, demand.home, *assigned) {
                None => {
                    requests.honoured += 1;
                    let before = demand.before.map(|(site, _)| site);
                    requests.moved += usize::from(before.is_some() && before != *assigned);
                }
                Some(why) => {
                    let code = register.codes(demand.id)?.first().map(ToString::to_string);
                    requests.not_honoured.entry(why).or_default().extend(code);
                }
            }
        }
        Ok(requests)
    }
}
