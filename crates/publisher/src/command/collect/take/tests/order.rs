//! Envelopes overtake each other, and come twice.

use super::*;
use domain::Household;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What the head of the RT does with one of four families between two sendings.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Write(u16),
    Mark(u8),
    Remove,
    Nothing,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..1000u16).prop_map(Deed::Write),
        (1..=3u8).prop_map(Deed::Mark),
        Just(Deed::Remove),
        Just(Deed::Nothing),
    ]
}

/// Families and withdrawn codes of each edition: a list holds the whole, and what was taken back stays taken back.
fn editions(days: &[[Deed; 4]]) -> Vec<(Value, Vec<u8>)> {
    let mut families = BTreeMap::<u8, Value>::new();
    let mut withdrawn = Vec::new();
    let mut editions = Vec::new();
    for day in days {
        for (n, deed) in (1..).zip(day) {
            match deed {
                Deed::Write(phone) if !withdrawn.contains(&n) => {
                    let listed = families.entry(n).or_insert_with(|| family(n, "005"));
                    *listed = with(listed.take(), "phone", phone.to_string());
                }
                Deed::Mark(call) => {
                    if let Some(listed) = families.get_mut(&n) {
                        let mark = json!({ "call": call, "attendance": "datang", "on": "2021-03-10" });
                        let mut marks = listed["remarks"]["marks"].as_array().cloned().unwrap_or_default();
                        marks.push(mark);
                        listed["remarks"]["marks"] = marks.into();
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
    for family in desk.register.families().unwrap() {
        let [code] = desk.register.codes(family.id).unwrap()[..] else { panic!("one code each") };
        let last = desk.register.events(family.id).unwrap().pop().unwrap();
        if last.status != Status::Withdrawn {
            let marks = desk.register.remarks(family.id).unwrap().marks;
            let mut marks: Vec<String> = marks.iter().map(|mark| format!("{mark:?}")).collect();
            marks.sort();
            standing.insert(code, (family.household, marks));
        }
    }
    standing
}

fn after(order: impl IntoIterator<Item = usize>, editions: &[(Value, Vec<u8>)]) -> Desk {
    let mut desk = Desk::new();
    let rt = desk.enrol(1, Some("005"));
    for at in order {
        let (households, withdrawn) = &editions[at];
        desk.take(&rt, u32::try_from(at).unwrap() + 1, households.clone(), withdrawn);
    }
    desk
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn lists_in_any_order_and_more_than_once_come_to_the_same(
        days in prop::collection::vec(prop::array::uniform4(deed()), 1..5),
        again in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        seed in any::<u64>(),
    ) {
        let editions = editions(&days);
        let mut order: Vec<usize> = (0..editions.len()).collect();
        order.extend(again.iter().map(|index| index.index(editions.len())));
        order.sort_by_key(|at| (seed.rotate_left(u32::try_from(at * 7).unwrap()), *at));
        let expect = standing(&after(0..editions.len(), &editions));
        prop_assert_eq!(standing(&after(order, &editions)), expect);
    }
}
