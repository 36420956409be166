//! Words of an invitation.

use domain::Date;

/// `Undangan kesatu`
pub(super) fn call(call: u8) -> &'static str {
    match call {
        1 => "Undangan kesatu",
        2 => "Undangan kedua",
        _ => "Undangan ketiga",
    }
}

/// `Kamis, 18 Maret 2021`
pub(super) fn long_date(date: Date) -> String {
    let day = DAYS.get(usize::from(date.weekday())).copied().unwrap_or_default();
    let month = MONTHS.get(usize::from(date.month().saturating_sub(1))).copied().unwrap_or_default();
    format!("{day}, {} {month} {}", date.day(), date.year())
}

const DAYS: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_say_them() {
        assert_eq!(long_date(Date::parse("2021-03-18").unwrap()), "Kamis, 18 Maret 2021");
        assert_eq!(long_date(Date::parse("2021-12-26").unwrap()), "Minggu, 26 Desember 2021");
    }
}
