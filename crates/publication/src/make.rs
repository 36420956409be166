//! Makes the publication: reads every family once, then seals what is published of each.

use crate::document::{INDEX, json};
use crate::public_family::PublicFamily;
use crate::secrets::{self, Derivation, Wanted};
use crate::sink::Sink;
use crate::stats::Counts;
use crate::{buckets, outcome};
use office::areas::areas;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::progress::{Progress, Work};
use office::reconciliation::Reconciliation;
use office::register::Register;
use office::workspace::Workspace;
use rayon::prelude::*;
use seal::lookup::{LEAST_MEMORY_KIB, LEAST_PASSES};
use serde::Serialize;
use std::collections::BTreeSet;
use wire::{
    Bytes, Contact, Index, LookupParams, OfficeKey, OfficeKind, PickupPointDto, Points, Programme, Version,
};

/// What it took.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// The number of the publication.
    pub serial: u32,
    /// Families in it.
    pub families: usize,
    /// Records in its buckets, without decoys.
    pub records: usize,
    /// Records whose place and key were derived anew, or would have to be.
    pub derived: usize,
    /// Buckets.
    pub buckets: usize,
    /// Outcomes of RT and RW.
    pub outcomes: usize,
}

/// Rupiah a month for each family (Pemprov DKI, January 2021).
const RUPIAH_A_MONTH: u32 = 300_000;

/// Makes the publication of this serial, file by file.
pub(crate) fn make(
    workspace: &Workspace,
    serial: u32,
    now: &Moment,
    derivation: Derivation,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<Figures> {
    let register = &workspace.register;
    let areas = areas();
    let salt = Bytes(salt(register)?);

    let secret = workspace.publication_secret();
    let City { families, wanted, counts, reconciliation } = City::read(workspace, &salt, now, progress)?;
    if let Some(first) = reconciliation.faults(register)?.first() {
        return Err(Fault::new(
            "tidak-cocok",
            format!("Jumlahnya tidak cocok, mis. {first}: tidak ada yang diterbitkan."),
            "Lihat semuanya dengan `tepat report`, dan pulihkan register dari cadangan terakhir yang laporannya cocok.",
        ));
    }
    let (keyed, derived) =
        secrets::locate(workspace, &families, wanted, &params(&salt, 0), derivation, now.date, progress)?;
    let filled = buckets::fill(&secret, &keyed, &families, &areas, sink, progress)?;
    let outcomes = outcome::seal_all(workspace, &secret, &families, sink)?;

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
            kind: OfficeKind::Dinas.into(),
            area: None,
            public_key: Bytes(workspace.office().public().to_bytes()),
        }],
        drop_box: Some("/inbox/".to_owned()),
        contacts: contacts(),
        example: register.get("example")?.is_some(),
    };
    let dated = register.points_dated()?.unwrap_or(now.date);
    let points = register.points()?.iter().map(PickupPointDto::from).collect();
    let points = Points { version: Version, dated, points };
    sink.put("areas.json", &json(&areas)?)?;
    sink.put("points.json", &json(&points)?)?;
    sink.put("stats.json", &json(&counts.stats(&register.mean_distances()?))?)?;
    sink.put(INDEX, &json(&index)?)?;
    Ok(Figures {
        serial,
        families: families.len(),
        records: keyed.len(),
        derived,
        buckets: filled.files,
        outcomes,
    })
}

/// Everything that a publication says, before it is sealed.
#[derive(Default)]
struct City {
    families: Vec<PublicFamily>,
    wanted: Vec<Wanted>,
    counts: Counts,
    reconciliation: Reconciliation,
}

impl City {
    fn read(workspace: &Workspace, salt: &Bytes, now: &Moment, progress: &dyn Progress) -> Result<Self> {
        let (register, secret) = (&workspace.register, workspace.publication_secret());
        let mut city = Self::default();
        let bar = progress.begin(Work::ReadFamilies, register.count_families()?);
        let unreadable = register.for_each_family(|cases| {
            for case in &cases {
                city.counts.count(case);
                city.reconciliation.count(case);
            }
            let first = u32::try_from(city.families.len()).unwrap_or(u32::MAX);
            let numbered: Vec<_> = (first..).zip(&cases).collect();
            let read: Vec<(PublicFamily, Vec<Wanted>)> = numbered
                .into_par_iter()
                .map(|(position, case)| {
                    let wanted = secrets::wanted(&secret, case, position, salt, now.date);
                    Ok((PublicFamily::of(case)?, wanted))
                })
                .collect::<Result<_>>()?;
            for (family, wanted) in read {
                city.families.push(family);
                city.wanted.extend(wanted);
            }
            bar.advance(cases.len());
            Ok(())
        })?;
        city.reconciliation.add_unreadable(&unreadable);
        Ok(city)
    }
}

/// Fills the register with noise in the place of keys, so that the speed of all the rest can be measured: to derive those of
/// a city takes a night.
pub fn fill_with_dummy_keys(workspace: &Workspace, now: &Moment, progress: &dyn Progress) -> Result<usize> {
    let salt = Bytes(salt(&workspace.register)?);
    let City { wanted, .. } = City::read(workspace, &salt, now, progress)?;
    secrets::fill_with_dummies(&workspace.register, wanted)
}

/// How many families have one of these records, by their ids.
pub(crate) fn families_with(
    workspace: &Workspace,
    ids: &BTreeSet<Vec<u8>>,
    now: &Moment,
    progress: &dyn Progress,
) -> Result<usize> {
    let salt = Bytes(salt(&workspace.register)?);
    let City { families, wanted, .. } = City::read(workspace, &salt, now, progress)?;
    let params = params(&salt, 0);
    let (keyed, _) =
        secrets::locate(workspace, &families, wanted, &params, Derivation::Never, now.date, progress)?;
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
