//! The columns of a section, each with its name and meaning.

use crate::meaning::Meaning;
use crate::reading::{Column, ColumnName, Correction};
use crate::table::Row;
use domain::{Field, Relation};

/// The columns that a header names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns(Vec<Named>);

#[derive(Clone, Debug)]
struct Named {
    at: usize,
    name: String,
    meaning: Option<Meaning>,
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
            // A merged cell stands in its first column.
            if !above.is_empty() {
                group = above;
            }
            if above.is_empty() && name.is_empty() {
                continue;
            }
            let meaning = Meaning::under(group, name);
            let name = [above, name].join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            columns.push(Named { at, name, meaning });
        }
        Self(columns)
    }

    /// Every column in which something stands, with the name that it has in a row, if there is one.
    pub(crate) fn all(header: Option<&Row>, rows: &[Row]) -> Self {
        let width = header.into_iter().chain(rows).map(|row| row.cells.len()).max().unwrap_or_default();
        let named = |at| {
            let name = header.map_or("", |header| header.cell(at));
            let filled = !name.is_empty() || rows.iter().any(|row| !row.cell(at).is_empty());
            filled.then(|| Named { at, name: name.to_owned(), meaning: Meaning::of(name) })
        };
        Self((0..width).filter_map(named).collect())
    }

    /// Whether these are the columns of a list at all: at least two of name, NIK and KK number.
    pub(crate) fn are_a_header(&self) -> bool {
        let has = |fields: &[Field]| {
            self.0.iter().any(|c| c.meaning.is_some_and(|m| m.is_key() && m.fields() == fields))
        };
        [Field::Kk, Field::Nik, Field::Name].iter().filter(|field| has(&[**field])).count() >= 2
    }

    /// Whether families can be made of the rows: a list of other aid has persons only.
    pub(crate) fn make_families(&self) -> bool {
        self.0.iter().filter_map(|c| c.meaning).any(|m| matches!(m.fields(), [Field::Kk | Field::Address]))
    }

    /// How many of the names are known.
    pub(crate) fn recognised(&self) -> usize {
        self.0.iter().filter(|column| column.meaning.is_some()).count()
    }

    /// The first column of this meaning.
    pub(crate) fn at(&self, meaning: Meaning) -> Option<usize> {
        self.with(|m| m == meaning).next().map(|(at, _)| at)
    }

    /// The columns of some meanings, from left to right.
    pub(crate) fn with(&self, wanted: impl Fn(Meaning) -> bool) -> impl Iterator<Item = (usize, Meaning)> {
        self.0.iter().filter_map(|c| Some((c.at, c.meaning?))).filter(move |(_, meaning)| wanted(*meaning))
    }

    /// The person that each row names.
    pub(crate) fn person(&self) -> PersonColumns {
        let (name, nik) = (Meaning::Field(Field::Name), Meaning::Field(Field::Nik));
        match self.at(name) {
            Some(at) => {
                PersonColumns { name: Some(at), nik: self.at(nik).or_else(|| self.at(Meaning::HeadNik)) }
            }
            None => PersonColumns {
                name: self.at(Meaning::HeadName),
                nik: self.at(Meaning::HeadNik).or_else(|| self.at(nik)),
            },
        }
    }

    /// The head, where columns name him beside the person of the row.
    pub(crate) fn head(&self) -> Option<PersonColumns> {
        let name = self.at(Meaning::HeadName)?;
        let nik = self.at(Meaning::HeadNik).filter(|at| self.person().nik != Some(*at));
        self.at(Meaning::Field(Field::Name)).map(|_| PersonColumns { name: Some(name), nik })
    }

    /// The column that fills a field of the household.
    pub(crate) fn filling(&self, field: Field) -> Option<usize> {
        self.with(|meaning| meaning.fields().contains(&field)).next().map(|(at, _)| at)
    }

    /// The column as people name it.
    pub(crate) fn name(&self, at: usize) -> Option<ColumnName> {
        let column = self.0.iter().find(|column| column.at == at)?;
        Some(ColumnName::new(at, &column.name))
    }

    /// What a report tells of the columns.
    pub(crate) fn public(&self, sheet: Option<&String>, rows: &[Row]) -> impl Iterator<Item = Column> {
        let example = |at| rows.iter().map(move |row| row.cell(at)).find(|text| !text.is_empty());
        self.0.iter().map(move |column| Column {
            sheet: sheet.cloned(),
            name: ColumnName::new(column.at, &column.name),
            meaning: column.meaning,
            example: example(column.at).unwrap_or_default().to_owned(),
        })
    }

    /// Takes the word of somebody who sees the list: no other column holds then what one column holds.
    pub(crate) fn corrected(mut self, corrections: &[&Correction]) -> Self {
        for Correction { name, meaning, .. } in corrections {
            for column in &mut self.0 {
                if ColumnName::new(column.at, &column.name) == *name {
                    column.meaning = Some(*meaning);
                } else if column.meaning == Some(*meaning) && meaning.is_single() {
                    column.meaning = None;
                }
            }
        }
        self
    }

    /// Settles what names alone leave open, by the rows below.
    pub(crate) fn settled(mut self, rows: &[Row]) -> Self {
        self.settle_status(rows);
        self.settle_address();
        let mut seen = Vec::new();
        for column in &mut self.0 {
            if let Some(meaning) = column.meaning.filter(|meaning| meaning.is_single()) {
                if seen.contains(&meaning) {
                    column.meaning = None;
                }
                seen.push(meaning);
            }
        }
        self
    }

    fn settle_status(&mut self, rows: &[Row]) {
        let has_relation = self.at(Meaning::Field(Field::Relation)).is_some();
        for column in self.0.iter_mut().filter(|column| column.meaning == Some(Meaning::Status)) {
            let names_heads =
                rows.iter().any(|row| Relation::parse_loose(row.cell(column.at)) == Some(Relation::Head));
            let is_relation = names_heads && !has_relation;
            column.meaning =
                Some(if is_relation { Meaning::Field(Field::Relation) } else { Meaning::Unused });
        }
    }

    /// Where the family lives, rather than what its papers say (eligibility rule 5).
    fn settle_address(&mut self) {
        let is_address = |column: &&mut Named| column.meaning == Some(Meaning::Field(Field::Address));
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
            column.meaning = Some(Meaning::Unused);
        }
    }
}
