//! What a family does next. It follows from where the family stands, and from day and hour.

use domain::{Code, Date, Invitation, Moment, Reason, Status};
use wire::{EventDto, StatusRecord};

/// The one thing to do, or to wait for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Wait: the kelurahan looks at the list of the RT.
    WaitForKelurahan,
    /// Wait: Dinas Sosial checks the data.
    WaitForCheck,
    /// Wait: the final list is being made.
    WaitForList,
    /// Wait for the invitation, which RT or RW brings at least one day ahead.
    WaitForInvitation,
    /// Wait for the money: the card is there already.
    WaitForMoney,
    /// Come to the distribution point.
    Come(Invitation),
    /// The last hour of the call has passed; another comes by itself.
    WaitForNextCall(Invitation),
    /// That of the last call has passed: ask.
    AskAfterLastCall(Invitation),
    /// The card works from this day on.
    UseCardFrom(Date),
    /// The money is in the account.
    Withdraw,
    /// The RT must mend the data.
    MendWithRt,
    /// Nothing: lists are being compared.
    NothingWhileMatched,
    /// Another office pays.
    AskKemensos,
    /// Object (*sanggah*), if the reason is wrong.
    Object(Reason),
    /// Ask the RT why it took the family back.
    AskRt,
    /// This version of the app does not know the status: reload it.
    ReloadApp,
}

impl NextStep {
    /// What follows for the family; `None` for a record without any event.
    pub fn of(record: &StatusRecord, now_is: Moment) -> Option<Self> {
        let now = record.current()?;
        let Some(status) = now.status.known() else { return Some(Self::ReloadApp) };
        let reason = || now.reason.as_ref().and_then(Code::known).unwrap_or(Reason::Other);
        Some(match status {
            Status::Proposed => Self::WaitForKelurahan,
            Status::KelurahanReview => Self::WaitForCheck,
            Status::Verified => Self::WaitForList,
            Status::Approved if record.reached(Status::CardReceived) || record.reached(Status::Paid) => {
                Self::WaitForMoney
            }
            Status::Approved => Self::WaitForInvitation,
            Status::Invited => {
                now.invitation.as_ref().map_or(Self::WaitForInvitation, |call| called(call.into(), now_is))
            }
            // Usable from the day after the card was handed out.
            Status::CardReceived => Self::UseCardFrom(now.at.plus_days(1)),
            Status::Paid => Self::Withdraw,
            Status::Returned => Self::MendWithRt,
            Status::Held => Self::NothingWhileMatched,
            Status::Transferred => Self::AskKemensos,
            Status::Refused | Status::Removed => Self::Object(reason()),
            Status::Withdrawn => Self::AskRt,
        })
    }

    /// The invitation that this step is about.
    pub fn invitation(&self) -> Option<&Invitation> {
        match self {
            Self::Come(call) | Self::WaitForNextCall(call) | Self::AskAfterLastCall(call) => Some(call),
            _ => None,
        }
    }
}

fn called(call: Invitation, now_is: Moment) -> NextStep {
    match (call.is_over(now_is), call.is_last()) {
        (false, _) => NextStep::Come(call),
        (true, false) => NextStep::WaitForNextCall(call),
        (true, true) => NextStep::AskAfterLastCall(call),
    }
}

/// What still lies ahead of a family on the main line, after `now`; nothing for one that has left it or arrived, or whose
/// status is not known.
pub fn ahead(now: &EventDto) -> &'static [Status] {
    use Status::{Approved, CardReceived, Invited, KelurahanReview, Paid, Verified};
    const LINE: &[Status] = &[KelurahanReview, Verified, Approved, Invited, CardReceived, Paid];
    let after = |status| LINE.iter().position(|step| *step == status).and_then(|at| LINE.get(at + 1..));
    match now.status.known() {
        Some(Status::Proposed) => LINE,
        Some(Status::Held) => LINE.get(2..).unwrap_or_default(),
        status => status.and_then(after).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AreaCode, Event, Rt, Rw, TimeOfDay};
    use wire::Version;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    /// In the morning of a day, or at an hour of it.
    fn at(text: &str) -> Moment {
        let noted = if text.contains('T') { text.to_owned() } else { [text, "T08:00"].concat() };
        Moment::parse(&noted).unwrap()
    }

    fn call(number: u8) -> Invitation {
        let (from, to) = (TimeOfDay::parse("09:00").unwrap(), TimeOfDay::parse("11:00").unwrap());
        Invitation { call: number, date: date("2021-03-18"), from, to, point: "SDN-ULJ-01".into() }
    }

    /// A family that went through `statuses`, one a day from 8 March 2021, with the reason or call of the last.
    fn family(statuses: &[Status], reason: Option<Reason>, invitation: Option<Invitation>) -> StatusRecord {
        let first = date("2021-03-08");
        let mut events: Vec<Event> =
            (0..).zip(statuses).map(|(days, status)| Event::new(*status, first.plus_days(days))).collect();
        if let Some(last) = events.last_mut() {
            (last.reason, last.invitation) = (reason, invitation);
        }
        StatusRecord {
            version: Version,
            name: "S••• A•••••".into(),
            kk_last_four: "9012".into(),
            area: AreaCode::parse("31.74.10.1001").unwrap(),
            area_name: "Ulujami".into(),
            at: None,
            rt: Rt::parse("005").unwrap(),
            rw: Rw::parse("002").unwrap(),
            size: 4,
            events: events.iter().map(EventDto::from).collect(),
            shortened: false,
            brief: false,
        }
    }

    fn check(statuses: &[Status], expect: NextStep) {
        let today = at("2021-03-12");
        assert_eq!(NextStep::of(&family(statuses, None, None), today), Some(expect), "{statuses:?}");
    }

    #[test]
    fn every_status_has_a_next_step() {
        use Status::{Approved, CardReceived, Held, Invited, Paid, Proposed, Refused, Returned, Transferred};
        for status in Status::ALL {
            assert!(NextStep::of(&family(&[*status], None, None), at("2021-03-12")).is_some(), "{status}");
        }
        check(&[Proposed], NextStep::WaitForKelurahan);
        check(&[Proposed, Approved], NextStep::WaitForInvitation);
        check(&[CardReceived, Paid, Approved], NextStep::WaitForMoney);
        check(&[Invited], NextStep::WaitForInvitation);
        check(&[Approved, CardReceived], NextStep::UseCardFrom(date("2021-03-10")));
        check(&[Paid], NextStep::Withdraw);
        check(&[Returned], NextStep::MendWithRt);
        check(&[Held], NextStep::NothingWhileMatched);
        check(&[Held, Transferred], NextStep::AskKemensos);
        check(&[Refused], NextStep::Object(Reason::Other));
        assert_eq!(NextStep::of(&family(&[], None, None), at("2021-03-12")), None);
    }

    #[test]
    fn a_missed_call_is_followed_by_another_up_to_the_third() {
        for (number, today, expect) in [
            (1, "2021-03-12", NextStep::Come(call(1))),
            (1, "2021-03-18", NextStep::Come(call(1))),
            (1, "2021-03-18T10:59", NextStep::Come(call(1))),
            (1, "2021-03-18T11:00", NextStep::WaitForNextCall(call(1))),
            (1, "2021-03-19", NextStep::WaitForNextCall(call(1))),
            (3, "2021-03-18T10:59", NextStep::Come(call(3))),
            (3, "2021-03-18T11:00", NextStep::AskAfterLastCall(call(3))),
            (3, "2021-03-19", NextStep::AskAfterLastCall(call(3))),
        ] {
            let family = family(&[Status::Invited], None, Some(call(number)));
            assert_eq!(NextStep::of(&family, at(today)), Some(expect), "call {number} on {today}");
        }
    }

    #[test]
    fn a_reason_is_objected_to() {
        let family = family(&[Status::Proposed, Status::Refused], Some(Reason::OtherAid), None);
        assert_eq!(NextStep::of(&family, at("2021-03-12")), Some(NextStep::Object(Reason::OtherAid)));
    }

    #[test]
    fn nothing_is_told_of_a_status_that_is_not_known() {
        let mut family = family(&[Status::Approved, Status::Invited], None, Some(call(1)));
        family.events[1].status = Code::Unknown("menunggu-survei".into());
        assert_eq!(NextStep::of(&family, at("2021-03-12")), Some(NextStep::ReloadApp));
        assert!(ahead(&family.events[1]).is_empty());
        // A reason that is not known leaves the rest of the event as it is.
        family.events[1].status = Status::Refused.into();
        family.events[1].reason = Some(Code::Unknown("kuota-penuh".into()));
        assert_eq!(NextStep::of(&family, at("2021-03-12")), Some(NextStep::Object(Reason::Other)));
    }

    #[test]
    fn what_lies_ahead() {
        for (status, expect) in [
            (Status::Proposed, 6),
            (Status::Approved, 3),
            (Status::Paid, 0),
            (Status::Held, 4),
            (Status::Refused, 0),
            (Status::Transferred, 0),
        ] {
            let now = EventDto::from(&Event::new(status, date("2021-03-08")));
            assert_eq!(ahead(&now).len(), expect, "{status}");
        }
    }
}
