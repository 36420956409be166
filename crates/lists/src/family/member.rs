//! The persons of a family's rows, the head first.

use crate::cell::only_zeros;
use crate::columns::PersonColumns;
use crate::grouping::Group;
use crate::kind::{Cells, facts};
use crate::line::Line;
use domain::identity::is_same_person;
use domain::reading::{answer, is_no_text, one_line, states_none};
use domain::{Aid, Date, Fault, MemberDraft, Relation};
use lists_protocol::ColumnKind;

/// A person, and where the person stands in the list.
pub(super) struct Person {
    pub(super) draft: MemberDraft,
    pub(super) row: u32,
    pub(super) columns: PersonColumns,
}

impl Person {
    /// The persons of a family, the head first, and why it is doubtful that the first is the head. `names_heads`: the list
    /// names heads, so that a family without one is doubtful.
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

    /// The person of a row; `None` if the columns of the person are blank and the head has columns apart.
    fn of(line: &Line<'_>, today: Date) -> Option<Self> {
        let columns = line.columns.person();
        let named = !line.cell(columns.name).is_empty() || !line.cell(columns.nik).is_empty();
        (named || line.columns.head().is_none()).then(|| Self::in_columns(line, columns, today))
    }

    /// The head, if the list has columns for the head apart.
    fn head_apart(group: &Group<'_>, today: Date) -> Option<Self> {
        let (line, columns) = group.lines.iter().find_map(|line| {
            let columns = line.columns.head()?;
            (!line.cell(columns.name).is_empty()).then_some((line, columns))
        })?;
        let mut head = Self::in_columns(line, columns, today);
        // The other columns of the row belong to the member, if there is one.
        if Self::of(line, today).is_some() {
            let MemberDraft { name, nik, without_nik, .. } = head.draft;
            head.draft = MemberDraft { name, nik, without_nik, ..MemberDraft::default() };
        }
        Some(head)
    }

    /// A person whose name and number stand in these columns.
    fn in_columns(line: &Line<'_>, columns: PersonColumns, today: Date) -> Self {
        let nik = Some(line.cell(columns.nik)).filter(|text| !only_zeros(text)).unwrap_or_default();
        let without_nik = states_none(nik);
        let mut draft = MemberDraft {
            name: Some(line.cell(columns.name))
                .filter(|name| !is_no_text(name))
                .map(one_line)
                .unwrap_or_default(),
            nik: if without_nik { String::new() } else { nik.to_owned() },
            without_nik,
            ..MemberDraft::default()
        };
        let (mut sex, mut aid) = (None, None);
        for (at, kind) in line.columns.with(|_| true) {
            let text = line.row.cell(at);
            match facts(kind).cells {
                Cells::Person(put) => put(&mut draft, text, today),
                Cells::SexTick(of) => sex = sex.or((!text.is_empty()).then_some(of)),
                Cells::AidTick(of) => aid = aid.or(Aid::parse_loose(text).map(|_| of)),
                Cells::Aid => draft.aid = text.to_owned(),
                // Read by the columns of the person, or of the family.
                Cells::Identity
                | Cells::Family(_)
                | Cells::Address
                | Cells::Neighbourhood
                | Cells::Note
                | Cells::Disability
                | Cells::Condition
                | Cells::Nothing => {}
            }
        }
        if let Some(sex) = sex {
            draft.sex = sex.code().to_owned();
        }
        draft.aid = other_aid(draft.aid, aid, line.text(ColumnKind::Note));
        Self { draft, row: line.row.number, columns }
    }

    fn is(&self, other: &Self) -> bool {
        is_same_person(&self.draft, &other.draft)
    }
}

/// Other aid: from its column, from a ticked column of its name, or from a note that names one: `terima PKH`.
fn other_aid(column: String, ticked: Option<Aid>, note: &str) -> String {
    if Aid::parse_loose(&column).is_some() {
        return column;
    }
    // `tidak` is an answer; a dash or a blank may only keep the place free.
    if answer(&column) == Some(false) && column.chars().all(char::is_alphabetic) {
        return String::new();
    }
    let noted = || Aid::parse_loose(note).filter(|aid| *aid != Aid::Other);
    ticked.or_else(noted).map_or_else(String::new, |aid| aid.code().to_owned())
}
