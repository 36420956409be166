//! The sheet of a point: who comes on which day and hour, with room for what came of it. `tepat attend` reads it back.

use super::invitee::Invitee;
use domain::{Date, PickupPoint, TimeOfDay};
use lists::formula::guarded;
use office::fault::{Fault, Result};
use std::collections::BTreeMap;

/// The sheet of one point.
pub(super) struct DaySheet<'a> {
    point: &'a PickupPoint,
    rows: Vec<Row>,
}

struct Row {
    date: Date,
    from: TimeOfDay,
    to: TimeOfDay,
    cells: [String; 7],
}

/// What happens at the point on one day.
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) from: TimeOfDay,
    pub(super) to: TimeOfDay,
    pub(super) families: usize,
}

const HEADER: [&str; 13] = [
    "Tanggal",
    "Jam",
    "Kelurahan",
    "RW",
    "RT",
    "Kode Pendaftaran",
    "Nama",
    "Akhir KK",
    "Undangan Ke",
    "Hasil",
    "Tanggal Hasil",
    "Empat Angka Kartu",
    "Catatan",
];

impl<'a> DaySheet<'a> {
    pub(super) fn of(point: &'a PickupPoint) -> Self {
        Self { point, rows: Vec::new() }
    }

    pub(super) fn point(&self) -> &'a PickupPoint {
        self.point
    }

    pub(super) fn add(&mut self, invitee: &Invitee<'_>) {
        let Invitee { family, code, invitation, kelurahan, .. } = invitee;
        let origin = &family.origin;
        let cells = [
            kelurahan.clone(),
            origin.rw.to_string(),
            origin.rt.to_string(),
            code.map(|code| code.to_string()).unwrap_or_default(),
            family.household.head.name.clone(),
            family.household.kk.map(|kk| kk.digits().last_four()).unwrap_or_default(),
            invitation.call.to_string(),
        ];
        let (date, from, to) = (invitation.date, invitation.from, invitation.to);
        self.rows.push(Row { date, from, to, cells });
    }

    /// The days, each from its first hour to its last.
    pub(super) fn days(&self) -> Vec<Day> {
        let mut days = BTreeMap::<Date, Day>::new();
        for Row { date, from, to, .. } in &self.rows {
            let day = days.entry(*date).or_insert(Day { date: *date, from: *from, to: *to, families: 0 });
            day.from = day.from.min(*from);
            day.to = day.to.max(*to);
            day.families += 1;
        }
        days.into_values().collect()
    }

    /// The sheet as CSV, by day and hour.
    pub(super) fn write(mut self) -> Result<String> {
        // Stable: within an hour the families of one RT stay together.
        self.rows.sort_by_key(|row| (row.date, row.from));
        let mut table = csv::Writer::from_writer(Vec::new());
        let unwritten = |_| Fault::new("berkas", "Gagal menulis lembar titik.", "Ulangi dengan --again.");
        table.write_record(HEADER).map_err(unwritten)?;
        for Row { date, from, to, cells } in &self.rows {
            let when = [date.to_string(), format!("{from}-{to}")];
            let blank = [const { String::new() }; 4];
            let row = when.iter().chain(cells).chain(&blank);
            table.write_record(row.map(|cell| guarded(cell).into_owned())).map_err(unwritten)?;
        }
        let bytes = table.into_inner().unwrap_or_default();
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}
