//! `/rt/kirim`: the list before it is sent, and the lists that were.

use super::editions::Editions;
use super::notices::{KeepingFault, Offline};
use crate::desk::{desk, today};
use crate::part::button::Button;
use crate::part::facts::Facts;
use crate::part::notice::Notice;
use crate::part::screen::Screen;
use crate::part::summary::Summary;
use crate::part::tick::Tick;
use crate::part::tone::Tone;
use crate::register::{Family, FamilyId, Register, Review};
use crate::route::{FormStage, Route, RtRoute};
use crate::session::{session, text, text_now};
use crate::text::{Text, outbox, problem};
use leptos::prelude::*;
use leptos::task::spawn_local;

const DECLARATION: &str = "pernyataan";

/// The page.
#[component]
pub fn Send() -> impl IntoView {
    let desk = desk();
    let review = Memo::new(move |_| desk.with(|register| Review::of(register, today())).unwrap_or_default());
    let ready = Memo::new(move |_| review.read().families() + review.read().withdrawn > 0);
    move || {
        let text = text();
        let words = &text.outbox;
        view! {
            <Screen title=words.title lead=words.lead>
                <Offline/>
                <KeepingFault/>
                {move || desk.with(|register| shown(text, register, &review.read()))}
                {move || ready.get().then(|| view! { <Declare/> })}
                <Editions/>
            </Screen>
        }
        .into_any()
    }
}

/// The statement and the button.
#[component]
fn Declare() -> impl IntoView {
    let (session, desk) = (session(), desk());
    let text = text_now();
    let words = &text.outbox;
    let declared = RwSignal::new(false);
    let missed = RwSignal::new(Vec::new());
    let send = move |()| {
        if !declared.get_untracked() {
            missed.set(vec![(DECLARATION.to_owned(), words.declare_first.to_owned())]);
            return;
        }
        spawn_local(async move {
            desk.send().await;
            if desk.send_fault.get_untracked().is_none() {
                session.go(Route::Rt(RtRoute::Receipt));
            }
        });
    };
    let summary = move || {
        let problems = missed.get();
        (!problems.is_empty()).then(|| view! { <Summary problems/> })
    };
    let fault =
        move || {
            desk.send_fault.get().map(|fault| view! {
            <Notice tone=Tone::Bad live=true><p>{outbox::send_fault(text.language, fault)}</p></Notice>
        })
        };
    let button = move || match desk.sending.get() {
        true => view! { <p class="soft" role="status">{words.sending}</p> }.into_any(),
        false => view! { <Button label=words.send press=send/> }.into_any(),
    };
    view! {
        {summary}
        {fault}
        <Tick id=DECLARATION label=words.declaration checked=declared tick=move |ticked| declared.set(ticked)/>
        <div class="screen__actions">{button}</div>
    }
    .into_any()
}

/// What the next list changes, and what to look at.
fn shown(text: &'static Text, register: &Register, review: &Review) -> AnyView {
    let words = &text.outbox;
    if review.families() + review.withdrawn + review.left_out.len() == 0 {
        return view! { <Notice tone=Tone::Plain><p>{words.nothing}</p></Notice> }.into_any();
    }
    let rows = [
        (words.in_list, review.families()),
        (words.new, review.new),
        (words.changed, review.changed),
        (words.unchanged, review.unchanged),
        (words.withdrawn, review.withdrawn),
    ];
    let told = rows.into_iter().enumerate().filter(|(index, (_, count))| *index == 0 || *count > 0);
    let rows: Vec<_> = told.map(|(_, (name, count))| (name, count.to_string().into_any())).collect();
    let same = review.families() > 0 && review.new + review.changed + review.withdrawn == 0;
    let link = |id: FamilyId, says: String| {
        let href = Route::Rt(RtRoute::Family(id, FormStage::Review)).href();
        view! { <li><a class="link" href=href>{says}</a></li> }
    };
    let name = |id: FamilyId| {
        let name = register.family(id).map(Family::name).unwrap_or_default();
        if name.is_empty() { text.rt.no_name.to_owned() } else { name.to_owned() }
    };
    let names = |title, ids: &[FamilyId]| {
        let links: Vec<_> = ids.iter().map(|id| link(*id, name(*id))).collect();
        note(title, links.into_any(), ids.is_empty())
    };
    let warnings: Vec<_> = review
        .warnings
        .iter()
        .map(|(id, warning)| link(*id, [&name(*id), ": ", &problem::says(text, warning)].concat()))
        .collect();
    view! {
        <Facts rows/>
        {same.then(|| view! { <Notice tone=Tone::Plain><p>{words.same}</p></Notice> })}
        {names(words.left_out, &review.left_out)}
        {names(words.unsaved, &review.unsaved)}
        {note(words.warnings, warnings.into_any(), review.warnings.is_empty())}
    }
    .into_any()
}

fn note(title: &'static str, links: AnyView, empty: bool) -> Option<AnyView> {
    (!empty).then(|| {
        view! {
            <section class="summary summary--calm tone tone--wait">
                <p>{title}</p>
                <ul class="summary__list">{links}</ul>
            </section>
        }
        .into_any()
    })
}
