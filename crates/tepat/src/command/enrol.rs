//! `tepat enrol`: a phone becomes the phone of an RT or RW, until its link is revoked.

mod list;
mod picture;
mod revoke;

use crate::cli::{Enrol, LinkArgs};
use crate::output::Output;
use office::areas::{areas, known, name_of};
use office::clock::Moment;
use office::enrolment::enrol;
use office::fault::Result;
use office::register::Scope;
use office::workspace::Workspace;

pub(super) fn run(workspace: &mut Workspace, command: &Enrol, now: &Moment, output: &Output) -> Result<()> {
    match command {
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
    let others =
        workspace.register.offices()?.iter().filter(|it| it.is_active() && it.scope == *scope).count();
    let enrolled = enrol(workspace, scope, args.site.as_deref(), drop_box, now)?;
    let mut look = String::new();
    if others > 0 {
        look += &format!(
            "\nPERIKSA: {scope} sudah punya {others} tautan yang berlaku. Cabut yang tidak dipakai: `tepat enrol list`."
        );
    }
    if !enrolled.link.starts_with("https://") {
        look += "\nPERIKSA: tautan ini bukan https: hanya untuk mencoba di komputer ini. Sebut situsnya dengan --site.";
    }
    let sentences = format!(
        "Tautan aktivasi untuk {scope} ({}):\n\n{}\n\n{}\nSerahkan langsung kepada ketuanya. Siapa pun yang memegang tautan \
         ini dapat mengirim daftar atas namanya.{look}",
        name_of(&areas(), &scope.area),
        enrolled.link,
        picture::of(&enrolled.link)
    );
    output.answer(&enrolled, &sentences);
    Ok(())
}
