//! How far each RT of an RW has come, and what its head does about it.

use domain::Status;
use wire::RtProgress;

/// What an RT waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// Its head has no link yet.
    Link,
    /// Its head has a link and has sent nothing.
    List,
    /// So many of its families are to be mended.
    Mending(u32),
    /// Nothing.
    Nothing,
}

/// What an RT waits for, the first thing first. A list that came from elsewhere counts also without a link.
pub fn lack(rt: &RtProgress) -> Lack {
    let returned = count(rt, |status| status == Status::Returned);
    match (rt.listed_on, rt.enrolled) {
        (None, false) => Lack::Link,
        (None, true) => Lack::List,
        (Some(_), _) if returned > 0 => Lack::Mending(returned),
        (Some(_), _) => Lack::Nothing,
    }
}

/// How many families of an RT are at such a status.
pub fn count(rt: &RtProgress, is_it: impl Fn(Status) -> bool) -> u32 {
    rt.families
        .iter()
        .filter(|count| count.status.known().is_some_and(&is_it))
        .map(|count| count.families)
        .sum()
}

/// Every RT, those first that wait for something.
pub fn sorted(progress: &[RtProgress]) -> Vec<RtProgress> {
    let mut sorted = progress.to_vec();
    sorted.sort_by_key(|rt| (lack(rt) == Lack::Nothing, rt.rt));
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Date, Rt};
    use wire::StatusCount;

    fn rt(number: &str, enrolled: bool, listed: bool, families: &[(Status, u32)]) -> RtProgress {
        let count = |(status, families): &(Status, u32)| StatusCount {
            status: (*status).into(),
            families: *families,
        };
        RtProgress {
            rt: Rt::parse(number).unwrap(),
            enrolled,
            listed_on: listed.then(|| Date::parse("2021-03-12").unwrap()),
            families: families.iter().map(count).collect(),
        }
    }

    #[test]
    fn what_an_rt_waits_for() {
        for (enrolled, listed, families, expect) in [
            (false, false, [].as_slice(), Lack::Link),
            (true, false, &[], Lack::List),
            (true, true, &[(Status::Proposed, 3)], Lack::Nothing),
            (true, true, &[(Status::Proposed, 3), (Status::Returned, 2)], Lack::Mending(2)),
            (false, true, &[(Status::Approved, 3)], Lack::Nothing),
        ] {
            assert_eq!(lack(&rt("1", enrolled, listed, families)), expect);
        }
    }

    #[test]
    fn who_waits_stands_first() {
        let all = [
            rt("1", true, true, &[]),
            rt("2", false, false, &[]),
            rt("3", true, true, &[(Status::Returned, 1)]),
        ];
        let order: Vec<String> = sorted(&all).iter().map(|rt| rt.rt.to_string()).collect();
        assert_eq!(order, ["002", "003", "001"]);
    }
}
