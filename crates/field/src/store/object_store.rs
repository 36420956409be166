//! The object stores of the database.

/// Where values of one kind stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectStore {
    /// Which register is active, which columns of lists were corrected; by register and number, where the lists in the
    /// outbox go, under keys of the browser.
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

/// The key of a value of a register that has a number; their order is that of the numbers.
pub fn numbered(owner: &str, number: u32) -> String {
    let digits = number.to_string();
    let zeros = "0000000000".get(digits.len()..).unwrap_or_default();
    [owner, "/", zeros, &digits].concat()
}

/// The key of the active register among the settings.
pub const ACTIVE: &str = "aktif";

/// The key of the layouts of lists among the settings.
pub const LAYOUTS: &str = "tata-letak";
