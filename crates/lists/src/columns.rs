//! The columns of a section, each with its name and kind.

use crate::header_name::{Age, kind_of, kinds_under, without_common_words, words_of};
use crate::kind::{Cells, Count, Evidence, facts};
use crate::named_column::NamedColumn;
use crate::numbers::{ColumnNumbers, hold_women};
use crate::person_columns::PersonColumns;
use crate::places::Places;
use crate::settling::Settling;
use crate::slot::{Slot, SlotColumns};
use crate::table::Row;
use domain::Field;
use lists_protocol::{ColumnKind, ColumnName, Correction};
use std::cell::OnceCell;
use std::ops::Range;

/// The columns that a header names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    all: Vec<NamedColumn>,
    /// What follows from them; [`Columns::edit`] forgets it.
    places: OnceCell<Places>,
}

impl Columns {
    /// Reads a header of two rows; a header of one has an empty row above it.
    pub(crate) fn of(wider: &Row, row: &Row) -> Self {
        let mut columns = Vec::new();
        let mut names: Vec<String> = Vec::new();
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
            let whole = [above, name].join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            let kinds = kinds_under(group, name);
            names.push([group, " ", name].concat());
            columns.push(NamedColumn::new(at, whole, kinds));
        }
        let mut columns = Self { all: columns, ..Self::default() };
        columns.find_slots(&names);
        columns.give_the_row_a_person();
        columns.leave_out_common_words();
        columns
    }

    /// Finds the columns of persons who stand in the row of another. Parents are members where they have a number, and a husband,
    /// wife or child has columns too.
    fn find_slots(&mut self, names: &[String]) {
        let is_family =
            names.iter().any(|name| Slot::of(name, false).is_some_and(|(slot, _)| !slot.relation.is_empty()));
        let mut slots: Vec<_> = names.iter().map(|name| Slot::of(name, is_family)).collect();
        let numbered: Vec<Slot> = slots
            .iter()
            .flatten()
            .filter(|(_, kinds)| kinds.contains(&ColumnKind::Nik))
            .map(|(slot, _)| slot.clone())
            .collect();
        self.edit().iter_mut().zip(Slot::numbered(names, &slots)).for_each(|(column, numbered)| {
            if let Some((slot, kinds)) = numbered {
                (column.slot, column.kind, column.kinds) = (Some(slot), kinds.first().copied(), kinds);
            }
        });
        for (column, (name, found)) in self.edit().iter_mut().zip(names.iter().zip(&mut slots)) {
            let Some((slot, kinds)) = found.take() else { continue };
            if Slot::of(name, false).is_some() || numbered.contains(&slot) {
                (column.slot, column.kind, column.kinds) = (Some(slot), kinds.first().copied(), kinds);
            }
        }
    }

    /// Where all persons stand in columns, the first of them is the person of the row: the husband, or member number 1.
    fn give_the_row_a_person(&mut self) {
        let names = |kind: &ColumnKind| matches!(kind, ColumnKind::Name | ColumnKind::HeadName);
        if self.all.iter().any(|column| column.slot.is_none() && column.kinds.iter().any(names)) {
            return;
        }
        let of_persons = self.all.iter().filter(|column| column.kinds.contains(&ColumnKind::Name));
        let Some(first) = of_persons.filter_map(|column| column.slot.clone()).next() else { return };
        for column in self.edit().iter_mut().filter(|column| column.slot.as_ref() == Some(&first)) {
            column.slot = None;
        }
    }

    /// A word that stands in every name, DOMISILI, makes no column an address.
    fn leave_out_common_words(&mut self) {
        let names: Vec<String> = self.all.iter().map(|column| column.name.clone()).collect();
        for (column, bare) in self.edit().iter_mut().zip(without_common_words(&names)) {
            if column.slot.is_none() && words_of(&column.name).join(" ") != bare {
                column.kinds = kinds_under("", &bare);
                column.kind = column.kinds.first().copied();
            }
        }
    }

    /// Every column that holds anything, with its name in a row that may be its header.
    pub(crate) fn unnamed(header: Option<&Row>, rows: &[Row]) -> Self {
        let width = header.into_iter().chain(rows).map(|row| row.cells.len()).max().unwrap_or_default();
        let named = |at| {
            let name = header.map_or("", |header| header.cell(at));
            let filled = !name.is_empty() || rows.iter().any(|row| !row.cell(at).is_empty());
            filled.then(|| NamedColumn::new(at, name.to_owned(), kind_of(name).into_iter().collect()))
        };
        Self { all: (0..width).filter_map(named).collect(), ..Self::default() }
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::of(&self.all))
    }

    fn edit(&mut self) -> &mut Vec<NamedColumn> {
        self.places = OnceCell::new();
        &mut self.all
    }

    /// All of them, from left to right.
    pub(crate) fn all(&self) -> &[NamedColumn] {
        &self.all
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
        self.all.iter().filter(|column| column.kind.is_some()).count()
    }

    /// The first column of this kind; of several that say the same, the one that counts before the others: where a family
    /// lives, and not what its papers say (eligibility rule 5).
    pub(crate) fn at(&self, kind: ColumnKind) -> Option<usize> {
        self.places().at(kind)
    }

    /// The columns of this kind, those first that count before the others.
    pub(crate) fn ranked(&self, kind: ColumnKind) -> Vec<usize> {
        let mut columns: Vec<&NamedColumn> = self.of_kind(kind).collect();
        columns.sort_by_key(|column| column.rank_among(kind));
        columns.into_iter().map(|column| column.at).collect()
    }

    fn of_kind(&self, kind: ColumnKind) -> impl Iterator<Item = &NamedColumn> {
        self.all.iter().filter(move |column| column.kind == Some(kind) && column.slot.is_none())
    }

    /// The column of new numbers that is read for this kind, and the one that it was taken before because of its name.
    pub(crate) fn renewed(&self, kind: ColumnKind) -> Option<(usize, usize)> {
        let age = |column: &NamedColumn| Age::of(&words_of(&column.name));
        let renewed =
            self.of_kind(kind).find(|column| !column.is_corrected && age(column) == Age::Renewed)?;
        let is_usual = |column: &&NamedColumn| {
            column.kind.is_none()
                && column.slot.is_none()
                && !column.is_corrected
                && column.kinds.contains(&kind)
                && age(column) == Age::Unsaid
        };
        Some((renewed.at, self.all.iter().find(is_usual)?.at))
    }

    /// The columns whose kind is wanted, from left to right.
    pub(crate) fn with(
        &self,
        wanted: impl Fn(ColumnKind) -> bool,
    ) -> impl Iterator<Item = (usize, ColumnKind)> {
        let own = self.all.iter().filter(|column| column.slot.is_none());
        own.filter_map(|column| Some((column.at, column.kind?))).filter(move |(_, kind)| wanted(*kind))
    }

    /// Every column whose cells go somewhere, also those of persons who stand in columns.
    pub(crate) fn read(&self) -> impl Iterator<Item = (usize, ColumnKind)> {
        let all = self.all.iter().filter_map(|column| Some((column.at, column.kind?)));
        all.filter(|(_, kind)| !matches!(facts(*kind).cells, Cells::Nothing))
    }

    /// The persons who stand in columns of their own, in the order of the columns.
    pub(crate) fn slots(&self) -> Vec<SlotColumns<'_>> {
        let mut slots: Vec<SlotColumns<'_>> = Vec::new();
        for column in &self.all {
            let (Some(slot), Some(kind)) = (&column.slot, column.kind) else { continue };
            match slots.iter_mut().find(|known| known.slot == slot) {
                Some(known) => known.columns.push((column.at, kind)),
                None => slots.push(SlotColumns { slot, columns: vec![(column.at, kind)] }),
            }
        }
        slots
    }

    /// Where the person of a row stands.
    pub(crate) fn person(&self) -> PersonColumns {
        self.places().person()
    }

    /// Where the head stands, if there are columns for the head beside those for the person of the row.
    pub(crate) fn head(&self) -> Option<PersonColumns> {
        self.places().head()
    }

    /// The column that fills a field of the household.
    pub(crate) fn filling(&self, field: Field) -> Option<usize> {
        let (_, kind) = self.with(|kind| facts(kind).fields.contains(&field)).next()?;
        self.at(kind)
    }

    /// The column as people name it.
    pub(crate) fn name(&self, at: usize) -> Option<ColumnName> {
        let column = self.all.iter().find(|column| column.at == at)?;
        Some(ColumnName::new(at, &column.name))
    }

    /// The column whose name has these words and no others.
    pub(crate) fn named(&self, words: &[&str]) -> Option<usize> {
        self.all.iter().find(|column| words_of(&column.name) == words).map(|column| column.at)
    }

    /// How far to the right they reach.
    pub(crate) fn width(&self) -> usize {
        self.all.iter().map(|column| column.at + 1).max().unwrap_or_default()
    }

    /// The same, of those that have a name.
    pub(crate) fn named_width(&self) -> usize {
        self.all
            .iter()
            .filter(|column| !column.name.is_empty())
            .map(|column| column.at + 1)
            .max()
            .unwrap_or_default()
    }

    /// Applies what the owner of the list says: of a kind that a list has once, no other column remains.
    pub(crate) fn corrected(mut self, corrections: &[&Correction]) -> Self {
        for Correction { name, kind, .. } in corrections {
            for column in self.edit() {
                if column.shown() == *name {
                    (column.kind, column.slot, column.is_corrected) = (Some(*kind), None, true);
                } else if column.kind == Some(*kind) && facts(*kind).count != Count::Several {
                    (column.kind, column.is_corrected) = (None, true);
                }
            }
        }
        self
    }

    /// Decides by the rows below what names alone leave open.
    pub(crate) fn settled(mut self, rows: &[Row]) -> Self {
        self.name_the_others(rows);
        Settling::of(self.edit(), rows).settle();
        self.exchange_numbers(rows);
        self
    }

    /// NIK under the name of the KK number, and the other way round.
    fn exchange_numbers(&mut self, rows: &[Row]) {
        let Some((kk, nik)) = self.at(ColumnKind::Kk).zip(self.person().nik) else { return };
        if hold_women(rows, nik) || !ColumnNumbers::of(rows, nik).are_kk_beside(ColumnNumbers::of(rows, kk)) {
            return;
        }
        let is_either = |column: &&mut NamedColumn| column.at == kk || column.at == nik;
        let mut either: Vec<&mut NamedColumn> = self.edit().iter_mut().filter(is_either).collect();
        if let [one, other] = either.as_mut_slice()
            && !one.is_corrected
            && !other.is_corrected
        {
            std::mem::swap(&mut one.kind, &mut other.kind);
        }
    }

    /// Columns that hold something and have no name.
    fn name_the_others(&mut self, rows: &[Row]) {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let is_filled = |at: &usize| rows.iter().any(|row| !row.cell(*at).is_empty());
        let is_new = |at: &usize| self.all.iter().all(|column| column.at != *at);
        let others: Vec<usize> = (0..width).filter(is_new).filter(is_filled).collect();
        self.edit().extend(others.into_iter().map(|at| NamedColumn::new(at, String::new(), Vec::new())));
        self.edit().sort_by_key(|column| column.at);
    }

    /// Those in a part of the sheet.
    pub(crate) fn within(&self, range: &Range<usize>) -> Self {
        let all = self.all.iter().filter(|column| range.contains(&column.at)).cloned().collect();
        Self { all, ..Self::default() }
    }

    /// Adds a column that is in no table: what a title says of all rows below it.
    pub(crate) fn add(&mut self, at: usize, name: &str, kind: ColumnKind) {
        let mut column = NamedColumn::new(at, name.to_owned(), vec![kind]);
        column.is_corrected = true;
        self.edit().push(column);
    }

    /// The same, of whoever stands in the row of another.
    pub(crate) fn add_of_person(&mut self, at: usize, name: &str, kind: ColumnKind, slot: Slot) {
        self.add(at, name, kind);
        if let Some(column) = self.edit().last_mut() {
            column.slot = Some(slot);
        }
    }

    /// What stands in this column is read otherwise.
    pub(crate) fn set_aside(&mut self, at: usize) {
        for column in self.edit().iter_mut().filter(|column| column.at == at) {
            (column.kind, column.slot, column.is_corrected) = (Some(ColumnKind::Unused), None, true);
        }
    }

    /// The cells of a column were given to other columns: those that could, or all of them.
    pub(crate) fn give_up(&mut self, at: usize, are_all_given: bool) {
        self.set_aside(at);
        for column in self.all.iter_mut().filter(|column| column.at == at && !are_all_given) {
            column.kind = None;
        }
    }

    /// Where columns beyond all others begin.
    pub(crate) fn beyond(&self, rows: &[Row]) -> usize {
        rows.iter().map(|row| row.cells.len()).max().unwrap_or_default().max(self.width())
    }
}
