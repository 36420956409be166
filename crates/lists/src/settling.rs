//! What the columns of a section are, by their names and the cells below: a column is what its cells are not against, and of
//! several for what a list has once, the best is read.

use crate::cell::digits;
use crate::fit::{Cells, Fit, Like};
use crate::header_name::words_of;
use crate::kind::{Count, facts};
use crate::named_column::NamedColumn;
use crate::slot::names_relations;
use crate::table::Row;
use domain::Sex;
use domain::reading::answer;
use lists_protocol::ColumnKind;

/// Columns on their way to what they are.
pub(crate) struct Settling<'a> {
    columns: &'a mut [NamedColumn],
    rows: &'a [Row],
    cells: Vec<Cells<'a>>,
    /// A column says by its name and its cells what persons are to the head.
    has_relation: bool,
    /// Kinds that a list has once, and which some column is by now.
    taken: Vec<ColumnKind>,
    /// Of each column, the kinds that another one is, which is better.
    passed: Vec<Vec<ColumnKind>>,
}

/// What an open column would be.
struct Candidate {
    at: usize,
    kind: ColumnKind,
    fit: Fit,
}

impl<'a> Settling<'a> {
    pub(crate) fn of(columns: &'a mut [NamedColumn], rows: &'a [Row]) -> Self {
        let cells: Vec<Cells<'_>> = columns.iter().map(|column| Cells::of(rows, column.at)).collect();
        let has_relation = columns.iter().zip(&cells).any(|(column, cells)| {
            column.kinds.first() == Some(&ColumnKind::Relation) && cells.fit(Like::Relation) > Fit::Against
        });
        let corrected = columns.iter().filter(|column| column.is_corrected).filter_map(|column| column.kind);
        let taken = corrected.filter(|kind| facts(*kind).count == Count::One).collect();
        let passed = vec![Vec::new(); columns.len()];
        Self { columns, rows, cells, has_relation, taken, passed }
    }

    /// Gives every column its kind.
    pub(crate) fn settle(mut self) {
        let mut open: Vec<usize> = (0..self.columns.len()).collect();
        while !open.is_empty() {
            // Of those that would be the same, the best comes first.
            let mut candidates: Vec<Candidate> = open.iter().filter_map(|at| self.candidate(*at)).collect();
            candidates.sort_by_key(|candidate| {
                self.columns.get(candidate.at).map(|column| column.rank(candidate.fit))
            });
            open.clear();
            for Candidate { at, kind, .. } in candidates {
                if !self.taken.contains(&kind) {
                    self.taken.push(kind);
                } else if let Some(passed) = self.passed.get_mut(at) {
                    passed.push(kind);
                    open.push(at);
                }
            }
        }
        self.leave_second_numbers();
        self.find_relation();
        self.find_birth();
        self.find_sex();
    }

    /// A column for the NIK of a head who has no column for the name is the second one for the same person: it is not read, which
    /// is said.
    fn leave_second_numbers(&mut self) {
        let has = |columns: &[NamedColumn], kind| {
            columns.iter().any(|column| column.kind == Some(kind) && column.slot.is_none())
        };
        let second = match () {
            () if !has(self.columns, ColumnKind::HeadName) => ColumnKind::HeadNik,
            () if !has(self.columns, ColumnKind::Name) => ColumnKind::Nik,
            () => return,
        };
        if has(self.columns, ColumnKind::Nik) && has(self.columns, ColumnKind::HeadNik) {
            for column in
                self.columns.iter_mut().filter(|column| !column.is_corrected && column.slot.is_none())
            {
                column.kind = column.kind.filter(|kind| *kind != second);
            }
        }
    }

    /// A column that is nothing else and names heads, wives and children holds relations: `Suami/Istri/Anak`.
    fn find_relation(&mut self) {
        let is_said = self
            .columns
            .iter()
            .any(|column| column.kind == Some(ColumnKind::Relation) && column.slot.is_none());
        // A name that is known for something else stays that.
        let is_free = |column: &NamedColumn| {
            let is_known =
                column.kind.is_some_and(|kind| kind != ColumnKind::Unused || !names_relations(&column.name));
            !is_known && column.slot.is_none() && !column.is_corrected
        };
        let fit = |cells: &Cells<'_>| match cells.fit(Like::Relation) {
            Fit::For(share) if share > 80 && cells.are_words() && cells.name_heads() => Some(share),
            _ => None,
        };
        let mut free = self.columns.iter_mut().zip(&self.cells).filter(|(column, _)| is_free(column));
        if !is_said
            && let Some((column, share)) = free.find_map(|(column, cells)| Some((column, fit(cells)?)))
        {
            (column.kind, column.fit) = (Some(ColumnKind::Relation), Some(share));
        }
    }

    /// Where `TTL` stands over two columns, the place is in the first and the date in the next.
    fn find_birth(&mut self) {
        if self.columns.iter().any(|column| column.kind == Some(ColumnKind::Birth)) {
            return;
        }
        let is_free = |column: &NamedColumn| {
            column.kind.is_none_or(|kind| kind == ColumnKind::Unused)
                && column.slot.is_none()
                && !column.is_corrected
        };
        let is_of_place = |column: &NamedColumn| {
            column.kinds.contains(&ColumnKind::Birth)
                || words_of(&column.name).iter().any(|word| word == "lahir")
        };
        for at in 1..self.columns.len() {
            let dates = self.cells.get(at).is_some_and(Cells::are_dates);
            if let Some([place, date]) = self.columns.get_mut(at - 1..=at)
                && dates
                && is_free(date)
                && is_free(place)
                && place.at + 1 == date.at
                && is_of_place(place)
            {
                (date.kind, place.kind) = (Some(ColumnKind::Birth), Some(ColumnKind::Unused));
                return;
            }
        }
    }

    /// `L` and `P` beside each other are of the sex where each row has one tick at most; otherwise they count people.
    fn find_sex(&mut self) {
        let is_known = |column: &NamedColumn| {
            matches!(column.kind, Some(ColumnKind::Sex | ColumnKind::Size | ColumnKind::MaleTick))
        };
        if self.columns.iter().any(is_known) {
            return;
        }
        let is_free =
            |column: &NamedColumn| column.kind.is_none() && column.slot.is_none() && !column.is_corrected;
        for at in 1..self.columns.len() {
            if let Some([male, female]) = self.columns.get_mut(at - 1..=at)
                && is_free(male)
                && is_free(female)
                && Sex::parse_loose(&male.name) == Some(Sex::Male)
                && Sex::parse_loose(&female.name) == Some(Sex::Female)
                && are_ticks(self.rows, male.at, female.at)
            {
                (male.kind, female.kind) = (Some(ColumnKind::MaleTick), Some(ColumnKind::FemaleTick));
                return;
            }
        }
    }

    /// Gives a column the first kind that its cells are not against; what it candidates to be, if a list has that once.
    fn candidate(&mut self, at: usize) -> Option<Candidate> {
        let (column, cells) = (self.columns.get_mut(at)?, self.cells.get(at)?);
        if column.is_corrected {
            return None;
        }
        let passed = self.passed.get(at)?;
        let kinds = column.kinds.iter().filter(|kind| !passed.contains(kind));
        let mut fits = kinds.map(|kind| (*kind, column.fit_of(*kind, cells)));
        let best = fits.find(|(_, fit)| *fit > Fit::Against);
        column.kind = best.map(|(kind, _)| kind);
        column.fit = match best {
            Some((_, Fit::For(share))) => Some(share),
            _ => None,
        };
        if column.kind == Some(ColumnKind::Status) {
            column.kind = Some(settled_status(cells, self.has_relation));
        }
        let (kind, fit) = best?;
        (column.slot.is_none() && facts(kind).count == Count::One).then_some(Candidate { at, kind, fit })
    }
}

/// Whether no row has a tick in both columns, and whatever stands in them is one, or the letter of the sex.
fn are_ticks(rows: &[Row], male: usize, female: usize) -> bool {
    let is_set = |text: &str| !text.is_empty() && answer(text) != Some(false);
    let is_tick =
        |text: &str, sex| !is_set(text) || answer(text) == Some(true) || Sex::parse_loose(text) == Some(sex);
    // Titles and sums are not of a person.
    let of_persons = || rows.iter().filter(|row| row.filled().any(|(_, text)| digits(text) >= 12));
    let is_one = |row: &Row| {
        let (m, f) = (row.cell(male), row.cell(female));
        is_tick(m, Sex::Male) && is_tick(f, Sex::Female) && !(is_set(m) && is_set(f))
    };
    of_persons().all(is_one) && of_persons().any(|row| is_set(row.cell(male)) || is_set(row.cell(female)))
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
