//! Who goes to which point: families of one RT together.
//!
//! To the solver the families of a group are all alike, so who of them goes where costs nothing. Whole RTs are chosen that
//! fill a place just so; only where none fit is one divided, at most one for each border between two points.

use super::demand::Demands;
use super::plan::{Group, Members, Plan};
use crate::geography::Geography;
use std::collections::{BTreeMap, HashSet};

/// The site for each family that is to collect, in the order of the demands.
pub(super) fn assign(geography: &Geography, demands: &Demands, plan: &Plan) -> Vec<Option<usize>> {
    let mut assignments =
        Assignments { demands, sites: vec![None; demands.all.len()], there: HashSet::new() };
    for (demand, site) in &plan.granted {
        assignments.put(*demand, *site);
    }
    let mut groups: Vec<_> = plan.groups.iter().collect();
    // Who stays comes first, and the many before the few: the others follow the neighbours.
    groups.sort_by_key(|(group, _)| (group.home, group.before.is_none(), group.class));
    for (group, Members { families, quotas }) in groups {
        let mut quotas = quotas.clone();
        quotas.sort_by_key(|(site, _)| order(geography, group, *site));
        assignments.fill(families, &quotas);
    }
    assignments.sites
}

/// The point where they were before first, then the nearer ones.
fn order(geography: &Geography, group: &Group, site: usize) -> (bool, u32, usize) {
    (group.before != Some(site), geography.metres(group.home, site), site)
}

struct Assignments<'a> {
    demands: &'a Demands,
    sites: Vec<Option<usize>>,
    /// RT and site: families of the RT go there.
    there: HashSet<(usize, usize)>,
}

impl Assignments<'_> {
    fn put(&mut self, demand: usize, site: usize) {
        if let Some(assigned) = self.sites.get_mut(demand) {
            *assigned = Some(site);
        }
        self.there.extend(self.demands.all.get(demand).map(|demand| (demand.rt, site)));
    }

    fn fill(&mut self, families: &[usize], quotas: &[(usize, u32)]) {
        let mut rts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for family in families {
            if let Some(demand) = self.demands.all.get(*family) {
                rts.entry(demand.rt).or_default().push(*family);
            }
        }
        for (site, quota) in quotas {
            let quota = usize::try_from(*quota).unwrap_or(usize::MAX);
            let mut order: Vec<(bool, usize, usize)> =
                rts.iter().map(|(rt, it)| (!self.there.contains(&(*rt, *site)), *rt, it.len())).collect();
            order.sort_unstable();
            let sizes: Vec<usize> = order.iter().map(|(_, _, size)| *size).collect();
            let chosen = whole(&sizes, quota);
            let mut left = quota;
            for (_, rt, size) in chosen.iter().filter_map(|place| order.get(*place)) {
                left -= size;
                rts.remove(rt).into_iter().flatten().for_each(|family| self.put(family, *site));
            }
            // No RT that is left is as small as the room that is left, or it had been chosen.
            let divided = order.iter().find_map(|(_, rt, _)| rts.contains_key(rt).then_some(rt));
            if let Some(families) = divided.and_then(|rt| rts.get_mut(rt)) {
                let some: Vec<usize> = families.drain(..left.min(families.len())).collect();
                some.into_iter().for_each(|family| self.put(family, *site));
            }
        }
    }
}

/// Which of these sizes fill the room as far as whole ones can, the first ones by preference.
fn whole(sizes: &[usize], room: usize) -> Vec<usize> {
    if sizes.iter().sum::<usize>() <= room {
        return (0..sizes.len()).collect();
    }
    // For each sum that can be had, the last of the sizes in it, when it was first had.
    let mut last: Vec<Option<usize>> = vec![None; room + 1];
    let can_be_had =
        |last: &[Option<usize>], sum: usize| sum == 0 || last.get(sum).is_some_and(Option::is_some);
    for (place, size) in sizes.iter().enumerate().filter(|(_, size)| **size > 0) {
        if can_be_had(&last, room) {
            break;
        }
        for sum in (*size..=room).rev() {
            if !can_be_had(&last, sum) && can_be_had(&last, sum - size) {
                last.get_mut(sum).into_iter().for_each(|it| *it = Some(place));
            }
        }
    }
    let mut sum = (0..=room).rev().find(|sum| can_be_had(&last, *sum)).unwrap_or(0);
    let mut chosen = Vec::new();
    while let Some(place) = last.get(sum).copied().flatten().filter(|_| sum > 0) {
        chosen.push(place);
        sum -= sizes.get(place).copied().unwrap_or(sum);
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::whole;
    use proptest::prelude::*;

    fn check(sizes: &[usize], room: usize, expect: &[usize]) {
        assert_eq!(whole(sizes, room), expect, "{sizes:?} in {room}");
    }

    #[test]
    fn whole_ones() {
        check(&[], 5, &[]);
        check(&[3, 4], 9, &[0, 1]);
        check(&[3, 4, 5], 7, &[1, 0]);
        check(&[3, 4, 5], 8, &[2, 0]);
        check(&[7, 7], 6, &[]);
        check(&[7, 7, 2], 8, &[0]);
        check(&[5], 0, &[]);
    }

    proptest! {
        #[test]
        fn none_that_is_left_fits(sizes in prop::collection::vec(1..40usize, 0..30), room in 0..600usize) {
            let chosen = whole(&sizes, room);
            let filled: usize = chosen.iter().map(|place| sizes[*place]).sum();
            prop_assert!(filled <= room);
            for (place, size) in sizes.iter().enumerate() {
                prop_assert!(chosen.contains(&place) || filled + size > room);
            }
        }
    }
}
