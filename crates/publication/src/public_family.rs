//! The least data per family that publishing needs, so that a city fits into the memory.

use domain::{Actor, Code, RegistrationCode, Status, mask};
use office::areas::name_of;
use office::case::Case;
use office::fault::{During, Result};
use office::register::{FamilyId, Origin};
use wire::{Areas, EventDto, FamilyOutcome, PairView, StatusRecord, Version};

/// One family.
pub(crate) struct PublicFamily {
    pub(crate) id: FamilyId,
    pub(crate) origin: Origin,
    pub(crate) status: Status,
    /// Whether another entry stands for it.
    pub(crate) is_double: bool,
    /// Whether it is on the final list.
    pub(crate) has_aid: bool,
    /// Whether another RT lists it too, and nobody has found out which is right: whoever knows its numbers may be of either.
    is_contested: bool,
    /// Whether only its codes open its record.
    pub(crate) pair_closed: bool,
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
            has_aid: case.history.has_aid(),
            is_contested: case.history.is_contested(),
            pair_closed: case.pair_closed,
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

    /// To whoever asks with a code of the family (`pair` is none), or with its numbers.
    pub(crate) fn to_family(&self, areas: &Areas, pair: Option<PairView>) -> Result<StatusRecord> {
        let record = self.whole(areas)?;
        Ok(match pair {
            None => record,
            Some(PairView::Full) if !self.is_contested => without_notes(record),
            Some(_) => brief(record),
        })
    }

    fn whole(&self, areas: &Areas) -> Result<StatusRecord> {
        Ok(StatusRecord {
            version: Version,
            name: self.name.clone(),
            kk_last_four: self.kk_last_four.clone(),
            area: self.origin.area.clone(),
            area_name: name_of(areas, &self.origin.area),
            at: areas.find(&self.origin.area).and_then(|area| area.at),
            rt: self.origin.rt,
            rw: self.origin.rw,
            size: self.size,
            events: self.events()?,
            shortened: false,
            brief: false,
        })
    }

    /// To the head of its RT or RW, under one of its codes; `of_phone`: a phone of that head gave it.
    pub(crate) fn to_head(&self, code: RegistrationCode, of_phone: bool) -> Result<FamilyOutcome> {
        let same_as = self.codes.first().copied().filter(|first| *first != code);
        let (entered_by, events) = (self.entered_by.map(Code::Known), self.events()?);
        Ok(FamilyOutcome { code, entered_by, of_phone, same_as, events })
    }
}

/// What an officer wrote of a family is for those who hold its code: numbers have leaked.
fn without_notes(mut record: StatusRecord) -> StatusRecord {
    record.events.iter_mut().for_each(|event| event.note.clear());
    record
}

/// Where the family stands and when it is called; neither how it came there nor why. Whether it has its card already is
/// part of that: it decides what an approval leads to.
fn brief(record: StatusRecord) -> StatusRecord {
    let mut events = record.events;
    let now = events.pop();
    let has_card = |event: &EventDto| event.status == Status::CardReceived || event.status == Status::Paid;
    let card = events.into_iter().rfind(has_card);
    let events = card.into_iter().chain(now).map(|event| EventDto {
        reason: None,
        cause: None,
        note: String::new(),
        ..event
    });
    StatusRecord { events: events.collect(), brief: true, ..record }
}
