//! How far somebody has come with the questions.

use super::question::{Question, Reply};
use domain::Answers;

/// The replies so far, and the question that is open. Going back keeps them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Questionnaire {
    replies: Vec<(Question, Reply)>,
    /// How many questions are behind.
    passed: usize,
}

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// This question.
    Asking(Question),
    /// The verdict.
    Answered,
}

impl Questionnaire {
    pub(super) fn stage(&self) -> Stage {
        Question::ALL.get(self.passed).map_or(Stage::Answered, |question| Stage::Asking(*question))
    }

    /// What was said to a question.
    pub(super) fn reply(&self, question: Question) -> Option<Reply> {
        self.replies.iter().find(|(asked, _)| *asked == question).map(|(_, reply)| *reply)
    }

    /// Takes the reply to a question.
    pub(super) fn answer(&mut self, question: Question, reply: Reply) {
        self.replies.retain(|(asked, _)| *asked != question);
        self.replies.push((question, reply));
    }

    /// Goes on from a question that has its reply.
    pub(super) fn pass(&mut self, question: Question) {
        if self.reply(question).is_some() {
            self.passed = question.position();
        }
    }

    /// Goes back one question.
    pub(super) fn back(&mut self) {
        self.passed = self.passed.saturating_sub(1);
    }

    /// What the rules are applied to.
    pub(super) fn answers(&self) -> Answers {
        let mut answers = Answers::default();
        for (question, reply) in &self.replies {
            question.record(*reply, &mut answers);
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Aid, Verdict};

    fn check(replies: [Reply; 6], expect: Verdict) {
        let mut asked = Questionnaire::default();
        for (question, reply) in Question::ALL.into_iter().zip(replies) {
            asked.pass(question);
            assert_eq!(asked.stage(), Stage::Asking(question), "a question is not passed without a reply");
            asked.answer(question, reply);
            asked.pass(question);
        }
        assert_eq!(asked.stage(), Stage::Answered);
        assert_eq!(asked.answers().verdict(), expect, "{replies:?}");
    }

    #[test]
    fn six_replies_make_a_verdict() {
        use Reply::{No, Receives, Unknown, Yes};
        check([Yes, Yes, No, No, Yes, Yes], Verdict::Eligible);
        check([Yes, Yes, No, No, No, Yes], Verdict::EligibleAfter);
        check([Yes, Yes, No, Receives(Aid::Pkh), Yes, Yes], Verdict::Barred);
        check([No, Yes, No, No, Yes, Yes], Verdict::Barred);
        check([Yes, Yes, Yes, No, Yes, Yes], Verdict::Barred);
        check([Yes, Unknown, No, No, Yes, Yes], Verdict::Open);
        check([Yes, Yes, No, Unknown, Yes, Yes], Verdict::Open);
    }

    #[test]
    fn going_back_keeps_what_was_said() {
        let mut asked = Questionnaire::default();
        asked.answer(Question::Domiciled, Reply::Yes);
        asked.pass(Question::Domiciled);
        asked.answer(Question::Affected, Reply::No);
        asked.pass(Question::Affected);
        asked.back();
        asked.back();
        asked.back();
        assert_eq!(asked.stage(), Stage::Asking(Question::Domiciled));
        assert_eq!(asked.reply(Question::Affected), Some(Reply::No));
        asked.answer(Question::Domiciled, Reply::Unknown);
        asked.pass(Question::Domiciled);
        assert_eq!(asked.stage(), Stage::Asking(Question::Affected));
        assert_eq!(asked.answers().domiciled, None);
        assert_eq!(asked.answers().affected, Some(false));
    }
}
