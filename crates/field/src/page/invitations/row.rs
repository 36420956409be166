//! A call in the ledger: who, when, where, and the mark that comes next with one tap.

use super::marking::Marking;
use crate::field_session::today;
use crate::route::{Address, RtRoute};
use crate::text::Tables;
use crate::text::ledger;
use domain::{Attendance, Invitation};
use leptos::prelude::*;
use phone::ledger::{Call, Due};
use ui::part::live::{said, watched};
use ui::part::pill::Pill;
use ui::places::loading::Loading;
use ui::session::text_now;
use ui::text::Text;

/// The row. What was marked is followed for each of its own, so that one mark draws one row anew.
#[derive(Clone)]
pub struct Row {
    call: Call,
    points: Loading,
    marking: Marking,
    /// What is to be done about the call.
    pub due: Memo<Due>,
}

impl Row {
    /// The row of a call.
    pub fn of(call: Call, points: Loading) -> Self {
        let marking = Marking::of(call.family, call.invitation.call);
        let asked = call.clone();
        let due = Memo::new(move |_| asked.due(&marking.seen.read(), today()));
        Self { call, points, marking, due }
    }

    /// The row.
    pub fn view(&self) -> AnyView {
        let text = text_now();
        let Self { call, points, marking, due } = self.clone();
        let href = RtRoute::history(call.family).href();
        let invitation = call.invitation.clone();
        let detail = said(move || detail(text, &invitation, points));
        let quick = self.quick(text);
        let (name, home) = (call.name.clone(), call.home.clone());
        let state = watched(move || {
            let (tone, label) = ledger::state(text.language, &call, &marking.seen.read(), due.get());
            view! { <Pill tone label/> }.into_any()
        });
        view! {
            <li class="family family--call">
                <span class="family__text">
                    <a class="family__name" href=href>{name}</a>
                    <span class="family__detail">{home}</span>
                    <span class="family__detail">{detail}</span>
                </span>
                {state}
                {quick}
            </li>
        }
        .into_any()
    }

    /// One button for the next mark, and to take it back: it stays in place, so that the focus does too.
    fn quick(&self, text: &'static Text) -> AnyView {
        let Self { call, marking, due, .. } = self.clone();
        let words = text.ledger();
        let marked = move || marking.seen.with(|seen| (seen.told.is_some(), seen.came.is_some()));
        let label = move || match (due.get(), marked()) {
            (Due::Tell, _) => words.tell,
            (Due::Mark, _) => words.came,
            (Due::Wait, _) | (Due::Nothing, (_, true)) => words.undo,
            (Due::Nothing, _) => "",
        };
        let press = move |_| match (due.get_untracked(), untrack(marked)) {
            (Due::Tell, _) => marking.mark(Attendance::Told),
            (Due::Mark, _) => marking.mark(Attendance::Came),
            (Due::Wait, _) => marking.unmark(true),
            (Due::Nothing, (_, true)) => marking.unmark(false),
            (Due::Nothing, _) => {}
        };
        let does = move || matches!(due.get(), Due::Tell | Due::Mark);
        view! {
            <button
                type="button"
                class="button button--outlined"
                class=("button--quiet", move || !does())
                hidden=move || label().is_empty()
                on:click=press
            >
                {said(move || label().to_owned())}
                <span class="hidden-text">{call.name}</span>
            </button>
        }
        .into_any()
    }
}

/// `Undangan kesatu · 09.00–11.00 · SDN Ulujami 01`
fn detail(text: &'static Text, invitation: &Invitation, points: Loading) -> String {
    let (from, to) = (
        ::words::date::time(text.language, invitation.from),
        ::words::date::time(text.language, invitation.to),
    );
    let point = points.point(&invitation.point).map(|point| point.name);
    let point = point.unwrap_or_else(|| text.ledger().unknown_point.to_owned());
    [::words::visit::call(text.language, invitation.call), " · ", &from, "–", &to, " · ", &point].concat()
}
