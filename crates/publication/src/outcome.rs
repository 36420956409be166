//! What became of the families of each RT and RW, sealed to its head.

mod neighbourhoods;

use crate::document::json;
use crate::public_family::PublicFamily;
use crate::secrets::Derivation;
use crate::sink::Sink;
use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng as _;
use domain::RegistrationCode;
use neighbourhoods::Neighbourhoods;
use office::fault::{Fault, Result};
use office::register::{Office, Register, Scope, digest};
use office::workspace::Workspace;
use rayon::prelude::*;
use seal::{OfficeSecret, PublicationSecret, envelope};
use std::collections::{BTreeMap, BTreeSet};
use wire::{Outcome, Version};

/// Puts the outcome of every enrolled RT and RW into the sink; how many there are.
pub(crate) fn seal_all(
    workspace: &Workspace,
    secret: &PublicationSecret,
    families: &[PublicFamily],
    serial: u32,
    derivation: Derivation,
    sink: &dyn Sink,
) -> Result<usize> {
    let register = &workspace.register;
    let offices = register.offices()?;
    let neighbourhoods = Neighbourhoods::of(families, &offices);
    let (active, revoked): (Vec<_>, Vec<_>) = offices.iter().partition(|office| office.is_active());
    let mut editions = BTreeMap::<&Scope, u32>::new();
    for office in revoked {
        let edition = editions.entry(&office.scope).or_default();
        *edition = office.edition.max(*edition);
    }
    let keys = workspace.keys.all()?;
    let mut told = Vec::new();
    for some in active.chunks(CHUNK) {
        let outcomes = some
            .iter()
            .map(|office| {
                let mut outcome = outcome(workspace, office, families, &neighbourhoods)?;
                // A phone that got a new link goes on with the families, and the numbers, that it had under the old one.
                let before = editions.get(&office.scope).copied().unwrap_or_default();
                outcome.edition = office.edition.max(before);
                let said = digest(&json(&outcome)?);
                outcome.serial = register.outcome_serial(&office.id, &said, serial)?;
                told.push((office.id.clone(), said, outcome.serial));
                Ok((*office, outcome, key_of(register, &keys, &office.id)?))
            })
            .collect::<Result<Vec<_>>>()?;
        outcomes.par_iter().try_for_each(|(office, outcome, own)| {
            // A phone believes the key of its link alone.
            let Some(own) = own else { return Ok(()) };
            let sealed = seal(own, secret, office, &json(outcome)?)?;
            sink.put(&format!("outcome/{}.json", office.id), &sealed)
        })?;
    }
    if derivation == Derivation::Now {
        register.keep_outcome_serials(&told)?;
    }
    Ok(active.len())
}

/// The key of the office that a link knows; none where it is lost.
fn key_of<'a>(register: &Register, keys: &'a [OfficeSecret], link: &str) -> Result<Option<&'a OfficeSecret>> {
    Ok(match register.link_key(link)? {
        Some(id) => keys.iter().find(|key| key.public().id() == id),
        None => keys.last(),
    })
}

/// As many outcomes as are in the memory at once.
const CHUNK: usize = 1024;

/// An RT hears of every family on its list, whoever entered it; an RW of those that it entered, and how far each RT
/// has come.
fn outcome(
    workspace: &Workspace,
    office: &Office,
    families: &[PublicFamily],
    neighbourhoods: &Neighbourhoods<'_>,
) -> Result<Outcome> {
    let Scope { area, rw, rt } = &office.scope;
    let mut outcome = Outcome {
        version: Version,
        serial: 0,
        edition: office.edition,
        families: Vec::new(),
        progress: Vec::new(),
    };
    let of_phones = workspace.register.codes_by(&office.scope)?;
    if let Some(rt) = rt {
        let of_phones: BTreeSet<RegistrationCode> = of_phones.into_iter().map(|(code, _)| code).collect();
        for family in neighbourhoods.families(area, *rw, *rt) {
            for code in &family.codes {
                outcome.families.push(family.to_head(*code, of_phones.contains(code))?);
            }
        }
    } else {
        for (code, id) in of_phones {
            let place = families.binary_search_by_key(&id, |family| family.id).ok();
            if let Some(family) = place.and_then(|place| families.get(place)) {
                outcome.families.push(family.to_head(code, true)?);
            }
        }
        outcome.progress = neighbourhoods.progress(area, *rw);
    }
    Ok(outcome)
}

fn seal(own: &OfficeSecret, secret: &PublicationSecret, office: &Office, document: &[u8]) -> Result<Vec<u8>> {
    // Everything that must look random follows from what is sealed, so the same outcome is the same file.
    let mut rng = ChaCha20Rng::from_seed(secret.name_of(&[office.id.as_bytes(), document].concat()));
    let sealed = envelope::seal(document, Some(own), std::slice::from_ref(&office.public), &mut rng)
        .and_then(|sealed| envelope::write(&sealed))
        .map_err(|fault| {
            Fault::new(
                "segel",
                format!("Hasil untuk {} tidak dapat disegel: {fault}.", office.scope),
                "Laporkan kesalahan ini kepada pengembang.",
            )
        })?;
    Ok(sealed.1)
}
