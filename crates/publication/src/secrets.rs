//! Which secrets open the record of which family, and where each of them leads.

use crate::public_family::PublicFamily;
use domain::{Date, Household, RegistrationCode};
use office::case::Case;
use office::fault::{Fault, Result};
use office::progress::{Progress, Work};
use office::register::{Register, digest};
use office::workspace::Workspace;
use rayon::prelude::*;
use seal::{DerivationMemory, Locator, LookupSecret, Place, PublicationSecret};
use wire::{Bytes, LookupParams};

/// What opens a record, where that lies, and the position of its family among those of the publication.
pub(crate) struct Keyed {
    pub(crate) place: Place,
    pub(crate) family: u32,
    pub(crate) locator: Locator,
}

/// A secret that must lead somewhere, by the name that it has in the register.
pub(crate) struct Wanted {
    name: [u8; 32],
    place: Place,
    family: u32,
    /// Which of the family's secrets.
    which: u16,
}

/// Whether what was never derived is derived now, or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Derivation {
    /// Derives what is missing.
    Now,
    /// Leaves out what is missing, and counts it.
    Never,
}

/// Derivations that go to the register together: a night cut short loses no more than these.
const BATCH: usize = 1024;

/// The secrets of a family.
pub(crate) fn wanted(
    publication: &PublicationSecret,
    case: &Case,
    family: u32,
    salt: &Bytes,
    today: Date,
) -> Vec<Wanted> {
    let secrets = secrets(&case.family.household, &case.codes, case.pair_closed, today);
    (0..)
        .zip(secrets)
        .map(|(which, secret)| Wanted {
            name: publication.name_of(&[secret.as_bytes(), &salt.0].concat()),
            place: secret.place(),
            family,
            which,
        })
        .collect()
}

/// Finds where they lead; derives what was not derived before, and forgets what leads to nobody any more. The number of what was
/// not derived comes with the answer.
pub(crate) fn locate(
    workspace: &Workspace,
    families: &[PublicFamily],
    mut wanted: Vec<Wanted>,
    params: &LookupParams,
    derivation: Derivation,
    today: Date,
    progress: &dyn Progress,
) -> Result<(Vec<Keyed>, usize)> {
    let register = &workspace.register;
    // Two families with the same pair share one record: that of the one that has the aid, that stands, that was listed first.
    let rank = |family: u32| families.get(position(family)).map(|it| (!it.has_aid, it.is_double));
    // The families are far apart in the memory: they are looked at only where two names are the same.
    wanted.par_sort_unstable_by(|a, b| {
        a.name.cmp(&b.name).then_with(|| (rank(a.family), a.family).cmp(&(rank(b.family), b.family)))
    });
    wanted.dedup_by_key(|wanted| wanted.name);

    let (mut keyed, mut missing) = (Vec::with_capacity(wanted.len()), Vec::new());
    let (mut wanted, mut unwanted) = (wanted.into_iter().peekable(), Vec::new());
    register.each_derived(|name, locator| {
        while let Some(new) = wanted.next_if(|wanted| wanted.name < *name) {
            missing.push(new);
        }
        match wanted.next_if(|wanted| wanted.name == *name) {
            Some(known) => keyed.push(Keyed { place: known.place, family: known.family, locator }),
            None => unwanted.push(*name),
        }
    })?;
    missing.extend(wanted);
    let derived = missing.len();
    match derivation {
        // Of a family that was erased, or a number that was corrected, nothing stays here either.
        Derivation::Now => register.forget_derived(&unwanted)?,
        Derivation::Never => missing.clear(),
    }
    // Family by family, so that each is read once.
    missing.sort_unstable_by_key(|wanted| (wanted.family, wanted.which));
    let bar = progress.begin(Work::DeriveKeys, missing.len());
    for batch in missing.chunks(BATCH) {
        let secrets = read_again(register, families, batch, today)?;
        let found: Vec<Locator> = secrets
            .par_iter()
            .map_init(DerivationMemory::default, |memory, secret| {
                let locator = Locator::derive_in(memory, secret, params);
                bar.advance(1);
                locator.map_err(|fault| {
                    Fault::new(
                        "turunan",
                        format!("Kunci tidak dapat diturunkan: {fault}."),
                        "Pulihkan register dari cadangan.",
                    )
                })
            })
            .collect::<Result<_>>()?;
        register.keep_derived(batch.iter().map(|wanted| &wanted.name).zip(&found))?;
        keyed.extend(found.into_iter().zip(batch).map(|(locator, wanted)| Keyed {
            place: wanted.place,
            family: wanted.family,
            locator,
        }));
    }
    // Bucket by bucket, family by family.
    keyed.par_sort_unstable_by(|a, b| {
        (a.place, a.family, a.locator.as_bytes()).cmp(&(b.place, b.family, b.locator.as_bytes()))
    });
    Ok((keyed, derived))
}

/// Keeps noise for everything that is wanted; gives how many.
pub(crate) fn fill_with_dummies(register: &Register, mut wanted: Vec<Wanted>) -> Result<usize> {
    wanted.par_sort_unstable_by_key(|wanted| wanted.name);
    wanted.dedup_by_key(|wanted| wanted.name);
    let noise = |name: &[u8; 32]| {
        Locator::from_bytes([digest(name).as_slice(), name.as_slice()].concat().split_at(48).0)
    };
    let locators: Vec<Locator> = wanted.par_iter().filter_map(|wanted| noise(&wanted.name)).collect();
    register.keep_derived(wanted.iter().map(|wanted| &wanted.name).zip(&locators))?;
    Ok(locators.len())
}

/// The secrets themselves, which nobody keeps in the memory for a whole city.
fn read_again(
    register: &Register,
    families: &[PublicFamily],
    batch: &[Wanted],
    today: Date,
) -> Result<Vec<LookupSecret>> {
    let gone = || Fault::new("register", "Register berubah saat menerbitkan.", "Ulangi perintah ini.");
    let mut read = Vec::with_capacity(batch.len());
    for same in batch.chunk_by(|a, b| a.family == b.family) {
        let listed =
            same.first().and_then(|wanted| families.get(position(wanted.family))).ok_or_else(gone)?;
        let family = register.family(listed.id)?.ok_or_else(gone)?;
        let mut secrets: Vec<_> = secrets(&family.household, &listed.codes, listed.pair_closed, today)
            .into_iter()
            .map(Some)
            .collect();
        for wanted in same {
            let secret = secrets.get_mut(usize::from(wanted.which)).and_then(Option::take);
            read.push(secret.ok_or_else(gone)?);
        }
    }
    Ok(read)
}

/// The KK number with the NIK of each adult, unless the family closed that door, and each code.
fn secrets(
    household: &Household,
    codes: &[RegistrationCode],
    pair_closed: bool,
    today: Date,
) -> Vec<LookupSecret> {
    let adults = household.members().filter(|member| member.is_adult(today)).filter_map(|member| member.nik);
    let mut secrets: Vec<LookupSecret> = match &household.kk {
        Some(kk) if !pair_closed => adults.map(|nik| LookupSecret::pair(kk, &nik)).collect(),
        _ => Vec::new(),
    };
    secrets.extend(codes.iter().map(LookupSecret::code));
    secrets
}

/// The position that a number of 32 bits names.
pub(crate) fn position(family: u32) -> usize {
    usize::try_from(family).unwrap_or(usize::MAX)
}
