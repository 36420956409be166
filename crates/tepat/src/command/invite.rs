//! `tepat invite`: calls families to their points, a first, second and third time, and writes the printouts.

mod printouts;

use crate::cli::InviteArgs;
use crate::output::Output;
use ::words::Language;
use ::words::visit::call;
use domain::Date;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::invitation::{Round, RoundOutcome, again};
use office::register::{Register, Unreadable};
use office::workspace::Workspace;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt::{Display, Formatter};

/// What came of a round.
#[derive(Serialize)]
struct Invited {
    call: u8,
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
    /// Left out.
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    unreadable: Unreadable,
    /// Where the printouts are; none were written if nobody was called.
    #[serde(skip_serializing_if = "Option::is_none")]
    out: Option<String>,
    /// Where the printouts are now that lay there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<String>,
}

pub(super) fn run(workspace: &mut Workspace, args: &InviteArgs, now: &Moment, output: &Output) -> Result<()> {
    printouts::check(&args.out)?;
    let (call, outcome) = match (args.call, args.from) {
        (Some(call), Some(from)) => {
            let round = Round { call, from, days: args.days };
            let outcome = workspace.register.transaction(|register| {
                let outcome = round.call(register, now, output)?;
                if !outcome.called.is_empty() {
                    register.set(LAST_ROUND, &format!("{call} {}", now.date))?;
                }
                Ok(outcome)
            })?;
            (call, outcome)
        }
        _ => {
            let (call, day) = last_round(&workspace.register)?;
            (call, again(&workspace.register, call, day)?)
        }
    };
    let mut invited = Invited::of(call, &outcome);
    if invited.families > 0 {
        let site = args.site.clone().map_or_else(|| workspace.register.get("site"), |site| Ok(Some(site)))?;
        let frame = printouts::Frame { out: &args.out, site: site.as_deref(), today: now.date };
        let kept = printouts::write(&workspace.register, &outcome.called, &frame, output)?;
        invited.kept = kept.map(|kept| kept.display().to_string());
        invited.out = Some(args.out.display().to_string());
    }
    output.answer(&invited, &invited.to_string());
    Ok(())
}

/// The setting that says which call was made last, and on which day.
const LAST_ROUND: &str = "last-round";

fn last_round(register: &Register) -> Result<(u8, Date)> {
    let kept = register.get(LAST_ROUND)?;
    let read = |text: &str| {
        let (call, day) = text.split_once(' ')?;
        Some((call.parse().ok()?, Date::parse(day).ok()?))
    };
    kept.as_deref().and_then(read).ok_or_else(|| {
        Fault::new(
            "belum-mengundang",
            "Belum pernah ada undangan.",
            "Undang dengan `tepat invite --call 1 --from TANGGAL`.",
        )
    })
}

impl Invited {
    fn of(call: u8, outcome: &RoundOutcome) -> Self {
        let all = || outcome.called.values().flatten().map(|(_, invitation)| invitation);
        Self {
            call,
            families: outcome.called.values().map(Vec::len).sum(),
            points: all().map(|it| it.point.as_str()).collect::<BTreeSet<_>>().len(),
            first: all().map(|it| it.date).min(),
            last: all().map(|it| it.date).max(),
            left: outcome.left,
            unallocated: outcome.unallocated,
            without_point: outcome.without_point,
            replaced: outcome.replaced,
            unreported: outcome.unreported,
            unreadable: outcome.unreadable.clone(),
            out: None,
            kept: None,
        }
    }
}

impl Display for Invited {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { families, points, left, unallocated, without_point, replaced, unreported, .. } = self;
        write!(f, "{}: {families} keluarga", call(Language::Indonesian, self.call))?;
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
        write!(f, "{}", self.unreadable)?;
        match &self.out {
            Some(out) => {
                writeln!(f, "Surat, daftar bank, dan lembar titik ada di {out}.")?;
                self.kept.iter().try_for_each(|kept| writeln!(f, "Yang lama disimpan di {kept}."))
            }
            None => writeln!(f, "Tidak ada yang ditulis. Surat yang terakhir ditulis lagi dengan --again."),
        }
    }
}
