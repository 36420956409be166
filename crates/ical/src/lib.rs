//! Files that every calendar takes in (iCalendar, RFC 5545): the phone makes one of a family's invitations, the office one of
//! a point's days.

use domain::{Date, TimeOfDay};

/// The text of a file, from the lines of its events (§3.6.1).
pub fn file(events: impl IntoIterator<Item = String>) -> String {
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tepat//BST//ID"].map(str::to_owned);
    let lines = head.into_iter().chain(events).chain(["END:VCALENDAR".to_owned()]);
    lines.map(|line| folded(&line)).collect()
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
pub fn escaped(text: &str) -> String {
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
        let long = ["LOCATION:", &escaped(&"Gg. Melati; é, ".repeat(20))].concat();
        let file = file(["BEGIN:VEVENT".to_owned(), long.clone(), "END:VEVENT".to_owned()]);
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        assert!(!file.replace("\r\n", "").contains('\n'));
        assert!(file.replace("\r\n ", "").contains(&long), "{file}");
        assert!(long.contains("Gg. Melati\\; é\\, "));
    }
}
