//! Coordinates as people write and paste them.

use super::clean::clean;
use super::plus_code::plus_code;
use crate::geo::Coordinate;

/// An angle as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Angle {
    degrees: f64,
    /// Whether it says itself that it is north or south of the equator, or east or west of Greenwich.
    is_latitude: Option<bool>,
    /// The digits alone, where Excel may have taken their point away.
    digits: Option<f64>,
}

/// Reads latitude and longitude, which may both stand in one of the texts: `-6.2704` and `106,7614`, `6.2704 LS`,
/// `6°16'13"S`, `-6.2704, 106.7614`, an address of Google Maps. In the other order they are turned, and a point that Excel
/// took away (`-62704`) is put back, where only that lies in Jakarta.
///
/// `None` if there are not two angles. What is returned may lie far away: ask [`Coordinate::is_near_jakarta`].
pub fn coordinate(lat: &str, lon: &str) -> Option<Coordinate> {
    let mut angles = angles(lat)?;
    angles.extend(self::angles(lon)?);
    let [first, second] = <[Angle; 2]>::try_from(angles).ok()?;
    let (lat, lon) = match (first.is_latitude, second.is_latitude) {
        (Some(true), Some(false) | None) | (None, Some(false)) => (first, second),
        (Some(false), Some(true) | None) | (None, Some(true)) => (second, first),
        (None, None) => {
            let turned = near(second, first);
            return near(first, second).or(turned).or_else(|| Coordinate::new(first.degrees, second.degrees));
        }
        (Some(true), Some(true)) | (Some(false), Some(false)) => return None,
    };
    near(lat, lon).or_else(|| Coordinate::new(lat.degrees, lon.degrees))
}

/// As written, or with the points put back; only where that lies in Jakarta.
fn near(lat: Angle, lon: Angle) -> Option<Coordinate> {
    let restored = |angle: Angle, from: f64, to: f64| {
        if (from..=to).contains(&angle.degrees) {
            return Some(angle.degrees);
        }
        let shifted = std::iter::successors(angle.digits, |number| Some(number / 10.0));
        shifted.take(17).find(|number| (from..=to).contains(number))
    };
    let at = Coordinate::new(restored(lat, -7.0, -4.0)?, restored(lon, 106.0, 108.0)?)?;
    at.is_near_jakarta().then_some(at)
}

fn angles(text: &str) -> Option<Vec<Angle>> {
    let text = clean(text).trim().to_lowercase();
    match text.contains("://") || text.contains("maps.") {
        true => of_address(&text),
        false => match plus_code(&text) {
            Some(place) => Some(vec![exact(place.lat), exact(place.lon)]),
            None => of_text(&text),
        },
    }
}

/// An angle that is written as programs do.
fn exact(degrees: f64) -> Angle {
    Angle { degrees, is_latitude: None, digits: None }
}

/// The pin of an address of Google Maps; else what was asked for; else the middle of the map.
fn of_address(text: &str) -> Option<Vec<Angle>> {
    let text = text.replace("%2c", ",").replace("%20", "").replace('+', "");
    let after = |mark: &str| text.split_once(mark).map(|(_, after)| after);
    let number = |after: &str| {
        let end =
            after.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-'))).unwrap_or(after.len());
        after.get(..end).and_then(|number| number.parse::<f64>().ok())
    };
    if let Some((lat, lon)) = after("!3d").and_then(number).zip(after("!4d").and_then(number)) {
        return Some(vec![exact(lat), exact(lon)]);
    }
    ["q=loc:", "q=", "query=", "ll=", "destination=", "/search/", "/place/", "@"].iter().find_map(|mark| {
        let (lat, lon) = after(mark)?.split_once(',')?;
        Some(vec![exact(lat.parse().ok()?), exact(number(lon)?)])
    })
}

fn of_text(text: &str) -> Option<Vec<Angle>> {
    let mut angles = Vec::new();
    let mut rest = parts(text)?.into_iter().peekable();
    let mut before = None;
    while let Some(part) = rest.next() {
        match part {
            Part::Separator => {}
            Part::Side(side) => before = Some(side),
            Part::Mark(_) => return None,
            Part::Number { value, digits } => {
                let mut degrees = value.abs();
                let mut is_marked = false;
                let mut unit = rest.next_if(|part| matches!(part, Part::Mark(1))).map(|_| 60.0);
                while let (Some(per_degree), Some(Part::Number { value, .. })) = (unit, rest.peek()) {
                    let value = *value;
                    // Another angle begins: `6.2704° 106.7614°`.
                    let mark = if per_degree < 100.0 { 2 } else { 3 };
                    let mut ahead = rest.clone();
                    ahead.next();
                    if ahead.next() != Some(Part::Mark(mark)) {
                        break;
                    }
                    if !(0.0..60.0).contains(&value) {
                        return None;
                    }
                    rest.next();
                    rest.next();
                    degrees += value / per_degree;
                    is_marked = true;
                    unit = (mark == 2).then_some(3600.0);
                }
                let side = before.take().or_else(|| rest.next_if(|part| part.side().is_some())?.side());
                let is_negative = value.is_sign_negative() || side.is_some_and(|side| side.is_negative);
                let sign = if is_negative { -1.0 } else { 1.0 };
                angles.push(Angle {
                    degrees: sign * degrees,
                    is_latitude: side.map(|side| side.is_latitude),
                    digits: digits.filter(|_| !is_marked).map(|digits| sign * digits.abs()),
                });
            }
        }
    }
    Some(angles)
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Side {
    is_latitude: bool,
    is_negative: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    Number {
        value: f64,
        digits: Option<f64>,
    },
    /// Of degrees (1), minutes (2), seconds (3).
    Mark(u8),
    Side(Side),
    Separator,
}

impl Part {
    fn side(self) -> Option<Side> {
        match self {
            Self::Side(side) => Some(side),
            _ => None,
        }
    }
}

/// `None` where there is anything else.
fn parts(text: &str) -> Option<Vec<Part>> {
    let text = decimal_points(text)
        .replace("lintang selatan", "ls")
        .replace("lintang utara", "lu")
        .replace("bujur timur", "bt")
        .replace("bujur barat", "bb");
    let mut parts = Vec::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let is_part = |c: char| match first {
            '0'..='9' | '-' | '+' => c.is_ascii_digit() || c == '.',
            'a'..='z' => c.is_ascii_lowercase(),
            '\'' => c == '\'',
            _ => false,
        };
        let length = first.len_utf8();
        let len = length + rest.get(length..)?.find(|c| !is_part(c)).unwrap_or(rest.len() - length);
        let (part, after) = rest.split_at_checked(len)?;
        rest = after;
        parts.push(match part {
            "°" | "º" | "˚" | "derajat" | "deg" => Part::Mark(1),
            "'" | "′" | "’" | "‘" | "menit" => Part::Mark(2),
            "\"" | "″" | "”" | "“" | "''" | "detik" => Part::Mark(3),
            "ls" | "s" | "south" => Part::Side(Side { is_latitude: true, is_negative: true }),
            "lu" | "n" | "u" | "north" => Part::Side(Side { is_latitude: true, is_negative: false }),
            "bt" | "e" | "t" | "east" => Part::Side(Side { is_latitude: false, is_negative: false }),
            "bb" | "w" | "west" => Part::Side(Side { is_latitude: false, is_negative: true }),
            "," | ";" | "/" | "(" | ")" | ":" | "lat" | "lon" | "long" | "lng" | "latitude" | "longitude"
            | "lintang" | "bujur" => Part::Separator,
            blank if blank.trim().is_empty() => continue,
            number => number_of(number)?,
        });
    }
    Some(parts)
}

/// `-6.2704`; `1.067.614` and `-62.704` are what Excel makes of a number whose point it took for that of thousands.
fn number_of(text: &str) -> Option<Part> {
    let bare = text.strip_prefix(['-', '+']).unwrap_or(text);
    let groups: Vec<&str> = bare.split('.').collect();
    if groups.iter().any(|group| group.is_empty() || !group.bytes().all(|c| c.is_ascii_digit())) {
        return None;
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    let whole = groups.concat();
    let is_thousands = groups.iter().skip(1).all(|group| group.len() == 3);
    let digits = (is_thousands && whole.len() >= 4).then(|| format!("{sign}{whole}").parse().ok()).flatten();
    let value = match groups.len() {
        1 | 2 => format!("{sign}{bare}"),
        _ if is_thousands => format!("{sign}{whole}"),
        _ => return None,
    };
    Some(Part::Number { value: value.parse().ok()?, digits })
}

/// Commas of decimals become points; those between two numbers stay.
fn decimal_points(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let within: Vec<usize> = (0..chars.len())
        .filter(|at| chars.get(*at) == Some(&',') && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)))
        .collect();
    let has_points = (0..chars.len()).any(|at| chars.get(at) == Some(&'.') && is_digit(Some(at + 1)));
    // `-6,2704,106,7614`: the one in the middle stands between the numbers.
    let decimal = |at: usize| !has_points && (within.len() < 3 || within.get(1) != Some(&at));
    let point = |(at, c): (usize, &char)| if within.contains(&at) && decimal(at) { '.' } else { *c };
    chars.iter().enumerate().map(point).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(texts: &[(&str, &str)], expect: Option<(f64, f64)>) {
        for (lat, lon) in texts {
            let found = coordinate(lat, lon).map(|at| (at.lat, at.lon));
            let is_there = match (found, expect) {
                (Some(found), Some(expect)) => {
                    (found.0 - expect.0).abs() < 1e-9 && (found.1 - expect.1).abs() < 1e-9
                }
                (found, expect) => found.is_none() && expect.is_none(),
            };
            assert!(is_there, "{lat} | {lon}: {found:?}");
        }
    }

    #[test]
    fn coordinates_as_people_write_them() {
        check(
            &[
                ("-6.2704", "106.7614"),
                ("\u{2212}6.2704", "106.7614"),
                ("-6,2704", "106,7614"),
                ("-6.2704°", "106.7614°"),
                ("106.7614", "-6.2704"),
                ("106.7614 BT", "6.2704 LS"),
                ("-62704", "1067614"),
                ("-62.704", "1.067.614"),
                ("-6.2704, 106.7614", ""),
                ("", "-6.2704, 106.7614"),
                ("-6,2704,106,7614", ""),
                ("-6,2704; 106,7614", ""),
                ("-6,2704 106,7614", ""),
                ("(-6.2704, 106.7614)", ""),
                ("6.2704 LS", "106.7614 BT"),
                ("6.2704° Lintang Selatan", "106.7614° Bujur Timur"),
                ("S 6.2704", "E106.7614"),
                ("S 6.2704 E 106.7614", ""),
                ("S 6°16.224'", "E 106°45.684'"),
                ("lat: -6.2704, long: 106.7614", ""),
                ("https://www.google.com/maps/@-6.2704,106.7614,17z", ""),
                ("https://maps.google.com/?q=-6.2704,106.7614", ""),
                ("https://www.google.com/maps/place/SDN/@-6.1,106.9,17z/data=!3d-6.2704!4d106.7614", ""),
            ],
            Some((-6.2704, 106.7614)),
        );
        let seconds = Some((-(6.0 + 16.0 / 60.0 + 13.0 / 3600.0), 106.0 + 45.0 / 60.0 + 41.0 / 3600.0));
        check(
            &[
                ("6°16'13\"S", "106°45'41\"E"),
                ("6° 16’ 13” LS", "106° 45′ 41″ BT"),
                ("6°16'13\"S 106°45'41\"E", ""),
            ],
            seconds,
        );
        // They are far away, which is told from what cannot be read.
        check(&[("6.2704", "106.7614"), ("6.2704 LU", "106.7614 BT")], Some((6.2704, 106.7614)));
        check(
            &[
                ("", ""),
                ("-6.2704", ""),
                ("-6.2704", "106.7614 m"),
                ("6°16'13\"S", "6°16'13\"S"),
                ("6 16 13", "106 45 41"),
                ("6°76'13\"S", "106°45'41\"E"),
                ("https://maps.app.goo.gl/abc", ""),
                ("-6.27.04", "106.7614"),
            ],
            None,
        );
    }

    proptest! {
        #[test]
        fn nothing_written_panics(lat in "[-0-9.,°'\"lsbt ]{0,16}|\\PC{0,16}", lon in "[-0-9.,°'\"lsbt ]{0,16}") {
            let _ = coordinate(&lat, &lon);
        }
    }
}
