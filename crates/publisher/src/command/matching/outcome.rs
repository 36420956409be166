//! What a comparison found.

use crate::register::{FamilyId, List, SourceKind};
use domain::{Clue, Says};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Formatter};

/// Every list that was compared.
#[derive(Default, Serialize)]
pub(super) struct Matched {
    pub(super) lists: Vec<Outcome>,
}

/// One of them.
#[derive(Serialize)]
pub(super) struct Outcome {
    title: String,
    kind: &'static str,
    /// Rows that could be read.
    rows: usize,
    /// Rows of the file that could not.
    pub(super) unreadable: Vec<Unreadable>,
    /// Families, by what is said of them and by what the rows tie to them.
    families: BTreeMap<&'static str, BTreeMap<&'static str, usize>>,
}

/// A row that is of no use.
#[derive(Serialize)]
pub(super) struct Unreadable {
    pub(super) line: u32,
    pub(super) why: &'static str,
}

/// As many rows as a person reads; a script gets all.
const SHOWN: usize = 20;

impl Outcome {
    /// What was found of so many rows.
    pub(super) fn of(list: &List, kind: SourceKind, rows: usize, found: &[(FamilyId, u32, Clue)]) -> Self {
        let mut told = BTreeSet::new();
        let mut families = BTreeMap::<_, BTreeMap<_, usize>>::new();
        for (family, _, clue) in found {
            let what = match clue.says {
                Says::Aid(aid) => aid.code(),
                Says::Died(_) => "meninggal",
                Says::Moved(_) => "pindah",
                Says::OtherKk(_) => "kk-lain",
            };
            let tie = clue.tie.code();
            if told.insert((*family, what, tie)) {
                *families.entry(what).or_default().entry(tie).or_default() += 1;
            }
        }
        let kind = kind.code();
        Self { title: list.title.clone(), kind, rows, unreadable: Vec::new(), families }
    }
}

impl Display for Matched {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        if self.lists.is_empty() {
            writeln!(f, "Belum ada daftar: sebut --aid BERKAS atau --dukcapil BERKAS.")?;
        }
        self.lists.iter().try_for_each(|list| list.fmt(f))
    }
}

impl Display for Outcome {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { title, kind, rows, unreadable, families } = self;
        writeln!(f, "{title} ({kind}): {rows} baris dicocokkan, {} tidak terbaca.", unreadable.len())?;
        for (what, ties) in families {
            for (tie, count) in ties {
                writeln!(f, "  {count} keluarga: {what}, menurut {tie}")?;
            }
        }
        for Unreadable { line, why } in unreadable.iter().take(SHOWN) {
            writeln!(f, "  baris {line}: {why}")?;
        }
        match unreadable.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => writeln!(f, "  dan {more} baris lagi (semuanya dengan --json)"),
        }
    }
}
