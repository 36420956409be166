//! `tepat match`: what lists of other aid and extracts of Dukcapil say of the families.

use crate::cli::MatchArgs;
use crate::output::Output;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::matching::{Comparison, ListFile, ReadRows, UnusableRow, compare};
use office::register::{Register, SourceKind};
use office::table::Left;
use office::workspace::Workspace;
use serde::Serialize;
use std::collections::HashSet;
use std::path::Path;

/// Every list that was compared.
#[derive(Default, Serialize)]
struct Matched {
    lists: Vec<Comparison>,
    #[serde(flatten)]
    left: Left,
}

/// As many rows as a person reads; a script gets all.
const SHOWN: usize = 20;

/// Takes the files in and matches them; without any, every list in force is matched again: new families come with each
/// tahap.
pub(super) fn run(
    workspace: &mut Workspace,
    args: &MatchArgs,
    is_sure: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let files = args.aid.iter().map(|file| (SourceKind::Aid, file));
    let files: Vec<_> = files.chain(args.dukcapil.iter().map(|file| (SourceKind::Residents, file))).collect();
    if args.title.is_some() && files.len() > 1 {
        return Err(Fault::new(
            "satu-judul",
            "Satu judul untuk beberapa berkas: yang terakhir akan menggantikan yang lain.",
            "Masukkan berkas satu per satu, masing-masing dengan --title.",
        ));
    }
    let files: Vec<ListFile<'_>> = files
        .into_iter()
        .map(|(kind, path)| ListFile {
            kind,
            path,
            title: args.title.clone().unwrap_or_else(|| stem(path)),
            programme: args.programme,
            may_be_empty: args.empty,
            stands_beside: is_sure,
        })
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
        let (comparisons, left) = workspace.register.transaction(|register| file.take(register, now))?;
        matched.lists.extend(comparisons);
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
    output.answer(&matched, &sentences(&matched));
    Ok(())
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn sentences(Matched { lists, left }: &Matched) -> String {
    let mut text = String::new();
    if lists.is_empty() {
        text += "Belum ada daftar: sebut --aid BERKAS atau --dukcapil BERKAS.\n";
    }
    text.extend(lists.iter().map(comparison));
    text + &left.to_string()
}

fn comparison(list: &Comparison) -> String {
    let Comparison { title, kind, file, rows, reading, families } = list;
    let mut text = format!("{title} ({kind}, dari {file}): {rows} baris dicocokkan");
    text += &match reading {
        Some(reading) => format!(", {} tidak terbaca.\n", reading.unreadable.len()),
        None => ".\n".to_owned(),
    };
    for (what, ties) in families {
        text.extend(ties.iter().map(|(tie, count)| format!("  {count} keluarga: {what}, menurut {tie}\n")));
    }
    let Some(ReadRows { unreadable, unused, presumed_alive, .. }) = reading else { return text };
    text += &some(unreadable);
    if *presumed_alive > 0 {
        text += &format!("  {presumed_alive} baris tanpa keadaan: dianggap hidup\n");
    }
    if !unused.is_empty() {
        text += &format!("  {} baris dicocokkan tanpa salah satu nomornya:\n", unused.len());
    }
    text + &some(unused)
}

fn some(rows: &[UnusableRow]) -> String {
    let shown = rows.iter().take(SHOWN);
    let text: String = shown.map(|UnusableRow { line, why }| format!("  baris {line}: {why}\n")).collect();
    match rows.len().saturating_sub(SHOWN) {
        0 => text,
        more => text + &format!("  dan {more} baris lagi (semuanya dengan --json)\n"),
    }
}
