//! `/dokumen/surat-kuasa`: a power of attorney, filled in on the device and printed from it. Nothing of it is kept.

use super::draft::{Blank, Draft, Fault, Letter};
use super::letter::Sheet;
use crate::text::Tables;
use leptos::prelude::*;
use ui::browser;
use ui::part::button::{Button, Submit, Weight};
use ui::part::field::{Binding, DigitsField, TextField};
use ui::part::live::{drawn, watched};
use ui::part::screen::Screen;
use ui::part::summary::Summary;
use ui::text::{Text, fault};

/// What the page shows.
#[derive(Clone, PartialEq, Eq)]
enum Stage {
    /// The form.
    Filling,
    /// The letter, ready to print.
    Ready(Box<Letter>),
}

type Faults = Vec<(Blank, Fault)>;

/// The page.
#[component]
pub fn SuratKuasa() -> impl IntoView {
    let draft = RwSignal::new(Draft::default());
    let stage = RwSignal::new(Stage::Filling);
    drawn(move |text| match stage.get() {
        Stage::Filling => view! { <Form text draft stage/> }.into_any(),
        Stage::Ready(letter) => view! { <Ready text letter=*letter stage/> }.into_any(),
    })
}

#[component]
fn Form(text: &'static Text, draft: RwSignal<Draft>, stage: RwSignal<Stage>) -> impl IntoView {
    let words = text.letter();
    let faults = RwSignal::new(Faults::new());
    let line = move |blank, label, hint| field(text, draft, faults, blank, label, hint);
    let show = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match draft.read_untracked().letter() {
            Ok(letter) => stage.set(Stage::Ready(Box::new(letter))),
            Err(found) => faults.set(found),
        }
    };
    let summary = watched(move || {
        let problems =
            faults.get().into_iter().map(|(blank, fault)| (blank.id().to_owned(), says(text, blank, fault)));
        let problems: Vec<_> = problems.collect();
        if problems.is_empty() { ().into_any() } else { view! { <Summary problems/> }.into_any() }
    });
    view! {
        <Screen title=words.title lead=words.lead>
            {summary}
            <form on:submit=show novalidate>
                <fieldset class="fieldset">
                    <legend class="fieldset__legend">{words.principal}</legend>
                    {line(Blank::PrincipalName, words.name, "")}
                    {line(Blank::PrincipalNik, words.nik, words.nik_hint)}
                    {line(Blank::PrincipalAddress, words.address, words.address_hint)}
                </fieldset>
                <fieldset class="fieldset">
                    <legend class="fieldset__legend">{words.proxy}</legend>
                    {line(Blank::ProxyName, words.name, "")}
                    {line(Blank::ProxyNik, words.nik, words.nik_hint)}
                    {line(Blank::ProxyAddress, words.address, words.address_hint)}
                    {line(Blank::Relation, words.relation, words.relation_hint)}
                </fieldset>
                <fieldset class="fieldset">
                    <legend class="fieldset__legend">{words.errand}</legend>
                    {line(Blank::Reason, words.reason, words.reason_hint)}
                    {line(Blank::Place, words.place, "")}
                </fieldset>
                <div class="screen__actions">
                    <Submit label=words.show/>
                    <Button
                        label=words.blank
                        weight=Weight::Outlined
                        press=move |()| stage.set(Stage::Ready(Box::default()))
                    />
                </div>
            </form>
        </Screen>
    }
    .into_any()
}

/// A blank as a field.
fn field(
    text: &'static Text,
    draft: RwSignal<Draft>,
    faults: RwSignal<Faults>,
    blank: Blank,
    label: &'static str,
    hint: &'static str,
) -> AnyView {
    let value = Binding {
        read: Signal::derive(move || draft.read().get(blank).to_owned()),
        write: Callback::new(move |typed| draft.update(|draft| draft.set(blank, typed))),
    };
    let error = Signal::derive(move || {
        let found = faults.read().iter().find(|(it, _)| *it == blank).copied();
        found.map(|(blank, fault)| says(text, blank, fault))
    });
    match blank {
        Blank::PrincipalNik | Blank::ProxyNik => {
            view! { <DigitsField id=blank.id() label hint value error/> }.into_any()
        }
        _ => view! { <TextField id=blank.id() label hint value error/> }.into_any(),
    }
}

/// What is wrong with a blank, naming whose it is.
fn says(text: &Text, blank: Blank, fault: Fault) -> String {
    let words = text.letter();
    let what = match blank {
        Blank::PrincipalName => words.principal_name,
        Blank::ProxyName => words.proxy_name,
        Blank::PrincipalNik => words.principal_nik,
        _ => words.proxy_nik,
    };
    match fault {
        Fault::Missing => fault::missing(text.language, what),
        Fault::Nik(fault) => fault::number(text.language, what, fault),
    }
}

#[component]
fn Ready(text: &'static Text, letter: Letter, stage: RwSignal<Stage>) -> impl IntoView {
    let words = text.letter();
    view! {
        <Screen title=words.ready_title lead=words.ready_lead>
            <div class="screen-only">
                <p>{words.outsider}</p>
                <div class="screen__actions letter__actions">
                    <Button label=text.common().print press=|()| browser::page::print()/>
                    <Button
                        label=text.common().change
                        weight=Weight::Outlined
                        press=move |()| stage.set(Stage::Filling)
                    />
                </div>
            </div>
            <Sheet letter/>
        </Screen>
    }
    .into_any()
}
