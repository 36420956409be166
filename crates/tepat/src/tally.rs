//! What came of reports, in sentences.

use office::reports::{RejectedRow, Repeated, Tally};
use office::table::spans;
use std::collections::BTreeMap;
use std::process::ExitCode;

/// Fails where nothing has changed, although something should have.
pub(crate) fn exit_code(tally: &Tally) -> ExitCode {
    if tally.is_vain() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// What was taken in, and every row that could not be.
pub(crate) fn sentences(tally: &Tally) -> String {
    let Tally { taken, known, blank, looks_like, locks, repeated, rejected, left } = tally;
    let new: usize = taken.values().sum();
    let mut text = format!("{new} baris dicatat, {known} sudah tercatat, {blank} belum diisi.\n");
    text.extend(taken.iter().map(|(says, count)| format!("  {count} {says}\n")));
    if let Some(kind) = looks_like {
        text += &format!("Berkas ini seperti {kind}.\n");
    }
    for open in locks {
        text += &format!("{open} sedang dibuka di Excel: tutup, lalu ulangi bila isinya belum disimpan.\n");
    }
    for Repeated { file, first, read_at } in repeated {
        let name = if first == file { String::new() } else { format!(" sebagai {first}") };
        text += &format!("{file} sudah dibaca pada {read_at}{name}: tidak ada yang berubah.\n");
    }
    text += &left.to_string();
    if !rejected.is_empty() {
        text += &format!("{} baris tidak dapat dicatat begitu saja:\n", rejected.len());
    }
    // One sentence for what rows share.
    let mut alike = BTreeMap::<(&str, &str, &str), Vec<u32>>::new();
    for RejectedRow { file, line, code, message } in rejected {
        alike.entry((file, code, message)).or_default().push(*line);
    }
    let mut alike: Vec<_> = alike.into_iter().collect();
    alike.sort_by_key(|((file, ..), lines)| (*file, lines.first().copied()));
    for ((file, code, message), lines) in alike {
        text += &format!("  {file} baris {}: {message} ({code})\n", spans(lines.into_iter()));
    }
    text
}
