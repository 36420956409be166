//! The persons of a family's rows, the head first.

use crate::cell::{answer, is_no_text, one_line, only_zeros, states_none};
use crate::date;
use crate::duplicates::folded;
use crate::grouping::Group;
use crate::header::PersonColumns;
use crate::line::Line;
use crate::meaning::Meaning;
use domain::{Aid, Date, Fault, Field, MemberDraft, Nik, Relation};

/// A person and where he stands.
pub(super) struct Person {
    pub(super) draft: MemberDraft,
    pub(super) row: u32,
    pub(super) columns: PersonColumns,
}

impl Person {
    /// The persons of a family, and what is doubtful about the first being its head. `names_heads`: the list says of
    /// some rows that they are the head's, so a family where none is, is in doubt.
    pub(super) fn all(group: &Group<'_>, names_heads: bool, today: Date) -> (Vec<Self>, Option<Fault>) {
        let mut persons: Vec<Self> = group.lines.iter().filter_map(|line| Self::of(line, today)).collect();
        let has = |relation| {
            persons.iter().position(|person| Relation::parse_loose(&person.draft.relation) == Some(relation))
        };
        let apart = Self::head_apart(group, today);
        let named = apart.as_ref().and_then(|head| persons.iter().position(|person| person.is(head)));
        let husband = || has(Relation::Husband).filter(|_| !names_heads);
        let head = named.or_else(|| has(Relation::Head));
        let is_unsaid = persons.first().is_some_and(|first| first.draft.relation.is_empty());
        match (apart, head) {
            (Some(apart), None) => persons.insert(0, apart),
            (None, None) if names_heads => {
                return (persons, Some(if is_unsaid { Fault::Relation } else { Fault::NoHead }));
            }
            _ => {
                let head = head.or_else(husband).unwrap_or_default();
                if let Some(before) = persons.get_mut(..=head) {
                    before.rotate_right(1);
                }
            }
        }
        (persons, None)
    }

    /// The person of a row; none if the row names nobody beside the head's own columns.
    fn of(line: &Line<'_>, today: Date) -> Option<Self> {
        let columns = line.columns.person();
        let named = !line.cell(columns.name).is_empty() || !line.cell(columns.nik).is_empty();
        (named || line.columns.head().is_none()).then(|| Self::in_columns(line, columns, today))
    }

    /// The head, where columns name him beside the members.
    fn head_apart(group: &Group<'_>, today: Date) -> Option<Self> {
        let (line, columns) = group.lines.iter().find_map(|line| {
            let columns = line.columns.head()?;
            (!line.cell(columns.name).is_empty()).then_some((line, columns))
        })?;
        let mut head = Self::in_columns(line, columns, today);
        // The rest of the row tells of the member, if there is one.
        if Self::of(line, today).is_some() {
            let MemberDraft { name, nik, without_nik, .. } = head.draft;
            head.draft = MemberDraft { name, nik, without_nik, ..MemberDraft::default() };
        }
        Some(head)
    }

    fn in_columns(line: &Line<'_>, columns: PersonColumns, today: Date) -> Self {
        let nik = Some(line.cell(columns.nik)).filter(|text| !only_zeros(text)).unwrap_or_default();
        let without_nik = states_none(nik);
        let birth = line.field(Field::Birth);
        let draft = MemberDraft {
            name: Some(line.cell(columns.name))
                .filter(|name| !is_no_text(name))
                .map(one_line)
                .unwrap_or_default(),
            nik: if without_nik { String::new() } else { nik.to_owned() },
            without_nik,
            relation: line.field(Field::Relation).to_owned(),
            sex: sex(line),
            birth: match date::birth(birth, today) {
                Some(date) => date.to_string(),
                None if states_none(birth) => String::new(),
                None => birth.to_owned(),
            },
            occupation: one_line(line.field(Field::Occupation)),
            aid: aid(line),
        };
        Self { draft, row: line.row.number, columns }
    }

    fn is(&self, other: &Self) -> bool {
        let (own, theirs) = (Nik::parse(&self.draft.nik).ok(), Nik::parse(&other.draft.nik).ok());
        match (own, theirs) {
            (Some(own), Some(theirs)) => own == theirs,
            _ => folded(&self.draft.name) == folded(&other.draft.name),
        }
    }
}

fn sex(line: &Line<'_>) -> String {
    let ticked = line
        .columns
        .with(|m| matches!(m, Meaning::SexTick(_)))
        .find(|(at, _)| !line.row.cell(*at).is_empty());
    match ticked {
        Some((_, Meaning::SexTick(sex))) => sex.code().to_owned(),
        _ => line.field(Field::Sex).to_owned(),
    }
}

/// Other aid: from its column, from a ticked column of its name, or from a note that names one: `terima PKH`.
fn aid(line: &Line<'_>) -> String {
    let column = line.field(Field::Aid);
    if Aid::parse_loose(column).is_some() {
        return column.to_owned();
    }
    // Whoever wrote `tidak` was asked; a dash or a blank may only keep the place.
    if answer(column) == Some(false) && column.chars().all(char::is_alphabetic) {
        return String::new();
    }
    let ticked =
        line.columns.with(|m| matches!(m, Meaning::AidTick(_))).find_map(|(at, meaning)| match meaning {
            Meaning::AidTick(aid) => Aid::parse_loose(line.row.cell(at)).map(|_| aid),
            _ => None,
        });
    let noted = || Aid::parse_loose(line.field(Field::Note)).filter(|aid| *aid != Aid::Other);
    ticked.or_else(noted).map_or_else(String::new, |aid| aid.code().to_owned())
}
