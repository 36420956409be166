//! Reads the dated file of pickup points that Dinas Sosial edits.

#[cfg(test)]
mod tests;

use crate::fault::Result;
use crate::table::{Left, Names, Row, Tables};
use domain::reading::{OpeningFault, answer, coordinate, opening, plain};
use domain::{AreaCode, Opening, PickupPoint, PointKind, Precision};
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
    &[
        "nama",
        "name",
        "nama titik",
        "titik",
        "nama tempat",
        "nama lokasi",
        "lokasi",
        "titik distribusi",
        "nama titik distribusi",
        "titik pengambilan",
        "nama titik pengambilan",
    ],
    &["lat", "latitude", "lintang", "garis lintang", "koordinat lintang"],
    &["lon", "lng", "long", "longitude", "bujur", "garis bujur", "koordinat bujur"],
    &["id", "kode"],
    &["jenis", "kind", "tipe"],
    &["alamat", "address"],
    &["kelurahan", "area", "kode kelurahan"],
    &["ketepatan", "precision", "presisi"],
    &["hari", "days", "hari buka", "hari operasional", "hari layanan", "hari pelayanan"],
    &[
        "jam",
        "hours",
        "jam buka",
        "jam mulai",
        "buka",
        "jam operasional",
        "jam layanan",
        "jam pelayanan",
        "waktu",
        "pukul",
    ],
    &[
        "kapasitas",
        "capacity",
        "capacity a day",
        "kapasitas per hari",
        "kapasitas hari",
        "kuota",
        "kuota per hari",
        "kuota hari",
    ],
    &["contoh", "example"],
    &[
        "koordinat",
        "titik koordinat",
        "koordinat titik",
        "lat lon",
        "lat long",
        "lat lng",
        "latlong",
        "lintang bujur",
        "google maps",
        "link google maps",
        "link maps",
        "link lokasi",
        "koordinat lokasi",
        "koordinat gps",
        "lokasi koordinat",
        "plus code",
        "kode plus",
        "peta",
    ],
    &["jam tutup", "jam selesai", "tutup", "sampai jam"],
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
/// Latitude and longitude in one cell.
const PAIR: usize = 12;
/// Where the hours stand in two columns: when it closes.
const CLOSES: usize = 13;

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
    let Tables { tables, mut left } = Tables::read(file, bytes, COLUMNS, &[&[NAME], &[LAT, PAIR]])?;
    let (mut points, mut problems, mut ids) = (Vec::new(), Vec::new(), HashSet::new());
    for table in &tables {
        let mut handled = 0;
        table.each_row(&mut left, |row| {
            handled += 1;
            let mut complain = |column, code, message| {
                problems.push(PointProblem {
                    table: table.name.clone(),
                    row: row.line,
                    column,
                    code,
                    message,
                });
            };
            if let Some(mut point) = point(row, &mut complain) {
                for field in point.limit() {
                    complain(
                        field.code(),
                        "terlalu-panjang",
                        "Terlalu panjang: hanya awalnya yang dipakai. Ringkaslah.",
                    );
                }
                if ids.insert(point.id.clone()) {
                    points.push(point);
                } else {
                    complain("id", "ganda", "Id ini sudah dipakai baris lain: beri id yang berbeda.");
                }
            }
            Ok(())
        })?;
        left.close(handled)?;
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
    let both = [cell(LAT), cell(PAIR)].into_iter().find(|text| !text.is_empty()).unwrap_or_default();
    let Some(at) = coordinate(both, cell(LON)) else {
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
    let hours = match (cell(HOURS), cell(CLOSES)) {
        (opens, "") => opens.to_owned(),
        (opens, closes) => format!("{opens}-{closes}"),
    };
    let opening = read_opening(cell(DAYS), &hours, complain)?;
    let capacity = match cell(CAPACITY) {
        "" => MOST_A_DAY,
        // `500 KK`, `500 keluarga/hari`.
        text => match text.split([' ', '/']).next().unwrap_or(text).parse() {
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
        opening,
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

/// What both columns say: each may name days and hours. What neither names is as usual.
fn read_opening(
    days: &str,
    hours: &str,
    complain: &mut impl FnMut(&'static str, &'static str, &'static str),
) -> Option<Opening> {
    let mut read = |column: &'static str, text: &str| {
        let fault = match opening(text) {
            Ok(read) => return Some(read),
            Err(fault) => fault,
        };
        complain(
            column,
            column,
            match (fault, column) {
                (OpeningFault::SeveralHours, _) => {
                    "Satu titik punya satu jam buka untuk semua harinya: tulis jam yang berlaku di semua hari itu, mis. 08.00-11.30."
                }
                (_, "jam") => "Tulis jam seperti 08.00-14.00.",
                _ => "Tulis hari seperti Senin-Jumat atau Selasa, Kamis.",
            },
        );
        None
    };
    let (of_days, of_hours) = (read("hari", days)?, read("jam", hours)?);
    let differ = |a: bool, b: bool| a && b;
    if differ(of_days.days.is_some(), of_hours.days.is_some_and(|days| Some(days) != of_days.days)) {
        complain("jam", "jam", "Kolom jam menyebut hari lain daripada kolom hari: cocokkan keduanya.");
        return None;
    }
    if differ(of_hours.hours.is_some(), of_days.hours.is_some_and(|hours| Some(hours) != of_hours.hours)) {
        complain("hari", "hari", "Kolom hari menyebut jam lain daripada kolom jam: cocokkan keduanya.");
        return None;
    }
    let usual = opening("Senin-Jumat 08.00-15.00").ok()?;
    let (from, to) = of_hours.hours.or(of_days.hours).or(usual.hours)?;
    Some(Opening { days: of_days.days.or(of_hours.days).or(usual.days)?, from, to })
}
