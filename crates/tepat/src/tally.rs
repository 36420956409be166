//! What came of reports, in sentences.

use office::reports::{RejectedRow, Tally};

/// What was taken in, and every row that could not be.
pub(crate) fn sentences(tally: &Tally) -> String {
    let Tally { taken, known, blank, rejected, left } = tally;
    let new: usize = taken.values().sum();
    let mut text = format!("{new} baris dicatat, {known} sudah tercatat, {blank} belum diisi.\n");
    text.extend(taken.iter().map(|(says, count)| format!("  {count} {says}\n")));
    text += &left.to_string();
    if !rejected.is_empty() {
        text += &format!("{} baris tidak dapat dicatat:\n", rejected.len());
    }
    for RejectedRow { file, line, code, message } in rejected {
        text += &format!("  {file} baris {line}: {message} ({code})\n");
    }
    text
}
