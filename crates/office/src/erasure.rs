//! Erasing who a family is (UU 27/2022, the right to have data deleted): its identity goes from the register and from the
//! envelopes that are kept in the workspace; what happened to it stays, and the accounts still add up.

use crate::clock::Moment;
use crate::collection::Reader;
use crate::collection::kept::{self, EnvelopeState, KeptEnvelope};
use crate::fault::{Fault, Result};
use crate::register::{DecisionBasis, Family, FamilyId, Mail, Register};
use crate::workspace::Workspace;
use domain::{Event, History, Status};

/// The reason on the trail where the family asked for it.
pub const ON_REQUEST: &str = "permintaan";

/// What an erasure would remove. Nothing is removed yet.
pub struct Erasure {
    /// Every entry of the family.
    pub families: Vec<Family>,
    /// Envelopes that name it: they go whole. From one in quarantine the other families have to be sent again.
    pub envelopes: Vec<KeptEnvelope>,
    /// So many envelopes cannot be opened here: whom they name is not known.
    pub unread: usize,
}

impl Erasure {
    /// Looks for all that is kept of these entries, which are the same family.
    ///
    /// # Errors
    /// There are none, one has the aid or an open line of the bank, or an envelope that nobody has looked at would bring the family
    /// again.
    pub fn of(workspace: &Workspace, families: Vec<Family>) -> Result<Self> {
        let register = &workspace.register;
        let families = register.with_doubles(families)?;
        if families.is_empty() {
            return Err(Fault::not_registered());
        }
        for family in &families {
            may_go(register, family.id, &register.history(family.id)?)?;
        }
        let identity = register.identity(&ids(&families))?;
        let (reader, mut envelopes, mut unread) = (Reader::of(workspace)?, Vec::new(), 0);
        for path in KeptEnvelope::files(workspace)? {
            let Some((envelope, bytes)) = KeptEnvelope::read(register, path)? else { continue };
            let document = reader.document(&bytes).and_then(|text| serde_json::from_slice(&text).ok());
            let Some(document) = document else {
                unread += 1;
                continue;
            };
            if !register.is_named_in(&identity, &document)? {
                continue;
            }
            if envelope.state == EnvelopeState::New {
                return Err(Fault::new(
                    "amplop-belum-dibuka",
                    format!("{} menyebut keluarga ini dan belum diterima.", envelope.path.display()),
                    "Jalankan `tepat collect` dulu, lalu ulangi: kalau tidak, keluarga ini terdaftar lagi.",
                ));
            }
            envelopes.push(envelope);
        }
        Ok(Self { families, envelopes, unread })
    }

    /// Erases; whether also nothing is left in unused parts of the register's file, see [`Register::rewrite`].
    ///
    /// # Errors
    /// A file cannot be removed, or the register not be written: then it is as it was.
    pub fn apply(&self, workspace: &mut Workspace, by: &str, now: &Moment) -> Result<bool> {
        // First the files whose lists are in the register: a run that is cut short here is begun again. The lists of those in
        // quarantine are nowhere else, and go once the family is gone.
        let remove = |state| {
            let mut envelopes = self.envelopes.iter().filter(|it| it.state == state);
            envelopes.try_for_each(|it| kept::remove(&it.path))
        };
        remove(EnvelopeState::Settled)?;
        workspace.register.transaction(|register| {
            erase(register, &ids(&self.families), by, now)?;
            let mut quarantined = self.envelopes.iter().filter(|it| it.state == EnvelopeState::Quarantined);
            quarantined.try_for_each(|envelope| discard(register, &envelope.file, now))
        })?;
        remove(EnvelopeState::Quarantined)?;
        workspace.register.rewrite()
    }
}

/// Erases families that asked for it from the register. Whose case was open is withdrawn first, so that it is counted as settled.
///
/// # Errors
/// One of them has the aid or an open line of the bank, or the register cannot be written.
pub fn erase(register: &Register, families: &[FamilyId], by: &str, now: &Moment) -> Result<()> {
    for id in families {
        let history = register.history(*id)?;
        may_go(register, *id, &history)?;
        if !is_settled(history.status()) {
            let event = Event::new(Status::Withdrawn, now.date);
            register.record_after(*id, &history, &event, DecisionBasis::person(by), now)?;
        }
    }
    register.erase(families, by, ON_REQUEST, now)
}

/// An envelope goes that was not taken in; where it lies elsewhere too, it is not fetched again.
pub(crate) fn discard(register: &Register, file: &str, now: &Moment) -> Result<()> {
    register.release(file)?;
    if register.knows_mail(file)? {
        return Ok(());
    }
    register.note_mail(file, Mail::Discarded, now)
}

/// Whoever has the aid is called, paid and accounted for by name; so is whoever money went to that is not settled.
fn may_go(register: &Register, family: FamilyId, history: &History) -> Result<()> {
    if history.has_aid() {
        return Err(Fault::new(
            "masih-menerima",
            format!("Keluarga ini berstatus {}: bantuannya masih berjalan.", history.status()),
            "Akhiri dulu dengan `tepat decide --status dicoret --reason ALASAN`, lalu ulangi.",
        ));
    }
    if register.has_open_lines(family)? {
        return Err(Fault::new(
            "baris-bank-terbuka",
            "Satu baris bank tentang keluarga ini belum selesai: sesudah dihapus, tidak ada yang tahu uang siapa itu.",
            "Selesaikan dulu: `tepat accounts` menyebutnya, `tepat accounts settle` menyelesaikannya.",
        ));
    }
    Ok(())
}

fn is_settled(status: Status) -> bool {
    matches!(status, Status::Refused | Status::Removed | Status::Transferred | Status::Withdrawn)
}

fn ids(families: &[Family]) -> Vec<FamilyId> {
    families.iter().map(|family| family.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;
    use std::fs;

    const FIXTURE: &str = include_str!("../../../tests/fixtures/v1/register-8.sql");

    /// Whose money it is nobody would know any more.
    #[test]
    fn a_family_with_an_open_line_of_the_bank_is_not_erased() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.sqlite");
        Connection::open(&path).unwrap().execute_batch(FIXTURE).unwrap();
        let mut register = Register::open(&path).unwrap();
        // Family 6 was removed; its payment came afterwards.
        let line =
            "INSERT INTO bank_line (id, source, line, tahap, family, says, on_day, amount, whom, posting)
            VALUES (90, 8, 90, 1, 6, 'cair', '2021-03-20', 300000, '', 'sesudah-keluar')";
        Connection::open(&path).unwrap().execute(line, []).unwrap();
        let now = Moment::now(Some("2021-03-28")).unwrap();
        let mut erased = || register.transaction(|register| erase(register, &[6], "Ani", &now));
        assert_eq!(erased().unwrap_err().code, "baris-bank-terbuka");
        let settled = "INSERT INTO settlement (item, outcome, by, reason, settled_at)
            VALUES (90, 'dikembalikan', 'Ani', '', '2021-03-27')";
        Connection::open(&path).unwrap().execute(settled, []).unwrap();
        erased().unwrap();
    }

    /// The other families on a list in quarantine are in no register yet.
    #[test]
    fn an_envelope_in_quarantine_goes_only_with_the_family() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("office");
        let mut workspace = Workspace::init(&root, None).unwrap();
        let [held, settled] = ["held.json", "settled.json"].map(|name| root.join(name));
        let envelope = |path: &std::path::Path, state| KeptEnvelope {
            path: path.to_owned(),
            file: path.file_name().unwrap().to_str().unwrap().to_owned(),
            state,
        };
        let states = [(&held, EnvelopeState::Quarantined), (&settled, EnvelopeState::Settled)];
        let envelopes = states.map(|(path, state)| envelope(path, state)).to_vec();
        states.iter().for_each(|(path, _)| fs::write(path, "amplop").unwrap());
        let erasure = Erasure { families: Vec::new(), envelopes, unread: 0 };
        let now = Moment::now(Some("2021-03-28")).unwrap();
        let forbid = "CREATE TRIGGER full BEFORE INSERT ON mail BEGIN SELECT RAISE(ABORT, 'disk full'); END";
        Connection::open(root.join("register.sqlite")).unwrap().execute_batch(forbid).unwrap();
        assert!(erasure.apply(&mut workspace, "Ani", &now).is_err());
        assert!(held.exists());
        Connection::open(root.join("register.sqlite")).unwrap().execute_batch("DROP TRIGGER full").unwrap();
        erasure.apply(&mut workspace, "Ani", &now).unwrap();
        assert_eq!((held.exists(), settled.exists()), (false, false));
    }
}
