//! The days of a point as a file that every calendar takes in (iCalendar, RFC 5545). It names no family.

use super::day_sheet::Day;
use domain::{Date, PickupPoint, TimeOfDay};
use ical::Event;

/// The text of the file, one event a day.
pub(super) fn file(point: &PickupPoint, days: &[Day], today: Date) -> String {
    let place = format!("{}, {}", point.name, point.address);
    let name = point.id.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let titles: Vec<String> =
        days.iter().map(|day| format!("Pengambilan kartu BST: {} keluarga", day.families)).collect();
    ical::file(days.iter().zip(&titles).map(|(day, title)| Event {
        // One a day and point.
        uid: format!("{name}-{}", day.date),
        set: (today, TimeOfDay::from_minutes(0).unwrap_or(day.from)),
        date: day.date,
        from: day.from,
        to: day.to,
        title,
        place: &place,
        reminder: None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Coordinate, Opening, PointKind, Precision};

    #[test]
    fn says_when_where_and_how_many() {
        let time = |text| TimeOfDay::parse(text).unwrap();
        let date = |text| Date::parse(text).unwrap();
        let point = PickupPoint {
            id: "SDN ULJ/01".into(),
            name: "SDN Ulujami 01".into(),
            kind: PointKind::School.into(),
            address:
                "Jl. Ciledug Raya; gedung B, lantai dasar, ruang untuk lansia dan penyandang disabilitas"
                    .into(),
            area: None,
            at: Coordinate::new(-6.238, 106.759).unwrap(),
            precision: Precision::Address.into(),
            opening: Opening { days: [true; 7], from: time("06:00"), to: time("14:00") },
            capacity: 500,
            example: true,
        };
        let day = |text, families| Day { date: date(text), from: time("06:00"), to: time("09:30"), families };
        let file = file(&point, &[day("2021-03-18", 480), day("2021-03-19", 3)], date("2021-03-12"));
        for line in [
            "UID:SDN-ULJ-01-2021-03-18@tepat",
            "DTSTAMP:20210311T170000Z",
            "DTSTART:20210317T230000Z",
            "DTEND:20210318T023000Z",
            "SUMMARY:Pengambilan kartu BST: 480 keluarga",
        ] {
            assert!(file.contains(&format!("{line}\r\n")), "{line} in {file}");
        }
        assert!(
            file.replace("\r\n ", "")
                .contains("LOCATION:SDN Ulujami 01\\, Jl. Ciledug Raya\\; gedung B\\, lantai")
        );
        assert_eq!(file.matches("BEGIN:VEVENT\r\n").count(), 2);
    }
}
