//! The least data per family that publishing needs, so that a city fits into the memory.

use domain::{Actor, Code, RegistrationCode, Status, mask};
use office::areas::name_of;
use office::case::Case;
use office::fault::{During, Result};
use office::register::{FamilyId, Origin};
use wire::{Areas, EventDto, FamilyOutcome, StatusRecord, Version};

/// One family.
pub(crate) struct PublicFamily {
    pub(crate) id: FamilyId,
    pub(crate) origin: Origin,
    pub(crate) status: Status,
    /// Whether another entry stands for it.
    pub(crate) is_double: bool,
    pub(crate) codes: Vec<RegistrationCode>,
    entered_by: Option<Actor>,
    name: String,
    kk_last_four: String,
    size: u16,
    /// As JSON, which is a third of what events take.
    events: Box<str>,
}

impl PublicFamily {
    pub(crate) fn of(case: &Case) -> Result<Self> {
        let household = &case.family.household;
        let events: Vec<EventDto> = case.history.events().iter().map(EventDto::from).collect();
        Ok(Self {
            id: case.family.id,
            origin: case.family.origin.clone(),
            status: case.status(),
            is_double: !case.family.stands(),
            codes: case.codes.clone(),
            entered_by: case.family.entered_by,
            name: mask::name(&household.head.name),
            kk_last_four: household.kk.map(|kk| kk.digits().last_four()).unwrap_or_default(),
            size: u16::try_from(household.size()).unwrap_or(u16::MAX),
            events: serde_json::to_string(&events).during("menulis riwayat")?.into_boxed_str(),
        })
    }

    fn events(&self) -> Result<Vec<EventDto>> {
        serde_json::from_str(&self.events).during("membaca riwayat")
    }

    /// To the family.
    pub(crate) fn to_family(&self, areas: &Areas) -> Result<StatusRecord> {
        Ok(StatusRecord {
            version: Version,
            name: self.name.clone(),
            kk_last_four: self.kk_last_four.clone(),
            area: self.origin.area.clone(),
            area_name: name_of(areas, &self.origin.area),
            rt: self.origin.rt,
            rw: self.origin.rw,
            size: self.size,
            events: self.events()?,
        })
    }

    /// To whoever listed it under this code.
    pub(crate) fn to_head(&self, code: RegistrationCode) -> Result<FamilyOutcome> {
        Ok(FamilyOutcome { code, entered_by: self.entered_by.map(Code::Known), events: self.events()? })
    }
}
