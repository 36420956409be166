//! `tepat allocate`: where every family collects, so that all together go the least way.

mod request;
mod sentences;
mod table;

use crate::cli::{AllocateArgs, AllocateRequest};
use crate::new_file;
use crate::output::Output;
use office::allocation::allocate;
use office::clock::Moment;
use office::fault::Result;
use office::workspace::Workspace;

/// Allocates everybody, or changes nothing.
pub(super) fn run(
    workspace: &mut Workspace,
    args: &AllocateArgs,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    if let Some(AllocateRequest::Request { code, point }) = &args.request {
        return request::run(workspace, code, point.as_deref(), now, output);
    }
    args.csv.as_deref().map_or(Ok(()), new_file::is_free)?;
    let report = workspace.register.transaction(|register| allocate(register, args.days, now, output))?;
    if let Some(path) = &args.csv {
        new_file::write(path, &table::of(&report)?)?;
    }
    output.answer(&report, &sentences::of(&report));
    Ok(())
}
