//! What rows of a list say of families.

use domain::MatchEvidence;
use office::register::FamilyId;
use std::collections::BTreeMap;

/// What rows say of families, by family and line.
pub(super) type Clues = BTreeMap<(FamilyId, u32), MatchEvidence>;
