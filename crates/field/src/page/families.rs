//! The list of families.

mod entry;

use super::menu::menu;
use super::notices::{keeping_fault, offline};
use crate::field_session::{FieldSession, field_session, today};
use crate::route::{FormStage, RtRoute};
use crate::text::Tables;
use crate::text::rt;
use entry::entry;
use leptos::prelude::*;
use phone::{FamilyFilter, FamilyRow, FamilySearch, FamilyState};
use std::sync::Arc;
use ui::part::bar::Bar;
use ui::part::button::Button;
use ui::part::button::Weight;
use ui::part::field::{Binding, TextField};
use ui::part::live::{watched, watched_if};
use ui::part::screen::Screen;
use ui::part::slices::slices;
use ui::session::session;
use ui::text::Text;

/// With so few families one sees them all.
const FEW: usize = 8;

/// All families, of which one shows some.
type Rows = Arc<Vec<FamilyRow>>;

/// The list, what is to be mended first.
pub fn families(text: &'static Text) -> AnyView {
    let (session, field_session) = (session(), field_session());
    let words = text.rt();
    let title = field_session.peek(|register| rt::name(&register.enrolment)).unwrap_or_default();
    let add = move |()| {
        if let Some(id) = FieldSession::new_id() {
            session.go(RtRoute::family(id, FormStage::Card));
        }
    };
    let rows = Memo::new(move |_| {
        field_session.with(|register| Arc::new(FamilyRow::all(register, today()))).unwrap_or_default()
    });
    let many = Memo::new(move |_| rows.read().len() > FEW);
    view! {
        <Screen title>
            {offline(text)}
            {keeping_fault(text)}
            {watched_if(move || many.get().then(|| search(text, rows)))}
            {watched(move || list(text, rows.get(), &field_session.search.get()))}
            {menu(text)}
        </Screen>
        <Bar>
            <Button label=words.add weight=Weight::Outlined press=add/>
            <Button label=words.send press=move |()| session.go(RtRoute::Send)/>
        </Bar>
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
    if rows.is_empty() {
        return view! {
            <section class="empty">
                <h2>{words.empty_title}</h2>
                <ol>
                    <li>{words.empty_first}</li>
                    <li>{words.empty_second}</li>
                    <li>{words.empty_third}</li>
                </ol>
            </section>
        }
        .into_any();
    }
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
