//! The columns of a section, each with its name and kind.

use crate::header_name::{kind_of, kind_under};
use crate::kind::{Count, Evidence, facts};
use crate::table::Row;
use domain::{Field, Relation};
use lists_protocol::{Column, ColumnKind, ColumnName, Correction};

/// The columns that a header names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns(Vec<Named>);

#[derive(Clone, Debug)]
struct Named {
    at: usize,
    name: String,
    kind: Option<ColumnKind>,
}

/// Where the name and the number of a person stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PersonColumns {
    pub(crate) name: Option<usize>,
    pub(crate) nik: Option<usize>,
}

impl Columns {
    /// Reads a header of two rows; a header of one has an empty row above it.
    pub(crate) fn of(wider: &Row, row: &Row) -> Self {
        let mut columns = Vec::new();
        let mut group = "";
        for at in 0..wider.cells.len().max(row.cells.len()) {
            let (above, name) = (wider.cell(at), row.cell(at));
            // A merged cell has its text in its first column.
            if !above.is_empty() {
                group = above;
            }
            if above.is_empty() && name.is_empty() {
                continue;
            }
            let kind = kind_under(group, name);
            let name = [above, name].join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            columns.push(Named { at, name, kind });
        }
        Self(columns)
    }

    /// Every column that holds anything, with its name in a row that may be its header.
    pub(crate) fn all(header: Option<&Row>, rows: &[Row]) -> Self {
        let width = header.into_iter().chain(rows).map(|row| row.cells.len()).max().unwrap_or_default();
        let named = |at| {
            let name = header.map_or("", |header| header.cell(at));
            let filled = !name.is_empty() || rows.iter().any(|row| !row.cell(at).is_empty());
            filled.then(|| Named { at, name: name.to_owned(), kind: kind_of(name) })
        };
        Self((0..width).filter_map(named).collect())
    }

    /// Whether these are the columns of a list at all: at least two of name, NIK and KK number.
    pub(crate) fn are_a_header(&self) -> bool {
        let is_key =
            |kind: ColumnKind| matches!(facts(kind).evidence, Evidence::KeyNumber | Evidence::KeyName);
        let mut keys: Vec<_> = self.with(is_key).flat_map(|(_, kind)| facts(kind).fields).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.len() >= 2
    }

    /// Whether families can be made of the rows: a list of other aid has persons only.
    pub(crate) fn make_families(&self) -> bool {
        self.filling(Field::Kk).or_else(|| self.filling(Field::Address)).is_some()
    }

    /// How many of the names are known.
    pub(crate) fn recognised(&self) -> usize {
        self.0.iter().filter(|column| column.kind.is_some()).count()
    }

    /// The first column of this kind.
    pub(crate) fn at(&self, kind: ColumnKind) -> Option<usize> {
        self.with(|of| of == kind).next().map(|(at, _)| at)
    }

    /// The columns whose kind is wanted, from left to right.
    pub(crate) fn with(
        &self,
        wanted: impl Fn(ColumnKind) -> bool,
    ) -> impl Iterator<Item = (usize, ColumnKind)> {
        self.0.iter().filter_map(|c| Some((c.at, c.kind?))).filter(move |(_, kind)| wanted(*kind))
    }

    /// Where the person of a row stands.
    pub(crate) fn person(&self) -> PersonColumns {
        let (name, nik) = (ColumnKind::Name, ColumnKind::Nik);
        match self.at(name) {
            Some(at) => {
                PersonColumns { name: Some(at), nik: self.at(nik).or_else(|| self.at(ColumnKind::HeadNik)) }
            }
            None => PersonColumns {
                name: self.at(ColumnKind::HeadName),
                nik: self.at(ColumnKind::HeadNik).or_else(|| self.at(nik)),
            },
        }
    }

    /// Where the head stands, if there are columns for the head beside those for the person of the row.
    pub(crate) fn head(&self) -> Option<PersonColumns> {
        let name = self.at(ColumnKind::HeadName)?;
        let nik = self.at(ColumnKind::HeadNik).filter(|at| self.person().nik != Some(*at));
        self.at(ColumnKind::Name).map(|_| PersonColumns { name: Some(name), nik })
    }

    /// The column that fills a field of the household.
    pub(crate) fn filling(&self, field: Field) -> Option<usize> {
        self.with(|kind| facts(kind).fields.contains(&field)).next().map(|(at, _)| at)
    }

    /// The column as people name it.
    pub(crate) fn name(&self, at: usize) -> Option<ColumnName> {
        let column = self.0.iter().find(|column| column.at == at)?;
        Some(ColumnName::new(at, &column.name))
    }

    /// The columns as a report shows them.
    pub(crate) fn report(&self, sheet: Option<&String>, rows: &[Row]) -> impl Iterator<Item = Column> {
        let example = |at| rows.iter().map(move |row| row.cell(at)).find(|text| !text.is_empty());
        self.0.iter().map(move |column| Column {
            sheet: sheet.cloned(),
            name: ColumnName::new(column.at, &column.name),
            kind: column.kind,
            example: example(column.at).unwrap_or_default().to_owned(),
        })
    }

    /// Applies what the owner of the list says: of a kind that a list has once, no other column remains.
    pub(crate) fn corrected(mut self, corrections: &[&Correction]) -> Self {
        for Correction { name, kind, .. } in corrections {
            for column in &mut self.0 {
                if ColumnName::new(column.at, &column.name) == *name {
                    column.kind = Some(*kind);
                } else if column.kind == Some(*kind) && facts(*kind).count == Count::One {
                    column.kind = None;
                }
            }
        }
        self
    }

    /// Decides by the rows below what names alone leave open.
    pub(crate) fn settled(mut self, rows: &[Row]) -> Self {
        self.settle_status(rows);
        self.settle_address();
        let mut seen = Vec::new();
        for column in &mut self.0 {
            if let Some(kind) = column.kind.filter(|kind| facts(*kind).count == Count::One) {
                if seen.contains(&kind) {
                    column.kind = None;
                }
                seen.push(kind);
            }
        }
        self
    }

    fn settle_status(&mut self, rows: &[Row]) {
        let has_relation = self.at(ColumnKind::Relation).is_some();
        for column in self.0.iter_mut().filter(|column| column.kind == Some(ColumnKind::Status)) {
            let names_heads =
                rows.iter().any(|row| Relation::parse_loose(row.cell(column.at)) == Some(Relation::Head));
            let is_relation = names_heads && !has_relation;
            column.kind = Some(if is_relation { ColumnKind::Relation } else { ColumnKind::Unused });
        }
    }

    /// Of several addresses the one where the family lives counts, not the one in its papers (eligibility rule 5).
    fn settle_address(&mut self) {
        let is_address = |column: &&mut Named| column.kind == Some(ColumnKind::Address);
        let rank = |name: &str| {
            let has = |words: &[&str]| words.iter().any(|word| name.to_lowercase().contains(word));
            if has(&["domisili", "tinggal", "sekarang"]) {
                0
            } else {
                1 + u8::from(has(&["ktp", "kk", "kartu", "asal"]))
            }
        };
        let best = self
            .0
            .iter_mut()
            .filter(is_address)
            .min_by_key(|column| rank(&column.name))
            .map(|column| column.at);
        for column in self.0.iter_mut().filter(is_address).filter(|column| Some(column.at) != best) {
            column.kind = Some(ColumnKind::Unused);
        }
    }
}
