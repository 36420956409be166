//! `/rt/keluarga/<id>/<stage>`: the form of a family, one topic a page. What is typed is kept at once.

mod finding;
mod household_change;
mod member;
mod review;
mod sheet;

use super::notices::keeping_fault;
use crate::browser::{clock, page};
use crate::field_session::{SaveState, field_session};
use crate::part::button::{Button, ButtonLink, Submit, Weight};
use crate::part::choice::{Choice, Choosable};
use crate::part::field::{DigitsField, SelectField, TextField};
use crate::part::live::{said, watched_if};
use crate::part::screen::Screen;
use crate::part::stepper::Stepper;
use crate::part::summary::Summary;
use crate::part::tick::Tick;
use crate::route::place::code as id_of;
use crate::route::{FormStage, Route, RtRoute};
use crate::session::session;
use crate::text::{Text, check, family, problem};
use domain::{Aid, Field, HouseholdDraft, KkNumber, Place};
use leptos::prelude::*;
use phone::FamilyId;
use sheet::{Sheet, place};

/// One stage of the form, at one of its fields if the way here led to it.
pub fn form(text: &'static Text, id: FamilyId, stage: FormStage, at: Option<Place>) -> AnyView {
    let session = session();
    if let Some(at) = at {
        // Once the heading has had the focus.
        clock::after(0, move || page::focus(&id_of(at)));
    }
    let sheet = Sheet::new(id);
    let (title, lead) = family::stage(text, stage);
    let to = move |stage| session.go(Route::Rt(RtRoute::Family(id, stage)));
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
    let back = stage.back().map(|back| view! {
        <ButtonLink label=text.common().back to=Route::Rt(RtRoute::Family(id, back)) weight=Weight::Outlined/>
    });
    let body = match stage {
        FormStage::Card => card(text, sheet),
        FormStage::Members => member::members(text, sheet, at),
        FormStage::Home => home(text, sheet),
        FormStage::Situation => situation(text, sheet),
        FormStage::Aid => aid(text, sheet),
        FormStage::Review => {
            return view! {
                <Screen title lead>{keeping_fault(text)}{review::review(text, sheet)}{foot(text, id, stage)}</Screen>
            }
            .into_any();
        }
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

/// That all is kept, and the way to the other stages.
fn foot(text: &'static Text, id: FamilyId, stage: FormStage) -> AnyView {
    let keeping = field_session().save_state;
    let says = said(move || {
        let says = match keeping.get() {
            SaveState::Saved => text.family().kept,
            SaveState::Saving => text.family().keeping,
            SaveState::Failed(_) => "",
        };
        says.to_owned()
    });
    let links: Vec<_> = FormStage::ALL
        .into_iter()
        .map(|other| {
            let here = (other == stage).then_some("step");
            let href = Route::Rt(RtRoute::Family(id, other)).href();
            view! { <li><a class="link link--tap" href=href aria-current=here>{family::stage(text, other).0}</a></li> }
        })
        .collect();
    view! {
        <p class="keeping soft small">{says}</p>
        <nav class="stages" aria-label=text.family().jump>
            <ol class="stages__list">{links}</ol>
            <a class="link link--tap" href=Route::Rt(RtRoute::Families).href()>{text.family().to_list}</a>
        </nav>
    }
    .into_any()
}

fn card(text: &'static Text, sheet: Sheet) -> AnyView {
    let words = text.family();
    let value = sheet.text(|draft| &draft.kk, |draft| &mut draft.kk);
    let error = sheet.error(text, place(None, Field::Kk));
    let without = Signal::derive(move || sheet.look(|draft| draft.without_kk));
    let tells = Signal::derive(move || {
        let region = KkNumber::parse(&value.read.read()).ok().map(|kk| kk.digits().number(0, 4));
        check::region(text.language, region).to_owned()
    });
    let number = watched_if(move || {
        (!without.get()).then(|| {
            view! { <DigitsField id="kk" label=words.kk hint=words.kk_hint value error tells/> }.into_any()
        })
    });
    view! {
        {number}
        {finding::at(text, sheet, place(None, Field::Kk))}
        <Tick
            id="tanpa-kk" label=words.without_kk checked=without
            tick=move |ticked| sheet.edit(|draft| draft.without_kk = ticked)
        />
    }
    .into_any()
}

fn home(text: &'static Text, sheet: Sheet) -> AnyView {
    let words = text.family();
    let error = move |field| sheet.error(text, place(None, field));
    let here = move |field| finding::at(text, sheet, place(None, field));
    let address = sheet.text(|draft| &draft.address, |draft| &mut draft.address);
    let rt = sheet.text(|draft| &draft.rt, |draft| &mut draft.rt);
    let rw = sheet.text(|draft| &draft.rw, |draft| &mut draft.rw);
    let phone = sheet.text(|draft| &draft.phone, |draft| &mut draft.phone);
    let of_rw = sheet.session.peek(|register| register.enrolment.rt.is_none()) == Some(true);
    let rt_hint = if of_rw { words.rt_hint } else { "" };
    view! {
        <TextField
            id="alamat" label=words.address hint=words.address_hint value=address error=error(Field::Address)
        />
        {here(Field::Address)}
        <div class="pair">
            <TextField id="rt" keypad="numeric" label=words.rt hint=rt_hint value=rt error=error(Field::Rt)/>
            <TextField id="rw" keypad="numeric" label=words.rw value=rw error=error(Field::Rw)/>
        </div>
        {here(Field::Rt)}
        {here(Field::Rw)}
        <TextField id="telepon" kind="tel" label=words.phone hint=words.phone_hint value=phone/>
    }
    .into_any()
}

fn situation(text: &'static Text, sheet: Sheet) -> AnyView {
    let words = text.family();
    let question = |field: Field, legend, answer: fn(&mut HouseholdDraft) -> &mut Option<bool>| {
        let options = [("ya", text.common().yes), ("tidak", text.common().no)]
            .map(|(code, label)| Choosable { code, label, hint: "" });
        let chosen = untrack(|| sheet.look(|draft| *answer(&mut draft.clone())));
        let chosen = chosen.map(|yes| if yes { "ya" } else { "tidak" });
        let legend = view! { <b>{legend}</b> }.into_any();
        let choose = move |code| sheet.edit(|draft| *answer(draft) = Some(code == "ya"));
        view! { <Choice name=field.code() legend options=options.to_vec() chosen choose/> }
    };
    view! {
        {question(Field::Affected, words.affected, |draft| &mut draft.affected)}
        {question(Field::FixedIncome, words.fixed_income, |draft| &mut draft.fixed_income)}
    }
    .into_any()
}

fn aid(text: &'static Text, sheet: Sheet) -> AnyView {
    let names =
        untrack(|| sheet.look(|draft| draft.members.iter().map(|m| m.name.clone()).collect::<Vec<_>>()));
    let fields: Vec<_> = names
        .into_iter()
        .enumerate()
        .map(|(index, name)| {
            let mut options = vec![("", text.family().no_aid)];
            options.extend(Aid::ALL.iter().map(|aid| (aid.code(), family::aid(text.language, *aid))));
            let value = sheet.member(index, |member| &member.aid, |member| &mut member.aid);
            let label = family::aid_of(text, name.trim(), index);
            let at = place(Some(index), Field::Aid);
            view! { <SelectField id=id_of(at) label options value/>{finding::at(text, sheet, at)} }
        })
        .collect();
    fields.into_any()
}
