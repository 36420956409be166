//! What the rows say that ask a question.

use crate::fault::Result;
use crate::register::{AidRow, Asked, Family, FamilyId, MatchedRow, PreviousVersion, Register, State};
use crate::same_family::others;
use domain::identity::SharedPeople;
use domain::{
    Actor, Contradiction, Date, Finding, MatchEvidence, Member, Question, RegistrationCode, Status,
};
use std::collections::HashMap;

/// One thing that is said.
pub enum Evidence {
    /// By a row of a list of other aid.
    Aid {
        /// The list.
        source: String,
        /// The row of it.
        line: u32,
        /// What stands there.
        row: AidRow,
        /// How it was matched.
        matched: Option<MatchEvidence>,
    },
    /// By a row of an extract of Dukcapil.
    Resident {
        /// The extract.
        source: String,
        /// The row of it.
        line: u32,
        /// What it says.
        state: State,
        /// The name of the member whom it speaks of.
        member: Option<String>,
    },
    /// A member stands in another family too.
    Elsewhere {
        /// Which member, from 1.
        position: usize,
        /// Their name.
        name: String,
        /// The other family.
        other: Family,
    },
    /// Another family is under the same KK number.
    SameKk(Family),
    /// People of this family stand in another entry, with another number.
    SamePeople {
        /// The other entry.
        other: Listing,
        /// Its code.
        code: Option<RegistrationCode>,
        /// The people, by their names here.
        names: Vec<String>,
        /// Whether one person heads both.
        same_head: bool,
        /// How many people this family has.
        of: usize,
    },
    /// An RT lists the family; the first is the one whose entry is asked about.
    Listed(Listing),
    /// The record says two things that cannot both be true.
    Contradiction(Contradiction),
    /// Whom the record named before.
    Previous(PreviousVersion),
}

/// Who lists a family, since when, and where it lives by what is written there.
pub struct Listing {
    /// The entry.
    pub family: Family,
    /// Where it stands.
    pub status: Status,
    /// The day from which it is listed.
    pub since: Option<Date>,
    /// Whose words the record has; none: those of Dinas Sosial, from a list on paper or in a spreadsheet.
    pub by: Option<Actor>,
}

impl Listing {
    fn of(register: &Register, family: Family) -> Result<Self> {
        let history = register.history(family.id)?;
        let since = history.events().first().map(|event| event.at);
        Ok(Self { status: history.status(), since, by: family.entered_by, family })
    }
}

impl Evidence {
    /// All that is said where a question was asked.
    pub(super) fn of(
        register: &Register,
        asked: &Asked,
        family: &Family,
        found: &HashMap<FamilyId, Vec<MatchedRow>>,
    ) -> Result<Vec<Self>> {
        let mut all = Vec::new();
        for line in asked.evidence.iter().filter(|line| Some(**line) != family.line) {
            let found = found.get(&family.id).and_then(|found| found.iter().find(|it| it.line == *line));
            let matched = found.map(|found| found.evidence);
            let source = register.source_name(line.source)?;
            let line = *line;
            if let Some(row) = register.aid_at(line)? {
                all.push(Self::Aid { source, line: line.line, row, matched });
            } else if let Some(resident) = register.resident_at(line)? {
                let member = matched.and_then(|it| member(family, it.says)).map(|it| it.name.clone());
                all.push(Self::Resident { source, line: line.line, state: resident.state, member });
            }
        }
        match (asked.question, &family.household.kk) {
            (Question::PersonTwice, _) => {
                for (position, member) in (1..).zip(family.household.members()) {
                    let Some(nik) = member.nik else { continue };
                    for other in register.families_with_nik(&nik)? {
                        if other.id != family.id && other.duplicate_of != Some(family.id) {
                            all.push(Self::Elsewhere { position, name: member.name.clone(), other });
                        }
                    }
                }
            }
            (Question::SamePeople, _) => {
                for other in others(register, asked, family)? {
                    let people = SharedPeople::of(&family.household, &other.household);
                    let is_shared =
                        |member: &&Member| member.nik.is_some_and(|nik| people.niks.contains(&nik));
                    let names = family.household.members().filter(is_shared);
                    all.push(Self::SamePeople {
                        names: names.map(|member| member.name.clone()).collect(),
                        same_head: people.same_head,
                        of: family.household.size(),
                        code: register.codes(other.id)?.first().copied(),
                        other: Listing::of(register, other)?,
                    });
                }
            }
            (Question::KkTwice, Some(kk)) => {
                let others = register.families_with_kk(kk)?.into_iter();
                all.extend(others.filter(|other| other.id != family.id).map(Self::SameKk));
            }
            (Question::ListedByTwo, kk) => {
                let mut others =
                    kk.as_ref().map_or_else(|| Ok(Vec::new()), |kk| register.families_with_kk(kk))?;
                // Whoever has no KK number there is known by the NIK of the head.
                if let Some(nik) = &family.household.head.nik {
                    let of_head = register.families_with_nik(nik)?.into_iter();
                    others.extend(of_head.filter(|it| it.household.head.nik.as_ref() == Some(nik)));
                }
                others.sort_by_key(|other| (other.id != family.id, other.id));
                others.dedup_by_key(|other| other.id);
                others.retain(|other| other.id == family.id || other.origin != family.origin);
                for other in others {
                    all.push(Self::Listed(Listing::of(register, other)?));
                }
            }
            (Question::Contradiction, _) => {
                all.extend(family.household.contradictions().into_iter().map(Self::Contradiction));
            }
            (Question::Replaced, _) => {
                all.extend(register.previous_versions(family.id)?.into_iter().map(Self::Previous));
            }
            _ => {}
        }
        Ok(all)
    }
}

/// The member whom a row of Dukcapil speaks of.
fn member(family: &Family, finding: Finding) -> Option<&Member> {
    match finding {
        Finding::Died(at) | Finding::Moved(at) | Finding::OtherKk(at) => {
            family.household.members().nth(usize::from(at))
        }
        Finding::Aid(_) => None,
    }
}
