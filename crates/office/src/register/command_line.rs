//! A command, as the trail names it.

use serde::{Deserialize, Serialize};
use std::fmt::{Display, Formatter};

/// A command as it was typed, without anybody's number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommandLine {
    /// Like `approve`.
    pub name: String,
    /// What it was about: a tahap, names of files.
    pub about: String,
    /// Who gave it, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When, by the time that it was told: local time of Jakarta.
    pub at: String,
}

impl Display for CommandLine {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let space = if self.about.is_empty() { "" } else { " " };
        write!(f, "{}{space}{}", self.name, self.about)
    }
}
