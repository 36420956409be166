//! Tables that stand side by side on a sheet.

use crate::columns::Columns;
use std::ops::Range;

/// The columns of each table, where each has a header of its own: it has the same first column as the others, or there is a gap
/// before it. None: it is one table.
pub(crate) fn tables(columns: &Columns) -> Vec<Range<usize>> {
    let all = columns.all();
    let Some(first) = all.first() else { return Vec::new() };
    let named_so = all.iter().filter(|column| column.name == first.name).map(|column| column.at);
    let behind_gap = all.windows(2).filter_map(|pair| match pair {
        [left, right] if left.at + 1 < right.at => Some(right.at),
        _ => None,
    });
    cut(columns, named_so.collect())
        .or_else(|| cut(columns, [first.at].into_iter().chain(behind_gap).collect()))
        .unwrap_or_default()
}

/// Tables that begin in these columns, if all of them are some.
fn cut(columns: &Columns, starts: Vec<usize>) -> Option<Vec<Range<usize>>> {
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    let ranges: Vec<Range<usize>> = starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
    let are_tables = ranges.iter().all(|range| {
        let part = columns.within(range);
        part.are_a_header() && part.make_families()
    });
    (ranges.len() > 1 && are_tables).then_some(ranges)
}
