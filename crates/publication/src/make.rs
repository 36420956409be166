//! Makes the publication: reads every family once, then seals what is published of each.

use crate::buckets::Filling;
use crate::document::{INDEX, json, signed_json};
use crate::public_family::PublicFamily;
use crate::secrets::{self, Derivation, Wanted};
use crate::sink::Sink;
use crate::stats::Counts;
use crate::terms::Terms;
use crate::{buckets, outcome};
use office::areas::areas;
use office::clock::Moment;
use office::contacts::{Contact, contacts};
use office::enrolment::offices;
use office::fault::{Fault, Result};
use office::progress::{Progress, Work};
use office::reconciliation::Reconciliation;
use office::register::digest;
use office::workspace::Workspace;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use wire::{Bucket, Bytes, FileDigest, Index, PickupPointDto, Points, Programme, Purpose, Version};

/// What it took.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// The number of the publication.
    pub serial: u32,
    /// Families in it.
    pub families: usize,
    /// Capsules in its buckets, without decoys: one for each adult with a NIK and for each code.
    pub records: usize,
    /// Capsules whose keys were derived anew, or would have to be.
    pub derived: usize,
    /// Buckets.
    pub buckets: u32,
    /// Records that lack their oldest part, because they did not fit.
    pub shortened: usize,
    /// Records without a place: more families than honest numbers bring chose one bucket.
    pub left_out: usize,
    /// Outcomes of RT and RW.
    pub outcomes: usize,
}

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
    register.keeps_little()?;
    let terms = Terms::of(register)?;
    let keys = workspace.signing_keys()?;
    let areas = areas();
    let City { families, wanted, counts, reconciliation } =
        City::read(workspace, &terms.salt, now, progress)?;
    if let Some(first) = reconciliation.faults(register)?.first() {
        return Err(Fault::new(
            "tidak-cocok",
            format!("Jumlahnya tidak cocok, mis. {first}: tidak ada yang diterbitkan."),
            "Lihat semuanya dengan `tepat report`, dan pulihkan register dari cadangan terakhir yang laporannya cocok.",
        ));
    }
    let (keyed, derived) =
        secrets::locate(workspace, &families, wanted, &terms.params(1, 1), derivation, now.date, progress)?;
    let secret = workspace.publication_secret()?;
    let filling = Filling { secret: &secret, families: &families, areas: &areas, pair: terms.pair };
    let filled = buckets::fill(&filling, &keyed, sink, progress)?;
    let outcomes = outcome::seal_all(workspace, &secret, &families, serial, derivation, sink)?;

    let dated = register.points_dated()?.unwrap_or(now.date);
    let points = register.points()?.iter().map(PickupPointDto::from).collect();
    let points = Points { version: Version, dated, points };
    let stats = counts.stats(&register.mean_distances()?);
    let mut files = BTreeMap::new();
    for (name, bytes) in
        [("areas.json", json(&areas)?), ("points.json", json(&points)?), ("stats.json", json(&stats)?)]
    {
        sink.put(name, &bytes)?;
        files.insert(name.to_owned(), FileDigest::of_sha256(&digest(&bytes)));
    }
    let due = office::accounts::Programme::of(register)?;
    let index = Index {
        version: Version,
        serial,
        published_at: now.to_string(),
        fresh_until: now.days_before(-i64::from(terms.fresh_days)).to_string(),
        programme: Programme {
            name: "Bantuan Sosial Tunai".to_owned(),
            rupiah_a_month: u32::try_from(due.rupiah_a_month.get()).unwrap_or(u32::MAX),
            tahap: register.number("tahap")?.max(1).try_into().unwrap_or(u16::MAX),
        },
        lookup: terms.params(filled.pair_buckets, filled.code_buckets),
        status: filled.tree,
        files,
        next_key: keys.next.as_ref().map(|key| Bytes(key.public().to_bytes())),
        offices: offices(workspace)?,
        drop_box: Some("/inbox/".to_owned()),
        contacts: contacts(register)?.into_iter().map(contact).collect(),
        example: register.get("example")?.is_some(),
    };
    sink.put(INDEX, &signed_json(&keys.now, Purpose::Index, &index)?)?;
    Ok(Figures {
        serial,
        families: families.len(),
        records: keyed.len(),
        derived,
        buckets: filled.pair_buckets + filled.code_buckets,
        shortened: filled.shortened,
        left_out: filled.left_out,
        outcomes,
    })
}

fn contact(Contact { name, phone, note }: Contact) -> wire::Contact {
    wire::Contact { name, phone, note }
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
        let (register, secret) = (&workspace.register, workspace.publication_secret()?);
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
    let salt = Terms::of(&workspace.register)?.salt;
    let City { wanted, .. } = City::read(workspace, &salt, now, progress)?;
    secrets::fill_with_dummies(&workspace.register, wanted)
}

/// How many families have a record that is not published as the register has it: see [`buckets::families_behind`].
pub(crate) fn families_behind(
    workspace: &Workspace,
    published: impl Fn(u32, FileDigest) -> Result<Option<Bucket>>,
    now: &Moment,
    progress: &dyn Progress,
) -> Result<usize> {
    let terms = Terms::of(&workspace.register)?;
    let City { families, wanted, .. } = City::read(workspace, &terms.salt, now, progress)?;
    let params = terms.params(1, 1);
    let (keyed, _) =
        secrets::locate(workspace, &families, wanted, &params, Derivation::Never, now.date, progress)?;
    let (secret, areas) = (workspace.publication_secret()?, areas());
    let filling = Filling { secret: &secret, families: &families, areas: &areas, pair: terms.pair };
    buckets::families_behind(&filling, &keyed, published)
}
