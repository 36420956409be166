//! Who of a family is disabled, by the columns of a list.

use super::member::Person;
use crate::kind::{Cells, facts};
use crate::line::Line;
use domain::reading::{answer, states_none, tells_of_disability};
use lists_protocol::ColumnKind;

/// What is written where somebody in the family is disabled, and the list does not say who.
pub(crate) const SOMEBODY: &str = "ada di keluarga ini";

/// What a row says, the most telling last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum RowAnswer {
    Unsaid,
    Nobody,
    /// Somebody of the family.
    Somebody,
    /// The person of the row.
    Person,
}

/// Marks the persons who are disabled, and tells whether somebody is: `None` where the rows do not answer it.
pub(super) fn read(lines: &[Line<'_>], persons: &mut [Person], size: &str) -> Option<bool> {
    let mut answers = Vec::new();
    for line in lines {
        let said = row_answer(line);
        answers.push(said);
        // A row that stands for a whole family does not say who of it.
        let is_of_person = lines.len() > 1 || !line.text(ColumnKind::Relation).is_empty() || size == "1";
        // Of a member and a head in one row, the row tells of the member.
        let person = persons.iter_mut().rev().find(|person| person.row == line.row.number);
        if let Some(person) = person.filter(|_| is_of_person && said == RowAnswer::Person) {
            person.draft.disabled = true;
        }
    }
    match answers.iter().max() {
        Some(RowAnswer::Person | RowAnswer::Somebody) => Some(true),
        // Of a family some of whose rows are blank, not everybody was asked.
        Some(RowAnswer::Nobody) if answers.iter().all(|said| *said == RowAnswer::Nobody) => Some(false),
        _ => None,
    }
}

fn row_answer(line: &Line<'_>) -> RowAnswer {
    let said = line.columns.with(|_| true).map(|(at, kind)| {
        let text = line.cell(Some(at));
        match facts(kind).cells {
            Cells::Disability => column_answer(text),
            Cells::Condition if tells_of_disability(text) => RowAnswer::Person,
            _ => RowAnswer::Unsaid,
        }
    });
    said.max().unwrap_or(RowAnswer::Unsaid)
}

fn column_answer(text: &str) -> RowAnswer {
    // A dash may only keep the place free.
    if !text.contains(char::is_alphanumeric) {
        return if answer(text) == Some(true) { RowAnswer::Person } else { RowAnswer::Unsaid };
    }
    match text {
        _ if is_well(text) => RowAnswer::Nobody,
        SOMEBODY => RowAnswer::Somebody,
        // How many there are: a single one may be a tick.
        _ if text != "1" && text.chars().all(|c| c.is_ascii_digit()) => RowAnswer::Somebody,
        _ => RowAnswer::Person,
    }
}

/// Whether a text says that somebody is well.
pub(super) fn is_well(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    states_none(text)
        || answer(text) == Some(false)
        || matches!(first.as_str(), "sehat" | "normal" | "baik" | "non")
}
