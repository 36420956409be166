//! Whether a family is valid, from its record and from what other lists say (eligibility rules 1 to 6; Dinas Sosial study,
//! §3.2-3.4).

use crate::eligibility::{Answers, Rule, RuleState};
use crate::household::Household;
use crate::identity::{Finding, MatchEvidence, MatchMethod};
use crate::question::Question;
use crate::reason::Reason;
use crate::status::Status;

/// What the office knows of a family.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The record.
    pub household: &'a Household,
    /// Where it stands now.
    pub status: Status,
    /// What other lists say.
    pub clues: &'a [MatchEvidence],
    /// Whether its KK number stands in another family, and both have the aid: a newcomer would be its double.
    pub shares_kk: bool,
    /// Whether another RT lists it too, and nobody has found out yet which is right.
    pub is_contested: bool,
    /// Whether most of its people stand under another number too.
    pub shares_people: bool,
    /// Whether the NIK of a member stands in another family that is no double of it.
    pub shares_nik: bool,
    /// Whether others stand in the place of those who were put on the final list.
    pub is_replaced: bool,
    /// Whether its record contradicts itself.
    pub contradicts: bool,
    /// The adults of the household, by their positions.
    pub adults: &'a [u16],
}

/// What follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assessment {
    /// Nothing is in the way.
    Valid,
    /// It cannot have the aid. The positions are those of the clues that say so.
    Refused(Reason, Vec<usize>),
    /// It has the aid, and is held while somebody compares the lists.
    Held(Vec<usize>),
    /// A person must answer these; each with the clues that ask it.
    Asked(Vec<(Question, Vec<usize>)>),
}

impl Facts<'_> {
    /// What follows from the facts. Only what is sure refuses a family: whatever is merely like goes to a person. What the RT
    /// did not say of its income, it said by listing the family (domain.md, The process, 1).
    pub fn assess(&self) -> Assessment {
        let aid =
            self.saying(|clue| matches!(clue.says, Finding::Aid(_)) && clue.tie != MatchMethod::NearName);
        if !aid.is_empty() {
            // A recipient is not dropped by a list: it may be out of date.
            return if self.status.is_recipient() {
                Assessment::Held(aid)
            } else {
                Assessment::Refused(Reason::OtherAid, aid)
            };
        }
        if let Some(reason) = self.barred().filter(|_| !self.status.is_recipient()) {
            return Assessment::Refused(reason, Vec::new());
        }
        self.asked(None)
    }

    /// What a person must answer of a family that no rule refuses, after what else somebody must.
    pub fn asked(&self, first: Option<(Question, Vec<usize>)>) -> Assessment {
        let asked: Vec<_> = first.into_iter().chain(self.questions()).collect();
        if asked.is_empty() { Assessment::Valid } else { Assessment::Asked(asked) }
    }

    /// The reason of the first rule that bars the family by its own record.
    fn barred(&self) -> Option<Reason> {
        let answers = Answers::of(self.household);
        let (rule, _) = answers.findings().find(|(_, finding)| *finding == RuleState::Bar)?;
        Some(match rule {
            Rule::NoOtherAid => Reason::OtherAid,
            Rule::Domiciled => Reason::Incomplete,
            _ if self.household.fixed_income != Some(true) => Reason::NotAffected,
            _ => Reason::FixedIncome,
        })
    }

    /// Whether the record of a family that has the aid says by now what would refuse another: it is not dropped, but asked about.
    fn barred_since(&self) -> bool {
        self.status.is_recipient() && self.barred().is_some()
    }

    fn questions(&self) -> Vec<(Question, Vec<usize>)> {
        let look_alike =
            self.saying(|clue| matches!(clue.says, Finding::Aid(_)) && clue.tie == MatchMethod::NearName);
        let moved = self.saying(|clue| matches!(clue.says, Finding::Moved(_)));
        let other = self.saying(|clue| matches!(clue.says, Finding::OtherKk(_)));
        let died = self.saying(|clue| matches!(clue.says, Finding::Died(_)));
        let is_dead = |adult: &u16| self.clues.iter().any(|clue| clue.says == Finding::Died(*adult));
        // Where an adult lives on, an heir of the same KK collects. The bank and the point know the head of a recipient by name.
        let no_heir = !died.is_empty() && self.adults.iter().all(is_dead);
        let of_head = self.saying(|clue| clue.says == Finding::Died(0));
        let asks_for_heir = self.status.is_recipient() && !no_heir;
        [
            (Question::AidLookAlike, look_alike),
            (Question::OtherKk, other),
            (Question::Moved, moved),
            (Question::Died, if no_heir { died } else { Vec::new() }),
            (Question::HeadDied, if asks_for_heir { of_head } else { Vec::new() }),
        ]
        .into_iter()
        .filter(|(_, clues)| !clues.is_empty())
        .chain(self.is_contested.then_some((Question::ListedByTwo, Vec::new())))
        .chain(self.shares_kk.then_some((Question::KkTwice, Vec::new())))
        .chain(self.shares_people.then_some((Question::SamePeople, Vec::new())))
        .chain(self.shares_nik.then_some((Question::PersonTwice, Vec::new())))
        .chain(self.is_replaced.then_some((Question::Replaced, Vec::new())))
        .chain(self.contradicts.then_some((Question::Contradiction, Vec::new())))
        .chain(self.barred_since().then_some((Question::Overruled, Vec::new())))
        .collect()
    }

    fn saying(&self, what: impl Fn(&MatchEvidence) -> bool) -> Vec<usize> {
        self.clues.iter().enumerate().filter(|(_, clue)| what(clue)).map(|(at, _)| at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aid::Aid;
    use crate::{AreaCode, Date, HouseholdDraft, MemberDraft};
    use proptest::prelude::*;

    fn household() -> Household {
        let member = |name: &str, nik: &str| MemberDraft {
            name: name.into(),
            nik: nik.into(),
            ..MemberDraft::default()
        };
        let draft = HouseholdDraft {
            kk: "3174101001099012".into(),
            address: "Jl. Contoh No. 1".into(),
            rt: "005".into(),
            rw: "002".into(),
            members: vec![
                member("Contoh Satu", "3174101205809012"),
                member("Contoh Dua", "3174105205829013"),
            ],
            ..HouseholdDraft::default()
        };
        let area = AreaCode::parse("31.74.10.1005").unwrap();
        draft.validate(&area, Date::parse("2021-03-12").unwrap()).unwrap().household
    }

    fn clue(says: Finding, tie: MatchMethod) -> MatchEvidence {
        MatchEvidence { says, tie, likeness: 1000 }
    }

    fn check(status: Status, clues: &[MatchEvidence], expect: Assessment) {
        let household = household();
        let facts = Facts {
            household: &household,
            status,
            clues,
            shares_kk: false,
            is_contested: false,
            shares_people: false,
            shares_nik: false,
            is_replaced: false,
            contradicts: false,
            adults: &[0, 1],
        };
        assert_eq!(facts.assess(), expect, "{status} {clues:?}");
    }

    #[test]
    fn what_is_sure_decides_and_what_is_like_asks() {
        use Assessment::{Asked, Held, Refused, Valid};
        let aid = |tie| clue(Finding::Aid(Aid::Pkh), tie);
        check(Status::Proposed, &[], Valid);
        for tie in [MatchMethod::Nik, MatchMethod::Kk, MatchMethod::Name] {
            check(Status::Proposed, &[aid(tie)], Refused(Reason::OtherAid, vec![0]));
            check(Status::Paid, &[aid(tie)], Held(vec![0]));
        }
        check(
            Status::Proposed,
            &[aid(MatchMethod::NearName)],
            Asked(vec![(Question::AidLookAlike, vec![0])]),
        );
        check(
            Status::Proposed,
            &[aid(MatchMethod::NearName), aid(MatchMethod::Nik)],
            Refused(Reason::OtherAid, vec![1]),
        );
    }

    #[test]
    fn the_dead_leave_the_aid_to_their_family() {
        let died = |member| clue(Finding::Died(member), MatchMethod::Nik);
        check(Status::Proposed, &[died(0)], Assessment::Valid);
        check(Status::Paid, &[died(0)], Assessment::Asked(vec![(Question::HeadDied, vec![0])]));
        check(Status::Paid, &[died(1)], Assessment::Valid);
        let asked = Assessment::Asked(vec![(Question::Died, vec![0, 1])]);
        check(Status::Proposed, &[died(0), died(1)], asked.clone());
        check(Status::Invited, &[died(0), died(1)], asked);
        let moved = clue(Finding::Moved(0), MatchMethod::Nik);
        check(Status::Proposed, &[moved], Assessment::Asked(vec![(Question::Moved, vec![0])]));
    }

    #[test]
    fn the_record_itself_may_bar() {
        let mut household = household();
        household.fixed_income = Some(true);
        let facts = |status| Facts {
            household: &household,
            status,
            clues: &[],
            shares_kk: false,
            is_contested: false,
            shares_people: false,
            shares_nik: false,
            is_replaced: false,
            contradicts: false,
            adults: &[0, 1],
        };
        let refused = |reason| Assessment::Refused(reason, Vec::new());
        assert_eq!(facts(Status::Proposed).assess(), refused(Reason::FixedIncome));
        let mut unhurt = household.clone();
        (unhurt.fixed_income, unhurt.affected) = (None, Some(false));
        let of_unhurt = Facts { household: &unhurt, ..facts(Status::Proposed) };
        assert_eq!(of_unhurt.assess(), refused(Reason::NotAffected));
        let asked = Assessment::Asked(vec![(Question::Overruled, Vec::new())]);
        assert_eq!(facts(Status::Paid).assess(), asked, "a recipient is not dropped, but asked about");
        assert_eq!(facts(Status::Proposed).asked(None), Assessment::Valid);
    }

    proptest! {
        #[test]
        fn a_resemblance_never_refuses(likeness in 0u16..1000, status in 0usize..Status::ALL.len(), shares_people: bool,
            shares_nik: bool) {
            let household = household();
            let clues = [MatchEvidence { says: Finding::Aid(Aid::Bpnt), tie: MatchMethod::NearName, likeness }];
            let facts = Facts {
                household: &household,
                status: Status::ALL[status],
                clues: &clues,
                shares_kk: false,
                is_contested: false,
                shares_people,
                shares_nik,
                is_replaced: false,
                contradicts: false,
                adults: &[0, 1],
            };
            prop_assert!(matches!(facts.assess(), Assessment::Asked(_)));
        }
    }
}
