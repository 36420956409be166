//! What the bank says of the money: its files, and every line of them.

use super::{FamilyId, Line, Register, SourceId, parsed};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{Date, Rupiah};
use rusqlite::{OptionalExtension as _, Row};
use serde::Serialize;
use std::collections::HashSet;

/// The number of a line of the bank in the register.
pub type BankLineId = i64;

/// What a line says of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BankSays {
    /// It did not arrive.
    Failed,
    /// The money is on the account.
    Paid,
    /// It came back from the account.
    Returned,
    /// Nobody can tell which of these.
    Unclear,
}

/// How a line stands in the accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "&'static str")]
pub enum Posting {
    /// The payment of what is due.
    Paid,
    /// A payment that came back; the family waits for the money.
    Returned,
    /// A payment that came back, after which the family was paid again.
    PaidAgain,
    /// Not a payment, as somebody found out.
    Void,
    /// The money did not arrive: nothing was paid.
    Failed,
    /// Says that a payment came back.
    Return,
    /// Another amount than what is due.
    OtherAmount,
    /// An amount that cannot be read.
    NoAmount,
    /// It names nobody whom the register knows, or several families.
    Unknown,
    /// The family is not on the final list of this tahap, or was not yet.
    NotDue,
    /// The family has the money of this tahap already.
    Double,
    /// The family is on the final list no more: moved, dead, taken over.
    Left,
    /// The family is held.
    Held,
    /// The family never got its card.
    NoCard,
    /// The line names another tahap than its file was read for.
    OtherTahap,
    /// The line names somebody who is not of the family.
    OtherName,
    /// It says that a payment failed that came.
    Contradiction,
    /// Whether the money came cannot be told.
    Unclear,
}

/// What a person found out about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "&'static str")]
pub enum Outcome {
    /// The payment is right.
    Valid,
    /// The money came back to the office.
    Returned,
    /// No money moved: the line is a mistake of the bank.
    Void,
}

impl BankSays {
    const ALL: [Self; 4] = [Self::Failed, Self::Paid, Self::Returned, Self::Unclear];

    /// The code in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Failed => "gagal",
            Self::Paid => "cair",
            Self::Returned => "retur",
            Self::Unclear => "tidak-jelas",
        }
    }

    /// Whether money has left the bank, as far as anybody can tell.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Paid | Self::Unclear)
    }
}

impl Posting {
    const ALL: [Self; 18] = [
        Self::Paid,
        Self::Returned,
        Self::PaidAgain,
        Self::Void,
        Self::Failed,
        Self::Return,
        Self::OtherAmount,
        Self::NoAmount,
        Self::Unknown,
        Self::NotDue,
        Self::Double,
        Self::Left,
        Self::Held,
        Self::NoCard,
        Self::OtherTahap,
        Self::OtherName,
        Self::Contradiction,
        Self::Unclear,
    ];

    /// The code in the register, and for scripts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Paid => "cair",
            Self::Returned => "kembali",
            Self::PaidAgain => "dibayar-ulang",
            Self::Void => "bukan-pembayaran",
            Self::Failed => "gagal",
            Self::Return => "retur",
            Self::OtherAmount => "jumlah-lain",
            Self::NoAmount => "jumlah",
            Self::Unknown => "tidak-dikenal",
            Self::NotDue => "tidak-berhak",
            Self::Double => "ganda",
            Self::Left => "sesudah-keluar",
            Self::Held => "tertunda",
            Self::NoCard => "belum-berkartu",
            Self::OtherTahap => "tahap-lain",
            Self::OtherName => "nama-lain",
            Self::Contradiction => "bertentangan",
            Self::Unclear => "status",
        }
    }

    /// Whether the line differs from what is due, and somebody must find out why.
    pub fn differs(self) -> bool {
        !matches!(
            self,
            Self::Paid | Self::Returned | Self::PaidAgain | Self::Void | Self::Failed | Self::Return
        )
    }
}

impl Outcome {
    /// Every outcome, in reading order.
    pub const ALL: &'static [Self] = &[Self::Valid, Self::Returned, Self::Void];

    /// The code in the register, and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Valid => "sah",
            Self::Returned => "dikembalikan",
            Self::Void => "bukan-pembayaran",
        }
    }

    /// Reads a code back.
    ///
    /// # Errors
    /// There is no such outcome.
    pub fn parse(code: &str) -> std::result::Result<Self, domain::UnknownCode> {
        Self::ALL.iter().copied().find(|outcome| outcome.code() == code).ok_or(domain::UnknownCode)
    }
}

impl From<Posting> for &'static str {
    fn from(posting: Posting) -> Self {
        posting.code()
    }
}

impl From<Outcome> for &'static str {
    fn from(outcome: Outcome) -> Self {
        outcome.code()
    }
}

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
    /// How much; none: it names no amount.
    pub amount: Option<Rupiah>,
    /// Of a line that names nobody: whom it means.
    pub whom: String,
    /// What its reader found wrong.
    pub differs: Option<Posting>,
    /// How it stands in the accounts.
    pub posting: Posting,
    /// What a person found out.
    pub outcome: Option<Outcome>,
}

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

const COLUMNS: &str = "bank_line.id, bank_line.source, line, tahap, family, says, on_day, amount, whom, differs, posting,
    (SELECT outcome FROM settlement WHERE item = bank_line.id ORDER BY settlement.id DESC LIMIT 1) AS outcome";

impl Register {
    /// For which tahap a table of the bank was read before.
    pub fn bank_file(&self, source: SourceId) -> Result<Vec<u16>> {
        self.db
            .prepare_cached("SELECT tahap FROM bank_file WHERE source = ?1 ORDER BY tahap")
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
            .prepare_cached("INSERT INTO bank_file (source, tahap, read_at, total) VALUES (?1, ?2, ?3, ?4)")
            .and_then(|mut insert| insert.execute((source, tahap, now.to_string(), total.map(number))))
            .during("menulis laporan bank")?;
        Ok(())
    }

    /// Keeps a line of the bank; its number.
    pub fn add_bank_line(&self, line: &BankLine) -> Result<BankLineId> {
        let BankLine { line: Line { source, line: row }, tahap, family, says, on, .. } = line;
        let BankLine { amount, whom, differs, posting, .. } = line;
        self.db
            .prepare_cached(
                "INSERT INTO bank_line (source, line, tahap, family, says, on_day, amount, whom, differs, posting)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )
            .and_then(|mut insert| {
                insert.insert((
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
                ))
            })
            .during("menulis laporan bank")
    }

    /// Every line on one family and one tahap, each with the digest of its file.
    pub fn bank_lines_of(&self, family: FamilyId, tahap: u16) -> Result<Vec<(BankLine, Vec<u8>)>> {
        let rows: Vec<(Raw, Vec<u8>)> = self
            .db
            .prepare_cached(&format!(
                "SELECT {COLUMNS}, digest FROM bank_line JOIN source ON source.id = bank_line.source
                 WHERE family = ?1 AND tahap = ?2"
            ))
            .and_then(|mut select| {
                select.query_map((family, tahap), |row| Ok((raw(row)?, row.get("digest")?)))?.collect()
            })
            .during("membaca laporan bank")?;
        rows.into_iter().map(|(raw, digest)| Ok((line(raw)?, digest))).collect()
    }

    /// The lines that somebody must look at: those that differ, and payments that came back.
    pub fn open_bank_lines(&self) -> Result<Vec<BankLine>> {
        let lines = self.bank_lines(
            "WHERE posting NOT IN ('cair', 'dibayar-ulang', 'gagal', 'retur', 'bukan-pembayaran') ORDER BY id",
            [],
        )?;
        Ok(lines.into_iter().filter(|line| line.outcome.is_none()).collect())
    }

    /// The family and the tahap of every line that differs: another file may have brought what it lacked.
    pub fn families_with_open_lines(&self) -> Result<Vec<(FamilyId, u16)>> {
        let open = self.open_bank_lines()?.into_iter();
        let mut found: Vec<_> = open.filter_map(|line| Some((line.family?, line.tahap))).collect();
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// One line, by its number.
    pub fn bank_line(&self, id: BankLineId) -> Result<Option<BankLine>> {
        Ok(self.bank_lines("WHERE bank_line.id = ?1", [id])?.pop())
    }

    /// The numbers of the lines of a file, or of one of its sheets, by its name.
    pub fn bank_lines_of_file(&self, name: &str) -> Result<Vec<BankLineId>> {
        self.db
            .prepare_cached(
                "SELECT bank_line.id FROM bank_line JOIN source ON source.id = bank_line.source WHERE name = ?1 ORDER BY bank_line.id",
            )
            .and_then(|mut select| select.query_map([name], |row| row.get(0))?.collect())
            .during("membaca laporan bank")
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

    /// Finding which family a line means that named nobody.
    pub fn give_bank_line(&self, id: BankLineId, family: FamilyId) -> Result<()> {
        self.db
            .prepare_cached("UPDATE bank_line SET family = ?2, differs = NULL WHERE id = ?1")
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
                       FROM bank_line WHERE says IN ('cair', 'tidak-jelas'))
                 GROUP BY tahap, area, posting, settled ORDER BY tahap, area",
            )
            .and_then(|mut select| select.query_map([], |row| row.try_into())?.collect())
            .during("membaca laporan bank")?;
        rows.into_iter()
            .map(|(tahap, area, posting, is_settled, families, amount, unsaid)| {
                let posting = parsed(&posting, |code| coded(&Posting::ALL, Posting::code, code))?;
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
                 WHERE says IN ('cair', 'tidak-jelas') GROUP BY tahap ORDER BY tahap",
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
                 WHERE total IS NOT NULL GROUP BY bank_file.source, bank_file.tahap
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

    /// The families of which a person has settled a line.
    pub fn families_with_settled_lines(&self) -> Result<HashSet<FamilyId>> {
        self.db
            .prepare_cached(
                "SELECT family FROM bank_line WHERE id IN (SELECT item FROM settlement) AND family IS NOT NULL",
            )
            .and_then(|mut select| select.query_map([], |row| row.get(0))?.collect())
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
        amount: row.get("amount")?,
        whom: row.get("whom")?,
        differs: row.get("differs")?,
        posting: row.get("posting")?,
        outcome: row.get("outcome")?,
    })
}

fn line(raw: Raw) -> Result<BankLine> {
    let posting = |code: &str| parsed(code, |code| coded(&Posting::ALL, Posting::code, code));
    Ok(BankLine {
        says: parsed(&raw.says, |code| coded(&BankSays::ALL, BankSays::code, code))?,
        on: parsed(&raw.on, Date::parse)?,
        amount: raw.amount.map(rupiah),
        differs: raw.differs.as_deref().map(posting).transpose()?,
        posting: posting(&raw.posting)?,
        outcome: raw.outcome.as_deref().map(|code| parsed(code, Outcome::parse)).transpose()?,
        id: raw.id,
        line: raw.line,
        tahap: raw.tahap,
        family: raw.family,
        whom: raw.whom,
    })
}

fn coded<T: Copy>(all: &[T], of: fn(T) -> &'static str, code: &str) -> std::result::Result<T, ()> {
    all.iter().copied().find(|value| of(*value) == code).ok_or(())
}

/// As SQLite keeps it; no amount is larger than what it can keep.
fn number(amount: Rupiah) -> i64 {
    i64::try_from(amount.get()).unwrap_or(i64::MAX)
}

/// As it was kept.
fn rupiah(amount: i64) -> Rupiah {
    Rupiah::new(u64::try_from(amount).unwrap_or(0))
}
