//! `tepat decide`: one decision for one family.

use crate::cli::DecideArgs;
use crate::output::Output;
use office::clock::Moment;
use office::decision::{DecisionDraft, decide, find};
use office::fault::{Fault, Result};
use office::register::Act;
use office::workspace::Workspace;
use serde::Serialize;

pub(super) fn run(
    workspace: &mut Workspace,
    args: &DecideArgs,
    by: &str,
    is_sure: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    if let Some(pair) = &args.pair {
        return set_pair(workspace, args, pair == "tutup", by, now, output);
    }
    let status = args.status.ok_or_else(Fault::not_registered)?;
    let draft = DecisionDraft {
        by,
        kk: args.kk.as_ref(),
        code: args.code.as_ref(),
        status,
        reason: args.reason,
        note: args.note.as_deref().unwrap_or_default(),
        on: args.on,
        tahap: args.tahap,
        point: args.point.as_deref(),
        date: args.date,
        hours: args.hours.as_deref(),
        is_sure,
    };
    let decided = workspace.register.transaction(|register| decide(register, &draft, now))?;
    let sentences = format!("{} → {}, berlaku {}.", decided.from, decided.to, decided.event.at);
    output.answer(&decided, &sentences);
    Ok(())
}

/// Closes or opens the way by KK number and NIK.
fn set_pair(
    workspace: &mut Workspace,
    args: &DecideArgs,
    closed: bool,
    by: &str,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let changed = workspace.register.transaction(|register| {
        let family = find(register, args.kk.as_ref(), args.code.as_ref())?;
        let changed = register.set_pair_closed(family.id, closed, now)?;
        let (by, setting) = (by.to_owned(), "pair".to_owned());
        let value = if closed { "tutup" } else { "buka" }.to_owned();
        register.act(Some(family.id), Act::Set { by, setting, value })?;
        Ok(changed)
    })?;
    let sentences = match (changed, closed) {
        (true, true) => "Mulai terbitan berikutnya hanya kode pendaftaran yang menjawab untuk keluarga ini.",
        (true, false) => "Mulai terbitan berikutnya nomor KK dan NIK menjawab lagi untuk keluarga ini.",
        (false, _) => "Sudah begitu sebelumnya: tidak ada yang berubah.",
    };
    output.answer(&PairChanged { closed, changed }, sentences);
    Ok(())
}

#[derive(Serialize)]
struct PairChanged {
    closed: bool,
    changed: bool,
}
