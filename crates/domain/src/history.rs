//! What happened to a family: where it stands, and what may follow.

use crate::cause::Cause;
use crate::date::Date;
use crate::reason::Reason;
use crate::status::{Event, Status};
use thiserror::Error;

/// The events of a family, oldest first. A family without any was just proposed. What was taken back is not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    events: Vec<Event>,
    written: usize,
}

/// A status may not follow the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{to} may not follow {from}")]
pub struct IllegalTransition {
    /// Where the family stands.
    pub from: Status,
    /// Where it was to go.
    pub to: Status,
}

impl History {
    /// The events.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// How many were written down, with those that were taken back and those that took them back.
    pub fn written(&self) -> usize {
        self.written
    }

    /// Puts every event within the limits; whether any was over them.
    pub fn limit(&mut self) -> bool {
        self.events.iter_mut().fold(false, |is_over, event| event.limit() | is_over)
    }

    /// The last event, which says where the family stands.
    pub fn last(&self) -> Option<&Event> {
        self.events.last()
    }

    /// Where the family stands.
    pub fn status(&self) -> Status {
        self.last().map_or(Status::Proposed, |event| event.status)
    }

    /// Why it stands there, where there is a why.
    pub fn reason(&self) -> Option<Reason> {
        self.last()?.reason
    }

    /// Whether it was ever on the final list.
    pub fn was_recipient(&self) -> bool {
        self.events.iter().any(|event| event.status.is_recipient())
    }

    /// Whether it is on the final list, also while it is held.
    pub fn has_aid(&self) -> bool {
        let status = self.status();
        status.is_recipient() || (status == Status::Held && self.is_recipient_on_main_line())
    }

    /// Whether it is held because two RT list the family, and nobody has found out which is right.
    pub fn is_contested(&self) -> bool {
        let last = self.last();
        last.is_some_and(|it| it.status == Status::Held && it.cause == Some(Cause::ListedElsewhere))
    }

    /// Whether it was ever given the card.
    pub fn has_card(&self) -> bool {
        self.events.iter().any(|event| matches!(event.status, Status::CardReceived | Status::Paid))
    }

    /// How often the money of a tahap came to the family.
    pub fn payments(&self, tahap: u16) -> usize {
        self.count(tahap, |event| event.status == Status::Paid)
    }

    /// How often it went back again.
    pub fn returns(&self, tahap: u16) -> usize {
        self.count(tahap, |event| event.cause == Some(Cause::PaymentReturned))
    }

    /// Whether the family has the money of a tahap.
    pub fn is_paid(&self, tahap: u16) -> bool {
        self.payments(tahap) > self.returns(tahap)
    }

    fn count(&self, tahap: u16, is: impl Fn(&Event) -> bool) -> usize {
        let of_tahap = self.events.iter().filter(|event| event.tahap == Some(tahap) && !event.resumed);
        of_tahap.filter(|event| is(event)).count()
    }

    /// The last event on the main line: where the family comes back to after it was held.
    pub fn on_main_line(&self) -> Option<&Event> {
        self.events.iter().rev().find(|event| event.status.is_on_main_line())
    }

    fn is_recipient_on_main_line(&self) -> bool {
        self.on_main_line().is_some_and(|event| event.status.is_recipient())
    }

    /// What a refusal is from here: whoever has the aid is removed, everybody else refused.
    pub fn refusal(&self) -> Status {
        if self.is_recipient_on_main_line() && self.status().allows(Status::Removed) {
            Status::Removed
        } else {
            Status::Refused
        }
    }

    /// Back to where a held family was, with its tahap and invitation; nothing happens a second time. One that had not been
    /// verified yet is verified now.
    pub fn resumed(&self, at: Date) -> Event {
        match self.on_main_line().filter(|event| Status::Held.allows(event.status)) {
            Some(event) => {
                Event { at, reason: None, cause: None, note: String::new(), resumed: true, ..event.clone() }
            }
            None => Event::new(Status::Verified, at),
        }
    }

    /// Whether an event may follow.
    ///
    /// # Errors
    /// It may not.
    pub fn check(&self, to: Status) -> Result<(), IllegalTransition> {
        self.last().map_or(Ok(()), |last| last.status.check(to))
    }

    /// Whether this event may follow. Of a family on the final list money may come back whatever became of it since: several
    /// tahap at once, or one that is long past.
    ///
    /// # Errors
    /// It may not.
    pub fn may_add(&self, event: &Event) -> Result<(), IllegalTransition> {
        self.last().map_or(Ok(()), |last| last.may_precede(event))
    }

    /// Adds an event.
    ///
    /// # Errors
    /// It may not follow.
    pub fn push(&mut self, event: Event) -> Result<(), IllegalTransition> {
        self.may_add(&event)?;
        self.written += 1;
        self.events.push(event);
        Ok(())
    }

    /// Every pair of neighbours of which the second may not follow the first.
    pub fn illegal(&self) -> impl Iterator<Item = IllegalTransition> {
        self.events.windows(2).filter_map(|pair| match pair {
            [one, next] => one.may_precede(next).err(),
            _ => None,
        })
    }
}

impl Event {
    /// Whether `next` may follow, see [`History::may_add`].
    ///
    /// # Errors
    /// It may not.
    pub fn may_precede(&self, next: &Self) -> Result<(), IllegalTransition> {
        let is_return = next.cause == Some(Cause::PaymentReturned) && next.status == Status::CardReceived;
        // Whoever waits for money that came back stays on the list of the tahap that follow.
        let is_next_tahap = self.cause == Some(Cause::PaymentReturned) && next.status == Status::Approved;
        let may = is_next_tahap || (is_return && self.status.is_recipient());
        if may { Ok(()) } else { self.status.check(next.status) }
    }
}

impl Status {
    /// Whether `to` may follow.
    ///
    /// # Errors
    /// It may not.
    pub fn check(self, to: Self) -> Result<(), IllegalTransition> {
        if self.allows(to) { Ok(()) } else { Err(IllegalTransition { from: self, to }) }
    }
}

/// As they were written down: whether each may follow is what [`History::illegal`] finds out.
impl FromIterator<Event> for History {
    fn from_iter<T: IntoIterator<Item = Event>>(events: T) -> Self {
        let mut written = 0;
        let events = in_force(events.into_iter().inspect(|_| written += 1), |event| event.takes_back);
        Self { events, written }
    }
}

/// Of what was written down, what nothing later takes back. `takes_back`: how many of those before one takes back.
pub fn in_force<T>(written: impl IntoIterator<Item = T>, takes_back: impl Fn(&T) -> u16) -> Vec<T> {
    let mut holds: Vec<T> = Vec::new();
    for one in written {
        match takes_back(&one) {
            0 => holds.push(one),
            count => holds.truncate(holds.len().saturating_sub(usize::from(count))),
        }
    }
    holds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on() -> Date {
        Date::parse("2021-03-12").unwrap()
    }

    fn history(statuses: &str) -> History {
        let event = |status| Event { tahap: Some(2), ..Event::new(Status::parse(status).unwrap(), on()) };
        statuses.split_whitespace().map(event).collect()
    }

    #[test]
    fn a_held_family_goes_back_to_where_it_was() {
        let check = |statuses: &str, expect: &str, tahap: Option<u16>, resumed: bool| {
            let event = history(statuses).resumed(on());
            assert_eq!(
                (event.status.code(), event.tahap, event.resumed),
                (expect, tahap, resumed),
                "{statuses}"
            );
        };
        check("diusulkan ditetapkan tertunda", "ditetapkan", Some(2), true);
        check("diusulkan ditetapkan cair tertunda", "cair", Some(2), true);
        check("diusulkan ditetapkan diundang tertunda", "diundang", Some(2), true);
        check("diusulkan tertunda", "diverifikasi", None, false);
        check("diusulkan dikembalikan tertunda", "diverifikasi", None, false);
    }

    #[test]
    fn whoever_has_the_aid_is_removed_and_everybody_else_refused() {
        let check = |statuses: &str, has_aid: bool, refusal: &str| {
            let history = history(statuses);
            assert_eq!((history.has_aid(), history.refusal().code()), (has_aid, refusal), "{statuses}");
        };
        check("", false, "ditolak");
        check("diusulkan", false, "ditolak");
        check("diusulkan tertunda", false, "ditolak");
        check("diusulkan ditetapkan", true, "dicoret");
        check("diusulkan ditetapkan tertunda", true, "dicoret");
        check("diusulkan ditetapkan dicoret", false, "ditolak");
        check("diusulkan ditetapkan dicoret diusulkan", false, "ditolak");
    }

    #[test]
    fn money_comes_and_goes_back_tahap_by_tahap() {
        let mut history = history("diusulkan ditetapkan kartu-diterima cair tertunda");
        history.push(history.resumed(on())).unwrap();
        assert_eq!((history.payments(2), history.is_paid(2), history.is_paid(1)), (1, true, false));
        let returned = Event {
            tahap: Some(2),
            cause: Some(Cause::PaymentReturned),
            ..Event::new(Status::CardReceived, on())
        };
        history.push(returned).unwrap();
        assert_eq!((history.returns(2), history.is_paid(2)), (1, false));
        history.push(Event { tahap: Some(2), ..Event::new(Status::Paid, on()) }).unwrap();
        assert_eq!((history.payments(2), history.is_paid(2)), (2, true));
    }

    #[test]
    fn what_is_taken_back_never_happened() {
        let written = |statuses: &str, takes_back: u16, then: &str| -> History {
            let mark = Event { takes_back, ..Event::new(Status::Proposed, on()) };
            let before = history(statuses).events().to_vec().into_iter();
            before.chain([mark]).chain(history(then).events().to_vec()).collect()
        };
        let check = |history: History, expect: &str, written: usize| {
            let codes: Vec<_> = history.events().iter().map(|event| event.status.code()).collect();
            assert_eq!((codes.join(" ").as_str(), history.written()), (expect, written));
        };
        check(written("diusulkan ditetapkan diundang", 2, ""), "diusulkan", 4);
        check(written("diusulkan ditetapkan", 1, "ditetapkan"), "diusulkan ditetapkan", 4);
        check(written("diusulkan", 9, "diusulkan"), "diusulkan", 3);
        let history = written("diusulkan ditetapkan kartu-diterima cair", 1, "");
        assert_eq!((history.is_paid(2), history.has_card(), history.payments(2)), (false, true, 0));
    }

    #[test]
    fn what_may_not_follow_is_an_error() {
        let mut history = history("diusulkan ditolak");
        let error = history.push(Event::new(Status::Paid, on())).unwrap_err();
        assert_eq!(error, IllegalTransition { from: Status::Refused, to: Status::Paid });
        assert_eq!(history.events().len(), 2);
        history.push(Event::new(Status::Proposed, on())).unwrap();
        assert_eq!(history.status(), Status::Proposed);
        let leaping = self::history("diusulkan ditolak cair");
        assert_eq!(leaping.illegal().collect::<Vec<_>>(), [error]);
    }
}
