//! The register of Dinas Sosial: one SQLite file.
//!
//! Every decision is an event; what a family is now is its last event; all of them hang together on the trail. Families, their codes and previous versions, events, answers,
//! lists in envelopes and what was said beside a record are never deleted, unless a family is erased, or its time is over. What follows from a file that comes anew (points, rows of
//! other aid, match evidence, allocations) is replaced by what the new one says.

mod aid;
mod allocation;
mod answer;
mod audit;
mod bank;
mod bank_person;
mod bank_says;
mod bank_sum;
mod code;
mod command_line;
mod derived;
mod digest_chain;
mod duplicates;
mod each_family;
mod erased;
mod event;
mod expiry;
mod family;
mod growth;
mod held;
mod identity;
mod list;
mod list_account;
mod list_version;
mod lost;
mod mail;
mod match_evidence;
mod migration;
mod noted_command;
mod numbers;
mod office;
mod origin;
mod outcome;
mod outcome_serial;
mod pair_closed;
mod point;
mod posting;
mod previous;
mod proposal;
mod publication_log;
mod quarantine;
mod remark;
mod report;
mod resident;
mod rewrite;
mod same_family;
mod source;
mod stored;
mod story;
mod trail;
mod unreadable;

pub use aid::AidRow;
pub use answer::{Answered, Asked};
pub use audit::{Audit, Tampering};
pub use bank::{BankLine, BankLineId};
pub use bank_person::BankPerson;
pub use bank_says::BankSays;
pub use bank_sum::BankSum;
pub use command_line::CommandLine;
pub use erased::ErasedFamily;
pub use event::{DecisionBasis, Recorded};
pub use family::{Family, FamilyId, number};
pub use growth::Growth;
pub use held::HeldRows;
pub use identity::Identity;
pub use list::ListInForce;
pub use list_account::ListAccount;
pub use lost::Lost;
pub use mail::Mail;
pub use match_evidence::MatchedRow;
pub use noted_command::{NotedCommand, Taken};
pub use office::{Office, is_password, password_hash};
pub use origin::{Origin, Scope};
pub use outcome::Outcome;
pub use posting::Posting;
pub use previous::PreviousVersion;
pub use proposal::Proposal;
pub use remark::Remark;
pub use report::Said;
pub use resident::{Resident, State};
pub use source::{Line, SourceId, SourceKind, digest};
pub use story::Story;
pub use trail::{Act, NotedBackup, NotedCorrection, TrailEnd};
pub use unreadable::{Unreadable, UnreadableFamily};

use crate::clock::{self, Clock};
use crate::fault::{BROKEN_RECORD, During, Fault, Result};
use digest_chain::TrailPosition;
use migration::VERSION;
use rusqlite::backup::Progress;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, Transaction, TransactionBehavior};
use std::cell::RefCell;
use std::path::Path;

/// More statements than any command has.
const STATEMENTS: usize = 128;

/// An open register.
pub struct Register {
    db: Connection,
    /// The clock of the computer.
    clock: Clock,
    /// Where the trail goes on, once a transaction has written to it.
    position: RefCell<Option<TrailPosition>>,
    /// The command that is under way: the trail names it where it changes something.
    command: Option<CommandLine>,
}

impl Register {
    /// Makes a new register with the salt of the programme.
    pub fn create(path: &Path, salt: &[u8; 16]) -> Result<Self> {
        let db = Connection::open(path).during("membuat register")?;
        db.execute_batch("PRAGMA journal_mode = WAL;").during("membuat register")?;
        let register = Self::prepared(db)?;
        register.bring_up_to_date()?;
        register.set("salt", &data_encoding::HEXLOWER.encode(salt))?;
        Ok(register)
    }

    /// Opens a register. One of an older version is brought up to date, whole or not at all.
    pub fn open(path: &Path) -> Result<Self> {
        // One thread at a time uses a connection: Rust sees to that, and SQLite need not.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(path, flags).during("membuka register")?;
        let register = Self::prepared(db)?;
        match migration::version(&register.db)? {
            VERSION => {}
            1..VERSION => register.bring_up_to_date()?,
            version => {
                return Err(Fault::new(
                    "versi-register",
                    format!("Register ini versi {version}, perintah ini membaca versi 1 sampai {VERSION}."),
                    "Pakai tepat versi yang sesuai.",
                ));
            }
        }
        migration::add_indexes(&register.db)?;
        Ok(register)
    }

    /// Copies the register as it is at one moment, page by page, into a new file. Others may write to it meanwhile.
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        self.db.backup("main", path, None::<fn(Progress)>).during("menyalin register")
    }

    /// Waits until all that was written lies on the disk, and not only in the memory of the machine; `false` where somebody
    /// reads at this moment, and not all of it does.
    pub fn settle(&self) -> Result<bool> {
        let is_busy: bool = self
            .db
            .query_row("PRAGMA wal_checkpoint(FULL)", [], |row| row.get(0))
            .during("menyimpan register")?;
        Ok(!is_busy)
    }

    /// From now on little of what is read is kept in memory: for whoever walks through everything once and needs the memory.
    pub fn keeps_little(&self) -> Result<()> {
        self.db.execute_batch("PRAGMA cache_size = -16384;").during("membuka register")
    }

    fn prepared(db: Connection) -> Result<Self> {
        db.execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 16384;",
        )
        .during("membuka register")?;
        db.set_prepared_statement_cache_capacity(STATEMENTS);
        // Otherwise a statement is compiled anew for every value that is bound to it, for the sake of statistics that we do not keep.
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).during("membuka register")?;
        Ok(Self { db, clock: clock::of_the_computer, position: RefCell::new(None), command: None })
    }

    /// From now on the trail names this command where it changes something.
    pub fn runs(&mut self, command: CommandLine) {
        self.command = Some(command);
    }

    fn bring_up_to_date(&self) -> Result<()> {
        let transaction = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)
            .during("memperbarui register")?;
        migration::migrate(&self.db)?;
        transaction.commit().during("memperbarui register")
    }

    /// Runs `work` in one transaction.
    pub fn transaction<T>(&mut self, work: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        let transaction = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)
            .during("membuka transaksi register")?;
        self.position.replace(None);
        let outcome = work(self)?;
        self.finish_trail()?;
        transaction.commit().during("menyimpan register")?;
        Ok(outcome)
    }

    /// A setting of the programme.
    pub fn get(&self, key: &str) -> Result<Option<String>> {
        self.db
            .query_row("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))
            .optional()
            .during("membaca setelan")
    }

    /// A number among the settings; 0 where there is none.
    pub fn number(&self, key: &str) -> Result<u32> {
        Ok(self.get(key)?.and_then(|text| text.parse().ok()).unwrap_or(0))
    }

    /// Sets a setting.
    pub fn set(&self, key: &str, value: &str) -> Result<()> {
        self.db
            .execute(
                "INSERT INTO setting VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
                [key, value],
            )
            .during("menyimpan setelan")?;
        Ok(())
    }
}

/// A value that a column kept as text, read back through its own `parse`.
fn parsed<T, E>(text: &str, parse: impl FnOnce(&str) -> std::result::Result<T, E>) -> Result<T> {
    parse(text).map_err(|_| {
        Fault::new(
            BROKEN_RECORD,
            "Register memuat nilai yang tidak dikenali.",
            "Pulihkan register dari cadangan.",
        )
    })
}

#[cfg(test)]
mod tests;
