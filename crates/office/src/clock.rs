//! The one clock of the publisher.

use crate::fault::{Fault, Result};
use domain::Date;
use time::OffsetDateTime;

/// What tells the time of the computer, whatever time a command was told.
pub type Clock = fn() -> Result<String>;

/// The time of the computer, as in Jakarta, to the second.
pub fn of_the_computer() -> Result<String> {
    let seconds = seconds_since_1970()?;
    let moment = Moment::of_unix(seconds).ok_or_else(wrong_clock)?;
    Ok(format!("{moment}:{:02}", seconds % 60))
}

/// A moment in Jakarta (WIB, UTC+7, without summer time).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: Date,
    hour: u8,
    minute: u8,
}

impl Moment {
    /// Now, unless `given` says otherwise: `2021-03-12` or `2021-03-12T06:00`.
    pub fn now(given: Option<&str>) -> Result<Self> {
        match given {
            Some(text) => Self::parse(text).ok_or_else(|| {
                Fault::new(
                    "waktu",
                    "Waktu pada --now tidak dikenali.",
                    "Tulis seperti 2021-03-12 atau 2021-03-12T06:00.",
                )
            }),
            None => Self::system(),
        }
    }

    /// The same hour, so many days before.
    pub fn days_before(&self, days: i64) -> Self {
        Self { date: self.date.plus_days(-days), ..self.clone() }
    }

    /// A day up to its last minute, `2021-03-12`, or a minute, `2021-03-12T06:00`.
    pub fn until(text: &str) -> Option<Self> {
        match text.contains('T') {
            true => Self::parse(text),
            false => Self::parse(&format!("{text}T23:59")),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T').unwrap_or((text, "00:00"));
        let time = domain::TimeOfDay::parse(time).ok()?;
        Some(Self { date: Date::parse(date).ok()?, hour: time.hour(), minute: time.minute() })
    }

    /// The moment so many seconds after the beginning of 1970 in UTC.
    pub fn of_unix(seconds: i64) -> Option<Self> {
        let moment = OffsetDateTime::from_unix_timestamp(seconds.checked_add(7 * 3600)?).ok()?;
        let date = Date::new(moment.year(), u8::from(moment.month()), moment.day()).ok()?;
        Some(Self { date, hour: moment.hour(), minute: moment.minute() })
    }

    fn system() -> Result<Self> {
        Self::of_unix(seconds_since_1970()?).ok_or_else(wrong_clock)
    }
}

#[expect(clippy::disallowed_methods, reason = "the publisher's one clock; it never runs in wasm")]
fn seconds_since_1970() -> Result<i64> {
    let since =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_err(|_| wrong_clock())?;
    i64::try_from(since.as_secs()).map_err(|_| wrong_clock())
}

fn wrong_clock() -> Fault {
    Fault::new("waktu", "Jam komputer ini tidak benar.", "Setel jam komputer ini, lalu ulangi.")
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}T{:02}:{:02}", self.date, self.hour, self.minute)
    }
}
