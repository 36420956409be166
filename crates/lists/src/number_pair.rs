//! NIK and KK number in one cell: `NIK 3174… KK 3174…`, `3174…/3174…` under `NIK/KK`.

use crate::columns::Columns;
use crate::header_name::words_of;
use crate::numbers::{is_of_woman, may_be_kk};
use crate::table::Row;
use domain::sixteen::is_separator;
use domain::{KkNumber, Nik, Sixteen};
use lists_protocol::ColumnKind;

/// Which number of a cell is which.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    NikFirst,
    KkFirst,
}

/// Gives every number of such cells a cell of its own, where one can tell which is which. Others stay as they are, to be named.
pub(crate) fn part(columns: &mut Columns, rows: &mut [Row]) {
    for kind in [ColumnKind::Nik, ColumnKind::HeadNik, ColumnKind::Kk] {
        if let Some(at) = columns.at(kind) {
            part_column(columns, rows, at, kind == ColumnKind::Kk);
        }
    }
}

fn part_column(columns: &mut Columns, rows: &mut [Row], at: usize, is_kk: bool) {
    if !rows.iter().any(|row| numbers_in(row.cell(at)).is_some()) {
        return;
    }
    let name = columns.name(at).map(|name| name.header).unwrap_or_default();
    let of_header = order_of(&name);
    let other_kind = if is_kk { ColumnKind::Nik } else { ColumnKind::Kk };
    let known = if is_kk { columns.person().nik } else { columns.at(ColumnKind::Kk) };
    let other = known.unwrap_or_else(|| columns.beyond(rows));
    let mut is_parted = false;
    for row in rows.iter_mut() {
        let Some((numbers, before)) = numbers_in(row.cell(at)) else { continue };
        let [first, second] = &numbers;
        let beside = row.cell(other);
        let order = order_of(&before).or_else(|| beside_order(beside, is_kk, first, second)).or(of_header);
        let Some(order) = order.or_else(|| order_by_digits(first, second)) else { continue };
        let (nik, kk) = if order == Order::NikFirst { (first, second) } else { (second, first) };
        let (own, of_other) = if is_kk { (kk, nik) } else { (nik, kk) };
        // What stands beside says otherwise: nobody can tell.
        if !beside.is_empty() && KkNumber::parse(beside) != KkNumber::parse(of_other) {
            continue;
        }
        let (own, of_other) = (own.clone(), of_other.clone());
        row.set(at, own);
        row.set(other, of_other);
        is_parted = true;
    }
    if is_parted && known.is_none() {
        columns.add(other, &name, other_kind);
    }
}

/// The two numbers of a cell, and what stands in it before the second one.
fn numbers_in(text: &str) -> Option<([String; 2], String)> {
    if text.len() < 32 {
        return None;
    }
    let is_part = |c: char| c.is_ascii_digit() || is_separator(c);
    let mut digits = String::new();
    for run in text.split(|c: char| !is_part(c)) {
        let own: String = run.chars().filter(char::is_ascii_digit).collect();
        // A word may stand between: of the digits of each run all must be of whole numbers.
        if !own.len().is_multiple_of(16) {
            return None;
        }
        digits.push_str(&own);
    }
    let (first, second) = digits.split_at_checked(16)?;
    let is_pair = second.len() == 16 && Nik::parse(first).is_ok() && first != second;
    let before = text.split(|c: char| c.is_ascii_digit()).collect::<Vec<_>>().join(" ");
    is_pair.then(|| ([first.to_owned(), second.to_owned()], before))
}

/// In which order words name the numbers; `None`: they do not name both.
fn order_of(text: &str) -> Option<Order> {
    let words = words_of(text);
    let place = |known: &[&str]| words.iter().position(|word| known.contains(&word.as_str()));
    let (nik, kk) = place(&["nik", "ktp"]).zip(place(&["kk", "nkk"]))?;
    Some(if nik < kk { Order::NikFirst } else { Order::KkFirst })
}

/// The number that stands in the other column too is what that column says.
fn beside_order(beside: &str, is_kk: bool, first: &str, second: &str) -> Option<Order> {
    let beside = Nik::parse(beside).ok()?.digits().to_string();
    match () {
        () if beside == first => Some(if is_kk { Order::NikFirst } else { Order::KkFirst }),
        () if beside == second => Some(if is_kk { Order::KkFirst } else { Order::NikFirst }),
        () => None,
    }
}

/// A woman's NIK has a day that no KK number has.
fn order_by_digits(first: &str, second: &str) -> Option<Order> {
    let (first, second) = (Sixteen::parse(first).ok()?, Sixteen::parse(second).ok()?);
    match (is_of_woman(&first), is_of_woman(&second)) {
        (true, false) if may_be_kk(&second) => Some(Order::NikFirst),
        (false, true) if may_be_kk(&first) => Some(Order::KkFirst),
        _ => None,
    }
}
