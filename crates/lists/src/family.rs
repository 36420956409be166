//! The rows of a family as a draft, and for each fault of the draft its row and column.

mod disability;
mod household;
mod member;

use crate::columns::{Columns, PersonColumns};
use crate::grouping::{Group, groups};
use crate::line::{Line, lines};
use crate::section::Section;
pub(crate) use disability::SOMEBODY;
use domain::{Fault, Field, Household, HouseholdDraft, KkNumber};
use household::{HouseholdCells, is_ditto};
use lists_protocol::{ColumnKind, Context, RowError, RowPlace, RowProblem};
use member::Person;

/// A family as the list has it, and where it stands there.
pub(crate) struct ListedFamily<'a> {
    pub(crate) draft: HouseholdDraft,
    sheet: Option<&'a String>,
    columns: &'a Columns,
    /// The first row.
    row: u32,
    /// Where each member of the draft stands.
    members: Vec<(u32, PersonColumns)>,
    /// The row that each field of the household was taken from.
    sources: Vec<(Field, u32)>,
    /// Faults that the draft does not show: its member, its field, what it is.
    faults: Vec<(Option<usize>, Field, Fault)>,
}

/// The families of a section.
pub(crate) fn families<'a>(section: &'a Section<'a>, context: &Context) -> Vec<ListedFamily<'a>> {
    let lines = lines(section);
    let names_heads = lines.iter().any(Line::is_head);
    let mut above = String::new();
    let mut families = Vec::new();
    for group in groups(&lines) {
        let mut family = ListedFamily::of(&group, section, names_heads, context);
        // `sda`, `idem`: the address of the family above.
        if is_ditto(&family.draft.address) {
            family.draft.address.clone_from(&above);
        }
        above.clone_from(&family.draft.address);
        families.push(family);
    }
    families
}

impl<'a> ListedFamily<'a> {
    fn of(group: &Group<'a>, section: &'a Section<'a>, names_heads: bool, context: &Context) -> Self {
        let (mut persons, doubt) = Person::all(group, names_heads, context.today);
        let head_row = persons.first().map(|person| person.row);
        let mut lines = group.lines.clone();
        lines.sort_by_key(|line| Some(line.row.number) != head_row);
        let mut household = HouseholdCells::read(&lines, &section.title, context);
        household.draft.disability = disability::read(&lines, &mut persons, &household.draft.size);

        let mut faults: Vec<_> =
            household.faults.iter().map(|(field, fault)| (None, *field, *fault)).collect();
        faults.extend(doubt.map(|fault| (Some(0), Field::Relation, fault)));
        // A member's row may have a KK number of its own. If that cannot be one, the family of the member is not sure.
        for line in &group.lines {
            let kk = line.text(ColumnKind::Kk);
            if kk.is_empty() || kk == group.kk {
                continue;
            }
            let member = persons.iter().position(|person| person.row == line.row.number);
            faults.extend(KkNumber::parse(kk).err().map(|fault| (member, Field::Kk, Fault::Number(fault))));
        }
        ListedFamily {
            sheet: section.table.sheet.as_ref(),
            columns: &section.columns,
            row: group.lines.first().map_or(0, |line| line.row.number),
            members: persons.iter().map(|person| (person.row, person.columns)).collect(),
            sources: household.sources,
            faults,
            draft: HouseholdDraft {
                members: persons.into_iter().map(|person| person.draft).collect(),
                ..household.draft
            },
        }
    }

    /// The household, and its warnings.
    ///
    /// # Errors
    /// All problems, if one of them refuses the family.
    pub(crate) fn check(&self, context: &Context) -> Result<(Household, Vec<RowProblem>), Vec<RowProblem>> {
        let validated = self.draft.validate(&context.area, context.today);
        let (household, found) = match validated {
            Ok(validated) => (Some(validated.household), validated.warnings),
            Err(problems) => (None, problems),
        };
        let found = found.into_iter().map(|p| (p.place.member, p.place.field, p.fault));
        let mut problems: Vec<RowProblem> = Vec::new();
        let mut is_refused = false;
        for (member, field, fault) in found.chain(self.faults.iter().copied()) {
            // A list without such a column did not ask: that is not a problem of every row.
            if fault == Fault::Unanswered && self.columns.filling(field).is_none() {
                continue;
            }
            is_refused |= !fault.is_warning();
            let problem = self.problem(member, field, RowError::Fault(fault));
            // One column may fill two fields: `5/II` is one problem.
            let is_known = problems.last().is_some_and(|last| {
                last.column.is_some()
                    && (&last.place, &last.column, &last.error)
                        == (&problem.place, &problem.column, &problem.error)
            });
            if !is_known {
                problems.push(problem);
            }
        }
        problems.sort_by_key(|problem| problem.place.row);
        household.filter(|_| !is_refused).map(|household| (household, problems.clone())).ok_or(problems)
    }

    /// Names the row and column of a fault.
    pub(crate) fn problem(&self, member: Option<usize>, field: Field, error: RowError) -> RowProblem {
        let person = self.members.get(member.unwrap_or(0));
        let column = match (person, field) {
            (Some((_, columns)), Field::Name) => columns.name,
            (Some((_, columns)), Field::Nik) => columns.nik,
            // In a list without a column for other aid, it was read from the note.
            (_, Field::Aid) => self.columns.filling(field).or_else(|| self.columns.filling(Field::Note)),
            _ => self.columns.filling(field),
        };
        let source =
            self.sources.iter().find(|(of, _)| member.is_none() && *of == field).map(|(_, row)| *row);
        let row = source.or(person.filter(|_| member.is_some()).map(|(row, _)| *row)).unwrap_or(self.row);
        RowProblem {
            place: self.at(row),
            column: column.and_then(|at| self.columns.name(at)),
            member,
            field,
            error,
        }
    }

    /// The first row.
    pub(crate) fn place(&self) -> RowPlace {
        self.at(self.row)
    }

    /// The row of a member.
    pub(crate) fn place_of(&self, member: usize) -> RowPlace {
        self.at(self.members.get(member).map_or(self.row, |(row, _)| *row))
    }

    fn at(&self, row: u32) -> RowPlace {
        RowPlace { sheet: self.sheet.cloned(), row }
    }
}
