//! The areas of Jakarta, from `data/kelurahan.csv`.

use crate::fault::{Fault, Result};
use domain::{AreaCode, Coordinate};
use wire::{Area, Areas, CoordinateDto, Version};

const KELURAHAN: &str = include_str!("../../../data/kelurahan.csv");
/// Steps of a degree in which middles are published: of eleven metres, and they are estimates.
const STEPS: f64 = 10_000.0;

/// Every city, kecamatan and kelurahan, in the order of their codes.
pub fn areas() -> Areas {
    let mut areas: Vec<Area> = Vec::new();
    let mut add = |code: Option<AreaCode>, name: &str, at: Option<Coordinate>| {
        if let Some(code) = code
            && areas.iter().all(|area| area.code != code)
        {
            areas.push(Area { code, name: name.to_owned(), at: at.map(rounded) });
        }
    };
    for row in csv::Reader::from_reader(KELURAHAN.as_bytes()).into_records().flatten() {
        let cell = |i: usize| row.get(i).unwrap_or_default();
        let Ok(code) = AreaCode::parse(cell(0)) else { continue };
        let city =
            cell(3).trim_start_matches("Kota Administrasi ").trim_start_matches("Kabupaten Administrasi ");
        let at =
            cell(5).parse().ok().zip(cell(6).parse().ok()).and_then(|(lat, lon)| Coordinate::new(lat, lon));
        add(code.city(), city, None);
        add(code.kecamatan(), cell(2), None);
        add(Some(code), cell(1), at);
    }
    areas.sort_by(|a, b| a.code.cmp(&b.code));
    Areas { version: Version, areas }
}

/// In the digits that mean something: every answer carries them.
fn rounded(at: Coordinate) -> CoordinateDto {
    let round = |degrees: f64| (degrees * STEPS).round() / STEPS;
    CoordinateDto { lat: round(at.lat), lon: round(at.lon) }
}

/// The name of an area, or its code where the file does not know it: kelurahan are split now and then.
pub fn name_of(areas: &Areas, code: &AreaCode) -> String {
    areas.find(code).map_or_else(|| code.to_string(), |area| area.name.clone())
}

/// A slip of the pen would list families where no point is ever near.
///
/// # Errors
/// No kelurahan has this code.
pub fn known(code: &AreaCode) -> Result<()> {
    if areas().find(code).is_some() {
        return Ok(());
    }
    Err(Fault::new(
        "kelurahan-tidak-dikenal",
        format!("Tidak ada kelurahan berkode {code}."),
        "Periksa kodenya: kode Kemendagri, seperti 31.74.10.1005.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_file_is_an_area_with_its_parents() {
        let areas = areas();
        let kelurahan = areas.areas.iter().filter(|area| area.code.is_kelurahan());
        assert_eq!(kelurahan.count(), KELURAHAN.lines().skip(1).count());
        for area in areas.areas.iter().filter(|area| area.code.is_kelurahan()) {
            assert!(area.middle().is_some_and(|at| at.is_near_jakarta()), "{}", area.code);
            assert!(areas.find(&area.code.kecamatan().unwrap()).is_some(), "{}", area.code);
            assert!(areas.find(&area.code.city().unwrap()).is_some(), "{}", area.code);
        }
        let ulujami = AreaCode::parse("31.74.10.1003").unwrap();
        assert_eq!(name_of(&areas, &ulujami.city().unwrap()), "Jakarta Selatan");
    }
}
