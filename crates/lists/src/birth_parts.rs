//! A birth whose day, month and year stand in three columns: `Tgl`, `Bln`, `Thn`.

use crate::cell::is_dash;
use crate::columns::Columns;
use crate::header_name::words_of;
use crate::table::Row;
use lists_protocol::ColumnKind;

/// How the names of the three end.
const PARTS: [&[&str]; 3] = [&["tgl", "hari"], &["bln", "bulan"], &["thn", "th", "tahun"]];

/// Gives the births of such columns a column of their own.
pub(crate) fn join(columns: &mut Columns, rows: &mut [Row]) {
    let Some((first, name)) = place(columns) else { return };
    let at = columns.beyond(rows);
    for row in rows {
        let parts = (first..first + PARTS.len()).map(|part| row.cell(part));
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty() && !is_dash(part)).collect();
        row.set(at, parts.join(" "));
    }
    (first..first + PARTS.len()).for_each(|part| columns.set_aside(part));
    columns.add(at, &name, ColumnKind::Birth);
}

/// Where the three begin, and the names of all: the first, or what stands before it, is of a birth.
fn place(columns: &Columns) -> Option<(usize, String)> {
    let all = columns.all();
    (0..all.len()).find_map(|at| {
        let three = all.get(at..at + PARTS.len())?;
        let first = three.first()?;
        let names: Vec<Vec<String>> = three.iter().map(|column| words_of(&column.name)).collect();
        let is_part = |(i, (words, ends)): (usize, (&Vec<String>, &&[&str]))| {
            let is_next = three.get(i).is_some_and(|column| column.at == first.at + i);
            is_next && words.last().is_some_and(|word| ends.contains(&word.as_str()))
        };
        let before =
            at.checked_sub(1).and_then(|before| all.get(before)).map(|column| words_of(&column.name));
        let is_of_birth = names.first().into_iter().chain(&before).flatten().any(|word| word == "lahir");
        let is_it = is_of_birth && names.iter().zip(&PARTS).enumerate().all(is_part);
        let name = || three.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ");
        is_it.then(|| (first.at, name()))
    })
}
