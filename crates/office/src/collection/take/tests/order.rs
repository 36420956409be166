//! Envelopes overtake each other, and come twice.

use super::*;
use domain::Household;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What the head of the RT does with one of four families between two sendings.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Write(u16),
    Mark(u8),
    Unmark,
    Remove,
    Nothing,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..1000u16).prop_map(Deed::Write),
        (1..=3u8).prop_map(Deed::Mark),
        Just(Deed::Unmark),
        Just(Deed::Remove),
        Just(Deed::Nothing),
    ]
}

/// The lists of one head, one after the other.
type Editions = Vec<(Value, Vec<u8>)>;

/// Families and withdrawn codes of each edition: a list holds the whole, and what was taken back stays taken back. Codes
/// are counted from `first` on, so that two heads give the same families codes of their own.
fn editions(days: &[[Deed; 4]], first: u8) -> Editions {
    let mut families = BTreeMap::<u8, Value>::new();
    let mut withdrawn = Vec::new();
    let mut editions = Vec::new();
    for day in days {
        for (n, deed) in (first..).zip(day) {
            match deed {
                Deed::Write(phone) if !withdrawn.contains(&n) => {
                    let listed = families
                        .entry(n)
                        .or_insert_with(|| named(n, &format!("Contoh {}", n - first), "005"));
                    *listed = with(listed.take(), "phone", phone.to_string());
                }
                Deed::Mark(call) => {
                    if let Some(listed) = families.get_mut(&n) {
                        let mut marks = listed["remarks"]["marks"].as_array().cloned().unwrap_or_default();
                        marks.push(mark(*call, "datang"));
                        listed["remarks"]["marks"] = marks.into();
                    }
                }
                Deed::Unmark => {
                    if let Some(listed) = families.get_mut(&n) {
                        listed["remarks"] = json!({});
                    }
                }
                Deed::Remove => withdrawn.extend(families.remove(&n).map(|_| n)),
                Deed::Write(_) | Deed::Nothing => {}
            }
        }
        editions.push((families.values().cloned().collect(), withdrawn.clone()));
    }
    editions
}

/// The families that stand, with their records and the marks of each.
fn standing(desk: &Desk) -> BTreeMap<RegistrationCode, (Household, Vec<String>)> {
    let mut standing = BTreeMap::new();
    let mut cases = Vec::new();
    let unreadable = desk.register.for_each_family(|some| {
        cases.extend(some);
        Ok(())
    });
    assert_eq!(unreadable.unwrap(), crate::register::Unreadable::default());
    for case in cases {
        if case.status() != Status::Withdrawn {
            let marks = desk.register.remarks(case.family.id).unwrap().marks;
            let mut marks: Vec<String> = marks.iter().map(|mark| format!("{mark:?}")).collect();
            marks.sort();
            standing.insert(case.codes[0], (case.family.household, marks));
        }
    }
    standing
}

/// A register after the lists of an RT and of its RW, each by head and position.
fn after(order: &[(usize, usize)], lists: &[Editions; 2]) -> Desk {
    let mut desk = Desk::new();
    let heads = [desk.enrol(1, Some("005")), desk.enrol(2, None)];
    for (head, at) in order {
        let (households, withdrawn) = &lists[*head][*at];
        desk.take(&heads[*head], u32::try_from(*at).unwrap() + 1, households.clone(), withdrawn);
    }
    desk
}

/// Every list of both heads once, one head after the other.
fn in_order(lists: &[Editions; 2]) -> Vec<(usize, usize)> {
    (0..2).flat_map(|head| (0..lists[head].len()).map(move |at| (head, at))).collect()
}

/// In another order, and some more than once.
fn disturbed(
    mut order: Vec<(usize, usize)>,
    again: &[prop::sample::Index],
    keys: &[u32],
) -> Vec<(usize, usize)> {
    if !order.is_empty() {
        order.extend(again.iter().map(|index| *index.get(&order)).collect::<Vec<_>>());
    }
    let mut keyed: Vec<_> = keys.iter().zip(order).collect();
    keyed.sort();
    keyed.into_iter().map(|(_, letter)| letter).collect()
}

fn days() -> impl Strategy<Value = Vec<[Deed; 4]>> {
    prop::collection::vec(prop::array::uniform4(deed()), 1..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn lists_in_any_order_and_more_than_once_come_to_the_same(
        days in days(),
        again in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        keys in prop::array::uniform16(any::<u32>()),
    ) {
        let lists = [editions(&days, 1), Editions::new()];
        let expect = standing(&after(&in_order(&lists), &lists));
        let order = disturbed(in_order(&lists), &again, &keys);
        prop_assert_eq!(standing(&after(&order, &lists)), expect);
    }

    /// Whose record stands depends on who came last; which families stand does not.
    #[test]
    fn a_family_stands_while_one_of_two_heads_lists_it(
        of_rt in days(),
        of_rw in days(),
        again in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        keys in prop::array::uniform16(any::<u32>()),
    ) {
        let lists = [editions(&of_rt, 1), editions(&of_rw, 11)];
        let last = lists.iter().filter_map(|editions| editions.last());
        let expect: BTreeSet<String> = last
            .flat_map(|(households, _)| households.as_array().unwrap())
            .map(|listed| listed["household"]["head"]["name"].as_str().unwrap().to_owned())
            .collect();
        let desk = after(&disturbed(in_order(&lists), &again, &keys), &lists);
        let names: BTreeSet<String> =
            standing(&desk).into_values().map(|(household, _)| household.head.name).collect();
        prop_assert_eq!(names, expect);
    }
}
