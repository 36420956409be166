//! How much is in the memory at once.

use super::source::Found;

/// The most envelopes that are opened together.
const ENVELOPES: usize = 128;
/// The most bytes of them: opened and read a list takes five times as much.
const BYTES: u64 = 16 * 1024 * 1024;

/// Splits what was found into what is opened together: at least one, and no more than fits.
pub(super) fn batches<'a, 'f>(mut found: &'a [&'f Found]) -> impl Iterator<Item = &'a [&'f Found]> {
    std::iter::from_fn(move || {
        let mut bytes = 0_u64;
        let fits = |one: &&&Found| {
            bytes = bytes.saturating_add(one.size.unwrap_or(BYTES));
            bytes <= BYTES
        };
        let count = found.iter().take(ENVELOPES).take_while(fits).count().max(1).min(found.len());
        let (some, rest) = found.split_at_checked(count)?;
        found = rest;
        (!some.is_empty()).then_some(some)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_fits_and_at_least_one() {
        const MIB: u64 = 1024 * 1024;
        for (sizes, expect) in [
            (vec![], vec![]),
            (vec![Some(1); 300], vec![128, 128, 44]),
            (vec![Some(11 * MIB); 3], vec![1, 1, 1]),
            (vec![Some(6 * MIB); 5], vec![2, 2, 1]),
            (vec![Some(100 * MIB), Some(1), Some(1)], vec![1, 2]),
            (vec![None, None], vec![1, 1]),
        ] {
            let all: Vec<Found> = sizes
                .iter()
                .map(|size| Found { path: String::new(), name: String::new(), at: None, size: *size })
                .collect();
            let all: Vec<&Found> = all.iter().collect();
            assert_eq!(batches(&all).map(<[_]>::len).collect::<Vec<_>>(), expect, "{sizes:?}");
        }
    }
}
