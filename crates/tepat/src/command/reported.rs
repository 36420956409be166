//! Reports on families: tables of which each row names a family by its registration code, its KK number or a NIK, and says
//! something of it. A row that cannot be taken in is named, and the rest goes in.

mod row;
mod tally;

use crate::output::Output;
use office::clock::Moment;
use office::fault::Result;
use office::workspace::Workspace;
pub(super) use row::{FAMILY, Form, NAMING, Report, Says, Stop, Taken, nameless};
use std::path::PathBuf;
use tally::Tally;

/// Reads reports, all of them or none, and answers what came of them. `take` finds the family of a row and does what the
/// row says.
pub(super) fn run(
    workspace: &mut Workspace,
    files: &[PathBuf],
    form: &Form,
    now: &Moment,
    output: &Output,
    take: impl Fn(&Report<'_>) -> Taken,
) -> Result<()> {
    let tally = workspace.register.transaction(|register| {
        let mut tally = Tally::default();
        files.iter().try_for_each(|file| tally.read(register, file, form, now, &take))?;
        Ok(tally)
    })?;
    output.answer(&tally, &tally.to_string());
    Ok(())
}
