//! What a comparison found.

use domain::{Finding, MatchEvidence};
use office::register::{FamilyId, List, SourceKind};
use office::table::Left;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Formatter};

/// Every list that was compared.
#[derive(Default, Serialize)]
pub(super) struct Matched {
    pub(super) lists: Vec<Outcome>,
    #[serde(flatten)]
    pub(super) left: Left,
}

/// One of them.
#[derive(Serialize)]
pub(super) struct Outcome {
    title: String,
    kind: &'static str,
    /// The file, and the sheet where there are several.
    file: String,
    /// Rows that were compared.
    rows: usize,
    /// None of a list that was read before.
    #[serde(flatten)]
    pub(super) reading: Option<Reading>,
    /// Families, by what is said of them and by what the rows tie to them.
    families: BTreeMap<&'static str, BTreeMap<&'static str, usize>>,
}

/// What came of reading a table.
#[derive(Default, Serialize)]
pub(super) struct Reading {
    #[serde(skip)]
    pub(super) taken: usize,
    /// Rows that are of no use.
    pub(super) unreadable: Vec<Unreadable>,
    /// People of whom an extract does not say whether they live.
    pub(super) presumed_alive: usize,
    /// Rows that are taken without one of their numbers.
    pub(super) unused: Vec<Unreadable>,
}

/// A row that is of no use, or not all of it.
#[derive(Serialize)]
pub(super) struct Unreadable {
    pub(super) line: u32,
    pub(super) why: &'static str,
}

/// As many rows as a person reads; a script gets all.
const SHOWN: usize = 20;

impl Outcome {
    /// What was found of so many rows.
    pub(super) fn of(
        list: &List,
        kind: SourceKind,
        file: String,
        rows: usize,
        found: &[(FamilyId, u32, MatchEvidence)],
    ) -> Self {
        let mut told = BTreeSet::new();
        let mut families = BTreeMap::<_, BTreeMap<_, usize>>::new();
        for (family, _, clue) in found {
            let what = match clue.says {
                Finding::Aid(aid) => aid.code(),
                Finding::Died(_) => "meninggal",
                Finding::Moved(_) => "pindah",
                Finding::OtherKk(_) => "kk-lain",
            };
            let tie = clue.tie.code();
            if told.insert((*family, what, tie)) {
                *families.entry(what).or_default().entry(tie).or_default() += 1;
            }
        }
        let kind = kind.code();
        Self { title: list.title.clone(), kind, file, rows, reading: None, families }
    }
}

impl Display for Matched {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        if self.lists.is_empty() {
            writeln!(f, "Belum ada daftar: sebut --aid BERKAS atau --dukcapil BERKAS.")?;
        }
        self.lists.iter().try_for_each(|list| list.fmt(f))?;
        self.left.fmt(f)
    }
}

impl Display for Outcome {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { title, kind, file, rows, reading, families } = self;
        write!(f, "{title} ({kind}, dari {file}): {rows} baris dicocokkan")?;
        match reading {
            Some(reading) => writeln!(f, ", {} tidak terbaca.", reading.unreadable.len())?,
            None => writeln!(f, ".")?,
        }
        for (what, ties) in families {
            for (tie, count) in ties {
                writeln!(f, "  {count} keluarga: {what}, menurut {tie}")?;
            }
        }
        let Some(Reading { unreadable, unused, presumed_alive, .. }) = reading else { return Ok(()) };
        name_some(f, unreadable)?;
        if *presumed_alive > 0 {
            writeln!(f, "  {presumed_alive} baris tanpa keadaan: dianggap hidup")?;
        }
        if !unused.is_empty() {
            writeln!(f, "  {} baris dicocokkan tanpa salah satu nomornya:", unused.len())?;
        }
        name_some(f, unused)
    }
}

fn name_some(f: &mut Formatter<'_>, rows: &[Unreadable]) -> std::fmt::Result {
    for Unreadable { line, why } in rows.iter().take(SHOWN) {
        writeln!(f, "  baris {line}: {why}")?;
    }
    match rows.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => writeln!(f, "  dan {more} baris lagi (semuanya dengan --json)"),
    }
}
