//! What `tepat collect` answers: families by their codes, never by number or name.

use super::source::Unreached;
use domain::{Actor, AreaCode, Attendance, ChangeKind, Date, RegistrationCode, Rt, Rw};
use office::fault::Fault;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Result};

#[derive(Default, Serialize)]
pub(super) struct Collected {
    pub(super) envelopes: Vec<Report>,
    /// Envelopes that had been taken in before.
    pub(super) known: usize,
    /// As many lie in quarantine.
    pub(super) quarantined: usize,
    /// What could not be fetched this time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) unreached: Vec<Unreached>,
}

#[derive(Serialize)]
pub(super) struct Report {
    pub(super) file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) list: Option<ListReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) problem: Option<Fault>,
}

#[derive(Debug, Serialize)]
pub(super) struct ListReport {
    /// Whose list it is.
    pub(super) by: Actor,
    pub(super) area: AreaCode,
    pub(super) rw: Rw,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rt: Option<Rt>,
    pub(super) edition: u32,
    pub(super) state: &'static str,
    pub(super) families: Vec<FamilyReport>,
    /// Where codes stand that only a later version of this program knows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) unknown: Vec<UnknownCodeReport>,
    /// What happened to families, as far as it is new: the office decides what follows from it.
    #[serde(rename = "happenings", skip_serializing_if = "Vec::is_empty")]
    pub(super) changes: Vec<ChangeReport>,
    /// Marks in the ledger of invitations that are new.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) marks: BTreeMap<Attendance, usize>,
}

#[derive(Debug, Serialize)]
pub(super) struct FamilyReport {
    pub(super) code: RegistrationCode,
    pub(super) result: &'static str,
    /// Whose record this one took the place of, where that was somebody else's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) replaced: Option<Actor>,
}

/// The code itself is not repeated: whoever sealed the list may have written anything there.
#[derive(Debug, Serialize)]
pub(super) struct UnknownCodeReport {
    pub(super) code: RegistrationCode,
    /// Where it stands in the document.
    pub(super) field: String,
}

#[derive(Debug, Serialize)]
pub(super) struct ChangeReport {
    pub(super) code: RegistrationCode,
    pub(super) what: ChangeKind,
    pub(super) on: Date,
}

/// What nobody needs to look at, family by family.
const UNREMARKABLE: [&str; 4] = ["baru", "diperbarui", "tetap", "ditarik"];

impl Display for Collected {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for Report { file, list, problem } in &self.envelopes {
            if let Some(list) = list {
                list.fmt(f)?;
            }
            if let Some(fault) = problem {
                writeln!(f, "{file}: {} {}", fault.message, fault.remedy)?;
            }
        }
        for Unreached { file, problem } in &self.unreached {
            writeln!(f, "{file}: {} {}", problem.message, problem.remedy)?;
        }
        writeln!(f, "{} amplop sudah pernah diterima.", self.known)?;
        if self.quarantined > 0 {
            writeln!(f, "{} amplop di karantina: lihat `tepat collect --quarantine`.", self.quarantined)?;
        }
        Ok(())
    }
}

impl Display for ListReport {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if let Some(rt) = self.rt {
            write!(f, "RT {rt} / ")?;
        }
        write!(f, "RW {} kelurahan {}, edisi {}: {}", self.rw, self.area, self.edition, self.state)?;
        let mut results = BTreeMap::<&str, usize>::new();
        for family in &self.families {
            *results.entry(family.result).or_default() += 1;
        }
        let counts: Vec<String> = results.iter().map(|(result, count)| format!("{count} {result}")).collect();
        writeln!(f, " ({})", if counts.is_empty() { "kosong".to_owned() } else { counts.join(", ") })?;
        for FamilyReport { code, result, replaced } in &self.families {
            if let Some(replaced) = replaced {
                writeln!(f, "  {code}: menggantikan catatan {replaced}")?;
            }
            if !UNREMARKABLE.contains(result) {
                writeln!(f, "  {code}: {result}")?;
            }
        }
        for UnknownCodeReport { code, field } in &self.unknown {
            writeln!(f, "  {code}: {field} memuat kode yang belum dikenal; perbarui tepat")?;
        }
        for ChangeReport { code, what, on } in &self.changes {
            writeln!(f, "  {code}: {what}, {on}")?;
        }
        let marks: Vec<String> = self.marks.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        if !marks.is_empty() {
            writeln!(f, "  Undangan: {}", marks.join(", "))?;
        }
        Ok(())
    }
}
