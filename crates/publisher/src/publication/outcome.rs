//! What became of the families of each RT and RW, sealed to its head.

mod neighbourhoods;

use super::{Case, json};
use crate::fault::{Fault, Result};
use crate::register::{Office, Scope};
use crate::workspace::Workspace;
use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng as _;
use domain::RegistrationCode;
use neighbourhoods::Neighbourhoods;
use seal::{PublicationSecret, envelope};
use std::collections::BTreeMap;
use wire::{FamilyOutcome, Outcome, Version};

/// The outcome files of every enrolled RT and RW.
pub(super) fn seal_all(
    workspace: &Workspace,
    secret: &PublicationSecret,
    cases: &[Case],
) -> Result<Vec<(String, Vec<u8>)>> {
    let offices = workspace.register.offices()?;
    let neighbourhoods = Neighbourhoods::of(cases, &offices);
    let (active, revoked): (Vec<_>, Vec<_>) = offices.iter().partition(|office| office.is_active());
    let mut editions = BTreeMap::<&Scope, u32>::new();
    for office in revoked {
        let edition = editions.entry(&office.scope).or_default();
        *edition = office.edition.max(*edition);
    }
    active
        .into_iter()
        .map(|office| {
            let mut outcome = outcome(workspace, office, cases, &neighbourhoods)?;
            // A phone that got a new link goes on with the families, and the numbers, that it had under the old one.
            let before = editions.get(&office.scope).copied().unwrap_or_default();
            outcome.edition = office.edition.max(before);
            seal(workspace, secret, office, &json(&outcome)?)
        })
        .collect()
}

/// An RT is told of every family on its list, whoever entered it; an RW of those that it entered, and how far each RT
/// has come.
fn outcome(
    workspace: &Workspace,
    office: &Office,
    cases: &[Case],
    neighbourhoods: &Neighbourhoods<'_>,
) -> Result<Outcome> {
    let register = &workspace.register;
    let Scope { area, rw, rt } = &office.scope;
    let mut outcome =
        Outcome { version: Version, edition: office.edition, families: Vec::new(), progress: Vec::new() };
    if let Some(rt) = rt {
        for case in neighbourhoods.cases(area, *rw, *rt) {
            let codes = register.codes(case.family.id)?;
            outcome.families.extend(codes.into_iter().map(|code| case.told_by(code)));
        }
    } else {
        for (code, id) in register.codes_by(&office.scope)? {
            let place = cases.binary_search_by_key(&id, |case| case.family.id).ok();
            let case = place.and_then(|place| cases.get(place));
            outcome.families.extend(case.map(|case| case.told_by(code)));
        }
        outcome.progress = neighbourhoods.progress(area, *rw);
    }
    Ok(outcome)
}

impl Case {
    fn told_by(&self, code: RegistrationCode) -> FamilyOutcome {
        FamilyOutcome { code, entered_by: self.family.entered_by, events: self.events.clone() }
    }
}

fn seal(
    workspace: &Workspace,
    secret: &PublicationSecret,
    office: &Office,
    document: &[u8],
) -> Result<(String, Vec<u8>)> {
    // Everything that must look random follows from what is sealed, so the same outcome is the same file.
    let mut rng = ChaCha20Rng::from_seed(secret.name_of(&[office.id.as_bytes(), document].concat()));
    let sealed =
        envelope::seal(document, Some(&workspace.office()), std::slice::from_ref(&office.public), &mut rng)
            .and_then(|sealed| envelope::write(&sealed))
            .map_err(|fault| {
                Fault::new(
                    "segel",
                    format!("Hasil untuk {} tidak dapat disegel: {fault}.", office.scope),
                    "Laporkan kesalahan ini kepada pengembang.",
                )
            })?;
    Ok((format!("outcome/{}.json", office.id), sealed.1))
}
