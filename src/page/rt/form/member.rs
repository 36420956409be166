//! The members of a family, each on a short card.

use super::finding;
use super::sheet::{Sheet, place};
use crate::browser::{clock, page};
use crate::field_session::today;
use crate::part::button::{Button, Weight};
use crate::part::confirm::Confirm;
use crate::part::field::{DigitsField, SelectField, TextField};
use crate::part::live::{said, watched, watched_if};
use crate::part::tick::Tick;
use crate::route::place::code as id_of;
use crate::text::{Text, check, family};
use domain::nik::NikHint;
use domain::{Field, MemberDraft, Place, Relation, Sex};
use leptos::prelude::*;
use phone::Offer;

/// Every card, and a button for one more. Cards that are filled in are folded to a line.
pub fn members(text: &'static Text, sheet: Sheet, at: Option<Place>) -> AnyView {
    let count = Memo::new(move |_| sheet.look(|draft| draft.members.len()));
    let cards = watched(move || {
        (0..count.get()).map(|index| card(text, sheet, index, at)).collect::<Vec<_>>().into_any()
    });
    let add = move |()| {
        let first = id_of(place(Some(count.get_untracked()), Field::Relation));
        sheet.edit(|draft| draft.members.push(MemberDraft::default()));
        // Once the card is there.
        clock::after(0, move || page::focus(&first));
    };
    view! { {cards}<Button label=text.family().add_member weight=Weight::Outlined press=add/> }.into_any()
}

/// A card. Alone it always lies open; among others, while something is to be done on it.
fn card(text: &'static Text, sheet: Sheet, index: usize, at: Option<Place>) -> AnyView {
    let fields = fields(text, sheet, index);
    let (alone, bare) = untrack(|| {
        sheet.look(|draft| (draft.members.len() == 1, draft.members.get(index).is_none_or(is_bare)))
    });
    if alone {
        return fields;
    }
    let barred = sheet.problems.with_untracked(|problems| {
        problems.iter().any(|problem| problem.place.member == Some(index) && !problem.fault.is_warning())
    });
    let open = bare || barred || at.is_some_and(|at| at.member == Some(index));
    let line = said(move || {
        sheet.look(|draft| {
            draft.members.get(index).map(|member| family::card(text, index, member)).unwrap_or_default()
        })
    });
    view! { <details class="card" open=open><summary class="card__line">{line}</summary>{fields}</details> }
        .into_any()
}

fn is_bare(member: &MemberDraft) -> bool {
    member.name.trim().is_empty()
}

fn fields(text: &'static Text, sheet: Sheet, index: usize) -> AnyView {
    let words = text.family();
    let id = move |field| id_of(place(Some(index), field));
    let error = move |field| sheet.error(text, place(Some(index), field));
    let name = sheet.member(index, |m| &m.name, |m| &mut m.name);
    let sex = sheet.member(index, |m| &m.sex, |m| &mut m.sex);
    let birth = sheet.member(index, |m| &m.birth, |m| &mut m.birth);
    let occupation = sheet.member(index, |m| &m.occupation, |m| &mut m.occupation);
    let sexes = vec![("", words.choose), (Sex::Male.code(), words.male), (Sex::Female.code(), words.female)];
    view! {
        <fieldset class="fieldset">
            <legend class="fieldset__legend">{family::member(text, index)}</legend>
            {(index > 0).then(|| relation(text, sheet, index))}
            <TextField id=id(Field::Name) label=words.name hint=words.name_hint value=name error=error(Field::Name)/>
            {(index == 0).then(|| finding::at(text, sheet, place(None, Field::Address)))}
            {nik(text, sheet, index)}
            <SelectField id=id(Field::Sex) label=words.sex options=sexes value=sex/>
            <TextField id=id(Field::Birth) label=words.birth hint=words.birth_hint value=birth error=error(Field::Birth)/>
            <TextField id=id(Field::Occupation) label=words.occupation value=occupation/>
            {(index > 0).then(|| view! {
                <Confirm
                    label=words.remove_member question=words.remove_member_question sure=words.remove_sure
                    press=move |()| sheet.session.change(sheet.id, |family| family.remove_member(index))
                />
            })}
        </fieldset>
    }
    .into_any()
}

fn relation(text: &'static Text, sheet: Sheet, index: usize) -> AnyView {
    let mut options = vec![("", text.family().choose)];
    let others = Relation::ALL.iter().filter(|relation| **relation != Relation::Head);
    options.extend(others.map(|relation| (relation.code(), family::relation(text.language, *relation))));
    let value = sheet.member(index, |m| &m.relation, |m| &mut m.relation);
    let id = id_of(place(Some(index), Field::Relation));
    view! { <SelectField id label=text.family().relation options value/> }.into_any()
}

/// The number, or the statement that there is none.
fn nik(text: &'static Text, sheet: Sheet, index: usize) -> AnyView {
    let words = text.family();
    let place = place(Some(index), Field::Nik);
    let value = sheet.member(index, |m| &m.nik, |m| &mut m.nik);
    let error = sheet.error(text, place);
    let without = Signal::derive(move || {
        sheet.look(|draft| draft.members.get(index).is_some_and(|member| member.without_nik))
    });
    let tells = Signal::derive(move || {
        let hint = NikHint::of(&value.read.read());
        check::nik(text.language, &hint, hint.birth(today()).map(|birth| birth.year()))
    });
    let tick = move |ticked| {
        sheet.edit(|draft| {
            if let Some(member) = draft.members.get_mut(index) {
                member.without_nik = ticked;
            }
        });
    };
    let field = watched_if(move || {
        (!without.get()).then(|| {
            view! { <DigitsField id=id_of(place) label=words.nik hint=words.nik_hint value error tells/> }
                .into_any()
        })
    });
    let id = ["tanpa-", &id_of(place)].concat();
    view! {
        {field}
        {offer(text, sheet, index)}
        {finding::at(text, sheet, place)}
        <Tick id label=words.without_nik checked=without tick/>
    }
    .into_any()
}

/// What the NIK can fill in, at a tap.
fn offer(text: &'static Text, sheet: Sheet, index: usize) -> AnyView {
    let offer = Memo::new(move |_| {
        sheet.look(|draft| draft.members.get(index).and_then(|member| Offer::of(member, today())))
    });
    watched_if(move || {
        let offer = offer.get()?;
        let fill = move |()| {
            sheet.edit(|draft| {
                if let Some(member) = draft.members.get_mut(index) {
                    offer.fill(member);
                }
            });
            page::focus(&id_of(place(Some(index), Field::Sex)));
        };
        let label = family::offer(text, offer);
        Some(view! { <Button label weight=Weight::Outlined press=fill/> }.into_any())
    })
}
