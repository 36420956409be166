//! The figures of every kelurahan as CSV.

use office::allocation::{AreaWays, Nowhere, Report};
use office::fault::{Fault, Result};

/// The last two: how many families no point can be reached by, and their registration codes.
const COLUMNS: [&str; 9] = [
    "kode",
    "kelurahan",
    "keluarga",
    "rata_rata_m",
    "p95_m",
    "terjauh_m",
    "di_atas_2_km",
    "tanpa_titik",
    "kode_keluarga_tanpa_titik",
];

/// The figures of every kelurahan, and the families in it that no point can be reached by.
pub(super) fn of(report: &Report) -> Result<Vec<u8>> {
    let failed = |_| Fault::new("berkas", "Gagal menulis tabel.", "Pembagian sudah tersimpan: ulangi.");
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(failed)?;
    for AreaWays { code, kelurahan, ways } in &report.areas {
        let numbers = [
            ways.families,
            ways.mean_metres,
            ways.p95_metres.into(),
            ways.worst_metres.into(),
            ways.over_2_km,
        ];
        let [families, mean, p95, worst, over] = numbers.map(|it| it.to_string());
        let none = ["0".to_owned(), String::new()];
        let cells = [code.clone(), kelurahan.clone(), families, mean, p95, worst, over];
        table.write_record(cells.into_iter().chain(none)).map_err(failed)?;
    }
    for Nowhere { code, kelurahan, families, codes } in &report.nowhere {
        let blank = [const { String::new() }; 4];
        let place = [code.clone(), kelurahan.clone().unwrap_or_default(), "0".to_owned()];
        let none = [families.to_string(), codes.join(" ")];
        table.write_record(place.into_iter().chain(blank).chain(none)).map_err(failed)?;
    }
    Ok(table.into_inner().unwrap_or_default())
}
