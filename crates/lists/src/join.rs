//! Families and their members in two tables, on two sheets mostly, as forms with a group for each member are exported, and as
//! offices keep them: tied by the KK number, by what names the head, or by the running number of the family.

use crate::columns::Columns;
use crate::header_name::words_of;
use crate::kind::{Cells, facts};
use crate::life_state::LifeState;
use crate::line::{Line, lines};
use crate::section::Section;
use crate::slot::Slot;
use crate::table::Row;
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
    let mut joined = Vec::new();
    if sections.len() > MOST {
        return joined;
    }
    for members in 0..sections.len() {
        // Most tables say themselves where everybody lives.
        if sections.get(members).is_none_or(has_address) {
            continue;
        }
        let tie = (0..sections.len())
            .filter(|at| *at != members)
            .find_map(|families| Tie::of(sections, families, members));
        joined.extend(tie.and_then(|tie| tie.join(sections)));
    }
    joined
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
