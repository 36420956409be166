//! What a comparison found.

use crate::register::{FamilyId, ListInForce, SourceKind};
use domain::{Finding, MatchEvidence};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the rows of one list say of the families.
#[derive(Serialize)]
pub struct Comparison {
    /// The title of the list.
    pub title: String,
    /// Which kind of list it is.
    pub kind: &'static str,
    /// The file, and the sheet where there are several.
    pub file: String,
    /// Rows that were compared.
    pub rows: usize,
    /// None of a list that was read before.
    #[serde(flatten)]
    pub reading: Option<ReadRows>,
    /// Families, by what is said of them and by what the rows tie to them.
    pub families: BTreeMap<&'static str, BTreeMap<&'static str, usize>>,
}

/// What came of reading a table.
#[derive(Default, Serialize)]
pub struct ReadRows {
    /// Rows that were taken in.
    #[serde(skip)]
    pub taken: usize,
    /// Rows that are of no use.
    pub unreadable: Vec<UnusableRow>,
    /// People of whom an extract does not say whether they live.
    pub presumed_alive: usize,
    /// Rows that are taken without one of their numbers.
    pub unused: Vec<UnusableRow>,
}

/// A row that is of no use, or not all of it.
#[derive(Serialize)]
pub struct UnusableRow {
    /// The row.
    pub line: u32,
    /// What is wrong, in words.
    pub why: &'static str,
}

impl Comparison {
    /// What was found of so many rows.
    pub(super) fn of(
        list: &ListInForce,
        kind: SourceKind,
        file: String,
        rows: usize,
        found: &[(FamilyId, u32, MatchEvidence)],
    ) -> Self {
        let mut counted = BTreeSet::new();
        let mut families = BTreeMap::<_, BTreeMap<_, usize>>::new();
        for (family, _, evidence) in found {
            let what = match evidence.says {
                Finding::Aid(aid) => aid.code(),
                Finding::Died(_) => "meninggal",
                Finding::Moved(_) => "pindah",
                Finding::OtherKk(_) => "kk-lain",
            };
            let tie = evidence.tie.code();
            if counted.insert((*family, what, tie)) {
                *families.entry(what).or_default().entry(tie).or_default() += 1;
            }
        }
        let kind = kind.code();
        Self { title: list.title.clone(), kind, file, rows, reading: None, families }
    }
}
