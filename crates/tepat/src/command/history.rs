//! `tepat history`: what happened, in words: to one family, to one RT, for one reason, on one day. No number is shown whole.

mod day;
mod family;
mod many;
mod published;
mod words;

use crate::cli::HistoryArgs;
use crate::output::Output;
use office::fault::{Fault, Result};
use office::register::{Act, Family, Origin, Register};
use office::workspace::Workspace;

/// Who reads the record of one family says who they are: the trail keeps it.
pub(super) fn run(
    workspace: &mut Workspace,
    args: &HistoryArgs,
    by: Result<String>,
    output: &Output,
) -> Result<()> {
    let register = &workspace.register;
    if let (Some(area), Some(rw), Some(rt)) = (&args.kelurahan, args.rw, args.rt) {
        let found = many::of_rt(register, &Origin { area: area.clone(), rw, rt })?;
        output.answer(&found, &found.to_string());
    } else if let Some(reason) = args.reason {
        let found = many::for_reason(register, reason)?;
        output.answer(&found, &found.to_string());
    } else if let Some(day) = args.day {
        let found = day::of(register, day)?;
        output.answer(&found, &found.to_string());
    } else {
        let (by, families) = (by?, find(register, args)?);
        workspace.register.transaction(|register| {
            families.iter().try_for_each(|it| register.act(Some(it.id), Act::Read { by: by.clone() }))
        })?;
        let register = &workspace.register;
        if let Some(day) = args.published {
            let published = published::on(register, &families, day)?;
            output.answer(&published, &published.to_string());
            return Ok(());
        }
        let histories: Vec<family::FamilyHistory> = families
            .iter()
            .map(|family| family::FamilyHistory::of(register, family))
            .collect::<Result<_>>()?;
        let sentences: Vec<String> = histories.iter().map(ToString::to_string).collect();
        output.answer(&histories, &sentences.join("\n"));
    }
    Ok(())
}

/// The family, and whatever else was listed under its number.
fn find(register: &Register, args: &HistoryArgs) -> Result<Vec<Family>> {
    let found = if let Some(code) = &args.code {
        register.family_with_code(code)?.into_iter().collect()
    } else if let Some(kk) = &args.kk {
        register.families_known_by_kk(kk)?
    } else if let Some(nik) = &args.nik {
        register.families_with_nik(nik)?
    } else {
        Vec::new()
    };
    if found.is_empty() { Err(Fault::not_registered()) } else { Ok(found) }
}
