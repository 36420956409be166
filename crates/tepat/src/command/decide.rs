//! `tepat decide`: one decision for one family.

use crate::cli::DecideArgs;
use crate::output::Output;
use office::clock::Moment;
use office::decision::{DecisionDraft, decide};
use office::fault::Result;
use office::workspace::Workspace;

pub(super) fn run(workspace: &mut Workspace, args: &DecideArgs, now: &Moment, output: &Output) -> Result<()> {
    let draft = DecisionDraft {
        kk: args.kk.as_ref(),
        code: args.code.as_ref(),
        status: args.status,
        reason: args.reason,
        note: args.note.as_deref().unwrap_or_default(),
        on: args.on,
        tahap: args.tahap,
        point: args.point.as_deref(),
        date: args.date,
        hours: args.hours.as_deref(),
    };
    let decided = workspace.register.transaction(|register| decide(register, &draft, now))?;
    let sentences = format!("{} → {}, berlaku {}.", decided.from, decided.to, decided.event.at);
    output.answer(&decided, &sentences);
    Ok(())
}
