//! Lists of families by where they stand, for whoever asks on the telephone.

use crate::areas::{areas, name_of};
use crate::case::Case;
use crate::clock::Moment;
use crate::fault::Result;
use crate::invitation::ClosedPoints;
use crate::progress::{Progress, Work};
use crate::register::{Register, Unreadable};
use domain::{Aid, AreaCode, Cause, Date, History, KkNumber, Nik, Reason, RegistrationCode, Rt, Rw, Status};
use std::collections::{BTreeSet, HashMap};

/// Which families are asked for; what is not said does not count.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Any of these.
    pub status: Vec<Status>,
    /// Any of these.
    pub reason: Vec<Reason>,
    /// Listed in this kelurahan, kecamatan or city.
    pub area: Option<AreaCode>,
    /// Listed in this RW.
    pub rw: Option<Rw>,
    /// Listed in this RT.
    pub rt: Option<Rt>,
    /// Collects at this point.
    pub point: Option<String>,
    /// Collects at a point, or is called to one, that is on the list no more.
    pub closed_point: bool,
    /// Approved for this tahap.
    pub tahap: Option<u16>,
    /// Never approved for this tahap.
    pub not_tahap: Option<u16>,
    /// Called so often.
    pub call: Option<u8>,
    /// Has the money of this tahap.
    pub paid: Option<u16>,
    /// Was approved for this tahap and has not its money.
    pub unpaid: Option<u16>,
    /// Whether it has its card.
    pub card: Option<bool>,
    /// Was called for a day that is over, and has not come.
    pub absent: bool,
    /// Whether somebody in it is disabled.
    pub disabled: Option<bool>,
    /// Somebody in it is at least so old.
    pub oldest: Option<i32>,
    /// It has so many people.
    pub size: Option<usize>,
    /// It stands where it is because of this other aid.
    pub aid: Option<Aid>,
    /// Something happened to it on this day or later.
    pub changed: Option<Date>,
    /// It was called to one point, and later to another.
    pub changed_point: bool,
    /// It stands where it is since this day, or longer.
    pub since: Option<Date>,
}

/// A family on such a list.
#[derive(Clone, Debug)]
pub struct ListedFamily {
    /// The code that it is known by.
    pub code: Option<RegistrationCode>,
    /// Its head.
    pub head: String,
    /// Its KK number.
    pub kk: Option<KkNumber>,
    /// The NIK of its head.
    pub nik: Option<Nik>,
    /// The name of its kelurahan.
    pub kelurahan: String,
    /// Its RW.
    pub rw: Rw,
    /// Its RT.
    pub rt: Rt,
    /// Where it stands.
    pub status: Status,
    /// Since when.
    pub since: Option<Date>,
    /// How many days that is.
    pub days: i64,
    /// Why.
    pub reason: Option<Reason>,
    /// The other aid that the last finding names.
    pub aid: Vec<Aid>,
    /// The last tahap that it was approved for.
    pub tahap: Option<u16>,
    /// How often it was called.
    pub calls: u8,
    /// Where it collects.
    pub point: Option<String>,
    /// Whether it has its card.
    pub has_card: bool,
    /// The tahap of which it has the money.
    pub paid: Vec<u16>,
    /// How many people it has.
    pub size: usize,
    /// The age of the oldest.
    pub oldest: Option<i32>,
    /// Whether somebody is disabled; none: nobody was asked.
    pub disabled: Option<bool>,
}

/// Hands over the families that are asked for, one after the other in the order of listing: a city of them fits into no memory.
///
/// # Errors
/// The register cannot be read, or `each` fails.
pub fn for_each(
    register: &Register,
    wanted: &Wanted,
    now: &Moment,
    progress: &dyn Progress,
    mut each: impl FnMut(&ListedFamily) -> Result<()>,
) -> Result<Unreadable> {
    let mut points = HashMap::new();
    register.each_allocation(|it| {
        points.insert(it.family, it.point);
    })?;
    let (areas, closed) = (areas(), ClosedPoints::read(register)?);
    let bar = progress.begin(Work::ReadFamilies, register.count_families()?);
    let mut hand_over = |cases: Vec<Case>| {
        for case in cases.iter().filter(|case| case.family.stands()) {
            let point = points.get(&case.id()).cloned();
            let area = &case.family.origin.area;
            let family = ListedFamily::of(case, name_of(&areas, area), point, now.date);
            let at_closed =
                closed.has(&case.history) || family.point.as_ref().is_some_and(|point| closed.are(point));
            if (at_closed || !wanted.closed_point) && wanted.fits(case, &family, now.date) {
                each(&family)?;
            }
        }
        Ok(())
    };
    if !wanted.narrows() {
        return register.for_each_family(|cases| {
            bar.advance(cases.len());
            hand_over(cases)
        });
    }
    let area = wanted.area.as_ref().map_or("", AreaCode::as_str);
    let may_fit = |history: &History| wanted.fits_history(history, now.date);
    register.for_each_family_that(area, &may_fit, |cases, looked_at| {
        bar.advance(looked_at);
        hand_over(cases)
    })
}

impl ListedFamily {
    fn of(case: &Case, kelurahan: String, point: Option<String>, today: Date) -> Self {
        let (household, origin, history) = (&case.family.household, &case.family.origin, &case.history);
        let events = history.events();
        let of_tahap: BTreeSet<u16> = events.iter().filter_map(|event| event.tahap).collect();
        let since = since(case);
        Self {
            code: case.codes.first().copied(),
            head: household.head.name.clone(),
            kk: household.kk,
            nik: household.head.nik,
            kelurahan,
            rw: origin.rw,
            rt: origin.rt,
            status: case.status(),
            since,
            days: since.map_or(0, |since| since.days_until(today)),
            reason: history.reason(),
            aid: aid(case),
            tahap: events.iter().filter(|it| it.status == Status::Approved).filter_map(|it| it.tahap).max(),
            calls: calls(history),
            point,
            has_card: case.has_card(),
            paid: of_tahap.into_iter().filter(|tahap| history.is_paid(*tahap)).collect(),
            size: household.size(),
            oldest: household.members().filter_map(|member| member.age_on(today)).max(),
            disabled: household.disability,
        }
    }
}

/// The other aid for which it stands where it is: what a list says, or the record itself.
fn aid(case: &Case) -> Vec<Aid> {
    match case.history.last().and_then(|event| event.cause.as_ref()) {
        Some(Cause::AidFound { programmes } | Cause::AidCompared { programmes }) => programmes.clone(),
        _ if case.history.reason() == Some(Reason::OtherAid) => {
            case.family.household.members().filter_map(|member| member.aid).collect()
        }
        _ => Vec::new(),
    }
}

/// How often it was called.
fn calls(history: &History) -> u8 {
    history.events().iter().filter_map(|it| it.invitation.as_ref()).map(|it| it.call).max().unwrap_or(0)
}

/// Whether it was called to one point, and later to another.
fn has_changed_point(history: &History) -> bool {
    let points = history.events().iter().filter_map(|event| event.invitation.as_ref());
    points.map(|invitation| &invitation.point).collect::<BTreeSet<_>>().len() > 1
}

/// The day from which a family stands where it is: that of the first of the last events of one status.
fn since(case: &Case) -> Option<Date> {
    let status = case.status();
    let events = case.history.events().iter().rev();
    events.take_while(|event| event.status == status).map(|event| event.at).last()
}

impl Wanted {
    /// Whether the area or the history alone tells of some families that they are not asked for.
    fn narrows(&self) -> bool {
        let of_history = [self.tahap, self.not_tahap, self.paid, self.unpaid];
        !self.status.is_empty()
            || !self.reason.is_empty()
            || self.area.is_some()
            || of_history.iter().any(Option::is_some)
            || self.call.is_some()
            || self.card.is_some()
            || self.absent
            || self.changed.is_some()
            || self.changed_point
    }

    /// As far as the history tells.
    fn fits_history(&self, history: &History, today: Date) -> bool {
        let any = |is_empty: bool, has: bool| is_empty || has;
        let events = history.events();
        let approved = |tahap: u16| {
            events.iter().any(|event| event.status == Status::Approved && event.tahap == Some(tahap))
        };
        let was_absent = || {
            history.status() == Status::Invited
                && events.last().and_then(|it| it.invitation.as_ref()).is_some_and(|it| it.date < today)
        };
        any(self.status.is_empty(), self.status.contains(&history.status()))
            && any(self.reason.is_empty(), history.reason().is_some_and(|it| self.reason.contains(&it)))
            && self.tahap.is_none_or(approved)
            && self.not_tahap.is_none_or(|tahap| !approved(tahap))
            && self.call.is_none_or(|call| calls(history) == call)
            && self.paid.is_none_or(|tahap| history.is_paid(tahap))
            && self.unpaid.is_none_or(|tahap| approved(tahap) && !history.is_paid(tahap))
            && self.card.is_none_or(|card| history.has_card() == card)
            && (!self.absent || was_absent())
            && self.changed.is_none_or(|day| events.iter().any(|event| event.at >= day))
            && (!self.changed_point || has_changed_point(history))
    }

    fn fits(&self, case: &Case, family: &ListedFamily, today: Date) -> bool {
        let origin = &case.family.origin;
        self.fits_history(&case.history, today)
            && self.area.as_ref().is_none_or(|area| is_within(&origin.area, area))
            && self.rw.is_none_or(|rw| rw == origin.rw)
            && self.rt.is_none_or(|rt| rt == origin.rt)
            && self.point.as_ref().is_none_or(|point| family.point.as_ref() == Some(point))
            && self.disabled.is_none_or(|disabled| family.disabled == Some(disabled))
            && self.oldest.is_none_or(|age| family.oldest.is_some_and(|oldest| oldest >= age))
            && self.size.is_none_or(|size| family.size == size)
            && self.aid.is_none_or(|aid| family.aid.contains(&aid))
            && self.since.is_none_or(|day| family.since.is_some_and(|since| since <= day))
    }
}

/// Whether a kelurahan is of an area: itself, its kecamatan or its city.
fn is_within(kelurahan: &AreaCode, area: &AreaCode) -> bool {
    kelurahan == area
        || kelurahan.kecamatan().as_ref() == Some(area)
        || kelurahan.city().as_ref() == Some(area)
}
