//! `tepat enrol`: a phone becomes the phone of an RT.

use crate::areas::{areas, name_of};
use crate::cli::Enrol;
use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::output::Output;
use crate::register::Origin;
use crate::workspace::Workspace;
use qrcodegen::{QrCode, QrCodeEcc};
use seal::OfficeSecret;
use serde::Serialize;
use wire::{Bytes, Enrolment, OfficeKey, OfficeKind, Version};

/// Where `tepat serve` answers unless it is told otherwise.
const LOCAL: &str = "http://127.0.0.1:8787";

#[derive(Serialize)]
pub(super) struct Enrolled {
    /// The key id of the RT.
    id: String,
    /// The whole link.
    link: String,
    /// The part behind `/rt#`, for a site at another address.
    pub(super) fragment: String,
}

pub(super) fn run(workspace: &mut Workspace, enrol: &Enrol, now: &Moment, output: &Output) -> Result<()> {
    let Enrol::Rt { area, rw, rt, site, no_drop_box } = enrol;
    let origin = Origin { area: area.clone(), rw: *rw, rt: *rt };
    let drop_box = (!no_drop_box).then(|| "/inbox/".to_owned());
    let enrolled = enrol_rt(workspace, &origin, site.as_deref(), drop_box, now)?;
    let sentences = format!(
        "Tautan aktivasi untuk RT {rt} / RW {rw}, {}:\n\n{}\n\n{}\nSerahkan langsung kepada ketua RT. Siapa pun yang memegang tautan \
         ini dapat mengirim daftar atas nama RT itu.",
        name_of(&areas(), area),
        enrolled.link,
        picture(&enrolled.link)
    );
    output.answer(&enrolled, &sentences);
    Ok(())
}

/// Enrols an RT. Its secret is in the link and nowhere else.
pub(super) fn enrol_rt(
    workspace: &mut Workspace,
    origin: &Origin,
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
        area: origin.area.clone(),
        area_name: name_of(&areas(), &origin.area),
        rt: Some(origin.rt),
        rw: origin.rw,
        seed: seed.into(),
        offices: vec![OfficeKey {
            kind: OfficeKind::Dinas,
            area: None,
            public_key: Bytes(dinas.public().to_bytes()),
        }],
        drop_box,
    };
    let fragment = Bytes(serde_json::to_vec(&enrolment).during("menulis tautan")?).to_string();
    let id = workspace.register.together(|register| register.enrol(&secret, origin, now.date))?;
    let known_site = workspace.register.get("site")?;
    let site = site.or(known_site.as_deref()).unwrap_or(LOCAL).trim_end_matches('/');
    Ok(Enrolled { id, link: format!("{site}/rt#{fragment}"), fragment })
}

/// The link as a QR code for a terminal: two rows of modules in one line, dark on light, with a quiet zone.
fn picture(link: &str) -> String {
    let Ok(code) = QrCode::encode_text(link, QrCodeEcc::Low) else { return String::new() };
    let size = code.size();
    let dark = |x: i32, y: i32| code.get_module(x, y);
    let mut out = String::new();
    for y in (-2..size + 2).step_by(2) {
        for x in -2..size + 2 {
            out.push(match (dark(x, y), dark(x, y + 1)) {
                (false, false) => '█',
                (false, true) => '▀',
                (true, false) => '▄',
                (true, true) => ' ',
            });
        }
        out.push('\n');
    }
    out
}
