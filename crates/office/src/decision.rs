//! One decision for one family.

use crate::accounts::post_family;
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::geography::Geography;
use crate::register::{DecisionBasis, Family, Register};
use crate::settings::Settings;
use domain::invitation::LAST_CALL;
use domain::{Date, Event, History, Invitation, KkNumber, Reason, RegistrationCode, Status, TimeOfDay};
use serde::Serialize;

/// What is decided, as far as somebody said it.
pub struct DecisionDraft<'a> {
    /// Who decides.
    pub by: &'a str,
    /// The KK number of the family.
    pub kk: Option<&'a KkNumber>,
    /// Its registration code, which goes before the KK number.
    pub code: Option<&'a RegistrationCode>,
    /// Its status from now on.
    pub status: Status,
    /// None: the usual one for this status.
    pub reason: Option<Reason>,
    /// A sentence for the family.
    pub note: &'a str,
    /// The day from which it holds; none: today.
    pub on: Option<Date>,
    /// Of an approval or a payment; none: the last that was approved.
    pub tahap: Option<u16>,
    /// Of an invitation; none: where the family was allocated, or the nearest.
    pub point: Option<&'a str>,
    /// Of an invitation; none: the first open day that letters can reach the family for.
    pub date: Option<Date>,
    /// Of an invitation, like `09.00-11.00`; none: those of the point.
    pub hours: Option<&'a str>,
    /// Somebody has looked: also where the family leaps over what always comes first.
    pub is_sure: bool,
}

/// What was decided.
#[derive(Serialize)]
pub struct Decided {
    /// The status before.
    pub from: Status,
    /// The status now.
    pub to: Status,
    /// What was written down.
    pub event: Event,
}

/// An invitation reaches the family at least a day ahead; paper needs two more on its way through the RT.
const DAYS_AHEAD: i64 = 3;
/// The first tahap of the programme.
const FIRST_TAHAP: u16 = 1;

/// Writes a decision down.
///
/// # Errors
/// It may not follow from where the family is, lacks something, or the register cannot be written.
pub fn decide(register: &Register, draft: &DecisionDraft<'_>, now: &Moment) -> Result<Decided> {
    let family = decided_about(register, draft)?;
    let history = register.history(family.id)?;
    let from = history.status();
    if draft.status == Status::CardReceived
        && history.events().iter().any(|it| it.status == Status::Paid)
        && from.is_recipient()
    {
        return Err(Fault::new(
            "sudah-dibayar",
            "Keluarga ini sudah pernah dibayar: dana yang kembali dicatat pada baris banknya, tidak di sini.",
            "Baca laporan retur dengan `tepat disburse`, atau `tepat accounts settle NOMOR --as dikembalikan`.",
        ));
    }
    from.check(draft.status)?;
    if draft.status.is_on_main_line() && history.is_contested() {
        return Err(Fault::new(
            "ditanyakan",
            "Keluarga ini dicatat dua RT, dan belum dijawab mana yang benar.",
            "Jawab lewat `tepat review`: jawaban itu berlaku untuk kedua catatan.",
        ));
    }
    if let Some(lacking) = leap(&history, draft.status).filter(|_| !draft.is_sure) {
        return Err(Fault::new(
            "lompatan",
            format!(
                "Keluarga ini berstatus {from}, dan {lacking}: langsung ke {} adalah lompatan.",
                draft.status
            ),
            "Catat dulu yang belum tercatat; bila memang sudah terjadi, tambahkan --yes.",
        ));
    }
    if draft.status.is_recipient() && !history.has_aid() && Settings::of(register)?.second_person {
        return Err(Fault::new(
            "orang-kedua",
            "Setelan ruang kerja ini meminta dua orang untuk menetapkan keluarga: satu orang tidak bisa.",
            "Catat diverifikasi bila sudah benar, lalu tetapkan dengan `tepat approve` oleh dua orang.",
        ));
    }
    let reason = draft.reason.or(draft.status.usual_reason());
    if draft.status.needs_reason() && reason.is_none() {
        return Err(Fault::new(
            "tanpa-alasan",
            format!("Status {} harus menyebut alasannya: keluarga akan bertanya.", draft.status),
            "Tambahkan --reason KODE; daftarnya ada di `tepat decide --help`.",
        ));
    }
    let at = draft.on.unwrap_or(now.date);
    let tahap = matches!(draft.status, Status::Approved | Status::Paid).then(|| {
        draft.tahap.or(register.number("tahap").ok().and_then(|n| n.try_into().ok()).filter(|n| *n > 0))
    });
    let invitation = (draft.status == Status::Invited)
        .then(|| invite(register, draft, &family, history.events(), at))
        .transpose()?;
    let event = Event {
        reason,
        note: draft.note.trim().to_owned(),
        invitation,
        tahap: tahap.map(|given| given.unwrap_or(FIRST_TAHAP)),
        ..Event::new(draft.status, at)
    };
    register.record(family.id, &event, DecisionBasis::person(draft.by), now)?;
    post_family(register, family.id, now)?;
    Ok(Decided { from, to: draft.status, event })
}

/// The family that stands; where its entry was refused as a double of another, and its case is opened again, that entry: it says
/// that it is none.
fn decided_about(register: &Register, draft: &DecisionDraft<'_>) -> Result<Family> {
    let family = find(register, draft.kk, draft.code)?;
    let own = match draft.code.filter(|_| draft.status == Status::Proposed) {
        Some(code) => register.family_with_code(code)?.filter(|own| own.id != family.id),
        None => None,
    };
    let Some(own) = own else { return Ok(family) };
    let history = register.history(own.id)?;
    let is_double = history.status() == Status::Refused && history.reason() == Some(Reason::Duplicate);
    // Where the other was refused itself, its case is the one to open.
    let is_out = matches!(register.history(family.id)?.status(), Status::Refused | Status::Removed);
    Ok(if is_double && !is_out { own } else { family })
}

/// What always comes before a status, where nobody has written it down.
fn leap(history: &History, to: Status) -> Option<&'static str> {
    let was_called = history.events().iter().any(|event| event.status == Status::Invited);
    match to {
        Status::Paid if !history.has_card() => Some("belum tercatat menerima kartu"),
        Status::CardReceived if !was_called && !history.has_card() => Some("belum pernah diundang"),
        _ => None,
    }
}

/// The family with a code, or else with a KK number.
///
/// # Errors
/// There is none, or the register cannot be read.
pub fn find(register: &Register, kk: Option<&KkNumber>, code: Option<&RegistrationCode>) -> Result<Family> {
    // Where it was listed twice, the decision is for the one that stands.
    if let Some(code) = code {
        let family = register.family_with_code(code)?.ok_or_else(Fault::not_registered)?;
        return register.standing(family);
    }
    let kk = kk.ok_or_else(Fault::not_registered)?;
    let mut families = register.families_known_by_kk(kk)?;
    families.retain(Family::stands);
    let mut families = register.recipient_of(families)?;
    if families.len() > 1 {
        return Err(Fault::new(
            "beberapa-keluarga",
            "Nomor KK itu ada di lebih dari satu catatan, dan belum pasti mana yang dimaksud.",
            "Sebut kode pendaftarannya (--code).",
        ));
    }
    families.pop().ok_or_else(Fault::not_registered)
}

fn invite(
    register: &Register,
    draft: &DecisionDraft<'_>,
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
    let point = match draft.point {
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
    let date = draft.date.or_else(|| point.opening.next_open(decided_on.plus_days(DAYS_AHEAD))).ok_or_else(
        || Fault::new("hari", "Titik itu tidak punya hari buka.", "Sebut harinya dengan --date."),
    )?;
    if date <= decided_on {
        return Err(Fault::new(
            "undangan-terlambat",
            "Undangan harus sampai paling lambat sehari sebelumnya (H-1).",
            "Pilih hari sesudah tanggal keputusan.",
        ));
    }
    let (from, to) = match draft.hours {
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
