//! The members of a family, each on a short card.

use super::findings::findings;
use super::input::input;
use super::sheet::Sheet;
use crate::route::FormStage;
use crate::route::place::code as id_of;
use crate::text::Tables;
use crate::text::family;
use domain::{Field, MemberDraft, Place};
use leptos::prelude::*;
use ui::browser::{clock, page};
use ui::part::button::{Button, Weight};
use ui::part::confirm::Confirm;
use ui::part::live::{said, watched};
use ui::text::Text;

/// Every card, and a button for one more. Cards that are filled in are folded to a line.
pub fn members(text: &'static Text, sheet: Sheet, at: Option<Place>) -> AnyView {
    let count = Memo::new(move |_| sheet.look(|draft| draft.members.len()));
    let cards = watched(move || {
        (0..count.get()).map(|index| card(text, sheet, index, at)).collect::<Vec<_>>().into_any()
    });
    let add = move |()| {
        let first = id_of(Place::of_member(count.get_untracked(), Field::Relation));
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
    let place = move |field| Place::of_member(index, field);
    let relation = (index > 0).then(|| input(text, sheet, place(Field::Relation)));
    let others = FormStage::Members.fields().filter(|field| *field != Field::Relation);
    let others: Vec<_> = others
        .map(|field| {
            // Name and address together tell that a family may be another one.
            let alike = (index == 0 && field == Field::Name)
                .then(|| findings(text, sheet, Place::of_household(Field::Address)));
            view! { {input(text, sheet, place(field))}{alike} }
        })
        .collect();
    view! {
        <fieldset class="fieldset">
            <legend class="fieldset__legend">{family::member(text, index)}</legend>
            {relation}
            {others}
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
