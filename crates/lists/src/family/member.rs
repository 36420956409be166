//! The persons of a family's rows, the head first.

use crate::cell::{digits, is_dash, is_dash_mark, is_ditto, only_zeros};

use crate::grouping::Group;
use crate::kind::{Cells, facts};
use crate::line::Line;
use crate::person_columns::PersonColumns;
use crate::several_in_cell::items;
use crate::slot::SlotColumns;
use domain::identity::is_same_person;
use domain::reading::{answer, is_no_text, one_line, states_none};
use domain::{Aid, Date, Fault, MemberDraft, Nik, Relation, Sex};
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
        let apart = Self::head_apart(group, today);
        for person in group.lines.iter().flat_map(|line| Self::in_slots(line, today)) {
            // The columns of husband and wife may name the head again.
            if !persons.iter().chain(&apart).any(|known| known.is(&person)) {
                persons.push(person);
            }
        }
        // A wife who stands in columns of her own, where the husband's are blank, is the head.
        let is_blank = |person: &Self| person.draft.name.is_empty() && person.draft.nik.is_empty();
        if persons.len() > 1 && persons.first().is_some_and(is_blank) && group.has_persons_in_columns() {
            persons.remove(0);
            if let Some(first) = persons.first_mut() {
                first.draft.relation.clear();
            }
        }
        let has = |relation| {
            persons.iter().position(|person| Relation::parse_loose(&person.draft.relation) == Some(relation))
        };
        let named = apart.as_ref().and_then(|head| persons.iter().position(|person| person.is(head)));
        let husband = || has(Relation::Husband).filter(|_| !names_heads);
        let head = named.or_else(|| has(Relation::Head));
        let is_unsaid = persons.first().is_some_and(|first| first.draft.relation.is_empty());
        let mut doubt = None;
        match (apart, head) {
            (Some(apart), None) => persons.insert(0, apart),
            (None, None) if names_heads => {
                doubt = Some(if is_unsaid { Fault::Relation } else { Fault::NoHead })
            }
            _ => {
                let head = head.or_else(husband).unwrap_or_default();
                if let Some(before) = persons.get_mut(..=head) {
                    before.rotate_right(1);
                }
            }
        }
        Self::give_aid_by_number(group, &mut persons);
        (persons, doubt)
    }

    /// Where a number stands under the name of a programme, NIK PENERIMA PKH, the member whose number it is has the aid, and not
    /// the person of the row.
    fn give_aid_by_number(group: &Group<'_>, persons: &mut [Self]) {
        for line in &group.lines {
            for (at, kind) in line.columns.with(|kind| matches!(facts(kind).cells, Cells::AidTick(_))) {
                let (Cells::AidTick(aid), Ok(nik)) = (facts(kind).cells, Nik::parse(line.cell(Some(at))))
                else {
                    continue;
                };
                let has_number = |person: &&mut Self| Nik::parse(&person.draft.nik) == Ok(nik);
                if let Some(bearer) = persons.iter_mut().find(has_number)
                    && bearer.row != line.row.number
                {
                    bearer.draft.aid = aid.code().to_owned();
                    let own = persons.iter_mut().filter(|person| person.row == line.row.number);
                    own.filter(|person| person.draft.aid == aid.code())
                        .for_each(|person| person.draft.aid.clear());
                }
            }
        }
    }

    /// The person of a row; `None` if the columns of the person are blank and the head has columns apart.
    fn of(line: &Line<'_>, today: Date) -> Option<Self> {
        let columns = line.columns.person();
        let is_said = |at, is_nobody: fn(&str) -> bool| {
            let text = line.cell(at);
            !text.is_empty() && !is_nobody(text)
        };
        let named = is_said(columns.name, is_no_text) || is_said(columns.nik, is_dash);
        let mut person =
            (named || line.columns.head().is_none()).then(|| Self::in_columns(line, columns, today))?;
        // A list with a column for the number of the head alone did not ask for those of the others.
        person.draft.without_nik |= columns.nik.is_none() && line.columns.head().is_some();
        Some(person)
    }

    /// The head, if the list has columns for the head apart.
    fn head_apart(group: &Group<'_>, today: Date) -> Option<Self> {
        let (line, columns) = group.lines.iter().find_map(|line| {
            let columns = line.columns.head()?;
            (!line.cell(columns.name).is_empty()).then_some((line, columns))
        })?;
        let mut head = Self::in_columns(line, columns, today);
        // A list without such a column did not ask for it.
        head.draft.without_nik |= columns.nik.is_none();
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
        let without_nik = states_none(nik) && !is_ditto(nik);
        let mut draft = MemberDraft {
            name: name_in(line.cell(columns.name)),
            nik: if without_nik { String::new() } else { nik.to_owned() },
            without_nik,
            ..MemberDraft::default()
        };
        let (mut sex, mut aid) = (None, None);
        for (at, kind) in line.columns.with(|_| true) {
            let text = line.cell(Some(at));
            match facts(kind).cells {
                Cells::Person(put) => put(&mut draft, text, today),
                Cells::SexTick(of) => {
                    let is_ticked = !text.is_empty() && answer(text) != Some(false);
                    sex = sex.or(is_ticked.then_some(of));
                }
                Cells::AidTick(of) if answer(text) == Some(true) || Aid::parse_loose(text).is_some() => {
                    aid = aid.or(Some(of));
                }
                Cells::Aid if tells_more(text, &draft.aid) => draft.aid = text.to_owned(),
                // Read by the columns of the person, or of the family.
                Cells::Aid
                | Cells::AidTick(_)
                | Cells::Identity
                | Cells::Family(_)
                | Cells::Address
                | Cells::Neighbourhood
                | Cells::Note
                | Cells::Disability
                | Cells::Condition
                | Cells::Kelurahan
                | Cells::LifeState
                | Cells::Nothing => {}
            }
        }
        if let Some(sex) = sex {
            draft.sex = sex.code().to_owned();
        }
        draft.aid = other_aid(draft.aid, aid, line.text(ColumnKind::Note));
        of_a_couple(&mut draft);
        Self { draft, row: line.row.number, columns }
    }

    /// The persons who stand in columns of a row, beside its own.
    fn in_slots(line: &Line<'_>, today: Date) -> Vec<Self> {
        let mut persons = Vec::new();
        for SlotColumns { slot, columns } in line.columns.slots() {
            let at = |kind| columns.iter().find(|(_, of)| *of == kind).map(|(at, _)| *at);
            let person = PersonColumns { name: at(ColumnKind::Name), nik: at(ColumnKind::Nik) };
            let nik = Some(line.cell(person.nik)).filter(|text| !only_zeros(text)).unwrap_or_default();
            // Without a number, several may stand in one cell.
            let names = line.cell(person.name);
            let names = if nik.is_empty() || is_dash(nik) {
                items(names, true).into_iter().filter(|name| !is_no_text(name)).collect()
            } else {
                vec![names.to_owned()]
            };
            for name in &names {
                let mut draft = MemberDraft { relation: slot.relation.to_owned(), ..MemberDraft::default() };
                for (at, kind) in &columns {
                    if let Cells::Person(put) = facts(*kind).cells {
                        put(&mut draft, line.cell(Some(*at)), today);
                    }
                }
                draft.name = name_in(name);
                // A list without such a column did not ask for it.
                draft.without_nik = (states_none(nik) && !is_ditto(nik)) || person.nik.is_none();
                draft.nik = if draft.without_nik { String::new() } else { nik.to_owned() };
                of_a_couple(&mut draft);
                persons.push(Self { draft, row: line.row.number, columns: person });
            }
        }
        persons
    }

    fn is(&self, other: &Self) -> bool {
        is_same_person(&self.draft, &other.draft)
    }
}

/// The name in a cell: in one line, and without the number, the letter or the dash that some put before it: `1. Budi`, `a) Siti`,
/// `- Siti`. `A. Rahman` is a name.
pub(super) fn name_in(cell: &str) -> String {
    if is_no_text(cell) {
        return String::new();
    }
    let item = cell.strip_prefix(is_dash_mark).filter(|item| item.starts_with(' '));
    let name = one_line(item.unwrap_or(cell));
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_counted = rest.len() < name.len();
    let rest =
        if is_counted { rest } else { name.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(rest) };
    let bare = rest.strip_prefix(['.', ')']).map(str::trim_start).filter(|bare| {
        let is_name = if is_counted { char::is_alphabetic } else { char::is_uppercase };
        rest.len() < name.len() && bare.starts_with(is_name) && digits(bare) == 0
    });
    bare.map(str::to_owned).unwrap_or(name)
}

/// Whether a column of aid tells more than those before it: a programme is more than a mere yes.
fn tells_more(text: &str, before: &str) -> bool {
    match Aid::parse_loose(before) {
        None => true,
        Some(Aid::Other) => Aid::parse_loose(text).is_some_and(|aid| aid != Aid::Other),
        Some(_) => false,
    }
}

/// `Suami/Istri` is the one or the other, by the sex of the person.
fn of_a_couple(draft: &mut MemberDraft) {
    let said = draft.relation.to_lowercase();
    let has = |word: &str| said.contains(word);
    let is_of_either = has("suami") && (has("istri") || has("isteri")) || has("husband") && has("wife");
    if is_of_either || matches!(said.trim(), "pasangan" | "spouse") {
        let told = Sex::parse_loose(&draft.sex).or_else(|| Nik::parse(&draft.nik).ok()?.hint().sex);
        let relation = if told == Some(Sex::Male) { Relation::Husband } else { Relation::Wife };
        relation.code().clone_into(&mut draft.relation);
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
