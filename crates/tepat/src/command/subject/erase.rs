//! `tepat subject erase`: who a family is goes; what happened to it stays.

use super::find::find;
use crate::cli::SubjectFamily;
use crate::confirm::confirm;
use crate::output::Output;
use crate::rewriting::NOT_REWRITTEN;
use domain::{RegistrationCode, Status};
use office::areas::{areas, name_of};
use office::clock::Moment;
use office::collection::kept::EnvelopeState;
use office::erasure::Erasure;
use office::fault::Result;
use office::register::{Family, NotedBackup, Register};
use office::workspace::Workspace;
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// Whether somebody is asked before anything goes.
pub(super) enum Asks {
    First,
    No,
    /// Nothing goes.
    DryRun,
}

#[derive(Serialize)]
struct Answer {
    on: String,
    by: String,
    erased: bool,
    /// Whether nothing is left in unused parts of the register's file either.
    #[serde(skip_serializing_if = "Option::is_none")]
    rewritten: Option<bool>,
    entries: Vec<Entry>,
    envelopes: Vec<Envelope>,
    /// Envelopes of which nobody here can say whom they name.
    unread_envelopes: usize,
    /// Backups in which the family still stands.
    backups: Vec<NotedBackup>,
}

#[derive(Serialize)]
struct Entry {
    place: String,
    codes: Vec<RegistrationCode>,
    status: Status,
    members: usize,
    /// Rows of the register that are about it, in all tables.
    rows: usize,
}

#[derive(Serialize)]
struct Envelope {
    file: String,
    /// Its list was never taken in: the other families on it have to be sent again.
    quarantined: bool,
}

pub(super) fn run(
    workspace: &mut Workspace,
    family: &SubjectFamily,
    asks: Asks,
    by: &str,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let register = &workspace.register;
    let erasure = Erasure::of(workspace, find(register, family)?)?;
    let envelope = |it: &office::collection::kept::KeptEnvelope| Envelope {
        file: it.path.display().to_string(),
        quarantined: it.state == EnvelopeState::Quarantined,
    };
    let mut answer = Answer {
        on: now.to_string(),
        by: by.to_owned(),
        erased: false,
        rewritten: None,
        entries: erasure.families.iter().map(|it| Entry::of(register, it)).collect::<Result<_>>()?,
        envelopes: erasure.envelopes.iter().map(envelope).collect(),
        unread_envelopes: erasure.unread,
        backups: register.backups()?,
    };
    match asks {
        Asks::DryRun => {
            output.answer(&answer, &answer.to_string());
            return Ok(());
        }
        Asks::First => confirm(&format!("{answer}\nHapus? Ini tidak dapat dibatalkan."))?,
        Asks::No => {}
    }
    answer.rewritten = Some(erasure.apply(workspace, by, now)?);
    answer.erased = true;
    output.answer(&answer, &answer.to_string());
    Ok(())
}

impl Entry {
    fn of(register: &Register, family: &Family) -> Result<Self> {
        let origin = &family.origin;
        Ok(Self {
            place: format!("RT {} / RW {} {}", origin.rt, origin.rw, name_of(&areas(), &origin.area)),
            codes: register.codes(family.id)?,
            status: register.history(family.id)?.status(),
            members: family.household.size(),
            rows: register.held(family)?.values().map(Vec::len).sum(),
        })
    }
}

impl Display for Answer {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let what = if self.erased { "Dihapus" } else { "Akan dihapus" };
        for Entry { place, codes, status, members, rows } in &self.entries {
            let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
            writeln!(
                f,
                "{what}: siapa keluarga {} di {place}, {members} orang, {status}; {rows} baris register.",
                codes.join(", ")
            )?;
        }
        for Envelope { file, quarantined } in &self.envelopes {
            let again = if *quarantined {
                " Isinya belum pernah diterima: minta pengurusnya mengirim ulang untuk keluarga yang lain."
            } else {
                ""
            };
            writeln!(f, "{what}: {file}.{again}")?;
        }
        if self.unread_envelopes > 0 {
            writeln!(
                f,
                "{} amplop di ruang kerja tidak dapat dibuka: tidak diketahui siapa yang disebutnya.",
                self.unread_envelopes
            )?;
        }
        writeln!(f, "Tetap: status, alasan, tahap, dan jejaknya, tanpa nama dan nomor.")?;
        for NotedBackup { file, made_at } in &self.backups {
            writeln!(
                f,
                "Masih ada dalam cadangan {file} ({made_at}): hapus bila waktunya lewat (`tepat retention`)."
            )?;
        }
        if self.rewritten == Some(false) {
            writeln!(f, "{NOT_REWRITTEN}")?;
        }
        write!(
            f,
            "Terbitkan lagi dengan `tepat publish`. Di luar ruang kerja: minta ketua RT menghapusnya dari HP, sebab daftar berikutnya \
             yang memuatnya mendaftarkannya sebagai keluarga baru; hapus dari berkas daftar, surat, dan daftar bank; \
             kosongkan kotak masuk di server dengan `tepat collect --purge`."
        )
    }
}
