//! Questions that nobody has answered, as after an import: one answer for all families that are ticked.

use crate::field_session::{field_session, today};
use crate::text::Tables;
use crate::text::{family, rt};
use domain::Field;
use leptos::prelude::*;
use phone::{Family, FamilyId, ListReview};
use std::collections::HashSet;
use ui::part::button::{Button, Weight};
use ui::part::live::watched_if;
use ui::part::tick::Tick;
use ui::text::Text;

/// So many names are in sight at once.
const SHORT: usize = 12;

/// Families that a question is not to be answered for: also after another one was answered.
type Unticked = RwSignal<HashSet<(Field, FamilyId)>>;

/// The questions; nothing where all are answered.
pub(super) fn unanswered(text: &'static Text) -> AnyView {
    let field_session = field_session();
    let unticked = Unticked::default();
    // What changes elsewhere leaves the ticks as they are.
    let open = Memo::new(move |_| {
        let open = field_session.with(|register| {
            let mut open = ListReview::of(register, today()).unanswered();
            let name = |id: &FamilyId| register.family(*id).map(|family| family.name().to_lowercase());
            open.iter_mut().for_each(|(_, families)| families.sort_by_cached_key(name));
            open
        });
        open.unwrap_or_default()
    });
    watched_if(move || {
        let open = open.get();
        let questions: Vec<_> =
            open.into_iter().map(|(field, families)| question(text, field, families, unticked)).collect();
        (!questions.is_empty()).then(|| questions.into_any())
    })
}

fn question(text: &'static Text, field: Field, families: Vec<FamilyId>, unticked: Unticked) -> AnyView {
    let field_session = field_session();
    let is_short = families.len() <= SHORT;
    let all = rt::number_of_families(text.language, families.len());
    let ticks: Vec<_> = families.iter().map(|id| tick(text, field, *id, unticked)).collect();
    let ticked = Memo::new(move |_| {
        let unticked = unticked.read();
        families.iter().filter(|id| !unticked.contains(&(field, **id))).copied().collect::<Vec<_>>()
    });
    let answers = watched_if(move || {
        let families = ticked.get();
        let count = rt::number_of_families(text.language, families.len());
        let button = |says: &'static str, answer| {
            let (label, families) = ([says, ", ", &count].concat(), families.clone());
            let press = move |()| field_session.answer(&families, field, answer);
            view! { <Button label weight=Weight::Outlined press=press/> }
        };
        (!families.is_empty()).then(|| {
            let (yes, no) = (button(text.common().yes, true), button(text.common().no, false));
            view! { <div class="screen__actions">{yes}{no}</div> }.into_any()
        })
    });
    view! {
        <section class="summary summary--calm tone tone--wait">
            <fieldset class="choice">
                <legend class="choice__legend"><b>{family::label(text, field).label}</b></legend>
                <p class="choice__help">{text.outbox().answer_lead}</p>
                <details class="more" open=is_short>
                    <summary>{all}</summary>
                    {ticks}
                </details>
            </fieldset>
            {answers}
        </section>
    }
    .into_any()
}

/// One family, ticked unless it was unticked before.
fn tick(text: &'static Text, field: Field, id: FamilyId, unticked: Unticked) -> AnyView {
    let checked = Signal::derive(move || !unticked.read().contains(&(field, id)));
    let tick = move |ticked: bool| {
        unticked.update(|unticked| {
            if ticked {
                unticked.remove(&(field, id))
            } else {
                unticked.insert((field, id))
            };
        });
    };
    let label = field_session().peek(|register| {
        let name = register.family(id).map(Family::name).filter(|name| !name.is_empty());
        let home = register.family(id).map(|family| register.home(family)).unwrap_or_default();
        [name.unwrap_or(text.rt().no_name), " · ", &home].concat()
    });
    let (html_id, label) = ([field.code(), "-", &id.0.to_string()].concat(), label.unwrap_or_default());
    view! { <Tick id=html_id label checked tick/> }.into_any()
}
