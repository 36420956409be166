//! The object stores of the database.

/// Where values of one kind stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectStore {
    /// Which register is active.
    Setting,
    /// Locks by register.
    Lock,
    /// Enrolments by register.
    Secret,
    /// Families by register and id.
    Family,
    /// Lists that were sent, by register and number.
    ListVersion,
    /// Their sealed texts while they are on their way.
    Outbox,
    /// What the offices said, by register.
    Outcome,
}

impl ObjectStore {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Setting,
        Self::Lock,
        Self::Secret,
        Self::Family,
        Self::ListVersion,
        Self::Outbox,
        Self::Outcome,
    ];

    /// The name in the database; it is also part of what a sealed value is bound to.
    pub fn name(self) -> &'static str {
        match self {
            Self::Setting => "setting",
            Self::Lock => "lock",
            Self::Secret => "secret",
            Self::Family => "family",
            Self::ListVersion => "edition",
            Self::Outbox => "parcel",
            Self::Outcome => "outcome",
        }
    }

    /// Whether values stand here without a key: nothing that says who anybody is.
    pub fn is_clear(self) -> bool {
        matches!(self, Self::Setting | Self::Lock | Self::Outbox)
    }
}

/// The key of the active register among the settings.
pub const ACTIVE: &str = "aktif";
