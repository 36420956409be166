//! What the trail says of a command: its name, and what it was about without anybody's number.

use super::{Accounts, Command, InviteArgs, Review};
use std::path::Path;

impl Command {
    /// As the trail names it; none: it changes nothing in the register, or is not taken back.
    pub(crate) fn noted(&self) -> Option<(&'static str, String)> {
        let none = String::new;
        Some(match self {
            Self::Import(args) => ("import", name(&args.file)),
            Self::Points { file } => ("points", name(file)),
            Self::Enrol(_) => ("enrol", none()),
            Self::Collect { .. } => ("collect", none()),
            Self::Match(_) => ("match", none()),
            Self::Verify => ("verify", none()),
            Self::Review(Review::In { file }) => ("review in", name(file)),
            Self::Approve { tahap } => ("approve", format!("--tahap {tahap}")),
            Self::Allocate(_) => ("allocate", none()),
            Self::Invite(args) => ("invite", called(args)),
            Self::Attend { files } => {
                ("attend", files.iter().map(|file| name(file)).collect::<Vec<_>>().join(" "))
            }
            Self::Disburse { file, tahap, .. } => ("disburse", format!("{} --tahap {tahap}", name(file))),
            Self::Accounts { what: Some(Accounts::Settle(_)) } => ("accounts settle", none()),
            Self::Resolve { file } => ("resolve", name(file)),
            Self::Decide(args) => {
                ("decide", args.status.map_or_else(none, |status| format!("--status {status}")))
            }
            Self::Undo(_) => ("undo", none()),
            Self::Settings(_) => ("settings", none()),
            Self::Subject(_) => ("subject", none()),
            Self::Retention(_) => ("retention", none()),
            Self::Publish { .. } => ("publish", none()),
            _ => return None,
        })
    }
}

fn called(args: &InviteArgs) -> String {
    match args.call {
        Some(call) => format!("--call {call}"),
        None if args.moved => "--moved".to_owned(),
        None => String::new(),
    }
}

/// Without its folders.
fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().display().to_string()
}
