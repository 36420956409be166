//! How many buckets there are, which families share one, and how many places it has.

use crate::secrets::Keyed;
use seal::bucket::Room;

/// So many families share a bucket at least: whoever sees which bucket is fetched learns no more than one in so many.
const SHARE: usize = 32;
/// Places come in these steps, so that they are not others with every family.
const STEP: usize = 8;
/// Whoever lists families can choose KK numbers that fall into one bucket. Then the bucket is full, and no bucket becomes
/// longer. Without malice one in 10^17 has so many.
const MOST: Room = Room { documents: 96, capsules: 384 };

/// All buckets of one kind.
pub(super) struct Plan<'a> {
    pub(super) buckets: Vec<Bucketful<'a>>,
    /// The places in each of them.
    pub(super) room: Room,
    /// Records that found no place.
    pub(super) left_out: usize,
}

/// What goes into one bucket.
pub(super) struct Bucketful<'a>(Vec<&'a [Keyed]>);

impl<'a> Plan<'a> {
    /// Spreads records over buckets. They lie in the order of their places.
    pub(super) fn of(keyed: &'a [Keyed]) -> Self {
        let families: Vec<&[Keyed]> =
            keyed.chunk_by(|a, b| (a.place, a.family) == (b.place, b.family)).collect();
        let count = buckets(families.len());
        let (mut rest, mut left_out) = (families.as_slice(), 0);
        let buckets: Vec<Bucketful<'a>> = (0..count)
            .map(|number| {
                let is_before =
                    |own: &&[Keyed]| own.first().is_some_and(|keyed| keyed.place.among(count) <= number);
                let (own, others) = rest.split_at(rest.partition_point(is_before));
                rest = others;
                let bucketful = Bucketful::of(own);
                left_out += own.len() - bucketful.0.len();
                bucketful
            })
            .collect();
        let most = |of: fn(&Bucketful<'_>) -> usize| {
            buckets.iter().map(of).max().unwrap_or(0).max(SHARE).next_multiple_of(STEP)
        };
        let room = Room { documents: most(|it| it.0.len()), capsules: most(|it| it.capsules()) };
        Self { buckets, room, left_out }
    }

    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.buckets.len()).unwrap_or(u32::MAX)
    }
}

impl<'a> Bucketful<'a> {
    /// The families that were listed first, as far as there is room.
    fn of(own: &[&'a [Keyed]]) -> Self {
        let mut own = own.to_vec();
        if own.len() > MOST.documents || capsules(&own) > MOST.capsules {
            own.sort_by_key(|keyed| keyed.first().map(|keyed| keyed.family));
            let mut room = MOST;
            own.retain(|keyed| {
                let fits = room.documents > 0 && room.capsules >= keyed.len();
                if fits {
                    room = Room { documents: room.documents - 1, capsules: room.capsules - keyed.len() };
                }
                fits
            });
        }
        Self(own)
    }

    /// What opens the record of each family.
    pub(super) fn families(&self) -> impl Iterator<Item = &'a [Keyed]> + '_ {
        self.0.iter().copied()
    }

    fn capsules(&self) -> usize {
        capsules(&self.0)
    }
}

fn capsules(families: &[&[Keyed]]) -> usize {
    families.iter().map(|keyed| keyed.len()).sum()
}

/// As many buckets as give each [`SHARE`] families or a few more: a number of eight steps to the double, so that it is another,
/// and with it every bucket, only when the families have become an eighth more.
fn buckets(families: usize) -> u32 {
    let wanted = u32::try_from(families / SHARE).unwrap_or(u32::MAX).clamp(1, 1 << 20);
    let step = (1_u32 << wanted.ilog2()).div_ceil(8);
    wanted / step * step
}

#[cfg(test)]
mod tests {
    use super::buckets;

    #[test]
    fn a_bucket_holds_at_least_as_many_families_as_share_it() {
        for (families, expect) in
            [(0, 1), (1, 1), (63, 1), (64, 2), (1_000, 30), (1_055_216, 32_768), (2_000_000, 61_440)]
        {
            assert_eq!(buckets(families), expect, "{families}");
        }
    }
}
