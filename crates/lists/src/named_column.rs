//! One column of a section: its name, and what it is taken for.

use crate::fit::{Cells, Fit, Like};
use crate::header_name::{Age, words_of};
use crate::kind::{Count, facts};
use crate::slot::Slot;
use lists_protocol::{ColumnKind, ColumnName};

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct NamedColumn {
    pub(crate) at: usize,
    pub(crate) name: String,
    /// What it may be by its name, the likelier first.
    pub(crate) kinds: Vec<ColumnKind>,
    pub(crate) kind: Option<ColumnKind>,
    /// Whose column it is, where persons stand in columns.
    pub(crate) slot: Option<Slot>,
    /// Its owner has said what it is.
    pub(crate) is_corrected: bool,
    /// How many of a hundred cells look like it.
    pub(crate) fit: Option<u8>,
    /// See [`nearness`].
    nearness: u8,
}

impl NamedColumn {
    /// A column by its name alone.
    pub(crate) fn new(at: usize, name: String, kinds: Vec<ColumnKind>) -> Self {
        let (kind, nearness) = (kinds.first().copied(), nearness(&name));
        Self { at, name, kind, kinds, slot: None, is_corrected: false, fit: None, nearness }
    }

    /// As people name it.
    pub(crate) fn shown(&self) -> ColumnName {
        ColumnName::new(self.at, &self.name)
    }

    /// How well its cells fit a kind that its name may mean.
    pub(crate) fn fit_of(&self, kind: ColumnKind, cells: &Cells<'_>) -> Fit {
        let is_tick = |kind: &&ColumnKind| facts(**kind).like == Like::Tick;
        let fit = cells.fit(facts(kind).like);
        match facts(kind).like {
            // A yes under the name of one programme is a tick; under the names of two it is of neither.
            Like::Programme if fit < Fit::For(0) && self.kinds.iter().filter(is_tick).count() == 1 => {
                Fit::Against
            }
            // How many wives or children there are.
            Like::LongNumber if self.slot.is_some() && cells.are_counts() => Fit::Against,
            Like::Person if cells.are_all_the_same() => fit.min(Fit::Silent),
            _ => fit,
        }
    }

    /// The order of columns that say the same.
    pub(crate) fn rank_among(&self, kind: ColumnKind) -> (u8, usize) {
        (if facts(kind).count == Count::Ranked { self.nearness } else { 0 }, self.at)
    }

    /// Of two columns for the same thing the better: by the cells, then the newer, by the shorter name, then the first.
    pub(crate) fn rank(&self, fit: Fit) -> impl Ord + use<> {
        let fit = match fit {
            Fit::Against => 2,
            Fit::Silent => 1,
            Fit::For(_) => 0,
        };
        let words = words_of(&self.name);
        (fit, Age::of(&words), words.len(), self.at)
    }
}

/// How near a column comes to where the family lives, by its name, the nearest first.
fn nearness(name: &str) -> u8 {
    const HERE: [&str; 2] = ["domisili", "tinggal"];
    const PAPERS: [&str; 3] = ["ktp", "kk", "kartu"];
    const USUAL: [&str; 9] = ["alamat", "lengkap", "rumah", "rt", "rw", "keluarga", "kepala", "no", "jalan"];
    let words = words_of(name);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    match Age::of(&words) {
        Age::Former => 4,
        Age::Renewed => 0,
        Age::Unsaid if has(&HERE) => 0,
        Age::Unsaid if has(&PAPERS) => 2,
        Age::Unsaid if words.iter().all(|word| USUAL.contains(&word.as_str())) => 1,
        // Of somebody else, or of something else.
        Age::Unsaid => 3,
    }
}
