//! What should be looked at: warnings, each of which may stand for a reason, and families that look the same.

use super::sheet::Sheet;
use crate::field_session::today;
use crate::route::place::code as id_of;
use crate::route::{Address, FormStage, RtRoute};
use crate::text::Tables;
use crate::text::{finding, problem, rt};
use crate::why::Why;
use domain::{Place, Problem, Similarity};
use leptos::prelude::*;
use phone::DuplicateCandidate;
use ui::browser::{clock, page};
use ui::part::button::{Button, Weight};
use ui::part::live::{watched, watched_if};
use ui::part::pill::Pill;
use ui::text::Text;

/// What was found at one field.
pub fn here(text: &'static Text, sheet: Sheet, place: Place) -> AnyView {
    let warned = watched(move || {
        let warned = sheet.warnings_at(place).into_iter();
        warned.map(|(warning, kept)| one(text, sheet, warning, kept, false)).collect::<Vec<_>>().into_any()
    });
    let duplicates = watched_if(move || alike(text, sheet, &sheet.duplicates_at(place)));
    view! { {warned}{duplicates} }.into_any()
}

/// All that was found, before the family is saved.
pub fn all(text: &'static Text, sheet: Sheet) -> AnyView {
    let warned = watched_if(move || {
        let (kept, open): (Vec<_>, Vec<_>) =
            sheet.warnings.get().into_iter().partition(|(_, reason)| reason.is_some());
        let list = |warnings: Vec<(Problem, Option<String>)>| -> Vec<_> {
            warnings.into_iter().map(|(warning, kept)| one(text, sheet, warning, kept, true)).collect()
        };
        let (any_open, any_kept) = (!open.is_empty(), !kept.is_empty());
        let open = any_open.then(|| {
            view! {
                <section class="summary summary--calm tone tone--wait">
                    <h2 class="summary__title">{text.family().warnings}</h2>
                    <p>{text.family().warnings_lead}</p>
                    {list(open)}
                </section>
            }
        });
        let kept = any_kept.then(|| {
            view! { <h2>{text.finding().kept_title}</h2>{list(kept)} }
        });
        (any_open || any_kept).then(|| view! { {open}{kept} }.into_any())
    });
    let duplicates = watched_if(move || {
        let duplicates = sheet.duplicates.get();
        let open = duplicates.iter().any(|(_, told)| told.is_none());
        let title = open.then(|| view! { <h2>{text.finding().duplicates}</h2> });
        Some(view! { {title}{alike(text, sheet, &duplicates)} }.into_any())
    });
    view! { {duplicates}{warned} }.into_any()
}

/// A warning that asks, or stands. `far`: its field is on another page.
fn one(text: &'static Text, sheet: Sheet, warning: Problem, kept: Option<String>, far: bool) -> AnyView {
    let words = text.finding();
    let id = [&id_of(warning.place), "-", warning.fault.code()].concat();
    let says = problem::says(text, &warning);
    let href = RtRoute::field(sheet.id, warning.place).href();
    let says = if far {
        view! { <a class="link" href=href>{says}</a> }.into_any()
    } else {
        view! { <span>{says}</span> }.into_any()
    };
    let again = id.clone();
    let act = match kept {
        Some(reason) => {
            let undo = move |()| {
                sheet.session.change(sheet.id, |family| family.reconsider(&warning));
                focus(&again);
            };
            view! {
                <p class="finding__kept">{words.kept}": "{reason}</p>
                <Button label=words.reconsider weight=Weight::Quiet press=undo/>
            }
            .into_any()
        }
        None => {
            let keep = move |reason: String| {
                sheet.session.change(sheet.id, |family| family.keep(&warning, &reason));
                focus(&again);
            };
            let ready = finding::keep_reasons(text.language, warning.fault);
            let id = [&id, "-alasan"].concat();
            view! { <Why own=sheet.reason(&id) id label=words.keep ready say=keep/> }.into_any()
        }
    };
    view! { <div class="finding" id=id tabindex="-1"><p class="finding__says">{says}</p>{act}</div> }
        .into_any()
}

/// The cards of the families that look the same; `None` if there are none.
fn alike(
    text: &'static Text,
    sheet: Sheet,
    duplicates: &[(DuplicateCandidate, Option<String>)],
) -> Option<AnyView> {
    let cards: Vec<_> = duplicates
        .iter()
        .filter_map(|(duplicate, told)| card(text, sheet, *duplicate, told.clone()))
        .collect();
    (!cards.is_empty()).then(|| cards.into_any())
}

fn card(
    text: &'static Text,
    sheet: Sheet,
    duplicate: DuplicateCandidate,
    told: Option<String>,
) -> Option<AnyView> {
    let words = text.finding();
    let other = sheet.session.peek(|register| register.family(duplicate.id).cloned())??;
    let (tone, label) =
        rt::state(text.language, &sheet.session.peek(|register| register.state(&other, today()))?);
    let name = if other.name().is_empty() { text.rt().no_name } else { other.name() }.to_owned();
    let id = ["mirip-", &duplicate.id.to_string(), "-", &id_of(duplicate.place)].concat();
    let again = id.clone();
    let settled = told.is_some();
    let act = match told {
        Some(reason) => {
            let undo = move |()| {
                sheet.session.change(sheet.id, |family| family.reconsider_duplicate(duplicate.id));
                if sheet.session.peek(|register| register.why_not_duplicate(sheet.id, &duplicate).is_some())
                    == Some(true)
                {
                    sheet.session.change(duplicate.id, |family| family.reconsider_duplicate(sheet.id));
                }
                focus(&again);
            };
            view! {
                <p class="finding__kept">{words.not_same}": "{reason}</p>
                <Button label=words.reconsider weight=Weight::Quiet press=undo/>
            }
            .into_any()
        }
        None => {
            let nik = other.draft.members.first().map(|head| finding::masked("NIK", &head.nik));
            let kk = finding::masked("KK", &other.draft.kk);
            let facts = [kk, nik.unwrap_or_default(), other.draft.address.trim().to_owned()];
            let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
            let say = move |reason: String| {
                sheet.session.change(sheet.id, |family| family.rule_out(&duplicate, &reason));
                focus(&again);
            };
            let ready = finding::not_same_reasons(text.language, duplicate.similarity);
            let id = [&id, "-alasan"].concat();
            view! {
                <p class="finding__facts">{facts.join(" · ")}</p>
                <Pill tone label/>
                <Why own=sheet.reason(&id) id label=words.not_same ready say/>
            }
            .into_any()
        }
    };
    let stage = if other.record.is_some() { FormStage::Review } else { FormStage::Card };
    let href = RtRoute::family(duplicate.id, stage).href();
    let class = match duplicate.similarity {
        _ if settled => "finding",
        Similarity::Nik => "finding tone tone--bad",
        Similarity::Kk | Similarity::NameAndAddress => "finding tone tone--wait",
    };
    Some(
        view! {
            <div class=class id=id tabindex="-1">
                <p class="finding__says">{finding::likeness(text.language, duplicate.similarity)}</p>
                <a class="finding__name link link--tap" href=href>{name}</a>
                {act}
            </div>
        }
        .into_any(),
    )
}

/// What was under the finger is drawn anew: the reader stays where it was.
fn focus(id: &str) {
    let id = id.to_owned();
    clock::after(0, move || page::focus(&id));
}
