//! A publication: the whole static API as a set of files.
//!
//! It is a function of the register, the office's secret and the time that it bears: the same give the same files,
//! byte for byte. Nothing personal is in it but under a key that follows from what the family itself knows.
//!
//! A city of a million families has some four million records: families are read a few thousand at a time and cut down to
//! what is told of them, and each file goes where it belongs ([`Shelf`]) as soon as it is made.

mod buckets;
mod check;
mod folder;
mod outcome;
mod secrets;
mod shelf;
mod stats;
mod told;
mod upload;

pub(crate) use check::{Check, Drift};
pub(crate) use folder::Folder;
pub(crate) use secrets::Derivation;
pub(crate) use shelf::{Delivery, Shelf};
pub(crate) use upload::Upload;

use crate::areas::areas;
use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::output::Output;
use crate::reconciliation::Reconciliation;
use crate::register::Register;
use crate::workspace::Workspace;
use rayon::prelude::*;
use seal::lookup::{LEAST_MEMORY_KIB, LEAST_PASSES};
use secrets::Wanted;
use serde::Serialize;
use stats::Counts;
use std::collections::BTreeSet;
use told::Told;
use wire::{Bytes, Contact, Index, LookupParams, OfficeKey, OfficeKind, Points, Programme, Version};

/// What it took.
#[derive(Debug, Serialize)]
pub(crate) struct Figures {
    pub(crate) serial: u32,
    pub(crate) families: usize,
    pub(crate) records: usize,
    /// Records whose place and key were derived anew, or would have to be.
    pub(crate) derived: usize,
    pub(crate) buckets: usize,
    pub(crate) outcomes: usize,
}

/// Rupiah a month for each family (Pemprov DKI, January 2021).
const RUPIAH_A_MONTH: u32 = 300_000;
/// The file that names the others: it comes last.
pub(crate) const INDEX: &str = "index.json";

/// Makes the publication of this serial, file by file.
pub(crate) fn make(
    workspace: &Workspace,
    serial: u32,
    now: &Moment,
    derivation: Derivation,
    shelf: &dyn Shelf,
    output: &Output,
) -> Result<Figures> {
    let register = &workspace.register;
    let areas = areas();
    let salt = Bytes(salt(register)?);

    let secret = workspace.publication_secret();
    let City { told, wanted, counts, reconciliation } = City::read(workspace, &salt, now, output)?;
    if let Some(first) = reconciliation.faults(register)?.first() {
        return Err(Fault::new(
            "tidak-cocok",
            format!("Jumlahnya tidak cocok, mis. {first}: tidak ada yang diterbitkan."),
            "Lihat semuanya dengan `tepat report`, dan pulihkan register dari cadangan terakhir yang laporannya cocok.",
        ));
    }
    let (keyed, derived) =
        secrets::locate(workspace, &told, wanted, &params(&salt, 0), derivation, now.date, output)?;
    let filled = buckets::fill(&secret, &keyed, &told, &areas, shelf, output)?;
    let outcomes = outcome::seal_all(workspace, &secret, &told, shelf)?;

    let index = Index {
        version: Version,
        serial,
        published_at: now.to_string(),
        programme: Programme {
            name: "Bantuan Sosial Tunai".to_owned(),
            rupiah_a_month: RUPIAH_A_MONTH,
            tahap: register.number("tahap")?.max(1).try_into().unwrap_or(u16::MAX),
        },
        lookup: params(&salt, filled.bits),
        offices: vec![OfficeKey {
            kind: OfficeKind::Dinas,
            area: None,
            public_key: Bytes(workspace.office().public().to_bytes()),
        }],
        drop_box: Some("/inbox/".to_owned()),
        contacts: contacts(),
        example: register.get("example")?.is_some(),
    };
    let dated = register.points_dated()?.unwrap_or(now.date);
    let points = Points { version: Version, dated, points: register.points()? };
    shelf.put("areas.json", &json(&areas)?)?;
    shelf.put("points.json", &json(&points)?)?;
    shelf.put("stats.json", &json(&counts.stats(&register.mean_distances()?))?)?;
    shelf.put(INDEX, &json(&index)?)?;
    Ok(Figures {
        serial,
        families: told.len(),
        records: keyed.len(),
        derived,
        buckets: filled.files,
        outcomes,
    })
}

/// Everything that a publication tells, before it is sealed.
#[derive(Default)]
struct City {
    told: Vec<Told>,
    wanted: Vec<Wanted>,
    counts: Counts,
    reconciliation: Reconciliation,
}

impl City {
    fn read(workspace: &Workspace, salt: &Bytes, now: &Moment, output: &Output) -> Result<Self> {
        let (register, secret) = (&workspace.register, workspace.publication_secret());
        let mut city = Self::default();
        let bar = output.progress("Membaca keluarga", register.count_families()?);
        register.walk(|cases| {
            for case in &cases {
                city.counts.count(case);
                city.reconciliation.count(case);
            }
            let first = u32::try_from(city.told.len()).unwrap_or(u32::MAX);
            let numbered: Vec<_> = (first..).zip(&cases).collect();
            let read: Vec<(Told, Vec<Wanted>)> = numbered
                .into_par_iter()
                .map(|(position, case)| {
                    let wanted = secrets::wanted(&secret, case, position, salt, now.date);
                    Ok((Told::of(case)?, wanted))
                })
                .collect::<Result<_>>()?;
            for (family, wanted) in read {
                city.told.push(family);
                city.wanted.extend(wanted);
            }
            bar.inc(u64::try_from(cases.len()).unwrap_or(0));
            Ok(())
        })?;
        bar.finish_and_clear();
        Ok(city)
    }
}

/// Fills the register with noise in the place of keys, so that the speed of all the rest can be measured: to derive those of
/// a city takes a night.
pub(crate) fn make_up_keys(workspace: &Workspace, now: &Moment, output: &Output) -> Result<usize> {
    let salt = Bytes(salt(&workspace.register)?);
    let City { wanted, .. } = City::read(workspace, &salt, now, output)?;
    secrets::make_up(&workspace.register, wanted)
}

/// How many families have one of these records, by their ids.
pub(crate) fn families_with(
    workspace: &Workspace,
    ids: &BTreeSet<Vec<u8>>,
    now: &Moment,
    output: &Output,
) -> Result<usize> {
    let salt = Bytes(salt(&workspace.register)?);
    let City { told, wanted, .. } = City::read(workspace, &salt, now, output)?;
    let params = params(&salt, 0);
    let (keyed, _) = secrets::locate(workspace, &told, wanted, &params, Derivation::Never, now.date, output)?;
    let theirs = keyed.into_iter().filter(|keyed| ids.contains(keyed.locator.id().as_slice()));
    Ok(theirs.map(|keyed| keyed.family).collect::<BTreeSet<u32>>().len())
}

fn params(salt: &Bytes, bucket_bits: u8) -> LookupParams {
    let salt = salt.clone();
    LookupParams { salt, memory_kib: LEAST_MEMORY_KIB, passes: LEAST_PASSES, lanes: 1, bucket_bits }
}

fn salt(register: &Register) -> Result<Vec<u8>> {
    register.get("salt")?.and_then(|text| data_encoding::HEXLOWER.decode(text.as_bytes()).ok()).ok_or_else(
        || Fault::new("garam", "Register tidak memuat garam program.", "Pulihkan register dari cadangan."),
    )
}

fn contacts() -> Vec<Contact> {
    vec![Contact {
        name: "Ketua RT/RW atau kantor kelurahan".to_owned(),
        phone: String::new(),
        note: "Senin–Jumat, jam kantor. Bawa KTP dan KK.".to_owned(),
    }]
}

fn json(document: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(document).during("menulis berkas API")
}
