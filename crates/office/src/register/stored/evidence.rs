//! What a row of another list says of a family.

use super::Kept;
use domain::{Aid, Finding, MatchEvidence, MatchMethod};
use serde::{Deserialize, Serialize};

/// [`domain::MatchEvidence`] in the column `clue.clue`. It is made anew by every `tepat match`.
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredEvidence {
    says: StoredFinding,
    tie: MatchMethod,
    likeness: u16,
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

impl Kept for MatchEvidence {
    type Stored = StoredEvidence;

    fn store(&self) -> StoredEvidence {
        let Self { says, tie, likeness } = *self;
        let says = match says {
            Finding::Aid(aid) => StoredFinding::Aid(aid),
            Finding::Died(member) => StoredFinding::Died(member),
            Finding::Moved(member) => StoredFinding::Moved(member),
            Finding::OtherKk(member) => StoredFinding::OtherKk(member),
        };
        StoredEvidence { says, tie, likeness }
    }

    fn restore(StoredEvidence { says, tie, likeness }: StoredEvidence) -> Option<Self> {
        let says = match says {
            StoredFinding::Aid(aid) => Finding::Aid(aid),
            StoredFinding::Died(member) => Finding::Died(member),
            StoredFinding::Moved(member) => Finding::Moved(member),
            StoredFinding::OtherKk(member) => Finding::OtherKk(member),
        };
        Some(Self { says, tie, likeness })
    }
}
