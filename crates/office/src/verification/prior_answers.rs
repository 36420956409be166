//! What people were asked of the families before, and what they answered.

use crate::fault::Result;
use crate::register::{Answered, Asked, FamilyId, Line, Register};
use domain::{Question, Standing};
use std::collections::HashMap;

/// Every question that was ever asked.
pub(super) struct PriorAnswers(HashMap<FamilyId, Vec<PriorAnswer>>);

/// One of them.
pub(super) struct PriorAnswer {
    pub(super) asked: Asked,
    /// The answer that holds.
    pub(super) answer: Option<Answered>,
}

impl PriorAnswers {
    pub(super) fn read(register: &Register) -> Result<Self> {
        let mut answers = register.answers()?;
        let mut before = HashMap::<FamilyId, Vec<PriorAnswer>>::new();
        for asked in register.asked()? {
            let mut answers = answers.remove(&(asked.family, asked.question)).unwrap_or_default();
            let holds = Standing::of(answers.iter().map(Answered::weighed)).decision;
            answers.retain(|answer| Some(answer.decision) == holds);
            before.entry(asked.family).or_default().push(PriorAnswer { asked, answer: answers.pop() });
        }
        Ok(Self(before))
    }

    /// Those of one family.
    pub(super) fn of(&self, family: FamilyId) -> &[PriorAnswer] {
        self.0.get(&family).map(Vec::as_slice).unwrap_or_default()
    }
}

impl PriorAnswer {
    /// Whether the answer that holds refuses the family.
    pub(super) fn is_refusal(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.decision.reason().is_some())
    }

    /// Whether somebody who saw these rows found that nothing is in the way.
    pub(super) fn settles(&self, question: Question, rows: &[Line], register: &Register) -> Result<bool> {
        let is_valid = self.answer.as_ref().is_some_and(|answer| answer.decision.finds_valid());
        Ok(self.asked.question == question
            && !self.asked.is_open
            && is_valid
            && covers(register, &self.asked.evidence, rows)?)
    }
}

/// Whether rows that were looked at say all that these say. The list of next month says the same of the same people in other
/// lines.
pub(super) fn covers(register: &Register, seen: &[Line], rows: &[Line]) -> Result<bool> {
    for row in rows.iter().filter(|row| !seen.contains(row)) {
        let (aid, resident) = (register.aid_at(*row)?, register.resident_at(*row)?);
        let mut says_the_same = false;
        for seen in seen {
            says_the_same |= aid.is_some() && register.aid_at(*seen)? == aid;
            says_the_same |= resident.is_some() && register.resident_at(*seen)? == resident;
        }
        if !says_the_same {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::register::{AidRow, Resident, SourceKind, State};
    use domain::Aid;

    #[test]
    fn the_same_people_in_a_later_list_are_known() {
        let folder = tempfile::tempdir().unwrap();
        let register = Register::create(&folder.path().join("register.sqlite"), &[0; 16]).unwrap();
        let now = Moment::now(Some("2021-03-12")).unwrap();
        let source = |kind, digest| register.source(kind, "daftar", &[digest; 32], &now).unwrap();
        let [march, april] = [1, 2].map(|month| source(SourceKind::Aid, month));
        let dukcapil = source(SourceKind::Residents, 3);
        let aid = |source, line, name: &str| {
            let row = AidRow {
                programme: Aid::Pkh,
                nik: None,
                kk: None,
                name: name.into(),
                birth: None,
                area: None,
            };
            register.add_aid(Line { source, line }, &row).unwrap();
            Line { source, line }
        };
        let resident = |line, nik| {
            let row = Resident { nik, kk: None, state: State::Moved };
            register.add_resident(Line { source: dukcapil, line }, &row).unwrap();
            Line { source: dukcapil, line }
        };
        let (siti, budi) = (aid(march, 2, "Contoh Siti"), aid(march, 3, "Contoh Budi"));
        let siti_later = aid(april, 9, "Contoh Siti");
        let (moved, another) = (resident(2, 1), resident(3, 2));
        for (seen, rows, expect) in [
            (vec![], vec![], true),
            (vec![siti], vec![siti], true),
            (vec![siti, budi], vec![budi], true),
            (vec![siti], vec![siti, budi], false),
            (vec![siti], vec![siti_later], true),
            (vec![budi], vec![siti_later], false),
            (vec![moved], vec![moved, another], false),
            (vec![moved], vec![siti], false),
        ] {
            assert_eq!(covers(&register, &seen, &rows).unwrap(), expect, "{seen:?} {rows:?}");
        }
    }
}
