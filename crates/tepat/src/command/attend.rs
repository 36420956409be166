//! `tepat attend`: what the points report of the families that were called.

use crate::output::Output;
use crate::tally;
use office::clock::Moment;
use office::fault::Result;
use office::reports::attendance;
use office::workspace::Workspace;
use std::path::PathBuf;
use std::process::ExitCode;

pub(super) fn run(
    workspace: &mut Workspace,
    files: &[PathBuf],
    now: &Moment,
    output: &Output,
) -> Result<ExitCode> {
    let taken = workspace.register.transaction(|register| attendance::read(register, files, now))?;
    output.answer(&taken, &tally::sentences(&taken));
    Ok(tally::exit_code(&taken))
}
