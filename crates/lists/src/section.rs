//! The sections of a sheet: each a header and the rows below it.

use crate::banner;
use crate::cell::digits;
use crate::column_report::report;
use crate::columns::Columns;
use crate::continuation::{goes_on_in, is_next_page};
use crate::fill::fill;
use crate::form::{Forms, forms};
use crate::header::{header_at, may_be_header};
use crate::header_name::kind_of;
use crate::life_state::LifeState;
use crate::neighbourhood::Neighbourhood;
use crate::table::{Look, Merged, Row, Table};
use crate::{
    birth_parts, lower_table, name_number, number_pair, renewed_number, several_in_cell, side_by_side,
};
use domain::reading::states_none;
use lists_protocol::{Aside, Column, Correction, WhyUnread};

/// A header and the rows below it, down to the next header.
pub(crate) struct Section {
    pub(crate) sheet: Option<String>,
    pub(crate) columns: Columns,
    /// What the titles above say of RT and RW, and the name of the sheet.
    title: Neighbourhood,
    /// The same of titles between the rows, each from its row on.
    titles: Vec<(u32, Neighbourhood)>,
    /// What titles between the rows say of all below them, `Warga yang pindah`, each from its row on.
    states: Vec<(u32, Option<LifeState>)>,
    pub(crate) rows: Vec<Row>,
}

impl Section {
    /// What the nearest title above a row says of RT and RW.
    pub(crate) fn title_of(&self, row: u32) -> Neighbourhood {
        let between = self.titles.iter().rev().find(|(at, _)| *at < row);
        between.map_or_else(Neighbourhood::default, |(_, title)| title.clone()).or(self.title.clone())
    }

    /// Whether the nearest title above a row says that all below it are gone; or the name of the sheet.
    pub(crate) fn state_of(&self, row: u32) -> Option<LifeState> {
        let between = self.states.iter().rev().find(|(at, _)| *at < row);
        between.and_then(|(_, state)| *state).or_else(|| LifeState::of_name(self.sheet.as_deref()?))
    }

    /// Where the names of the columns of a text end, if few of its rows reach farther: a note beside a sheet moves nothing.
    pub(crate) fn text_width(&self) -> Option<usize> {
        let width = self.columns.named_width();
        let over = self.rows.iter().filter(|row| row.filled().any(|(at, _)| at >= width)).count();
        (self.sheet.is_none() && over > 0 && over * 2 < self.rows.len()).then_some(width)
    }

    /// The columns as a report shows them.
    pub(crate) fn report(&self) -> Vec<Column> {
        report(&self.columns, self.sheet.as_ref(), &self.rows)
    }
}

/// A sheet, cut at its headers.
#[derive(Default)]
pub(crate) struct Sheet {
    /// Headers with their rows. Where none is a header, all rows under whatever names there are.
    pub(crate) sections: Vec<Section>,
    /// What is known of rows that are in no section.
    pub(crate) uses: Vec<(u32, Aside)>,
}

/// Cuts a sheet. `before`: the columns that the sheet before it ended with, which may go on here.
pub(crate) fn cut(table: Table, corrections: &[Correction], before: Option<&Columns>) -> Sheet {
    let Table { sheet, is_hidden, rows, merged, looks_unknown: _ } = table;
    let mut uses = Vec::new();
    if is_hidden {
        uses.extend(rows.iter().map(|row| (row.number, Aside::Unread(WhyUnread::HiddenSheet))));
        return Sheet { sections: Vec::new(), uses };
    }
    let rows = shown(rows, &mut uses);
    let corrections: Vec<&Correction> = corrections.iter().filter(|c| c.sheet == sheet).collect();
    let mut sections = Vec::new();
    for rows in parts_behind_gaps(rows) {
        for section in sections_of(rows, before, &mut uses).into_iter().flat_map(Above::apart) {
            sections.push(section.finish(sheet.as_ref(), &corrections, &merged, &mut uses));
        }
    }
    Sheet { sections, uses }
}

/// The rows of each table, where several stand beside each other and begin in different rows; of most sheets, all of them.
fn parts_behind_gaps(rows: Vec<Row>) -> Vec<Vec<Row>> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let is_gap = |at: &usize| rows.iter().all(|row| row.cell(*at).is_empty());
    let gaps: Vec<usize> = (0..width).filter(is_gap).collect();
    if gaps.is_empty() {
        return vec![rows];
    }
    let part = |range: &std::ops::Range<usize>| -> Vec<Row> {
        rows.iter().map(|row| row.within(range)).filter(|row| !row.cells.is_empty()).collect()
    };
    // What has no header of its own is of the table at its left.
    let mut starts: Vec<(usize, u32)> = Vec::new();
    let ends = gaps.iter().copied().chain([width]);
    for (start, end) in std::iter::once(0).chain(gaps.iter().map(|gap| gap + 1)).zip(ends) {
        let rows = part(&(start..end));
        let header = headers(&rows).into_iter().find(|header| header.columns.make_families());
        let row = header.and_then(|header| rows.get(header.at)).map(|row| row.number);
        starts.extend(row.map(|row| (start, row)));
    }
    let begin_apart = starts.iter().any(|(_, row)| starts.first().is_some_and(|(_, first)| first != row));
    if !begin_apart {
        return vec![rows];
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([usize::MAX]);
    let ranges = std::iter::once(0).chain(starts.iter().skip(1).map(|(start, _)| *start)).zip(ends);
    ranges.map(|(start, end)| part(&(start..end))).collect()
}

/// The sections of a table.
fn sections_of(rows: Vec<Row>, before: Option<&Columns>, uses: &mut Vec<(u32, Aside)>) -> Vec<Above> {
    let headers = headers(&rows);
    match (headers.as_slice(), before) {
        ([], Some(before)) if goes_on_in(before, &rows) => {
            vec![Above { above: Vec::new(), columns: before.clone(), title: Neighbourhood::default(), rows }]
        }
        ([], _) => match forms(&rows) {
            Some(forms) => vec![of_forms(forms, uses)],
            None => without_header(rows, uses).into_iter().collect(),
        },
        _ => with_headers(rows, headers, uses),
    }
}

/// The rows that the owner sees as the list.
fn shown(mut rows: Vec<Row>, uses: &mut Vec<(u32, Aside)>) -> Vec<Row> {
    rows.retain(|row| {
        let why = match row.look {
            Look::Plain => return true,
            Look::Hidden => WhyUnread::Hidden,
            Look::StruckOut => WhyUnread::StruckOut,
        };
        uses.push((row.number, Aside::Unread(why)));
        false
    });
    rows
}

/// A section with the rows above its header.
struct Above {
    above: Vec<Row>,
    columns: Columns,
    title: Neighbourhood,
    rows: Vec<Row>,
}

impl Above {
    /// Its tables, where several stand side by side.
    fn apart(self) -> Vec<Self> {
        let ranges = side_by_side::tables(&self.columns);
        if ranges.is_empty() {
            return vec![self];
        }
        let part = |rows: &[Row], range: &std::ops::Range<usize>| -> Vec<Row> {
            rows.iter().map(|row| row.within(range)).filter(|row| !row.cells.is_empty()).collect()
        };
        let table = |range: &std::ops::Range<usize>| {
            let above = part(&self.above, range);
            Self {
                columns: self.columns.within(range),
                title: title(&above).or(self.title.clone()),
                rows: part(&self.rows, range),
                above,
            }
        };
        ranges.iter().map(table).collect()
    }

    /// Decides what its columns are, and fills its rows.
    fn finish(
        self,
        sheet: Option<&String>,
        corrections: &[&Correction],
        merged: &[Merged],
        uses: &mut Vec<(u32, Aside)>,
    ) -> Section {
        let Self { above, columns, title, mut rows } = self;
        let mut columns = columns.corrected(corrections);
        uses.extend(lower_table::join(&mut columns, &mut rows));
        let set_aside = banner::spread(&mut columns, &above, &mut rows);
        uses.extend(set_aside.into_iter().map(|row| (row, Aside::Title)));
        birth_parts::join(&mut columns, &mut rows);
        let mut columns = columns.settled(&rows);
        name_number::part(&mut columns, &mut rows);
        number_pair::part(&mut columns, &mut rows);
        several_in_cell::part(&mut columns, &mut rows);
        renewed_number::settle(&mut columns, &mut rows);
        fill(&columns, merged, &mut rows);
        let of_sheet = sheet.map(|name| Neighbourhood::mentioned(name)).unwrap_or_default();
        let titles = rows.iter().filter(|row| is_title(row)).map(|row| (row.number, title_row(row)));
        let titles = titles.filter(|(_, title)| *title != Neighbourhood::default()).collect();
        let names = columns.person().name;
        let alone = above.iter().chain(&rows).filter(|row| row.filled().count() == 1 && names_nobody(row));
        let states = alone.map(|row| (row, LifeState::of_title(&row.cells.concat())));
        // A name without a number is no title.
        let is_title = |(row, state): &(&Row, Option<LifeState>)| {
            state.is_some() || row.filled().all(|(at, _)| Some(at) != names)
        };
        let states = states.filter(is_title).map(|(row, state)| (row.number, state)).collect();
        Section { sheet: sheet.cloned(), columns, title: title.or(of_sheet), titles, states, rows }
    }
}

/// A header: the row that it begins in, how many rows it takes, and the columns that it names.
struct Header {
    at: usize,
    height: usize,
    columns: Columns,
}

/// Every header of the sheet: a list may repeat its header on each page, or go on with the next RT.
fn headers(rows: &[Row]) -> Vec<Header> {
    let mut headers: Vec<Header> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        // Below a header, a row that mentions two numbers in its notes is not the next one.
        let least = headers.last().map_or(0, |above| above.columns.recognised() / 2);
        match header_at(rows, at).filter(|(columns, _)| columns.recognised() >= least) {
            Some((columns, height)) => {
                headers.push(Header { at, height, columns });
                at += height;
            }
            None => at += 1,
        }
    }
    headers
}

/// The rows below each header, down to the next.
fn with_headers(rows: Vec<Row>, headers: Vec<Header>, uses: &mut Vec<(u32, Aside)>) -> Vec<Above> {
    let mut rows = rows.into_iter();
    let mut take = |n: usize| rows.by_ref().take(n).collect::<Vec<Row>>();
    let first = headers.first().map_or(0, |header| header.at);
    let mut above = take(first);
    uses.extend(above.iter().map(|row| (row.number, above_all(row))));
    let ends = headers.iter().skip(1).map(|header| header.at).chain([usize::MAX]).collect::<Vec<_>>();
    let mut sections: Vec<Above> = Vec::new();
    for (Header { at, height, columns }, end) in headers.into_iter().zip(ends) {
        uses.extend(take(height).into_iter().map(|row| (row.number, Aside::Header)));
        let own = take(end - at - height);
        // A family that goes on below the header of the next page.
        if let Some(before) =
            sections.last_mut().filter(|before| is_next_page(&columns, &before.columns, &own))
        {
            above = tail(&own);
            before.rows.extend(own);
            continue;
        }
        let before = sections.last().map(|section| section.title.clone()).unwrap_or_default();
        let title = title(&above).or(before);
        let next = tail(&own);
        sections.push(Above { above: std::mem::replace(&mut above, next), columns, title, rows: own });
    }
    sections
}

/// The families of forms. What else stands on the sheet may name the RT.
fn of_forms(forms: Forms, uses: &mut Vec<(u32, Aside)>) -> Above {
    let Forms { columns, rows, others } = forms;
    uses.extend(others.iter().map(|row| (row.number, above_all(row))));
    Above { above: Vec::new(), columns, title: title(&others), rows }
}

/// A row above every header: a title, unless it holds the number of somebody.
fn above_all(row: &Row) -> Aside {
    let is_long = |text: &str| digits(text) >= 15;
    let count = row.filled().filter(|(_, text)| is_long(text)).count();
    if count > 1 || (count == 1 && row.filled().count() > 3) {
        Aside::Unread(WhyUnread::NoHeader)
    } else {
        Aside::Title
    }
}

/// All rows of a sheet without a header, below the row that names some columns at least.
fn without_header(mut rows: Vec<Row>, uses: &mut Vec<(u32, Aside)>) -> Option<Above> {
    if rows.is_empty() {
        return None;
    }
    let above = rows.iter().take_while(|row| may_be_header(row)).count();
    let names_some = |row: &Row| {
        let known = |text: &str| !states_none(text) && kind_of(text).is_some();
        let (all, known) = (row.filled().count(), row.filled().filter(|(_, text)| known(text)).count());
        all > 1 && known * 2 >= all
    };
    let header = rows.get(..above).and_then(|above| above.iter().rposition(names_some));
    let above = rows.drain(..header.map_or(0, |at| at + 1)).collect::<Vec<_>>();
    uses.extend(above.iter().map(|row| (row.number, Aside::Title)));
    let columns = Columns::unnamed(above.last(), &rows);
    Some(Above { above: Vec::new(), columns, title: Neighbourhood::default(), rows })
}

/// As many rows above a header are its titles; those farther up belong to the section before.
const TITLE_ROWS: usize = 12;

/// The last rows of a section, among which the titles of the next one are.
fn tail(rows: &[Row]) -> Vec<Row> {
    rows.get(rows.len().saturating_sub(TITLE_ROWS)..).unwrap_or_default().to_vec()
}

/// RT and RW of the titles above a header: the nearest title counts, and rows with numbers of persons are none.
fn title(rows: &[Row]) -> Neighbourhood {
    let titles = rows.iter().rev().take(TITLE_ROWS).filter(|row| names_nobody(row));
    titles.map(title_row).fold(Neighbourhood::default(), Neighbourhood::or)
}

/// What a row says of RT and RW.
fn title_row(row: &Row) -> Neighbourhood {
    Neighbourhood::mentioned(&row.cells.join(" "))
}

/// Whether a row between others is a title: a text or two, and no number of a person.
pub(crate) fn is_title(row: &Row) -> bool {
    row.filled().count() <= 2 && names_nobody(row) && title_row(row).is_numbered()
}

/// Whether a row holds no number of a person or family: `RT 005 RW 002` has six digits, and a whole date eight.
fn names_nobody(row: &Row) -> bool {
    row.filled().all(|(_, text)| digits(text) < 10)
}
