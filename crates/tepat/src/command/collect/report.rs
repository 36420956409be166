//! What `tepat collect` answers: families by their codes, never by number or name.

use super::links::OverQuota;
use super::source::Unreached;
use office::collection::{ChangeReport, FamilyReport, GrowingKelurahan, ListReport, UnknownCodeReport};
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
    /// As many were removed from where they lay.
    pub(super) purged: usize,
    /// Links by which more came than one head sends.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) over_quota: Vec<OverQuota>,
    /// Kelurahan to which phones lately brought many families.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) growing: Vec<GrowingKelurahan>,
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

/// What nobody needs to look at, family by family.
const UNREMARKABLE: [&str; 4] = ["baru", "diperbarui", "tetap", "ditarik"];

impl Display for Collected {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for Report { file, list, problem } in &self.envelopes {
            if let Some(list) = list {
                Sentences(list).fmt(f)?;
            }
            if let Some(fault) = problem {
                writeln!(f, "{file}: {} {}", fault.message, fault.remedy)?;
            }
        }
        for Unreached { file, problem } in &self.unreached {
            writeln!(f, "{file}: {} {}", problem.message, problem.remedy)?;
        }
        for OverQuota { link, by, envelopes, bytes } in &self.over_quota {
            writeln!(
                f,
                "PERIKSA: {envelopes} amplop ({bytes} byte) dari {by}: lebih banyak daripada yang dikirim seorang pengurus. Hubungi dia; bila bukan dari HP-nya, `tepat enrol revoke {link}`."
            )?;
        }
        self.growing.iter().try_for_each(|kelurahan| writeln!(f, "{kelurahan}"))?;
        writeln!(f, "{} amplop sudah pernah diterima.", self.known)?;
        if self.purged > 0 {
            writeln!(f, "{} amplop dihapus dari tempatnya: isinya ada di ruang kerja.", self.purged)?;
        }
        if self.quarantined > 0 {
            writeln!(f, "{} amplop di karantina: lihat `tepat collect --quarantine`.", self.quarantined)?;
        }
        Ok(())
    }
}

/// A list, as a person reads of it.
struct Sentences<'a>(&'a ListReport);

impl Display for Sentences<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Self(list) = self;
        if let Some(rt) = list.rt {
            write!(f, "RT {rt} / ")?;
        }
        write!(f, "RW {} kelurahan {}, edisi {}: {}", list.rw, list.area, list.edition, list.state)?;
        let mut results = BTreeMap::<&str, usize>::new();
        for family in &list.families {
            *results.entry(family.result).or_default() += 1;
        }
        let counts: Vec<String> = results.iter().map(|(result, count)| format!("{count} {result}")).collect();
        writeln!(f, " ({})", if counts.is_empty() { "kosong".to_owned() } else { counts.join(", ") })?;
        for FamilyReport { code, result, replaced } in &list.families {
            if let Some(replaced) = replaced {
                writeln!(f, "  {code}: menggantikan catatan {replaced}")?;
            }
            if !UNREMARKABLE.contains(result) {
                writeln!(f, "  {code}: {result}")?;
            }
        }
        for UnknownCodeReport { code, field } in &list.unknown {
            writeln!(f, "  {code}: {field} memuat kode yang belum dikenal; perbarui tepat")?;
        }
        for shortened in &list.shortened {
            writeln!(f, "  {shortened}")?;
        }
        for ChangeReport { code, what, on } in &list.changes {
            writeln!(f, "  {code}: {what}, {on}")?;
        }
        let marks: Vec<String> = list.marks.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        if !marks.is_empty() {
            writeln!(f, "  Undangan: {}", marks.join(", "))?;
        }
        Ok(())
    }
}
