//! The day at the distribution point as a file that every calendar takes in (iCalendar, RFC 5545). It names no family.

use domain::{Date, Invitation, PickupPoint, TimeOfDay};

/// One day at one point.
pub struct Entry<'a> {
    /// When.
    pub invitation: &'a Invitation,
    /// Where.
    pub point: &'a PickupPoint,
    /// Its title, in the language of the reader.
    pub title: &'a str,
    /// What to bring.
    pub description: &'a str,
}

/// The text of the file, with a reminder on the day before each.
pub fn file(entries: &[Entry<'_>]) -> String {
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tepat//BST//ID"].map(str::to_owned);
    let lines = head.into_iter().chain(entries.iter().flat_map(event)).chain(["END:VCALENDAR".to_owned()]);
    lines.map(|line| folded(&line)).collect()
}

fn event(entry: &Entry<'_>) -> [String; 14] {
    let Entry { invitation, point, title, description } = *entry;
    let place = [point.name.as_str(), ", ", point.address.as_str()].concat();
    let begin = moment(invitation.date, invitation.from);
    [
        "BEGIN:VEVENT".to_owned(),
        ["UID:", point.id.as_str(), "-", &begin, "@tepat"].concat(),
        ["DTSTAMP:", &moment(invitation.deliver_by(), invitation.from)].concat(),
        ["DTSTART:", &begin].concat(),
        ["DTEND:", &moment(invitation.date, invitation.to)].concat(),
        ["SUMMARY:", &escaped(title)].concat(),
        ["LOCATION:", &escaped(&place)].concat(),
        ["DESCRIPTION:", &escaped(description)].concat(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:-P1D".to_owned(),
        ["DESCRIPTION:", &escaped(title)].concat(),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

/// A time in Jakarta (UTC+7, never changed by the season) as UTC.
fn moment(date: Date, time: TimeOfDay) -> String {
    let (date, hour) = match time.hour().checked_sub(7) {
        Some(hour) => (date, hour),
        None => (date.plus_days(-1), time.hour() + 17),
    };
    [compact(date).as_str(), "T", &two(hour), &two(time.minute()), "00Z"].concat()
}

fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

fn two(number: u8) -> String {
    let digits = number.to_string();
    if number < 10 { ["0", &digits].concat() } else { digits }
}

/// RFC 5545 §3.3.11.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// RFC 5545 §3.1: no line longer than 75 bytes; what follows a break begins with a blank.
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
    use domain::point::Opening;
    use domain::{Coordinate, PointKind, Precision};

    fn example(from: &str, to: &str) -> String {
        let time = |text| TimeOfDay::parse(text).unwrap();
        let invitation = Invitation {
            call: 1,
            date: Date::parse("2021-03-18").unwrap(),
            from: time(from),
            to: time(to),
            point: "SDN-ULJ-01".into(),
        };
        let point = PickupPoint {
            id: "SDN-ULJ-01".into(),
            name: "SDN Ulujami 01".into(),
            kind: PointKind::School,
            address:
                "Jl. Ciledug Raya; gedung B, lantai dasar, ruang untuk lansia dan penyandang disabilitas"
                    .into(),
            area: None,
            at: Coordinate::new(-6.238, 106.759).unwrap(),
            precision: Precision::Address,
            opening: Opening { days: [true; 7], from: time("08:00"), to: time("14:00") },
            capacity: 500,
            example: true,
        };
        let entry =
            |title| Entry { invitation: &invitation, point: &point, title, description: "Undangan, KTP, KK" };
        file(&[entry("Ambil kartu BST"), entry("Ambil kartu BST, RT 006")])
    }

    #[test]
    fn says_when_and_where() {
        let file = example("09:00", "11:30");
        for line in [
            "DTSTART:20210318T020000Z",
            "DTEND:20210318T043000Z",
            "SUMMARY:Ambil kartu BST",
            "DESCRIPTION:Undangan\\, KTP\\, KK",
            "TRIGGER:-P1D",
            "SUMMARY:Ambil kartu BST\\, RT 006",
        ] {
            assert!(file.contains(&[line, "\r\n"].concat()), "{line} in {file}");
        }
        assert!(example("06:30", "09:00").contains("DTSTART:20210317T233000Z"));
    }

    #[test]
    fn keeps_to_the_form() {
        let file = example("09:00", "11:30");
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains("LOCATION:SDN Ulujami 01\\, Jl. Ciledug Raya\\; gedung B\\, lantai dasar"));
        assert!(!file.replace("\r\n", "").contains('\n'));
        let count = |line: &str| file.split("\r\n").filter(|other| *other == line).count();
        assert_eq!((count("BEGIN:VCALENDAR"), count("BEGIN:VEVENT"), count("END:VEVENT")), (1, 2, 2));
    }
}
