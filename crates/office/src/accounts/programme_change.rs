//! A change of what the programme pays: lines of the bank that were read before may stand otherwise.

use super::posting::post;
use super::programme::Programme;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{Posting, Register};
use domain::Rupiah;
use serde::Serialize;
use std::collections::BTreeMap;

/// A tahap of which lines of the bank were read, and for which families are due another amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OtherDue {
    /// The tahap.
    pub tahap: u16,
    /// What a family was due.
    pub from: Rupiah,
    /// What it is due.
    pub to: Rupiah,
    /// How many lines were read.
    pub lines: usize,
}

/// Lines that stand otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PostedAnew {
    /// The tahap.
    pub tahap: u16,
    /// How they stood.
    pub from: Posting,
    /// How they stand.
    pub to: Posting,
    /// How many.
    pub lines: usize,
}

/// The tahap whose lines a change concerns.
///
/// # Errors
/// The register cannot be read.
pub fn other_due(register: &Register, programme: &Programme) -> Result<Vec<OtherDue>> {
    let before = Programme::of(register)?;
    let other = |(tahap, lines)| {
        let (from, to) = (before.due(tahap), programme.due(tahap));
        (from != to).then_some(OtherDue { tahap, from, to, lines })
    };
    Ok(register.tahap_of_bank()?.into_iter().filter_map(other).collect())
}

/// Changes what is another in a programme, and enters all lines of the tahap anew that it concerns: those that stand otherwise.
///
/// # Errors
/// The register cannot be read or written.
pub fn change_programme(
    register: &Register,
    programme: &Programme,
    by: &str,
    now: &Moment,
) -> Result<Vec<PostedAnew>> {
    let concerned = other_due(register, programme)?;
    programme.change(register, by)?;
    let mut anew = BTreeMap::<(u16, &str, &str), PostedAnew>::new();
    for OtherDue { tahap, .. } in concerned {
        for family in register.families_of_bank(tahap)? {
            let before = register.bank_lines_of(family, tahap)?;
            post(register, family, tahap, None, now)?;
            for (line, _) in before {
                let (from, to) =
                    (line.posting, register.bank_line(line.id)?.map_or(line.posting, |it| it.posting));
                if from != to {
                    let kind = (tahap, from.code(), to.code());
                    anew.entry(kind).or_insert(PostedAnew { tahap, from, to, lines: 0 }).lines += 1;
                }
            }
        }
    }
    Ok(anew.into_values().collect())
}
