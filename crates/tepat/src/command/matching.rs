//! `tepat match`: what lists of other aid and extracts of Dukcapil say of the families.

mod aid;
mod clues;
mod kelurahan;
mod names;
mod outcome;
mod overlay;
mod residents;
mod unusable;

use crate::cli::MatchArgs;
use crate::output::Output;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::register::{List, Register, SourceKind};
use office::table::{Left, Tables};
use office::workspace::Workspace;
use outcome::{Matched, Outcome, Reading};
use std::collections::HashSet;
use std::path::Path;

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
    let files: Vec<File<'_>> = files
        .into_iter()
        .map(|(kind, path)| File { kind, path, title: args.title.clone().unwrap_or_else(|| stem(path)) })
        .collect();
    let mut titles = HashSet::new();
    if let Some(twice) = files.iter().find(|file| !titles.insert((file.kind.code(), &file.title))) {
        return Err(Fault::new(
            "judul-sama",
            format!("Dua berkas berjudul {}: yang terakhir akan menggantikan yang lain.", twice.title),
            "Beri nama berkas yang berbeda, atau masukkan satu per satu, masing-masing dengan --title.",
        ));
    }
    let mut matched = Matched::default();
    for file in &files {
        let (outcomes, left) = workspace.register.transaction(|register| file.take(register, args, now))?;
        matched.lists.extend(outcomes);
        matched.left.add(left);
    }
    if files.is_empty() {
        for kind in [SourceKind::Aid, SourceKind::Residents] {
            for list in workspace.register.lists_in_force(kind)? {
                let again = |register: &Register| compare(register, kind, &list, now);
                matched.lists.push(workspace.register.transaction(again)?);
            }
        }
    }
    output.answer(&matched, &matched.to_string());
    Ok(())
}

/// A file with a list.
struct File<'a> {
    kind: SourceKind,
    path: &'a Path,
    title: String,
}

impl File<'_> {
    /// Puts its rows into the register in the place of those of the same title, and matches them. Every sheet of a workbook is
    /// a list.
    fn take(&self, register: &Register, args: &MatchArgs, now: &Moment) -> Result<(Vec<Outcome>, Left)> {
        let Self { kind, path, title } = self;
        let Tables { tables, left } = match kind {
            SourceKind::Aid => aid::open(path)?,
            _ => residents::open(path)?,
        };
        let mut readings = Vec::new();
        for table in &tables {
            let source = register.source(*kind, &table.name, &table.digest, now)?;
            register.forget_rows(source)?;
            let reading = match kind {
                SourceKind::Aid => aid::take(register, source, table, args.programme)?,
                _ => residents::take(register, source, table)?,
            };
            readings.push((source, reading));
        }
        self.refuse_empty(&readings.iter().map(|(_, reading)| reading).collect::<Vec<_>>(), args.empty)?;
        register.retire(*kind, title, now)?;
        let mut outcomes = Vec::new();
        for (source, reading) in readings {
            register.put_in_force(source, title)?;
            let mut outcome = compare(register, *kind, &List { source, title: title.clone() }, now)?;
            outcome.reading = Some(reading);
            outcomes.push(outcome);
        }
        Ok((outcomes, left))
    }

    /// An empty list in the place of a good one would clear everybody who is on that.
    fn refuse_empty(&self, readings: &[&Reading], may_be_empty: bool) -> Result<()> {
        let unreadable = readings.iter().find_map(|reading| reading.unreadable.first());
        if readings.iter().any(|reading| reading.taken > 0) || (may_be_empty && unreadable.is_none()) {
            return Ok(());
        }
        let example =
            unreadable.map(|it| format!(", mis. baris {}: {}", it.line, it.why)).unwrap_or_default();
        Err(Fault::new(
            "daftar-kosong",
            format!("Tidak ada baris yang terbaca di {}{example}.", self.path.display()),
            "Daftar yang lama tetap berlaku. Periksa berkasnya; bila daftarnya memang tanpa baris, tambahkan --memang-kosong.",
        ))
    }
}

/// Lays a list beside the families, and keeps what it says of them.
fn compare(register: &Register, kind: SourceKind, list: &List, now: &Moment) -> Result<Outcome> {
    let (rows, clues) = match kind {
        SourceKind::Aid => aid::compare(register, list.source, now)?,
        _ => residents::compare(register, list.source)?,
    };
    let found: Vec<_> = clues.into_iter().map(|((family, line), clue)| (family, line, clue)).collect();
    register.set_clues(list.source, &found)?;
    let file = register.source_name(list.source)?;
    Ok(Outcome::of(list, kind, file, rows, &found))
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
