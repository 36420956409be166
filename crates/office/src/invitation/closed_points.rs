//! Points that are on the list no more, and the families that are called to them.

use super::standing::standing;
use crate::fault::Result;
use crate::register::Register;
use domain::{Date, History};
use std::collections::{BTreeMap, HashSet};

/// Which points families are called to that are on the list no more.
pub struct ClosedPoints {
    open: HashSet<String>,
    dated: Option<Date>,
}

impl ClosedPoints {
    /// Those that are not on the list that is in force.
    ///
    /// # Errors
    /// The register cannot be read.
    pub fn read(register: &Register) -> Result<Self> {
        let open = register.points()?.into_iter().map(|point| point.id).collect();
        Ok(Self { open, dated: register.points_dated()? })
    }

    /// Whether a point is on the list no more.
    pub fn are(&self, point: &str) -> bool {
        !self.open.contains(point)
    }

    /// Whether a family is called to one, for a day on which it is closed: a point that closed after that day was there.
    pub fn has(&self, history: &History) -> bool {
        let was_open = |date: Date| self.dated.is_some_and(|dated| date < dated);
        standing(history).is_some_and(|it| self.are(&it.point) && !was_open(it.date))
    }
}

/// The families that are called to points that are on the list no more, by point.
///
/// # Errors
/// The register cannot be read.
pub fn called_to_closed(register: &Register) -> Result<BTreeMap<String, usize>> {
    let closed = ClosedPoints::read(register)?;
    let mut called = BTreeMap::new();
    register.for_each_history(|_, _, history| {
        if let Some(invitation) = standing(history).filter(|_| closed.has(history)) {
            *called.entry(invitation.point.clone()).or_default() += 1;
        }
    })?;
    Ok(called)
}
