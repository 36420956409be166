//! Where a person stands in a row.

/// Where the name and the number of a person stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PersonColumns {
    pub(crate) name: Option<usize>,
    pub(crate) nik: Option<usize>,
}
