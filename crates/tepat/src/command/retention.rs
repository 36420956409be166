//! `tepat retention`: how long what is kept, and what has been kept long enough.

use crate::cli::RetentionArgs;
use crate::output::Output;
use crate::rewriting::NOT_REWRITTEN;
use office::clock::Moment;
use office::fault::Result;
use office::register::{NotedBackup, Unreadable};
use office::retention::{KeptKind, Overdue, Term};
use office::workspace::Workspace;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

#[derive(Serialize)]
struct Answer {
    on: String,
    /// Whether it was removed; otherwise it was only counted.
    applied: bool,
    /// Whether nothing is left in unused parts of the register's file either.
    #[serde(skip_serializing_if = "Option::is_none")]
    rewritten: Option<bool>,
    kinds: BTreeMap<KeptKind, Term>,
    /// Backups that somebody has to delete.
    backups: Vec<NotedBackup>,
    /// Families that are kept beyond their term, because they stand on the last list of a phone.
    on_phones: usize,
    /// Families of which nobody knows whether their term is over.
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    unreadable: Unreadable,
}

/// Whoever changes a term or removes something says who they are.
pub(super) fn run(
    workspace: &mut Workspace,
    RetentionArgs { keep, apply }: &RetentionArgs,
    by: Result<String>,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let by = if *apply || !keep.is_empty() { by? } else { String::new() };
    workspace
        .register
        .transaction(|register| keep.iter().try_for_each(|(kind, days)| kind.keep(register, *days, &by)))?;
    let overdue = Overdue::of(workspace, now)?;
    let rewritten = apply.then(|| overdue.apply(workspace, &by, now)).transpose()?;
    let Overdue { kinds, backups, on_phones, unreadable, .. } = overdue;
    let on = now.to_string();
    let answer = Answer { on, applied: *apply, rewritten, kinds, backups, on_phones, unreadable };
    output.answer(&answer, &answer.to_string());
    Ok(())
}

impl Display for Answer {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let went = if self.applied { "dihapus" } else { "lewat waktunya" };
        for (kind, Term { days, overdue }) in &self.kinds {
            let (what, went) =
                (what(*kind), if *kind == KeptKind::Backups { "lewat waktunya" } else { went });
            writeln!(f, "{:<12}{days:>6} hari  {overdue:>9} {went}  {what}", kind.code())?;
        }
        for NotedBackup { file, made_at } in &self.backups {
            writeln!(f, "Hapus sendiri, bila masih ada: cadangan {file} ({made_at}).")?;
        }
        if self.on_phones > 0 {
            writeln!(
                f,
                "{} keluarga lain juga lewat waktunya, dan tetap: masih ada di daftar sebuah HP, yang akan mendaftarkannya lagi \
                 sebagai keluarga baru. Minta ketua RT menghapusnya dari HP dan mengirim daftarnya.",
                self.on_phones
            )?;
        }
        if !self.unreadable.is_empty() {
            let count = self.unreadable.iter().count();
            writeln!(f, "{count} catatan tidak terbaca, jadi tidak diketahui apakah waktunya lewat:")?;
            write!(f, "{}", self.unreadable)?;
        }
        if self.rewritten == Some(false) {
            writeln!(f, "{NOT_REWRITTEN}")?;
        }
        let next = if self.applied {
            "Terbitkan lagi dengan `tepat publish`."
        } else {
            "Belum ada yang dihapus: `tepat retention --apply --by NAMA`. Mengubah masa simpan: --keep JENIS=HARI."
        };
        write!(f, "{next}")
    }
}

fn what(kind: KeptKind) -> &'static str {
    match kind {
        KeptKind::Envelopes => "amplop di ruang kerja yang isinya sudah di register",
        KeptKind::Quarantine => "amplop yang belum pernah dapat diterima",
        KeptKind::OldLists => "daftar dari HP yang sudah ada penggantinya",
        KeptKind::OtherLists => "baris daftar bantuan dan Dukcapil yang sudah diganti",
        KeptKind::BankNames => "siapa yang disebut bank dan tidak dikenal register, sesudah barisnya selesai",
        KeptKind::Refused => "siapa keluarga yang ditolak atau ditarik",
        KeptKind::Ended => "siapa keluarga yang bantuannya sudah selesai",
        KeptKind::Backups => "cadangan",
    }
}
