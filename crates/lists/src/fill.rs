//! The rows of a section as they are meant: what stands above counts for a merged cell and for `sda`, and codes become words.

use crate::cell::is_ditto;
use crate::columns::Columns;
use crate::header_name::words_of;
use crate::kind::{Cells, Evidence, facts};
use crate::table::{Merged, Row, fill_merged};
use domain::sixteen::is_separator;
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
            if *kind == ColumnKind::Address
                && !is_as_above
                && let Some(rest) = behind_ditto(text)
            {
                let address = above.and_then(|above| rows.get(above)).map(|row| row.cell(*at));
                let is_numbered = rest.contains(|c: char| c.is_ascii_digit());
                let street = address.map(|text| if is_numbered { street_of(text) } else { text });
                let whole = street.map(|street| format!("{street} {rest}"));
                if let (Some(whole), Some(row)) = (whole, rows.get_mut(i)) {
                    row.set(*at, whole);
                    above = Some(i);
                }
                continue;
            }
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
    for (at, kind) in columns.with(|kind| facts(kind).evidence == Evidence::KeyNumber) {
        for row in rows.iter_mut() {
            if let Some(number) = behind_label(row.cell(at), kind).map(str::to_owned) {
                row.set(at, number);
            }
            if let Some(number) = within_marks(row.cell(at)) {
                row.set(at, number);
            }
        }
    }
    for (at, _) in columns.with(|kind| kind == ColumnKind::Relation) {
        spell_out_relations(rows, at);
    }
    for (at, _) in columns.with(|kind| kind == ColumnKind::Disability) {
        if columns.name(at).is_some_and(|name| {
            words_of(&name.header).iter().any(|word| matches!(word.as_str(), "id" | "kode"))
        }) {
            rows.iter_mut().for_each(|row| row.set(at, disability(row.cell(at)).to_owned()));
        }
    }
}

/// A number behind the name of its column: `NIK: 3174…`, `No. KK 3174…`. Behind another name it is not one of this column.
fn behind_label(text: &str, kind: ColumnKind) -> Option<&str> {
    let at = text.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 1)?;
    let (label, number) = text.split_at(at);
    let words = words_of(label);
    let known: &[&str] = if kind == ColumnKind::Kk { &["kk", "nkk"] } else { &["nik", "ktp"] };
    let is_label = words.iter().any(|word| known.contains(&word.as_str()))
        && words.iter().all(|word| word == "no" || known.contains(&word.as_str()));
    is_label.then_some(number)
}

/// The digits of a number that stands between marks alone: `(3174…)`, `3174…,`, `317410/120380/9011`. A question mark says that it
/// is not sure.
fn within_marks(text: &str) -> Option<String> {
    let is_mark =
        |c: char| c.is_whitespace() || c.is_ascii_punctuation() && !matches!(c, '?' | '%' | '<' | '>' | '~');
    let bare = text.trim_matches(is_mark);
    let is_number = |c: char| c.is_ascii_digit() || is_separator(c) || c == '/';
    let number = || bare.chars().filter(char::is_ascii_digit).collect::<String>();
    (text.len() > 16 && bare.chars().all(is_number)).then(number).filter(|number| number.len() == 16)
}

/// Single letters for places in the KK, where a wife or a child has one: K, I, A. Elsewhere they may say anything.
fn spell_out_relations(rows: &mut [Row], at: usize) {
    let word =
        |text: &str| match text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ')) {
            "K" | "k" => Some("kepala keluarga"),
            "S" | "s" => Some("suami"),
            "I" | "i" => Some("istri"),
            "A" | "a" | "AK" | "Ak" | "ak" => Some("anak"),
            "C" | "c" => Some("cucu"),
            _ => None,
        };
    let is_said = |row: &Row| matches!(word(row.cell(at)), Some("istri" | "anak"));
    if rows.iter().any(is_said) {
        for row in rows {
            row.set(at, word(row.cell(at)).unwrap_or_default().to_owned());
        }
    }
}

/// What follows `as above` in the address of a neighbour: `sda no 5`.
fn behind_ditto(text: &str) -> Option<&str> {
    const DITTO: [&str; 5] = ["s.d.a", "s d a", "sda", "idem", "ditto"];
    let begins = |word: &&&str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let word = DITTO.iter().find(begins)?;
    let rest = text.get(word.len()..)?;
    let bare = rest.trim_start_matches(['.', ',', ' ', '-', '/']);
    (bare.len() < rest.len() && bare.contains(char::is_alphanumeric)).then_some(bare)
}

/// An address without the number of its house, which its neighbour does not have.
fn street_of(address: &str) -> &str {
    let words = || address.split_inclusive(' ');
    let is_no = |word: &str| {
        let letters: String = word.chars().take_while(|c| c.is_alphabetic()).collect();
        matches!(letters.to_lowercase().as_str(), "no" | "nomor" | "nomer" | "nmr")
    };
    let street: usize = words().take_while(|word| !is_no(word)).map(str::len).sum();
    let street = address.get(..street).unwrap_or_default().trim_end_matches([' ', ',']);
    if street.is_empty() { address } else { street }
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
