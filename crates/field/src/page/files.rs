//! `/rt/berkas`: lists from and for spreadsheets.

mod choose;
mod columns;
mod export;
mod mend;
mod more;
mod preview;

use crate::import::{Import, Stage, import};
use crate::route::RtRoute;
use crate::shared::shared;
use crate::text::Tables;
use crate::text::files as say;
use leptos::prelude::*;
use ui::part::button::{Button, ButtonLink, Weight};
use ui::part::live::watched;
use ui::part::notice::Notice;
use ui::part::screen::Screen;
use ui::text::Text;
use ui::tone::Tone;

/// The page.
pub fn files(text: &'static Text) -> AnyView {
    let import = import();
    let shared = shared();
    // Not while the page is drawn. A shared list may come a moment later than the page.
    Effect::new(move |opened: Option<()>| {
        if opened.is_none() {
            import.open();
        }
        if let Some(file) = shared.is_there().then(|| shared.take()).flatten() {
            import.begin(file);
        }
    });
    let words = text.files();
    view! {
        <Screen title=words.title lead=words.lead>
            <section class="section">
                <h2>{words.bring}</h2>
                {watched(move || bring(text, import))}
            </section>
            {export::export(text)}
        </Screen>
    }
    .into_any()
}

fn bring(text: &'static Text, import: Import) -> AnyView {
    let words = text.files();
    let stage = import.stage.get();
    let again = move || {
        view! { <Button label=words.other weight=Weight::Quiet press=move |()| import.forget()/> }
    };
    match stage {
        Stage::Choosing => choose::choose(text, import),
        Stage::Reading(progress) => view! {
            <p role="status">{say::progress(text.language, progress)}</p>
            <Button label=words.cancel weight=Weight::Outlined press=move |()| import.forget()/>
        }
        .into_any(),
        Stage::Failed => view! {
            <Notice tone=Tone::Bad live=true><p>{words.failed}</p></Notice>
            {again()}
        }
        .into_any(),
        Stage::NoList(fault) => view! {
            <Notice tone=Tone::Wait live=true><p>{say::no_list(text.language, fault)}</p></Notice>
            {columns::columns(text, import, true)}
            {again()}
        }
        .into_any(),
        Stage::Read => view! { {preview::preview(text, import)} {again()} }.into_any(),
        Stage::Taking(count) => view! { <p role="status">{say::taking(text.language, count)}</p> }.into_any(),
        Stage::Taken(arrived) => view! {
            <Notice tone=Tone::Good live=true><p>{say::taken(text.language, arrived)}</p></Notice>
            <ButtonLink label=words.to_list to=RtRoute::Families/>
            {again()}
        }
        .into_any(),
    }
}
