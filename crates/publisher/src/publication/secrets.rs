//! Which secrets open the record of which family, and where each of them leads.

use super::Case;
use crate::fault::{Fault, Result};
use crate::output::Output;
use crate::workspace::Workspace;
use domain::Date;
use rayon::prelude::*;
use seal::{Locator, LookupSecret, PublicationSecret};
use std::collections::BTreeMap;
use wire::LookupParams;

/// A record to be: where it lies, and the position of its family among the cases.
pub(crate) struct Keyed {
    pub(crate) locator: Locator,
    pub(crate) case: usize,
}

/// Derivations that go to the register together: a night cut short loses no more than these.
const BATCH: usize = 512;

/// Derives what was not derived before; the number of those comes with the answer.
pub(super) fn locate(
    workspace: &Workspace,
    publication: &PublicationSecret,
    cases: &[Case],
    params: &LookupParams,
    today: Date,
    output: &Output,
) -> Result<(Vec<Keyed>, usize)> {
    let register = &workspace.register;
    // By name, so that two families with the same pair share one record: that of the one that stands.
    let mut wanted: BTreeMap<[u8; 32], (LookupSecret, usize)> = BTreeMap::new();
    for (position, case) in cases.iter().enumerate() {
        for secret in secrets(workspace, case, today)? {
            let name = publication.name_of(&[secret.as_bytes(), &params.salt.0].concat());
            let stands = case.family.double_of.is_none();
            match wanted.get_mut(&name) {
                Some(known) if stands && cases.get(known.1).is_some_and(|c| c.family.double_of.is_some()) => {
                    known.1 = position;
                }
                Some(_) => {}
                None => {
                    wanted.insert(name, (secret, position));
                }
            }
        }
    }
    let (mut keyed, mut missing) = (Vec::with_capacity(wanted.len()), Vec::new());
    for (name, (secret, case)) in wanted {
        match register.derived(&name)? {
            Some(locator) => keyed.push(Keyed { locator, case }),
            None => missing.push((name, secret, case)),
        }
    }
    let derived = missing.len();
    let bar = output.progress("Menurunkan kunci", derived);
    for batch in missing.chunks(BATCH) {
        let found: Vec<Locator> = batch
            .par_iter()
            .map(|(_, secret, _)| {
                let locator = Locator::derive(secret, params);
                bar.inc(1);
                locator.map_err(|fault| {
                    Fault::new(
                        "turunan",
                        format!("Kunci tidak dapat diturunkan: {fault}."),
                        "Pulihkan register dari cadangan.",
                    )
                })
            })
            .collect::<Result<_>>()?;
        for ((name, _, case), locator) in batch.iter().zip(found) {
            register.keep_derived(name, &locator)?;
            keyed.push(Keyed { locator, case: *case });
        }
    }
    bar.finish_and_clear();
    Ok((keyed, derived))
}

/// The KK number with the NIK of each adult, and each code.
fn secrets(workspace: &Workspace, case: &Case, today: Date) -> Result<Vec<LookupSecret>> {
    let household = &case.family.household;
    let adults = household.members().filter(|member| member.is_adult(today)).filter_map(|member| member.nik);
    let mut secrets: Vec<LookupSecret> = match &household.kk {
        Some(kk) => adults.map(|nik| LookupSecret::pair(kk, &nik)).collect(),
        None => Vec::new(),
    };
    secrets.extend(workspace.register.codes(case.family.id)?.iter().map(LookupSecret::code));
    Ok(secrets)
}
