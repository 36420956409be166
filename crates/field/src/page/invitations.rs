//! `/rt/undangan`: the ledger of invitations, day by day.

pub mod letter;
pub mod marking;
mod row;
pub mod schedule;

use super::notices::{keeping_fault, offline};
use crate::field_session::{field_session, today};
use crate::route::RtRoute;
use crate::text::Tables;
use crate::text::ledger;
use domain::Date;
use leptos::prelude::*;
use phone::ledger::{Day, Due};
use row::Row;
use ui::part::button::{Button, ButtonLink, Weight};
use ui::part::gradual::gradual;
use ui::part::live::{said, watched, watched_if};
use ui::part::notice::Notice;
use ui::part::screen::Screen;
use ui::places::loading::Loading;
use ui::text::Text;
use ui::tone::Tone;

/// What of the ledger is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Every,
    Only(Date),
    /// The letters of a day, as they are printed.
    Letters(Date),
}

/// The page.
pub fn invitations(text: &'static Text) -> AnyView {
    let (session, points) = (field_session(), Loading::start());
    let shown = RwSignal::new(Shown::Every);
    let days = Memo::new(move |_| session.with(|register| register.ledger(today())).unwrap_or_default());
    let words = text.ledger();
    watched(move || {
        let shown_now = shown.get();
        if let Shown::Letters(date) = shown_now {
            let calls = days.with(|days| days.iter().find(|day| day.date == date).cloned());
            let calls = calls.map(|day| day.valid()).unwrap_or_default();
            return letter::sheets(text, &calls, points, move || shown.set(Shown::Only(date)));
        }
        let sections: Vec<_> = days.with(|days| {
            let wanted = |day: &&Day| shown_now == Shown::Every || shown_now == Shown::Only(day.date);
            days.iter().filter(wanted).map(|day| section(text, day, points, shown)).collect()
        });
        let chooser = days.with(|days| filter(text, days, shown));
        let none =
            sections.is_empty().then(|| view! { <Notice tone=Tone::Plain><p>{words.none}</p></Notice> });
        view! {
            <Screen title=words.title lead=words.lead>
                {offline(text)}
                {keeping_fault(text)}
                {unsent(text)}
                {chooser}
                {none}
                {sections}
            </Screen>
        }
        .into_any()
    })
}

/// How many marks wait for the next list, and the way to send it.
pub fn unsent(text: &'static Text) -> AnyView {
    let words = text.ledger();
    let unsent = Memo::new(|_| field_session().with(|register| register.unsent_marks()).unwrap_or_default());
    watched_if(move || {
        let count = unsent.get();
        (count > 0).then(|| {
            view! {
                <Notice tone=Tone::Wait>
                    <p>{ledger::unsent(text.language, count)}" "{words.unsent_lead}</p>
                    <ButtonLink label=words.send to=RtRoute::Send weight=Weight::Outlined/>
                </Notice>
            }
            .into_any()
        })
    })
}

/// A button for each day, where there is more than one.
fn filter(text: &'static Text, days: &[Day], shown: RwSignal<Shown>) -> Option<AnyView> {
    let words = text.ledger();
    let button = |label: String, shows: Shown| {
        let pressed = (shown.get_untracked() == shows).to_string();
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=move |_| shown.set(shows)>
                {label}
            </button>
        }
        .into_any()
    };
    let every = button(words.every_day.to_owned(), Shown::Every);
    let each: Vec<_> = days
        .iter()
        .map(|day| button(::words::date::date(text.language, day.date), Shown::Only(day.date)))
        .collect();
    (days.len() > 1).then(|| {
        view! { <div class="chips" role="group" aria-label=words.days>{every}{each}</div> }.into_any()
    })
}

fn section(text: &'static Text, day: &Day, points: Loading, shown: RwSignal<Shown>) -> AnyView {
    let (language, words, date) = (text.language, text.ledger(), day.date);
    let when = match today() {
        today if today == date => [" · ", words.today].concat(),
        today if date < today => [" · ", words.over].concat(),
        _ => String::new(),
    };
    let rows: Vec<Row> = day.calls.iter().map(|call| Row::of(call.clone(), points)).collect();
    let seen: Vec<_> = rows.iter().map(|row| row.due).collect();
    let counts = said(move || {
        let count = |due: Due| seen.iter().filter(|is| is.get() == due).count();
        ledger::counts(language, seen.len(), count(Due::Tell), count(Due::Mark))
    });
    let (rows, _) = gradual(&rows, Row::view);
    let valid = day.valid();
    let actions = (!valid.is_empty()).then(|| {
        let save = move |()| schedule::save(text, &valid, points);
        view! {
            <div class="screen__actions">
                <Button label=words.print_day weight=Weight::Outlined press=move |()| shown.set(Shown::Letters(date))/>
                <Button label=words.calendar_day weight=Weight::Quiet press=save/>
            </div>
        }
    });
    view! {
        <section class="section">
            <h2>{::words::date::long_date(language, date)}{when}</h2>
            <p class="soft">{counts}</p>
            <ul class="families">{rows}</ul>
            {actions}
        </section>
    }
    .into_any()
}
