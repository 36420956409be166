//! Name and NIK of a person in one column: `Budi / 3174…` under `Nama dan NIK`, or the one below the other.

use crate::cell::digits;
use crate::columns::Columns;
use crate::header_name::words_of;
use crate::table::Row;
use domain::Nik;
use domain::sixteen::is_separator;
use lists_protocol::ColumnKind;

/// Gives the names in such cells a column of their own. Cells in which one cannot tell them apart stay as they are, to be named.
pub(crate) fn part(columns: &mut Columns, rows: &mut Vec<Row>) {
    let person = columns.person();
    let (Some(at), None) = (person.nik, person.name) else { return };
    let header = columns.name(at).map(|name| name.header).unwrap_or_default();
    if !words_of(&header).iter().any(|word| word == "nama") {
        return;
    }
    let names = columns.beyond(rows);
    let mut is_parted = join_two_rows(rows, at, names);
    for row in rows.iter_mut() {
        if let Some((name, nik)) = lines(row.cell(at)).or_else(|| parts(row.cell(at))) {
            row.set(at, nik);
            row.set(names, name);
            is_parted = true;
        }
    }
    if is_parted {
        columns.add(names, &header, ColumnKind::Name);
    }
}

/// Makes one row of a name and, in the row below, its number; or the other way round. Whether there are some.
fn join_two_rows(rows: &mut Vec<Row>, at: usize, names: usize) -> bool {
    let mut joined: Vec<Row> = Vec::with_capacity(rows.len());
    for row in std::mem::take(rows) {
        match joined.last_mut().filter(|above| is_second_half(above, &row, at)) {
            Some(above) => {
                let (one, other) = (above.cell(at).to_owned(), row.cell(at).to_owned());
                let (name, nik) = if digits(&one) == 0 { (one, other) } else { (other, one) };
                above.set(at, bare_number(&nik).to_owned());
                above.set(names, name);
                row.filled()
                    .filter(|(cell, _)| *cell != at)
                    .for_each(|(cell, text)| above.set(cell, text.to_owned()));
                above.parts.push(row.number);
            }
            None => joined.push(row),
        }
    }
    *rows = joined;
    rows.iter().any(|row| !row.parts.is_empty())
}

/// Whether a row holds nothing but what the one above it lacks.
fn is_second_half(above: &Row, row: &Row, at: usize) -> bool {
    let is_name = |text: &str| digits(text) == 0 && text.contains(char::is_alphabetic);
    let is_number = |text: &str| Nik::parse(bare_number(text)).is_ok();
    let (one, other) = (above.cell(at), row.cell(at));
    row.number == above.number + 1
        && above.parts.is_empty()
        && (is_name(one) && is_number(other) || is_number(one) && is_name(other))
        && row.filled().all(|(cell, _)| cell == at || above.cell(cell).is_empty())
        && row.filled().count() < above.filled().count()
}

/// A number without its label: `NIK. 3174…`.
fn bare_number(text: &str) -> &str {
    let label = text.get(..3).filter(|label| label.eq_ignore_ascii_case("nik"));
    let rest = label.and_then(|label| text.get(label.len()..)).unwrap_or(text);
    rest.trim_start_matches(|c: char| is_separator(c) || c == ':')
}

/// The names and the numbers of several persons, one below the other.
fn lines(cell: &str) -> Option<(String, String)> {
    let items = cell.split(['\n', ';']).filter(|item| !item.trim().is_empty());
    let (names, numbers): (Vec<String>, Vec<String>) =
        items.map(parts).collect::<Option<Vec<_>>>()?.into_iter().unzip();
    Some((names.join("\n"), numbers.join("\n")))
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
