//! `tepat verify`: the six rules for every family, families that are listed twice, and what a person should look at.

mod asked;
mod doubles;
mod outliers;

use crate::clock::Moment;
use crate::fault::Result;
use crate::output::Output;
use crate::register::{Answered, Case, Family, Found, Grounds, Line, Register};
use crate::workspace::Workspace;
use asked::{Before, Known, covers};
use domain::{Actor, Assessment, Clue, Event, Facts, Question, Reason, Says, Status};
use doubles::Doubles;
use outliers::{Outlier, Outliers};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

/// What came of it.
#[derive(Default, Serialize)]
struct Verified {
    /// Families that were looked at.
    families: usize,
    /// Found valid, now or before.
    valid: usize,
    /// Refused now, by reason.
    refused: BTreeMap<&'static str, usize>,
    /// Held now, while lists are compared.
    held: usize,
    /// Questions that wait for a person, by question.
    open: BTreeMap<&'static str, usize>,
    /// For the eye of the kelurahan.
    outliers: Vec<Outlier>,
}

/// Looks at every family, all or none.
pub(super) fn run(workspace: &mut Workspace, now: &Moment, output: &Output) -> Result<()> {
    let verified = workspace.register.together(|register| verify(register, now, output))?;
    output.answer(&verified, &verified.to_string());
    Ok(())
}

fn verify(register: &Register, now: &Moment, output: &Output) -> Result<Verified> {
    let doubles = Doubles::settle(register, now)?;
    let (clues, before) = (register.clues()?, Before::read(register)?);
    let (mut verified, mut outliers) = (Verified::default(), Outliers::default());
    let bar = output.progress("Memeriksa keluarga", register.count_families()?);
    register.walk(|cases| {
        for case in &cases {
            outliers.count(case, now.date);
            let id = case.family.id;
            let found = clues.get(&id).map(Vec::as_slice).unwrap_or_default();
            let looked = Looked { register, case, found, doubles: &doubles, before: before.of(id), now };
            let asked = verified.take(&looked)?;
            let open = looked.before.iter().filter(|known| known.asked.is_open);
            for known in open.filter(|known| !asked.contains(&known.asked.question)) {
                register.close(id, known.asked.question, now)?;
            }
        }
        bar.inc(u64::try_from(cases.len()).unwrap_or(0));
        Ok(())
    })?;
    bar.finish_and_clear();
    verified.open = register.open_questions()?;
    verified.outliers = outliers.found(register)?;
    Ok(verified)
}

/// A family, and all that was said, asked and answered of it.
struct Looked<'a> {
    register: &'a Register,
    case: &'a Case,
    found: &'a [Found],
    doubles: &'a Doubles,
    before: &'a [Known],
    now: &'a Moment,
}

impl Verified {
    /// Decides what can be decided of a family; the questions that a person must answer first.
    fn take(&mut self, looked: &Looked<'_>) -> Result<Vec<Question>> {
        use Status::{Approved, CardReceived, Invited, KelurahanReview, Paid, Proposed, Verified};
        let status = looked.case.status();
        if !matches!(status, Proposed | KelurahanReview | Verified | Approved | Invited | CardReceived | Paid)
        {
            return Ok(Vec::new());
        }
        self.families += 1;
        match looked.assess() {
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
        let event = Event { note: told(|it| &it.note, " "), ..Event::new(Status::Verified, looked.now.date) };
        let evidence = looked.case.family.line.into_iter().chain(answers.iter().map(|answer| answer.line));
        let by = Some(told(|it| &it.by, ", ")).filter(|by| !by.is_empty());
        let grounds = Grounds { actor: Actor::Dinas, by, evidence: evidence.collect() };
        looked.register.record(looked.case.family.id, &event, grounds, looked.now)
    }
}

impl<'a> Looked<'a> {
    fn assess(&self) -> Assessment {
        let id = self.case.family.id;
        let clues: Vec<Clue> = self.found.iter().map(|found| found.clue).collect();
        let facts = Facts {
            household: &self.case.family.household,
            status: self.case.status(),
            clues: &clues,
            shares_kk: self.doubles.asks(id, Question::KkTwice).is_some(),
            shares_nik: self.doubles.asks(id, Question::PersonTwice).is_some(),
            adults: &adults(&self.case.family, self.now),
        };
        facts.assess()
    }

    /// The row that lists the family, and those of clues.
    fn rows_of(&self, clues: &[usize]) -> Vec<Line> {
        let of_others = clues.iter().filter_map(|at| self.found.get(*at)).map(|found| found.line);
        self.case.family.line.into_iter().chain(of_others).collect()
    }

    /// The rows that ask a question.
    fn rows(&self, question: Question, clues: &[usize]) -> Vec<Line> {
        let mut rows = self.rows_of(clues);
        rows.extend(self.doubles.asks(self.case.family.id, question).unwrap_or_default());
        rows
    }

    fn settled(&self, question: Question, rows: &[Line]) -> Result<Option<&'a Known>> {
        for known in self.before {
            if known.settles(question, rows, self.register)? {
                return Ok(Some(known));
            }
        }
        Ok(None)
    }

    /// Whether the family was held for all of these before: it is held no more, so somebody has compared them and kept it.
    fn was_held_for(&self, clues: &[usize]) -> Result<bool> {
        let rows = self.rows_of(clues);
        for recorded in self.register.recorded(self.case.family.id)? {
            if recorded.event.status == Status::Held && covers(self.register, &recorded.evidence, &rows)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn record(&self, status: Status, reason: Reason, clues: &[usize]) -> Result<()> {
        let note = note(reason, self.found, clues);
        let event = Event { reason: Some(reason), note, ..Event::new(status, self.now.date) };
        let grounds = Grounds::rows(self.rows_of(clues));
        self.register.record(self.case.family.id, &event, grounds, self.now)
    }
}

/// The positions of the adults, as clues name them.
fn adults(family: &Family, now: &Moment) -> Vec<u16> {
    let members = (0..).zip(family.household.members());
    members.filter(|(_, member)| member.is_adult(now.date)).map(|(at, _)| at).collect()
}

/// The sentence for the family.
fn note(reason: Reason, found: &[Found], clues: &[usize]) -> String {
    let mut aids: Vec<&str> = clues
        .iter()
        .filter_map(|at| found.get(*at))
        .filter_map(|found| match found.clue.says {
            Says::Aid(aid) => Some(super::matching::aid_name(aid)),
            _ => None,
        })
        .collect();
    aids.sort_unstable();
    aids.dedup();
    match (reason, aids.is_empty()) {
        (Reason::OtherAid, false) => format!("Keluarga ini tercatat menerima {}.", aids.join(", ")),
        (Reason::Matching, false) => {
            format!("Keluarga ini tercatat pada daftar {}; sedang dicocokkan.", aids.join(", "))
        }
        _ => String::new(),
    }
}

impl Display for Verified {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { families, valid, held, .. } = self;
        writeln!(f, "{families} keluarga diperiksa: {valid} memenuhi syarat, {held} baru ditunda.")?;
        for (reason, count) in &self.refused {
            writeln!(f, "  {count} ditolak: {reason}")?;
        }
        for (question, count) in &self.open {
            writeln!(f, "  {count} menunggu keputusan: {question} (`tepat review`)")?;
        }
        if !self.outliers.is_empty() {
            writeln!(f, "Untuk dilihat kelurahan:")?;
        }
        self.outliers.iter().try_for_each(|outlier| writeln!(f, "  {outlier}"))
    }
}
