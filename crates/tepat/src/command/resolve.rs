//! `tepat resolve`: what became of families that were held while lists were compared.

use crate::output::Output;
use crate::tally;
use office::clock::Moment;
use office::fault::Result;
use office::reports::resolution;
use office::workspace::Workspace;
use std::path::PathBuf;
use std::process::ExitCode;

pub(super) fn run(
    workspace: &mut Workspace,
    file: PathBuf,
    by: &str,
    now: &Moment,
    output: &Output,
) -> Result<ExitCode> {
    let taken = workspace.register.transaction(|register| resolution::read(register, file, by, now))?;
    output.answer(&taken, &tally::sentences(&taken));
    Ok(tally::exit_code(&taken))
}
