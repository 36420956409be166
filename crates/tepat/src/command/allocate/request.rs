//! `tepat allocate request`: a family asks for a nearer point.

use crate::output::Output;
use domain::RegistrationCode;
use office::allocation::request;
use office::clock::Moment;
use office::fault::Result;
use office::workspace::Workspace;
use serde::Serialize;

#[derive(Serialize)]
struct Requested<'a> {
    code: String,
    /// None: whichever is nearest.
    point: Option<&'a str>,
}

pub(super) fn run(
    workspace: &mut Workspace,
    code: &RegistrationCode,
    point: Option<&str>,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    workspace.register.transaction(|register| request(register, code, point, now))?;
    output.answer(
        &Requested { code: code.to_string(), point },
        "Permintaan dicatat. `tepat allocate` berikutnya menjawabnya.",
    );
    Ok(())
}
