//! That two families look the same and are not.

use crate::family_id::FamilyId;
use domain::Similarity;

/// That another family is not this one, although it looks like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuledOut {
    /// The other.
    pub other: FamilyId,
    /// The strongest sign that was looked at; a stronger one asks again.
    pub similarity: Similarity,
    /// How one tells them apart.
    pub reason: String,
}
