//! Whether what was typed is on the phone.

use crate::fault::StoreFault;

/// How the saving goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// All that was typed is on the phone.
    Saved,
    /// The last letters are on their way.
    Saving,
    /// The phone does not take it: it is on the page only.
    Failed(StoreFault),
}
