//! Between documents and the domain: the only place where one becomes the other.

mod cause;
mod places;
mod received_list;
mod sent_list;

use crate::event::{EventDto, InvitationDto};
use domain::{Code, Event, Invitation};

impl From<&Event> for EventDto {
    fn from(event: &Event) -> Self {
        let Event { status, at, reason, cause, note, invitation, tahap, resumed } = event;
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
