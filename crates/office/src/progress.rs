//! How far long work is, for whoever shows it.

/// Long work, each with steps that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Families are read from the register.
    ReadFamilies,
    /// Families are verified.
    Verify,
    /// Lists are imported.
    Import,
    /// Envelopes are opened.
    OpenEnvelopes,
    /// Families are chosen for an invitation.
    ChooseFamilies,
    /// Invitations are written.
    WriteInvitations,
    /// Keys are derived.
    DeriveKeys,
    /// Buckets are sealed.
    SealBuckets,
}

/// Shows work while it goes on.
pub trait Progress {
    /// Begins work of so many steps. It ends when the answer is dropped.
    fn begin(&self, work: Work, steps: usize) -> Box<dyn Steps>;
}

/// The steps of one work.
pub trait Steps: Send + Sync {
    /// So many more are done.
    fn advance(&self, steps: usize);
}

/// Shows nothing.
#[derive(Clone, Copy, Debug)]
pub struct Unseen;

impl Progress for Unseen {
    fn begin(&self, _: Work, _: usize) -> Box<dyn Steps> {
        Box::new(Self)
    }
}

impl Steps for Unseen {
    fn advance(&self, _: usize) {}
}
