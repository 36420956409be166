//! The call to a distribution point.

use crate::date::{Date, TimeOfDay};
use crate::moment::Moment;
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

    /// Whether its last hour has passed.
    pub fn is_over(&self, now: Moment) -> bool {
        Moment { date: self.date, time: self.to } <= now
    }

    /// Whether its hours are running.
    pub fn is_running(&self, now: Moment) -> bool {
        Moment { date: self.date, time: self.from } <= now && !self.is_over(now)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_runs_from_its_first_hour_to_its_last() {
        let (from, to) = (TimeOfDay::parse("09:00").unwrap(), TimeOfDay::parse("11:00").unwrap());
        let call =
            Invitation { call: 1, date: Date::parse("2021-03-18").unwrap(), from, to, point: "X".into() };
        for (now, running, over) in [
            ("2021-03-17T10:00", false, false),
            ("2021-03-18T08:59", false, false),
            ("2021-03-18T09:00", true, false),
            ("2021-03-18T10:59", true, false),
            ("2021-03-18T11:00", false, true),
            ("2021-03-19T08:00", false, true),
        ] {
            let at = Moment::parse(now).unwrap();
            assert_eq!((call.is_running(at), call.is_over(at)), (running, over), "{now}");
        }
    }
}
