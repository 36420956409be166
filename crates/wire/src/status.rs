//! What a record of `status/` holds when it is opened: the fate of one family.

use crate::areas::{Area, CoordinateDto};
use crate::event::EventDto;
use crate::version::Version;
use domain::{AreaCode, Date, Rt, Rw, Status};
use serde::{Deserialize, Serialize};

/// What is told to whoever knows the KK number and a NIK, or the registration code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatusRecord {
    /// Version of the record.
    pub version: Version<1>,
    /// Name of the head, masked.
    pub name: String,
    /// Last four digits of the KK number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kk_last_four: String,
    /// Kelurahan of domicile.
    pub area: AreaCode,
    /// Its name, so that one file is enough.
    pub area_name: String,
    /// The middle of the kelurahan, as in `areas.json`; none where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<CoordinateDto>,
    /// RT of domicile.
    pub rt: Rt,
    /// RW of domicile.
    pub rw: Rw,
    /// People in the family.
    pub size: u16,
    /// What happened, oldest first; the last is the present state.
    pub events: Vec<EventDto>,
    /// Whether something was left out to fit the length of all records: the oldest first, never the present state.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shortened: bool,
    /// Whether the office tells only this much to whoever asks with numbers; the code opens the rest.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub brief: bool,
}

impl StatusRecord {
    /// The kelurahan, as `areas.json` has it.
    pub fn kelurahan(&self) -> Area {
        Area { code: self.area.clone(), name: self.area_name.clone(), at: self.at }
    }

    /// Where the family stands.
    pub fn current(&self) -> Option<&EventDto> {
        self.events.last()
    }

    /// Since when it has stood there: the first of the last run of events of one status.
    pub fn since(&self) -> Option<Date> {
        let status = &self.current()?.status;
        self.events.iter().rev().take_while(|event| event.status == *status).last().map(|event| event.at)
    }

    /// Whether it was ever at `status`.
    pub fn reached(&self, status: Status) -> bool {
        self.events.iter().any(|event| event.status == status)
    }
}
