//! The last stage: all that was typed, what is wrong with it, and saving it.

use super::foot::foot;
use super::sheet::Sheet;
use super::{finding, household_change};
use crate::field_session::today;
use crate::page::notices::{UNKEPT, keeping_fault};
use crate::page::received::received;
use crate::route::{Address, FormStage, RtRoute};
use crate::text::Tables;
use crate::text::{family, problem, rt};
use domain::sixteen::group;
use domain::{Aid, Field, HouseholdDraft, Owner, Place, Problem, Value};
use leptos::prelude::*;
use phone::{FamilyId, FamilyState};
use ui::browser::page;
use ui::part::button::Button;
use ui::part::confirm::Confirm;
use ui::part::facts::Facts;
use ui::part::live::{watched, watched_if};
use ui::part::notice::Notice;
use ui::part::screen::Screen;
use ui::session::session;
use ui::text::{Text, status};

const BARS: &str = "belum-bisa-disimpan";

/// The page.
pub fn review(text: &'static Text, id: FamilyId) -> AnyView {
    let (title, lead) = family::stage(text, FormStage::Review);
    view! {
        <Screen title lead>
            {keeping_fault(text)}{everything(text, Sheet::new(id))}{foot(text, id, FormStage::Review)}
        </Screen>
    }
    .into_any()
}

/// All that was typed, to be read to the family.
fn everything(text: &'static Text, sheet: Sheet) -> AnyView {
    let session = session();
    let words = text.family();
    let to_mend = move || sheet.session.peek(|register| register.to_mend().count()).unwrap_or_default();
    let save = move |()| {
        let before = to_mend();
        let next = match sheet.session.save(sheet.id) {
            // The last one is mended: what is left is to send the list again.
            Ok(()) if before > 0 && to_mend() == 0 => RtRoute::Send,
            Ok(()) => RtRoute::Families,
            Err(_) => return page::focus(BARS),
        };
        // What is not kept stays in sight, with what to do.
        sheet.session.once_saved(move |kept| if kept { session.go(next) } else { page::focus(UNKEPT) });
    };
    let remove = move |()| {
        sheet.session.remove(sheet.id);
        session.go(RtRoute::Families);
    };
    let question = sheet.session.peek(|register| register.family(sheet.id).map(|it| it.name().to_owned()));
    let question = family::remove_question(text, &question.flatten().unwrap_or_default());
    let facts = watched(move || view! { <Facts rows=sheet.look(|draft| rows(text, draft))/> }.into_any());
    view! {
        {watched_if(move || office(text, sheet))}
        {household_change::happened(text, sheet)}
        {watched_if(move || bars(text, sheet))}
        {finding::all(text, sheet)}
        {facts}
        <div class="screen__actions"><Button label=words.save press=save/></div>
        {household_change::happenings(text, sheet)}
        <Confirm label=words.remove question sure=words.remove_sure press=remove/>
    }
    .into_any()
}

/// What the office says, where it asks for something; or that it has the family.
fn office(text: &'static Text, sheet: Sheet) -> Option<AnyView> {
    let state = sheet
        .session
        .with(|register| register.family(sheet.id).map(|family| register.state(family, today())));
    let state = state.flatten()?;
    let (tone, label) = rt::state(text.language, &state);
    let says = match state {
        FamilyState::Sent => received(text),
        FamilyState::Office(event) => {
            let reason = status::why(text.language, event.reason.as_ref(), event.cause.as_ref());
            view! { <p>{label}". "{reason.unwrap_or_default()}" "{event.note}</p> }.into_any()
        }
        _ => return None,
    };
    let story = RtRoute::history(sheet.id).href();
    Some(
        view! { <Notice tone>{says}<a class="link link--tap" href=story>{text.fate().story}</a></Notice> }
            .into_any(),
    )
}

/// What keeps the family from being saved.
fn bars(text: &'static Text, sheet: Sheet) -> Option<AnyView> {
    let bars: Vec<Problem> =
        sheet.problems.get().into_iter().filter(|problem| !problem.fault.is_warning()).collect();
    let link = |problem: &Problem| {
        let href = RtRoute::field(sheet.id, problem.place).href();
        view! { <li><a class="link" href=href>{problem::says(text, problem)}</a></li> }
    };
    let links: Vec<_> = bars.iter().map(link).collect();
    (!bars.is_empty()).then(|| {
        view! {
            <section class="summary tone tone--bad" id=BARS tabindex="-1">
                <h2 class="summary__title">{text.common().summary}</h2>
                <ul class="summary__list">{links}</ul>
            </section>
        }
        .into_any()
    })
}

/// The draft as names and values, in the order of the form.
fn rows(text: &'static Text, draft: &HouseholdDraft) -> Vec<(&'static str, AnyView)> {
    let asked = FormStage::ALL.into_iter().flat_map(FormStage::fields);
    let mut rows = Vec::new();
    for field in asked.filter(|field| field.owner() == Owner::Household) {
        let place = Place::of_household(field);
        match field {
            Field::Rt => {
                let rw = draft.text(Place::of_household(Field::Rw));
                rows.push(("RT / RW", [draft.text(place), " / ", rw].concat().into_any()));
            }
            Field::Rw => {}
            _ => {
                rows.push((::words::field::field(text.language, field), value(text, draft, place).into_any()))
            }
        }
        if field == Field::Kk {
            let members: Vec<_> = (0..draft.members.len()).map(|index| member(text, draft, index)).collect();
            rows.push((text.family().members, members.into_any()));
        }
    }
    rows
}

/// The name of a member, the number, and the aid if there is any.
fn member(text: &'static Text, draft: &HouseholdDraft, index: usize) -> AnyView {
    let at = |field| Place::of_member(index, field);
    let aid = Aid::parse(draft.text(at(Field::Aid))).ok();
    let aid = aid.map(|aid| [", ", ::words::family::aid_in_full(text.language, aid)].concat());
    view! {
        <span class="facts__line">
            {value(text, draft, at(Field::Name))}<br/>{value(text, draft, at(Field::Nik))}{aid}
        </span>
    }
    .into_any()
}

/// What stands in a field, as it is read to the family.
fn value(text: &'static Text, draft: &HouseholdDraft, place: Place) -> String {
    let nothing = text.family().nothing;
    match draft.get(place) {
        Some(Value::Number(_, true)) if place.field == Field::Kk => text.family().no_kk.to_owned(),
        Some(Value::Number(_, true)) => family::without(text, place.field).to_owned(),
        Some(Value::Number(typed, false)) if !typed.trim().is_empty() => group(typed),
        Some(Value::Text(typed)) if !typed.trim().is_empty() => typed.to_owned(),
        Some(Value::Answer(Some(true))) if place.field == Field::Disability => {
            let all = draft.members.iter().enumerate().filter(|(_, member)| member.disabled);
            let who: Vec<String> =
                all.map(|(index, it)| family::named(text, it.name.trim(), index)).collect();
            [text.common().yes].into_iter().map(str::to_owned).chain(who).collect::<Vec<_>>().join(", ")
        }
        Some(Value::Answer(Some(true)) | Value::Tick(true)) => text.common().yes.to_owned(),
        Some(Value::Answer(Some(false)) | Value::Tick(false)) => text.common().no.to_owned(),
        Some(Value::Number(..) | Value::Text(_) | Value::Answer(None)) | None => nothing.to_owned(),
    }
}
