//! What a row is by its cells: data, or what people write around their tables.

use domain::RegistrationCode;
use domain::reading::plain;

/// Words that begin a sum.
const SUMS: &[&str] = &[
    "sub total",
    "subtotal",
    "total",
    "grand total",
    "jumlah",
    "jml",
    "jlh",
    "sub jumlah",
    "rekap",
    "rata rata",
];

/// Words that begin what stands below the last row.
const SIGNATURES: &[&str] = &[
    "mengetahui",
    "diketahui",
    "menyetujui",
    "dibuat",
    "disusun",
    "diperiksa",
    "kepala",
    "lurah",
    "camat",
    "ketua",
    "petugas",
    "koordinator",
    "pendamping",
    "penanggung jawab",
    "pelaksana",
    "sekretaris",
    "hormat",
    "an",
    "a n",
    "ttd",
    "nip",
    "dicetak",
    "tanggal cetak",
    "halaman",
    "hal",
    "sumber",
    "catatan",
    "jakarta",
];

/// Whether some cell holds the number of a person: sixteen digits, also with some of them masked or rounded, or a
/// registration code. Such a row is never passed over.
pub(super) fn names_somebody(cells: &[String]) -> bool {
    cells.iter().any(|cell| is_number(cell) || (cell.len() >= 17 && RegistrationCode::parse(cell).is_ok()))
}

fn is_number(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    let digits = bytes.iter().filter(|c| c.is_ascii_digit()).count();
    let masked = bytes.iter().filter(|c| matches!(c, b'*' | b'x' | b'X' | b'#')).count();
    let is_rounded = digits >= 5 && cell.contains("E+");
    is_rounded
        || (digits >= 4 && (15..=17).contains(&(digits + masked)) && !cell.to_lowercase().contains("nip"))
}

/// How many cells hold anything.
pub(super) fn filled(cells: &[String]) -> usize {
    cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// `(1) (2) (3)`, or `a b c`: what numbers the columns.
pub(super) fn is_numbering(cells: &[String]) -> bool {
    let texts: Vec<String> = cells.iter().map(|cell| plain(cell)).filter(|text| !text.is_empty()).collect();
    let numbers: Option<Vec<u32>> = texts
        .iter()
        .map(|text| match text.as_bytes() {
            [letter] if letter.is_ascii_lowercase() => Some(u32::from(*letter - b'a') + 1),
            _ => text.parse().ok(),
        })
        .collect();
    numbers.is_some_and(|numbers| {
        numbers.len() >= 3
            && numbers.first().is_some_and(|first| *first <= 2)
            && numbers.windows(2).all(|two| matches!(two, [a, b] if a + 1 == *b))
    })
}

/// A word for a sum, and nothing but numbers beside it.
pub(super) fn is_sum(cells: &[String]) -> bool {
    let texts = cells.iter().map(|cell| plain(cell)).filter(|text| !text.is_empty());
    let mut sums = 0;
    texts.into_iter().all(|text| {
        let is_sum = SUMS.iter().any(|sum| begins(&text, sum));
        sums += usize::from(is_sum);
        is_sum || text.split(' ').all(is_amount)
    }) && sums > 0
}

fn is_amount(word: &str) -> bool {
    word.strip_prefix("rp").unwrap_or(word).bytes().all(|c| c.is_ascii_digit())
        || matches!(word, "orang" | "kk" | "kpm" | "jiwa" | "keluarga" | "idr")
}

/// Whether what stands below a table begins in this row.
pub(super) fn begins_signature(cells: &[String]) -> bool {
    filled(cells) <= 3
        && cells.iter().map(|cell| plain(cell)).any(|text| SIGNATURES.iter().any(|word| begins(&text, word)))
}

/// So little that it is a title, or part of a signature.
pub(super) fn is_narrow(cells: &[String], columns: usize) -> bool {
    let filled = filled(cells);
    filled == 1 || (filled <= 3 && columns > filled * 2)
}

/// As whole words.
fn begins(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &str) -> Vec<String> {
        row.split('|').map(str::to_owned).collect()
    }

    #[test]
    fn what_stands_around_tables() {
        for (row, expect) in [
            ("3174105205809012|PKH", "somebody"),
            ("3174**********01|PKH", "somebody"),
            ("3.17411E+15|PKH", "somebody"),
            ("TOTAL|3174105205809012", "somebody"),
            ("SUB TOTAL||||3", "sum"),
            ("||Jumlah hadir|4", "sum"),
            ("Jumlah: 4 KK", "sum"),
            ("TOTAL|Rp 4.200.000.000", "sum"),
            ("TOTAL|||Rp4.200.000.000,00|", "sum"),
            ("Total Setiawan|Jl. Contoh 3", ""),
            ("(1)|(2)|(3)", "numbering"),
            ("|1|2|3|4", "numbering"),
            ("a|b|c", "numbering"),
            ("1|5|7", ""),
            ("Jakarta, 1 Maret 2021", "signature"),
            ("||Mengetahui,||Petugas titik", "signature"),
            ("NIP. 19700101 199003 1 001", "signature"),
            ("Slamet", ""),
        ] {
            let cells = cells(row);
            let found = match () {
                () if names_somebody(&cells) => "somebody",
                () if is_numbering(&cells) => "numbering",
                () if is_sum(&cells) => "sum",
                () if begins_signature(&cells) => "signature",
                () => "",
            };
            assert_eq!(found, expect, "{row}");
        }
    }
}
