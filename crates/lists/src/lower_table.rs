//! The lower table of the card of a family: the same persons by their running numbers, and what they are to the head.

use crate::cell::digits;
use crate::columns::Columns;
use crate::header::may_be_header;
use crate::header_name::kind_of;
use crate::kind::{Evidence, facts};
use crate::table::Row;
use lists_protocol::{Aside, ColumnKind, WhyUnread};
use std::collections::HashMap;

/// Where the columns of a lower table stand.
#[derive(Clone, Copy)]
struct Lower {
    counter: usize,
    relation: usize,
    /// Rows of it have been read.
    has_begun: bool,
}

/// Writes what a lower table says into the rows of the persons, and tells what its other rows are.
pub(crate) fn join(columns: &mut Columns, rows: &mut Vec<Row>) -> Vec<(u32, Aside)> {
    let mut aside = Vec::new();
    let Some(counter) = columns.at(ColumnKind::Counter) else { return aside };
    if columns.at(ColumnKind::Relation).is_some() || !rows.iter().any(|row| Lower::of(row).is_some()) {
        return aside;
    }
    let name = rows.iter().find_map(|row| Some(row.cell(Lower::of(row)?.relation).to_owned()));
    let at = columns.beyond(rows);
    let mut kept: Vec<Row> = Vec::with_capacity(rows.len());
    let mut persons: HashMap<String, usize> = HashMap::new();
    let mut lower: Option<Lower> = None;
    for row in std::mem::take(rows) {
        if let Some(begun) = Lower::of(&row) {
            lower = Some(begun);
            aside.push((row.number, Aside::Header));
            continue;
        }
        let number = row.cell(lower.map_or(counter, |lower| lower.counter)).trim_end_matches('.').to_owned();
        let is_number = !number.is_empty() && number.len() <= 2 && digits(&number) == number.len();
        let Some(table) = lower.as_mut() else {
            if is_number {
                persons.insert(number, kept.len());
            }
            kept.push(row);
            continue;
        };
        if number.is_empty() && !table.has_begun && may_be_header(&row) {
            aside.push((row.number, Aside::Header));
        } else if !is_number {
            // It has ended, and the next card may begin.
            (lower, persons) = (None, HashMap::new());
            kept.push(row);
        } else if row.filled().count() == 1 {
            table.has_begun = true;
            aside.push((row.number, Aside::Title));
        } else {
            table.has_begun = true;
            match persons.get(&number).and_then(|at| kept.get_mut(*at)) {
                Some(person) => {
                    person.set(at, row.cell(table.relation).to_owned());
                    person.parts.push(row.number);
                }
                None => aside.push((row.number, Aside::Unread(WhyUnread::NamesNobody))),
            }
        }
    }
    *rows = kept;
    columns.add(at, &name.unwrap_or_default(), ColumnKind::Relation);
    aside
}

impl Lower {
    /// A header that names the running number and the relation, and nothing that a person is recognised by.
    fn of(row: &Row) -> Option<Self> {
        if row.filled().count() < 3 || !may_be_header(row) {
            return None;
        }
        let kinds = || row.filled().filter_map(|(at, name)| Some((at, kind_of(name)?)));
        let place = |wanted| kinds().find(|(_, kind)| *kind == wanted).map(|(at, _)| at);
        let is_key = |kind| matches!(facts(kind).evidence, Evidence::KeyNumber | Evidence::KeyName);
        let (counter, relation) = place(ColumnKind::Counter).zip(place(ColumnKind::Relation))?;
        (!kinds().any(|(_, kind)| is_key(kind))).then_some(Self { counter, relation, has_begun: false })
    }
}
