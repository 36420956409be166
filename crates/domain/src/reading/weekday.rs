//! Days of the week.

/// The days' names and what they are shortened to, Indonesian and English. Whole words: `selain` is no Tuesday.
const DAYS: [&[&str]; 7] = [
    &["senin", "sen", "snn", "monday", "mon"],
    &["selasa", "sel", "sls", "tuesday", "tue", "tues"],
    &["rabu", "rab", "rbu", "wednesday", "wed"],
    &["kamis", "kam", "kms", "thursday", "thu", "thur", "thurs"],
    &["jumat", "jum'at", "jum’at", "jum", "jmt", "friday", "fri"],
    &["sabtu", "sab", "sbt", "saturday", "sat"],
    &["minggu", "min", "mgg", "ahad", "sunday", "sun"],
];

/// Reads `Senin`, `Sen`, `monday`; 0 = Monday, as [`crate::Date::weekday`].
pub fn weekday(text: &str) -> Option<usize> {
    let text = text.trim().to_lowercase();
    DAYS.iter().position(|names| names.contains(&text.as_str()))
}

#[cfg(test)]
mod tests {
    use super::weekday;

    #[test]
    fn days_in_two_languages() {
        for (text, expect) in [
            ("Senin", Some(0)),
            (" jum'at", Some(4)),
            ("Ahad", Some(6)),
            ("Sunday", Some(6)),
            ("x", None),
            ("selain", None),
            ("jumlah", None),
        ] {
            assert_eq!(weekday(text), expect, "{text}");
        }
    }
}
