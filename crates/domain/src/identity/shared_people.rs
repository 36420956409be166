//! Whether two records with different numbers are one family: a family is its people, not its number.

use crate::household::Household;
use crate::nik::Nik;
use std::collections::BTreeSet;

/// The people whom two records share, by their NIK.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPeople {
    /// Their NIK.
    pub niks: BTreeSet<Nik>,
    /// How many people with a NIK the first record has.
    pub of_one: usize,
    /// How many the second has.
    pub of_other: usize,
    /// Whether one person heads both.
    pub same_head: bool,
}

impl SharedPeople {
    /// Lays two records side by side.
    pub fn of(one: &Household, other: &Household) -> Self {
        let [a, b] = [one, other].map(|household| household.niks().collect::<BTreeSet<Nik>>());
        Self {
            niks: a.intersection(&b).copied().collect(),
            of_one: a.len(),
            of_other: b.len(),
            same_head: one.head.nik.is_some() && one.head.nik == other.head.nik,
        }
    }

    /// Whether they may be one family under another number: the head is the same, or most of the people of either are in the
    /// other. Where a single person of several has moved, as by marriage, they are two.
    pub fn may_be_one_family(&self) -> bool {
        let most = |all: usize| self.niks.len() * 2 > all;
        self.same_head || (!self.niks.is_empty() && (most(self.of_one) || most(self.of_other)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A family whose people are named by digits, the head first; `-` has no NIK.
    fn family(people: &str) -> Household {
        let member = |name: char| {
            let nik = name.to_digit(10).map(|digit| format!("317410520580901{digit}"));
            serde_json::json!({ "name": "Contoh", "relation": "lainnya", "nik": nik })
        };
        let mut people = people.chars().map(member);
        serde_json::from_value(serde_json::json!({
            "head": people.next().unwrap(), "others": people.collect::<Vec<_>>(),
            "area": "31.74.10.1005", "rt": "005", "rw": "002", "address": "Gg. Contoh"
        }))
        .unwrap()
    }

    fn check(one: &str, other: &str, shared: usize, expect: bool) {
        let people = SharedPeople::of(&family(one), &family(other));
        assert_eq!((people.niks.len(), people.may_be_one_family()), (shared, expect), "{one} {other}");
    }

    #[test]
    fn most_of_the_people_or_the_head_make_one_family() {
        check("123", "123", 3, true);
        check("123", "213", 3, true);
        check("123", "12", 2, true);
        check("123", "4", 0, false);
        // A family that becomes two: either may be the one that goes on.
        check("1234", "12", 2, true);
        check("1234", "34", 2, true);
        // A daughter marries into another family, or into a new one.
        check("123", "453", 1, false);
        check("123", "43", 1, false);
        // The head leaves with others.
        check("123", "145", 1, true);
        // Whoever has no NIK is nobody whom a number tells.
        check("-", "-", 0, false);
        check("-1", "-1", 1, true);
    }

    proptest! {
        #[test]
        fn it_does_not_matter_which_is_first(one in "[0-9-]{1,5}", other in "[0-9-]{1,5}") {
            let [a, b] = [family(&one), family(&other)];
            let (ab, ba) = (SharedPeople::of(&a, &b), SharedPeople::of(&b, &a));
            prop_assert_eq!(&ab.niks, &ba.niks);
            prop_assert_eq!(ab.may_be_one_family(), ba.may_be_one_family());
        }
    }
}
