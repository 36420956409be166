//! How long what is kept, and what has been kept long enough. What goes is counted first, and goes through the same code as
//! what a family asks for.

use crate::case::Case;
use crate::clock::Moment;
use crate::collection::kept::{self, KeptEnvelope};
use crate::erasure;
use crate::fault::Result;
use crate::register::{Act, FamilyId, NotedBackup, Register, Unreadable};
use crate::workspace::Workspace;
use domain::Status;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;

/// What is kept for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum KeptKind {
    /// Envelopes in the drop box of the workspace whose lists are in the register, since they were taken in.
    #[serde(rename = "amplop")]
    Envelopes,
    /// Envelopes in quarantine, since they were first seen.
    #[serde(rename = "karantina")]
    Quarantine,
    /// Lists in envelopes, as they came, once a later one of the same phone is there.
    #[serde(rename = "daftar-lama")]
    OldLists,
    /// Rows of lists of other aid and of Dukcapil, since a later list took their place.
    #[serde(rename = "daftar-lain")]
    OtherLists,
    /// Whom lines of the bank mean that name nobody the register knows, since they were settled.
    #[serde(rename = "nama-bank")]
    BankNames,
    /// Who families are that were refused or taken back, since that was decided.
    #[serde(rename = "ditolak")]
    Refused,
    /// Who families are that left the aid, or have had it, since the last that happened.
    #[serde(rename = "selesai")]
    Ended,
    /// Backups. They lie elsewhere: they are named, and somebody has to delete them.
    #[serde(rename = "cadangan")]
    Backups,
}

impl KeptKind {
    /// In reading order.
    pub const ALL: &[Self] = &[
        Self::Envelopes,
        Self::Quarantine,
        Self::OldLists,
        Self::OtherLists,
        Self::BankNames,
        Self::Refused,
        Self::Ended,
        Self::Backups,
    ];

    /// Its word on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Envelopes => "amplop",
            Self::Quarantine => "karantina",
            Self::OldLists => "daftar-lama",
            Self::OtherLists => "daftar-lain",
            Self::BankNames => "nama-bank",
            Self::Refused => "ditolak",
            Self::Ended => "selesai",
            Self::Backups => "cadangan",
        }
    }

    /// Reads its word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// Days, unless the office settles another term; why so many stands in docs/data-pribadi.md.
    fn usual_days(self) -> u32 {
        match self {
            Self::Envelopes => 30,
            Self::OtherLists | Self::Backups => 90,
            Self::Quarantine => 180,
            Self::OldLists | Self::BankNames | Self::Refused => 365,
            Self::Ended => 3650,
        }
    }

    fn setting(self) -> String {
        format!("retention-{}", self.code())
    }

    /// The days that the office keeps it for.
    pub fn days(self, register: &Register) -> Result<u32> {
        let days = register.get(&self.setting())?.and_then(|text| text.parse().ok());
        Ok(days.unwrap_or(self.usual_days()))
    }

    /// Settles them.
    pub fn keep(self, register: &Register, days: u32, by: &str) -> Result<()> {
        if self.days(register)? == days {
            return Ok(());
        }
        let (setting, value) = (self.setting(), days.to_string());
        register.set(&setting, &value)?;
        register.act(None, Act::Set { by: by.to_owned(), setting, value })
    }
}

/// What has been kept long enough.
pub struct Overdue {
    /// How many days each kind is kept, and how much of it is older than that.
    pub kinds: BTreeMap<KeptKind, Term>,
    /// Backups that somebody has to delete.
    pub backups: Vec<NotedBackup>,
    /// So many families are kept beyond their term, for they stand on the last list of a phone: it would bring them back as new
    /// ones, without their stories.
    pub on_phones: usize,
    /// Families of which nobody knows whether their term is over. They and what they point to are kept.
    pub unreadable: Unreadable,
    envelopes: Vec<PathBuf>,
    quarantined: Vec<String>,
    families: BTreeMap<KeptKind, Vec<FamilyId>>,
}

/// How long, and how much is older.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// Days.
    pub days: u32,
    /// Envelopes, lists, rows, entries of families, or backups.
    pub overdue: usize,
}

impl Overdue {
    /// Looks for it. Nothing is removed yet.
    pub fn of(workspace: &Workspace, now: &Moment) -> Result<Self> {
        let register = &workspace.register;
        let mut before = HashMap::new();
        for kind in KeptKind::ALL {
            before.insert(*kind, now.days_before(kind.days(register)?.into()));
        }
        let since = |kind| before.get(&kind).unwrap_or(now);
        let mut envelopes = Vec::new();
        for path in KeptEnvelope::files(workspace)? {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if register.knows_mail_before(name, since(KeptKind::Envelopes))? {
                envelopes.push(path);
            }
        }
        let is_older = |at: &str, kind| at < since(kind).to_string().as_str();
        let quarantined = register.quarantined()?;
        let quarantined = quarantined.into_iter().filter(|it| is_older(&it.seen_at, KeptKind::Quarantine));
        let quarantined: Vec<String> = quarantined.map(|kept| kept.file).collect();
        let backups = register.backups()?;
        let backups: Vec<_> =
            backups.into_iter().filter(|it| is_older(&it.made_at, KeptKind::Backups)).collect();
        // Whose money it is nobody would know any more.
        let open: HashSet<FamilyId> =
            register.open_bank_lines()?.into_iter().filter_map(|line| line.family).collect();
        let OverdueFamilies { families, on_phones, unreadable } = OverdueFamilies::of(register, |case| {
            let kind = kind_of(case).filter(|_| !open.contains(&case.id()))?;
            let last = case.history.last()?;
            (last.at < since(kind).date).then_some(kind)
        })?;
        let mut kinds = BTreeMap::new();
        for kind in KeptKind::ALL {
            let overdue = match kind {
                KeptKind::Envelopes => envelopes.len(),
                KeptKind::Quarantine => quarantined.len(),
                KeptKind::OldLists => register.count_old_lists(since(*kind))?,
                KeptKind::OtherLists => register.count_replaced_rows(since(*kind))?,
                KeptKind::BankNames => register.count_bank_names(since(*kind))?,
                KeptKind::Refused | KeptKind::Ended => families.get(kind).map_or(0, Vec::len),
                KeptKind::Backups => backups.len(),
            };
            kinds.insert(*kind, Term { days: kind.days(register)?, overdue });
        }
        Ok(Self { kinds, backups, on_phones, unreadable, envelopes, quarantined, families })
    }

    /// Removes it, and writes on the trail who did, of each kind how much; whether also nothing is left in unused parts of the
    /// register's file.
    ///
    /// # Errors
    /// A file cannot be removed, or the register not be written: the next run goes on.
    pub fn apply(&self, workspace: &mut Workspace, by: &str, now: &Moment) -> Result<bool> {
        let quarantine = workspace.quarantine();
        self.envelopes.iter().try_for_each(|path| kept::remove(path))?;
        self.quarantined.iter().try_for_each(|file| kept::remove(&quarantine.join(file)))?;
        workspace.register.transaction(|register| {
            for file in &self.quarantined {
                erasure::discard(register, file, now)?;
            }
            for (kind, Term { days, overdue }) in self.kinds.iter().filter(|(_, term)| term.overdue > 0) {
                let before = now.days_before((*days).into());
                match kind {
                    KeptKind::OldLists => register.forget_old_lists(&before)?,
                    KeptKind::OtherLists => register.forget_replaced_rows(&before)?,
                    KeptKind::BankNames => register.forget_bank_names(&before)?,
                    KeptKind::Refused | KeptKind::Ended => {
                        let families = self.families.get(kind).map(Vec::as_slice).unwrap_or_default();
                        register.erase(families, by, kind.code(), now)?;
                    }
                    KeptKind::Envelopes | KeptKind::Quarantine => {}
                    KeptKind::Backups => continue,
                }
                let (by, kind) = (by.to_owned(), kind.code().to_owned());
                register.act(None, Act::Expire { by, kind, count: *overdue })?;
            }
            Ok(())
        })?;
        workspace.register.rewrite()
    }
}

/// Which term a family has that stands. One whose case is open, or to whom the aid is still coming, is kept.
fn kind_of(case: &Case) -> Option<KeptKind> {
    match case.status() {
        Status::Refused | Status::Withdrawn if !case.history.was_recipient() => Some(KeptKind::Refused),
        Status::Refused | Status::Withdrawn | Status::Removed | Status::Transferred | Status::Paid => {
            Some(KeptKind::Ended)
        }
        _ => None,
    }
}

/// Families whose term is over.
struct OverdueFamilies {
    /// By their kind, each with its doubles: they are the same family.
    families: BTreeMap<KeptKind, Vec<FamilyId>>,
    on_phones: usize,
    unreadable: Unreadable,
}

impl OverdueFamilies {
    fn of(register: &Register, overdue: impl Fn(&Case) -> Option<KeptKind>) -> Result<Self> {
        let listed = register.codes_on_phones()?;
        let (mut standing, mut doubles, mut on_phones) = (HashMap::new(), Vec::new(), HashSet::new());
        let unreadable = register.for_each_family(|cases| {
            for case in &cases {
                let stands = case.family.duplicate_of.unwrap_or(case.id());
                if stands != case.id() {
                    doubles.push((case.id(), stands));
                } else if let Some(kind) = overdue(case) {
                    standing.insert(stands, (kind, vec![stands]));
                }
                if case.codes.iter().any(|code| listed.contains(code)) {
                    on_phones.insert(stands);
                }
            }
            Ok(())
        })?;
        // Who points to a family that is erased would lose its footing.
        for it in unreadable.iter() {
            register.stands_for(it.family)?.and_then(|stands| standing.remove(&stands));
        }
        for (id, stands) in doubles {
            standing.entry(stands).and_modify(|(_, ids)| ids.push(id));
        }
        let before = standing.len();
        standing.retain(|id, _| !on_phones.contains(id));
        let on_phones = before.saturating_sub(standing.len());
        let mut families = BTreeMap::<_, Vec<_>>::new();
        for (kind, ids) in standing.into_values() {
            families.entry(kind).or_default().extend(ids);
        }
        families.values_mut().for_each(|ids| ids.sort_unstable());
        Ok(Self { families, on_phones, unreadable })
    }
}

#[cfg(test)]
mod tests;
