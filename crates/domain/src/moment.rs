//! A day and hour in Jakarta.

use crate::date::{Date, DateFault, TimeOfDay};

/// A moment by the clocks of Jakarta (Waktu Indonesia Barat, UTC+7 all year), to the minute: what days and hours of points
/// and invitations are compared with, wherever the device thinks that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The hour.
    pub time: TimeOfDay,
}

const MINUTES_A_DAY: i64 = 24 * 60;
/// Jakarta is ahead of UTC by so many minutes.
const AHEAD: i64 = 7 * 60;

impl Moment {
    /// The moment so many minutes after 1 January 1970, 0:00 UTC. `None` where no calendar has it.
    pub fn in_jakarta(minutes_since_1970: i64) -> Option<Self> {
        let minutes = minutes_since_1970.checked_add(AHEAD)?;
        let time = TimeOfDay::from_minutes(u16::try_from(minutes.rem_euclid(MINUTES_A_DAY)).ok()?)?;
        Some(Self { date: Date::new(1970, 1, 1).ok()?.plus_days(minutes.div_euclid(MINUTES_A_DAY)), time })
    }

    /// Reads `2021-03-12T06:00`, as publications have it.
    ///
    /// # Errors
    /// `DateFault` for anything else.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let (date, time) = text.split_once('T').ok_or(DateFault)?;
        Ok(Self { date: Date::parse(date)?, time: TimeOfDay::parse(time)? })
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}T{}", self.date, self.time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_is_seven_hours_later_in_jakarta() {
        for (minutes, expect) in [
            (0, "1970-01-01T07:00"),
            (-420, "1970-01-01T00:00"),
            (-421, "1969-12-31T23:59"),
            (26_925_600, "2021-03-12T15:00"),
            (26_926_139, "2021-03-12T23:59"),
            (26_926_140, "2021-03-13T00:00"),
        ] {
            assert_eq!(Moment::in_jakarta(minutes).unwrap().to_string(), expect, "{minutes}");
        }
        assert_eq!(Moment::in_jakarta(i64::MAX), None);
    }

    proptest! {
        #[test]
        fn a_moment_comes_back(minutes in 0i64..40_000_000) {
            let moment = Moment::in_jakarta(minutes).unwrap();
            prop_assert_eq!(Moment::parse(&moment.to_string()), Ok(moment));
            prop_assert!(Moment::in_jakarta(minutes + 1).unwrap() > moment);
        }
    }
}
