//! The rows of a section as they are meant: what stands above counts for a merged cell and for `sda`, and codes become words.

use crate::cell::is_ditto;
use crate::columns::Columns;
use crate::header_name::words_of;
use crate::kind::{Cells, facts};
use crate::table::{Merged, Row, fill_merged};
use lists_protocol::ColumnKind;

/// Fills the rows.
pub(crate) fn fill(columns: &Columns, merged: &[Merged], rows: &mut [Row]) {
    let is_said =
        |kind: ColumnKind| !matches!(kind, ColumnKind::Counter | ColumnKind::Unused | ColumnKind::Status);
    let known: Vec<(usize, ColumnKind)> = columns.with(is_said).collect();
    fill_merged(merged, rows, |at| known.iter().any(|(column, _)| *column == at));
    // Nobody has the name or the number of the person above.
    let is_shared = |(_, kind): &&(usize, ColumnKind)| !matches!(facts(*kind).cells, Cells::Identity);
    for (at, kind) in known.iter().filter(is_shared) {
        let mut above: Option<usize> = None;
        for i in 0..rows.len() {
            let text = rows.get(i).map_or("", |row| row.cell(*at));
            if text.is_empty() {
                continue;
            }
            let is_as_above = is_ditto(text) || (*kind == ColumnKind::Address && is_idem(text));
            if !is_as_above {
                above = Some(i);
                continue;
            }
            let said = above.and_then(|above| rows.get(above)).map(|row| row.cell(*at).to_owned());
            if let (Some(said), Some(row)) = (said, rows.get_mut(i)) {
                row.set(*at, said);
            }
        }
    }
    for (at, _) in columns.with(|kind| kind == ColumnKind::Disability) {
        if columns.name(at).is_some_and(|name| {
            words_of(&name.header).iter().any(|word| matches!(word.as_str(), "id" | "kode"))
        }) {
            rows.iter_mut().for_each(|row| row.set(at, disability(row.cell(at)).to_owned()));
        }
    }
}

/// What people write for the address above, and for nothing else.
fn is_idem(text: &str) -> bool {
    text.trim_matches(['.', ' ']).eq_ignore_ascii_case("id")
}

/// The codes of OpenSID for a disability.
fn disability(code: &str) -> &str {
    match code {
        "1" => "cacat fisik",
        "2" => "tuna netra",
        "3" => "tuna rungu/wicara",
        "4" => "cacat mental",
        "5" => "cacat fisik dan mental",
        "6" => "cacat lainnya",
        "7" => "tidak cacat",
        other => other,
    }
}
