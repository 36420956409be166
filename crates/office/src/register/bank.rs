//! What the bank says of the money: its files, and every line of them.

use super::{BankSays, FamilyId, Line, Outcome, Posting, Register, SourceId, parsed};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{Date, Rupiah};
use rusqlite::{OptionalExtension as _, Row};

/// The number of a line of the bank in the register.
pub type BankLineId = i64;

/// A line of the bank.
#[derive(Clone, Debug)]
pub struct BankLine {
    /// Its number in the register; a new one has none.
    pub id: BankLineId,
    /// The row.
    pub line: Line,
    /// The tahap that its file was read for.
    pub tahap: u16,
    /// The family that it names; none: nobody whom the register knows.
    pub family: Option<FamilyId>,
    /// What it says of the payment.
    pub says: BankSays,
    /// The day of the payment.
    pub on: Date,
    /// Whether the line says the day; else it is the day on which its file was read.
    pub is_dated: bool,
    /// How much; none: it names no amount.
    pub amount: Option<Rupiah>,
    /// Of a line that names nobody: whom it means.
    pub whom: String,
    /// What its reader found wrong; a line that named nobody stays one when a person says whom it means.
    pub differs: Option<Posting>,
    /// How it stands in the accounts.
    pub posting: Posting,
    /// What a person found out.
    pub outcome: Option<Outcome>,
}

/// As a condition: the line differs, or its payment came back. The index of open lines is of the same words.
const OPEN: &str =
    "posting NOT IN ('cair', 'dibayar-ulang', 'gagal', 'retur', 'bukan-pembayaran', 'ditarik')";

/// As a condition: nothing must be found out about the line any more.
pub(super) fn settled() -> String {
    format!("(NOT ({OPEN}) OR id IN (SELECT item FROM settlement))")
}

const COLUMNS: &str = "bank_line.id, bank_line.source, line, tahap, family, says, on_day, day_said, amount, whom, differs, posting,
    (SELECT outcome FROM settlement WHERE item = bank_line.id ORDER BY settlement.id DESC LIMIT 1) AS outcome";

impl Register {
    /// For which tahap a table of the bank was read before.
    pub fn bank_file(&self, source: SourceId) -> Result<Vec<u16>> {
        self.db
            .prepare_cached(
                "SELECT tahap FROM bank_file WHERE source = ?1 AND withdrawn_at IS NULL ORDER BY tahap",
            )
            .and_then(|mut select| select.query_map([source], |row| row.get(0))?.collect())
            .during("membaca laporan bank")
    }

    /// Notes that a table of the bank was read for a tahap, and the sum that it names itself.
    pub fn add_bank_file(
        &self,
        source: SourceId,
        tahap: u16,
        total: Option<Rupiah>,
        now: &Moment,
    ) -> Result<()> {
        self.db
            .prepare_cached(
                "INSERT INTO bank_file (source, tahap, read_at, total) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (source, tahap) DO UPDATE SET read_at = ?3, total = ?4, withdrawn_at = NULL",
            )
            .and_then(|mut insert| insert.execute((source, tahap, now.to_string(), total.map(number))))
            .during("menulis laporan bank")?;
        Ok(())
    }

    /// Keeps a line of the bank; its number.
    pub fn add_bank_line(&self, line: &BankLine) -> Result<BankLineId> {
        let BankLine { line: Line { source, line: row }, tahap, family, says, on, .. } = line;
        let BankLine { is_dated, amount, whom, differs, posting, .. } = line;
        self.db
            .prepare_cached(
                "INSERT INTO bank_line (source, line, tahap, family, says, on_day, amount, whom, differs, posting, day_said)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                 -- Of a file that was taken back.
                 ON CONFLICT (source, tahap, line) DO UPDATE SET family = ?4, says = ?5, on_day = ?6, amount = ?7, whom = ?8,
                    differs = ?9, posting = ?10, day_said = ?11
                 RETURNING id",
            )
            .and_then(|mut insert| {
                let values = (
                    source,
                    row,
                    tahap,
                    family,
                    says.code(),
                    on.to_string(),
                    amount.map(number),
                    whom,
                    differs.map(Posting::code),
                    posting.code(),
                    is_dated,
                );
                insert.query_row(values, |row| row.get(0))
            })
            .during("menulis laporan bank")
    }

    /// Every line on one family and one tahap, each with the digest of its file.
    pub fn bank_lines_of(&self, family: FamilyId, tahap: u16) -> Result<Vec<(BankLine, Vec<u8>)>> {
        let rows: Vec<(Raw, Vec<u8>)> = self
            .db
            .prepare_cached(&format!(
                "SELECT {COLUMNS}, digest FROM bank_line JOIN source ON source.id = bank_line.source
                 WHERE family = ?1 AND tahap = ?2 AND posting <> 'ditarik'"
            ))
            .and_then(|mut select| {
                select.query_map((family, tahap), |row| Ok((raw(row)?, row.get("digest")?)))?.collect()
            })
            .during("membaca laporan bank")?;
        rows.into_iter().map(|(raw, digest)| Ok((line(raw)?, digest))).collect()
    }

    /// The lines that somebody must look at: those that differ, and payments that came back.
    pub fn open_bank_lines(&self) -> Result<Vec<BankLine>> {
        let lines = self.bank_lines(&format!("WHERE {OPEN} ORDER BY id"), [])?;
        Ok(lines.into_iter().filter(|line| line.outcome.is_none()).collect())
    }

    /// Whether a line on a family is open, see [`Register::open_bank_lines`], also one that means it under a number of nobody.
    pub fn has_open_lines(&self, family: FamilyId) -> Result<bool> {
        let meant = self.bank_lines_that_mean(&[family])?;
        let meant = meant.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        self.db
            .prepare(&format!(
                "SELECT EXISTS (SELECT 1 FROM bank_line WHERE (family = ?1 OR id IN ({meant})) AND {OPEN}
                 AND id NOT IN (SELECT item FROM settlement))"
            ))
            .and_then(|mut select| select.query_row([family], |row| row.get(0)))
            .during("membaca laporan bank")
    }

    /// The family and the tahap of every line that differs, or that a person settled: what it lacked may have come.
    pub fn families_to_post(&self) -> Result<Vec<(FamilyId, u16)>> {
        self.db
            .prepare_cached(&format!(
                "SELECT family, tahap FROM bank_line WHERE family IS NOT NULL AND {OPEN}
                 UNION SELECT bank_line.family, tahap FROM settlement JOIN bank_line ON bank_line.id = item
                 WHERE bank_line.family IS NOT NULL AND posting <> 'ditarik' ORDER BY 1, 2"
            ))
            .and_then(|mut select| select.query_map([], |row| row.try_into())?.collect())
            .during("membaca laporan bank")
    }

    /// Every tahap of which lines were read, and how many.
    pub fn tahap_of_bank(&self) -> Result<Vec<(u16, usize)>> {
        self.db
            .prepare_cached(
                "SELECT tahap, COUNT(*) FROM bank_line WHERE posting <> 'ditarik' GROUP BY tahap ORDER BY tahap",
            )
            .and_then(|mut select| {
                select.query_map([], |row| Ok((row.get(0)?, usize::try_from(row.get::<_, i64>(1)?).unwrap_or(0))))?.collect()
            })
            .during("membaca laporan bank")
    }

    /// The families that lines of a tahap name.
    pub fn families_of_bank(&self, tahap: u16) -> Result<Vec<FamilyId>> {
        self.db
            .prepare_cached(
                "SELECT DISTINCT family FROM bank_line
                 WHERE tahap = ?1 AND family IS NOT NULL AND posting <> 'ditarik' ORDER BY family",
            )
            .and_then(|mut select| select.query_map([tahap], |row| row.get(0))?.collect())
            .during("membaca laporan bank")
    }

    /// For which tahap lines name a family.
    pub fn tahap_of_bank_lines(&self, family: FamilyId) -> Result<Vec<u16>> {
        self.db
            .prepare_cached(
                "SELECT DISTINCT tahap FROM bank_line WHERE family = ?1 AND posting <> 'ditarik' ORDER BY tahap",
            )
            .and_then(|mut select| select.query_map([family], |row| row.get(0))?.collect())
            .during("membaca laporan bank")
    }

    /// One line, by its number.
    pub fn bank_line(&self, id: BankLineId) -> Result<Option<BankLine>> {
        Ok(self.bank_lines("WHERE bank_line.id = ?1", [id])?.pop())
    }

    /// The lines of every file, or of every sheet of one, of this name.
    pub fn bank_lines_of_file(&self, name: &str) -> Result<Vec<BankLine>> {
        self.bank_lines(
            "WHERE source IN (SELECT id FROM source WHERE name = ?1) AND posting <> 'ditarik' ORDER BY id",
            [name],
        )
    }

    fn bank_lines(&self, condition: &str, values: impl rusqlite::Params) -> Result<Vec<BankLine>> {
        let rows: Vec<Raw> = self
            .db
            .prepare_cached(&format!("SELECT {COLUMNS} FROM bank_line {condition}"))
            .and_then(|mut select| select.query_map(values, raw)?.collect())
            .during("membaca laporan bank")?;
        rows.into_iter().map(line).collect()
    }

    /// Writes down how a line stands.
    pub fn post_bank_line(&self, id: BankLineId, posting: Posting) -> Result<()> {
        self.db
            .prepare_cached("UPDATE bank_line SET posting = ?2 WHERE id = ?1")
            .and_then(|mut update| update.execute((id, posting.code())))
            .during("menulis laporan bank")?;
        Ok(())
    }

    /// Finding which family a line means that named nobody. That it did stays in `differs`.
    pub fn give_bank_line(&self, id: BankLineId, family: FamilyId) -> Result<()> {
        self.db
            .prepare_cached("UPDATE bank_line SET family = ?2 WHERE id = ?1")
            .and_then(|mut update| update.execute((id, family)))
            .during("menulis laporan bank")?;
        Ok(())
    }

    /// Writes down what a person found out about a line.
    pub fn settle_bank_line(
        &self,
        id: BankLineId,
        outcome: Outcome,
        by: &str,
        reason: &str,
        now: &Moment,
    ) -> Result<()> {
        self.db
            .prepare_cached(
                "INSERT INTO settlement (item, outcome, by, reason, settled_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            )
            .and_then(|mut insert| insert.execute((id, outcome.code(), by, reason, now.to_string())))
            .during("menulis laporan bank")?;
        Ok(())
    }

    /// Takes the lines of a table back that was read for a tahap by mistake: they stay, and say nothing. The families that
    /// they named.
    pub fn withdraw_bank_file(&self, source: SourceId, tahap: u16, now: &Moment) -> Result<Vec<FamilyId>> {
        let doing = "menarik laporan bank";
        self.db
            .execute(
                "UPDATE bank_file SET withdrawn_at = ?3 WHERE source = ?1 AND tahap = ?2",
                (source, tahap, now.to_string()),
            )
            .during(doing)?;
        self.db
            .prepare_cached(
                "UPDATE bank_line SET posting = 'ditarik' WHERE source = ?1 AND tahap = ?2 RETURNING family",
            )
            .and_then(|mut update| {
                let families: Vec<Option<FamilyId>> =
                    update.query_map((source, tahap), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
                Ok(families.into_iter().flatten().collect())
            })
            .during(doing)
    }

    /// When and by whom lines of a table were settled that was read for a tahap.
    pub fn settled_by(&self, source: SourceId, tahap: u16) -> Result<Vec<(String, String)>> {
        self.db
            .prepare_cached(
                "SELECT settled_at, by FROM settlement JOIN bank_line ON bank_line.id = item
                 WHERE source = ?1 AND tahap = ?2 AND posting <> 'ditarik' ORDER BY settlement.id",
            )
            .and_then(|mut select| select.query_map((source, tahap), |row| row.try_into())?.collect())
            .during("membaca laporan bank")
    }

    /// When a file was read first.
    pub fn source_taken_at(&self, id: SourceId) -> Result<Option<String>> {
        self.db
            .prepare_cached("SELECT taken_at FROM source WHERE id = ?1")
            .and_then(|mut select| select.query_row([id], |row| row.get(0)).optional())
            .during("mencari berkas")
    }
}

struct Raw {
    id: BankLineId,
    line: Line,
    tahap: u16,
    family: Option<FamilyId>,
    says: String,
    on: String,
    is_dated: bool,
    amount: Option<i64>,
    whom: String,
    differs: Option<String>,
    posting: String,
    outcome: Option<String>,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok(Raw {
        id: row.get("id")?,
        line: Line { source: row.get("source")?, line: row.get("line")? },
        tahap: row.get("tahap")?,
        family: row.get("family")?,
        says: row.get("says")?,
        on: row.get("on_day")?,
        is_dated: row.get("day_said")?,
        amount: row.get("amount")?,
        whom: row.get("whom")?,
        differs: row.get("differs")?,
        posting: row.get("posting")?,
        outcome: row.get("outcome")?,
    })
}

fn line(raw: Raw) -> Result<BankLine> {
    Ok(BankLine {
        says: parsed(&raw.says, BankSays::parse)?,
        on: parsed(&raw.on, Date::parse)?,
        is_dated: raw.is_dated,
        amount: raw.amount.map(rupiah),
        differs: raw.differs.as_deref().map(|code| parsed(code, Posting::parse)).transpose()?,
        posting: parsed(&raw.posting, Posting::parse)?,
        outcome: raw.outcome.as_deref().map(|code| parsed(code, Outcome::parse)).transpose()?,
        id: raw.id,
        line: raw.line,
        tahap: raw.tahap,
        family: raw.family,
        whom: raw.whom,
    })
}

/// As SQLite keeps it; no amount is larger than what it can keep.
fn number(amount: Rupiah) -> i64 {
    i64::try_from(amount.get()).unwrap_or(i64::MAX)
}

/// As it was kept.
pub(super) fn rupiah(amount: i64) -> Rupiah {
    Rupiah::new(u64::try_from(amount).unwrap_or(0))
}
