//! The six rules for every family, families that are listed twice, and what a person should look at.

mod contest;
mod context;
mod duplicates;
mod objection;
mod outliers;
mod prior_answers;
mod unfounded;

pub use outliers::Outlier;

use crate::clock::Moment;
use crate::fault::Result;
use crate::progress::{Progress, Work};
use crate::register::{Answered, DecisionBasis, FamilyId, Register, Unreadable};
use crate::replaced::Replaced;
use context::VerificationContext;
use domain::{Actor, Assessment, Cause, Event, Question, Reason, Status};
use duplicates::Duplicates;
use outliers::Outliers;
use prior_answers::{PriorAnswer, PriorAnswers};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What came of it.
#[derive(Default, Serialize)]
pub struct Verified {
    /// Families that were looked at.
    pub families: usize,
    /// Found valid, now or before.
    pub valid: usize,
    /// Refused now, by reason.
    pub refused: BTreeMap<&'static str, usize>,
    /// Held now, while lists are compared.
    pub held: usize,
    /// Refused or held before for a list that says so no more, and looked at again.
    pub reopened: usize,
    /// Held now, because another RT lists them too.
    pub contested: usize,
    /// Held before for that, and let go: a person has decided, or the other RT took its entry back.
    pub released: usize,
    /// Found valid now although the head is dead: an heir of the same KK collects.
    pub heirs: usize,
    /// Questions that wait for a person, by question.
    pub open: BTreeMap<&'static str, usize>,
    /// For the eye of the kelurahan.
    pub outliers: Vec<Outlier>,
    /// Left out.
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    pub unreadable: Unreadable,
}

/// The families that two RT list, as far as nobody has found out which is right; also where no verification has asked yet.
pub(crate) fn contested(register: &Register) -> Result<BTreeSet<FamilyId>> {
    let duplicates = Duplicates::find(register, &PriorAnswers::read(register)?)?;
    Ok(duplicates.all_asked(Question::ListedByTwo).collect())
}

/// Looks at every family, and decides what can be decided without a person.
pub fn verify(register: &Register, now: &Moment, progress: &dyn Progress) -> Result<Verified> {
    let before = PriorAnswers::read(register)?;
    let duplicates = Duplicates::settle(register, &before, now)?;
    let (evidence, replaced) = (register.match_evidence()?, Replaced::read(register)?);
    let (mut verified, mut outliers) = (Verified::default(), Outliers::default());
    let bar = progress.begin(Work::Verify, register.count_families()?);
    let unreadable = register.for_each_family(|cases| {
        let count = cases.len();
        for mut case in cases {
            let id = case.family.id;
            if duplicates.is_unsettled(id) {
                continue;
            }
            let found = evidence.get(&id).map(Vec::as_slice).unwrap_or_default();
            if let Some(event) = unfounded::reopened(register, &case, found, now)? {
                verified.reopened += 1;
                case.record(register, event, Actor::Dinas, now)?;
            }
            let (duplicates, replaced, before) = (&duplicates, &replaced, before.of(id));
            let released = contest::released(&case, duplicates, before, now);
            let judged =
                VerificationContext { register, case: &case, found, duplicates, replaced, before, now };
            let is_clear = released.is_some() && judged.lets_go()?;
            let heirs = judged.death_of_the_head();
            if let Some((mut event, mut basis)) = released.filter(|_| is_clear) {
                verified.released += 1;
                // The same as of a family that nobody else listed.
                if event.status == Status::Verified && heirs.is_some() {
                    verified.heirs += 1;
                    event.cause = Some(Cause::HeirCollects);
                    basis.evidence.extend(heirs);
                }
                case.record(register, event, basis, now)?;
            }
            let case = &case;
            outliers.count(case, now.date);
            let context = VerificationContext { register, case, found, duplicates, replaced, before, now };
            let asked = verified.take(&context)?;
            let open = context.before.iter().filter(|known| known.asked.is_open);
            for known in open.filter(|known| !asked.contains(&known.asked.question)) {
                register.close(id, known.asked.question, now)?;
            }
        }
        bar.advance(count);
        Ok(())
    })?;
    verified.open = register.open_questions()?;
    verified.outliers = outliers.found(register)?;
    verified.unreadable = unreadable;
    Ok(verified)
}

impl Verified {
    /// Decides what can be decided of a family; the questions that a person must answer first.
    fn take(&mut self, context: &VerificationContext<'_>) -> Result<Vec<Question>> {
        let id = context.case.family.id;
        if contest::is_held(context.case)
            && let Some(rows) = context.duplicates.asks(id, Question::ListedByTwo)
        {
            context.register.ask(id, Question::ListedByTwo, rows, context.now)?;
            return Ok(vec![Question::ListedByTwo]);
        }
        if context.is_held_for_declining() {
            return Ok(vec![Question::Declined]);
        }
        let waits = contest::is_held(context.case) && context.case.family.stands();
        if !context.case.status().is_on_main_line() && !waits {
            return Ok(Vec::new());
        }
        self.families += 1;
        match context.assess()? {
            Assessment::Refused(reason, positions) => {
                *self.refused.entry(reason.code()).or_default() += 1;
                context.record(Status::Refused, reason, &positions)?;
            }
            Assessment::Held(positions) if context.was_held_for(&positions)? => self.pass(context, &[])?,
            Assessment::Held(positions) => {
                self.held += 1;
                context.record(Status::Held, Reason::Matching, &positions)?;
            }
            Assessment::Asked(questions) => {
                let (mut open, mut settled) = (Vec::new(), Vec::new());
                for (question, positions) in questions {
                    let rows = context.rows(question, &positions);
                    match context.settled(question, &rows)? {
                        Some(known) => settled.push(known),
                        None => {
                            context.register.ask(id, question, &rows, context.now)?;
                            open.push(question);
                        }
                    }
                }
                if open.is_empty() {
                    self.pass(context, &settled)?;
                }
                if open.contains(&Question::ListedByTwo) {
                    self.contested += 1;
                    context.hold_as_contested()?;
                }
                return Ok(open);
            }
            Assessment::Valid => self.pass(context, &[])?,
        }
        Ok(Vec::new())
    }

    /// Nothing is in the way; of what was asked, these found so.
    fn pass(&mut self, context: &VerificationContext<'_>, settled: &[&PriorAnswer]) -> Result<()> {
        self.valid += 1;
        if !matches!(context.case.status(), Status::Proposed | Status::KelurahanReview) {
            return Ok(());
        }
        let answers: Vec<_> = settled.iter().filter_map(|known| known.answer.as_ref()).collect();
        let joined = |of: fn(&Answered) -> &str, between: &str| {
            let mut joined: Vec<&str> =
                answers.iter().map(|answer| of(answer)).filter(|it| !it.is_empty()).collect();
            joined.dedup();
            joined.join(between)
        };
        let heirs = context.death_of_the_head();
        self.heirs += usize::from(heirs.is_some());
        let cause = heirs.is_some().then_some(Cause::HeirCollects);
        let event = Event {
            cause,
            note: joined(|it| &it.note, " "),
            ..Event::new(Status::Verified, context.now.date)
        };
        let of_others = heirs.into_iter().chain(answers.iter().map(|answer| answer.line));
        let evidence = context.case.family.line.into_iter().chain(of_others);
        let by = Some(joined(|it| &it.by, ", ")).filter(|by| !by.is_empty());
        let basis = DecisionBasis { actor: Actor::Dinas, by, evidence: evidence.collect() };
        let case = context.case;
        context.register.record_after(case.family.id, &case.history, &event, basis, context.now)
    }
}
