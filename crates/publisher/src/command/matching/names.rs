//! Rows that have no number: name, birth date and kelurahan, all three.

use super::aid::Clues;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{AidRow, FamilyId, Register};
use domain::{Aid, AreaCode, Clue, Date, Household, Member, Namesake, Says};
use std::collections::HashMap;

/// Where one is compared with everybody else: so few that it costs nothing.
type Blocks<'a> = HashMap<(&'a AreaCode, Date), Vec<Somebody>>;

struct Somebody {
    line: u32,
    aid: Aid,
    name: Namesake,
}

/// Whom the rows speak of. What is only nearly the same name goes to a person.
pub(super) fn compare(register: &Register, rows: &[(u32, AidRow)], now: &Moment) -> Result<Clues> {
    let mut blocks = Blocks::new();
    for (line, row) in rows {
        if let (Some(area), Some(birth)) = (&row.area, row.birth) {
            let somebody = Somebody { line: *line, aid: row.programme, name: Namesake::of(&row.name) };
            blocks.entry((area, birth)).or_default().push(somebody);
        }
    }
    if blocks.is_empty() {
        return Ok(Clues::new());
    }
    let found = register.each_household(|family, listed_in, household| {
        resembling(&blocks, family, listed_in, household, now.date)
    })?;
    let mut clues = Clues::new();
    for (place, clue) in found {
        // One row may resemble several of a family: the likest counts.
        let likest = clues.entry(place).or_insert(clue);
        if likest.likeness < clue.likeness {
            *likest = clue;
        }
    }
    Ok(clues)
}

fn resembling(
    blocks: &Blocks<'_>,
    family: FamilyId,
    listed_in: &AreaCode,
    household: &Household,
    today: Date,
) -> Vec<((FamilyId, u32), Clue)> {
    let elsewhere = (household.area != *listed_in).then_some(&household.area);
    let mut found = Vec::new();
    for member in household.members() {
        let Some(birth) = birth(member, today) else { continue };
        for area in std::iter::once(listed_in).chain(elsewhere) {
            let Some(block) = blocks.get(&(area, birth)) else { continue };
            let name = Namesake::of(&member.name);
            found.extend(block.iter().filter_map(|somebody| {
                let (tie, likeness) = name.tie(&somebody.name)?;
                Some(((family, somebody.line), Clue { says: Says::Aid(somebody.aid), tie, likeness }))
            }));
        }
    }
    found
}

/// As the list has it; where it has none, as the NIK says.
fn birth(member: &Member, today: Date) -> Option<Date> {
    member.birth.or_else(|| member.nik?.birth(today))
}
