//! What a row of another list says of a family.

use domain::{Aid, MatchMethod};
use serde::{Deserialize, Serialize};

/// [`domain::MatchEvidence`] in the column `clue.clue`. It is made anew by every `tepat match`.
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredEvidence {
    pub(super) says: StoredFinding,
    pub(super) tie: MatchMethod,
    pub(super) likeness: u16,
}

/// [`domain::Finding`].
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::register) enum StoredFinding {
    Aid(Aid),
    Died(u16),
    Moved(u16),
    OtherKk(u16),
}
