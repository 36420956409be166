//! The rows of a family as a draft, and for each fault of the draft its row and column.

mod disability;
mod household;
mod member;

use crate::cell::{digits, is_dash, only_zeros};
use crate::columns::Columns;
use crate::exchange;
use crate::grouping::{Group, groups};
use crate::header_name::is_of_income;
use crate::kind::{Cells, facts};
use crate::life_state::LifeState;
use crate::line::{Line, lines};
use crate::neighbourhood::Neighbourhood;
use crate::person_columns::PersonColumns;
use crate::section::Section;
use crate::several_names;
pub(crate) use disability::SOMEBODY;
use domain::identity::letters;
use domain::reading::answer;
use domain::{Aid, AreaCode, Fault, Field, Household, HouseholdDraft, KkNumber, NumberFault, Owner};
use household::HouseholdCells;
use lists_protocol::{Aside, ColumnKind, Context, RowError, RowPlace, RowProblem};
use member::{Person, name_in};

/// A family as the list has it, and where it stands there.
pub(crate) struct ListedFamily<'a> {
    pub(crate) draft: HouseholdDraft,
    sheet: Option<&'a String>,
    columns: &'a Columns,
    /// Every row of it, the first one first.
    pub(crate) rows: Vec<u32>,
    /// Where each member of the draft stands.
    members: Vec<(u32, PersonColumns)>,
    /// The row that each field of the household was taken from.
    sources: Vec<(Field, u32)>,
    /// Faults that the draft does not show.
    faults: Vec<ListedFault>,
}

/// A fault that a draft does not show.
struct ListedFault {
    member: Option<usize>,
    field: Field,
    fault: Fault,
    /// The cell, where it is known.
    cell: Option<(u32, usize)>,
}

/// The families of a section, and what the rows are that belong to none.
pub(crate) fn families<'a>(
    section: &'a Section,
    context: &Context,
) -> (Vec<ListedFamily<'a>>, Vec<(u32, Aside)>) {
    let (mut lines, others) = lines(section);
    let exchanged = exchange::doubts(&mut lines, context.today);
    let names_heads = lines.iter().any(Line::is_head);
    let groups = groups(&lines);
    let width = section.text_width();
    let mut said = None;
    let families = groups.iter().map(|group| {
        let first = group.lines.first().map_or(0, |line| line.row.number);
        let mut title = section.title_of(first);
        // What a title says of all families below it is said once.
        if title.kelurahan == said {
            title.kelurahan = None;
        } else {
            said.clone_from(&title.kelurahan);
        }
        let mut family = ListedFamily::of(group, section, &title, names_heads, context);
        let state = section.state_of(first).and_then(LifeState::fault);
        family.faults.extend(state.map(ListedFault::of_family));
        let is_exchanged = |line: &Line<'_>| {
            let cell = section.columns.person().nik.map(|at| (line.row.number, at));
            let fault = *exchanged.get(&line.row.number)?;
            Some(ListedFault { member: None, field: Field::Nik, fault, cell })
        };
        family.faults.extend(group.lines.iter().filter_map(is_exchanged));
        for line in &group.lines {
            let over = width.and_then(|width| line.row.filled().find(|(at, _)| *at >= width));
            let cell = over.map(|(at, _)| Some((line.row.number, at)));
            family
                .faults
                .extend(cell.map(|cell| ListedFault { cell, ..ListedFault::of_family(Fault::TooManyCells) }));
        }
        family
    });
    (families.collect(), others)
}

impl ListedFault {
    fn of_family(fault: Fault) -> Self {
        Self { member: None, field: Field::Household, fault, cell: None }
    }
}

impl<'a> ListedFamily<'a> {
    fn of(
        group: &Group<'a>,
        section: &'a Section,
        title: &Neighbourhood,
        names_heads: bool,
        context: &Context,
    ) -> Self {
        let (mut persons, doubt) = Person::all(group, names_heads, context.today);
        let head_row = persons.first().map(|person| person.row);
        let mut lines = group.lines.clone();
        lines.sort_by_key(|line| Some(line.row.number) != head_row);
        let mut household = HouseholdCells::read(&lines, title, context);
        household.draft.disability = disability::read(&lines, &mut persons, &household.draft.size);

        let of_household = household.faults.iter().map(|(field, fault)| (None, *field, *fault));
        let of_head = doubt.map(|fault| (Some(0), Field::Relation, fault));
        let mut faults: Vec<ListedFault> = of_household
            .chain(of_head)
            .map(|(member, field, fault)| ListedFault { member, field, fault, cell: None })
            .collect();
        for line in &group.lines {
            let member = persons.iter().position(|person| person.row == line.row.number);
            faults.extend(faults_of_line(line, group.kk, member, context));
        }
        // An amount does not tell whether the income is a fixed one.
        if household.draft.fixed_income.is_none() {
            faults.extend(group.lines.iter().find_map(amount_of_income));
        }
        let is_gone = |(i, person): (usize, &Person)| {
            let fault = LifeState::in_name(&person.draft.name)?.fault()?;
            let cell = person.columns.name.map(|at| (person.row, at));
            Some(ListedFault { member: Some(i), field: Field::Name, fault, cell })
        };
        faults.extend(persons.iter().enumerate().filter_map(is_gone));
        let is_several = |(i, person): (usize, &Person)| {
            let line = group.lines.iter().find(|line| line.row.number == person.row)?;
            let (at, cell) = (person.columns.name?, line.cell(person.columns.name));
            // Where names of several were told apart, each is one.
            let fault = several_names::doubt(cell).filter(|_| name_in(cell) == person.draft.name)?;
            Some(ListedFault { member: Some(i), field: Field::Name, fault, cell: Some((person.row, at)) })
        };
        faults.extend(persons.iter().enumerate().filter_map(is_several));
        ListedFamily {
            sheet: section.sheet.as_ref(),
            columns: &section.columns,
            rows: group.lines.iter().flat_map(|line| line.row.numbers()).collect(),
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
        let found = found.into_iter().map(|p| (p.place.member, p.place.field, p.fault, None));
        let listed = self.faults.iter().map(|it| (it.member, it.field, it.fault, it.cell));
        let mut problems: Vec<RowProblem> = Vec::new();
        let mut is_refused = false;
        for (member, field, fault, cell) in found.chain(listed) {
            // A list without such a column did not ask: that is not a problem of every row.
            if fault == Fault::Unanswered && cell.is_none() && self.columns.filling(field).is_none() {
                continue;
            }
            is_refused |= !fault.is_warning();
            // What is missing is said by what stands there instead.
            if cell.is_none() && self.explains(member, field, fault) {
                continue;
            }
            let problem = self.problem_at(cell, member, field, RowError::Fault(fault));
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
        match household.filter(|_| !is_refused) {
            Some(household) => Ok((household, problems)),
            None => Err(problems),
        }
    }

    /// Whether the list shows why something is missing in the draft: a formula has failed there, or made a date of it.
    fn explains(&self, member: Option<usize>, field: Field, fault: Fault) -> bool {
        let is_blank =
            matches!(fault, Fault::Missing | Fault::Number(NumberFault::Empty) | Fault::Unanswered);
        let is_neighbourhood = fault == Fault::Neighbourhood;
        self.faults.iter().any(|listed| match listed.fault {
            Fault::Formula => {
                (is_blank || is_neighbourhood) && (listed.member, listed.field) == (member, field)
            }
            Fault::NeighbourhoodDate => is_neighbourhood,
            _ => false,
        })
    }

    /// Names the row and column of a fault.
    pub(crate) fn problem(&self, member: Option<usize>, field: Field, error: RowError) -> RowProblem {
        self.problem_at(None, member, field, error)
    }

    fn problem_at(
        &self,
        cell: Option<(u32, usize)>,
        member: Option<usize>,
        field: Field,
        error: RowError,
    ) -> RowProblem {
        let person = self.members.get(member.unwrap_or(0));
        let column = match (person, field) {
            _ if cell.is_some() => cell.map(|(_, at)| at),
            (Some((_, columns)), Field::Name) => columns.name,
            // Who stands in columns without one for the number is found by the name.
            (Some((_, columns)), Field::Nik) if error == RowError::Fault(Fault::WithoutNik) => {
                columns.nik.or(columns.name)
            }
            (Some((_, columns)), Field::Nik) => columns.nik,
            // Where each programme has a column, the one that is ticked; without any it was read from the note.
            (_, Field::Aid) => {
                let ticked =
                    member.and_then(|at| self.draft.members.get(at)).and_then(|it| Aid::parse_loose(&it.aid));
                let ticked = self
                    .columns
                    .with(|kind| matches!(facts(kind).cells, Cells::AidTick(of) if Some(of) == ticked));
                let ticked = ticked.map(|(at, _)| at).next();
                ticked.or_else(|| self.columns.filling(field)).or_else(|| self.columns.filling(Field::Note))
            }
            _ => self.columns.filling(field),
        };
        let source =
            self.sources.iter().find(|(of, _)| member.is_none() && *of == field).map(|(_, row)| *row);
        let row = cell.map(|(row, _)| row).or(source);
        let row =
            row.or(person.filter(|_| member.is_some()).map(|(row, _)| *row)).unwrap_or(self.first_row());
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
        self.at(self.first_row())
    }

    /// The row of a member.
    pub(crate) fn place_of(&self, member: usize) -> RowPlace {
        self.at(self.members.get(member).map_or(self.first_row(), |(row, _)| *row))
    }

    fn first_row(&self) -> u32 {
        self.rows.first().copied().unwrap_or_default()
    }

    fn at(&self, row: u32) -> RowPlace {
        RowPlace { sheet: self.sheet.cloned(), row }
    }
}

/// What a row says that its family's draft does not show. `kk`: the number of the family; `member`: who stands in the row.
fn faults_of_line(line: &Line<'_>, kk: &str, member: Option<usize>, context: &Context) -> Vec<ListedFault> {
    let row = line.row.number;
    let mut faults = Vec::new();
    for (at, kind) in line.failed_formulas() {
        for field in facts(kind).fields {
            let member = member.filter(|_| field.owner() == Owner::Member);
            faults.push(ListedFault { member, field: *field, fault: Fault::Formula, cell: Some((row, at)) });
        }
    }
    // A member's row may have a KK number of its own. If that cannot be one, the family of the member is not sure.
    let own = line.text(ColumnKind::Kk);
    if !own.is_empty() && own != kk && !is_dash(own) {
        let fault = KkNumber::parse(own).err().map(Fault::Number);
        faults.extend(fault.map(|fault| ListedFault { member, field: Field::Kk, fault, cell: None }));
    }
    let cells = line.columns.with(|_| true).map(|(at, kind)| (at, facts(kind).cells, line.cell(Some(at))));
    for (at, cells, text) in cells {
        let fault = match cells {
            Cells::LifeState => {
                LifeState::read(text).or_else(|| LifeState::answered(text)).and_then(LifeState::fault)
            }
            Cells::Condition if says_something(text) => {
                line.columns.name(at).and_then(|name| LifeState::of_name(&name.header)?.fault())
            }
            Cells::Note => LifeState::mentioned(text).and_then(LifeState::fault),
            Cells::Kelurahan => is_of_another(text, context).then_some(Fault::OtherKelurahan),
            _ => None,
        };
        faults.extend(fault.map(|fault| ListedFault {
            member,
            field: Field::Household,
            fault,
            cell: Some((row, at)),
        }));
    }
    faults
}

/// The amount that a row names in a column for what somebody earns.
fn amount_of_income(line: &Line<'_>) -> Option<ListedFault> {
    let mut columns = line.columns.with(|kind| matches!(facts(kind).cells, Cells::Condition));
    let (at, _) = columns.find(|(at, _)| {
        let (name, text) = (line.columns.name(*at), line.cell(Some(*at)));
        digits(text) > 0 && !only_zeros(text) && name.is_some_and(|name| is_of_income(&name.header))
    })?;
    let cell = Some((line.row.number, at));
    Some(ListedFault { member: None, field: Field::FixedIncome, fault: Fault::Unanswered, cell })
}

/// Whether a cell that is filled for some persons only is filled for this one.
fn says_something(text: &str) -> bool {
    !text.is_empty() && !is_dash(text) && !only_zeros(text) && answer(text) != Some(false)
}

/// Whether a row names another kelurahan than that of the list, by its name or its code.
fn is_of_another(text: &str, context: &Context) -> bool {
    if text.is_empty() || is_dash(text) {
        return false;
    }
    if text.contains(|c: char| c.is_ascii_digit()) {
        return AreaCode::parse(text).is_ok_and(|area| area.is_kelurahan() && area != context.area);
    }
    let said = letters(text);
    let is_slip = |own: &String| !Neighbourhood::of_kelurahan(text).is_of_another(own);
    context.kelurahan.as_ref().is_some_and(|own| !said.contains(&letters(own)) && !is_slip(own))
}
