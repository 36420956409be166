//! The areas of government, by the codes of Kemendagri.

use crate::reading::clean;
use crate::text_serde::{as_text, text_schema};
use thiserror::Error;

/// Kemendagri code of a city, kecamatan or kelurahan: `31.74`, `31.74.10`, `31.74.10.1001`.
///
/// BPS uses the same numbers for other places (3171 is Jakarta Selatan there): its codes never come in here.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaCode(String);

/// Why a text is no area code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an area code like 31.74.10.1001")]
pub struct AreaFault;

impl AreaCode {
    /// Reads a code, with or without its dots.
    ///
    /// # Errors
    /// `AreaFault` unless it has 2, 4, 6 or 10 digits.
    pub fn parse(text: &str) -> Result<Self, AreaFault> {
        let digits: String = clean(text).trim().chars().filter(|c| *c != '.').collect();
        if !digits.chars().all(|c| c.is_ascii_digit()) || !matches!(digits.len(), 2 | 4 | 6 | 10) {
            return Err(AreaFault);
        }
        let mut code = String::with_capacity(13);
        for (i, c) in digits.chars().enumerate() {
            if matches!(i, 2 | 4 | 6) {
                code.push('.');
            }
            code.push(c);
        }
        Ok(Self(code))
    }

    /// The dotted form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it names a kelurahan.
    pub fn is_kelurahan(&self) -> bool {
        self.0.len() == 13
    }

    /// The code of the kecamatan, for a kecamatan or kelurahan.
    pub fn kecamatan(&self) -> Option<Self> {
        self.0.get(..8).map(|code| Self(code.to_owned()))
    }

    /// The code of the city or regency, unless this is a province.
    pub fn city(&self) -> Option<Self> {
        self.0.get(..5).map(|code| Self(code.to_owned()))
    }

    /// Whether it lies in Kepulauan Seribu, which is reached by boat: distances there never cross the water.
    pub fn is_island(&self) -> bool {
        self.0.starts_with("31.01")
    }
}

/// The name of one of Jakarta's cities by the first four digits of a NIK or KK, for the hint beside the field.
pub fn city_name(region: u32) -> Option<&'static str> {
    match region {
        3101 => Some("Kepulauan Seribu"),
        3171 => Some("Jakarta Pusat"),
        3172 => Some("Jakarta Utara"),
        3173 => Some("Jakarta Barat"),
        3174 => Some("Jakarta Selatan"),
        3175 => Some("Jakarta Timur"),
        _ => None,
    }
}

impl std::fmt::Display for AreaCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

as_text!(AreaCode, "an area code like 31.74.10.1001");
text_schema!(AreaCode, "^[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?$");

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        assert_eq!(AreaCode::parse(text).ok().map(|c| c.0).as_deref(), expect, "{text}");
    }

    #[test]
    fn codes() {
        check("31.74.10.1001", Some("31.74.10.1001"));
        check("3174101001", Some("31.74.10.1001"));
        check("31.74", Some("31.74"));
        check("31.74.1", None);
        check("Ulujami", None);
        check("", None);
    }

    #[test]
    fn parents() {
        let code = AreaCode::parse("31.01.02.1001").unwrap();
        assert_eq!(code.kecamatan().unwrap().as_str(), "31.01.02");
        assert_eq!(code.city().unwrap().as_str(), "31.01");
        assert!(code.is_kelurahan() && code.is_island());
    }
}
