//! The questions behind the rules, and what can be said to them.

use crate::text::Tables;
use crate::text::rules::Rules;
use ::words::family::aid;
use domain::{Aid, Answers};
use ui::part::choice::Choosable;
use ui::text::Text;

/// A question of the page, in the order in which it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// Lives in Jakarta.
    Domiciled,
    /// Lost income.
    Affected,
    /// Someone has a fixed income.
    FixedIncome,
    /// Someone receives other aid.
    OtherAid,
    /// Listed by the RT.
    Listed,
    /// Someone can come.
    Account,
}

/// What a family says to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    Yes,
    No,
    Unknown,
    /// To [`Question::OtherAid`]: this one.
    Receives(Aid),
}

impl Question {
    pub(super) const FIRST: Self = Self::Domiciled;

    pub(super) const ALL: [Self; 6] =
        [Self::Domiciled, Self::Affected, Self::FixedIncome, Self::OtherAid, Self::Listed, Self::Account];

    /// Its place among the questions, from 1.
    pub(super) fn position(self) -> usize {
        Self::ALL.iter().take_while(|question| **question != self).count() + 1
    }

    /// Names its group of choices.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Domiciled => "domisili",
            Self::Affected => "terdampak",
            Self::FixedIncome => "gaji-tetap",
            Self::OtherAid => "bantuan-lain",
            Self::Listed => "didata",
            Self::Account => "rekening",
        }
    }

    /// Its words.
    pub(super) fn asks(self, words: &Rules) -> &'static str {
        match self {
            Self::Domiciled => words.domiciled,
            Self::Affected => words.affected,
            Self::FixedIncome => words.fixed_income,
            Self::OtherAid => words.other_aid,
            Self::Listed => words.listed,
            Self::Account => words.account,
        }
    }

    /// What helps to answer it.
    pub(super) fn hint(self, words: &Rules) -> &'static str {
        match self {
            Self::Domiciled => words.domiciled_hint,
            Self::Affected => words.affected_hint,
            Self::FixedIncome => words.fixed_income_hint,
            Self::OtherAid => words.other_aid_hint,
            Self::Listed => words.listed_hint,
            Self::Account => words.account_hint,
        }
    }

    /// What can be said to it.
    pub(super) fn choices(self, text: &Text) -> Vec<Choosable> {
        let choosable = |reply: Reply, label| Choosable { code: reply.code(), label, hint: "" };
        let unknown = choosable(Reply::Unknown, text.common().unknown);
        if self != Self::OtherAid {
            return vec![
                choosable(Reply::Yes, text.common().yes),
                choosable(Reply::No, text.common().no),
                unknown,
            ];
        }
        let nobody = choosable(Reply::No, text.rules().nobody);
        let aids = Aid::ALL.iter().map(|it| choosable(Reply::Receives(*it), aid(text.language, *it)));
        std::iter::once(nobody).chain(aids).chain([unknown]).collect()
    }

    /// Writes a reply down where the rules look for it.
    pub(super) fn record(self, reply: Reply, answers: &mut Answers) {
        let yes_or_no = match reply {
            Reply::Yes => Some(true),
            Reply::No => Some(false),
            Reply::Unknown | Reply::Receives(_) => None,
        };
        match self {
            Self::Domiciled => answers.domiciled = yes_or_no,
            Self::Affected => answers.affected = yes_or_no,
            Self::FixedIncome => answers.fixed_income = yes_or_no,
            Self::Listed => answers.listed = yes_or_no,
            Self::Account => answers.can_open_account = yes_or_no,
            Self::OtherAid => {
                answers.other_aid = match reply {
                    Reply::No => Some(None),
                    Reply::Receives(aid) => Some(Some(aid)),
                    Reply::Yes | Reply::Unknown => None,
                }
            }
        }
    }
}

impl Reply {
    /// Its code among the choices of a question.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Yes => "ya",
            Self::No => "tidak",
            Self::Unknown => "belum-tahu",
            Self::Receives(aid) => aid.code(),
        }
    }

    /// Reads a code back.
    pub(super) fn parse(code: &str) -> Option<Self> {
        match code {
            "ya" => Some(Self::Yes),
            "tidak" => Some(Self::No),
            "belum-tahu" => Some(Self::Unknown),
            code => Aid::parse(code).ok().map(Self::Receives),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Language;

    #[test]
    fn every_choice_is_read_back() {
        let text = ui::text::of(Language::Indonesian);
        for question in Question::ALL {
            let choices = question.choices(text);
            assert!(choices.len() >= 3, "{question:?}");
            for choice in choices {
                assert_eq!(Reply::parse(choice.code).map(Reply::code), Some(choice.code), "{question:?}");
            }
        }
    }

    #[test]
    fn positions_count_from_one() {
        assert_eq!(Question::ALL.map(Question::position), [1, 2, 3, 4, 5, 6]);
    }
}
