//! Where the families of a list live.

use crate::areas::areas;
use crate::clock::Moment;
use domain::{AreaCode, Rt, Rw};
use lists::{Context, Correction};

/// Where the families of a list live, as far as that is known of the whole list: a row that says otherwise of RT and RW is right.
pub struct ListPlace {
    /// The kelurahan.
    pub area: AreaCode,
    /// The RW.
    pub rw: Option<Rw>,
    /// The RT.
    pub rt: Option<Rt>,
}

impl ListPlace {
    /// What the reader is told of a list.
    pub(super) fn context(&self, corrections: Vec<Correction>, now: &Moment) -> Context {
        Context {
            area: self.area.clone(),
            kelurahan: areas().find(&self.area).map(|area| area.name.clone()),
            default_rt: self.rt,
            default_rw: self.rw,
            today: now.date,
            corrections,
        }
    }
}
