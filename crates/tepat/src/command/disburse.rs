//! `tepat disburse`: what Bank DKI reports of the money of a tahap.

use crate::output::Output;
use crate::tally;
use office::clock::Moment;
use office::fault::Result;
use office::reports::disbursement;
use office::workspace::Workspace;
use std::path::PathBuf;

pub(super) fn run(
    workspace: &mut Workspace,
    file: PathBuf,
    tahap: u16,
    all_paid: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let read = |register: &_| disbursement::read(register, file, tahap, all_paid, now);
    let taken = workspace.register.transaction(read)?;
    output.answer(&taken, &tally::sentences(&taken));
    Ok(())
}
