//! How often a reading reports how far it has come.

/// After so many rows.
pub(crate) const ROWS: usize = 500;
/// After so many families.
pub(crate) const FAMILIES: usize = 200;

/// Calls `report` at every `step`.
pub(crate) fn each(step: usize, count: usize, report: impl FnOnce(usize)) {
    if count.is_multiple_of(step) {
        report(count);
    }
}
