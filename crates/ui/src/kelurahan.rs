//! Finding a kelurahan by what somebody types.

use domain::{AreaCode, search};
use wire::Areas;

/// A kelurahan as it is offered: with its kecamatan, which tells namesakes apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kelurahan {
    /// Its code.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
    /// The name of its kecamatan.
    pub kecamatan: String,
}

/// More than this nobody reads on a phone.
const MOST_OFFERED: usize = 7;

impl Kelurahan {
    /// The kelurahan with this code.
    pub fn find(areas: &Areas, code: &AreaCode) -> Option<Self> {
        let kecamatan = areas.find(&code.kecamatan()?).map(|area| area.name.clone()).unwrap_or_default();
        Some(Self { code: code.clone(), name: areas.find(code)?.name.clone(), kecamatan })
    }

    /// The kelurahan that fit what was typed, best first; forgives spelling. The kecamatan may be typed along, as in
    /// `Ulujami Pesanggrahan`, which is also how a chosen one is shown.
    pub fn search(typed: &str, areas: &Areas) -> Vec<Self> {
        let all = areas.areas.iter().filter(|area| area.code.is_kelurahan() && area.middle().is_some());
        let mut found: Vec<(usize, Self)> = all
            .filter_map(|area| Self::find(areas, &area.code))
            .filter_map(|kelurahan| {
                let whole = search::score(typed, &kelurahan.shown());
                let score = search::score(typed, &kelurahan.name).into_iter().chain(whole).min()?;
                Some((score, kelurahan))
            })
            .collect();
        found.sort_by(|(a, x), (b, y)| {
            a.cmp(b).then_with(|| x.name.cmp(&y.name)).then_with(|| x.code.cmp(&y.code))
        });
        found.into_iter().take(MOST_OFFERED).map(|(_, kelurahan)| kelurahan).collect()
    }

    /// `Ulujami, Pesanggrahan`
    pub fn shown(&self) -> String {
        [self.name.as_str(), ", ", self.kecamatan.as_str()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::{Area, CoordinateDto, Version};

    fn areas() -> Areas {
        let areas = [
            ("31.74", "Jakarta Selatan"),
            ("31.74.10", "Pesanggrahan"),
            ("31.74.10.1001", "Ulujami"),
            ("31.74.10.1003", "Pesanggrahan"),
            ("31.71.02", "Sawah Besar"),
            ("31.71.02.1003", "Kartini"),
            ("31.71.03", "Kemayoran"),
            ("31.71.03.1008", "Harapan Mulya"),
            ("31.72.06", "Kelapa Gading"),
            ("31.72.06.1001", "Kelapa Gading Barat"),
            ("31.72.06.1002", "Kelapa Gading Timur"),
        ];
        let area = |(code, name): (&str, &str)| Area {
            code: AreaCode::parse(code).unwrap(),
            name: name.into(),
            at: (code.len() == 13).then_some(CoordinateDto { lat: -6.2, lon: 106.8 }),
        };
        Areas { version: Version, areas: areas.map(area).into() }
    }

    fn check(typed: &str, expect: &[&str]) {
        let found: Vec<String> = Kelurahan::search(typed, &areas()).iter().map(Kelurahan::shown).collect();
        assert_eq!(found, expect, "{typed}");
    }

    #[test]
    fn forgives_spelling() {
        check("ulujami", &["Ulujami, Pesanggrahan"]);
        check("Oeloejami", &["Ulujami, Pesanggrahan"]);
        check("ulujmai", &["Ulujami, Pesanggrahan"]);
        check("harapan mulia", &["Harapan Mulya, Kemayoran"]);
        check("gading", &["Kelapa Gading Barat, Kelapa Gading", "Kelapa Gading Timur, Kelapa Gading"]);
        check("Ulujami, Pesanggrahan", &["Ulujami, Pesanggrahan"]);
        check("bandung", &[]);
        check("", &[]);
    }

    #[test]
    fn a_name_outweighs_a_kecamatan() {
        check("pesanggrahan", &["Pesanggrahan, Pesanggrahan", "Ulujami, Pesanggrahan"]);
    }
}
