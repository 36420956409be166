//! Puts every family that was verified on the final list of a tahap.

use crate::accounts::post;
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{Act, Answered, DecisionBasis, FamilyId, Proposal, Register, Unreadable};
use crate::settings::Settings;
use crate::verification::contested;
use domain::{Cause, Event, Standing, Status};
use serde::Serialize;
use std::collections::BTreeSet;

/// What came of it.
#[derive(Serialize)]
pub struct Approved {
    /// Which tahap.
    pub tahap: u16,
    /// On the list for the first time, or again after they had left it.
    pub new: usize,
    /// On the list of an earlier tahap, and of this one.
    pub again: usize,
    /// Not yet: somebody must answer a question about them first, or settle answers that do not agree.
    pub waiting: usize,
    /// Nobody is approved yet: a second person must confirm it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub needs_another: bool,
    /// Left out.
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    pub unreadable: Unreadable,
}

/// Approves them, in the name of whoever decides so. A second time finds nobody to approve.
///
/// Where the office asks for a second person, the first approval is kept and changes nothing; the second must be of somebody
/// else and about the same families.
///
/// # Errors
/// The tahap before was never approved, the same person approves twice, or the register cannot be read or written. `is_sure`:
/// somebody has looked, and the first tahap is another than 1.
pub fn approve(register: &Register, tahap: u16, is_sure: bool, by: &str, now: &Moment) -> Result<Approved> {
    let last = register.number("tahap")?;
    if last == 0 && tahap > 1 && !is_sure {
        return Err(Fault::new(
            "tahap-terlompat",
            format!("Belum ada tahap yang ditetapkan: tahap {tahap} melompati tahap 1."),
            "Periksa --tahap. Bila program ini memang mulai dari tahap itu, tambahkan --yes.",
        ));
    }
    if last > 0 && u32::from(tahap) > last + 1 {
        return Err(Fault::new(
            "tahap-terlompat",
            format!("Tahap terakhir yang ditetapkan adalah {last}: tahap {tahap} melompatinya."),
            format!("Tetapkan tahap {} dulu, atau periksa --tahap.", last + 1),
        ));
    }
    let candidates = Candidates::of(register, tahap)?;
    if candidates.families.is_empty() && u32::from(tahap) < last {
        return Err(Fault::new(
            "tahap-lewat",
            format!(
                "Tidak ada keluarga yang dapat ditetapkan untuk tahap {tahap}: yang terakhir ditetapkan tahap {last}."
            ),
            "Tidak ada yang berubah. Periksa --tahap; keluarga yang sudah ditetapkan untuk tahap sesudahnya tidak ditetapkan mundur.",
        ));
    }
    let mut approved = Approved {
        tahap,
        new: candidates.new,
        again: candidates.again,
        waiting: candidates.waiting,
        needs_another: false,
        unreadable: candidates.unreadable,
    };
    let mut people = by.to_owned();
    if Settings::of(register)?.second_person {
        let proposal = Proposal::of(by, &candidates.families);
        match register.proposal(tahap)?.filter(|first| first.is_about_the_same(&proposal)) {
            Some(first) if first.is_of_the_same_person(&proposal) => return Err(same_person(&first.by)),
            Some(first) => people = format!("{}, {by}", first.by),
            None => {
                register.propose(tahap, &proposal, now)?;
                register.act(None, Act::Propose { by: by.to_owned(), tahap })?;
                approved.needs_another = true;
                return Ok(approved);
            }
        }
        register.end_proposal(tahap)?;
    }
    let event = Event { tahap: Some(tahap), ..Event::new(Status::Approved, now.date) };
    // A tahap of nobody is none, and whoever is late for an earlier one does not turn the programme back.
    if !candidates.families.is_empty() {
        register.set("tahap", &last.max(u32::from(tahap)).to_string())?;
    }
    for family in &candidates.families {
        register.record(*family, &event, DecisionBasis::person(&people), now)?;
    }
    // The bank may have paid before.
    let approved_now: BTreeSet<FamilyId> = candidates.families.into_iter().collect();
    for (family, tahap) in register.families_to_post()? {
        if approved_now.contains(&family) {
            post(register, family, tahap, None, now)?;
        }
    }
    Ok(approved)
}

fn same_person(by: &str) -> Fault {
    Fault::new(
        "orang-kedua",
        format!(
            "{by} sudah menyetujui tahap ini: setelan ruang kerja ini meminta orang lain untuk menguatkannya."
        ),
        "Mintalah orang kedua menjalankan perintah yang sama dengan --by namanya.",
    )
}

/// Whoever is due for a tahap.
#[derive(Default)]
struct Candidates {
    families: Vec<FamilyId>,
    new: usize,
    again: usize,
    waiting: usize,
    unreadable: Unreadable,
}

impl Candidates {
    fn of(register: &Register, tahap: u16) -> Result<Self> {
        let mut found = Self::default();
        let waiting = waiting(register)?;
        found.unreadable = register.for_each_family(|cases| {
            for case in &cases {
                let latest = case.history.events().iter().filter_map(|event| event.tahap).max();
                let is_due = latest.is_none_or(|latest| latest < tahap);
                let is_returned =
                    case.history.last().is_some_and(|it| it.cause == Some(Cause::PaymentReturned));
                let counted = match case.status() {
                    Status::Verified => &mut found.new,
                    Status::Paid if is_due => &mut found.again,
                    // Paid before, and the money came back: whoever is on the list stays on it.
                    Status::CardReceived if is_due && is_returned => &mut found.again,
                    _ => continue,
                };
                if waiting.contains(&case.family.id) {
                    found.waiting += 1;
                    continue;
                }
                *counted += 1;
                found.families.push(case.family.id);
            }
            Ok(())
        })?;
        Ok(found)
    }
}

/// The families about whom something is asked or should be, or that was answered in two ways.
fn waiting(register: &Register) -> Result<BTreeSet<FamilyId>> {
    let questions = register.questions()?.into_iter();
    let open =
        questions.filter(|(_, asked)| asked.values().any(|is_open| *is_open)).map(|(family, _)| family);
    let answers = register.answers()?.into_iter();
    let in_conflict = answers
        .filter(|(_, answers)| Standing::of(answers.iter().map(Answered::weighed)).in_conflict)
        .map(|((family, _), _)| family);
    Ok(open.chain(in_conflict).chain(contested(register)?).collect())
}
