//! Reads the dated file of pickup points that Dinas Sosial edits.

use crate::fault::Result;
use crate::table::{Left, Names, Row, Tables};
use domain::reading::{answer, plain, weekday};
use domain::{AreaCode, Coordinate, Opening, PickupPoint, PointKind, Precision, TimeOfDay};
use serde::Serialize;
use std::collections::HashSet;

/// At most so many families a point a day (Pemprov DKI, January 2021).
const MOST_A_DAY: u16 = 500;

/// Something to mend in the file.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub struct PointProblem {
    /// The file, and the sheet where there are several.
    pub table: String,
    /// Row of it, from 1.
    pub row: u32,
    /// The column in which it stands.
    pub column: &'static str,
    /// Its code in answers.
    pub code: &'static str,
    /// What is wrong, in a sentence.
    pub message: &'static str,
}

const COLUMNS: &[Names] = &[
    &["nama", "name", "nama titik"],
    &["lat", "latitude", "lintang"],
    &["lon", "lng", "long", "longitude", "bujur"],
    &["id", "kode"],
    &["jenis", "kind", "tipe"],
    &["alamat", "address"],
    &["kelurahan", "area", "kode kelurahan"],
    &["ketepatan", "precision", "presisi"],
    &["hari", "days", "hari buka"],
    &["jam", "hours", "jam buka"],
    &["kapasitas", "capacity", "capacity a day", "kapasitas per hari"],
    &["contoh", "example"],
];
const NAME: usize = 0;
const LAT: usize = 1;
const LON: usize = 2;
const ID: usize = 3;
const KIND: usize = 4;
const ADDRESS: usize = 5;
const AREA: usize = 6;
const PRECISION: usize = 7;
const DAYS: usize = 8;
const HOURS: usize = 9;
const CAPACITY: usize = 10;
const EXAMPLE: usize = 11;

/// The points of a file, and what is to be mended in it.
pub struct Points {
    /// Every point that can be used.
    pub points: Vec<PickupPoint>,
    /// What is wrong with the others, row by row.
    pub problems: Vec<PointProblem>,
    /// What the table holds that was not read.
    pub left: Left,
}

/// Reads the points; a row that cannot be used is named and the rest goes on.
pub fn read(file: &str, bytes: Vec<u8>) -> Result<Points> {
    let Tables { tables, left } = Tables::read(file, bytes, COLUMNS, &[&[NAME], &[LAT], &[LON]])?;
    let (mut points, mut problems, mut ids) = (Vec::new(), Vec::new(), HashSet::new());
    for table in &tables {
        table.each_row(|row| {
            let mut complain = |column, code, message| {
                problems.push(PointProblem {
                    table: table.name.clone(),
                    row: row.line,
                    column,
                    code,
                    message,
                });
            };
            if let Some(point) = point(row, &mut complain) {
                if ids.insert(point.id.clone()) {
                    points.push(point);
                } else {
                    complain("id", "ganda", "Id ini sudah dipakai baris lain: beri id yang berbeda.");
                }
            }
            Ok(())
        })?;
    }
    points.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(Points { points, problems, left })
}

fn point(
    row: &Row<'_>,
    complain: &mut impl FnMut(&'static str, &'static str, &'static str),
) -> Option<PickupPoint> {
    let cell = |column| row.cell(column);
    let name = cell(NAME);
    if name.is_empty() {
        complain("nama", "kosong", "Tulis nama titik.");
        return None;
    }
    let number = |column| cell(column).replace(',', ".").parse::<f64>().ok();
    let Some(at) = number(LAT).zip(number(LON)).and_then(|(lat, lon)| Coordinate::new(lat, lon)) else {
        complain("lat", "koordinat", "Tulis lintang dan bujur dalam derajat, mis. -6.2363 dan 106.7632.");
        return None;
    };
    if !at.is_near_jakarta() {
        complain(
            "lat",
            "di-luar-jakarta",
            "Koordinat di luar Jakarta: periksa tanda minus dan urutan lintang, bujur.",
        );
        return None;
    }
    let hours = cell(HOURS);
    let (from, to) = match read_hours(if hours.is_empty() { "08:00-15:00" } else { hours }) {
        Some(hours) => hours,
        None => {
            complain("jam", "jam", "Tulis jam seperti 08.00-14.00.");
            return None;
        }
    };
    let days = cell(DAYS);
    let Some(days) = read_days(if days.is_empty() { "senin-jumat" } else { days }) else {
        complain("hari", "hari", "Tulis hari seperti Senin-Jumat atau Selasa, Kamis.");
        return None;
    };
    let capacity = match cell(CAPACITY) {
        "" => MOST_A_DAY,
        text => match text.parse() {
            Ok(capacity) if (1..=MOST_A_DAY).contains(&capacity) => capacity,
            _ => {
                complain("kapasitas", "kapasitas", "Tulis 1 sampai 500 keluarga sehari.");
                return None;
            }
        },
    };
    let area = AreaCode::parse(cell(AREA)).ok().filter(AreaCode::is_kelurahan);
    if area.is_none() && !cell(AREA).is_empty() {
        complain(
            "kelurahan",
            "kelurahan",
            "Tulis kode seperti 31.74.10.1005: titik dipakai tanpa kelurahan.",
        );
    }
    let told = kind(cell(KIND));
    if told.is_none() && !cell(KIND).is_empty() {
        complain(
            "jenis",
            "jenis",
            "Tulis sekolah, kantor, gedung, bank-dki, atau atm: titik dipakai menurut namanya, atau sebagai gedung.",
        );
    }
    let id = match cell(ID) {
        "" => slug(name),
        id => id.to_owned(),
    };
    Some(PickupPoint {
        id,
        name: name.to_owned(),
        kind: told.or_else(|| kind(name)).unwrap_or(PointKind::Hall).into(),
        address: cell(ADDRESS).to_owned(),
        area,
        at,
        precision: precision(cell(PRECISION)).into(),
        opening: Opening { days, from, to },
        capacity,
        example: answer(cell(EXAMPLE)) == Some(true),
    })
}

/// A short id from a name: `SDN Ulujami 01` → `sdn-ulujami-01`.
fn slug(name: &str) -> String {
    plain(name).replace(' ', "-")
}

/// What the words say that it is, if they say it.
fn kind(text: &str) -> Option<PointKind> {
    let said = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    PointKind::parse(text).ok().or_else(|| {
        Some(if has(&["atm"]) {
            PointKind::Atm
        } else if has(&["sekolah", "school", "sdn", "smp", "sma"]) {
            PointKind::School
        } else if has(&["kantor lurah", "kantor kelurahan", "kecamatan", "office"]) {
            PointKind::Office
        } else if has(&["bank", "cabang", "kas"]) {
            PointKind::Bank
        } else if has(&["gor", "rptra", "aula", "balai", "gelanggang", "hall"]) {
            PointKind::Hall
        } else {
            return None;
        })
    })
}

/// What is not said is an estimate.
fn precision(text: &str) -> Precision {
    match text.to_lowercase().as_str() {
        "tepat" | "exact" | "door" | "pintu" => Precision::Door,
        "alamat" | "address" | "building" | "gedung" => Precision::Address,
        _ => Precision::Estimate,
    }
}

fn read_hours(text: &str) -> Option<(TimeOfDay, TimeOfDay)> {
    let (from, to) = text.split_once(['-', '–'])?;
    let hours = (TimeOfDay::parse(from).ok()?, TimeOfDay::parse(to).ok()?);
    (hours.0 < hours.1).then_some(hours)
}

/// Reads `Senin-Jumat`, `Sel, Kam`, `Mon-Sat`, `setiap hari`.
fn read_days(text: &str) -> Option<[bool; 7]> {
    let text = text.to_lowercase();
    if text.contains("setiap") || text.contains("tiap") || text.contains("daily") {
        return Some([true; 7]);
    }
    let mut days = [false; 7];
    for part in text.split([',', ';', '/', '+']).map(str::trim).filter(|part| !part.is_empty()) {
        let (first, last) = match part.split_once(['-', '–']) {
            Some((first, last)) => (weekday(first)?, weekday(last)?),
            None => (weekday(part)?, weekday(part)?),
        };
        let length = (last + 7 - first) % 7;
        for day in (0..=length).map(|i| (first + i) % 7) {
            *days.get_mut(day)? = true;
        }
    }
    days.contains(&true).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        for (text, expect) in [
            ("Senin-Jumat", Some("1111100")),
            ("Sen–Sab", Some("1111110")),
            ("Selasa, Kamis", Some("0101000")),
            ("Sab-Sen", Some("1000011")),
            ("Setiap hari", Some("1111111")),
            ("Mon-Fri", Some("1111100")),
            ("besok", None),
            ("", None),
        ] {
            let shown = read_days(text).map(|days| days.map(|open| if open { "1" } else { "0" }).concat());
            assert_eq!(shown.as_deref(), expect, "{text}");
        }
    }

    fn problems(row: &str) -> Vec<(u32, &'static str)> {
        let text = format!(
            "id,name,kind,address,lat,lon,precision,days,hours,capacity,area\nA,SDN A,sekolah,Jl. A,-6.2,106.8,alamat,Senin-Jumat,08:00-14:00,500\n{row}\n"
        );
        let Points { points, problems, .. } = read("titik.csv", text.into_bytes()).unwrap();
        assert!(points.iter().any(|point| point.id == "A"), "the good row stays");
        problems.iter().map(|p| (p.row, p.code)).collect()
    }

    #[test]
    fn a_row_that_cannot_be_used_is_named() {
        assert_eq!(problems("B,SDN B,sekolah,Jl. B,-6.3,106.9,,,,"), []);
        assert_eq!(problems("B,,sekolah,Jl. B,-6.3,106.9,,,,"), [(3, "kosong")]);
        assert_eq!(problems("B,SDN B,sekolah,Jl. B,,,,,,"), [(3, "koordinat")]);
        assert_eq!(problems("B,SDN B,sekolah,Jl. B,106.9,-6.3,,,,"), [(3, "koordinat")]);
        assert_eq!(problems("B,SDN B,sekolah,Jl. B,6.3,106.9,,,,"), [(3, "di-luar-jakarta")]);
        assert_eq!(problems("B,SDN B,sekolah,Jl. B,-6.3,106.9,,kapan saja,,"), [(3, "hari")]);
        assert_eq!(problems("B,SDN B,sekolah,Jl. B,-6.3,106.9,,,14-08,"), [(3, "jam")]);
        assert_eq!(problems("B,SDN B,sekolah,Jl. B,-6.3,106.9,,,,900"), [(3, "kapasitas")]);
        assert_eq!(problems("B,SDN B,sekolah,Jl. B,-6.3,106.9,,,,,Ulujami"), [(3, "kelurahan")]);
        assert_eq!(problems("B,SDN B,warung,Jl. B,-6.3,106.9,,,,"), [(3, "jenis")]);
        assert_eq!(problems("B,SDN B,Gelanggang,Jl. B,-6.3,106.9,,,,"), []);
        assert_eq!(problems("A,SDN B,sekolah,Jl. B,-6.3,106.9,,,,"), [(3, "ganda")]);
    }

    #[test]
    fn other_names_and_semicolons_are_read() {
        let text =
            "\u{feff}Nama;Jenis;Alamat;Lintang;Bujur;Warna\nATM Bank DKI;;Jl. A;-6,18407;106,8292915;x\n";
        let Points { points, problems, left } = read("titik.csv", text.into()).unwrap();
        assert_eq!((problems, left.columns), (vec![], vec!["Warna".to_owned()]));
        let [point] = points.as_slice() else { panic!("{points:?}") };
        assert_eq!(
            (point.id.as_str(), point.kind.known(), point.precision.known()),
            ("atm-bank-dki", Some(PointKind::Atm), Some(Precision::Estimate))
        );
    }
}
