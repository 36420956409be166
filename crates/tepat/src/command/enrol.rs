//! `tepat enrol`: a phone becomes the phone of an RT or RW, until its link is revoked.

mod list;
mod picture;
mod revoke;

use crate::cli::{Enrol, LinkArgs};
use crate::output::Output;
use office::areas::{areas, known, name_of};
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::register::Scope;
use office::workspace::Workspace;
use seal::OfficeSecret;
use serde::Serialize;
use wire::{Bytes, Enrolment, OfficeKey, OfficeKind, Version};

/// Where `tepat serve` answers unless it is told otherwise.
const LOCAL: &str = "http://127.0.0.1:8787";

#[derive(Serialize)]
pub(super) struct Enrolled {
    /// The key id of the RT or RW.
    id: String,
    /// The whole link.
    link: String,
    /// The part behind `/rt#`, for a site at another address.
    pub(super) fragment: String,
}

pub(super) fn run(workspace: &mut Workspace, enrol: &Enrol, now: &Moment, output: &Output) -> Result<()> {
    match enrol {
        Enrol::Rt { area, rw, rt, link } => {
            let scope = Scope { area: area.clone(), rw: *rw, rt: Some(*rt) };
            show(workspace, &scope, link, now, output)
        }
        Enrol::Rw { area, rw, link } => {
            show(workspace, &Scope { area: area.clone(), rw: *rw, rt: None }, link, now, output)
        }
        Enrol::List => list::run(workspace, output),
        Enrol::Revoke { id } => revoke::run(workspace, id, now, output),
    }
}

fn show(
    workspace: &mut Workspace,
    scope: &Scope,
    args: &LinkArgs,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    known(&scope.area)?;
    let drop_box = (!args.no_drop_box).then(|| "/inbox/".to_owned());
    let enrolled = enrol_office(workspace, scope, args.site.as_deref(), drop_box, now)?;
    let sentences = format!(
        "Tautan aktivasi untuk {scope} ({}):\n\n{}\n\n{}\nSerahkan langsung kepada ketuanya. Siapa pun yang memegang tautan \
         ini dapat mengirim daftar atas namanya.",
        name_of(&areas(), &scope.area),
        enrolled.link,
        picture::of(&enrolled.link)
    );
    output.answer(&enrolled, &sentences);
    Ok(())
}

/// Enrols an RT or RW. Its secret is in the link and nowhere else.
pub(super) fn enrol_office(
    workspace: &mut Workspace,
    scope: &Scope,
    site: Option<&str>,
    drop_box: Option<String>,
    now: &Moment,
) -> Result<Enrolled> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|_| {
        Fault::new("acak", "Sistem tidak memberi angka acak.", "Nyalakan ulang komputer, lalu coba lagi.")
    })?;
    let secret = OfficeSecret::from_seed(&seed);
    let dinas = workspace.office();
    let enrolment = Enrolment {
        version: Version,
        area: scope.area.clone(),
        area_name: name_of(&areas(), &scope.area),
        rt: scope.rt,
        rw: scope.rw,
        seed: seed.into(),
        offices: vec![OfficeKey {
            kind: OfficeKind::Dinas.into(),
            area: None,
            public_key: Bytes(dinas.public().to_bytes()),
        }],
        drop_box,
    };
    let fragment = Bytes(serde_json::to_vec(&enrolment).during("menulis tautan")?).to_string();
    let id = workspace.register.transaction(|register| register.enrol(&secret, scope, now.date))?;
    let known_site = workspace.register.get("site")?;
    let site = site.or(known_site.as_deref()).unwrap_or(LOCAL).trim_end_matches('/');
    Ok(Enrolled { id, link: format!("{site}/rt#{fragment}"), fragment })
}
