//! Numbers of a row that are none.

use domain::NumberFault;

/// Why numbers that stand in a row name nobody, where somebody meant them to.
pub(super) fn unusable(nik: Option<NumberFault>, kk: Option<NumberFault>) -> Option<&'static str> {
    match (nik, kk) {
        (Some(NumberFault::Rounded), _) => Some("kolom NIK dibulatkan Excel, angka terakhirnya hilang"),
        (_, Some(NumberFault::Rounded)) => Some("kolom nomor KK dibulatkan Excel, angka terakhirnya hilang"),
        (Some(NumberFault::Length(_)), _) => Some("kolom NIK tidak berisi 16 angka"),
        (_, Some(NumberFault::Length(_))) => Some("kolom nomor KK tidak berisi 16 angka"),
        _ => None,
    }
}
