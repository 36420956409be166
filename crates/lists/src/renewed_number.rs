//! A column of numbers that some rows have anew beside the one that all have: `No KK`, `No KK Baru`.

use crate::cell::{digits, only_zeros};
use crate::columns::Columns;
use crate::table::Row;
use domain::Relation;
use lists_protocol::ColumnKind;
use std::collections::HashMap;

/// Writes the number that holds into the column that is read: where the new one is not filled in, the one that all rows have.
/// A card of a family that was renewed may have its new number in the first row of the family alone.
pub(crate) fn settle(columns: &mut Columns, rows: &mut [Row]) {
    for kind in [ColumnKind::Kk, ColumnKind::Nik, ColumnKind::HeadNik] {
        let Some((renewed, usual)) = columns.renewed(kind) else { continue };
        let relation = columns.at(ColumnKind::Relation).filter(|_| kind == ColumnKind::Kk);
        let mut families: HashMap<String, Option<String>> = HashMap::new();
        for row in rows.iter_mut() {
            let (new, old) = (row.cell(renewed).to_owned(), row.cell(usual).to_owned());
            let own = Some(new).filter(|new| digits(new) > 0 && !only_zeros(new));
            let is_head = relation
                .is_none_or(|at| matches!(Relation::parse_loose(row.cell(at)), None | Some(Relation::Head)));
            let of_family = families.entry(old.clone()).or_insert_with(|| own.clone().filter(|_| is_head));
            let of_family = of_family.clone().filter(|_| kind == ColumnKind::Kk && !old.is_empty());
            row.set(renewed, own.or(of_family).unwrap_or(old));
        }
        columns.set_aside(usual);
    }
}
