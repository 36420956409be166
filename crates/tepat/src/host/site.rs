//! What is served from where.

use office::register::Register;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;

/// What is served from where.
pub(crate) struct Site {
    pub(crate) workspace: PathBuf,
    pub(crate) inbox: PathBuf,
    /// The password of the office at the drop box, as crypt(3) writes it.
    pub(crate) reader: String,
    pub(crate) app: Option<PathBuf>,
    /// How many bytes each link has put into the drop box.
    pub(crate) sent: Mutex<BTreeMap<String, usize>>,
}

impl Site {
    /// The register, as it is now.
    pub(super) fn register(&self) -> Option<Register> {
        Register::open(&self.workspace.join("register.sqlite")).ok()
    }
}
