//! Families that are not complete: each row that is wrong, and a field to mend it in place.

use super::more::by_steps;
use crate::import::Import;
use crate::text::Tables;
use crate::text::{family, files as say};
use domain::{Entry, HouseholdDraft, Input, Owner, Place};
use leptos::prelude::*;
use lists_protocol::{RowError, RowProblem};
use phone::import::{ImportBatch, ImportCandidate};
use std::sync::Arc;
use ui::part::field::{Binding, DigitsField, TextField};
use ui::part::live::said;
use ui::part::tick::Tick;
use ui::text::Text;

/// As many families are shown each time that one asks for more of them.
const STEP: usize = 10;

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
    let count = barred.len();
    let draw = move |at: usize| barred.get(at).map(|at| card(text, import, *at)).into_any();
    let (cards, button) = by_steps(text, STEP, count, Arc::new(draw));
    Some(
        view! {
            <section class="section">
                <h3>{words.mend}" ("{count}")"</h3>
                <p>{words.mend_lead}</p>
                <ul class="cards">{cards}</ul>
                {button}
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
        let place = Place {
            member: bar.member.or((bar.field.owner() == Owner::Member).then_some(0)),
            field: bar.field,
        };
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
    let look = move |look: fn(&HouseholdDraft, Place) -> String| {
        let look =
            |batch: &ImportBatch| batch.candidates.get(at).map(|candidate| look(&candidate.draft, place));
        import.batch.with(look).unwrap_or_default()
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
    let label = ::words::field::field(text.language, place.field);
    let value = Binding {
        read: Signal::derive(move || look(|draft, place| draft.text(place).to_owned())),
        write: Callback::new(move |typed| import.mend(at, place, Entry::Text(typed))),
    };
    match place.field.input() {
        Input::Number => {
            let checked = Signal::derive(move || {
                import.batch.with(|batch| {
                    batch.candidates.get(at).is_some_and(|candidate| candidate.draft.is_without(place))
                })
            });
            let tick = move |ticked| import.mend(at, place, Entry::Without(ticked));
            let without = family::without(text, place.field);
            view! {
                <DigitsField id=id.clone() label value error/>
                <Tick id=[&id, "-none"].concat() label=without checked tick/>
            }
            .into_any()
        }
        Input::Neighbourhood | Input::Count | Input::Date | Input::Telephone | Input::Text => {
            let limit = place.field.letters().map(|letters| letters.to_string());
            view! { <TextField id label value error limit/> }.into_any()
        }
        Input::Relation | Input::Sex | Input::Aid | Input::Answer | Input::Tick | Input::Nothing => {
            view! { <p>{say::row(text, bar)}" "{text.files().later}</p> }.into_any()
        }
    }
}
