//! How much the way of a family weighs.

/// How much the way of a family weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Nothing speaks for it.
    Ordinary,
    /// Somebody is old or disabled.
    Frail,
    /// It asked for a nearer point.
    Asking,
}

impl Class {
    /// A metre of one family in metres of ordinary families. Any weight above one gives the frail the nearer of the points
    /// of their kelurahan; at four, a detour of theirs is right only where it spares four others as much. Whoever asks
    /// comes before both: sixteen.
    pub fn weight(self) -> u32 {
        match self {
            Self::Ordinary => 1,
            Self::Frail => 4,
            Self::Asking => 16,
        }
    }
}
