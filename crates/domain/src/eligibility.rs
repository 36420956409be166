//! The six rules of eligibility (Dinas Sosial study of BST in Jakarta Selatan, §3.2).

use crate::aid::Aid;
use crate::household::Household;
use crate::text_serde::coded;

coded! {
    /// One of the six rules, in the order of the regulation.
    Rule, "a rule" {
        /// 1. Listed by RT/RW in Provinsi DKI Jakarta.
        Listed = "terdaftar",
        /// 2. Hit by the pandemic, and without a fixed income.
        Affected = "terdampak",
        /// 3. Nobody in the KK receives other aid of the central government.
        NoOtherAid = "tanpa-bantuan-lain",
        /// 4. Who is not listed yet tells the RT/RW, who passes the data to the kelurahan.
        Reported = "melapor",
        /// 5. No NIK or KTP is no bar: the family must live there and give its full address.
        Domiciled = "berdomisili",
        /// 6. A valid family is paid through its Bank DKI account.
        Account = "rekening",
    }
}

/// What a family says of itself; `None` is "not said".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Lives in Jakarta, at a full address.
    pub domiciled: Option<bool>,
    /// Lost income through the pandemic.
    pub affected: Option<bool>,
    /// Someone in the KK has a fixed income.
    pub fixed_income: Option<bool>,
    /// Someone in the KK receives this other aid. `Some(None)`: nobody does.
    pub other_aid: Option<Option<Aid>>,
    /// Is on the list of the RT.
    pub listed: Option<bool>,
    /// Somebody of the KK can come to open the account (or sends a proxy).
    pub can_open_account: Option<bool>,
}

/// How a rule came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleState {
    /// Met.
    Met,
    /// Not met: BST cannot be given.
    Bar,
    /// Not met yet, and the family can mend it: tell the RT, send a proxy.
    ToDo,
    /// Not known.
    Unknown,
}

/// The outcome for a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All rules are met.
    Eligible,
    /// Eligible once the family has done what is marked [`RuleState::ToDo`].
    EligibleAfter,
    /// At least one rule bars it.
    Barred,
    /// Not enough is known.
    Open,
}

impl Answers {
    /// What the list says of a household: it is listed, and its answers.
    pub fn of(household: &Household) -> Self {
        Self {
            domiciled: Some(!household.address.is_empty()),
            affected: household.affected,
            fixed_income: household.fixed_income,
            other_aid: Some(household.other_aid().map(|(_, aid)| aid)),
            listed: Some(true),
            can_open_account: Some(true),
        }
    }

    /// How one rule comes out.
    pub fn finding(&self, rule: Rule) -> RuleState {
        let must = |answer: Option<bool>, otherwise: RuleState| match answer {
            Some(true) => RuleState::Met,
            Some(false) => otherwise,
            None => RuleState::Unknown,
        };
        match rule {
            Rule::Listed | Rule::Reported => must(self.listed, RuleState::ToDo),
            Rule::Affected => match (self.affected, self.fixed_income) {
                (Some(false), _) | (_, Some(true)) => RuleState::Bar,
                (Some(true), Some(false)) => RuleState::Met,
                _ => RuleState::Unknown,
            },
            Rule::NoOtherAid => must(self.other_aid.map(|aid| aid.is_none()), RuleState::Bar),
            Rule::Domiciled => must(self.domiciled, RuleState::Bar),
            Rule::Account => must(self.can_open_account, RuleState::ToDo),
        }
    }

    /// Every rule with its finding, in order.
    pub fn findings(&self) -> impl Iterator<Item = (Rule, RuleState)> + '_ {
        Rule::ALL.iter().map(|rule| (*rule, self.finding(*rule)))
    }

    /// The outcome: a bar outweighs what is unknown, and that outweighs what is to do.
    pub fn verdict(&self) -> Verdict {
        let has = |wanted: RuleState| self.findings().any(|(_, finding)| finding == wanted);
        if has(RuleState::Bar) {
            Verdict::Barred
        } else if has(RuleState::Unknown) {
            Verdict::Open
        } else if has(RuleState::ToDo) {
            Verdict::EligibleAfter
        } else {
            Verdict::Eligible
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Answers = Answers {
        domiciled: Some(true),
        affected: Some(true),
        fixed_income: Some(false),
        other_aid: Some(None),
        listed: Some(true),
        can_open_account: Some(true),
    };

    fn check(answers: Answers, expect: Verdict) {
        assert_eq!(answers.verdict(), expect, "{answers:?}");
    }

    #[test]
    fn verdicts() {
        check(GOOD, Verdict::Eligible);
        check(Answers { listed: Some(false), ..GOOD }, Verdict::EligibleAfter);
        check(Answers { can_open_account: Some(false), ..GOOD }, Verdict::EligibleAfter);
        check(Answers { domiciled: Some(false), ..GOOD }, Verdict::Barred);
        check(Answers { affected: Some(false), ..GOOD }, Verdict::Barred);
        check(Answers { fixed_income: Some(true), ..GOOD }, Verdict::Barred);
        check(Answers { other_aid: Some(Some(Aid::Pkh)), ..GOOD }, Verdict::Barred);
        check(Answers { affected: None, fixed_income: Some(true), ..GOOD }, Verdict::Barred);
        check(Answers { affected: None, ..GOOD }, Verdict::Open);
        check(Answers { affected: None, listed: Some(false), ..GOOD }, Verdict::Open);
        check(Answers::default(), Verdict::Open);
    }
}
