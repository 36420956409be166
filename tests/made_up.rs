//! Lists of made-up families, as long as one likes, one row a person.

use rust_xlsxwriter::Workbook;
use std::path::Path;

/// People of one family, in turn three and four and four: 18,000 rows are about 5,000 families.
const SIZES: [usize; 5] = [3, 4, 4, 3, 4];
const HEADER: [&str; 7] = ["No KK", "NIK", "Nama", "Hubungan", "Tanggal Lahir", "Alamat", "RT/RW"];

/// So many families as rows of a table; the first row is the header.
pub fn rows(families: usize) -> Vec<[String; 7]> {
    let people = (0..families).flat_map(|family| {
        let size = SIZES[family % SIZES.len()];
        (0..size).map(move |member| row(family, member))
    });
    [HEADER.map(str::to_owned)].into_iter().chain(people).collect()
}

/// Writes so many families into a workbook.
pub fn workbook(families: usize, path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, row) in rows(families).iter().enumerate() {
        sheet.write_row(u32::try_from(at).unwrap(), 0, row).unwrap();
    }
    book.save(path).unwrap();
}

fn row(family: usize, member: usize) -> [String; 7] {
    let relation = ["KEPALA KELUARGA", "ISTRI", "ANAK", "ANAK"][member];
    let (day, month) = (family % 28 + 1, family / 28 % 12 + 1);
    let year = 1960 + family / 336 % 30 + if relation == "ANAK" { 30 } else { 0 };
    // Women have 40 added to the day.
    let nik_day = if relation == "ISTRI" { day + 40 } else { day };
    let recorded = format!("{day:02}{month:02}{:02}", 10 + family % 10);
    let name = |at: usize| NAMES[at % NAMES.len()];
    [
        format!("317410{recorded}{}", 9000 + family % 1000),
        format!("317410{nik_day:02}{month:02}{:02}{}", year % 100, 9000 + (family * 4 + member) % 1000),
        format!("CONTOH {} {}", name(family), name(family / NAMES.len() + member)),
        relation.to_owned(),
        format!("{day:02}-{month:02}-{year}"),
        format!("GG. CONTOH {} NO. {}", family / 50 + 1, family % 50 + 1),
        "006/002".to_owned(),
    ]
}

const NAMES: [&str; 20] = [
    "SULASTRI", "BAMBANG", "RATNA", "YUSUF", "DEWI", "HENDRA", "KARTINI", "SLAMET", "WULAN", "AGUS", "FITRI",
    "JOKO", "MEGAWATI", "RUSDI", "INDAH", "TAUFIK", "LESTARI", "UMAR", "ZAENAB", "PUTRA",
];
