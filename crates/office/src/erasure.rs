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
    /// There are none, one has the aid, or an envelope that nobody has looked at would bring the family again.
    pub fn of(workspace: &Workspace, families: Vec<Family>) -> Result<Self> {
        let register = &workspace.register;
        let families = register.with_doubles(families)?;
        if families.is_empty() {
            return Err(Fault::not_registered());
        }
        for family in &families {
            may_go(&register.history(family.id)?)?;
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

    /// Erases; whether also nothing is left in unused parts of the register's file, which cannot be while somebody reads it.
    ///
    /// # Errors
    /// A file cannot be removed, or the register not be written: then it is as it was.
    pub fn apply(&self, workspace: &mut Workspace, by: &str, now: &Moment) -> Result<bool> {
        // First the files: their lists are in the register, and a run that is cut short here is begun again.
        self.envelopes.iter().try_for_each(|envelope| kept::remove(&envelope.path))?;
        workspace.register.transaction(|register| {
            erase(register, &ids(&self.families), by, now)?;
            let mut quarantined = self.envelopes.iter().filter(|it| it.state == EnvelopeState::Quarantined);
            quarantined.try_for_each(|envelope| discard(register, &envelope.file, now))
        })?;
        workspace.register.rewrite()
    }
}

/// Erases families that asked for it from the register. Whose case was open is withdrawn first, so that it is counted as settled.
///
/// # Errors
/// One of them has the aid, or the register cannot be written.
pub fn erase(register: &Register, families: &[FamilyId], by: &str, now: &Moment) -> Result<()> {
    for id in families {
        let history = register.history(*id)?;
        may_go(&history)?;
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

/// Whoever has the aid is called, paid and accounted for by name.
fn may_go(history: &History) -> Result<()> {
    if !history.has_aid() {
        return Ok(());
    }
    Err(Fault::new(
        "masih-menerima",
        format!("Keluarga ini berstatus {}: bantuannya masih berjalan.", history.status()),
        "Akhiri dulu dengan `tepat decide --status dicoret --reason ALASAN`, lalu ulangi.",
    ))
}

fn is_settled(status: Status) -> bool {
    matches!(status, Status::Refused | Status::Removed | Status::Transferred | Status::Withdrawn)
}

fn ids(families: &[Family]) -> Vec<FamilyId> {
    families.iter().map(|family| family.id).collect()
}
