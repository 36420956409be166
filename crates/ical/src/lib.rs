//! Files that every calendar takes in (iCalendar, RFC 5545): the phone makes one of a family's invitations, the office one of
//! a point's days.

use domain::{Date, TimeOfDay};

/// Something that happens at a place, in Jakarta's time.
pub struct Event<'a> {
    /// Tells it from all others: read again, it replaces the one before.
    pub uid: String,
    /// When it was set.
    pub set: (Date, TimeOfDay),
    /// Its day.
    pub date: Date,
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends.
    pub to: TimeOfDay,
    /// Its title.
    pub title: &'a str,
    /// Where.
    pub place: &'a str,
    /// More on it, and a reminder on the day before.
    pub reminder: Option<&'a str>,
}

/// The text of a file.
pub fn file<'a>(events: impl IntoIterator<Item = Event<'a>>) -> String {
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tepat//BST//ID"].map(str::to_owned);
    let events = events.into_iter().flat_map(|event| event.lines());
    let lines = head.into_iter().chain(events).chain(["END:VCALENDAR".to_owned()]);
    lines.map(|line| folded(&line)).collect()
}

impl Event<'_> {
    /// Its lines (§3.6.1).
    fn lines(&self) -> Vec<String> {
        let line = |name: &str, value: &str| [name, ":", value].concat();
        let (title, place) = (escaped(self.title), escaped(self.place));
        let mut lines = vec![
            line("BEGIN", "VEVENT"),
            line("UID", &[&self.uid, "@tepat"].concat()),
            line("DTSTAMP", &moment(self.set.0, self.set.1)),
            line("DTSTART", &moment(self.date, self.from)),
            line("DTEND", &moment(self.date, self.to)),
            line("SUMMARY", &title),
            line("LOCATION", &place),
        ];
        if let Some(description) = self.reminder {
            lines.extend([
                line("DESCRIPTION", &escaped(description)),
                line("BEGIN", "VALARM"),
                line("ACTION", "DISPLAY"),
                line("TRIGGER", "-P1D"),
                line("DESCRIPTION", &title),
                line("END", "VALARM"),
            ]);
        }
        lines.push(line("END", "VEVENT"));
        lines
    }
}

/// A time in Jakarta (UTC+7, never changed by the season) as UTC (§3.3.5).
pub fn moment(date: Date, time: TimeOfDay) -> String {
    let (date, hour) = match time.hour().checked_sub(7) {
        Some(hour) => (date, hour),
        None => (date.plus_days(-1), time.hour() + 17),
    };
    let date = date.to_string().replace('-', "");
    [date.as_str(), "T", &two(hour), &two(time.minute()), "00Z"].concat()
}

/// A text as a value (§3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

fn two(number: u8) -> String {
    let digits = number.to_string();
    if number < 10 { ["0", &digits].concat() } else { digits }
}

/// No line is longer than 75 bytes; what follows a break begins with a blank (§3.1).
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_morning_in_jakarta_may_be_the_day_before() {
        let check = |date: &str, time: &str, expect: &str| {
            let (date, time) = (Date::parse(date).unwrap(), TimeOfDay::parse(time).unwrap());
            assert_eq!(moment(date, time), expect);
        };
        check("2021-03-18", "09:00", "20210318T020000Z");
        check("2021-03-18", "06:05", "20210317T230500Z");
        check("2021-01-01", "00:00", "20201231T170000Z");
    }

    #[test]
    fn keeps_to_the_form() {
        let place = "Gg. Melati; é, ".repeat(20);
        let time = TimeOfDay::parse("09:00").unwrap();
        let date = Date::parse("2021-03-18").unwrap();
        let event = Event {
            uid: "1".into(),
            set: (date, time),
            date,
            from: time,
            to: time,
            title: "Ambil kartu",
            place: &place,
            reminder: None,
        };
        let long = ["LOCATION:", &escaped(&place)].concat();
        let file = file([event]);
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        assert!(!file.replace("\r\n", "").contains('\n'));
        assert!(file.replace("\r\n ", "").contains(&long), "{file}");
        assert!(long.contains("Gg. Melati\\; é\\, "));
    }
}
