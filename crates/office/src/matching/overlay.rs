//! Two lists of numbers, each in its order, laid beside one another in one pass.

/// Numbers of a list with the places where they stand on it.
pub(super) struct Overlay {
    sorted: Vec<(i64, usize)>,
    at: usize,
}

impl Overlay {
    /// The numbers in whatever order.
    pub(super) fn of(numbers: impl Iterator<Item = (i64, usize)>) -> Self {
        let mut sorted: Vec<_> = numbers.collect();
        sorted.sort_unstable();
        Self { sorted, at: 0 }
    }

    /// Where a number stands on the list. It must be asked for numbers that never grow less.
    pub(super) fn places(&mut self, number: i64) -> impl Iterator<Item = usize> + '_ {
        while self.sorted.get(self.at).is_some_and(|(its, _)| *its < number) {
            self.at += 1;
        }
        let rest = self.sorted.get(self.at..).unwrap_or_default();
        rest.iter().take_while(move |(its, _)| *its == number).map(|(_, place)| *place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_pair_is_found_in_whatever_order(
            list in prop::collection::vec(0..20_i64, 0..30),
            mut asked in prop::collection::vec(0..20_i64, 0..30),
        ) {
            asked.sort_unstable();
            let mut overlay = Overlay::of(list.iter().copied().zip(0..));
            for number in asked {
                let expect: Vec<usize> = (0..list.len()).filter(|at| list[*at] == number).collect();
                prop_assert_eq!(overlay.places(number).collect::<Vec<_>>(), expect);
            }
        }
    }
}
