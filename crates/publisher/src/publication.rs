//! A publication: the whole static API as a set of files.
//!
//! It is a function of the register, the office's secret and the time that it bears: the same give the same files,
//! byte for byte. Nothing personal is in it but under a key that follows from what the family itself knows.

mod buckets;
mod folder;
mod outcome;
mod secrets;
mod stats;

pub(crate) use folder::swap_in;

use crate::areas::areas;
use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::output::Output;
use crate::register::{Family, Register};
use crate::workspace::Workspace;
use domain::Event;
use seal::lookup::{LEAST_MEMORY_KIB, LEAST_PASSES};
use serde::Serialize;
use wire::{Bytes, Contact, Index, LookupParams, OfficeKey, OfficeKind, Points, Programme, Version};

/// A family with all that happened to it; cases lie in the order of their ids.
pub(crate) struct Case {
    pub(crate) family: Family,
    pub(crate) events: Vec<Event>,
}

/// The files of a publication, by their paths below `/api/v1/`.
pub(crate) struct Publication {
    pub(crate) files: Vec<(String, Vec<u8>)>,
    pub(crate) figures: Figures,
}

/// What it took.
#[derive(Debug, Serialize)]
pub(crate) struct Figures {
    pub(crate) serial: u32,
    pub(crate) families: usize,
    pub(crate) records: usize,
    /// Records whose place and key were derived anew.
    pub(crate) derived: usize,
    pub(crate) buckets: usize,
    pub(crate) outcomes: usize,
}

/// Rupiah a month for each family (Pemprov DKI, January 2021).
const RUPIAH_A_MONTH: u32 = 300_000;

/// Makes the publication.
pub(crate) fn make(workspace: &Workspace, now: &Moment, output: &Output) -> Result<Publication> {
    let register = &workspace.register;
    let cases = cases(register)?;
    let areas = areas();
    let serial = register.number("serial")? + 1;
    let salt = Bytes(salt(register)?);
    let params = |bits| LookupParams {
        salt: salt.clone(),
        memory_kib: LEAST_MEMORY_KIB,
        passes: LEAST_PASSES,
        lanes: 1,
        bucket_bits: bits,
    };

    let secret = workspace.publication_secret();
    let (keyed, derived) = secrets::locate(workspace, &secret, &cases, &params(0), now.date, output)?;
    let records = keyed.len();
    let buckets = buckets::fill(&secret, &keyed, &cases, &areas)?;
    let outcomes = outcome::seal_all(workspace, &secret, &cases)?;

    let figures = Figures {
        serial,
        families: cases.len(),
        records,
        derived,
        buckets: buckets.files.len(),
        outcomes: outcomes.len(),
    };
    let index = Index {
        version: Version,
        serial,
        published_at: now.to_string(),
        programme: Programme {
            name: "Bantuan Sosial Tunai".to_owned(),
            rupiah_a_month: RUPIAH_A_MONTH,
            tahap: register.number("tahap")?.max(1).try_into().unwrap_or(u16::MAX),
        },
        lookup: params(buckets.bits),
        offices: vec![OfficeKey {
            kind: OfficeKind::Dinas,
            area: None,
            public_key: Bytes(workspace.office().public().to_bytes()),
        }],
        drop_box: Some("/inbox/".to_owned()),
        contacts: contacts(),
        example: register.get("example")?.is_some(),
    };
    let points = Points { version: Version, dated: now.date, points: register.points()? };
    let mut files = vec![
        ("index.json".to_owned(), json(&index)?),
        ("areas.json".to_owned(), json(&areas)?),
        ("points.json".to_owned(), json(&points)?),
        ("stats.json".to_owned(), json(&stats::stats(&cases))?),
    ];
    files.extend(buckets.files);
    files.extend(outcomes);
    Ok(Publication { files, figures })
}

fn cases(register: &Register) -> Result<Vec<Case>> {
    let families = register.families()?;
    families.into_iter().map(|family| Ok(Case { events: register.events(family.id)?, family })).collect()
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
