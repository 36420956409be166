//! `tepat import`: a list of families from a spreadsheet.

mod apart;
mod folder;
mod imported;
mod list;
mod problem;
mod words;

use crate::cli::ImportArgs;
use crate::output::Output;
pub(super) use imported::import;
pub(super) use list::Place;
use office::areas::known;
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::workspace::Workspace;

pub(super) fn run(workspace: &mut Workspace, args: &ImportArgs, now: &Moment, output: &Output) -> Result<()> {
    if args.file.is_dir() {
        let imported = folder::import(workspace, &args.file, now, output)?;
        output.answer(&imported, &imported.to_string());
        return Ok(());
    }
    let Some(area) = &args.kelurahan else {
        return Err(Fault::new(
            "tanpa-kelurahan",
            "Daftar dari kelurahan mana ini?",
            "Tambahkan --kelurahan KODE, atau sebut folder yang nama berkasnya diawali kode kelurahan.",
        ));
    };
    known(area)?;
    let bytes = std::fs::read(&args.file).during(format_args!("membaca {}", args.file.display()))?;
    let place = Place { area: area.clone(), rw: args.rw, rt: args.rt };
    let imported = import(workspace, &args.file.display().to_string(), &bytes, &place, now)?;
    output.answer(&imported, &imported.sentences());
    Ok(())
}
