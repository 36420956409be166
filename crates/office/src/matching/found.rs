//! What rows of a list say of families.

use crate::register::FamilyId;
use domain::MatchEvidence;
use std::collections::BTreeMap;

/// What rows say of families, by family and line.
pub(super) type Evidence = BTreeMap<(FamilyId, u32), MatchEvidence>;
