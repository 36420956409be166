//! How far families have to go.

use serde::Serialize;

/// Further than this is far: half an hour on foot.
const FAR: u32 = 2000;

/// Distances in metres, *garis lurus* from the middle of the kelurahan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Distances {
    /// So many families.
    pub families: u64,
    /// The way of a family on average.
    pub mean_metres: u64,
    /// Nineteen in twenty have no further to go.
    pub p95_metres: u32,
    /// The longest way.
    pub worst_metres: u32,
    /// Families that have over 2 km to go.
    pub over_2_km: u64,
    /// The share of those, in percent.
    pub over_2_km_percent: f64,
    /// All of their ways together.
    #[serde(skip)]
    pub metres: u64,
}

impl Distances {
    /// The figures of ways: so many metres for so many families.
    pub(super) fn of(mut ways: Vec<(u32, u64)>) -> Self {
        ways.retain(|(_, families)| *families > 0);
        ways.sort_unstable();
        let families: u64 = ways.iter().map(|(_, families)| families).sum();
        let metres: u64 = ways.iter().map(|(metres, families)| u64::from(*metres) * families).sum();
        let over_2_km = ways.iter().filter(|(metres, _)| *metres > FAR).map(|(_, families)| families).sum();
        let nineteen_in_twenty = (families * 19).div_ceil(20);
        let mut nearer = 0;
        let p95 = ways.iter().find(|(_, there)| {
            nearer += there;
            nearer >= nineteen_in_twenty
        });
        Self {
            families,
            mean_metres: (metres + families / 2) / families.max(1),
            p95_metres: p95.map_or(0, |(metres, _)| *metres),
            worst_metres: ways.last().map_or(0, |(metres, _)| *metres),
            over_2_km,
            over_2_km_percent: percent(over_2_km, families),
            metres,
        }
    }
}

/// A share in percent, to one decimal.
fn percent(part: u64, whole: u64) -> f64 {
    f64::from(u16::try_from((part * 1000 + whole / 2) / whole.max(1)).unwrap_or(u16::MAX)) / 10.0
}

#[cfg(test)]
mod tests {
    use super::Distances;

    #[test]
    fn figures() {
        let figures = Distances::of(vec![(3000, 1), (100, 18), (2000, 1), (9, 0)]);
        let Distances {
            families,
            mean_metres,
            p95_metres,
            worst_metres,
            over_2_km,
            over_2_km_percent,
            metres,
        } = figures;
        assert_eq!((families, mean_metres, p95_metres, worst_metres), (20, 340, 2000, 3000));
        assert_eq!((over_2_km, over_2_km_percent, metres), (1, 5.0, 6800));
        assert_eq!(Distances::of(vec![]), Distances::default());
    }
}
