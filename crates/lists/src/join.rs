//! Families and their members in two tables, on two sheets mostly, as forms with a group for each member are exported, and as
//! offices keep them: tied by the KK number, by what names the head, or by the running number of the family.

use crate::cell::is_dash;
use crate::columns::Columns;
use crate::header_name::words_of;
use crate::kind::{Cells, facts};
use crate::life_state::LifeState;
use crate::line::{Line, lines};
use crate::named_column::NamedColumn;
use crate::section::Section;
use crate::slot::Slot;
use crate::table::{MAX_COLUMNS, Row};
use domain::identity::letters;
use domain::reading::states_none;
use domain::{Field, KkNumber, Nik};
use lists_protocol::ColumnKind;
use std::collections::{HashMap, HashSet};

/// The rows of a section that went into another one.
pub(crate) struct Joined {
    /// Whose rows they were, by its place among the sections.
    pub(crate) section: usize,
    /// Their numbers.
    pub(crate) rows: Vec<u32>,
}

/// More tables than this are the pages of one list.
const MOST: usize = 50;

/// Gives members the columns of their families, and takes the rows of these families away.
pub(crate) fn join(sections: &mut [Section]) -> Vec<Joined> {
    let (mut joined, mut given) = (Vec::new(), Vec::new());
    if sections.len() > MOST {
        return joined;
    }
    for relatives in 0..sections.len() {
        joined.extend(join_relatives(sections, relatives));
    }
    for members in 0..sections.len() {
        // Most tables say themselves where everybody lives.
        if sections.get(members).is_none_or(has_address) {
            continue;
        }
        // Members who were given what their families say are not families of others.
        let tie = (0..sections.len())
            .filter(|at| *at != members && !given.contains(at))
            .find_map(|families| Tie::of(sections, families, members));
        let rows = tie.and_then(|tie| tie.join(sections));
        given.extend(rows.iter().map(|_| members));
        joined.extend(rows);
    }
    joined
}

/// Takes the rows of a section in which all are wives, or children, of families in another one, and gives them columns there: a
/// family may have several such sections.
fn join_relatives(sections: &mut [Section], relatives: usize) -> Option<Joined> {
    let relation = relation_of(sections.get(relatives)?)?;
    let is_tied = |families: &usize| {
        let (of_families, own) = (sections.get(*families)?, sections.get(relatives)?);
        let kks = of_families.columns.at(ColumnKind::Kk).zip(own.columns.at(ColumnKind::Kk))?;
        of_families.columns.filling(Field::Address).filter(|_| relation_of(of_families).is_none())?;
        let tie = Tie { families: *families, members: relatives, columns: kks, by: By::Kk };
        tie.holds(&lines(of_families).0, &lines(own).0).then_some(tie)
    };
    let tie = (0..sections.len()).filter(|at| *at != relatives).find_map(|at| is_tied(&at))?;
    let own = sections.get(relatives)?;
    let person = own.columns.person();
    let mut parts = vec![(person.name?, ColumnKind::Name)];
    parts.extend(person.nik.map(|at| (at, ColumnKind::Nik)));
    let is_of_person = |kind| matches!(facts(kind).cells, Cells::Person(_)) && kind != ColumnKind::Relation;
    parts.extend(own.columns.with(is_of_person));
    let name = |at| own.columns.name(at).map(|name| name.header).unwrap_or_default();
    let names: Vec<String> = parts.iter().map(|(at, _)| name(*at)).collect();
    let (listed, members) = (data(sections.get(tie.families)?), data(own));
    let mut rows = own.rows.clone();
    let listing = sections.get(tie.families)?;
    // What is not of the person must stand in the row of the family already, or it would be lost.
    let is_own = |at: usize| at == tie.columns.1 || parts.iter().any(|(part, _)| *part == at);
    let of_family: Vec<(usize, Option<usize>)> = own
        .columns
        .read()
        .filter(|(at, kind)| !is_own(*at) && !matches!(facts(*kind).cells, Cells::Nothing))
        .map(|(at, kind)| (at, listing.columns.at(kind)))
        .collect();
    let to = sections.get_mut(tie.families)?;
    let beyond = to.columns.beyond(&to.rows);
    let places: HashMap<String, usize> = (0..)
        .zip(&to.rows)
        .filter(|(_, row)| listed.contains(&row.number))
        .filter_map(|(i, row)| Some((tie.key(row, tie.columns.0)?, i)))
        .collect();
    let tells_no_more = |row: &Row, family: &Row| {
        of_family.iter().all(|(at, of)| {
            let said = row.cell(*at);
            said.is_empty() || is_dash(said) || of.is_some_and(|of| is_same(said, family.cell(of)))
        })
    };
    let mut counts: HashMap<usize, usize> = HashMap::new();
    let mut taken = Vec::new();
    rows.retain(|row| {
        let key = tie.key(row, tie.columns.1).filter(|_| members.contains(&row.number));
        let Some(place) = key.and_then(|key| places.get(&key).copied()) else { return true };
        let count = counts.entry(place).or_default();
        let first = beyond + *count * parts.len();
        let has_room = first + parts.len() <= MAX_COLUMNS;
        let family = to.rows.get_mut(place).filter(|family| has_room && tells_no_more(row, family));
        let Some(family) = family else { return true };
        for (i, (at, _)) in parts.iter().enumerate() {
            family.set(first + i, row.cell(*at).to_owned());
        }
        *count += 1;
        taken.extend(row.numbers());
        false
    });
    for n in 0..counts.into_values().max().unwrap_or_default() {
        let slot = Slot::relative(relation, u8::try_from(n + 1).unwrap_or(u8::MAX));
        for (i, ((_, kind), name)) in parts.iter().zip(&names).enumerate() {
            to.columns.add_of_person(beyond + n * parts.len() + i, name, *kind, slot.clone());
        }
    }
    sections.get_mut(relatives)?.rows = rows;
    Some(Joined { section: relatives, rows: taken })
}

/// Whether two cells say the same: `05` is `5`.
fn is_same(one: &str, other: &str) -> bool {
    one.trim_start_matches('0').eq_ignore_ascii_case(other.trim_start_matches('0'))
}

/// What all persons of a section are to the heads of their families, by the name of the sheet or of the column of their names.
fn relation_of(section: &Section) -> Option<&'static str> {
    if section.columns.at(ColumnKind::Relation).is_some() {
        return None;
    }
    let of_sheet = section.sheet.as_deref().and_then(Slot::relation_in);
    let name = section.columns.person().name.and_then(|at| section.columns.name(at));
    of_sheet.or_else(|| name.as_ref().and_then(|name| Slot::relation_in(&name.header)))
}

/// Two sections, one of which has where families live, and the other their members and not where they live.
struct Tie {
    families: usize,
    members: usize,
    /// The column by which they are tied, in either.
    columns: (usize, usize),
    by: By,
}

/// What ties a member to a family.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Kk,
    HeadNik,
    HeadName,
    /// The running number of the family, or what a program gave it.
    Number,
}

impl By {
    /// What ties a row; `None`: it says nothing.
    fn key(self, text: &str) -> Option<String> {
        match self {
            // A number with a wrong digit is still that of its family.
            Self::Kk => KkNumber::parse(text).map(|kk| kk.to_string()).ok().or_else(|| said(text)),
            Self::HeadNik => Nik::parse(text).ok().map(|nik| nik.digits().to_string()),
            Self::HeadName => Some(letters(text)).filter(|name| !name.is_empty()),
            Self::Number => said(text),
        }
    }
}

fn said(text: &str) -> Option<String> {
    (!text.is_empty() && !states_none(text)).then(|| text.to_owned())
}

impl Tie {
    fn of(sections: &[Section], families: usize, members: usize) -> Option<Self> {
        let (of_families, of_members) = (sections.get(families)?, sections.get(members)?);
        let has = |section: &Section, field| section.columns.filling(field).is_some();
        if !(has(of_families, Field::Kk) && has(of_families, Field::Address))
            || of_members.sheet.as_deref().and_then(LifeState::of_name).is_some()
        {
            return None;
        }
        let person = of_members.columns.person();
        person.nik.or(person.name)?;
        let rows = lines(of_members).0;
        let listed = lines(of_families).0;
        let ties = ties(&of_families.columns, &of_members.columns).into_iter();
        ties.map(|(by, columns)| Self { families, members, columns, by })
            .find(|tie| tie.holds(&listed, &rows))
    }

    /// Whether each family is in one row, and the members are of these families.
    fn holds(&self, families: &[Line<'_>], members: &[Line<'_>]) -> bool {
        let key = |line: &Line<'_>, at| self.by.key(line.cell(Some(at)));
        let mut places = HashMap::new();
        let is_one_row = families.iter().all(|line| match key(line, self.columns.0) {
            Some(key) => places.insert(key, ()).is_none(),
            None => states_none(line.text(ColumnKind::Kk)),
        });
        let keys: Vec<String> = members.iter().filter_map(|line| key(line, self.columns.1)).collect();
        let found = keys.iter().filter(|key| places.contains_key(*key)).count();
        let are_enough = match self.by {
            By::Kk => true,
            By::HeadNik | By::HeadName => found * 2 >= keys.len(),
            By::Number => found == members.len(),
        };
        is_one_row && found > 0 && are_enough
    }

    fn key(&self, row: &Row, at: usize) -> Option<String> {
        self.by.key(row.cell(at))
    }

    fn join(&self, sections: &mut [Section]) -> Option<Joined> {
        let from = sections.get(self.families)?;
        let (families, person) = (from.rows.clone(), from.columns.person());
        let (listed, members) = (data(from), data(sections.get(self.members)?));
        let rows = families.iter().enumerate().filter(|(_, row)| listed.contains(&row.number));
        let places: HashMap<String, usize> =
            rows.filter_map(|(i, row)| Some((self.key(row, self.columns.0)?, i))).collect();
        let (of_family, of_head) = self.given(&from.columns, &sections.get(self.members)?.columns);
        let in_slots: Vec<NamedColumn> =
            from.columns.all().iter().filter(|column| column.slot.is_some()).cloned().collect();
        let to = sections.get_mut(self.members)?;
        let (own, beyond) = (to.columns.person(), to.columns.beyond(&to.rows));
        // By its place, the first row of the members of a family, and whether the person of the family's own row is among them.
        let mut found: HashMap<usize, (usize, bool)> = HashMap::new();
        for (i, row) in to.rows.iter_mut().enumerate().filter(|(_, row)| members.contains(&row.number)) {
            let key = self.key(row, self.columns.1);
            let Some(place) = key.and_then(|key| places.get(&key).copied()) else { continue };
            let Some(family) = families.get(place) else { continue };
            let cell = |at: Option<usize>, row: &Row| at.map_or(String::new(), |at| row.cell(at).to_owned());
            let (nik, name) = (cell(person.nik, family), cell(person.name, family));
            let is_named = name.is_empty() && nik.is_empty()
                || (Nik::parse(&nik).is_ok() && Nik::parse(&nik) == Nik::parse(&cell(own.nik, row)))
                || letters(&name) == letters(&cell(own.name, row));
            found.entry(place).or_insert((i, false)).1 |= is_named;
            for (i, (at, ..)) in of_family.iter().enumerate() {
                row.set(beyond + i, family.cell(*at).to_owned());
            }
        }
        let beside = beyond + of_family.len();
        for (place, (first, _)) in found.iter().filter(|(_, (_, is_named))| !is_named) {
            let (Some(family), Some(row)) = (families.get(*place), to.rows.get_mut(*first)) else { continue };
            for (i, (at, ..)) in of_head.iter().enumerate() {
                row.set(beside + i, family.cell(*at).to_owned());
            }
        }
        // Persons who stand in columns of the family's row stand beside its first member.
        let last = beside + of_head.len();
        for (place, (first, _)) in &found {
            let (Some(family), Some(row)) = (families.get(*place), to.rows.get_mut(*first)) else { continue };
            for (i, column) in in_slots.iter().enumerate() {
                row.set(last + i, family.cell(column.at).to_owned());
            }
        }
        let is_known = |kind: ColumnKind| match kind {
            ColumnKind::Kk => self.by != By::Kk,
            ColumnKind::HeadName | ColumnKind::HeadNik => person.name.is_some(),
            _ => false,
        };
        let known: Vec<usize> = to.columns.with(is_known).map(|(at, _)| at).collect();
        let is_own = |at: &usize| own.name == Some(*at) || own.nik == Some(*at);
        known.into_iter().filter(|at| !is_own(at)).for_each(|at| to.columns.set_aside(at));
        for (i, (_, name, kind)) in of_family.into_iter().enumerate() {
            to.columns.add(beyond + i, &name, kind);
        }
        for (i, (_, name, kind)) in of_head.into_iter().enumerate() {
            to.columns.add_of_person(beside + i, &name, kind, Slot::HEAD);
        }
        for (i, column) in in_slots.into_iter().enumerate() {
            if let Some((kind, slot)) = column.kind.zip(column.slot) {
                to.columns.add_of_person(last + i, &column.name, kind, slot);
            }
        }
        let (mut taken, mut place) = (Vec::new(), 0);
        sections.get_mut(self.families)?.rows.retain(|row| {
            let is_taken = found.contains_key(&place);
            place += 1;
            if is_taken {
                taken.extend(row.numbers());
            }
            !is_taken
        });
        Some(Joined { section: self.families, rows: taken })
    }

    /// The columns that a family gives to its members, and those of its head.
    fn given(&self, families: &Columns, members: &Columns) -> (Vec<Given>, Vec<Given>) {
        let name = |at: usize| families.name(at).map(|name| name.header).unwrap_or_default();
        let all = families.with(|_| true).map(|(at, kind)| (at, name(at), kind));
        let person = families.person();
        let (mut of_family, mut of_head) = (Vec::new(), Vec::new());
        for (at, name, kind) in all {
            match facts(kind).cells {
                Cells::Identity if person.name == Some(at) => of_head.push((at, name, ColumnKind::Name)),
                Cells::Identity if person.nik == Some(at) => of_head.push((at, name, ColumnKind::Nik)),
                Cells::Person(_) if kind != ColumnKind::Relation => of_head.push((at, name, kind)),
                Cells::Identity | Cells::Nothing | Cells::Person(_) => {}
                // The number of the family stands beside its members already. How many there are tells rows of families apart
                // where no relation does.
                _ if kind == ColumnKind::Kk && self.by == By::Kk => {}
                _ if kind == ColumnKind::Size && members.at(ColumnKind::Relation).is_none() => {}
                _ => of_family.push((at, name, kind)),
            }
        }
        (of_family, of_head)
    }
}

/// Whether some row says where its family lives.
fn has_address(section: &Section) -> bool {
    lines(section).0.iter().any(|line| !line.text(ColumnKind::Address).is_empty())
}

/// The rows of a section that hold data.
fn data(section: &Section) -> HashSet<u32> {
    lines(section).0.iter().map(|line| line.row.number).collect()
}

/// A column that is given: where it stands, its name, and what it is.
type Given = (usize, String, ColumnKind);

/// What may tie members to families: the surest first.
fn ties(families: &Columns, members: &Columns) -> Vec<(By, (usize, usize))> {
    let (head, own) = (families.person(), members.person());
    let kk = families.at(ColumnKind::Kk).zip(members.at(ColumnKind::Kk));
    let index = families.named(&["index"]).zip(members.named(&["parent", "index"]));
    let is_of_head = |kind| {
        let others = members.all().iter().filter(move |column| column.slot.is_none());
        others.filter(move |column| column.kinds.contains(&kind)).map(|column| column.at)
    };
    let nik = is_of_head(ColumnKind::HeadNik).find(|at| Some(*at) != own.nik);
    let name = is_of_head(ColumnKind::HeadName).find(|at| Some(*at) != own.name);
    // `No Urut KK`, `ID Keluarga`; in the list of families it may be the running number alone.
    let of_family = |words: &[String]| {
        words.iter().any(|word| matches!(word.as_str(), "kk" | "keluarga" | "kepala" | "rtm" | "household"))
    };
    let numbers = members.all().iter().filter_map(|column| {
        let words = words_of(&column.name);
        let is_one = of_family(&words) && Some(column.at) != own.name && Some(column.at) != own.nik;
        let same = || families.all().iter().find(|of| words_of(&of.name) == words).map(|of| of.at);
        let place = is_one.then(|| same().or_else(|| families.at(ColumnKind::Counter)));
        Some((By::Number, (place.flatten()?, column.at)))
    });
    let mut ties: Vec<_> = kk.map(|columns| (By::Kk, columns)).into_iter().collect();
    ties.extend(index.map(|columns| (By::Number, columns)));
    ties.extend(head.nik.zip(nik).map(|columns| (By::HeadNik, columns)));
    ties.extend(head.name.zip(name).map(|columns| (By::HeadName, columns)));
    ties.extend(numbers);
    ties
}
