//! `tepat match`: what lists of other aid and extracts of Dukcapil say of the families.

mod aid;
mod kelurahan;
mod names;
mod outcome;
mod overlay;
mod residents;

use crate::cli::MatchArgs;
use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::output::Output;
use crate::register::{List, Register, SourceKind, digest};
use crate::workspace::Workspace;
use domain::Aid;
use outcome::{Matched, Outcome, Unreadable};
use std::path::Path;

/// As families know it.
pub(super) fn aid_name(aid: Aid) -> &'static str {
    match aid {
        Aid::Pkh => "PKH",
        Aid::Bpnt => "BPNT",
        Aid::KartuSembako => "Kartu Sembako",
        Aid::PaketSembako => "Paket Sembako",
        Aid::Prakerja => "Kartu Prakerja",
        Aid::Other => "bantuan lain",
    }
}

/// Takes the files in and matches them; without any, every list in force is matched again: new families come with each
/// tahap.
pub(super) fn run(workspace: &mut Workspace, args: &MatchArgs, now: &Moment, output: &Output) -> Result<()> {
    let files = args.aid.iter().map(|file| (SourceKind::Aid, file));
    let files: Vec<_> = files.chain(args.dukcapil.iter().map(|file| (SourceKind::Residents, file))).collect();
    if args.title.is_some() && files.len() > 1 {
        return Err(Fault::new(
            "satu-judul",
            "Satu judul untuk beberapa berkas: yang terakhir akan menggantikan yang lain.",
            "Masukkan berkas satu per satu, masing-masing dengan --title.",
        ));
    }
    let mut matched = Matched::default();
    for (kind, file) in &files {
        let title = args.title.clone().unwrap_or_else(|| stem(file));
        let taken = |register: &Register| {
            let (list, unreadable) = take(register, *kind, file, title, args.programme, now)?;
            let mut outcome = compare(register, *kind, &list, now)?;
            outcome.unreadable = unreadable;
            Ok(outcome)
        };
        matched.lists.push(workspace.register.together(taken)?);
    }
    if files.is_empty() {
        for kind in [SourceKind::Aid, SourceKind::Residents] {
            for list in workspace.register.lists_in_force(kind)? {
                let again = |register: &Register| compare(register, kind, &list, now);
                matched.lists.push(workspace.register.together(again)?);
            }
        }
    }
    output.answer(&matched, &matched.to_string());
    Ok(())
}

/// Puts the rows of a file into the register, and says which of them cannot be read.
fn take(
    register: &Register,
    kind: SourceKind,
    file: &Path,
    title: String,
    programme: Option<Aid>,
    now: &Moment,
) -> Result<(List, Vec<Unreadable>)> {
    let name = file.display().to_string();
    let bytes = std::fs::read(file).during(format_args!("membaca {name}"))?;
    let source = register.source(kind, &name, &digest(&bytes), now)?;
    drop(bytes);
    register.forget_rows(source)?;
    let unreadable = match kind {
        SourceKind::Aid => aid::take(register, source, file, programme)?,
        _ => residents::take(register, source, file)?,
    };
    register.put_in_force(source, kind, &title, now)?;
    Ok((List { source, title }, unreadable))
}

/// Lays a list beside the families, and keeps what it says of them.
fn compare(register: &Register, kind: SourceKind, list: &List, now: &Moment) -> Result<Outcome> {
    let (rows, clues) = match kind {
        SourceKind::Aid => aid::compare(register, list.source, now)?,
        _ => residents::compare(register, list.source)?,
    };
    let found: Vec<_> = clues.into_iter().map(|((family, line), clue)| (family, line, clue)).collect();
    register.set_clues(list.source, &found)?;
    Ok(Outcome::of(list, kind, rows, &found))
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
