//! What each column was taken for, to be corrected.

use super::more::{by_steps, fold};
use crate::import::Import;
use crate::text::Tables;
use crate::text::files as say;
use leptos::prelude::*;
use lists_protocol::{Choice, Column, ColumnKind};
use std::sync::Arc;
use ui::part::button::{Button, Weight};
use ui::part::field::{Binding, SelectField};
use ui::part::slices::Draw;
use ui::text::Text;

/// As many columns are shown each time that one asks for more of them.
const STEP: usize = 20;

/// The columns, folded up unless they are what is asked for.
pub fn columns(text: &'static Text, import: Import, open: bool) -> Option<AnyView> {
    let words = text.files();
    let columns = import.columns.get();
    if columns.is_empty() {
        return None;
    }
    let count = columns.len();
    let draw: Draw =
        Arc::new(move |at| columns.get(at).map(|column| field(text, import, at, column)).into_any());
    let is_recalled = import.recalled.get();
    Some(fold(words.columns.into_any(), open, move || {
        let recalled = is_recalled.then(|| {
            view! {
                <p>{words.recalled}</p>
                <Button label=words.as_named weight=Weight::Quiet press=move |()| import.read_as_named()/>
            }
        });
        let (fields, button) = by_steps(text, STEP, count, draw.clone());
        view! { <p class="soft">{words.columns_lead}</p>{recalled}{fields}{button} }.into_any()
    }))
}

/// As much of what stands in a column as one needs to know it again.
const EXAMPLE: usize = 24;

fn field(text: &'static Text, import: Import, at: usize, column: &Column) -> AnyView {
    let own = column.kind.map(shown);
    let is_offered = |kind: &ColumnKind| kind.choice() == Choice::Offered || Some(*kind) == own;
    let kinds: Vec<ColumnKind> = ColumnKind::ALL.into_iter().filter(is_offered).collect();
    let unknown = own.is_none().then_some(("", text.files().unknown));
    let offered = kinds.iter().map(|kind| (kind.code(), say::column_kind(text, *kind)));
    let options = unknown.into_iter().chain(offered).collect();
    let example: String = column.example.chars().take(EXAMPLE).collect();
    let fit = column.fit.map_or_else(String::new, |fit| say::fit(text.language, fit));
    let numbers = say::unread_numbers(text.language, column.long_numbers);
    let proposed = column.proposed.map_or_else(String::new, |kind| say::proposed(text, kind));
    let label =
        [&column.name.to_string(), ", ", text.files().first, " ", &example, &fit, &numbers, &proposed]
            .concat();
    let chosen = own.map_or("", ColumnKind::code).to_owned();
    let column = column.clone();
    let write = Callback::new(move |chosen: String| {
        if let Some(kind) = kinds.iter().find(|kind| kind.code() == chosen) {
            import.correct(&column, *kind);
        }
    });
    let value = Binding { read: Signal::stored(chosen), write };
    view! { <SelectField id=["column-", &at.to_string()].concat() label options value/> }.into_any()
}

/// The kind as a choice: whatever the reason, a column that is not read is not read.
fn shown(kind: ColumnKind) -> ColumnKind {
    match kind.choice() {
        Choice::Offered | Choice::WhereFound => kind,
        Choice::NotRead => ColumnKind::Unused,
    }
}
