//! `tepat users`: who may put envelopes into the drop box, for nginx.

use crate::fault::Result;
use crate::output::Output;
use crate::register::Office;
use crate::workspace::Workspace;
use serde::Serialize;

#[derive(Serialize)]
struct User {
    name: String,
    /// As crypt(3) writes it.
    hash: String,
}

pub(super) fn run(workspace: &Workspace, output: &Output) -> Result<()> {
    let users: Vec<User> = workspace
        .register
        .offices()?
        .into_iter()
        .filter(Office::is_active)
        .map(|office| User { name: office.id, hash: office.password_hash })
        .collect();
    let lines: String = users.iter().map(|user| format!("{}:{}\n", user.name, user.hash)).collect();
    output.answer(&users, &lines);
    Ok(())
}
