//! `tepat enrol list`: every link that was made.

use crate::output::Output;
use domain::{Actor, AreaCode, Date, Rt, Rw};
use office::fault::Result;
use office::register::Office;
use office::workspace::Workspace;
use serde::Serialize;

/// A link, without what opens it.
#[derive(Serialize)]
pub(super) struct Link {
    pub(super) id: String,
    /// Whose it is.
    of: Actor,
    area: AreaCode,
    rw: Rw,
    #[serde(skip_serializing_if = "Option::is_none")]
    rt: Option<Rt>,
    enrolled_on: Date,
    /// Of the list that was last taken in; 0: none.
    edition: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    listed_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) revoked_on: Option<Date>,
}

pub(super) fn run(workspace: &Workspace, output: &Output) -> Result<()> {
    let offices = workspace.register.offices()?;
    let sentences: String = offices.iter().map(|office| sentence(office) + "\n").collect();
    let links: Vec<Link> = offices.into_iter().map(Link::of).collect();
    output.answer(&links, &sentences);
    Ok(())
}

fn sentence(office: &Office) -> String {
    let list = match office.listed_on {
        Some(on) => format!("daftar {} tanggal {on}", office.edition),
        None => "belum mengirim".to_owned(),
    };
    let revoked = office.revoked_on.map(|on| format!(", DICABUT {on}")).unwrap_or_default();
    format!("{}  {}, sejak {}, {list}{revoked}", office.id, office.scope, office.enrolled_on)
}

impl Link {
    pub(super) fn of(office: Office) -> Self {
        Self {
            of: office.scope.actor(),
            id: office.id,
            area: office.scope.area,
            rw: office.scope.rw,
            rt: office.scope.rt,
            enrolled_on: office.enrolled_on,
            edition: office.edition,
            listed_on: office.listed_on,
            revoked_on: office.revoked_on,
        }
    }
}
