//! The ledger of invitations: every call of every family, and what the head of the RT saw of it.

use crate::family::Family;
use crate::family_id::FamilyId;
use crate::register::PhoneRegister;
use domain::{Attendance, Code, Date, Invitation, Mark, Remarks, Status};
use wire::EventDto;

/// A call of a family to a distribution point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The family on this phone.
    pub family: FamilyId,
    /// The name of its head.
    pub name: String,
    /// Where it lives.
    pub home: String,
    /// When and where.
    pub invitation: Invitation,
    /// What the offices noted after it.
    pub followed_by: Option<Code<Status>>,
}

/// The calls to one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// By hour, then by name.
    pub calls: Vec<Call>,
}

/// What was seen of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The family was told.
    pub told: Option<Mark>,
    /// Who came, or that nobody did.
    pub came: Option<Mark>,
}

/// What the head of the RT does about a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Tell the family, a day ahead at the latest.
    Tell,
    /// Wait for the day.
    Wait,
    /// Mark who came.
    Mark,
    /// Nothing: all is known.
    Nothing,
}

impl PhoneRegister {
    /// What the offices say of a family, oldest first, also of what it was before its last change.
    pub fn fate(&self, family: &Family) -> &[EventDto] {
        let fate = self
            .outcome
            .as_ref()
            .zip(family.code())
            .and_then(|(outcome, code)| outcome.families.iter().find(|fate| fate.code == code));
        fate.map(|fate| fate.events.as_slice()).unwrap_or_default()
    }

    /// The calls of a family, the first first. A call that was put off stands on its new day only.
    pub fn calls(&self, family: &Family) -> Vec<Call> {
        let mut calls: Vec<Call> = Vec::new();
        for event in self.fate(family) {
            if let Some(invitation) = &event.invitation {
                calls.retain(|call| call.invitation.call != invitation.call);
            }
            if let Some(last) = calls.last_mut() {
                last.followed_by = Some(event.status.clone());
            }
            if let Some(invitation) = event.invitation.as_ref().map(Invitation::from) {
                let (name, home) = (family.name().to_owned(), self.home(family));
                calls.push(Call { family: family.id, name, home, invitation, followed_by: None });
            }
        }
        calls
    }

    /// Every call by its day: today and the days to come, then those that are over, the last first.
    pub fn ledger(&self, today: Date) -> Vec<Day> {
        let mut days: Vec<Day> = Vec::new();
        for call in self.by_name().into_iter().flat_map(|family| self.calls(family)) {
            let date = call.invitation.date;
            match days.iter_mut().find(|day| day.date == date) {
                Some(day) => day.calls.push(call),
                None => days.push(Day { date, calls: vec![call] }),
            }
        }
        days.iter_mut().for_each(|day| day.calls.sort_by_key(|call| call.invitation.from));
        days.sort_by_key(|day| (day.date < today, day.date.days_until(today).abs()));
        days
    }

    /// How many marks the offices do not know of yet, also that one was taken back.
    pub fn unsent_marks(&self) -> usize {
        let differs = |family: &Family| {
            let sent = family.sent.as_ref().map(|sent| sent.remarks.marks.as_slice()).unwrap_or_default();
            let here = &family.remarks.marks;
            let new = here.iter().filter(|mark| !sent.contains(mark)).count();
            let gone = sent.iter().filter(|mark| !here.iter().any(|here| place(here) == place(mark))).count();
            new + gone
        };
        self.present().map(differs).sum()
    }
}

impl Day {
    /// The calls that no later word of the offices has replaced.
    pub fn valid(&self) -> Vec<Call> {
        self.calls.iter().filter(|call| call.followed_by.is_none()).cloned().collect()
    }
}

impl Call {
    /// Whether it is marked who came: also where the family was called again, but not where it has gone on since.
    pub fn is_marked(&self) -> bool {
        self.followed_by.as_ref().is_none_or(|status| *status == Status::Invited)
    }

    /// What is to be done about it.
    pub fn due(&self, seen: &Seen, today: Date) -> Due {
        let has_come = self.invitation.date <= today;
        // Called again: why nobody came is still asked.
        let is_open = self.is_marked() && (self.followed_by.is_none() || has_come);
        match () {
            () if seen.came.is_some() || !is_open => Due::Nothing,
            () if has_come => Due::Mark,
            () if seen.told.is_some() => Due::Wait,
            () => Due::Tell,
        }
    }
}

impl Seen {
    /// What was marked of a call.
    pub fn of(remarks: &Remarks, call: u8) -> Self {
        let at = |told| remarks.marks.iter().rfind(|mark| place(mark) == (call, told)).cloned();
        Self { told: at(true), came: at(false) }
    }
}

/// Where a mark stands: a call is told once, and ends once.
fn place(mark: &Mark) -> (u8, bool) {
    (mark.call, mark.attendance == Attendance::Told)
}

/// Puts a mark in the place of the one before.
pub fn mark(remarks: &mut Remarks, mark: Mark) {
    remarks.marks.retain(|other| place(other) != place(&mark));
    remarks.marks.push(mark);
}

/// Takes back that the family was `told`, or what came of the call.
pub fn unmark(remarks: &mut Remarks, call: u8, told: bool) {
    remarks.marks.retain(|mark| place(mark) != (call, told));
}

#[cfg(test)]
mod tests;
