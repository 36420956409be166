//! What the lines of the bank add up to.

use super::bank::rupiah;
use super::{FamilyId, Posting, Register, parsed};
use crate::fault::{During, Result};
use domain::Rupiah;
use std::collections::HashSet;

/// What lines of one kind add up to.
#[derive(Clone, Debug)]
pub struct BankSum {
    /// The tahap.
    pub tahap: u16,
    /// The kelurahan of the families; none: they name nobody.
    pub area: Option<String>,
    /// How the lines stand.
    pub posting: Posting,
    /// Whether a person has settled them.
    pub is_settled: bool,
    /// Families, and lines that name nobody.
    pub families: usize,
    /// What the lines say in rupiah.
    pub amount: Rupiah,
    /// Lines that name no amount.
    pub unsaid: u64,
}

impl Register {
    /// What the lines add up to that say that money has left the bank, by how they stand.
    pub fn bank_sums(&self) -> Result<Vec<BankSum>> {
        type Sum = (u16, Option<String>, String, bool, u32, i64, i64);
        let rows: Vec<Sum> = self
            .db
            .prepare_cached(
                "SELECT tahap, area, posting, settled, count(DISTINCT whose), coalesce(sum(amount), 0),
                        sum(amount IS NULL)
                 FROM (SELECT tahap, posting, amount, coalesce(bank_line.family, -bank_line.id) AS whose,
                              (SELECT area FROM family WHERE id = bank_line.family) AS area,
                              EXISTS (SELECT 1 FROM settlement WHERE item = bank_line.id) AS settled
                       FROM bank_line WHERE says IN ('cair', 'tidak-jelas') AND posting <> 'ditarik')
                 GROUP BY tahap, area, posting, settled ORDER BY tahap, area",
            )
            .and_then(|mut select| select.query_map([], |row| row.try_into())?.collect())
            .during("membaca laporan bank")?;
        rows.into_iter()
            .map(|(tahap, area, posting, is_settled, families, amount, unsaid)| {
                let posting = parsed(&posting, Posting::parse)?;
                let families = usize::try_from(families).unwrap_or(usize::MAX);
                let (amount, unsaid) = (rupiah(amount), u64::try_from(unsaid).unwrap_or(0));
                Ok(BankSum { tahap, area, posting, is_settled, families, amount, unsaid })
            })
            .collect()
    }

    /// What the bank says that it paid for each tahap: the rupiah of its lines, and how many name none. Asked of the lines alone,
    /// not of how they stand.
    pub fn bank_totals(&self) -> Result<Vec<(u16, Rupiah, u64)>> {
        let rows: Vec<(u16, i64, i64)> = self
            .db
            .prepare_cached(
                "SELECT tahap, coalesce(sum(amount), 0), sum(amount IS NULL) FROM bank_line
                 WHERE says IN ('cair', 'tidak-jelas') AND posting <> 'ditarik' GROUP BY tahap ORDER BY tahap",
            )
            .and_then(|mut select| select.query_map([], |row| row.try_into())?.collect())
            .during("membaca laporan bank")?;
        let total = |(tahap, amount, unsaid)| (tahap, rupiah(amount), u64::try_from(unsaid).unwrap_or(0));
        Ok(rows.into_iter().map(total).collect())
    }

    /// The files whose own sum is another than that of their lines: name, tahap, the sum that the file names, that of its lines.
    pub fn bank_files_that_differ(&self) -> Result<Vec<(String, u16, Rupiah, Rupiah)>> {
        let rows: Vec<(String, u16, i64, i64)> = self
            .db
            .prepare_cached(
                "SELECT name, bank_file.tahap, total, coalesce(sum(amount), 0)
                 FROM bank_file JOIN source ON source.id = bank_file.source
                 LEFT JOIN bank_line ON bank_line.source = bank_file.source AND bank_line.tahap = bank_file.tahap
                 WHERE total IS NOT NULL AND withdrawn_at IS NULL GROUP BY bank_file.source, bank_file.tahap
                 -- Of all lines, or of those that were paid.
                 HAVING total NOT IN (coalesce(sum(amount), 0), coalesce(sum(iif(says IN ('cair', 'tidak-jelas'), amount, 0)), 0))
                 ORDER BY bank_file.source",
            )
            .and_then(|mut select| select.query_map([], |row| row.try_into())?.collect())
            .during("membaca laporan bank")?;
        let file = |(file, tahap, total, lines)| (file, tahap, rupiah(total), rupiah(lines));
        Ok(rows.into_iter().map(file).collect())
    }

    /// The families that a line of the bank paid for a tahap, and the money stayed.
    pub fn paid_by_bank(&self) -> Result<HashSet<(FamilyId, u16)>> {
        self.db
            .prepare_cached(
                "SELECT family, tahap FROM bank_line WHERE posting = 'cair' AND family IS NOT NULL",
            )
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("membaca laporan bank")
    }

    /// The families and tahap of which a person has settled a line.
    pub fn families_with_settled_lines(&self) -> Result<HashSet<(FamilyId, u16)>> {
        self.db
            .prepare_cached(
                "SELECT family, tahap FROM bank_line WHERE id IN (SELECT item FROM settlement) AND family IS NOT NULL AND posting <> 'ditarik'",
            )
            .and_then(|mut select| select.query_map([], |row| row.try_into())?.collect())
            .during("membaca laporan bank")
    }
}
