//! What people at Dinas Sosial answer where no rule may decide, and what holds when they do not agree.

use crate::question::Question;
use crate::reason::Reason;
use crate::text_serde::coded;

coded! {
    /// The answer to a [`Question`](crate::Question), in the words of the work sheet.
    Decision, "a decision like layak" {
        /// Nothing is in the way.
        Valid = "layak",
        /// It is the other family, under another number or in another RT: its case goes on.
        Same = "sama",
        /// It is a family of its own.
        Different = "beda",
        /// Somebody in the KK has other aid.
        OtherAid = "ditolak: bantuan lain",
        /// Listed twice.
        Duplicate = "ditolak: data ganda",
        /// Moved out of DKI Jakarta.
        MovedOut = "ditolak: pindah",
        /// Dead, with no heir in the KK.
        Died = "ditolak: meninggal",
        /// Not found at the address.
        NotFound = "ditolak: tidak ditemukan",
        /// NIK or KK do not match Dukcapil's data.
        Mismatch = "ditolak: data tidak padan",
        /// A fixed income, or able to provide.
        FixedIncome = "ditolak: penghasilan tetap",
        /// The family itself does not want the aid.
        Declined = "ditolak: menolak bantuan",
        /// No decision yet: the RT must find out more.
        AskAgain = "tanya RT lagi",
    }
}

impl Decision {
    /// Why the family is refused; `None` if it is not.
    pub fn reason(self) -> Option<Reason> {
        match self {
            Self::Valid | Self::Same | Self::Different | Self::AskAgain => None,
            Self::OtherAid => Some(Reason::OtherAid),
            Self::Duplicate => Some(Reason::Duplicate),
            Self::MovedOut => Some(Reason::MovedOut),
            Self::Died => Some(Reason::Died),
            Self::NotFound => Some(Reason::NotFound),
            Self::Mismatch => Some(Reason::Mismatch),
            Self::FixedIncome => Some(Reason::FixedIncome),
            Self::Declined => Some(Reason::Declined),
        }
    }

    /// Whether it may answer a question: whether two entries are one family is asked of such alone.
    pub fn may_answer(self, question: Question) -> bool {
        match self {
            Self::Valid => question != Question::SamePeople,
            Self::Same => matches!(question, Question::SamePeople | Question::ListedByTwo),
            Self::Different => question == Question::SamePeople,
            _ => true,
        }
    }

    /// Whether it finds nothing in the way of the family that the question is about.
    pub fn finds_valid(self) -> bool {
        matches!(self, Self::Valid | Self::Different)
    }

    /// Whether it answers the question.
    pub fn decides(self) -> bool {
        self != Self::AskAgain
    }
}

/// An answer, and what was known when it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was answered.
    pub decision: Decision,
    /// How many deciding answers whoever gave it had before their eyes.
    pub seen: u32,
}

/// What holds after some answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The decision in force; `None`: nobody has decided.
    pub decision: Option<Decision>,
    /// Whether somebody decided otherwise without knowing of it. Nothing is written over: it is shown to a third.
    pub in_conflict: bool,
    /// How many answers decide.
    pub deciding: u32,
}

impl Standing {
    /// What holds after these, the oldest first. The first decides; a later one takes its place only if it was given in
    /// knowledge of all before it.
    pub fn of(answers: impl IntoIterator<Item = Answer>) -> Self {
        let deciding = answers.into_iter().filter(|answer| answer.decision.decides());
        deciding.fold(Self::default(), Self::and)
    }

    /// What holds after one more.
    #[must_use]
    pub fn and(self, answer: Answer) -> Self {
        if !answer.decision.decides() {
            return self;
        }
        let deciding = self.deciding + 1;
        if answer.seen >= self.deciding {
            return Self { decision: Some(answer.decision), in_conflict: false, deciding };
        }
        let disagrees = self.decision != Some(answer.decision);
        Self { in_conflict: self.in_conflict || disagrees, deciding, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(answers: &[(Decision, u32)], decision: Option<Decision>, in_conflict: bool) {
        let answers = answers.iter().map(|(decision, seen)| Answer { decision: *decision, seen: *seen });
        let standing = Standing::of(answers);
        assert_eq!((standing.decision, standing.in_conflict), (decision, in_conflict));
    }

    #[test]
    fn the_first_decides_and_a_third_settles() {
        use Decision::{AskAgain, MovedOut, Valid};
        check(&[], None, false);
        check(&[(AskAgain, 0)], None, false);
        check(&[(AskAgain, 0), (Valid, 0)], Some(Valid), false);
        check(&[(Valid, 0), (Valid, 0)], Some(Valid), false);
        check(&[(Valid, 0), (MovedOut, 0)], Some(Valid), true);
        check(&[(Valid, 0), (MovedOut, 0), (AskAgain, 2)], Some(Valid), true);
        check(&[(Valid, 0), (MovedOut, 0), (MovedOut, 2)], Some(MovedOut), false);
        check(&[(Valid, 0), (MovedOut, 0), (Valid, 2)], Some(Valid), false);
        check(&[(Valid, 0), (MovedOut, 0), (Valid, 2), (MovedOut, 2)], Some(Valid), true);
    }

    proptest! {
        #[test]
        fn who_did_not_know_never_overrules(decisions in prop::collection::vec(0..Decision::ALL.len(), 1..6)) {
            let answers = decisions.iter().map(|at| Answer { decision: Decision::ALL[*at], seen: 0 });
            let first = answers.clone().map(|answer| answer.decision).find(|decision| decision.decides());
            let standing = Standing::of(answers.clone());
            prop_assert_eq!(standing.decision, first);
            let disagree = answers.filter(|it| it.decision.decides()).any(|it| Some(it.decision) != first);
            prop_assert_eq!(standing.in_conflict, disagree);
        }
    }
}
