//! Name and NIK of a person in one cell: `Budi / 3174…`, under `Nama dan NIK`.

use crate::cell::digits;
use crate::columns::Columns;
use crate::header_name::words_of;
use crate::table::Row;
use domain::sixteen::is_separator;
use lists_protocol::ColumnKind;

/// Gives the names in such cells a column of their own. Cells in which one cannot tell them apart stay as they are, to be named.
pub(crate) fn part(columns: &mut Columns, rows: &mut [Row]) {
    let person = columns.person();
    let (Some(at), None) = (person.nik, person.name) else { return };
    let header = columns.name(at).map(|name| name.header).unwrap_or_default();
    if !words_of(&header).iter().any(|word| word == "nama") {
        return;
    }
    let names = columns.beyond(rows);
    let mut is_parted = false;
    for row in rows.iter_mut() {
        if let Some((name, nik)) = parts(row.cell(at)) {
            row.set(at, nik);
            row.set(names, name);
            is_parted = true;
        }
    }
    if is_parted {
        columns.add(names, &header, ColumnKind::Name);
    }
}

/// The name and the number, of which one stands before the other. Whether it is a NIK is seen later, as in any column.
fn parts(cell: &str) -> Option<(String, String)> {
    let is_of_name = |c: char| c.is_alphabetic();
    let first = cell.find(|c: char| c.is_ascii_digit())?;
    let end = cell.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (before, number, after) = (cell.get(..first)?, cell.get(first..end)?, cell.get(end..)?);
    let name = if before.contains(is_of_name) { before } else { after };
    let is_alone = !(before.contains(is_of_name) && after.contains(is_of_name));
    let bare = |name: &str| name.trim_matches(|c: char| is_separator(c) || "/(),;:".contains(c)).to_owned();
    let name = bare(name);
    // `Budi NIK 3174…`, but not `Manik`.
    let name = match name.strip_suffix("NIK") {
        Some(rest) if !rest.ends_with(char::is_alphanumeric) => bare(rest),
        _ => name,
    };
    (is_alone && name.contains(is_of_name) && digits(number) >= 6).then(|| (name, number.to_owned()))
}
