//! The place of a member in the Kartu Keluarga.

use crate::text_serde::coded;

coded! {
    /// The place of a member in the Kartu Keluarga.
    Relation, "a relation like kepala" {
        /// Kepala keluarga.
        Head = "kepala",
        /// Suami.
        Husband = "suami",
        /// Istri.
        Wife = "istri",
        /// Anak.
        Child = "anak",
        /// Menantu.
        ChildInLaw = "menantu",
        /// Cucu.
        Grandchild = "cucu",
        /// Orang tua.
        Parent = "orang-tua",
        /// Mertua.
        ParentInLaw = "mertua",
        /// Famili lain.
        Relative = "famili-lain",
        /// Lainnya.
        Other = "lainnya",
    }
}

impl Relation {
    /// What somebody is to the heir who becomes the head, where it follows: `self` and `heir` are what both were to the
    /// former head. To a child, the other children are siblings; whether a wife is the mother of a child, the KK does not say,
    /// but nearly always she is.
    pub fn to_heir(self, heir: Self) -> Option<Self> {
        match (heir, self) {
            (Self::Wife | Self::Husband, Self::Child | Self::ChildInLaw | Self::Grandchild) => Some(self),
            (Self::Wife | Self::Husband, Self::Parent) => Some(Self::ParentInLaw),
            (Self::Wife | Self::Husband, Self::ParentInLaw) => Some(Self::Parent),
            (Self::Child, Self::Wife | Self::Husband) => Some(Self::Parent),
            (Self::Child, Self::Child | Self::Parent) => Some(Self::Relative),
            _ => None,
        }
    }
}
