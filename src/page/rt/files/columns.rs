//! What each column was taken for, to be corrected.

use crate::import::Import;
use crate::part::field::{Binding, SelectField};
use crate::part::live::watched_if;
use crate::text::{Text, files as say};
use domain::Field;
use leptos::prelude::*;
use lists::{Column, Meaning};

/// What one may choose from.
const OFFERED: [Meaning; 18] = [
    Meaning::Field(Field::Kk),
    Meaning::Field(Field::Name),
    Meaning::HeadName,
    Meaning::Field(Field::Nik),
    Meaning::HeadNik,
    Meaning::Field(Field::Relation),
    Meaning::Field(Field::Sex),
    Meaning::Field(Field::Birth),
    Meaning::Field(Field::Occupation),
    Meaning::Field(Field::Aid),
    Meaning::Field(Field::Address),
    Meaning::RtRw,
    Meaning::Field(Field::Rt),
    Meaning::Field(Field::Rw),
    Meaning::Field(Field::Phone),
    Meaning::Field(Field::Size),
    Meaning::Field(Field::Note),
    Meaning::Unused,
];

/// The columns, folded up unless they are what is asked for.
pub fn columns(text: &'static Text, import: Import, open: bool) -> Option<AnyView> {
    let words = text.files();
    let columns = import.columns.get();
    if columns.is_empty() {
        return None;
    }
    // So many choices take a while to draw: not before somebody looks at them.
    let opened = RwSignal::new(open);
    let fields = move || {
        opened.get().then(|| {
            let fields = columns.iter().enumerate().map(|(at, column)| field(text, import, at, column));
            fields.collect::<Vec<_>>().into_any()
        })
    };
    let look = move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    Some(
        view! {
            <details class="fold" open=open on:toggle=look>
                <summary class="fold__summary">{words.columns}</summary>
                <p class="soft">{words.columns_lead}</p>
                {watched_if(fields)}
            </details>
        }
        .into_any(),
    )
}

/// As much of what stands in a column as one needs to know it again.
const EXAMPLE: usize = 24;

fn field(text: &'static Text, import: Import, at: usize, column: &Column) -> AnyView {
    // What the reader has seen may be more special than what is offered.
    let own = column.meaning.filter(|own| OFFERED.iter().all(|offered| code(*offered) != code(*own)));
    let meanings: Vec<Meaning> = OFFERED.into_iter().chain(own).collect();
    let unknown = column.meaning.is_none().then_some(("", text.files().unknown));
    let offered = meanings.iter().map(|meaning| (code(*meaning), say::meaning(text, *meaning)));
    let options = unknown.into_iter().chain(offered).collect();
    let example: String = column.example.chars().take(EXAMPLE).collect();
    let label = [&column.name.to_string(), ", ", text.files().first, " ", &example].concat();
    let chosen = column.meaning.map_or("", code).to_owned();
    let column = column.clone();
    let write = Callback::new(move |chosen: String| {
        if let Some(meaning) = meanings.iter().find(|meaning| code(**meaning) == chosen) {
            import.correct(&column, *meaning);
        }
    });
    let value = Binding { read: Signal::stored(chosen), write };
    view! { <SelectField id=["column-", &at.to_string()].concat() label options value/> }.into_any()
}

/// What the list of an input calls it.
fn code(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Field(field) => field.code(),
        Meaning::HeadName => "nama-kepala",
        Meaning::HeadNik => "nik-kepala",
        Meaning::RtRw => "rt-rw",
        Meaning::AddressPart => "bagian-alamat",
        Meaning::SexTick(sex) => sex.code(),
        Meaning::AidTick(aid) => aid.code(),
        Meaning::Condition => "kondisi",
        Meaning::Counter | Meaning::Status | Meaning::Unused => "tidak-dibaca",
    }
}
