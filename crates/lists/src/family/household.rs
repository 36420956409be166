//! The fields of the household itself.

use crate::Context;
use crate::cell::{answer, digits, is_no_text, one_line, states_none};
use crate::line::Line;
use crate::meaning::Meaning;
use crate::neighbourhood::Neighbourhood;
use domain::{Fault, Field, HouseholdDraft};

/// What the rows tell of the household, members aside.
#[derive(Default)]
pub(super) struct Told {
    pub(super) draft: HouseholdDraft,
    /// The row that each field was taken from.
    pub(super) sources: Vec<(Field, u32)>,
    /// What the draft cannot tell.
    pub(super) faults: Vec<(Field, Fault)>,
}

impl Told {
    /// Reads the rows in this order: where they differ, the earlier one counts.
    pub(super) fn of<'a>(lines: &[Line<'a>], title: &Neighbourhood, context: &Context) -> Self {
        let mut told = Self::default();
        let mut first = |field: Field| {
            let text = |line: &Line<'a>| if field == Field::Kk { line.kk() } else { line.field(field) };
            let line = lines.iter().find(|line| !text(line).is_empty());
            told.sources.extend(line.map(|line| (field, line.row.number)));
            line.map_or("", text)
        };
        let kk = first(Field::Kk);
        let phone = first(Field::Phone);
        let size = first(Field::Size);
        let (affected, fixed_income) = (answer(first(Field::Affected)), answer(first(Field::FixedIncome)));
        first(Field::Address);
        let address = lines.iter().map(address).find(|text| !text.is_empty()).unwrap_or_default();
        let (rt, rw) = told.neighbourhood(lines, &address, title, context);
        told.draft = HouseholdDraft {
            without_kk: states_none(kk),
            kk: if states_none(kk) { String::new() } else { kk.to_owned() },
            size: leading_number(size),
            phone: phone.to_owned(),
            address,
            rt,
            rw,
            affected,
            fixed_income,
            note: notes(lines),
            ..HouseholdDraft::default()
        };
        told
    }

    /// RT and RW of the rows, or else of the list; rows that contradict the list are kept and warned of.
    fn neighbourhood(
        &mut self,
        lines: &[Line<'_>],
        address: &str,
        title: &Neighbourhood,
        context: &Context,
    ) -> (String, String) {
        let of_list = Neighbourhood {
            rt: context.default_rt.map(|rt| rt.to_string()),
            rw: context.default_rw.map(|rw| rw.to_string()),
        };
        let mut own = Neighbourhood::default();
        for line in lines {
            let found = Neighbourhood::from_columns(line);
            self.sources.extend(found.rt.iter().map(|_| (Field::Rt, line.row.number)));
            self.sources.extend(found.rw.iter().map(|_| (Field::Rw, line.row.number)));
            own = own.or(found);
        }
        let own = own.or(Neighbourhood::mentioned(address));
        let said = own.clone().or(title.clone());
        let differs =
            |said: Option<String>, list: &Option<String>| said.is_some() && list.is_some() && said != *list;
        if differs(said.rt, &of_list.rt) {
            self.faults.push((Field::Rt, Fault::OtherNeighbourhood));
        }
        if differs(said.rw, &of_list.rw) {
            self.faults.push((Field::Rw, Fault::OtherNeighbourhood));
        }
        let settled = own.or(of_list).or(title.clone());
        (settled.rt.unwrap_or_default(), settled.rw.unwrap_or_default())
    }
}

/// Street, block and house number, from however many columns.
fn address(line: &Line<'_>) -> String {
    let parts = line.columns.with(|m| matches!(m, Meaning::Field(Field::Address) | Meaning::AddressPart));
    let mut address = String::new();
    for (at, meaning) in parts {
        let text = line.row.cell(at);
        let is_number = meaning == Meaning::AddressPart && digits(text) == text.len();
        for part in [if is_number && !text.is_empty() { "No." } else { "" }, text] {
            if !part.is_empty() && !address.is_empty() {
                address.push(' ');
            }
            address.push_str(part);
        }
    }
    let address = one_line(&address);
    if is_no_text(&address) && !is_ditto(&address) { String::new() } else { address }
}

/// Whether the address is the one above.
pub(super) fn is_ditto(text: &str) -> bool {
    matches!(
        text.to_lowercase().trim_matches(['.', ' ']),
        "sda" | "s.d.a" | "idem" | "id" | "\"" | "''" | "〃" | "sama"
    )
}

/// `3 orang` → `3`; what begins with no number stays as it is.
fn leading_number(text: &str) -> String {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() { text.to_owned() } else { digits }
}

/// Every different note of the family, then what is said of the condition of its members.
fn notes(lines: &[Line<'_>]) -> String {
    let mut notes: Vec<String> = Vec::new();
    let said = lines.iter().map(|line| line.field(Field::Note).to_owned()).filter(|note| !note.is_empty());
    for note in said.chain(lines.iter().flat_map(|line| conditions(line, lines.len() > 1))) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes.join("; ")
}

/// What a row says of how somebody is, after the name of the column: `Disabilitas: tuna netra (Siti)`. Who is well is not noted.
fn conditions(line: &Line<'_>, named: bool) -> Vec<String> {
    let name = line.cell(line.columns.person().name);
    let of = if named && !name.is_empty() { format!(" ({name})") } else { String::new() };
    let well = |text: &str| {
        let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        states_none(text)
            || answer(text) == Some(false)
            || matches!(first.as_str(), "sehat" | "normal" | "baik" | "non" | "bukan")
    };
    let told = line.columns.with(|m| m == Meaning::Condition).map(|(at, _)| (at, line.row.cell(at)));
    told.filter(|(_, text)| !text.is_empty() && !well(text))
        .map(|(at, text)| {
            let header = line.columns.name(at).map(|name| name.header).filter(|header| !header.is_empty());
            let header = header.map(|header| header + ": ").unwrap_or_default();
            format!("{header}{text}{of}")
        })
        .collect()
}
