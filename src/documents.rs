//! `/dokumen`: who comes to the point, and what they bring.

mod draft;
mod letter;
pub mod surat_kuasa;

use domain::{Document, Visitor};
use leptos::prelude::*;
use ui::browser;
use ui::part::answer::Answer;
use ui::part::button::{Button, ButtonLink, Weight};
use ui::part::door::Door;
use ui::part::live::drawn;
use ui::part::screen::Screen;
use ui::route::Route;
use ui::text::Text;
use ui::text::documents::{document, document_hint, visitor as visitor_name, visitor_hint};
use ui::tone::Tone;

/// The page: the question, or the list for one visitor.
#[component]
pub fn Documents(visitor: Option<Visitor>) -> impl IntoView {
    drawn(move |text| match visitor {
        None => view! { <Visitors text/> }.into_any(),
        Some(Visitor::Sick) => view! { <Sick text/> }.into_any(),
        Some(visitor) => view! { <Checklist text visitor/> }.into_any(),
    })
}

/// Who comes?
#[component]
fn Visitors(text: &'static Text) -> impl IntoView {
    let doors: Vec<_> = Visitor::ALL
        .iter()
        .map(|it| {
            let (title, hint) = (visitor_name(text.language, *it), visitor_hint(text.language, *it));
            view! { <Door to=Route::Documents(Some(*it)) title hint/> }
        })
        .collect();
    view! {
        <Screen title=text.documents().title lead=text.documents().lead>
            <nav aria-label=text.documents().lead>{doors}</nav>
        </Screen>
    }
    .into_any()
}

/// What this visitor brings. The boxes are for packing; nobody keeps what is ticked.
#[component]
fn Checklist(text: &'static Text, visitor: Visitor) -> impl IntoView {
    let words = text.documents();
    let papers: Vec<_> = visitor
        .documents()
        .iter()
        .map(|it| {
            let hint = document_hint(text.language, *it);
            let hint = (!hint.is_empty()).then(|| view! { <small class="checklist__hint">{hint}</small> });
            view! {
                <li>
                    <label class="checklist__paper">
                        <input type="checkbox" class="checklist__box"/>
                        <span class="checklist__text">{document(text.language, *it)}{hint}</span>
                    </label>
                </li>
            }
        })
        .collect();
    let needs_letter = visitor.documents().contains(&Document::SuratKuasa);
    let letter = needs_letter.then(|| view! { <ButtonLink label=words.fill_in to=Route::SuratKuasa/> });
    let notes: Vec<_> = [words.ground_floor, words.pin, words.no_fee, words.next_day]
        .into_iter()
        .map(|note| view! { <li>{note}</li> })
        .collect();
    view! {
        <Screen title=words.list_title lead=visitor_name(text.language, visitor)>
            <p><b>{words.both}</b></p>
            <ul class="checklist">{papers}</ul>
            <div class="screen__actions">
                {letter}
                <Button label=words.print_list weight=Weight::Outlined press=|()| browser::page::print()/>
            </div>
            <h2>{words.good_to_know}</h2>
            <ul>{notes}</ul>
            <ButtonLink label=words.someone_else weight=Weight::Quiet to=Route::Documents(None)/>
        </Screen>
    }
    .into_any()
}

/// Who is ill stays at home.
#[component]
fn Sick(text: &'static Text) -> impl IntoView {
    let words = text.documents();
    view! {
        <div class="screen">
            <div class="screen__head">
                <Answer tone=Tone::Wait title=words.sick_title><p>{words.sick}</p></Answer>
            </div>
            <div class="screen__body">
                <p>{words.sick_proxy}</p>
                <div class="screen__actions">
                    <ButtonLink
                        label=visitor_name(text.language, Visitor::SameKk)
                        to=Route::Documents(Some(Visitor::SameKk))
                    />
                    <ButtonLink label=words.someone_else weight=Weight::Outlined to=Route::Documents(None)/>
                </div>
            </div>
        </div>
    }
    .into_any()
}
