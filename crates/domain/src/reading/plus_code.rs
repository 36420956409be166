//! Plus codes, the places of Google Maps for where no street has a name (<https://github.com/google/open-location-code>).
//!
//! Only reading is needed, of codes in Jakarta: the crates for it bring a library of geometry into the page.

use crate::geo::Coordinate;

/// The digits of a code.
const DIGITS: &str = "23456789cfghjmpqrvwx";

/// So many stand before the `+` of a whole code.
const WHOLE: usize = 8;

/// Beyond so many each digit names one of twenty parts of the place.
const PAIRED: usize = 10;

/// The middle of the place that a code in a text names: `6P58QRJ6+XX`, or `QRJ6+XX Pesanggrahan`, which is meant in Jakarta. In small
/// letters. `None`: there is no code, or more than one place in Jakarta has a short one like it.
pub(super) fn plus_code(text: &str) -> Option<Coordinate> {
    let code = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/')).find_map(digits)?;
    match code.before {
        WHOLE => middle(&code.digits),
        4 => {
            // A short code leaves the degrees out. A degree north of the city lies the sea, with islands.
            let names_islands = ["pulau", "seribu"].iter().any(|word| text.contains(word));
            let squares: &[&str] =
                if names_islands { &["6p58", "6p59", "6p68", "6p69"] } else { &["6p58", "6p59"] };
            let mut places = squares.iter().filter_map(|square| {
                let digits: Option<Vec<u8>> = square.chars().map(digit).collect();
                middle(&[digits?, code.digits.clone()].concat()).filter(Coordinate::is_near_jakarta)
            });
            let place = places.next();
            place.filter(|_| places.next().is_none())
        }
        _ => None,
    }
}

/// The digits of a code, as numbers.
struct Code {
    digits: Vec<u8>,
    /// How many of them stand before the `+`.
    before: usize,
}

fn digits(word: &str) -> Option<Code> {
    let (before, after) = word.split_once('+')?;
    let digits: Option<Vec<u8>> = before.chars().chain(after.chars()).map(digit).collect();
    let digits = digits.filter(|_| (2..=7).contains(&after.len()))?;
    Some(Code { digits, before: before.len() })
}

fn digit(c: char) -> Option<u8> {
    DIGITS.find(c).and_then(|at| u8::try_from(at).ok())
}

/// The middle of the place: digits name squares within squares, south to north and west to east in turn.
fn middle(digits: &[u8]) -> Option<Coordinate> {
    let (mut lat, mut lon) = (-90.0, -180.0);
    let (mut height, mut width) = (400.0, 400.0);
    let (pairs, parts) = digits.split_at_checked(PAIRED.min(digits.len()))?;
    for pair in pairs.chunks(2) {
        let [north, east] = pair else { return None };
        (height, width) = (height / 20.0, width / 20.0);
        lat += height * f64::from(*north);
        lon += width * f64::from(*east);
    }
    for part in parts {
        (height, width) = (height / 5.0, width / 4.0);
        lat += height * f64::from(part / 4);
        lon += width * f64::from(part % 4);
    }
    Coordinate::new(lat + height / 2.0, lon + width / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: Option<(f64, f64)>) {
        let found = plus_code(text).map(|at| (at.lat, at.lon));
        let is_there = match (found, expect) {
            (Some(found), Some(expect)) => {
                (found.0 - expect.0).abs() < 2e-4 && (found.1 - expect.1).abs() < 2e-4
            }
            (found, expect) => found.is_none() && expect.is_none(),
        };
        assert!(is_there, "{text}: {found:?}");
    }

    #[test]
    fn places_of_codes() {
        // From the test data of the codes.
        check("7fg49qcj+2v", Some((20.370_062_5, 2.782_187_5)));
        check("8fvc9g8f+6xq", Some((47.365_577, 8.524_997)));
        for text in ["6p58pqh6+rh", "pqh6+rh pesanggrahan, kota jakarta selatan", "sdn 01, pqh6+rh"] {
            check(text, Some((-6.2704, 106.7614)));
        }
        // A degree apart lie the city and an island.
        check("pqh6+rh pulau untung jawa", None);
    }

    #[test]
    fn what_is_no_code() {
        for text in ["", "6,2704 + 106", "+6.2704", "a+b", "8fwc2345+", "8fwc+", "23+45", "sdn 01 + aula"] {
            check(text, None);
        }
    }

    proptest! {
        #[test]
        fn nothing_written_panics(text in "[23456789cfghjmpqrvwx+ ,é]{0,20}") {
            plus_code(&text);
        }
    }
}
