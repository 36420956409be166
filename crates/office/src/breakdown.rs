//! Where all families stand, counted by place, point, reason or day: today, or as it was known at any time.

use crate::areas::{areas, name_of};
use crate::fault::Result;
use crate::progress::{Progress, Work};
use crate::register::{Register, Story};
use domain::{AreaCode, Event, Status};
use serde::Serialize;
use std::collections::BTreeMap;
use wire::Areas;

/// What families are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "&'static str")]
pub enum Per {
    /// The kelurahan that lists them.
    Kelurahan,
    /// Its kecamatan.
    Kecamatan,
    /// The RT that lists them.
    Rt,
    /// The point that they were called to last.
    Point,
    /// Why they stand where they stand; those for which there is no why are in no row.
    Reason,
    /// The day: what families became on each.
    Day,
}

impl Per {
    /// All of them.
    pub const ALL: &[Self] =
        &[Self::Kelurahan, Self::Kecamatan, Self::Rt, Self::Point, Self::Reason, Self::Day];

    /// As it is written on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kelurahan => "kelurahan",
            Self::Kecamatan => "kecamatan",
            Self::Rt => "rt",
            Self::Point => "point",
            Self::Reason => "reason",
            Self::Day => "day",
        }
    }

    /// Reads a code back.
    ///
    /// # Errors
    /// It is none of these.
    pub fn parse(code: &str) -> std::result::Result<Self, domain::UnknownCode> {
        Self::ALL.iter().copied().find(|per| per.code() == code).ok_or(domain::UnknownCode)
    }
}

impl From<Per> for &'static str {
    fn from(per: Per) -> Self {
        per.code()
    }
}

/// The counts.
#[derive(Debug, Serialize)]
pub struct Breakdown {
    /// By what.
    pub per: Per,
    /// As it was known then: local time of Jakarta, to the minute.
    pub at: String,
    /// Only families approved for this tahap, and of days only what became of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tahap: Option<u16>,
    /// In the order of the codes, ids or days.
    pub rows: Vec<BreakdownRow>,
    /// Of all families, also those that are in no row.
    pub families: usize,
}

/// One of them.
#[derive(Debug, Default, Serialize)]
pub struct BreakdownRow {
    /// The code of the area, `KELURAHAN/RW/RT`, the id of the point, the code of the reason, the day.
    pub code: String,
    /// The same for people, where it has a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many families; of a day: to how many something happened.
    pub families: usize,
    /// Where they stand; of a day: what they became.
    pub status: BTreeMap<Status, usize>,
    /// Those that have the money of the tahap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid: Option<usize>,
}

/// Counts them. `at`: as `2021-03-12T06:00`.
///
/// # Errors
/// The register cannot be read.
pub fn breakdown(
    register: &Register,
    per: Per,
    tahap: Option<u16>,
    at: &str,
    progress: &dyn Progress,
) -> Result<Breakdown> {
    let mut counted = Breakdown { per, at: at.to_owned(), tahap, rows: Vec::new(), families: 0 };
    let mut rows = BTreeMap::<String, BreakdownRow>::new();
    let bar = progress.begin(Work::ReadFamilies, register.count_families()?);
    register.for_each_story(at, |story| {
        bar.advance(1);
        let is_approved = |tahap| story.history.events().iter().any(|event| approves(event, tahap));
        if !story.is_double && tahap.is_none_or(is_approved) {
            counted.families += 1;
            match per {
                Per::Day => count_days(&mut rows, &story, tahap),
                _ => count(&mut rows, &story, per, tahap),
            }
        }
        Ok(())
    })?;
    let areas = areas();
    counted.rows = rows
        .into_iter()
        .map(|(code, row)| BreakdownRow { name: name(&areas, per, &code), code, ..row })
        .collect();
    Ok(counted)
}

fn approves(event: &Event, tahap: u16) -> bool {
    event.status == Status::Approved && event.tahap == Some(tahap)
}

fn count(rows: &mut BTreeMap<String, BreakdownRow>, story: &Story, per: Per, tahap: Option<u16>) {
    let Some(code) = code(story, per) else { return };
    let row = rows.entry(code).or_default();
    row.families += 1;
    *row.status.entry(story.history.status()).or_default() += 1;
    if let Some(tahap) = tahap {
        *row.paid.get_or_insert_default() += usize::from(story.history.is_paid(tahap));
    }
}

/// What a family is counted under.
fn code(Story { origin, history, .. }: &Story, per: Per) -> Option<String> {
    let called = || history.events().iter().rev().find_map(|event| event.invitation.as_ref());
    match per {
        Per::Kelurahan => Some(origin.area.to_string()),
        Per::Kecamatan => origin.area.kecamatan().map(|area| area.to_string()),
        Per::Rt => Some(format!("{}/{}/{}", origin.area, origin.rw, origin.rt)),
        Per::Point => called().map(|invitation| invitation.point.clone()),
        Per::Reason => history.reason().map(|reason| reason.code().to_owned()),
        Per::Day => None,
    }
}

/// What a family became, day by day; that it goes on where it was is nothing that happened.
fn count_days(rows: &mut BTreeMap<String, BreakdownRow>, story: &Story, tahap: Option<u16>) {
    let mut seen = Vec::new();
    let is_asked = |event: &&Event| !event.resumed && tahap.is_none_or(|tahap| event.tahap == Some(tahap));
    for event in story.history.events().iter().filter(is_asked) {
        let row = rows.entry(event.at.to_string()).or_default();
        row.families += usize::from(!seen.contains(&event.at));
        *row.status.entry(event.status).or_default() += 1;
        if tahap.is_some() {
            *row.paid.get_or_insert_default() += usize::from(event.status == Status::Paid);
        }
        seen.push(event.at);
    }
}

fn name(areas: &Areas, per: Per, code: &str) -> Option<String> {
    let named = |code: &str| AreaCode::parse(code).ok().map(|area| name_of(areas, &area));
    match per {
        Per::Kelurahan | Per::Kecamatan => named(code),
        Per::Rt => {
            let mut parts = code.split('/');
            let (area, rw, rt) = (parts.next()?, parts.next()?, parts.next()?);
            Some(format!("{}, RT {rt} / RW {rw}", named(area)?))
        }
        Per::Point | Per::Reason | Per::Day => None,
    }
}
