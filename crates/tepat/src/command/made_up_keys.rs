//! `tepat made-up-keys`: noise in the place of keys, so that the speed of all the rest can be measured.

use crate::output::Output;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::workspace::Workspace;
use serde::Serialize;

#[derive(Serialize)]
struct MadeUp {
    keys: usize,
}

pub(super) fn run(workspace: &Workspace, now: &Moment, output: &Output) -> Result<()> {
    let register = &workspace.register;
    if register.get("example")?.is_none() && register.has_derived()? {
        return Err(Fault::new(
            "kunci-sungguhan",
            "Register ini memuat kunci yang sungguh diturunkan; kunci rekaan akan menimpanya.",
            "Ukur dengan ruang kerja lain (`tepat init`).",
        ));
    }
    // From now on the app says on every page that nothing of this is real.
    register.set("example", "1")?;
    let keys = publication::make_up_keys(workspace, now, output)?;
    output.answer(&MadeUp { keys }, &format!("{keys} kunci rekaan."));
    Ok(())
}
