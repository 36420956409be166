//! What the offices said last, as it is stored.

use super::{Stored, records, values};
use domain::{Actor, Code, Date, Reason, RegistrationCode, Rt, Status, TimeOfDay};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;
use wire::{CauseDto, EventDto, FamilyOutcome, InvitationDto, Outcome, RtProgress, StatusCount, Version};

#[derive(Serialize, Deserialize)]
pub struct OutcomeRecord {
    version: Version<1>,
    /// None where an earlier version of the app stored it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    serial: Option<NonZeroU32>,
    edition: u32,
    families: Vec<FamilyOutcomeRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    progress: Vec<RtProgressRecord>,
}

#[derive(Serialize, Deserialize)]
pub struct FamilyOutcomeRecord {
    code: RegistrationCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entered_by: Option<Code<Actor>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    of_phone: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    same_as: Option<RegistrationCode>,
    events: Vec<EventRecord>,
}

#[derive(Serialize, Deserialize)]
pub struct EventRecord {
    status: Code<Status>,
    at: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Code<Reason>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cause: Option<CauseDto>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    invitation: Option<InvitationRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tahap: Option<u16>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    resumed: bool,
}

#[derive(Serialize, Deserialize)]
pub struct InvitationRecord {
    call: u8,
    date: Date,
    from: TimeOfDay,
    to: TimeOfDay,
    point: String,
}

#[derive(Serialize, Deserialize)]
pub struct RtProgressRecord {
    rt: Rt,
    enrolled: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    listed_on: Option<Date>,
    families: Vec<StatusCountRecord>,
}

#[derive(Serialize, Deserialize)]
pub struct StatusCountRecord {
    status: Code<Status>,
    families: u32,
}

impl Stored for Outcome {
    type Record = OutcomeRecord;

    fn to_record(&self) -> OutcomeRecord {
        let Self { version: Version, serial, edition, families, progress } = self;
        let (families, progress) = (records(families), records(progress));
        OutcomeRecord {
            version: Version,
            serial: NonZeroU32::new(*serial),
            edition: *edition,
            families,
            progress,
        }
    }

    fn from_record(record: OutcomeRecord) -> Self {
        let OutcomeRecord { version: Version, serial, edition, families, progress } = record;
        let serial = serial.map_or(0, NonZeroU32::get);
        Self { version: Version, serial, edition, families: values(families), progress: values(progress) }
    }
}

impl Stored for FamilyOutcome {
    type Record = FamilyOutcomeRecord;

    fn to_record(&self) -> FamilyOutcomeRecord {
        let Self { code, entered_by, of_phone, same_as, events } = self;
        let (entered_by, events) = (entered_by.clone(), records(events));
        FamilyOutcomeRecord { code: *code, entered_by, of_phone: *of_phone, same_as: *same_as, events }
    }

    fn from_record(record: FamilyOutcomeRecord) -> Self {
        let FamilyOutcomeRecord { code, entered_by, of_phone, same_as, events } = record;
        Self { code, entered_by, of_phone, same_as, events: values(events) }
    }
}

impl Stored for EventDto {
    type Record = EventRecord;

    fn to_record(&self) -> EventRecord {
        let Self { status, at, reason, cause, note, invitation, tahap, resumed } = self.clone();
        let invitation = invitation.as_ref().map(InvitationDto::to_record);
        EventRecord { status, at, reason, cause, note, invitation, tahap, resumed }
    }

    fn from_record(record: EventRecord) -> Self {
        let EventRecord { status, at, reason, cause, note, invitation, tahap, resumed } = record;
        let invitation = invitation.map(InvitationDto::from_record);
        Self { status, at, reason, cause, note, invitation, tahap, resumed }
    }
}

impl Stored for InvitationDto {
    type Record = InvitationRecord;

    fn to_record(&self) -> InvitationRecord {
        let Self { call, date, from, to, point } = self.clone();
        InvitationRecord { call, date, from, to, point }
    }

    fn from_record(record: InvitationRecord) -> Self {
        let InvitationRecord { call, date, from, to, point } = record;
        Self { call, date, from, to, point }
    }
}

impl Stored for RtProgress {
    type Record = RtProgressRecord;

    fn to_record(&self) -> RtProgressRecord {
        let Self { rt, enrolled, listed_on, families } = self;
        let families = records(families);
        RtProgressRecord { rt: *rt, enrolled: *enrolled, listed_on: *listed_on, families }
    }

    fn from_record(record: RtProgressRecord) -> Self {
        let RtProgressRecord { rt, enrolled, listed_on, families } = record;
        Self { rt, enrolled, listed_on, families: values(families) }
    }
}

impl Stored for StatusCount {
    type Record = StatusCountRecord;

    fn to_record(&self) -> StatusCountRecord {
        let Self { status, families } = self.clone();
        StatusCountRecord { status, families }
    }

    fn from_record(record: StatusCountRecord) -> Self {
        let StatusCountRecord { status, families } = record;
        Self { status, families }
    }
}
