//! Days and hours of opening, as offices write them.

use super::clean::clean;
use super::weekday::weekday;
use crate::date::TimeOfDay;

/// The days and the hours that a text names; each may be left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpeningText {
    /// Monday to Sunday.
    pub days: Option<[bool; 7]>,
    /// From, to.
    pub hours: Option<(TimeOfDay, TimeOfDay)>,
}

/// Why days and hours cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpeningFault {
    /// There are words that say something else, and nobody knows what.
    Unknown,
    /// Hours that differ from day to day, or a break: a point has one span for all its days.
    SeveralHours,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Day(usize),
    Days([bool; 7]),
    Time(TimeOfDay),
    To,
    And,
    Every,
    TheDay,
}

const WORKDAYS: [bool; 7] = [true, true, true, true, true, false, false];
const WEEKEND: [bool; 7] = [false, false, false, false, false, true, true];

/// Reads `Senin s.d. Jumat`, `Selasa & Kamis`, `Setiap hari kerja`, `08.00 s/d 14.00 WIB`, `Senin-Jumat 08.00-14.00`.
///
/// # Errors
/// Every word must be understood: a family that is called for a day on which it is shut goes in vain.
pub fn opening(text: &str) -> Result<OpeningText, OpeningFault> {
    let tokens = tokens(text)?;
    let mut found = OpeningText::default();
    let mut rest = tokens.as_slice();
    // A day or an hour that stands here must not be followed by another `To`.
    while let [first, after @ ..] = rest {
        rest = after;
        match (*first, after) {
            (Token::Day(first), [Token::To, Token::Day(last), after @ ..]) => {
                found.open((0..=(last + 7 - first) % 7).map(|days| (first + days) % 7));
                rest = after;
            }
            (Token::Time(from), [Token::To, Token::Time(to), after @ ..]) => {
                if from >= *to {
                    return Err(OpeningFault::Unknown);
                }
                if found.hours.replace((from, *to)).is_some() {
                    return Err(OpeningFault::SeveralHours);
                }
                rest = after;
            }
            (Token::Every, [Token::TheDay, Token::Day(_) | Token::Days(_), ..]) => {}
            (Token::Every, [Token::TheDay, after @ ..]) => {
                found.open(0..7);
                rest = after;
            }
            // `Setiap Minggu` is every Sunday, or every week.
            (Token::Every, [Token::Day(6)]) => return Err(OpeningFault::Unknown),
            (Token::Every, [Token::Day(_) | Token::Days(_), ..]) => {}
            (Token::TheDay, [Token::Day(_) | Token::Days(_), ..]) => {}
            (Token::Day(day), _) => found.open(std::iter::once(day)),
            (Token::Days(days), _) => found.open((0..7).filter(|day| days.get(*day) == Some(&true))),
            (Token::And, _) => {}
            (Token::Time(_) | Token::To | Token::Every | Token::TheDay, _) => {
                return Err(OpeningFault::Unknown);
            }
        }
    }
    Ok(found)
}

impl OpeningText {
    fn open(&mut self, days: impl Iterator<Item = usize>) {
        let open = self.days.get_or_insert([false; 7]);
        for day in days {
            if let Some(day) = open.get_mut(day) {
                *day = true;
            }
        }
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, OpeningFault> {
    let mut text = clean(text).to_lowercase().replace('\u{2019}', "'");
    for to in ["s/d", "s.d.", "s.d", "s / d"] {
        text = text.replace(to, " sampai ");
    }
    for (two, one) in [
        ("sampai dengan", "sampai"),
        ("hari kerja", "harikerja"),
        ("akhir pekan", "weekend"),
        ("jum'at", "jumat"),
    ] {
        text = text.replace(two, one);
    }
    let mut tokens = Vec::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let is_part = |c: char| match first {
            '0'..='9' => c.is_ascii_digit() || matches!(c, '.' | ':'),
            _ => c.is_alphabetic(),
        };
        let len = rest.find(|c| !is_part(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (part, after) = rest.split_at_checked(len).ok_or(OpeningFault::Unknown)?;
        rest = after;
        tokens.extend(token(part)?);
    }
    Ok(tokens)
}

fn token(part: &str) -> Result<Option<Token>, OpeningFault> {
    Ok(Some(match part {
        "-" | "~" | "sampai" | "sd" | "hingga" | "to" | "until" => Token::To,
        "," | ";" | "/" | "+" | "&" | "dan" | "and" | "serta" => Token::And,
        "setiap" | "tiap" | "every" => Token::Every,
        "hari" | "day" => Token::TheDay,
        "harikerja" | "weekday" | "weekdays" => Token::Days(WORKDAYS),
        "weekend" => Token::Days(WEEKEND),
        "daily" => Token::Days([true; 7]),
        "buka" | "jam" | "pukul" | "pkl" | "wib" | "." | ":" | "(" | ")" => return Ok(None),
        blank if blank.trim().is_empty() => return Ok(None),
        _ => match weekday(part) {
            Some(day) => Token::Day(day),
            None => Token::Time(time(part).ok_or(OpeningFault::Unknown)?),
        },
    }))
}

/// `08.00`, `8:00`, `08.00.`, `8`, and `08:00:00` as spreadsheets write it.
fn time(text: &str) -> Option<TimeOfDay> {
    let text = text.trim_end_matches(['.', ':']);
    let text = text.strip_suffix(":00").filter(|text| text.contains(':')).unwrap_or(text);
    if text.len() <= 2 {
        return TimeOfDay::from_minutes(text.parse::<u16>().ok()?.checked_mul(60)?);
    }
    TimeOfDay::parse(text).ok().filter(|_| text.split(['.', ':']).nth(1).is_some_and(|it| it.len() == 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        match opening(text) {
            Ok(OpeningText { days, hours }) => {
                let days = days.map(|days| days.map(|open| if open { "1" } else { "0" }).concat());
                let hours = hours.map(|(from, to)| format!("{from}-{to}"));
                [days, hours].into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn days_and_hours_as_offices_write_them() {
        for (texts, expect) in [
            (
                [
                    "Senin-Jumat",
                    "Senin s.d. Jumat",
                    "Senin s/d Jum'at",
                    "senin sd jumat",
                    "Senin – Jum’at",
                    "Mon-Fri",
                    "Senin sampai dengan Jumat",
                    "hari Senin s.d Jumat",
                    "Hari kerja",
                    "Setiap hari kerja",
                    "Sen, Sel, Rab, Kam, Jum",
                ]
                .as_slice(),
                "1111100",
            ),
            (
                &["Selasa, Kamis", "Setiap Selasa dan Kamis", "Setiap hari Selasa & Kamis", "Sel/Kam"],
                "0101000",
            ),
            (&["Senin, Rabu dan Jumat", "Senin; Rabu; Jumat", "Senin Rabu Jumat"], "1010100"),
            (&["Sabtu & Minggu", "Sabtu, Ahad", "akhir pekan"], "0000011"),
            (&["Sen–Sab", "Senin hingga Sabtu"], "1111110"),
            (&["Sab-Sen"], "1000011"),
            (&["Senin-Rabu, Jumat"], "1110100"),
            (&["Setiap hari", "tiap hari", "Daily", "Senin-Minggu"], "1111111"),
            (
                &[
                    "08.00-14.00",
                    "08.00 s/d 14.00 WIB",
                    "08:00 – 14:00",
                    "08:00:00-14:00:00",
                    "8-14",
                    "jam 8.00 sampai 14.00",
                    "pukul 08.00 s.d. 14.00 WIB.",
                ],
                "08:00-14:00",
            ),
            (
                &["Senin-Jumat 08.00-14.00", "Senin - Jumat (08.00 - 14.00 WIB)", "Senin-Jumat, jam 8-14"],
                "1111100 08:00-14:00",
            ),
            (&["Senin-Kamis 08.00-15.00, Jumat 08.00-11.30", "08.00-12.00 dan 13.00-15.00"], "SeveralHours"),
            (&["", " "], ""),
            (
                &[
                    "besok",
                    "kapan saja",
                    "Setiap hari kecuali Minggu",
                    "Setiap Minggu",
                    "Minggu ke-2",
                    "selain Senin",
                    "Senin-",
                    "Senin-Jumat-Minggu",
                    "14-08",
                    "08.00-selesai",
                    "08.00",
                    "24 jam",
                    "Setiap",
                    "08.0-14.00",
                ],
                "Unknown",
            ),
        ] {
            for text in texts {
                assert_eq!(shown(text), expect, "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_written_panics(text in "[a-z0-9 .,:/&-]{0,24}|\\PC{0,24}") {
            let _ = opening(&text);
        }
    }
}
