//! `tepat decide`: one decision for one family.

use crate::cli::DecideArgs;
use crate::output::Output;
use domain::invitation::LAST_CALL;
use domain::{Actor, Date, Event, Invitation, Status, TimeOfDay};
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::geography::Geography;
use office::register::{Family, Register};
use office::workspace::Workspace;
use serde::Serialize;

#[derive(Serialize)]
struct Decided {
    from: Status,
    to: Status,
    event: Event,
}

/// An invitation reaches the family at least a day ahead; paper needs two more on its way through the RT.
const DAYS_AHEAD: i64 = 3;
/// The first tahap of the programme.
const FIRST_TAHAP: u16 = 1;

pub(super) fn run(workspace: &mut Workspace, args: &DecideArgs, now: &Moment, output: &Output) -> Result<()> {
    let decided = workspace.register.transaction(|register| decide(register, args, now))?;
    let sentences = format!("{} → {}, berlaku {}.", decided.from, decided.to, decided.event.at);
    output.answer(&decided, &sentences);
    Ok(())
}

fn decide(register: &Register, args: &DecideArgs, now: &Moment) -> Result<Decided> {
    let family = find(register, args)?;
    let history = register.history(family.id)?;
    let from = history.status();
    from.check(args.status)?;
    let reason = args.reason.or(args.status.usual_reason());
    if args.status.needs_reason() && reason.is_none() {
        return Err(Fault::new(
            "tanpa-alasan",
            format!("Status {} harus menyebut alasannya: keluarga akan bertanya.", args.status),
            "Tambahkan --reason KODE; daftarnya ada di `tepat decide --help`.",
        ));
    }
    let at = args.on.unwrap_or(now.date);
    let tahap = matches!(args.status, Status::Approved | Status::Paid).then(|| {
        args.tahap.or(register.number("tahap").ok().and_then(|n| n.try_into().ok()).filter(|n| *n > 0))
    });
    let invitation = (args.status == Status::Invited)
        .then(|| invite(register, args, &family, history.events(), at))
        .transpose()?;
    let event = Event {
        status: args.status,
        at,
        reason,
        cause: None,
        note: args.note.clone().unwrap_or_default().trim().to_owned(),
        invitation,
        tahap: tahap.map(|given| given.unwrap_or(FIRST_TAHAP)),
        resumed: false,
    };
    register.record(family.id, &event, Actor::Dinas, now)?;
    Ok(Decided { from, to: args.status, event })
}

fn find(register: &Register, args: &DecideArgs) -> Result<Family> {
    let missing = || {
        Fault::new(
            "tidak-terdaftar",
            "Tidak ada keluarga dengan nomor atau kode itu di register.",
            "Periksa angkanya; keluarga yang belum terdaftar dimasukkan dengan `tepat import` atau `tepat collect`.",
        )
    };
    // Where it was listed twice, the decision is for the one that stands.
    if let Some(code) = &args.code {
        let family = register.family_with_code(code)?.ok_or_else(missing)?;
        return register.standing(family);
    }
    let kk = args.kk.as_ref().ok_or_else(missing)?;
    register.families_with_kk(kk)?.into_iter().find(Family::stands).ok_or_else(missing)
}

fn invite(
    register: &Register,
    args: &DecideArgs,
    family: &Family,
    events: &[Event],
    decided_on: Date,
) -> Result<Invitation> {
    // A family that comes back after a refusal starts with a first call; one that has the card is not called again.
    let earlier =
        events.iter().filter_map(|event| event.invitation.as_ref()).map(|i| i.call).max().unwrap_or(0);
    if earlier >= LAST_CALL {
        return Err(Fault::new(
            "panggilan-habis",
            "Keluarga ini sudah diundang tiga kali.",
            "Catat kartu-diterima, tertunda, atau dicoret dengan alasannya.",
        ));
    }
    let points = register.points()?;
    let geography = Geography::new(points.clone());
    let by_id = |id: &str| points.iter().find(|point| point.id == id && point.hands_out_cards());
    let point = match &args.point {
        Some(id) => by_id(id),
        None => register
            .point_of(family.id)?
            .and_then(|id| by_id(&id))
            .or_else(|| geography.nearest(&family.household.area)),
    }
    .ok_or_else(|| {
        Fault::new(
            "titik",
            "Titik yang membagikan kartu tidak ditemukan.",
            "Masukkan daftar titik dengan `tepat points`, lalu sebut --point ID.",
        )
    })?;
    let date =
        args.date.or_else(|| point.opening.next_open(decided_on.plus_days(DAYS_AHEAD))).ok_or_else(|| {
            Fault::new("hari", "Titik itu tidak punya hari buka.", "Sebut harinya dengan --date.")
        })?;
    if date <= decided_on {
        return Err(Fault::new(
            "undangan-terlambat",
            "Undangan harus sampai paling lambat sehari sebelumnya (H-1).",
            "Pilih hari sesudah tanggal keputusan.",
        ));
    }
    let (from, to) = match &args.hours {
        Some(text) => hours(text)?,
        None => (point.opening.from, point.opening.to),
    };
    Ok(Invitation { call: earlier + 1, date, from, to, point: point.id.clone() })
}

/// Reads `09.00-11.00`.
fn hours(text: &str) -> Result<(TimeOfDay, TimeOfDay)> {
    text.split_once(['-', '–'])
        .and_then(|(from, to)| Some((TimeOfDay::parse(from).ok()?, TimeOfDay::parse(to).ok()?)))
        .filter(|(from, to)| from < to)
        .ok_or_else(|| Fault::new("jam", "Jam tidak dikenali.", "Tulis seperti 09.00-11.00."))
}
