//! What is served from where.

use office::register::Register;
use std::path::PathBuf;

/// What is served from where.
pub(crate) struct Site {
    pub(crate) workspace: PathBuf,
    pub(crate) inbox: PathBuf,
    /// The password of the office at the drop box, as crypt(3) writes it.
    pub(crate) reader: String,
    pub(crate) app: Option<PathBuf>,
}

impl Site {
    /// The register, as it is now.
    pub(super) fn register(&self) -> Option<Register> {
        Register::open(&self.workspace.join("register.sqlite")).ok()
    }
}
