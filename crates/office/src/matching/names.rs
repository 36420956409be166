//! Rows whose numbers lead to nobody: name, birth date and kelurahan, all three.

use super::found::Evidence;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{AidRow, FamilyId, Register, number};
use domain::{
    Aid, AreaCode, Date, Finding, Household, KkNumber, MatchEvidence, MatchMethod, Member, Nik,
    NormalizedName, Sixteen,
};
use std::collections::HashMap;

/// Where one is compared with everybody else: so few that it costs nothing.
type Blocks<'a> = HashMap<(&'a AreaCode, Date), Vec<Somebody>>;

struct Somebody {
    line: u32,
    aid: Aid,
    nik: Option<i64>,
    kk: Option<i64>,
    name: NormalizedName,
}

/// Whom the rows speak of. What is only nearly the same name goes to a person.
pub(super) fn compare(register: &Register, rows: &[(u32, AidRow)], now: &Moment) -> Result<Evidence> {
    let mut blocks = Blocks::new();
    for (line, row) in rows {
        if let (Some(area), Some(birth)) = (&row.area, row.birth) {
            let name = NormalizedName::of(&row.name);
            let somebody = Somebody { line: *line, aid: row.programme, nik: row.nik, kk: row.kk, name };
            blocks.entry((area, birth)).or_default().push(somebody);
        }
    }
    if blocks.is_empty() {
        return Ok(Evidence::new());
    }
    let found = register.each_household(|family, listed_in, household| {
        resembling(&blocks, family, listed_in, household, now.date)
    })?;
    let mut all = Evidence::new();
    for (place, evidence) in found {
        // One row may resemble several of a family: the likest counts.
        let likest = all.entry(place).or_insert(evidence);
        if likest.likeness < evidence.likeness {
            *likest = evidence;
        }
    }
    Ok(all)
}

fn resembling(
    blocks: &Blocks<'_>,
    family: FamilyId,
    listed_in: &AreaCode,
    household: &Household,
    today: Date,
) -> Vec<((FamilyId, u32), MatchEvidence)> {
    let elsewhere = (household.area != *listed_in).then_some(&household.area);
    let mut found = Vec::new();
    for member in household.members() {
        let Some(birth) = birth(member, today) else { continue };
        for area in std::iter::once(listed_in).chain(elsewhere) {
            let Some(block) = blocks.get(&(area, birth)) else { continue };
            let name = NormalizedName::of(&member.name);
            found.extend(block.iter().filter_map(|somebody| {
                let (tie, likeness) = name.tie(&somebody.name)?;
                let tie = match (tie, somebody.contradicts(household, member)) {
                    (tie, false) => tie,
                    // The same person under another number, or another of the same name: somebody must look.
                    (MatchMethod::Name, true) => MatchMethod::NearName,
                    _ => return None,
                };
                Some((
                    (family, somebody.line),
                    MatchEvidence { says: Finding::Aid(somebody.aid), tie, likeness },
                ))
            }));
        }
    }
    found
}

impl Somebody {
    /// Whether a number of the row is another than that of the member or the family.
    fn contradicts(&self, household: &Household, member: &Member) -> bool {
        let differ = |its: Option<i64>, ours: Option<&Sixteen>| {
            its.zip(ours).is_some_and(|(its, ours)| its != number(ours))
        };
        differ(self.nik, member.nik.as_ref().map(Nik::digits))
            || differ(self.kk, household.kk.as_ref().map(KkNumber::digits))
    }
}

/// As the list has it; where it has none, as the NIK says.
fn birth(member: &Member, today: Date) -> Option<Date> {
    member.birth.or_else(|| member.nik?.birth(today))
}
