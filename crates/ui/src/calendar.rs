//! The day at the distribution point as a file that every calendar takes in (iCalendar, RFC 5545). It names no family.

use domain::{Invitation, PickupPoint};
use ical::{Event, moment};

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
    let places: Vec<String> = entries
        .iter()
        .map(|entry| [entry.point.name.as_str(), ", ", &entry.point.address].concat())
        .collect();
    ical::file(entries.iter().zip(&places).map(|(entry, place)| event(entry, place)))
}

fn event<'a>(entry: &Entry<'a>, place: &'a str) -> Event<'a> {
    let Entry { invitation, point, title, description } = *entry;
    Event {
        uid: [point.id.as_str(), "-", &moment(invitation.date, invitation.from)].concat(),
        set: (invitation.deliver_by(), invitation.from),
        date: invitation.date,
        from: invitation.from,
        to: invitation.to,
        title,
        place,
        reminder: Some(description),
    }
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
            kind: PointKind::School.into(),
            address:
                "Jl. Ciledug Raya; gedung B, lantai dasar, ruang untuk lansia dan penyandang disabilitas"
                    .into(),
            area: None,
            at: Coordinate::new(-6.238, 106.759).unwrap(),
            precision: Precision::Address.into(),
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
