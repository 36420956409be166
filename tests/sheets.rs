//! Workbooks as they come from offices, longer than any RT writes them.

use rust_xlsxwriter::Workbook;
use std::path::{Path, PathBuf};

const HEADER: [&str; 11] = [
    "No KK",
    "Nama",
    "NIK",
    "Hubungan",
    "L/P",
    "Tanggal Lahir",
    "Alamat",
    "RT",
    "RW",
    "Pekerjaan",
    "Keterangan",
];

/// A workbook of so many made-up families, 18 rows to five of them, in `folder`. Each has numbers of its own.
pub fn long_list(folder: &Path, families: u32) -> PathBuf {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, HEADER).unwrap();
    let mut persons = 0;
    for family in 0..families {
        for place in 0..people(family) {
            let head = place == 0;
            let of_head = |text: String| if head { text } else { String::new() };
            let row = [
                of_head(number(family)),
                format!("Contoh {} {persons}", if head { "Kepala" } else { "Anggota" }),
                number(persons),
                if head { "Kepala Keluarga" } else { "Anak" }.to_owned(),
                "L".to_owned(),
                String::new(),
                of_head(format!("Gg. Contoh No. {family}")),
                "006".to_owned(),
                "002".to_owned(),
                "Buruh harian".to_owned(),
                String::new(),
            ];
            persons += 1;
            sheet.write_row(persons, 0, row).unwrap();
        }
    }
    let path = folder.join(format!("{families}-keluarga.xlsx"));
    book.save(&path).unwrap();
    path
}

/// Three or four: eighteen to five families.
fn people(family: u32) -> u32 {
    3 + u32::from(family % 5 < 3)
}

/// The sixteen digits of the n-th person or family: a date that there is, and a serial that no office gives.
fn number(n: u32) -> String {
    let (date, serial) = (n / 1000, 9000 + n % 1000);
    format!("317410{:02}{:02}80{serial}", 1 + date % 28, 1 + date / 28)
}
