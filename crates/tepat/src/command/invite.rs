//! `tepat invite`: calls families to their points, a first, second and third time, and writes the printouts.

mod last_round;
mod printouts;

use crate::cli::InviteArgs;
use crate::output::Output;
use ::words::Language;
use domain::Date;
use last_round::LastRound;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::invitation::{Round, RoundOutcome, Whom, again};
use office::register::{Register, Unreadable};
use office::workspace::Workspace;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt::{Display, Formatter};

/// What came of a round.
#[derive(Serialize)]
struct Invited {
    /// None: the points of the families closed, and each keeps its call.
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<u8>,
    /// Families that are called now; with `--again`: that were called.
    families: usize,
    /// Points they are called to.
    points: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<Date>,
    /// Due, without room on these days.
    left: usize,
    /// Without an allocated point, and called to the nearest.
    unallocated: usize,
    /// Without any point.
    without_point: usize,
    /// Not called before a person has looked: others stand in the place of those who were approved.
    replaced: usize,
    /// Called again although no report says that they did not come.
    unreported: usize,
    /// Not called: the point that they were called to has closed, and they are called anew first.
    at_closed: usize,
    /// Left out.
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    unreadable: Unreadable,
    /// Where the printouts are; none were written if nobody was called.
    #[serde(skip_serializing_if = "Option::is_none")]
    out: Option<String>,
    /// Where the letters say that a family looks itself up; none: they name its code alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<String>,
    /// Where the printouts are now that lay there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<String>,
}

pub(super) fn run(workspace: &mut Workspace, args: &InviteArgs, now: &Moment, output: &Output) -> Result<()> {
    printouts::check(&args.out)?;
    let register = &mut workspace.register;
    let asked = args.from.and_then(|from| {
        let whom = if args.moved { Some(Whom::Moved) } else { args.call.map(Whom::Call) };
        whom.map(|whom| Round { whom, from, days: args.days })
    });
    let (whom, outcome) = match asked {
        Some(round) => call(register, &round, now, output)?,
        None => {
            let LastRound { whom, day, .. } = LastRound::read(register)?.ok_or_else(never)?;
            (whom, again(register, whom, day)?)
        }
    };
    let mut invited = Invited::of(whom, &outcome);
    if invited.families > 0 {
        let site = check_site(register, args.site.as_deref())?;
        let frame = printouts::Frame { out: &args.out, site: site.as_deref(), today: now.date };
        let kept = printouts::write(register, &outcome.called, &frame, output)?;
        invited.kept = kept.map(|kept| kept.display().to_string());
        invited.out = Some(args.out.display().to_string());
        invited.site = site;
        register.transaction(LastRound::are_written)?;
    }
    output.answer(&invited, &invited.to_string());
    Ok(())
}

/// The setting that says where families look themselves up.
const CHECK_SITE: &str = "check-site";

/// Where families look themselves up: what was said last, or where the app was served last, if a phone can reach it there.
fn check_site(register: &mut Register, said: Option<&str>) -> Result<Option<String>> {
    if let Some(site) = said {
        register.transaction(|register| register.set(CHECK_SITE, site))?;
    }
    let served = register.get("site")?.filter(|site| is_reachable(site));
    Ok(register.get(CHECK_SITE)?.or(served))
}

fn is_reachable(site: &str) -> bool {
    site.starts_with("https://")
}

/// Calls them, with whoever was called in the same round by a command that died before it had written the letters.
fn call(
    register: &mut Register,
    round: &Round,
    now: &Moment,
    output: &Output,
) -> Result<(Whom, RoundOutcome)> {
    let this = LastRound { whom: round.whom, day: now.date, is_written: false };
    let is_unwritten = match LastRound::read(register)?.filter(|last| !last.is_written) {
        Some(last) if last != this => return Err(unwritten()),
        unwritten => unwritten.is_some(),
    };
    let mut outcome = register.transaction(|register| {
        let outcome = round.call(register, now, output)?;
        if !outcome.called.is_empty() {
            this.write(register)?;
        }
        Ok(outcome)
    })?;
    if is_unwritten {
        outcome.called = again(register, round.whom, now.date)?.called;
    }
    Ok((round.whom, outcome))
}

fn never() -> Fault {
    Fault::new(
        "belum-mengundang",
        "Belum pernah ada undangan.",
        "Undang dengan `tepat invite --call 1 --from TANGGAL`.",
    )
}

fn unwritten() -> Fault {
    Fault::new(
        "surat-belum-ditulis",
        "Surat undangan yang terakhir belum ditulis: perintahnya terhenti sesudah keluarganya diundang.",
        "Tulis dulu dengan `tepat invite --again --out FOLDER`.",
    )
}

impl Invited {
    fn of(whom: Whom, outcome: &RoundOutcome) -> Self {
        let all = || outcome.called.values().flatten().map(|(_, invitation)| invitation);
        Self {
            call: match whom {
                Whom::Call(call) => Some(call),
                Whom::Moved => None,
            },
            families: outcome.called.values().map(Vec::len).sum(),
            points: all().map(|it| it.point.as_str()).collect::<BTreeSet<_>>().len(),
            first: all().map(|it| it.date).min(),
            last: all().map(|it| it.date).max(),
            left: outcome.left,
            unallocated: outcome.unallocated,
            without_point: outcome.without_point,
            replaced: outcome.replaced,
            unreported: outcome.unreported,
            at_closed: outcome.at_closed,
            unreadable: outcome.unreadable.clone(),
            out: None,
            site: None,
            kept: None,
        }
    }
}

impl Display for Invited {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self {
            families, points, left, unallocated, without_point, replaced, unreported, at_closed, ..
        } = self;
        let what =
            self.call.map_or("Undangan pindah titik", |it| ::words::visit::call(Language::Indonesian, it));
        write!(f, "{what}: {families} keluarga")?;
        if let (Some(first), Some(last)) = (self.first, self.last) {
            write!(f, " di {points} titik, {first} sampai {last}")?;
        }
        writeln!(f, ".")?;
        if *left > 0 {
            writeln!(
                f,
                "{left} keluarga belum kebagian hari: ulangi dengan --days yang lebih banyak; --again lalu menulis semua surat bersama."
            )?;
        }
        if *unallocated > 0 {
            writeln!(
                f,
                "{unallocated} keluarga tanpa pembagian titik diundang ke titik terdekat (`tepat allocate`)."
            )?;
        }
        if *without_point > 0 {
            writeln!(
                f,
                "{without_point} keluarga tidak diundang: tidak ada titik untuk kelurahannya (`tepat points`)."
            )?;
        }
        if *replaced > 0 {
            writeln!(
                f,
                "{replaced} keluarga tidak diundang: isinya berganti seluruhnya sejak ditetapkan (`tepat verify`, lalu `tepat review`)."
            )?;
        }
        if *unreported > 0 {
            writeln!(
                f,
                "{unreported} keluarga diundang lagi tanpa laporan titik bahwa mereka tidak datang (`tepat attend`)."
            )?;
        }
        if *at_closed > 0 {
            writeln!(
                f,
                "{at_closed} keluarga tidak diundang: titik undangannya yang lama tutup. Undang dulu dengan `tepat invite --moved`."
            )?;
        }
        write!(f, "{}", self.unreadable)?;
        match &self.out {
            Some(out) => {
                writeln!(f, "Surat, daftar bank, dan lembar titik ada di {out}.")?;
                match &self.site {
                    None => writeln!(
                        f,
                        "PERIKSA: surat tidak menyebut alamat untuk mencek status. Tulis lagi: `tepat invite --again --site https://…`."
                    )?,
                    Some(site) if !is_reachable(site) => writeln!(
                        f,
                        "PERIKSA: alamat di surat, {site}, bukan https: hanya untuk mencoba di komputer ini."
                    )?,
                    Some(_) => {}
                }
                self.kept.iter().try_for_each(|kept| writeln!(f, "Yang lama disimpan di {kept}."))
            }
            None => writeln!(f, "Tidak ada yang ditulis. Surat yang terakhir ditulis lagi dengan --again."),
        }
    }
}
