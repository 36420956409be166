//! What happened to a family since it was listed: an heir takes the place of the head, or nobody is at home.

use super::sheet::Sheet;
use crate::field_session::today;
use crate::text::Tables;
use crate::text::finding;
use crate::why::Why;
use ::words::family::{change, relation as relation_name};
use domain::{ChangeKind, HouseholdChange, Relation};
use leptos::prelude::*;
use phone::Family;
use ui::browser::{clock, page};
use ui::part::button::{Button, Weight};
use ui::part::live::{watched, watched_if};
use ui::part::notice::Notice;
use ui::text::Text;
use ui::tone::Tone;

const HAPPENED: &str = "perubahan";

/// What has happened, for the head of the page.
pub fn happened(text: &'static Text, sheet: Sheet) -> AnyView {
    let happenings = Memo::new(move |_| {
        let look = |family: &Family| [family.death().cloned(), family.absence().cloned()];
        sheet.session.with(|register| register.family(sheet.id).map(look)).flatten()
    });
    let notices = watched_if(move || {
        let [death, absence] = happenings.get()?;
        let death = death.map(|death| of_death(text, &death));
        let absence = absence.map(|absence| of_absence(text, sheet, &absence));
        Some(view! { {death}{absence} }.into_any())
    });
    view! { <div id=HAPPENED tabindex="-1">{notices}</div> }.into_any()
}

fn of_death(text: &'static Text, death: &HouseholdChange) -> AnyView {
    let words = text.finding();
    let name = death.former_head.as_ref().map(|head| head.name.clone()).unwrap_or_default();
    let noted = noted(text, death);
    view! {
        <Notice tone=Tone::Plain>
            <p>{words.former_head}": "{name}". "{noted}</p>
            <p>{words.new_kk}</p>
        </Notice>
    }
    .into_any()
}

fn of_absence(text: &'static Text, sheet: Sheet, absence: &HouseholdChange) -> AnyView {
    let what = change(text.language, absence.what);
    let (noted, note) = (noted(text, absence), absence.note.clone());
    view! {
        <Notice tone=Tone::Wait><p>{what}". "{noted}</p><p>{note}</p></Notice>
        <Button
            label=text.finding().back weight=Weight::Outlined
            press=move |()| happens(sheet, ChangeKind::Back, "")
        />
    }
    .into_any()
}

fn noted(text: &'static Text, happening: &HouseholdChange) -> String {
    [text.finding().noted, " ", &::words::date::date(text.language, happening.on), "."].concat()
}

/// What can be said to have happened; nothing before the family was saved.
pub fn happenings(text: &'static Text, sheet: Sheet) -> AnyView {
    let words = text.finding();
    let possible = Memo::new(move |_| {
        let look = |family: &Family| (family.record.is_some(), family.absence().is_some());
        sheet.session.with(|register| register.family(sheet.id).map(look)).flatten().unwrap_or_default()
    });
    watched(move || {
        let (saved, absent) = possible.get();
        if !saved {
            return ().into_any();
        }
        let away = (!absent).then(|| {
            [ChangeKind::Moved, ChangeKind::NotFound].map(|what| {
                let say = move |reason: String| happens(sheet, what, &reason);
                let ready = finding::absence_reasons(text.language, what);
                let id = [what.code(), "-alasan"].concat();
                view! { <Why own=sheet.reason(&id) id label=change(text.language, what) ready say/> }
            })
        });
        view! {
            <section class="section">
                <h2>{words.happenings}</h2>
                <p class="soft">{words.happenings_lead}</p>
                <details class="why">
                    <summary class="why__open">{words.head_died}</summary>
                    {watched(move || heirs(text, sheet))}
                </details>
                {away}
            </section>
        }
        .into_any()
    })
}

fn heirs(text: &'static Text, sheet: Sheet) -> AnyView {
    let words = text.finding();
    let look = |family: &Family| {
        let heir = |index: usize| {
            let member = family.draft.members.get(index)?;
            let relation = Relation::parse(&member.relation).ok();
            let relation =
                relation.map(|relation| relation_name(text.language, relation)).unwrap_or_default();
            Some((index, finding::heir(member.name.trim(), relation)))
        };
        family.heirs(today()).into_iter().filter_map(heir).collect::<Vec<_>>()
    };
    let heirs =
        sheet.session.with(|register| register.family(sheet.id).map(look)).flatten().unwrap_or_default();
    if heirs.is_empty() {
        return view! { <p>{words.no_heir}</p> }.into_any();
    }
    let follow = move |index: usize| {
        sheet.session.change(sheet.id, |family| family.head_dies(index, today()));
        // With a bar elsewhere it stays a draft, and the page says why.
        sheet.session.save(sheet.id).ok();
        show();
    };
    let heirs: Vec<_> = heirs
        .into_iter()
        .map(|(index, label)| view! { <Button label weight=Weight::Outlined press=move |()| follow(index)/> })
        .collect();
    view! { <p class="why__ask">{words.choose_heir}</p><div class="why__ready">{heirs}</div> }.into_any()
}

fn happens(sheet: Sheet, what: ChangeKind, note: &str) {
    sheet.session.change(sheet.id, |family| family.happens(what, today(), note));
    show();
}

/// Leads to what has happened, once it is there.
fn show() {
    clock::after(0, || page::focus(HAPPENED));
}
