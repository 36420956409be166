//! Which rows make one family.

use crate::cell::{digits, is_dash};
use crate::line::Line;
use crate::slot::Slot;
use domain::KkNumber;
use domain::identity::letters;
use domain::reading::states_none;
use lists_protocol::ColumnKind;
use std::collections::{HashMap, HashSet};

/// The rows of one family.
#[derive(Default)]
pub(crate) struct Group<'a> {
    pub(crate) lines: Vec<Line<'a>>,
    /// The KK number as it stands in the first row that has one.
    pub(crate) kk: &'a str,
    /// That text, if it is a number.
    number: Option<KkNumber>,
    has_head: bool,
}

/// No family has more rows: a person is not looked for farther up.
const MOST: usize = 100;

/// How a list shows where a family begins.
struct Shape {
    /// The KK numbers that stand in the row of a head.
    of_heads: HashSet<KkNumber>,
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
        // In a list of members, the rows of a family may stand apart.
        let known = line.kk.and_then(|kk| by_kk.get(&kk)).copied().filter(|_| shape.names_relations);
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
        if let Some(kk) = line.kk {
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
            self.number = line.kk;
        }
    }

    /// Whether persons stand in columns beside the person of the row.
    pub(crate) fn has_persons_in_columns(&self) -> bool {
        self.lines.first().is_some_and(|line| !line.columns.slots().is_empty())
    }

    /// Whether the person of the row is in the family already.
    fn has_person(&self, line: &Line<'a>) -> bool {
        let person = line.columns.person();
        let name = |line: &Line<'a>| letters(line.cell(person.name));
        let mut before = self.lines.iter().rev().take(MOST);
        before.any(|own| (line.nik.is_some() && own.nik == line.nik) || name(own) == name(line))
    }
}

/// Whether a running number is one of families: members have none, a part of it (`1.2`), or a letter.
fn is_of_family(number: &str) -> bool {
    let number = number.trim_matches(['.', ')', '(', ' ']);
    let is_letter = number.len() == 1 && number.contains(char::is_alphabetic);
    let is_part =
        number.split_once('.').is_some_and(|(whole, part)| digits(whole) > 0 && digits(part) == part.len());
    !number.is_empty() && !is_letter && !is_part
}

impl Shape {
    fn of(lines: &[Line<'_>]) -> Self {
        let some = |text: fn(&Line<'_>) -> bool| lines.iter().any(text);
        let counter = |line: &Line<'_>| !is_of_family(line.text(ColumnKind::Counter));
        let names_relations = some(|line| line.relation.is_some());
        let names_heads = lines.first().is_some_and(|line| {
            line.columns.head().is_none() && line.columns.at(ColumnKind::HeadName).is_some()
        });
        let of_head = |line: &&Line<'_>| line.is_head();
        let has_persons_in_columns = lines.first().is_some_and(|line| {
            line.columns.slots().iter().any(|person| *person.slot != Slot::HEAD && !person.slot.shared_cells)
        });
        Self {
            of_heads: lines.iter().filter(of_head).filter_map(|line| line.kk).collect(),
            names_relations,
            numbers_families: lines.iter().any(counter) && !lines.iter().all(counter),
            one_row: !names_relations
                && (names_heads
                    || has_persons_in_columns
                    || some(|line| !line.text(ColumnKind::Size).is_empty())),
        }
    }

    /// Whether the row belongs to the family above it.
    fn continues(&self, group: &Group<'_>, line: &Line<'_>) -> bool {
        if line.brings_a_head() {
            return false;
        }
        let (kk, above) = (line.text(ColumnKind::Kk), group.kk);
        let is_member = self.names_relations && !line.is_head();
        let starts = self.numbers_families && is_of_family(line.text(ColumnKind::Counter));
        if line.is_head() && group.has_head {
            return false;
        }
        // A dash below the number of the head keeps the place free.
        if kk.is_empty() || (is_dash(kk) && is_member && !states_none(above)) {
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
        match (line.kk, group.number) {
            (Some(own), Some(above)) if own == above => {
                self.names_relations || !(self.one_row || group.has_person(line))
            }
            (None, None) if kk == above => is_member,
            // A member's number with a wrong digit: the member stays in the family, which is refused. Words instead of a
            // number are of another family.
            (None, _) => is_member && digits(kk) * 2 > kk.len(),
            // The number stands in the row of the head, and that is not the first; or in the row of a member, as somebody
            // types it who centres it by hand.
            (Some(own), None) => {
                above.is_empty()
                    && !starts
                    && (line.is_head() || (is_member && group.has_head && !self.of_heads.contains(&own)))
            }
            _ => false,
        }
    }
}
