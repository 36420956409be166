//! `tepat verify`: the six rules for every family, families that are listed twice, and what a person should look at.

mod doubles;
mod outliers;

use crate::clock::Moment;
use crate::fault::Result;
use crate::output::Output;
use crate::register::{Case, Family, FamilyId, Found, Grounds, Line, Register};
use crate::workspace::Workspace;
use domain::{Assessment, Clue, Event, Facts, Question, Reason, Says, Status};
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
    let (clues, asked) = (register.clues()?, register.questions()?);
    let (mut verified, mut outliers) = (Verified::default(), Outliers::default());
    let bar = output.progress("Memeriksa keluarga", register.count_families()?);
    register.walk(|cases| {
        for case in &cases {
            outliers.count(case, now.date);
            let id = case.family.id;
            let found = clues.get(&id).map(Vec::as_slice).unwrap_or_default();
            let answered = |question: Question| {
                asked.get(&id).and_then(|asked| asked.get(&question)).is_some_and(|is_open| !is_open)
            };
            verified.take(register, case, found, doubles.shares_nik(id), &answered, now)?;
        }
        bar.inc(u64::try_from(cases.len()).unwrap_or(0));
        Ok(())
    })?;
    bar.finish_and_clear();
    verified.open = register.open_questions()?;
    verified.outliers = outliers.found(register)?;
    Ok(verified)
}

impl Verified {
    fn take(
        &mut self,
        register: &Register,
        case: &Case,
        found: &[Found],
        shares_nik: bool,
        answered: &dyn Fn(Question) -> bool,
        now: &Moment,
    ) -> Result<()> {
        use Status::{Approved, CardReceived, Invited, KelurahanReview, Paid, Proposed, Verified};
        let (family, status) = (&case.family, case.status());
        if !matches!(status, Proposed | KelurahanReview | Verified | Approved | Invited | CardReceived | Paid)
        {
            return Ok(());
        }
        self.families += 1;
        let clues: Vec<Clue> = found.iter().map(|found| found.clue).collect();
        let adults = adults(family, now);
        let facts = Facts {
            household: &family.household,
            status,
            clues: &clues,
            is_double: family.double_of.is_some(),
            shares_nik,
            adults: &adults,
        };
        let rows = |clues: &[usize]| -> Vec<Line> {
            let of_others = clues.iter().filter_map(|at| found.get(*at)).map(|found| found.line);
            family.line.into_iter().chain(of_others).collect()
        };
        match facts.assess() {
            Assessment::Refused(reason, clues) => {
                *self.refused.entry(reason.code()).or_default() += 1;
                let note = note(reason, found, &clues);
                let event = Event { reason: Some(reason), note, ..Event::new(Status::Refused, now.date) };
                register.record(family.id, &event, Grounds::rows(rows(&clues)), now)
            }
            Assessment::Held(clues) if is_settled(register, family.id, &rows(&clues))? => {
                self.pass(register, family, status, now)
            }
            Assessment::Held(clues) => {
                self.held += 1;
                let note = note(Reason::Matching, found, &clues);
                let event =
                    Event { reason: Some(Reason::Matching), note, ..Event::new(Status::Held, now.date) };
                register.record(family.id, &event, Grounds::rows(rows(&clues)), now)
            }
            Assessment::Asked(questions) => {
                let mut is_open = false;
                for (question, clues) in questions {
                    if !answered(question) {
                        register.ask(family.id, question, &rows(&clues), now)?;
                        is_open = true;
                    }
                }
                if is_open { Ok(()) } else { self.pass(register, family, status, now) }
            }
            Assessment::Valid => self.pass(register, family, status, now),
        }
    }

    fn pass(&mut self, register: &Register, family: &Family, status: Status, now: &Moment) -> Result<()> {
        self.valid += 1;
        if !matches!(status, Status::Proposed | Status::KelurahanReview) {
            return Ok(());
        }
        let evidence = family.line.into_iter().collect();
        register.record(family.id, &Event::new(Status::Verified, now.date), Grounds::rows(evidence), now)
    }
}

/// Whether the family was held for all of these rows before: it is held no more, so somebody has compared them and kept it.
fn is_settled(register: &Register, family: FamilyId, rows: &[Line]) -> Result<bool> {
    let recorded = register.recorded(family)?;
    let mut held = recorded.iter().filter(|recorded| recorded.event.status == Status::Held);
    Ok(held.any(|held| rows.iter().all(|row| held.evidence.contains(row))))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::Origin;
    use domain::{AreaCode, Household, RegistrationCode, Rt, Rw};

    #[test]
    fn a_family_that_was_compared_and_kept_is_not_held_for_the_same_rows() {
        let folder = tempfile::tempdir().unwrap();
        let register = Register::create(&folder.path().join("register.sqlite"), &[0; 16]).unwrap();
        let now = Moment::now(Some("2021-03-12")).unwrap();
        let household: Household = serde_json::from_str(
            r#"{"head":{"name":"Contoh","relation":"kepala"},"area":"31.74.10.1005","rt":"005","rw":"002","address":"Gg. Contoh"}"#,
        )
        .unwrap();
        let origin = Origin {
            area: AreaCode::parse("31.74.10.1005").unwrap(),
            rw: Rw::parse("002").unwrap(),
            rt: Rt::parse("005").unwrap(),
        };
        let code = RegistrationCode::from_random([0; 10]);
        let family = register.add_family(&household, &origin, &code, None, None, None).unwrap();
        let row = |line| Line { source: 1, line };
        let held = Event { reason: Some(Reason::Matching), ..Event::new(Status::Held, now.date) };
        register.record(family, &held, Grounds::rows(vec![row(1), row(2)]), &now).unwrap();
        for (rows, expect) in
            [(vec![row(2)], true), (vec![row(1), row(2)], true), (vec![row(2), row(3)], false)]
        {
            assert_eq!(is_settled(&register, family, &rows).unwrap(), expect, "{rows:?}");
        }
    }
}
