//! The days of a point: how much room each hour has, and where the next families come.

use domain::{Date, Invitation, PickupPoint, TimeOfDay};

/// Families come by the hour, so that nobody queues for a day.
const AN_HOUR: u16 = 60;

/// The open days of a point and the room that is left on each.
#[derive(Debug)]
pub(super) struct Schedule {
    days: Vec<Day>,
}

#[derive(Debug)]
struct Day {
    date: Date,
    /// Families that may still be called to this day.
    free: usize,
    hours: Vec<Hour>,
}

#[derive(Clone, Debug)]
struct Hour {
    from: TimeOfDay,
    to: TimeOfDay,
    free: usize,
}

/// When some families come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) date: Date,
    pub(super) from: TimeOfDay,
    pub(super) to: TimeOfDay,
    pub(super) families: usize,
}

impl Schedule {
    /// The days on which the point is open, of so many calendar days.
    pub(super) fn of(point: &PickupPoint, from: Date, days: u16) -> Self {
        let capacity = usize::from(point.capacity);
        let hours = hours(point);
        let days = (0..i64::from(days))
            .map(|day| from.plus_days(day))
            .filter(|date| point.opening.is_open_on(*date))
            .map(|date| Day { date, free: capacity, hours: hours.clone() })
            .collect();
        Self { days }
    }

    /// Takes the room of a family that was called before.
    pub(super) fn book(&mut self, invitation: &Invitation) {
        if let Some(day) = self.days.iter_mut().find(|day| day.date == invitation.date) {
            day.free = day.free.saturating_sub(1);
            if let Some(hour) = day.hours.iter_mut().find(|hour| hour.from == invitation.from) {
                hour.free = hour.free.saturating_sub(1);
            }
        }
    }

    /// When the families of one RT come: together in one hour, else on one day, else as they fit. Those that are not in
    /// the answer find no room.
    pub(super) fn place(&mut self, families: usize) -> Vec<Slot> {
        let whole = self.days.iter_mut().find_map(|day| day.hour_for(families));
        if let Some(slot) = whole {
            return vec![slot];
        }
        if let Some(day) = self.days.iter_mut().find(|day| day.room() >= families) {
            return day.fill(families);
        }
        let mut left = families;
        let mut slots = Vec::new();
        for day in &mut self.days {
            let taken = day.fill(left);
            left -= taken.iter().map(|slot| slot.families).sum::<usize>();
            slots.extend(taken);
        }
        slots
    }
}

impl Day {
    fn room(&self) -> usize {
        self.free.min(self.hours.iter().map(|hour| hour.free).sum())
    }

    /// The hour in which fewest have been called, if all of them fit there.
    fn hour_for(&mut self, families: usize) -> Option<Slot> {
        if families == 0 || families > self.free {
            return None;
        }
        let date = self.date;
        let emptiest = self.hours.iter_mut().rev().max_by_key(|hour| hour.free)?;
        (families <= emptiest.free).then(|| {
            self.free -= families;
            emptiest.take(date, families)
        })
    }

    /// As many as fit, hour by hour.
    fn fill(&mut self, families: usize) -> Vec<Slot> {
        let mut slots = Vec::new();
        let mut left = families.min(self.free);
        for hour in &mut self.hours {
            let here = left.min(hour.free);
            if here > 0 {
                slots.push(hour.take(self.date, here));
                self.free -= here;
                left -= here;
            }
        }
        slots
    }
}

impl Hour {
    fn take(&mut self, date: Date, families: usize) -> Slot {
        self.free -= families;
        Slot { date, from: self.from, to: self.to, families }
    }
}

/// The hours of a day, which share its capacity evenly; what is less than an hour belongs to the last one.
fn hours(point: &PickupPoint) -> Vec<Hour> {
    let (from, to) = (point.opening.from, point.opening.to);
    let count = (to.minutes().saturating_sub(from.minutes()) / AN_HOUR).max(1);
    let free = usize::from(point.capacity).div_ceil(usize::from(count));
    let begin = |hour: u16| TimeOfDay::from_minutes(from.minutes() + hour * AN_HOUR).unwrap_or(to);
    let end = |hour: u16| if hour + 1 == count { to } else { begin(hour + 1) };
    (0..count).map(|hour| Hour { from: begin(hour), to: end(hour), free }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Coordinate, Opening, PointKind, Precision};
    use proptest::prelude::*;

    fn point(hours: &str, capacity: u16) -> PickupPoint {
        let (from, to) = hours.split_once('-').unwrap();
        let time = |text| TimeOfDay::parse(text).unwrap();
        PickupPoint {
            id: "CONTOH-1".into(),
            name: "Contoh".into(),
            kind: PointKind::School.into(),
            address: String::new(),
            area: None,
            at: Coordinate::new(-6.2, 106.8).unwrap(),
            precision: Precision::Address.into(),
            opening: Opening {
                days: [true, true, true, true, true, false, false],
                from: time(from),
                to: time(to),
            },
            capacity,
            example: true,
        }
    }

    fn friday() -> Date {
        Date::parse("2021-03-12").unwrap()
    }

    /// Places RTs of these sizes on two open days, a Friday and a Monday; `12 08:00 ×3` for each slot.
    fn check(hours: &str, capacity: u16, rts: &[usize], expect: &[&str]) {
        let mut schedule = Schedule::of(&point(hours, capacity), friday(), 4);
        let slots = rts.iter().flat_map(|families| schedule.place(*families));
        let shown: Vec<String> = slots
            .map(|slot| format!("{} {}-{} ×{}", slot.date.day(), slot.from, slot.to, slot.families))
            .collect();
        assert_eq!(shown, expect, "{hours} {capacity} {rts:?}");
    }

    #[test]
    fn an_rt_comes_together_and_the_hours_fill_evenly() {
        check(
            "08:00-10:00",
            10,
            &[3, 2, 3],
            &["12 08:00-09:00 ×3", "12 09:00-10:00 ×2", "12 09:00-10:00 ×3"],
        );
        check(
            "08:00-10:00",
            10,
            &[4, 4, 4],
            &["12 08:00-09:00 ×4", "12 09:00-10:00 ×4", "15 08:00-09:00 ×4"],
        );
        // Too many for an hour: one day. Too many for a day: as they fit, the rest finds no room.
        check("08:00-10:00", 10, &[7], &["12 08:00-09:00 ×5", "12 09:00-10:00 ×2"]);
        check("08:30-09:45", 2, &[5], &["12 08:30-09:45 ×2", "15 08:30-09:45 ×2"]);
        check("08:00-08:00", 2, &[1], &["12 08:00-08:00 ×1"]);
        check("08:00-10:00", 10, &[0], &[]);
    }

    #[test]
    fn whoever_was_called_before_has_a_place() {
        let mut schedule = Schedule::of(&point("08:00-09:00", 2), friday(), 1);
        let slot = schedule.place(1)[0];
        let Slot { date, from, to, .. } = slot;
        schedule.book(&Invitation { call: 1, date, from, to, point: "CONTOH-1".into() });
        assert_eq!(schedule.place(1), []);
    }

    proptest! {
        #[test]
        fn never_over_capacity_and_never_a_free_place_with_somebody_left(
            capacity in 1u16..=500,
            length in 1u16..10,
            days in 1u16..12,
            rts in proptest::collection::vec(1usize..60, 0..60),
        ) {
            let to = TimeOfDay::from_minutes(8 * 60 + length * 50).unwrap();
            let point = point(&format!("08:00-{to}"), capacity);
            let mut schedule = Schedule::of(&point, friday(), days);
            let open = schedule.days.len();
            let slots: Vec<Slot> = rts.iter().flat_map(|families| schedule.place(*families)).collect();
            let called: usize = slots.iter().map(|slot| slot.families).sum();
            prop_assert_eq!(called, rts.iter().sum::<usize>().min(open * usize::from(capacity)));
            for day in 0..i64::from(days) {
                let date = friday().plus_days(day);
                let here: usize = slots.iter().filter(|slot| slot.date == date).map(|slot| slot.families).sum();
                prop_assert!(here <= usize::from(capacity));
                prop_assert!(here == 0 || point.opening.is_open_on(date));
            }
        }
    }
}
