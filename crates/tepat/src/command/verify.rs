//! `tepat verify`: the six rules for every family, families that are listed twice, and what a person should look at.

mod asked;
mod doubles;
mod looked;
mod outliers;
mod unfounded;

use super::replaced::Replaced;
use crate::output::Output;
use asked::{Before, Known};
use domain::{Actor, Assessment, Cause, Event, Question, Reason, Status};
use doubles::Doubles;
use looked::Looked;
use office::clock::Moment;
use office::fault::Result;
use office::progress::{Progress as _, Work};
use office::register::{Answered, DecisionBasis, Register, Unreadable};
use office::workspace::Workspace;
use outliers::{Outlier, Outliers};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

/// What came of it.
#[derive(Default, Serialize)]
pub(super) struct Verified {
    /// Families that were looked at.
    families: usize,
    /// Found valid, now or before.
    valid: usize,
    /// Refused now, by reason.
    refused: BTreeMap<&'static str, usize>,
    /// Held now, while lists are compared.
    held: usize,
    /// Refused or held before for a list that says so no more, and looked at again.
    reopened: usize,
    /// Found valid now although the head is dead: an heir of the same KK collects.
    heirs: usize,
    /// Questions that wait for a person, by question.
    open: BTreeMap<&'static str, usize>,
    /// For the eye of the kelurahan.
    outliers: Vec<Outlier>,
    /// Left out.
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    unreadable: Unreadable,
}

/// Looks at every family, all or none.
pub(super) fn run(workspace: &mut Workspace, now: &Moment, output: &Output) -> Result<()> {
    let verified = workspace.register.transaction(|register| verify(register, now, output))?;
    output.answer(&verified, &verified.to_string());
    Ok(())
}

pub(super) fn verify(register: &Register, now: &Moment, output: &Output) -> Result<Verified> {
    let doubles = Doubles::settle(register, now)?;
    let (clues, before, replaced) = (register.clues()?, Before::read(register)?, Replaced::read(register)?);
    let (mut verified, mut outliers) = (Verified::default(), Outliers::default());
    let bar = output.begin(Work::Verify, register.count_families()?);
    let unreadable = register.for_each_family(|cases| {
        let count = cases.len();
        for mut case in cases {
            let id = case.family.id;
            if doubles.is_unsettled(id) {
                continue;
            }
            let found = clues.get(&id).map(Vec::as_slice).unwrap_or_default();
            if let Some(event) = unfounded::reopened(register, &case, found, now)? {
                verified.reopened += 1;
                case.record(register, event, Actor::Dinas, now)?;
            }
            let case = &case;
            outliers.count(case, now.date);
            let (doubles, replaced, before) = (&doubles, &replaced, before.of(id));
            let looked = Looked { register, case, found, doubles, replaced, before, now };
            let asked = verified.take(&looked)?;
            let open = looked.before.iter().filter(|known| known.asked.is_open);
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
    fn take(&mut self, looked: &Looked<'_>) -> Result<Vec<Question>> {
        if !looked.case.status().is_on_main_line() {
            return Ok(Vec::new());
        }
        self.families += 1;
        match looked.assess()? {
            Assessment::Refused(reason, clues) => {
                *self.refused.entry(reason.code()).or_default() += 1;
                looked.record(Status::Refused, reason, &clues)?;
            }
            Assessment::Held(clues) if looked.was_held_for(&clues)? => self.pass(looked, &[])?,
            Assessment::Held(clues) => {
                self.held += 1;
                looked.record(Status::Held, Reason::Matching, &clues)?;
            }
            Assessment::Asked(questions) => {
                let (mut open, mut settled) = (Vec::new(), Vec::new());
                for (question, clues) in questions {
                    let rows = looked.rows(question, &clues);
                    match looked.settled(question, &rows)? {
                        Some(known) => settled.push(known),
                        None => {
                            looked.register.ask(looked.case.family.id, question, &rows, looked.now)?;
                            open.push(question);
                        }
                    }
                }
                if open.is_empty() {
                    self.pass(looked, &settled)?;
                }
                return Ok(open);
            }
            Assessment::Valid => self.pass(looked, &[])?,
        }
        Ok(Vec::new())
    }

    /// Nothing is in the way; of what was asked, these found so.
    fn pass(&mut self, looked: &Looked<'_>, settled: &[&Known]) -> Result<()> {
        self.valid += 1;
        if !matches!(looked.case.status(), Status::Proposed | Status::KelurahanReview) {
            return Ok(());
        }
        let answers: Vec<_> = settled.iter().filter_map(|known| known.answer.as_ref()).collect();
        let told = |of: fn(&Answered) -> &str, between: &str| {
            let mut told: Vec<&str> =
                answers.iter().map(|answer| of(answer)).filter(|it| !it.is_empty()).collect();
            told.dedup();
            told.join(between)
        };
        let heirs = looked.death_of_the_head();
        self.heirs += usize::from(heirs.is_some());
        let cause = heirs.is_some().then_some(Cause::HeirCollects);
        let event =
            Event { cause, note: told(|it| &it.note, " "), ..Event::new(Status::Verified, looked.now.date) };
        let of_others = heirs.into_iter().chain(answers.iter().map(|answer| answer.line));
        let evidence = looked.case.family.line.into_iter().chain(of_others);
        let by = Some(told(|it| &it.by, ", ")).filter(|by| !by.is_empty());
        let grounds = DecisionBasis { actor: Actor::Dinas, by, evidence: evidence.collect() };
        looked.register.record(looked.case.family.id, &event, grounds, looked.now)
    }
}

impl Display for Verified {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { families, valid, held, .. } = self;
        writeln!(f, "{families} keluarga diperiksa: {valid} memenuhi syarat, {held} baru ditunda.")?;
        if self.reopened > 0 {
            writeln!(
                f,
                "  {} diperiksa lagi: daftar yang menahan atau menolaknya tidak memuatnya lagi",
                self.reopened
            )?;
        }
        if self.heirs > 0 {
            writeln!(
                f,
                "  {} kepala keluarga meninggal menurut Dukcapil: ahli waris satu KK yang mengambil",
                self.heirs
            )?;
        }
        for (reason, count) in &self.refused {
            writeln!(f, "  {count} ditolak: {reason}")?;
        }
        for (question, count) in &self.open {
            writeln!(f, "  {count} menunggu keputusan: {question} (`tepat review`)")?;
        }
        write!(f, "{}", self.unreadable)?;
        if !self.outliers.is_empty() {
            writeln!(
                f,
                "Untuk dilihat kelurahan (isi daftarnya: `tepat history --kelurahan … --rw … --rt …`):"
            )?;
        }
        self.outliers.iter().try_for_each(|outlier| writeln!(f, "  {outlier}"))
    }
}
