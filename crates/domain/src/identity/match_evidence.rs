//! What a row of another office's list says of a family.

use crate::aid::Aid;
use crate::text_serde::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// By what a row was found to speak of a family, the surest first.
    MatchMethod, "a tie like nik" {
        /// The NIK of a member.
        Nik = "nik",
        /// The KK number.
        Kk = "kk",
        /// Name, birth date and kelurahan of a member.
        Name = "nama",
        /// Nearly the same name, the same birth date and kelurahan: a person must look.
        NearName = "nama-mirip",
    }
}

/// What the row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// Somebody receives other aid; it counts for the whole KK (eligibility rule 3).
    Aid(Aid),
    /// The member at this position is dead.
    Died(u16),
    /// The member at this position has moved away.
    Moved(u16),
    /// The member at this position stands in another KK.
    OtherKk(u16),
}

/// A row that speaks of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchEvidence {
    /// What it says.
    pub says: Finding,
    /// How it was found.
    pub tie: MatchMethod,
    /// How like the names are, in thousandths; 1000 where a number ties them.
    pub likeness: u16,
}
