//! The day at the distribution point as a file that every calendar takes in (iCalendar, RFC 5545). It names no family.

use domain::{Invitation, PickupPoint};
use ical::{escaped, moment};

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
    ical::file(entries.iter().flat_map(event))
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

#[cfg(test)]
mod tests {
    use super::*;
    use domain::point::Opening;
    use domain::{Coordinate, Date, PointKind, Precision, TimeOfDay};

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
        let count = |line: &str| file.split("\r\n").filter(|other| *other == line).count();
        assert_eq!((count("BEGIN:VCALENDAR"), count("BEGIN:VEVENT"), count("END:VEVENT")), (1, 2, 2));
    }
}
