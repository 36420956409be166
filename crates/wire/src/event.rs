//! What happened to a family, as documents tell it.

use crate::cause::CauseDto;
use domain::{Code, Date, Event, Invitation, Reason, Status, TimeOfDay};
use serde::{Deserialize, Serialize};

/// Something that happened to a family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Event"))]
pub struct EventDto {
    /// What it came to.
    pub status: Code<Status>,
    /// When.
    pub at: Date,
    /// Why, where there is a why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Code<Reason>>,
    /// What the machine found, where it decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<CauseDto>,
    /// What a person wrote, shown to the family.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// For `diundang`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<InvitationDto>,
    /// For `ditetapkan` and `cair`: the tahap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tahap: Option<u16>,
    /// Whether the family only came back to where it had been before it was held: nothing happened a second time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub resumed: bool,
}

/// When and where a family collects its card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Invitation"))]
pub struct InvitationDto {
    /// 1, 2 or 3.
    pub call: u8,
    /// The day.
    pub date: Date,
    /// From this hour …
    pub from: TimeOfDay,
    /// … to this one.
    pub to: TimeOfDay,
    /// Id of the distribution point in `points.json`.
    pub point: String,
}

impl EventDto {
    /// Why: the reason that is given, or the one that goes without saying.
    pub fn reason(&self) -> Option<Code<Reason>> {
        self.reason.clone().or_else(|| self.status.known()?.usual_reason().map(Code::Known))
    }
}

impl From<&Event> for EventDto {
    fn from(event: &Event) -> Self {
        let Event { status, at, reason, cause, note, invitation, tahap, resumed, takes_back: _ } = event;
        Self {
            status: (*status).into(),
            at: *at,
            reason: reason.map(Code::Known),
            cause: cause.as_ref().map(Into::into),
            note: note.clone(),
            invitation: invitation.as_ref().map(InvitationDto::from),
            tahap: *tahap,
            resumed: *resumed,
        }
    }
}

impl From<&Invitation> for InvitationDto {
    fn from(invitation: &Invitation) -> Self {
        let Invitation { call, date, from, to, point } = invitation;
        Self { call: *call, date: *date, from: *from, to: *to, point: point.clone() }
    }
}

impl From<&InvitationDto> for Invitation {
    fn from(invitation: &InvitationDto) -> Self {
        let InvitationDto { call, date, from, to, point } = invitation;
        Self { call: *call, date: *date, from: *from, to: *to, point: point.clone() }
    }
}
