//! The families that are listed already, what is to be mended first.

mod entry;

use crate::field_session::{field_session, today};
use crate::page::notices::offline;
use crate::text::Tables;
use crate::text::rt;
use entry::entry;
use leptos::prelude::*;
use phone::{FamilyFilter, FamilyRow, FamilySearch, FamilyState};
use std::sync::Arc;
use ui::part::field::{Binding, TextField};
use ui::part::live::{watched, watched_if};
use ui::part::slices::slices;
use ui::text::Text;

/// With so few families one sees them all.
const FEW: usize = 8;

/// All families, of which one shows some.
type Rows = Arc<Vec<FamilyRow>>;

/// The rows, and the search where they are many.
pub fn rows(text: &'static Text) -> AnyView {
    let field_session = field_session();
    let rows = Memo::new(move |_| {
        field_session.with(|register| Arc::new(FamilyRow::all(register, today()))).unwrap_or_default()
    });
    let many = Memo::new(move |_| rows.read().len() > FEW);
    view! {
        {offline(text)}
        {watched_if(move || many.get().then(|| search(text, rows)))}
        {watched(move || list(text, rows.get(), &field_session.search.get()))}
    }
    .into_any()
}

/// The field, and the states to choose from.
fn search(text: &'static Text, rows: Memo<Rows>) -> AnyView {
    let search = field_session().search;
    let typed = Binding::field(search, |search: &FamilySearch| &search.typed, |search| &mut search.typed);
    let choices = FamilyFilter::ALL.map(|which| {
        let label = move || {
            let count = rows.read().iter().filter(|row| which.holds(&row.state)).count();
            rt::which(text, which, count)
        };
        let chosen = move || (search.read().which == which).to_string();
        view! {
            <button
                type="button" class="chip" aria-pressed=chosen
                on:click=move |_| search.update(|search| search.which = which)
            >
                {label}
            </button>
        }
    });
    view! {
        <TextField id="cari" kind="search" label=text.rt().search value=typed/>
        <div class="chips" role="group" aria-label=text.rt().which>{choices}</div>
    }
    .into_any()
}

fn list(text: &'static Text, rows: Rows, search: &FamilySearch) -> AnyView {
    let words = text.rt();
    // A search that is no longer on the screen hides nothing.
    let found = if rows.len() > FEW { search.among(&rows) } else { (0..rows.len()).collect() };
    let of = |place: &usize| rows.get(*place).map(|row| &row.state);
    let mending = found.iter().filter_map(of).take_while(|state| state.needs_mending()).count();
    let waiting = found.iter().filter_map(of).filter(|state| **state == FamilyState::Waiting).count();
    let counts = rt::counts(text.language, found.len(), mending, waiting);
    let none = found.is_empty().then(|| view! { <p>{words.none_found}</p> });
    let (mend, rest) = found.split_at(mending.min(found.len()));
    let title = if mend.is_empty() { words.all } else { words.rest };
    view! {
        <p class="soft" role="status">{counts}</p>
        {none}
        {section(text, words.mend, &rows, mend.to_vec())}
        {section(text, title, &rows, rest.to_vec())}
    }
    .into_any()
}

fn section(text: &'static Text, title: &'static str, rows: &Rows, places: Vec<usize>) -> Option<AnyView> {
    let rows = rows.clone();
    let count = places.len();
    let draw = move |at: usize| {
        let row = places.get(at).and_then(|place| rows.get(*place));
        row.map(|row| entry(text, row)).unwrap_or_else(|| ().into_any())
    };
    (count > 0).then(|| {
        let items = slices(count, Arc::new(draw));
        view! { <h2>{title}</h2><ul class="families">{items}</ul> }.into_any()
    })
}
