//! Families that are not complete: each row that is wrong, and a field to mend it in place.

use super::preview::more;
use crate::import::Import;
use crate::part::field::{Binding, DigitsField, TextField};
use crate::part::live::{said, watched_if};
use crate::part::tick::Tick;
use crate::text::{Text, files as say, problem};
use domain::{Field, Place};
use leptos::prelude::*;
use lists_protocol::{RowError, RowProblem};
use phone::import::{FieldEdit, ImportBatch, ImportCandidate};

/// As many families are shown before one asks for more of them.
const SHOWN: usize = 10;

/// The families that came with something wrong. They stay here when they are mended.
pub fn mend(text: &'static Text, import: Import) -> Option<AnyView> {
    let words = text.files();
    let barred: Vec<usize> = import.batch.with_untracked(|batch| {
        let wrong = |candidate: &ImportCandidate| {
            let twice = |bar: &RowProblem| matches!(bar.error, RowError::ListedTwice { .. });
            candidate.was_barred && !candidate.bars.iter().any(twice)
        };
        let all = batch.candidates.iter().enumerate();
        all.filter(|(_, candidate)| wrong(candidate)).map(|(at, _)| at).collect()
    });
    if barred.is_empty() {
        return None;
    }
    let shown = RwSignal::new(SHOWN);
    let count = barred.len();
    let cards = move || {
        let cards: Vec<_> = barred.iter().take(shown.get()).map(|at| card(text, import, *at)).collect();
        Some(view! { <ul class="cards">{cards}</ul> }.into_any())
    };
    Some(
        view! {
            <section class="section">
                <h3>{words.mend}" ("{count}")"</h3>
                <p>{words.mend_lead}</p>
                {watched_if(cards)}
                {more(text, shown, count)}
            </section>
        }
        .into_any(),
    )
}

fn card(text: &'static Text, import: Import, at: usize) -> Option<AnyView> {
    let (heading, bars) = import.batch.with_untracked(|batch| {
        let candidate = batch.candidates.get(at)?;
        let name = candidate.draft.members.first().map(|head| head.name.clone()).unwrap_or_default();
        let row = say::place(text.language, &candidate.place);
        let heading = if name.is_empty() { row } else { [&name, " · ", &row].concat() };
        Some((heading, candidate.bars.clone()))
    })?;
    let mut seen: Vec<Place> = Vec::new();
    let mut fields = Vec::new();
    for bar in &bars {
        let place = Place { member: bar.member.or(is_of_member(bar.field).then_some(0)), field: bar.field };
        if !seen.contains(&place) {
            seen.push(place);
            fields.push(field(text, import, at, place, bar));
        }
    }
    let mended = move || {
        let is_right = import
            .batch
            .with(|batch| batch.candidates.get(at).is_some_and(|candidate| candidate.bars.is_empty()));
        if is_right { text.files().mended.to_owned() } else { String::new() }
    };
    Some(
        view! {
            <li>
                <fieldset class="card">
                    <legend class="card__title">{heading}</legend>
                    {fields}
                    <p class="card__done" role="status">{said(mended)}</p>
                </fieldset>
            </li>
        }
        .into_any(),
    )
}

/// The row, what is wrong in it, and where to mend it.
fn field(text: &'static Text, import: Import, at: usize, place: Place, bar: &RowProblem) -> AnyView {
    let look = move |look: fn(&ImportCandidate, Place) -> String| {
        import
            .batch
            .with(|batch: &ImportBatch| batch.candidates.get(at).map(|candidate| look(candidate, place)))
            .unwrap_or_default()
    };
    let error = Signal::derive(move || {
        import.batch.with(|batch| {
            let bars = &batch.candidates.get(at)?.bars;
            let own =
                |bar: &&RowProblem| bar.field == place.field && bar.member.or(place.member) == place.member;
            bars.iter().find(own).map(|bar| say::row(text, bar))
        })
    });
    let member = place.member.map(|member| member.to_string()).unwrap_or_default();
    let id = ["mend-", &at.to_string(), "-", place.field.code(), &member].concat();
    let label = problem::field(text, place.field);
    let value = Binding {
        read: Signal::derive(move || look(ImportCandidate::text)),
        write: Callback::new(move |typed| import.mend(at, place, FieldEdit::Text(typed))),
    };
    let without = match place.field {
        Field::Nik => Some(text.family().without_nik),
        Field::Kk => Some(text.family().without_kk),
        _ => None,
    };
    match place.field {
        Field::Nik | Field::Kk => {
            let checked = Signal::derive(move || {
                import.batch.with(|batch| {
                    batch.candidates.get(at).is_some_and(|candidate| candidate.is_without(place))
                })
            });
            let tick = move |ticked| import.mend(at, place, FieldEdit::Without(ticked));
            let tick = without.map(|label| {
                view! { <Tick id=[&id, "-none"].concat() label checked tick/> }
            });
            view! { <DigitsField id=id.clone() label value error/> {tick} }.into_any()
        }
        Field::Name | Field::Birth | Field::Address | Field::Rt | Field::Rw => {
            view! { <TextField id label value error/> }.into_any()
        }
        _ => view! { <p>{say::row(text, bar)}" "{text.files().later}</p> }.into_any(),
    }
}

fn is_of_member(field: Field) -> bool {
    matches!(field, Field::Name | Field::Nik | Field::Birth)
}
