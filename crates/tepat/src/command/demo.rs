//! `tepat demo`: a workspace with made-up families, each with another fate.

use crate::demo_card::{DemoCard, Pair};
use crate::output::Output;
use domain::{Actor, AreaCode, Event, Invitation, Reason, Rt, Rw, Status, TimeOfDay};
use office::case::Case;
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::geography::Geography;
use office::import::{FamilyList, Imported, Layout, ListPlace};
use office::points::{self, Points};
use office::register::{Family, Origin, Register, Scope};
use office::workspace::Workspace;
use publication::location::Location;
use publication::publish;
use std::io::Write as _;
use std::path::Path;

const ULUJAMI: &[u8] = include_bytes!("../../../../data/samples/rt-005-rw-02-ulujami.xlsx");
const MEMBERS: &[u8] = include_bytes!("../../../../data/samples/rt-011-rw-004-anggota.csv");
const KEY: &[u8] = include_bytes!("../../../../data/demo/signing.key");
const POINTS: &[u8] = include_bytes!("../../../../data/demo/points.csv");

/// The fates, from first to last family; whoever comes after them stays `diusulkan`.
const FATES: &[(Status, Option<Reason>, &str)] = &[
    (Status::Invited, None, ""),
    (Status::Refused, Some(Reason::OtherAid), "Istri tercatat menerima PKH."),
    (Status::Held, Some(Reason::Matching), ""),
    (Status::Approved, None, ""),
    (Status::Paid, None, ""),
    (Status::CardReceived, None, ""),
    (Status::Transferred, Some(Reason::Kemensos), ""),
    (Status::Returned, Some(Reason::Incomplete), "Tanggal lahir istri belum ditulis."),
    (Status::Verified, None, ""),
    (Status::Removed, Some(Reason::MovedOut), "Pindah ke Depok."),
];
/// Before the longest way has begun.
const LISTED_DAYS_AGO: i64 = 60;
/// How many pairs are shown.
const SHOWN: usize = 3;

pub(super) fn run(dir: &Path, now: &Moment, output: &Output) -> Result<()> {
    // The key of all demos, so that one build of the app shows them all. It protects nothing.
    let key = tempfile::NamedTempFile::new().and_then(|mut file| file.write_all(KEY).map(|()| file));
    let key = key.during("menulis kunci contoh")?;
    let mut workspace = Workspace::init(dir, Some(key.path()))?;
    let Points { points, problems, .. } = points::read("points.csv", POINTS.to_vec())?;
    debug_assert!(problems.is_empty(), "{problems:?}");
    workspace.register.transaction(|register| {
        register.set("example", "1")?;
        register.set("tahap", "2")?;
        register.set_points(&points, now.date)
    })?;
    for (bytes, area, rw, rt) in
        [(MEMBERS, "31.75.03.1001", "004", "011"), (ULUJAMI, "31.74.10.1005", "002", "005")]
    {
        let Origin { area, rw, rt } = origin(area, rw, rt)?;
        let (now, place) = (now.days_before(LISTED_DAYS_AGO), ListPlace { area, rw: Some(rw), rt: Some(rt) });
        let list = FamilyList::read("contoh", bytes, &place, &Layout::default(), &now)?;
        workspace.register.transaction(|register| Imported::of(register, list, &now))?;
    }
    let pairs =
        workspace.register.transaction(|register| decide_all(register, &Geography::new(points), now))?;
    // An RT with nothing on its list yet: whoever tries it begins as a new RT head does.
    let Origin { area, rw, rt } = origin("31.74.10.1005", "002", "006")?;
    let mut enrol = |rt| {
        let scope = Scope { area: area.clone(), rw, rt };
        office::enrolment::enrol(&mut workspace, &scope, None, Some("/inbox/".to_owned()), now)
    };
    let (rt, rw) = (enrol(Some(rt))?.fragment, enrol(None)?.fragment);
    publish(&mut workspace, &Location::Path(dir.join("api").join("v1")), false, false, now, output)?;
    let card = DemoCard { pairs, enrolment: rt, rw_enrolment: Some(rw), address: String::new() };
    card.write(dir)?;
    output.answer(
        &card,
        &format!("Ruang kerja contoh siap di {0}.\nLayani dengan: tepat -C {0} serve\n", dir.display()),
    );
    Ok(())
}

fn origin(area: &str, rw: &str, rt: &str) -> Result<Origin> {
    let broken = || Fault::new("demo", "Data contoh rusak.", "Bangun ulang program ini.");
    Ok(Origin {
        area: AreaCode::parse(area).map_err(|_| broken())?,
        rw: Rw::parse(rw).map_err(|_| broken())?,
        rt: Rt::parse(rt).map_err(|_| broken())?,
    })
}

/// Gives each of the first families a fate, and what those that show most look themselves up with.
fn decide_all(register: &Register, geography: &Geography, now: &Moment) -> Result<Vec<Pair>> {
    let mut pairs = Vec::new();
    let mut fates = FATES.iter();
    let unreadable = register.for_each_family(|cases| {
        for (Case { family, .. }, (status, reason, note)) in cases.iter().zip(fates.by_ref()) {
            lead_to(register, family, *status, *reason, note, geography, now)?;
            if let (Some(kk), Some(nik)) = (family.household.kk, family.household.head.nik)
                && pairs.len() < SHOWN
            {
                let code = register.codes(family.id)?.first().copied();
                pairs.push(Pair { status: *status, kk, nik, code });
            }
        }
        Ok(())
    })?;
    drop(unreadable);
    Ok(pairs)
}

/// Walks a family along the main line, a week a step, to where its fate lies.
fn lead_to(
    register: &Register,
    family: &Family,
    fate: Status,
    reason: Option<Reason>,
    note: &str,
    geography: &Geography,
    now: &Moment,
) -> Result<()> {
    const LINE: [Status; 6] = [
        Status::KelurahanReview,
        Status::Verified,
        Status::Approved,
        Status::Invited,
        Status::CardReceived,
        Status::Paid,
    ];
    let steps = match fate {
        Status::Removed => 3,
        Status::Returned => 0,
        Status::Refused | Status::Held | Status::Transferred => 1,
        _ => LINE.iter().position(|status| *status == fate).unwrap_or(0),
    };
    let way = LINE.iter().take(steps).copied().chain([fate]);
    let length = i64::try_from(steps).unwrap_or(0);
    for (i, status) in (0..).zip(way) {
        let last = status == fate;
        let at = now.date.plus_days((i - length) * 7 - 1);
        let event = Event {
            reason: reason.filter(|_| last),
            note: if last { note.to_owned() } else { String::new() },
            tahap: matches!(status, Status::Approved | Status::Paid).then_some(2),
            invitation: if status == Status::Invited {
                invitation(geography, &family.origin.area, at)?
            } else {
                None
            },
            ..Event::new(status, at)
        };
        register.record(family.id, &event, Actor::Dinas, now)?;
    }
    Ok(())
}

fn invitation(
    geography: &Geography,
    area: &AreaCode,
    decided_on: domain::Date,
) -> Result<Option<Invitation>> {
    let hour =
        |text| TimeOfDay::parse(text).map_err(|_| Fault::new("demo", "Data contoh rusak.", "Bangun ulang."));
    let (from, to) = (hour("09:00")?, hour("11:00")?);
    Ok(geography.nearest(area).and_then(|point| {
        let date = point.opening.next_open(decided_on.plus_days(4))?;
        Some(Invitation { call: 1, date, from, to, point: point.id.clone() })
    }))
}
