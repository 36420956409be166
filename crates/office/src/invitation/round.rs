//! A round of invitations: who is called, and when each comes.

use super::closed_points::ClosedPoints;
use super::schedule::Schedule;
use super::standing::{replaced_invitation, standing};
use crate::case::Case;
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::geography::Geography;
use crate::progress::{Progress, Work};
use crate::register::{Family, FamilyId, Origin, Register, Said, Unreadable};
use crate::replaced::Replaced;
use crate::reports::attendance;
use domain::{Actor, Date, Event, Invitation, PickupPoint, Status};
use std::collections::{BTreeMap, HashMap};

/// The families of each RT and their invitations.
pub type Called = BTreeMap<Origin, Vec<(FamilyId, Invitation)>>;

/// The families that are due and their calls, by point and RT.
type Due = BTreeMap<(usize, Origin), Vec<(FamilyId, u8)>>;

/// Nobody is called further ahead than so many days: it is a slip of the pen, and cannot be taken back.
const FURTHEST: i64 = 60;

/// Who is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Everybody whose turn this call is: 1, 2 or 3.
    Call(u8),
    /// Whoever was called to a point that has closed since. It stays the same call: nobody loses one by it.
    Moved,
}

/// What is asked for.
pub struct Round {
    /// Who is called.
    pub whom: Whom,
    /// The first day.
    pub from: Date,
    /// Calendar days.
    pub days: u16,
}

/// What came of it.
#[derive(Default)]
pub struct RoundOutcome {
    /// Who is called, and when.
    pub called: Called,
    /// Families that are due and found no room on these days.
    pub left: usize,
    /// Families that had no point allocated and were called to the nearest.
    pub unallocated: usize,
    /// Families for which there is no point at all.
    pub without_point: usize,
    /// Families that are not called before a person has looked: others stand in the place of those who were approved.
    pub replaced: usize,
    /// Families that are called again although no report says that they did not come.
    pub unreported: usize,
    /// Families whose turn it is not, for the point that they were called to has closed: they are called anew first.
    pub at_closed: usize,
    /// Families that are left out because they cannot be read.
    pub unreadable: Unreadable,
}

impl Round {
    /// Calls everybody who is due, as far as there is room. A second time finds nobody who is due.
    ///
    /// # Errors
    /// The day is too early or too late, there is no point, or the register cannot be read or written.
    pub fn call(&self, register: &Register, now: &Moment, progress: &dyn Progress) -> Result<RoundOutcome> {
        if self.from <= now.date {
            return Err(Fault::new(
                "undangan-terlambat",
                "Undangan harus sampai paling lambat sehari sebelumnya (H-1).",
                "Pilih --from sesudah hari ini.",
            ));
        }
        if self.from > now.date.plus_days(FURTHEST) {
            return Err(Fault::new(
                "undangan-terlalu-jauh",
                format!("Hari pertama, {}, lebih dari {FURTHEST} hari lagi.", self.from),
                "Periksa tahun dan bulan di --from.",
            ));
        }
        let points = register.points()?;
        if points.is_empty() {
            return Err(Fault::new(
                "titik",
                "Belum ada titik pengambilan.",
                "Masukkan daftar titik dengan `tepat points`.",
            ));
        }
        let mut schedules: Vec<Schedule> =
            points.iter().map(|point| Schedule::of(point, self.from, self.days)).collect();
        let mut outcome = RoundOutcome::default();
        let due = self.due(register, &points, &mut schedules, &mut outcome, now, progress)?;
        for ((at, origin), families) in due {
            let (Some(schedule), Some(point)) = (schedules.get_mut(at), points.get(at)) else { continue };
            let slots = schedule.place(families.len());
            let mut families = families.into_iter();
            let called = outcome.called.entry(origin).or_default();
            for slot in slots {
                for (family, call) in families.by_ref().take(slot.families) {
                    let (date, from, to) = (slot.date, slot.from, slot.to);
                    let invitation = Invitation { call, date, from, to, point: point.id.clone() };
                    self.record(register, family, &invitation, now)?;
                    called.push((family, invitation));
                }
            }
            outcome.left += families.len();
        }
        outcome.called.retain(|_, families| !families.is_empty());
        Ok(outcome)
    }

    /// The families that are due and their calls, by point and RT; the room of those that were called before is taken.
    fn due(
        &self,
        register: &Register,
        points: &[PickupPoint],
        schedules: &mut [Schedule],
        outcome: &mut RoundOutcome,
        now: &Moment,
        progress: &dyn Progress,
    ) -> Result<Due> {
        let by_id: HashMap<&str, usize> =
            points.iter().enumerate().map(|(at, point)| (point.id.as_str(), at)).collect();
        let replaced = Replaced::read(register)?;
        let geography = Geography::new(points.to_vec());
        let nearest = |family: &Family| {
            let point = geography.nearest(&family.household.area)?;
            by_id.get(point.id.as_str()).copied()
        };
        let mut due = Due::new();
        let closed = ClosedPoints::read(register)?;
        let bar = progress.begin(Work::ChooseFamilies, register.count_families()?);
        let unreadable = register.for_each_family(|cases| {
            for case in &cases {
                let family = &case.family;
                if let Some(invitation) = standing(&case.history)
                    && let Some(schedule) =
                        by_id.get(invitation.point.as_str()).and_then(|at| schedules.get_mut(*at))
                {
                    schedule.book(invitation);
                }
                if !family.stands() {
                    continue;
                }
                let is_closed = closed.has(&case.history);
                let Some(call) = self.call_of(case, is_closed, now.date) else { continue };
                if is_closed && self.whom != Whom::Moved {
                    outcome.at_closed += 1;
                    continue;
                }
                if replaced.is(case)? {
                    outcome.replaced += 1;
                    continue;
                }
                let allocated = register.point_of(family.id)?;
                let known = allocated.and_then(|id| by_id.get(id.as_str()).copied());
                outcome.unallocated += usize::from(known.is_none());
                let Some(at) = known.or_else(|| nearest(family)) else {
                    outcome.without_point += 1;
                    continue;
                };
                if let Some(missed) = standing(&case.history).filter(|_| !is_closed) {
                    let says = |said: &Said| said.topic == attendance::TOPIC && said.on >= missed.date;
                    outcome.unreported += usize::from(!register.said_of(family.id)?.iter().any(says));
                }
                due.entry((at, family.origin.clone())).or_default().push((family.id, call));
            }
            bar.advance(cases.len());
            Ok(())
        })?;
        outcome.unreadable = unreadable;
        outcome.unallocated -= outcome.without_point;
        Ok(due)
    }

    /// The call that a family is due: first every family on the final list that has no card yet; then whoever was called and did
    /// not come.
    fn call_of(&self, case: &Case, is_closed: bool, today: Date) -> Option<u8> {
        let last = standing(&case.history);
        match self.whom {
            Whom::Moved => last.filter(|_| is_closed).map(|last| last.call),
            Whom::Call(1) => (case.status() == Status::Approved && !case.has_card()).then_some(1),
            Whom::Call(call) => {
                last.is_some_and(|last| last.call + 1 == call && last.is_past(today)).then_some(call)
            }
        }
    }

    fn record(
        &self,
        register: &Register,
        family: FamilyId,
        invitation: &Invitation,
        now: &Moment,
    ) -> Result<()> {
        let event = Event { invitation: Some(invitation.clone()), ..Event::new(Status::Invited, now.date) };
        register.record(family, &event, Actor::Dinas, now)
    }
}

/// The families that were called in such a round on this day and are still called.
pub fn again(register: &Register, whom: Whom, day: Date) -> Result<RoundOutcome> {
    let is_of = |case: &Case, invitation: &Invitation| match whom {
        Whom::Call(call) => invitation.call == call,
        Whom::Moved => replaced_invitation(&case.history).is_some(),
    };
    let mut called = Called::new();
    let unreadable = register.for_each_family(|cases| {
        for case in &cases {
            let last = case.history.last().filter(|event| event.at == day);
            if let (Some(_), Some(invitation)) = (last, standing(&case.history).filter(|it| is_of(case, it)))
            {
                let family = &case.family;
                called.entry(family.origin.clone()).or_default().push((family.id, invitation.clone()));
            }
        }
        Ok(())
    })?;
    Ok(RoundOutcome { called, unreadable, ..RoundOutcome::default() })
}
