//! What stands below every stage of the form.

use crate::field_session::field_session;
use crate::route::{Address, FormStage, RtRoute};
use crate::text::Tables;
use crate::text::family;
use leptos::prelude::*;
use phone::{FamilyId, SaveState};
use ui::part::live::said;
use ui::text::Text;

/// That all is kept, and the way to the other stages.
pub fn foot(text: &'static Text, id: FamilyId, stage: FormStage) -> AnyView {
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
            let href = RtRoute::family(id, other).href();
            view! { <li><a class="link link--tap" href=href aria-current=here>{family::stage(text, other).0}</a></li> }
        })
        .collect();
    view! {
        <p class="keeping soft small">{says}</p>
        <nav class="stages" aria-label=text.family().jump>
            <ol class="stages__list">{links}</ol>
            <a class="link link--tap" href=RtRoute::Families.href()>{text.family().to_list}</a>
        </nav>
    }
    .into_any()
}
