//! Rows of a family to a draft, and every fault back to its row and column.

mod member;

use crate::Context;
use crate::cell::{answer, digits, states_none};
use crate::grouping::{Group, groups};
use crate::header::{Columns, PersonColumns, Section};
use crate::line::{Line, lines};
use crate::meaning::Meaning;
use crate::neighbourhood::Neighbourhood;
use crate::reading::{RowPlace, RowProblem, Trouble};
use domain::{Fault, Field, Household, HouseholdDraft};
use member::Person;

/// A family as the list has it, and where.
pub(crate) struct Listed<'a> {
    pub(crate) draft: HouseholdDraft,
    sheet: Option<&'a String>,
    columns: &'a Columns,
    /// The first row.
    row: u32,
    /// Where each member of the draft stands.
    members: Vec<(u32, PersonColumns)>,
    /// Where fields of the household stand, if not in the row of the head.
    sources: Vec<(Field, u32)>,
    /// What the draft cannot tell.
    faults: Vec<(Option<usize>, Field, Fault)>,
}

/// The families of a section.
pub(crate) fn listed<'a>(section: &'a Section<'a>, context: &Context) -> Vec<Listed<'a>> {
    let lines = lines(section);
    let names_heads = lines.iter().any(Line::is_head);
    let mut above = String::new();
    let mut families = Vec::new();
    for group in groups(&lines) {
        let mut family = Listed::of(&group, section, names_heads, context);
        // `sda`, `idem`: the address of the family above.
        if is_ditto(&family.draft.address) {
            family.draft.address.clone_from(&above);
        }
        above.clone_from(&family.draft.address);
        families.push(family);
    }
    families
}

impl<'a> Listed<'a> {
    fn of(group: &Group<'a>, section: &'a Section<'a>, names_heads: bool, context: &Context) -> Self {
        let (persons, has_head) = Person::all(group, names_heads, context.today);
        let mut family = Listed {
            draft: HouseholdDraft::default(),
            sheet: section.table.sheet.as_ref(),
            columns: &section.columns,
            row: group.lines.first().map_or(0, |line| line.row.number),
            members: persons.iter().map(|person| (person.row, person.columns)).collect(),
            sources: Vec::new(),
            faults: Vec::new(),
        };
        if !has_head {
            family.faults.push((Some(0), Field::Relation, Fault::NoHead));
        }
        let head_row = persons.first().map(|person| person.row);
        // The head's row first: where rows differ, it is the one that counts.
        let mut lines = group.lines.clone();
        lines.sort_by_key(|line| Some(line.row.number) != head_row);
        family.draft = HouseholdDraft {
            members: persons.into_iter().map(|person| person.draft).collect(),
            note: notes(&group.lines),
            ..family.household(&Group { lines }, &section.title, context)
        };
        family
    }

    /// The fields of the household itself.
    fn household(&mut self, group: &Group<'a>, title: &Neighbourhood, context: &Context) -> HouseholdDraft {
        let mut first = |field: Field| {
            let line = group.first(|line| if field == Field::Kk { line.kk() } else { line.field(field) });
            self.sources.extend(line.map(|line| (field, line.row.number)));
            line.map_or("", |line| line.field(field))
        };
        let kk = first(Field::Kk);
        let phone = first(Field::Phone);
        let size = first(Field::Size);
        let (affected, fixed_income) = (answer(first(Field::Affected)), answer(first(Field::FixedIncome)));
        first(Field::Address);
        let address = group.lines.iter().map(address).find(|text| !text.is_empty()).unwrap_or_default();
        let (rt, rw) = self.neighbourhood(group, &address, title, context);
        HouseholdDraft {
            without_kk: states_none(kk),
            kk: if states_none(kk) { String::new() } else { kk.to_owned() },
            size: leading_number(size),
            // A spreadsheet drops the 0 that every number begins with.
            phone: if phone.starts_with('8') { format!("0{phone}") } else { phone.to_owned() },
            address,
            rt,
            rw,
            affected,
            fixed_income,
            ..HouseholdDraft::default()
        }
    }

    /// RT and RW of the rows, or else of the list; rows that contradict the list are kept and warned of.
    fn neighbourhood(
        &mut self,
        group: &Group<'a>,
        address: &str,
        title: &Neighbourhood,
        context: &Context,
    ) -> (String, String) {
        let of_list = Neighbourhood {
            rt: context.default_rt.map(|rt| rt.to_string()),
            rw: context.default_rw.map(|rw| rw.to_string()),
        };
        let mut own = Neighbourhood::default();
        for line in &group.lines {
            let found = Neighbourhood::from_columns(line);
            self.sources.extend(found.rt.iter().map(|_| (Field::Rt, line.row.number)));
            self.sources.extend(found.rw.iter().map(|_| (Field::Rw, line.row.number)));
            own = own.or(found);
        }
        let own = own.or(Neighbourhood::mentioned(address));
        let said = own.clone().or(title.clone());
        let differs =
            |said: Option<String>, list: &Option<String>| said.is_some() && list.is_some() && said != *list;
        if differs(said.rt, &of_list.rt) {
            self.faults.push((None, Field::Rt, Fault::OtherNeighbourhood));
        }
        if differs(said.rw, &of_list.rw) {
            self.faults.push((None, Field::Rw, Fault::OtherNeighbourhood));
        }
        let settled = own.or(of_list).or(title.clone());
        (settled.rt.unwrap_or_default(), settled.rw.unwrap_or_default())
    }

    /// The record and what to look at.
    ///
    /// # Errors
    /// Every bar and every warning, if there is at least one bar.
    pub(crate) fn judge(&self, context: &Context) -> Result<(Household, Vec<RowProblem>), Vec<RowProblem>> {
        let validated = self.draft.validate(&context.area, context.today);
        let (household, found) = match validated {
            Ok(validated) => (Some(validated.household), validated.warnings),
            Err(problems) => (None, problems),
        };
        let found = found.into_iter().map(|p| (p.place.member, p.place.field, p.fault));
        let mut problems: Vec<RowProblem> = Vec::new();
        let mut is_barred = false;
        for (member, field, fault) in found.chain(self.faults.iter().copied()) {
            // A list without such a column has not asked; that is no news of each row.
            if fault == Fault::Unanswered && self.columns.filling(field).is_none() {
                continue;
            }
            is_barred |= !fault.is_warning();
            let problem = self.problem(member, field, Trouble::Fault(fault));
            // One column may fill two fields: `5/II` is one problem.
            let known = |p: &RowProblem| {
                (&p.place, &p.column, &p.trouble) == (&problem.place, &problem.column, &problem.trouble)
            };
            if problem.column.is_none() || !problems.iter().any(known) {
                problems.push(problem);
            }
        }
        problems.sort_by_key(|problem| problem.place.row);
        household.filter(|_| !is_barred).map(|household| (household, problems.clone())).ok_or(problems)
    }

    /// Names the row and column of a fault.
    pub(crate) fn problem(&self, member: Option<usize>, field: Field, trouble: Trouble) -> RowProblem {
        let person = self.members.get(member.unwrap_or(0));
        let column = match (person, field) {
            (Some((_, columns)), Field::Name) => columns.name,
            (Some((_, columns)), Field::Nik) => columns.nik,
            // A list without a column for other aid tells of it in its notes.
            (_, Field::Aid) => self.columns.filling(field).or_else(|| self.columns.filling(Field::Note)),
            _ => self.columns.filling(field),
        };
        let source =
            self.sources.iter().find(|(of, _)| member.is_none() && *of == field).map(|(_, row)| *row);
        let row = source.or(person.filter(|_| member.is_some()).map(|(row, _)| *row)).unwrap_or(self.row);
        RowProblem {
            place: self.at(row),
            column: column.and_then(|at| self.columns.name(at)),
            field,
            trouble,
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

/// Street, block and house number, from however many columns.
fn address(line: &Line<'_>) -> String {
    let parts = line.columns.with(|m| matches!(m, Meaning::Field(Field::Address) | Meaning::AddressPart));
    let mut address = String::new();
    for (at, meaning) in parts {
        let text = line.row.cell(at);
        let is_number = meaning == Meaning::AddressPart && digits(text) == text.len();
        for part in [if is_number && !text.is_empty() { "No." } else { "" }, text] {
            if !part.is_empty() && !address.is_empty() {
                address.push(' ');
            }
            address.push_str(part);
        }
    }
    address
}

fn is_ditto(text: &str) -> bool {
    matches!(
        text.to_lowercase().trim_matches(['.', ' ']),
        "sda" | "s.d.a" | "idem" | "id" | "\"" | "''" | "〃" | "sama"
    )
}

/// `3 orang` → `3`; what begins with no number stays as it is.
fn leading_number(text: &str) -> String {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() { text.to_owned() } else { digits }
}

/// Every different note of the family.
fn notes(lines: &[Line<'_>]) -> String {
    let mut notes: Vec<&str> = Vec::new();
    for note in lines.iter().map(|line| line.field(Field::Note)).filter(|note| !note.is_empty()) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes.join("; ")
}
