//! A phone becomes the phone of an RT or RW.

use crate::areas::{areas, name_of};
use crate::clock::Moment;
use crate::fault::{During, Result};
use crate::random;
use crate::recovery;
use crate::register::Scope;
use crate::workspace::Workspace;
use seal::{OfficePublic, OfficeSecret};
use serde::Serialize;
use wire::{Bytes, Enrolment, OfficeKey, OfficeKind, Purpose, Version};

/// Where `tepat serve` answers unless it is told otherwise.
const LOCAL: &str = "http://127.0.0.1:8787";

/// The phone of an RT or RW that may send lists from now on.
#[derive(Serialize)]
pub struct Enrolled {
    /// The key id of the RT or RW.
    pub id: String,
    /// The whole link.
    pub link: String,
    /// The part behind `/rt#`, for a site at another address.
    pub fragment: String,
}

/// Enrols an RT or RW. Its secret is in the link and nowhere else.
///
/// # Errors
/// The system gives no random bytes, or the register cannot be written.
pub fn enrol(
    workspace: &mut Workspace,
    scope: &Scope,
    site: Option<&str>,
    drop_box: Option<String>,
    now: &Moment,
) -> Result<Enrolled> {
    let seed: [u8; 32] = random::bytes()?;
    let secret = OfficeSecret::from_seed(&seed);
    let dinas = workspace.office()?;
    let enrolment = Enrolment {
        version: Version,
        area: scope.area.clone(),
        area_name: name_of(&areas(), &scope.area),
        rt: scope.rt,
        rw: scope.rw,
        seed: seed.into(),
        offices: offices(workspace)?,
        drop_box,
    };
    let document = serde_json::to_string(&enrolment).during("menulis tautan")?;
    let fragment = workspace.signing_keys()?.now.sign(Purpose::Enrolment, document).to_fragment();
    let id = workspace.register.transaction(|register| {
        let id = register.enrol(&secret, scope, now.date)?;
        register.set_link_key(&id, &dinas.public().id())?;
        Ok(id)
    })?;
    let known_site = workspace.register.get("site")?;
    let site = site.or(known_site.as_deref()).unwrap_or(LOCAL).trim_end_matches('/');
    Ok(Enrolled { id, link: format!("{site}/rt#{fragment}"), fragment })
}

/// The keys that lists are sealed to from now on, that of Dinas Sosial first.
///
/// # Errors
/// They are locked, or cannot be read.
pub fn offices(workspace: &Workspace) -> Result<Vec<OfficeKey>> {
    let key = |kind: OfficeKind, public: &OfficePublic| OfficeKey {
        kind: kind.into(),
        area: None,
        public_key: Bytes(public.to_bytes()),
    };
    let mut keys = vec![key(OfficeKind::Dinas, workspace.office()?.public())];
    keys.extend(recovery::public(workspace)?.map(|public| key(OfficeKind::Recovery, &public)));
    Ok(keys)
}
