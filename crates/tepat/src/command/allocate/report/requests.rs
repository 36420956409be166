//! What came of the requests for a nearer point.

use super::super::ground::Ground;
use super::super::seeker::Seekers;
use office::fault::Result;
use office::register::Register;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

#[derive(Debug, Default, Serialize)]
pub(super) struct Requests {
    made: usize,
    honoured: usize,
    /// Those of them that go elsewhere from now on.
    moved: usize,
    /// `penuh`, `seberang-laut`, `titik-tidak-ada`, `tanpa-titik`
    not_honoured: BTreeMap<&'static str, Vec<String>>,
}

impl Requests {
    pub(super) fn new(
        register: &Register,
        ground: &Ground,
        seekers: &Seekers,
        seats: &[Option<usize>],
    ) -> Result<Self> {
        let mut requests = Self::default();
        for (seeker, seat) in seekers.all.iter().zip(seats) {
            let Some(wish) = seeker.wish else { continue };
            requests.made += 1;
            match wish.unmet(ground, seeker.home, *seat) {
                None => {
                    requests.honoured += 1;
                    let before = seeker.before.map(|(site, _)| site);
                    requests.moved += usize::from(before.is_some() && before != *seat);
                }
                Some(why) => {
                    let code = register.codes(seeker.id)?.first().map(ToString::to_string);
                    requests.not_honoured.entry(why).or_default().extend(code);
                }
            }
        }
        Ok(requests)
    }
}

impl Display for Requests {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { made, honoured, moved, not_honoured } = self;
        if *made > 0 {
            writeln!(
                f,
                "{made} keluarga minta titik lebih dekat: {honoured} terpenuhi ({moved} di antaranya baru pindah)."
            )?;
        }
        let mut refused = not_honoured.iter();
        refused.try_for_each(|(why, codes)| writeln!(f, "  {} belum: {}", codes.len(), sentence(why)))
    }
}

fn sentence(why: &str) -> &'static str {
    match why {
        "penuh" => "titik yang lebih dekat atau yang diminta sudah penuh",
        "seberang-laut" => "titik yang diminta ada di seberang laut",
        "titik-tidak-ada" => "titik yang diminta sudah tidak ada",
        _ => "tidak ada titik yang dapat dicapai",
    }
}
