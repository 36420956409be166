//! `tepat subject`: what the law gives the people whom the data are about.

mod correct;
mod erase;
mod export;
mod find;

use crate::cli::Subject;
use crate::output::Output;
use office::clock::Moment;
use office::fault::Result;
use office::workspace::Workspace;

pub(super) fn run(
    workspace: &mut Workspace,
    subject: Subject,
    by: &str,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    match subject {
        Subject::Export { family } => export::run(workspace, &family, by, now, output),
        Subject::Correct { family, correction } => {
            correct::run(workspace, &family, &correction, by, now, output)
        }
        Subject::Erase { family, dry_run, yes } => {
            let asks = if dry_run {
                erase::Asks::DryRun
            } else if yes {
                erase::Asks::No
            } else {
                erase::Asks::First
            };
            erase::run(workspace, &family, asks, by, now, output)
        }
    }
}
