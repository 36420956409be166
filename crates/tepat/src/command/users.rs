//! `tepat users`: who may put envelopes into the drop box, and the office, which may read them, for nginx.

use crate::output::Output;
use office::fault::Result;
use office::register::{Office, password_hash};
use office::workspace::{READER, Workspace};
use serde::Serialize;

#[derive(Serialize)]
struct User {
    name: String,
    /// As crypt(3) writes it.
    hash: String,
}

pub(super) fn run(workspace: &Workspace, output: &Output) -> Result<()> {
    let own = password_hash(workspace.office()?.drop_box_password())?;
    let mut users = vec![User { name: READER.to_owned(), hash: own }];
    let offices = workspace
        .register
        .offices()?
        .into_iter()
        .filter(Office::is_active)
        .map(|office| User { name: office.id, hash: office.password_hash });
    users.extend(offices);
    let lines: String = users.iter().map(|user| format!("{}:{}\n", user.name, user.hash)).collect();
    output.answer(&users, &lines);
    Ok(())
}
