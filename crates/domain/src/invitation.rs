//! The call to a distribution point.

use crate::date::{Date, TimeOfDay};
use serde::{Deserialize, Serialize};

/// When and where a family collects its card. It reaches the family at least one day ahead; a family that does not
/// come is called again, up to three times (Dinas Sosial study, §3.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// 1, 2 or 3.
    pub call: u8,
    /// The day.
    pub date: Date,
    /// From this hour …
    pub from: TimeOfDay,
    /// … to this one.
    pub to: TimeOfDay,
    /// Id of the distribution point in `points.json`.
    pub point: String,
}

/// The last call there is.
pub const LAST_CALL: u8 = 3;

impl Invitation {
    /// Whether the day is over on `today`.
    pub fn is_past(&self, today: Date) -> bool {
        self.date < today
    }

    /// Whether another call follows if the family does not come.
    pub fn is_last(&self) -> bool {
        self.call >= LAST_CALL
    }

    /// The latest day on which the invitation may reach the family (H-1).
    pub fn deliver_by(&self) -> Date {
        self.date.plus_days(-1)
    }
}
