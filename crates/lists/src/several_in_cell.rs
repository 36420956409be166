//! Several persons in one cell: names one below the other with their numbers beside them, or all members of a family under
//! `Anggota Keluarga`. Cells that do not tell who is who stay as they are, to be named.

use crate::cell::{digits, is_dash};
use crate::columns::Columns;
use crate::header_name::words_of;
use crate::kind::{Cells, facts};
use crate::several_names::is_degree;
use crate::slot::Slot;
use crate::table::Row;
use domain::reading::{is_no_text, states_none};
use domain::{KkNumber, Nik, Relation};
use lists_protocol::ColumnKind;

/// More are no family.
const MOST: usize = 15;

/// Gives every person of such cells but the first columns of their own.
pub(crate) fn part(columns: &mut Columns, rows: &mut [Row]) {
    part_members(columns, rows);
    part_persons(columns, rows);
}

/// Names in one cell, numbers in another, and as many of both.
fn part_persons(columns: &mut Columns, rows: &mut [Row]) {
    let person = columns.person();
    let Some((name, nik)) = person.name.zip(person.nik) else { return };
    let kk = columns.at(ColumnKind::Kk);
    let mut parts = vec![(name, ColumnKind::Name), (nik, ColumnKind::Nik)];
    parts.extend(columns.with(|kind| matches!(facts(kind).cells, Cells::Person(_))));
    let beyond = columns.beyond(rows);
    let mut most = 1;
    for row in rows.iter_mut() {
        let is_one_family = kk.is_none_or(|at| {
            let kk = row.cell(at);
            kk.is_empty() || states_none(kk) || KkNumber::parse(kk).is_ok()
        });
        let numbers = items(row.cell(nik), true);
        let names = items(row.cell(name), true);
        let count = numbers.len();
        let are_persons = is_one_family
            && (2..=MOST).contains(&count)
            && names.len() == count
            && names.iter().all(|name| is_name(name))
            && numbers.iter().all(|number| Nik::parse(number).is_ok() || states_none(number))
            && numbers.iter().any(|number| Nik::parse(number).is_ok());
        if !are_persons {
            continue;
        }
        let cells: Vec<Vec<String>> = parts
            .iter()
            .map(|(at, kind)| items(row.cell(*at), matches!(kind, ColumnKind::Name | ColumnKind::Nik)))
            .collect();
        // What stands once is said of the first.
        if cells.iter().any(|items| items.len() > 1 && items.len() != count) {
            continue;
        }
        for (i, (items, (at, _))) in cells.into_iter().zip(&parts).enumerate() {
            for (n, item) in items.into_iter().enumerate() {
                let place = n.checked_sub(1).map_or(*at, |others| beyond + others * parts.len() + i);
                row.set(place, item);
            }
        }
        most = most.max(count);
    }
    let name = |columns: &Columns, at| columns.name(at).map(|name| name.header).unwrap_or_default();
    for n in 1..most {
        let slot = Slot::in_cell(u8::try_from(n).unwrap_or(u8::MAX), true);
        for (i, (at, kind)) in parts.iter().enumerate() {
            let name = name(columns, *at);
            columns.add_of_person(beyond + (n - 1) * parts.len() + i, &name, *kind, slot.clone());
        }
    }
}

/// All members but the head in one cell, where the row is that of the head: `Siti (istri), Adi (anak)`, `Siti, 3174…`.
fn part_members(columns: &mut Columns, rows: &mut [Row]) {
    if columns.at(ColumnKind::HeadName).is_none() {
        return;
    }
    let is_of_members = |words: &[String]| {
        words.iter().any(|word| word == "anggota") && !words.iter().any(|word| word == "jumlah")
    };
    let may_be = |kind| matches!(kind, None | Some(ColumnKind::Name | ColumnKind::Nik | ColumnKind::Unused));
    let all = columns.all().iter().filter(|column| column.slot.is_none() && !column.is_corrected);
    let found =
        all.filter(|column| may_be(column.kind)).find(|column| is_of_members(&words_of(&column.name)));
    let Some((members, header)) = found.map(|column| (column.at, column.name.clone())) else { return };
    // With a member in each row it is the column of their names.
    if !rows.iter().any(|row| items(row.cell(members), true).len() > 1) {
        return;
    }
    let beyond = columns.beyond(rows);
    let (mut most, mut are_all_read) = (0, true);
    for row in rows.iter_mut() {
        let cell = row.cell(members);
        if cell.is_empty() || is_dash(cell) || is_no_text(cell) {
            continue;
        }
        let items: Option<Vec<Member>> = items(cell, true).iter().map(|item| Member::of(item)).collect();
        let Some(items) = items.filter(|items| items.len() <= MOST) else {
            are_all_read = false;
            continue;
        };
        most = most.max(items.len());
        for (n, Member { name, nik, relation }) in items.into_iter().enumerate() {
            for (i, text) in [name, nik, relation].into_iter().enumerate() {
                row.set(beyond + n * KINDS.len() + i, text);
            }
        }
    }
    if most == 0 {
        return;
    }
    // A column of which some cells are not read is named as not read.
    columns.give_up(members, are_all_read);
    for n in 0..most {
        let slot = Slot::in_cell(u8::try_from(n + 1).unwrap_or(u8::MAX), false);
        for (i, kind) in KINDS.into_iter().enumerate() {
            let has = |row: &Row| !row.cell(beyond + n * KINDS.len() + i).is_empty();
            if kind == ColumnKind::Name || rows.iter().any(has) {
                columns.add_of_person(beyond + n * KINDS.len() + i, &header, kind, slot.clone());
            }
        }
    }
}

/// What is read of a member.
const KINDS: [ColumnKind; 3] = [ColumnKind::Name, ColumnKind::Nik, ColumnKind::Relation];

/// A member as a cell has it.
struct Member {
    name: String,
    nik: String,
    relation: String,
}

impl Member {
    /// `Siti`, `Siti (istri)`, `Siti - 3174…`, `Istri: Siti`; `None` where it is not clear.
    fn of(item: &str) -> Option<Self> {
        let mut member = Self { name: String::new(), nik: String::new(), relation: String::new() };
        let marks = ['(', ')', ',', '/', ':', '|', '='];
        for part in item.split(marks).flat_map(|part| part.split(" - ")) {
            let part = part.trim().trim_matches(['-', '.']).trim();
            let bare = part.strip_prefix("NIK").map_or(part, |rest| rest.trim_start_matches(['.', ' ']));
            let is_relation = Relation::parse_loose(part).is_some_and(|relation| relation != Relation::Other);
            let place = match () {
                () if part.is_empty() => continue,
                () if part.eq_ignore_ascii_case("nik") => continue,
                () if Nik::parse(bare).is_ok() => &mut member.nik,
                () if is_relation => &mut member.relation,
                () if is_name(part) => &mut member.name,
                () => return None,
            };
            if !place.is_empty() {
                return None;
            }
            bare.clone_into(place);
        }
        (!member.name.is_empty()).then_some(member)
    }
}

fn is_name(text: &str) -> bool {
    digits(text) == 0 && text.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// The items of a cell, without the numbers before them. Names and numbers may stand in one line: `of_names`.
pub(crate) fn items(cell: &str, of_names: bool) -> Vec<String> {
    let lines = |marks: &[char]| -> Vec<String> {
        let items = cell.split(marks).map(str::trim).filter(|item| !item.is_empty());
        items.map(|item| bare_item(item).to_owned()).collect()
    };
    let is_several = |items: &Vec<String>| items.len() > 1;
    let in_line = || {
        let words: Vec<&str> = cell.split_whitespace().collect();
        let is_number = |word: &&str| digits(word) == 16 && word.len() == 16;
        let of_numbers =
            || words.iter().all(is_number).then(|| words.iter().map(|word| (*word).to_owned()).collect());
        let joined = || {
            let text =
                [" dan ", " & ", " + "].iter().fold(words.join(" "), |text, word| text.replace(word, "\n"));
            text.lines().flat_map(behind_commas).collect::<Vec<_>>()
        };
        of_numbers().or_else(|| Some(lines(&['/'])).filter(is_several)).or_else(|| Some(joined()))
    };
    let found = [lines(&['\n', '\r']), lines(&[';'])].into_iter().find(is_several);
    let found = found.or_else(|| Some(numbered(cell)).filter(is_several));
    found.or_else(|| in_line().filter(|_| of_names)).unwrap_or_else(|| lines(&['\n']))
}

/// The items between commas; a degree stays with its name, and what is in brackets with what stands before.
fn behind_commas(cell: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for part in cell.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let is_open = items.last().is_some_and(|last| last.matches('(').count() > last.matches(')').count());
        match items.last_mut() {
            Some(last) if is_open || is_degree(part) => *last = [last, ", ", part].concat(),
            _ => items.push(bare_item(part).to_owned()),
        }
    }
    items
}

/// `1. Budi 2. Siti`: the texts behind the numbers, which follow one upon another from one.
fn numbered(cell: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for word in cell.split_whitespace() {
        let next = (items.len() + 1).to_string();
        let behind = word.strip_prefix(next.as_str()).and_then(|rest| rest.strip_prefix(['.', ')']));
        match (behind, items.last_mut()) {
            (Some(rest), _) => items.push(rest.to_owned()),
            (None, Some(last)) if last.is_empty() => last.push_str(word),
            (None, Some(last)) => *last = [last, " ", word].concat(),
            (None, None) => return Vec::new(),
        }
    }
    items.iter().map(|item| item.trim_end_matches([',', ';', ' ']).to_owned()).collect()
}

/// An item without the number or the dash before it.
fn bare_item(item: &str) -> &str {
    let item =
        item.strip_prefix(['-', '•', '*']).filter(|rest| rest.starts_with(' ')).map_or(item, str::trim);
    let rest = item.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_short = (1..=2).contains(&(item.len() - rest.len()));
    let bare = rest.strip_prefix(['.', ')']).filter(|_| is_short).map(|bare| (bare, bare.trim_start()));
    // `12.03.1980` is a date.
    let bare = bare.filter(|(bare, text)| {
        bare.len() > text.len() || text.starts_with(char::is_alphabetic) || digits(text) == 16
    });
    bare.map_or(item, |(_, text)| text)
}
