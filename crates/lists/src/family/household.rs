//! What the rows of a family say of the household itself, members aside.

use super::disability::{SOMEBODY, is_well};
use crate::cell::{digits, is_as_on_the_card, is_dash};
use crate::columns::Columns;
use crate::header_name::is_of_income;
use crate::kind::{Cells, Count, facts};
use crate::line::Line;
use crate::neighbourhood::Neighbourhood;
use domain::identity::letters;
use domain::reading::{answer, is_no_text, one_line};
use domain::{Fault, Field, HouseholdDraft};
use lists_protocol::{ColumnKind, Context};

/// The household as its rows have it.
#[derive(Default)]
pub(super) struct HouseholdCells {
    /// The draft without its members.
    pub(super) draft: HouseholdDraft,
    /// The row that each field was taken from.
    pub(super) sources: Vec<(Field, u32)>,
    /// What the draft cannot show.
    pub(super) faults: Vec<(Field, Fault)>,
}

impl HouseholdCells {
    /// Reads the rows in this order: where they differ, the earlier one counts.
    pub(super) fn read(lines: &[Line<'_>], title: &Neighbourhood, context: &Context) -> Self {
        let mut read = Self::default();
        let columns = lines.first().into_iter().flat_map(|line| line.columns.with(|_| true));
        for (_, kind) in columns {
            match facts(kind).cells {
                Cells::Family(put) => put(&mut read.draft, first_text(&mut read.sources, lines, kind)),
                Cells::Address => {
                    first_text(&mut read.sources, lines, kind);
                }
                // Read of all rows together, or of each person.
                Cells::Neighbourhood
                | Cells::Note
                | Cells::Disability
                | Cells::Condition
                | Cells::Person(_)
                | Cells::Identity
                | Cells::SexTick(_)
                | Cells::Aid
                | Cells::AidTick(_)
                | Cells::Kelurahan
                | Cells::LifeState
                | Cells::Nothing => {}
            }
        }
        let mut addresses: Vec<String> = lines.iter().map(address).filter(|text| !text.is_empty()).collect();
        addresses.dedup();
        if addresses.windows(2).any(|pair| matches!(pair, [a, b] if letters(a) != letters(b))) {
            read.faults.push((Field::Address, Fault::SeveralAddresses));
        }
        read.draft.address = addresses.into_iter().next().unwrap_or_default();
        (read.draft.rt, read.draft.rw) = read.neighbourhood(lines, title, context);
        read.draft.note = notes(lines);
        read
    }

    /// RT and RW of the rows, or else of the list; rows that contradict the list are kept and warned of.
    fn neighbourhood(
        &mut self,
        lines: &[Line<'_>],
        title: &Neighbourhood,
        context: &Context,
    ) -> (String, String) {
        let of_list = Neighbourhood {
            rt: context.default_rt.map(|rt| rt.to_string()),
            rw: context.default_rw.map(|rw| rw.to_string()),
            kelurahan: None,
        };
        let mut own = Neighbourhood::default();
        let mut contradicts = false;
        let expected = of_list.clone().or(title.clone());
        let mut before = None;
        for line in lines {
            // Most rows say what the one above says.
            let cells = Self::neighbourhood_cells(line);
            if before.replace(cells) == Some(cells) {
                continue;
            }
            let mut found = Self::of_cells(line.columns, cells);
            // Excel has made a date of it. What it was shows where the list says which RT it is of.
            if let Some(date) =
                found.rt.as_deref().map(Neighbourhood::of_date).filter(|date| !date.is_empty())
            {
                match date.into_iter().find(|pair| pair.agrees_with(&expected)) {
                    Some(pair) => found = pair,
                    None => self.faults.push((Field::Rt, Fault::NeighbourhoodDate)),
                }
            }
            self.sources.extend(found.rt.iter().map(|_| (Field::Rt, line.row.number)));
            self.sources.extend(found.rw.iter().map(|_| (Field::Rw, line.row.number)));
            contradicts |= own.contradicts(&found);
            own = own.or(found);
        }
        let of_address = Neighbourhood::mentioned(&self.draft.address);
        contradicts |= own.contradicts(&of_address);
        let is_said = lines.iter().any(|line| !line.text(ColumnKind::Kelurahan).is_empty());
        for (place, field) in [(&of_address, Field::Address), (title, Field::Household)] {
            let is_other = context.kelurahan.as_ref().is_some_and(|own| place.is_of_another(own));
            if is_other && (field == Field::Address || !is_said) {
                self.faults.push((field, Fault::MentionsOtherKelurahan));
            }
        }
        let own = own.or(of_address);
        let said = own.clone().or(title.clone());
        let is_unreadable = self.faults.iter().any(|(_, fault)| *fault == Fault::NeighbourhoodDate);
        let differs =
            |said: Option<String>, list: &Option<String>| said.is_some() && list.is_some() && said != *list;
        if !is_unreadable && (contradicts || differs(said.rt, &of_list.rt)) {
            self.faults.push((Field::Rt, Fault::OtherNeighbourhood));
        }
        if !is_unreadable && differs(said.rw, &of_list.rw) {
            self.faults.push((Field::Rw, Fault::OtherNeighbourhood));
        }
        let settled = own.or(of_list).or(title.clone());
        (settled.rt.unwrap_or_default(), settled.rw.unwrap_or_default())
    }
}

impl HouseholdCells {
    /// The cells of a row for RT, RW, and both together.
    fn neighbourhood_cells<'a>(line: &Line<'a>) -> [&'a str; 3] {
        [ColumnKind::Rt, ColumnKind::Rw, ColumnKind::RtRw]
            .map(|kind| Some(line.text(kind)).filter(|text| !is_dash(text)).unwrap_or_default())
    }

    /// What such cells say.
    fn of_cells(columns: &Columns, [rt, rw, both]: [&str; 3]) -> Neighbourhood {
        let name = columns.at(ColumnKind::RtRw).and_then(|at| columns.name(at));
        let place = |word: &str| name.as_ref().and_then(|name| name.header.to_lowercase().find(word));
        let rw_first = place("rw").zip(place("rt")).is_some_and(|(rw, rt)| rw < rt);
        Neighbourhood::from_cells(rt, rw, both, rw_first)
    }
}

/// The text of a kind in the first row that has one; that row is the source of the fields.
fn first_text<'a>(sources: &mut Vec<(Field, u32)>, lines: &[Line<'a>], kind: ColumnKind) -> &'a str {
    let Some(line) = lines.iter().find(|line| !line.text(kind).is_empty()) else { return "" };
    if facts(kind).count != Count::Several {
        sources.extend(facts(kind).fields.iter().map(|field| (*field, line.row.number)));
    }
    line.text(kind)
}

/// Street, block and house number, from however many columns: of several addresses the nearest to where the family lives.
fn address(line: &Line<'_>) -> String {
    let mut address = String::new();
    let nearest = line.columns.ranked(ColumnKind::Address);
    let says_where = |text: &str| !is_no_text(text) && !is_as_on_the_card(text);
    let nearest = nearest.iter().find(|at| says_where(line.cell(Some(**at)))).or(nearest.first());
    let is_read = |(at, kind): &(usize, ColumnKind)| *kind != ColumnKind::Address || Some(at) == nearest;
    for (at, kind) in line.columns.with(|kind| matches!(facts(kind).cells, Cells::Address)).filter(is_read) {
        let text = line.cell(Some(at));
        let text = if is_dash(text) { "" } else { text };
        let is_number = facts(kind).count == Count::Several && digits(text) == text.len();
        for part in [if is_number && !text.is_empty() { "No." } else { "" }, text] {
            if !part.is_empty() && !address.is_empty() {
                address.push(' ');
            }
            address.push_str(part);
        }
    }
    let address = one_line(&address);
    if is_no_text(&address) { String::new() } else { address }
}

/// Every different note of the family, then what is said of the condition of its members.
fn notes(lines: &[Line<'_>]) -> String {
    let mut notes: Vec<String> = Vec::new();
    let own = lines.iter().map(|line| line.text(ColumnKind::Note).to_owned()).filter(|note| !note.is_empty());
    // What all rows say of an income is that of the family.
    let is_of_all = |at| {
        let mut texts = lines.iter().map(|line| line.cell(Some(at)));
        let first = texts.next();
        texts.all(|text| Some(text) == first)
    };
    for note in own.chain(lines.iter().flat_map(|line| conditions(line, lines.len() > 1, is_of_all))) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes.join("; ")
}

/// What a row says of the condition of its person, after the name of the column: `Disabilitas: tuna netra (Siti)`. That
/// somebody is well is not noted.
fn conditions(line: &Line<'_>, is_named: bool, is_of_all: impl Fn(usize) -> bool) -> Vec<String> {
    let name = line.cell(line.columns.person().name);
    let of = if is_named && !name.is_empty() { format!(" ({name})") } else { String::new() };
    // An amount says more of an income than whether it is a fixed one.
    let is_amount = |kind, text: &str| kind == ColumnKind::FixedIncome && answer(text).is_none();
    let columns = line.columns.with(|_| true).map(|(at, kind)| (at, kind, line.cell(Some(at))));
    let cells = columns.filter(|(_, kind, text)| {
        matches!(facts(*kind).cells, Cells::Condition | Cells::Disability) || is_amount(*kind, text)
    });
    // A mere yes is the answer to a question, not a note.
    let is_answer = |kind, text: &str| {
        matches!(facts(kind).cells, Cells::Disability) && (answer(text) == Some(true) || text == SOMEBODY)
    };
    // `tidak tetap` tells of an income, as `tidak ada` tells of an illness.
    let is_of_income = |at| line.columns.name(at).is_some_and(|name| is_of_income(&name.header));
    let is_said = |at, text: &str| !is_well(text) || (is_of_income(at) && answer(text).is_none());
    cells
        .filter(|(at, kind, text)| !text.is_empty() && is_said(*at, text) && !is_answer(*kind, text))
        .map(|(at, _, text)| {
            let header = line.columns.name(at).map(|name| name.header).filter(|header| !header.is_empty());
            let header = header.map(|header| header + ": ").unwrap_or_default();
            let of = if is_of_income(at) && is_of_all(at) { "" } else { &of };
            format!("{header}{text}{of}")
        })
        .collect()
}
