//! Lists that suddenly name many families of an RT of which the office has never heard: at once, or a few with each of many lists.
//! Whoever has a stolen link and leaked numbers would send such lists: a person asks the head before any more of it is taken in.

use super::opened_envelope::OpenedEnvelope;
use crate::areas::{areas, name_of};
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{Growth, Origin, Register, Scope};
use domain::{AreaCode, ListedHousehold};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

/// Why such a list is held.
pub const MANY_NEW: &str = "banyak-keluarga-baru";
/// An RT with no more families than this is of the usual size: 35 in the mean (domain.md, The process, 1).
const USUAL_SIZE: usize = 50;
/// What phones brought in so many days counts together with a list: a round of listing takes a few weeks.
const DAYS: i64 = 30;

impl OpenedEnvelope {
    /// Why the list is held, if it is: with what phones brought lately, it names of one RT more than `many` families that are new
    /// there, more than half of those that the RT had, and the RT becomes larger by them than RT usually are. Of the list of an RW
    /// the same is asked of all its RT together: an RT may be made up.
    pub fn many_new(&self, register: &Register, many: u32, now: &Moment) -> Result<Option<Fault>> {
        let many = usize::try_from(many).unwrap_or(usize::MAX);
        let mut unknown = BTreeMap::<Origin, Vec<ListedHousehold>>::new();
        for listed in self.list.households.iter().filter_map(|listed| listed.read().0) {
            if let Some(origin) = self.office.scope.origin_of(&listed.household)
                && register.family_with_code(&listed.code)?.is_none()
            {
                unknown.entry(origin).or_default().push(listed);
            }
        }
        let since = now.days_before(DAYS);
        let mut new_of_all = 0;
        for (origin, families) in &unknown {
            let mut new = 0;
            for listed in families {
                new += usize::from(self.intake(listed, origin, None, listed.listed_on).is_new(register)?);
            }
            new_of_all += new;
            let Origin { area, rw, rt } = origin.clone();
            let scope = Scope { area, rw, rt: Some(rt) };
            let growth = register.growth(&scope, &since)?;
            if is_sudden(growth, new, many) {
                return Ok(Some(self.held_for(new, growth, &format!("RT {rt} / RW {rw}"))));
            }
        }
        let scope = &self.office.scope;
        if scope.rt.is_none() && new_of_all > 0 {
            let growth = register.growth(scope, &since)?;
            if is_sudden(growth, new_of_all, many) {
                return Ok(Some(self.held_for(new_of_all, growth, &format!("semua RT di RW {}", scope.rw))));
            }
        }
        Ok(None)
    }

    fn held_for(&self, new: usize, Growth { before, recent, .. }: Growth, place: &str) -> Fault {
        let with_others = if recent > 0 {
            format!(" Dengan {recent} yang masuk dari HP dalam {DAYS} hari ini menjadi {}.", recent + new)
        } else {
            String::new()
        };
        Fault::new(
            MANY_NEW,
            format!(
                "Daftar dari {} ini menyebut {new} keluarga baru sekaligus di {place}, yang sebelumnya punya {before}.{with_others}",
                self.office.scope
            ),
            format!(
                "Tanyakan kepada ketuanya lewat nomor yang sudah dikenal. Bila benar: `tepat collect --accept {} --by NAMA`; bila tidak: `tepat enrol revoke {}`.",
                self.file(),
                self.office.id
            ),
        )
    }
}

/// A kelurahan to which phones lately brought many families.
#[derive(Debug, Serialize)]
pub struct GrowingKelurahan {
    area: AreaCode,
    /// So many it had before.
    pub before: usize,
    /// So many have come since.
    pub recent: usize,
}

impl GrowingKelurahan {
    /// The kelurahan, where it grew by more than half and by more than an RT has. Whoever holds many links sends few families by
    /// each: no list of them is held, and the kelurahan is named. In the first round all is new, and nothing is named.
    pub fn of(register: &Register, area: &AreaCode, now: &Moment) -> Result<Option<Self>> {
        let Growth { before, recent, .. } = register.growth_of_kelurahan(area, &now.days_before(DAYS))?;
        let is_named = before > 0 && recent > before / 2 && recent > USUAL_SIZE;
        Ok(is_named.then(|| Self { area: area.clone(), before, recent }))
    }
}

impl Display for GrowingKelurahan {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { area, before, recent } = self;
        write!(
            f,
            "PERIKSA: {recent} keluarga masuk dari HP di {} dalam {DAYS} hari, sebelumnya {before}. Tanyakan kepada kelurahannya apakah ada pendataan.",
            name_of(&areas(), area)
        )
    }
}

/// Whether so many new families are many, beside what was there before and what has come lately.
fn is_sudden(Growth { before, recent, rts }: Growth, new: usize, many: usize) -> bool {
    let sum = recent + new;
    new > 0 && sum > many && sum > before / 2 && before + sum > USUAL_SIZE * rts.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_lately_counts_with_the_list() {
        for (before, recent, rts, new, expect) in [
            (0, 0, 0, 50, false),
            (0, 0, 0, 51, true),
            (35, 0, 1, 20, false),
            (35, 0, 1, 21, true),
            (60, 0, 1, 30, false),
            (60, 0, 1, 31, true),
            // A few with each list.
            (35, 20, 1, 1, true),
            (35, 10, 1, 10, false),
            (35, 40, 1, 0, false),
            (0, 40, 0, 10, false),
            (0, 40, 0, 11, true),
            // An RW.
            (350, 0, 10, 150, false),
            (350, 100, 10, 76, true),
            (350, 0, 10, 176, true),
            (0, 0, 0, 51, true),
        ] {
            let growth = Growth { before, recent, rts };
            assert_eq!(is_sudden(growth, new, 20), expect, "{growth:?} {new}");
        }
    }
}
