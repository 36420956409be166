//! Days of the week.

/// The beginnings of the days' names, Indonesian and English.
const DAYS: [&[&str]; 7] = [
    &["sen", "mon"],
    &["sel", "tue"],
    &["rab", "wed"],
    &["kam", "thu"],
    &["jum", "fri"],
    &["sab", "sat"],
    &["min", "ahad", "sun"],
];

/// Reads `Senin`, `Sen`, `monday`; 0 = Monday, as [`crate::Date::weekday`].
pub fn weekday(text: &str) -> Option<usize> {
    let text = text.trim().to_lowercase();
    DAYS.iter().position(|names| names.iter().any(|name| text.starts_with(name)))
}

#[cfg(test)]
mod tests {
    use super::weekday;

    #[test]
    fn days_in_two_languages() {
        for (text, expect) in
            [("Senin", Some(0)), (" jum'at", Some(4)), ("Ahad", Some(6)), ("Sunday", Some(6)), ("x", None)]
        {
            assert_eq!(weekday(text), expect, "{text}");
        }
    }
}
