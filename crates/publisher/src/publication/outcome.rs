//! What became of the families of each RT, sealed to that RT.

use super::{Case, json};
use crate::fault::{Fault, Result};
use crate::register::Office;
use crate::workspace::Workspace;
use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng as _;
use seal::{PublicationSecret, envelope};
use wire::{FamilyOutcome, Outcome, Version};

/// The outcome files of every enrolled RT.
pub(super) fn seal_all(
    workspace: &Workspace,
    secret: &PublicationSecret,
    cases: &[Case],
) -> Result<Vec<(String, Vec<u8>)>> {
    workspace.register.offices()?.iter().map(|office| seal(workspace, secret, office, cases)).collect()
}

fn seal(
    workspace: &Workspace,
    secret: &PublicationSecret,
    office: &Office,
    cases: &[Case],
) -> Result<(String, Vec<u8>)> {
    let mut families = Vec::new();
    for case in cases.iter().filter(|case| case.family.origin == office.origin) {
        for code in workspace.register.codes(case.family.id)? {
            families.push(FamilyOutcome { code, entered_by: None, events: case.events.clone() });
        }
    }
    let document =
        json(&Outcome { version: Version, edition: office.edition, families, progress: Vec::new() })?;
    // Everything that must look random follows from what is sealed, so the same outcome is the same file.
    let mut rng = ChaCha20Rng::from_seed(secret.name_of(&[office.id.as_bytes(), &document].concat()));
    let sealed =
        envelope::seal(&document, Some(&workspace.office()), std::slice::from_ref(&office.public), &mut rng)
            .and_then(|sealed| envelope::write(&sealed))
            .map_err(|fault| {
                Fault::new(
                    "segel",
                    format!("Hasil untuk RT tidak dapat disegel: {fault}."),
                    "Laporkan kesalahan ini kepada pengembang.",
                )
            })?;
    Ok((format!("outcome/{}.json", office.id), sealed.1))
}
