//! `/rt/keluarga/<id>/<stage>`: the form of a family, one topic a page. What is typed is kept at once.

mod finding;
mod findings;
mod foot;
mod household_change;
mod input;
mod member;
pub mod review;
mod sheet;

use super::notices::keeping_fault;
use crate::route::place::code as id_of;
use crate::route::{FormStage, RtRoute};
use crate::text::Tables;
use crate::text::{family, problem};
use domain::{Field, Place};
use findings::findings;
use foot::foot;
use input::input;
use leptos::prelude::*;
use phone::FamilyId;
use sheet::Sheet;
use ui::browser::{clock, page};
use ui::part::button::{Button, ButtonLink, Submit, Weight};
use ui::part::live::watched_if;
use ui::part::screen::Screen;
use ui::part::stepper::Stepper;
use ui::part::summary::Summary;
use ui::session::session;
use ui::text::Text;

/// One stage of the form but the last, at one of its fields if the way here led to it.
pub fn form(text: &'static Text, id: FamilyId, stage: FormStage, at: Option<Place>) -> AnyView {
    let session = session();
    if let Some(at) = at {
        // Once the heading has had the focus.
        clock::after(0, move || page::focus(&id_of(at)));
    }
    let sheet = Sheet::new(id);
    let (title, lead) = family::stage(text, stage);
    let to = move |stage| session.go(RtRoute::family(id, stage));
    let attempts = RwSignal::new(Vec::new());
    let next = stage.next();
    let go_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let bars = sheet.bars(stage);
        match next {
            Some(next) if bars.is_empty() => to(next),
            _ => attempts.set(bars),
        }
    };
    let summary = watched_if(move || {
        let bars = attempts.get();
        let problems: Vec<_> = bars.iter().map(|bar| (id_of(bar.place), problem::says(text, bar))).collect();
        let later = next.map(|next| {
            view! {
                <Button label=text.family().later weight=Weight::Quiet press=move |()| to(next)/>
            }
        });
        (!problems.is_empty()).then(|| view! { <Summary problems/>{later} }.into_any())
    });
    let back = stage.back().map(|back| {
        view! {
            <ButtonLink label=text.common().back to=RtRoute::family(id, back) weight=Weight::Outlined/>
        }
    });
    let body = match stage {
        FormStage::Members => member::members(text, sheet, at),
        FormStage::Card | FormStage::Home | FormStage::Situation => household(text, sheet, stage),
        FormStage::Aid => aid(text, sheet),
        // Its own page, of another part.
        FormStage::Review => return ().into_any(),
    };
    view! {
        <Screen title lead>
            <Stepper done=stage.position() all=FormStage::ALL.len()/>
            {keeping_fault(text)}
            {summary}
            <form on:submit=go_on novalidate>
                {body}
                <div class="screen__actions">{back}<Submit label=text.common().next/></div>
            </form>
            {foot(text, id, stage)}
        </Screen>
    }
    .into_any()
}

/// The fields of the household on a stage; RT and RW stand side by side.
fn household(text: &'static Text, sheet: Sheet, stage: FormStage) -> AnyView {
    let fields: Vec<_> = stage.fields().map(|field| household_field(text, sheet, field)).collect();
    fields.into_any()
}

fn household_field(text: &'static Text, sheet: Sheet, field: Field) -> AnyView {
    let place = Place::of_household(field);
    match field {
        Field::Rt => {
            let rw = Place::of_household(Field::Rw);
            // The head of an RW lists families of several RT.
            let of_rw = sheet.session.peek(|register| register.enrolment.rt.is_none()) == Some(true);
            let label = family::label(text, field);
            let label = family::Label { hint: if of_rw { text.family().rt_hint } else { "" }, ..label };
            view! {
                <div class="pair">{input::labelled(text, sheet, place, label)}{input(text, sheet, rw)}</div>
                {findings(text, sheet, place)}
                {findings(text, sheet, rw)}
            }
            .into_any()
        }
        // Beside the RT, and below the question whether anybody is.
        Field::Rw | Field::Disabled => ().into_any(),
        Field::Disability => {
            let who = watched_if(move || who(text, sheet));
            view! { {input(text, sheet, place)}{who} }.into_any()
        }
        Field::Address => view! { {input(text, sheet, place)}{findings(text, sheet, place)} }.into_any(),
        _ => input(text, sheet, place),
    }
}

/// Who is disabled, where somebody is.
fn who(text: &'static Text, sheet: Sheet) -> Option<AnyView> {
    let answer = sheet.look(|draft| draft.answer(Place::of_household(Field::Disability)));
    let ticks: Vec<_> = names(sheet)
        .into_iter()
        .enumerate()
        .map(|(index, name)| {
            let label = family::Label { label: family::named(text, name.trim(), index), hint: "" };
            input::labelled(text, sheet, Place::of_member(index, Field::Disabled), label)
        })
        .collect();
    (answer == Some(true)).then(|| {
        view! {
            <fieldset class="choice">
                <legend class="choice__legend"><b>{text.family().who}</b></legend>
                {ticks}
            </fieldset>
        }
        .into_any()
    })
}

/// The names of the members as typed.
fn names(sheet: Sheet) -> Vec<String> {
    untrack(|| sheet.look(|draft| draft.members.iter().map(|member| member.name.clone()).collect()))
}

fn aid(text: &'static Text, sheet: Sheet) -> AnyView {
    let fields: Vec<_> = names(sheet)
        .into_iter()
        .enumerate()
        .map(|(index, name)| {
            let at = Place::of_member(index, Field::Aid);
            let label = family::Label { label: family::aid_of(text, name.trim(), index), hint: "" };
            view! { {input::labelled(text, sheet, at, label)}{findings(text, sheet, at)} }
        })
        .collect();
    fields.into_any()
}
