//! The input of a field, by how the field is answered.

use super::findings::findings;
use super::sheet::Sheet;
use crate::field_session::today;
use crate::route::place::code as id_of;
use crate::text::Tables;
use crate::text::family;
use crate::text::family::Label;
use domain::nik::NikHint;
use domain::{Aid, Date, Entry, Field, Input, KkNumber, Nik, Place, Relation, Sex};
use leptos::prelude::*;
use phone::Offer;
use ui::browser::page;
use ui::part::button::{Button, Weight};
use ui::part::choice::{Choice, Choosable};
use ui::part::field::{DigitsField, SelectField, Selectable, TextField};
use ui::part::live::watched_if;
use ui::part::tick::Tick;
use ui::text::{Text, check};

/// The input of a field, under its usual label.
pub fn input(text: &'static Text, sheet: Sheet, place: Place) -> AnyView {
    labelled(text, sheet, place, family::label(text, place.field))
}

/// The input of a field, under another label.
pub fn labelled(text: &'static Text, sheet: Sheet, place: Place, label: Label) -> AnyView {
    match place.field.input() {
        Input::Number => number(text, sheet, place, label),
        Input::Text => line(text, sheet, place, label, "text", None),
        Input::Date => {
            let line = line(text, sheet, place, label, "text", Some("numeric"));
            view! { {line}{watched_if(move || birth(text, sheet, place))} }.into_any()
        }
        Input::Neighbourhood | Input::Count => line(text, sheet, place, label, "text", Some("numeric")),
        Input::Telephone => line(text, sheet, place, label, "tel", None),
        Input::Relation => {
            let others = Relation::ALL.iter().filter(|relation| **relation != Relation::Head);
            let others =
                others.map(|relation| (relation.code(), ::words::family::relation(text.language, *relation)));
            select(sheet, place, label, text.family().choose, others)
        }
        Input::Sex => {
            let sexes = Sex::ALL.iter().map(|sex| (sex.code(), ::words::family::sex(text.language, *sex)));
            select(sheet, place, label, text.family().choose, sexes)
        }
        Input::Aid => {
            let programmes =
                Aid::ALL.iter().map(|aid| (aid.code(), ::words::family::aid_in_full(text.language, *aid)));
            select(sheet, place, label, text.family().no_aid, programmes)
        }
        Input::Answer => question(text, sheet, place, label),
        Input::Tick => tick(sheet, place, label),
        Input::Nothing => ().into_any(),
    }
}

fn line(
    text: &'static Text,
    sheet: Sheet,
    place: Place,
    label: Label,
    kind: &'static str,
    keypad: Option<&'static str>,
) -> AnyView {
    let Label { label, hint } = label;
    let (value, error) = (sheet.text(place), sheet.error(text, place));
    let limit = place.field.letters().map(|letters| letters.to_string());
    match keypad {
        Some(keypad) => {
            view! { <TextField id=id_of(place) kind keypad label hint value error limit/> }.into_any()
        }
        None => view! { <TextField id=id_of(place) kind label hint value error limit/> }.into_any(),
    }
}

/// The birth as it was understood, in words.
fn birth(text: &'static Text, sheet: Sheet, place: Place) -> Option<AnyView> {
    let says = sheet.look(|draft| {
        let birth = Date::parse_birth(draft.text(place), place.member == Some(0), today()).ok()?;
        let nik = draft.members.get(place.member?).and_then(|member| Nik::parse(&member.nik).ok());
        let is_of_nik = nik.and_then(|nik| nik.birth(today())) == Some(birth);
        Some(family::birth(text, birth, birth.age_on(today()), is_of_nik))
    });
    says.map(|says| view! { <p class="soft small" role="status">{says}</p> }.into_any())
}

/// A list to choose from; `none` is said where nothing is chosen.
fn select(
    sheet: Sheet,
    place: Place,
    label: Label,
    none: &'static str,
    options: impl Iterator<Item = Selectable>,
) -> AnyView {
    let options: Vec<_> = std::iter::once(("", none)).chain(options).collect();
    view! { <SelectField id=id_of(place) label=label.label options value=sheet.text(place)/> }.into_any()
}

fn question(text: &'static Text, sheet: Sheet, place: Place, label: Label) -> AnyView {
    let options = [("ya", text.common().yes), ("tidak", text.common().no)].map(|(code, label)| Choosable {
        code,
        label,
        hint: "",
    });
    let chosen = untrack(|| sheet.look(|draft| draft.answer(place)));
    let chosen = chosen.map(|yes| if yes { "ya" } else { "tidak" });
    let legend = view! { <b>{label.label}</b> }.into_any();
    let choose = move |code| sheet.set(place, Entry::Answer(Some(code == "ya")));
    view! { <Choice name=place.field.code() legend hint=label.hint options=options.to_vec() chosen choose/> }
        .into_any()
}

fn tick(sheet: Sheet, place: Place, label: Label) -> AnyView {
    let checked = Signal::derive(move || sheet.look(|draft| draft.is_ticked(place)));
    let tick = move |ticked| sheet.set(place, Entry::Tick(ticked));
    view! { <Tick id=id_of(place) label=label.label checked tick/> }.into_any()
}

/// The number, or the statement that there is none.
fn number(text: &'static Text, sheet: Sheet, place: Place, label: Label) -> AnyView {
    let value = sheet.text(place);
    let error = sheet.error(text, place);
    let without = Signal::derive(move || sheet.look(|draft| draft.is_without(place)));
    let tells = Signal::derive(move || tells(text, place.field, &value.read.read()));
    let tick = move |ticked| sheet.set(place, Entry::Without(ticked));
    let field = watched_if(move || {
        let Label { label, hint } = label.clone();
        (!without.get())
            .then(|| view! { <DigitsField id=id_of(place) label hint value error tells/> }.into_any())
    });
    let id = ["tanpa-", &id_of(place)].concat();
    let label = family::without(text, place.field);
    view! {
        {field}
        {place.member.map(|index| offer(text, sheet, index))}
        {findings(text, sheet, place)}
        <Tick id label checked=without tick/>
    }
    .into_any()
}

/// What the digits tell so far.
fn tells(text: &'static Text, field: Field, typed: &str) -> String {
    if field == Field::Nik {
        let hint = NikHint::of(typed);
        return check::nik(text.language, &hint, hint.birth(today()).map(|birth| birth.year()));
    }
    let region = KkNumber::parse(typed).ok().map(|kk| kk.digits().number(0, 4));
    check::region(text.language, region).to_owned()
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
            page::focus(&id_of(Place::of_member(index, Field::Sex)));
        };
        let label = family::offer(text, offer);
        Some(view! { <Button label weight=Weight::Outlined press=fill/> }.into_any())
    })
}
