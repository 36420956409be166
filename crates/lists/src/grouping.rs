//! Which rows make one family.

use crate::line::Line;
use domain::identity::letters;
use domain::reading::states_none;
use domain::{KkNumber, Nik};
use lists_protocol::ColumnKind;
use std::collections::HashMap;

/// The rows of one family.
#[derive(Default)]
pub(crate) struct Group<'a> {
    pub(crate) lines: Vec<Line<'a>>,
    /// The KK number as it stands in the first row that has one.
    pub(crate) kk: &'a str,
    has_head: bool,
}

/// How a list shows where a family begins.
struct Shape {
    /// It says who is the head.
    names_relations: bool,
    /// It numbers families, not persons: the rows in between have no number.
    numbers_families: bool,
    /// It has one row a family: it names heads only, or counts the members.
    one_row: bool,
}

/// Puts the rows of each family together.
pub(crate) fn groups<'a>(lines: &[Line<'a>]) -> Vec<Group<'a>> {
    let shape = Shape::of(lines);
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut by_kk: HashMap<KkNumber, usize> = HashMap::new();
    for line in lines {
        let kk = KkNumber::parse(line.text(ColumnKind::Kk)).ok();
        // In a list of members, the rows of a family may stand apart.
        let known = kk.and_then(|kk| by_kk.get(&kk)).copied().filter(|_| shape.names_relations);
        let last = groups.len().checked_sub(1);
        let joined = known
            .filter(|at| groups.get(*at).is_some_and(|group| !(line.is_head() && group.has_head)))
            .or_else(|| last.filter(|at| groups.get(*at).is_some_and(|group| shape.continues(group, line))));
        let at = joined.unwrap_or(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(*line),
            None => {
                let mut group = Group::default();
                group.push(*line);
                groups.push(group);
            }
        }
        if let Some(kk) = kk {
            // If a family is listed twice, members belong to the head that was listed last.
            by_kk.insert(kk, at);
        }
    }
    groups
}

impl<'a> Group<'a> {
    fn push(&mut self, line: Line<'a>) {
        self.lines.push(line);
        self.has_head |= line.is_head();
        if self.kk.is_empty() {
            self.kk = line.text(ColumnKind::Kk);
        }
    }

    /// Whether the person of the row is in the family already.
    fn has_person(&self, line: &Line<'a>) -> bool {
        let person = line.columns.person();
        let nik = |line: &Line<'a>| Nik::parse(line.cell(person.nik)).ok();
        let name = |line: &Line<'a>| letters(line.cell(person.name));
        self.lines.iter().any(|own| (nik(line).is_some() && nik(own) == nik(line)) || name(own) == name(line))
    }
}

impl Shape {
    fn of(lines: &[Line<'_>]) -> Self {
        let some = |text: fn(&Line<'_>) -> bool| lines.iter().any(text);
        let counter = |line: &Line<'_>| line.text(ColumnKind::Counter).is_empty();
        let names_relations = some(|line| !line.text(ColumnKind::Relation).is_empty());
        let names_heads = lines.first().is_some_and(|line| {
            line.columns.head().is_none() && line.columns.at(ColumnKind::HeadName).is_some()
        });
        Self {
            names_relations,
            numbers_families: lines.iter().any(counter) && !lines.iter().all(counter),
            one_row: !names_relations
                && (names_heads || some(|line| !line.text(ColumnKind::Size).is_empty())),
        }
    }

    /// Whether the row belongs to the family above it.
    fn continues(&self, group: &Group<'_>, line: &Line<'_>) -> bool {
        let (kk, above) = (line.text(ColumnKind::Kk), group.kk);
        let is_member = self.names_relations && !line.is_head();
        let starts = self.numbers_families && !line.text(ColumnKind::Counter).is_empty();
        if line.is_head() && group.has_head {
            return false;
        }
        if kk.is_empty() {
            return match () {
                () if self.one_row => false,
                () if self.numbers_families => !starts,
                () if self.names_relations => true,
                () => line.text(ColumnKind::Counter).is_empty() && line.text(ColumnKind::Address).is_empty(),
            };
        }
        if states_none(kk) {
            return is_member && states_none(above);
        }
        match (KkNumber::parse(kk), KkNumber::parse(above)) {
            (Ok(own), Ok(above)) if own == above => {
                self.names_relations || !(self.one_row || group.has_person(line))
            }
            // A member's number with a wrong digit: the member stays in the family, which is refused.
            (Err(_), _) => is_member,
            // The number stands in the row of the head, and that is not the first.
            (Ok(_), Err(_)) => above.is_empty() && line.is_head() && !starts,
            _ => false,
        }
    }
}
