//! Civil dates and hours, as an office writes them: no time zone, no seconds.

use crate::reading::clean;
use crate::text_serde::{as_text, text_schema};
use thiserror::Error;
use time::Month;

/// A day of the civil calendar; `2021-03-08` on the wire (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(time::Date);

/// The text is no date of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a date of the calendar")]
pub struct DateFault;

impl Date {
    /// The last day of the calendar: stands in for today on a device that does not know the day.
    pub const LAST: Self = Self(time::Date::MAX);

    /// A date from its numbers.
    ///
    /// # Errors
    /// `DateFault` for a day that the calendar does not have.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, DateFault> {
        let month = Month::try_from(month).map_err(|_| DateFault)?;
        time::Date::from_calendar_date(year, month, day).map(Self).map_err(|_| DateFault)
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// `DateFault` for anything else.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let mut parts = text.split('-');
        let (Some(y), Some(m), Some(d), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(DateFault);
        };
        if y.len() != 4 || m.len() != 2 || d.len() != 2 {
            return Err(DateFault);
        }
        let number = |s: &str| s.parse::<u16>().map_err(|_| DateFault);
        Self::from_numbers(number(y)?, number(m)?, number(d)?)
    }

    fn from_numbers(year: u16, month: u16, day: u16) -> Result<Self, DateFault> {
        let small = |n: u16| u8::try_from(n).map_err(|_| DateFault);
        Self::new(i32::from(year), small(month)?, small(day)?)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        u8::from(self.0.month())
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// The day of the week, 0 = Monday to 6 = Sunday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }

    /// So many days later (earlier, if negative); stays put at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(time::Duration::days(days)))
    }

    /// Days from `self` to `other`.
    pub fn days_until(self, other: Self) -> i64 {
        (other.0 - self.0).whole_days()
    }

    /// Full years of age on `today`.
    pub fn age_on(self, today: Self) -> i32 {
        let before_birthday = (today.month(), today.day()) < (self.month(), self.day());
        today.year() - self.year() - i32::from(before_birthday)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

as_text!(Date, "a date like 2021-03-08");
text_schema!(Date, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");

/// An hour and minute of the day; `09:30` on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
}

impl TimeOfDay {
    /// Reads `09:30`, or `9.30` as it is written here.
    ///
    /// # Errors
    /// `DateFault` for anything that no clock shows.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let text = clean(text);
        let (hour, minute) = text.trim().split_once([':', '.']).ok_or(DateFault)?;
        let number = |s: &str| s.parse::<u8>().map_err(|_| DateFault);
        let (hour, minute) = (number(hour)?, number(minute)?);
        if hour < 24 && minute < 60 { Ok(Self { hour, minute }) } else { Err(DateFault) }
    }

    /// So many minutes after midnight; `None` from 24:00 on.
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        let (hour, minute) = (u8::try_from(minutes / 60).ok()?, u8::try_from(minutes % 60).ok()?);
        (hour < 24).then_some(Self { hour, minute })
    }

    /// Minutes after midnight.
    pub fn minutes(self) -> u16 {
        u16::from(self.hour) * 60 + u16::from(self.minute)
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    pub fn minute(self) -> u8 {
        self.minute
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

as_text!(TimeOfDay, "a time like 09:30");
text_schema!(TimeOfDay, "^[0-2][0-9]:[0-5][0-9]$");

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn age_counts_birthdays() {
        let birth = Date::parse("1980-05-12").unwrap();
        assert_eq!(birth.age_on(Date::parse("2021-05-11").unwrap()), 40);
        assert_eq!(birth.age_on(Date::parse("2021-05-12").unwrap()), 41);
    }

    #[test]
    fn times() {
        assert_eq!(TimeOfDay::parse("9.30").unwrap().to_string(), "09:30");
        assert!(TimeOfDay::parse("24:00").is_err());
        assert!(TimeOfDay::parse("9").is_err());
        let half_past_nine = TimeOfDay::from_minutes(570).unwrap();
        assert_eq!((half_past_nine.to_string().as_str(), half_past_nine.minutes()), ("09:30", 570));
        assert_eq!(TimeOfDay::from_minutes(1440), None);
    }

    proptest! {
        #[test]
        fn the_iso_form_comes_back(days in 0i64..40_000) {
            let date = Date::parse("1930-01-01").unwrap().plus_days(days);
            prop_assert_eq!(Date::parse(&date.to_string()), Ok(date));
            prop_assert_eq!(Date::parse_loose(&date.to_string()), Ok(date));
        }
    }
}
