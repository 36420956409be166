//! The columns of a section, each with its name and kind.

use crate::cell::digits;
use crate::fit::{Cells, Fit, Like};
use crate::header_name::{kind_of, kinds_under, without_common_words, words_of};
use crate::kind::{Cells as To, Count, Evidence, facts};
use crate::numbers::{ColumnNumbers, hold_women};
use crate::slot::Slot;
use crate::table::Row;
use domain::Field;
use lists_protocol::{Column, ColumnKind, ColumnName, Correction};
use std::ops::Range;

/// The columns that a header names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns(Vec<Named>);

#[derive(Clone, Debug)]
struct Named {
    at: usize,
    name: String,
    /// What it may be by its name, the likelier first.
    kinds: Vec<ColumnKind>,
    kind: Option<ColumnKind>,
    /// Whose column it is, where persons stand in columns.
    slot: Option<Slot>,
    /// Its owner has said what it is.
    is_corrected: bool,
    /// How many of a hundred cells look like it.
    fit: Option<u8>,
    /// See [`nearness`].
    nearness: u8,
}

/// Where the name and the number of a person stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PersonColumns {
    pub(crate) name: Option<usize>,
    pub(crate) nik: Option<usize>,
}

/// The columns of a person who stands in the row of another.
pub(crate) struct SlotColumns<'a> {
    pub(crate) slot: &'a Slot,
    /// Each with its kind.
    pub(crate) columns: Vec<(usize, ColumnKind)>,
}

impl Named {
    fn new(at: usize, name: String, kinds: Vec<ColumnKind>) -> Self {
        let (kind, nearness) = (kinds.first().copied(), nearness(&name));
        Self { at, name, kind, kinds, slot: None, is_corrected: false, fit: None, nearness }
    }

    /// How well its cells fit a kind that its name may mean.
    fn fit_of(&self, kind: ColumnKind, cells: &Cells<'_>) -> Fit {
        let is_tick = |kind: &&ColumnKind| facts(**kind).like == Like::Tick;
        let fit = cells.fit(facts(kind).like);
        match facts(kind).like {
            // A yes under the name of one programme is a tick; under the names of two it is of neither.
            Like::Programme if fit < Fit::For(0) && self.kinds.iter().filter(is_tick).count() == 1 => {
                Fit::Against
            }
            Like::Person if cells.are_all_the_same() => fit.min(Fit::Silent),
            _ => fit,
        }
    }

    /// The order of columns that say the same.
    fn rank_among(&self, kind: ColumnKind) -> (u8, usize) {
        (if facts(kind).count == Count::Ranked { self.nearness } else { 0 }, self.at)
    }

    /// Of two columns for the same thing the better: by the cells, then by the shorter name, then the first.
    fn rank(&self, fit: Fit) -> impl Ord + use<> {
        let fit = match fit {
            Fit::Against => 2,
            Fit::Silent => 1,
            Fit::For(_) => 0,
        };
        (fit, words_of(&self.name).len(), self.at)
    }
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
            let whole = [above, name].join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            let kinds = kinds_under(group, name);
            let person = Slot::of(&[group, " ", name].concat());
            let mut column = Named::new(at, whole, kinds);
            if let Some((slot, kinds)) = person {
                (column.slot, column.kind, column.kinds) = (Some(slot), kinds.first().copied(), kinds);
            }
            columns.push(column);
        }
        let mut columns = Self(columns);
        columns.give_the_row_a_person();
        columns.leave_out_common_words();
        columns
    }

    /// Where all persons stand in columns, the first of them is the person of the row: the husband, or member number 1.
    fn give_the_row_a_person(&mut self) {
        let names = |kind: &ColumnKind| matches!(kind, ColumnKind::Name | ColumnKind::HeadName);
        if self.0.iter().any(|column| column.slot.is_none() && column.kinds.iter().any(names)) {
            return;
        }
        let of_persons = self.0.iter().filter(|column| column.kinds.contains(&ColumnKind::Name));
        let Some(first) = of_persons.filter_map(|column| column.slot.clone()).next() else { return };
        for column in self.0.iter_mut().filter(|column| column.slot.as_ref() == Some(&first)) {
            column.slot = None;
        }
    }

    /// A word that stands in every name, DOMISILI, makes no column an address.
    fn leave_out_common_words(&mut self) {
        let names: Vec<String> = self.0.iter().map(|column| column.name.clone()).collect();
        for (column, bare) in self.0.iter_mut().zip(without_common_words(&names)) {
            if column.slot.is_none() && words_of(&column.name).join(" ") != bare {
                column.kinds = kinds_under("", &bare);
                column.kind = column.kinds.first().copied();
            }
        }
    }

    /// Every column that holds anything, with its name in a row that may be its header.
    pub(crate) fn all(header: Option<&Row>, rows: &[Row]) -> Self {
        let width = header.into_iter().chain(rows).map(|row| row.cells.len()).max().unwrap_or_default();
        let named = |at| {
            let name = header.map_or("", |header| header.cell(at));
            let filled = !name.is_empty() || rows.iter().any(|row| !row.cell(at).is_empty());
            filled.then(|| Named::new(at, name.to_owned(), kind_of(name).into_iter().collect()))
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

    /// The first column of this kind; of several that say the same, the one that counts before the others: where a family
    /// lives, and not what its papers say (eligibility rule 5).
    pub(crate) fn at(&self, kind: ColumnKind) -> Option<usize> {
        self.of_kind(kind).min_by_key(|column| column.rank_among(kind)).map(|column| column.at)
    }

    /// The columns of this kind, those first that count before the others.
    pub(crate) fn ranked(&self, kind: ColumnKind) -> Vec<usize> {
        let mut columns: Vec<&Named> = self.of_kind(kind).collect();
        columns.sort_by_key(|column| column.rank_among(kind));
        columns.into_iter().map(|column| column.at).collect()
    }

    fn of_kind(&self, kind: ColumnKind) -> impl Iterator<Item = &Named> {
        self.0.iter().filter(move |column| column.kind == Some(kind) && column.slot.is_none())
    }

    /// The columns whose kind is wanted, from left to right.
    pub(crate) fn with(
        &self,
        wanted: impl Fn(ColumnKind) -> bool,
    ) -> impl Iterator<Item = (usize, ColumnKind)> {
        let own = self.0.iter().filter(|column| column.slot.is_none());
        own.filter_map(|column| Some((column.at, column.kind?))).filter(move |(_, kind)| wanted(*kind))
    }

    /// Every column whose cells go somewhere, also those of persons who stand in columns.
    pub(crate) fn read(&self) -> impl Iterator<Item = (usize, ColumnKind)> {
        let all = self.0.iter().filter_map(|column| Some((column.at, column.kind?)));
        all.filter(|(_, kind)| !matches!(facts(*kind).cells, To::Nothing))
    }

    /// The persons who stand in columns of their own, in the order of the columns.
    pub(crate) fn slots(&self) -> Vec<SlotColumns<'_>> {
        let mut slots: Vec<SlotColumns<'_>> = Vec::new();
        for column in &self.0 {
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
        let (_, kind) = self.with(|kind| facts(kind).fields.contains(&field)).next()?;
        self.at(kind)
    }

    /// The column as people name it.
    pub(crate) fn name(&self, at: usize) -> Option<ColumnName> {
        let column = self.0.iter().find(|column| column.at == at)?;
        Some(ColumnName::new(at, &column.name))
    }

    /// The column whose name has these words and no others.
    pub(crate) fn named(&self, words: &[&str]) -> Option<usize> {
        self.0.iter().find(|column| words_of(&column.name) == words).map(|column| column.at)
    }

    /// How far to the right they reach.
    pub(crate) fn width(&self) -> usize {
        self.0.iter().map(|column| column.at + 1).max().unwrap_or_default()
    }

    /// The same, of those that have a name.
    pub(crate) fn named_width(&self) -> usize {
        self.0
            .iter()
            .filter(|column| !column.name.is_empty())
            .map(|column| column.at + 1)
            .max()
            .unwrap_or_default()
    }

    /// The columns as a report shows them.
    pub(crate) fn report(&self, sheet: Option<&String>, rows: &[Row]) -> impl Iterator<Item = Column> {
        let example = |at| rows.iter().map(move |row| row.cell(at)).find(|text| !text.is_empty());
        self.0.iter().map(move |column| {
            let long_numbers = if column.kind.is_none() { long_numbers(rows, column.at) } else { 0 };
            Column {
                sheet: sheet.cloned(),
                name: ColumnName::new(column.at, &column.name),
                kind: column.kind,
                fit: column.fit,
                long_numbers,
                proposed: (long_numbers > 0).then(|| self.proposed(rows, column.at)).flatten(),
                example: example(column.at).unwrap_or_default().to_owned(),
            }
        })
    }

    /// Applies what the owner of the list says: of a kind that a list has once, no other column remains.
    pub(crate) fn corrected(mut self, corrections: &[&Correction]) -> Self {
        for Correction { name, kind, .. } in corrections {
            for column in &mut self.0 {
                if ColumnName::new(column.at, &column.name) == *name {
                    (column.kind, column.slot, column.is_corrected) = (Some(*kind), None, true);
                } else if column.kind == Some(*kind) && facts(*kind).count != Count::Several {
                    (column.kind, column.is_corrected) = (None, true);
                }
            }
        }
        self
    }

    /// Decides by the rows below what names alone leave open: a column is what its cells are not against, and of several
    /// for what a list has once, the best is read.
    pub(crate) fn settled(mut self, rows: &[Row]) -> Self {
        self.name_the_others(rows);
        let cells: Vec<Cells<'_>> = self.0.iter().map(|column| Cells::of(rows, column.at)).collect();
        let has_relation = self.0.iter().zip(&cells).any(|(column, cells)| {
            column.kinds.first() == Some(&ColumnKind::Relation) && cells.fit(Like::Relation) > Fit::Against
        });
        let mut open: Vec<usize> = (0..self.0.len()).collect();
        let mut taken: Vec<ColumnKind> = self.corrected_kinds().collect();
        let mut passed: Vec<Vec<ColumnKind>> = vec![Vec::new(); self.0.len()];
        while !open.is_empty() {
            // What each open column would be, and of those that would be the same the best.
            let mut wishes: Vec<(ColumnKind, usize, Fit)> = Vec::new();
            for at in std::mem::take(&mut open) {
                let (Some(column), Some(cells), Some(passed)) =
                    (self.0.get_mut(at), cells.get(at), passed.get(at))
                else {
                    continue;
                };
                if column.is_corrected {
                    continue;
                }
                let kinds = column.kinds.iter().filter(|kind| !passed.contains(kind));
                let mut fits = kinds.map(|kind| (*kind, column.fit_of(*kind, cells)));
                let best = fits.find(|(_, fit)| *fit > Fit::Against);
                column.kind = best.map(|(kind, _)| kind);
                column.fit = match best {
                    Some((_, Fit::For(share))) => Some(share),
                    _ => None,
                };
                if column.kind == Some(ColumnKind::Status) {
                    column.kind = Some(settled_status(cells, has_relation));
                }
                if let Some((kind, fit)) = best
                    && column.slot.is_none()
                    && facts(kind).count == Count::One
                {
                    wishes.push((kind, at, fit));
                }
            }
            wishes.sort_by_key(|(_, at, fit)| self.0.get(*at).map(|column| column.rank(*fit)));
            for (kind, at, _) in wishes {
                if taken.contains(&kind) {
                    open.push(at);
                    if let Some(passed) = passed.get_mut(at) {
                        passed.push(kind);
                    }
                } else {
                    taken.push(kind);
                }
            }
        }
        self.exchange_numbers(rows);
        self
    }

    /// NIK under the name of the KK number, and the other way round.
    fn exchange_numbers(&mut self, rows: &[Row]) {
        let Some((kk, nik)) = self.at(ColumnKind::Kk).zip(self.person().nik) else { return };
        if hold_women(rows, nik) || !ColumnNumbers::of(rows, nik).are_kk_beside(ColumnNumbers::of(rows, kk)) {
            return;
        }
        let is_either = |column: &&mut Named| column.at == kk || column.at == nik;
        let mut either: Vec<&mut Named> = self.0.iter_mut().filter(is_either).collect();
        if let [one, other] = either.as_mut_slice()
            && !one.is_corrected
            && !other.is_corrected
        {
            std::mem::swap(&mut one.kind, &mut other.kind);
        }
    }

    /// What a column of numbers that is not read would be.
    fn proposed(&self, rows: &[Row], at: usize) -> Option<ColumnKind> {
        let has_kk = self.at(ColumnKind::Kk).is_some();
        let has_nik = self.person().nik.is_some();
        match (has_kk, has_nik) {
            (true, true) => None,
            (true, false) => Some(ColumnKind::Nik),
            (false, true) => Some(ColumnKind::Kk),
            (false, false) if ColumnNumbers::of(rows, at).may_be_kk() => Some(ColumnKind::Kk),
            (false, false) => Some(ColumnKind::Nik),
        }
    }

    /// Kinds that the owner of the list has given, of which a list has one.
    fn corrected_kinds(&self) -> impl Iterator<Item = ColumnKind> {
        let corrected = self.0.iter().filter(|column| column.is_corrected).filter_map(|column| column.kind);
        corrected.filter(|kind| facts(*kind).count == Count::One)
    }

    /// Columns that hold something and have no name.
    fn name_the_others(&mut self, rows: &[Row]) {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let is_filled = |at: &usize| rows.iter().any(|row| !row.cell(*at).is_empty());
        let is_new = |at: &usize| self.0.iter().all(|column| column.at != *at);
        let others: Vec<usize> = (0..width).filter(is_new).filter(is_filled).collect();
        self.0.extend(others.into_iter().map(|at| Named::new(at, String::new(), Vec::new())));
        self.0.sort_by_key(|column| column.at);
    }

    /// Whether a row has the name of no column, but cells that fit all of them: the rows go on from another sheet.
    pub(crate) fn go_on_in(&self, rows: &[Row]) -> bool {
        let fits = |at: usize, kind: ColumnKind| Cells::of(rows, at).fit(facts(kind).like);
        let is_number = |kind: ColumnKind| facts(kind).evidence == Evidence::KeyNumber;
        let mut numbers = self.with(is_number).map(|(at, kind)| fits(at, kind)).peekable();
        numbers.peek().is_some()
            && numbers.all(|fit| matches!(fit, Fit::For(share) if share > 80))
            && self.with(|_| true).all(|(at, kind)| {
                // A street is nobody's name: the columns stand in another order.
                let least =
                    if facts(kind).evidence == Evidence::KeyName { Fit::Silent } else { Fit::Against };
                fits(at, kind) > least
            })
    }

    /// Whether the header of the next page names the same columns, and the first row below it is of a family that began above
    /// it.
    pub(crate) fn go_on_from(&self, before: &Self, rows: &[Row]) -> bool {
        let is_same = |(own, other): (&Named, &Named)| (own.at, &own.name) == (other.at, &other.name);
        let is_of_family_above = |kk: usize, nik: usize| {
            // Below the names of the columns their numbers may stand.
            let first = rows.iter().find(|row| digits(row.cell(nik)) >= 12);
            first.is_some_and(|row| row.cell(kk).is_empty())
        };
        self.0.len() == before.0.len()
            && self.0.iter().zip(&before.0).all(is_same)
            && self
                .at(ColumnKind::Kk)
                .zip(self.person().nik)
                .is_some_and(|(kk, nik)| is_of_family_above(kk, nik))
    }

    /// Tables that stand side by side, each with a header of its own: it has the same first column as the others, or there is
    /// a gap before it.
    pub(crate) fn side_by_side(&self) -> Vec<Range<usize>> {
        let Some(first) = self.0.first() else { return Vec::new() };
        let named_so = self.0.iter().filter(|column| column.name == first.name).map(|column| column.at);
        let behind_gap = self.0.windows(2).filter_map(|pair| match pair {
            [left, right] if left.at + 1 < right.at => Some(right.at),
            _ => None,
        });
        let tables = |starts: Vec<usize>| {
            let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
            let ranges: Vec<Range<usize>> =
                starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
            let are_tables = ranges.iter().all(|range| {
                let part = self.within(range);
                part.are_a_header() && part.make_families()
            });
            (ranges.len() > 1 && are_tables).then_some(ranges)
        };
        tables(named_so.collect())
            .or_else(|| tables([first.at].into_iter().chain(behind_gap).collect()))
            .unwrap_or_default()
    }

    /// Those in a part of the sheet.
    pub(crate) fn within(&self, range: &Range<usize>) -> Self {
        Self(self.0.iter().filter(|column| range.contains(&column.at)).cloned().collect())
    }

    /// Adds a column that is in no table: what a title says of all rows below it.
    pub(crate) fn add(&mut self, at: usize, name: &str, kind: ColumnKind) {
        let mut column = Named::new(at, name.to_owned(), vec![kind]);
        column.is_corrected = true;
        self.0.push(column);
    }

    /// Where columns beyond all others begin.
    pub(crate) fn beyond(&self, rows: &[Row]) -> usize {
        rows.iter().map(|row| row.cells.len()).max().unwrap_or_default().max(self.width())
    }
}

/// `Status` may be the place in the KK, or tell who has died; mostly it is of the marriage.
fn settled_status(cells: &Cells<'_>, has_relation: bool) -> ColumnKind {
    match () {
        () if !has_relation && (cells.name_heads() || cells.fit(Like::Relation) > Fit::Silent) => {
            ColumnKind::Relation
        }
        () if cells.fit(Like::LifeState) > Fit::Silent => ColumnKind::LifeState,
        () => ColumnKind::Unused,
    }
}

/// How many cells of a column hold a number of sixteen digits: somebody stands there.
fn long_numbers(rows: &[Row], at: usize) -> usize {
    rows.iter().filter(|row| digits(row.cell(at)) >= 16).count()
}

/// How near a column comes to where the family lives, by its name, the nearest first.
fn nearness(name: &str) -> u8 {
    const HERE: [&str; 3] = ["domisili", "tinggal", "sekarang"];
    const PAPERS: [&str; 4] = ["ktp", "kk", "kartu", "asal"];
    const USUAL: [&str; 9] = ["alamat", "lengkap", "rumah", "rt", "rw", "keluarga", "kepala", "no", "jalan"];
    let words = words_of(name);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    match () {
        () if has(&HERE) => 0,
        () if has(&PAPERS) => 2,
        () if words.iter().all(|word| USUAL.contains(&word.as_str())) => 1,
        // Of somebody else, or of something else.
        () => 3,
    }
}
