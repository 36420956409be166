//! Families and their members on two sheets, as forms with a group for each member are exported: tied by the KK number, or by
//! the running number that Kobo gives (`_index`, `_parent_index`).

use crate::kind::{Cells, facts};
use crate::section::Section;
use crate::table::Row;
use domain::identity::letters;
use domain::{Field, KkNumber, Nik};
use lists_protocol::ColumnKind;
use std::collections::HashMap;

/// The rows of a section that went into another one.
pub(crate) struct Joined {
    /// Whose rows they were, by its place among the sections.
    pub(crate) section: usize,
    /// Their numbers.
    pub(crate) rows: Vec<u32>,
}

/// Gives members the columns of their families, and takes the rows of these families away.
pub(crate) fn join(sections: &mut [Section]) -> Vec<Joined> {
    let mut joined = Vec::new();
    for members in 0..sections.len() {
        let tie = (0..sections.len())
            .filter(|at| *at != members)
            .find_map(|families| Tie::of(sections, families, members));
        joined.extend(tie.and_then(|tie| tie.join(sections)));
    }
    joined
}

/// Two sections, one of which has where families live, and the other their members and not where they live.
struct Tie {
    families: usize,
    members: usize,
    /// The column by which they are tied, in either.
    columns: (usize, usize),
    by_kk: bool,
}

impl Tie {
    fn of(sections: &[Section], families: usize, members: usize) -> Option<Self> {
        let (of_families, of_members) = (sections.get(families)?, sections.get(members)?);
        let kk = |section: &Section| section.columns.at(ColumnKind::Kk);
        let index =
            || of_families.columns.named(&["index"]).zip(of_members.columns.named(&["parent", "index"]));
        let (columns, by_kk) = match kk(of_families).zip(kk(of_members)) {
            Some(columns) => (columns, true),
            None => (index()?, false),
        };
        let tie = Self { families, members, columns, by_kk };
        let has = |section: &Section, field| section.columns.filling(field).is_some();
        let may_be = of_families.sheet != of_members.sheet
            && has(of_families, Field::Kk)
            && has(of_families, Field::Address)
            && !has(of_members, Field::Address)
            && of_members.columns.person().nik.is_some();
        if !may_be {
            return None;
        }
        let places = tie.places(of_families);
        let is_of_family = |row: &Row| tie.key(row, columns.1).is_some_and(|key| places.contains_key(&key));
        (places.len() == of_families.rows.len() && of_members.rows.iter().any(is_of_family)).then_some(tie)
    }

    /// What ties a row.
    fn key(&self, row: &Row, at: usize) -> Option<String> {
        let text = row.cell(at);
        if self.by_kk {
            KkNumber::parse(text).ok().map(|kk| kk.to_string())
        } else {
            Some(text.to_owned()).filter(|text| !text.is_empty())
        }
    }

    /// The rows of families by what ties them, each by its place.
    fn places(&self, families: &Section) -> HashMap<String, usize> {
        let rows = families.rows.iter().enumerate();
        rows.filter_map(|(i, row)| Some((self.key(row, self.columns.0)?, i))).collect()
    }

    fn join(&self, sections: &mut [Section]) -> Option<Joined> {
        let from = sections.get(self.families)?;
        let (rows, places, person) = (from.rows.clone(), self.places(from), from.columns.person());
        let is_given = |kind: ColumnKind| {
            (kind != ColumnKind::Kk || !self.by_kk)
                && !matches!(facts(kind).cells, Cells::Identity | Cells::Nothing | Cells::Person(_))
        };
        let name = |at: usize| from.columns.name(at).map(|name| name.header).unwrap_or_default();
        let given: Vec<(usize, String, ColumnKind)> =
            from.columns.with(is_given).map(|(at, kind)| (at, name(at), kind)).collect();
        let to = sections.get_mut(self.members)?;
        let (own, beyond) = (to.columns.person(), to.columns.beyond(&to.rows));
        let mut found: HashMap<usize, bool> = HashMap::new();
        for row in &mut to.rows {
            let Some(place) = self.key(row, self.columns.1).and_then(|key| places.get(&key).copied()) else {
                continue;
            };
            let Some(family) = rows.get(place) else { continue };
            // Whom the family's own row names is among the members, or the row stays a family of its own, which is named.
            let cell = |at: Option<usize>, row: &Row| at.map_or(String::new(), |at| row.cell(at).to_owned());
            let (nik, name) = (cell(person.nik, family), cell(person.name, family));
            *found.entry(place).or_default() |= name.is_empty() && nik.is_empty()
                || (Nik::parse(&nik).is_ok() && Nik::parse(&nik) == Nik::parse(&cell(own.nik, row)))
                || letters(&name) == letters(&cell(own.name, row));
            for (i, (at, ..)) in given.iter().enumerate() {
                row.set(beyond + i, family.cell(*at).to_owned());
            }
        }
        for (i, (_, name, kind)) in given.into_iter().enumerate() {
            to.columns.add(beyond + i, &name, kind);
        }
        let (mut taken, mut place) = (Vec::new(), 0);
        sections.get_mut(self.families)?.rows.retain(|row| {
            let is_taken = found.get(&place) == Some(&true);
            place += 1;
            if is_taken {
                taken.extend(row.numbers());
            }
            !is_taken
        });
        Some(Joined { section: self.families, rows: taken })
    }
}
