//! `tepat disburse`: what Bank DKI reports of the money of a tahap.

use crate::output::Output;
use crate::tally;
use office::clock::Moment;
use office::fault::Result;
use office::reports::disbursement::{self, BankReport};
use office::workspace::Workspace;
use std::process::ExitCode;

pub(super) fn run(
    workspace: &mut Workspace,
    bank_report: BankReport<'_>,
    now: &Moment,
    output: &Output,
) -> Result<ExitCode> {
    let taken = workspace.register.transaction(|register| disbursement::read(register, bank_report, now))?;
    let mut sentences = tally::sentences(&taken);
    if !taken.rejected.is_empty() {
        sentences += "Semua barisnya disimpan; yang berbeda disebut `tepat accounts` sampai diselesaikan.\n";
    }
    output.answer(&taken, &sentences);
    // The lines are kept, so something has changed.
    Ok(ExitCode::SUCCESS)
}
