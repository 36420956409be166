//! Bringing a list back from a backup file.

use super::new_pin::NewPin;
use crate::field_session::field_session;
use crate::text::Tables;
use crate::text::phone;
use ::phone::RestoreFault;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::browser::edit;
use ui::part::button::Submit;
use ui::part::field::{CodeField, Label};
use ui::part::live::watched_if;
use ui::part::notice::Notice;
use ui::text::Text;
use ui::tone::Tone;

/// How far it has come.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Asking,
    NoFile,
    Working,
    Failed(RestoreFault),
    Done,
}

const FILE: &str = "file-cadangan";

/// The form. On a phone that has no list open, the list gets a new PIN.
pub fn restore(text: &'static Text) -> AnyView {
    let session = field_session();
    let words = text.phone();
    let is_new = session.peek(|_| ()).is_none();
    let file = RwSignal::new(None::<String>);
    let code = RwSignal::new(String::new());
    let pin = NewPin::new();
    let stage = RwSignal::new(Stage::Asking);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(content) = file.get_untracked() else { return stage.set(Stage::NoFile) };
        let new_pin = if is_new { pin.read() } else { None };
        if stage.get_untracked() == Stage::Working || (is_new && new_pin.is_none()) {
            return;
        }
        stage.set(Stage::Working);
        spawn_local(async move {
            let restored = session.restore(&content, &code.get_untracked(), new_pin).await;
            stage.try_set(restored.map_or_else(Stage::Failed, |()| Stage::Done));
        });
    };
    let choose = move |event| {
        spawn_local(async move {
            file.try_set(edit::chosen_text(&event).await);
        });
    };
    let said = watched_if(move || {
        let (tone, says) = match stage.get() {
            Stage::Asking => return None,
            Stage::NoFile => (Tone::Bad, words.no_file.to_owned()),
            Stage::Working => (Tone::Plain, words.opening.to_owned()),
            Stage::Failed(fault) => (Tone::Bad, phone::restore_fault(text.language, fault)),
            Stage::Done => (Tone::Good, words.restored.to_owned()),
        };
        Some(view! { <Notice tone live=true><p>{says}</p></Notice> }.into_any())
    });
    let label =
        Label { id: FILE.to_owned(), label: words.file.to_owned(), hint: "", error: Signal::stored(None) };
    let input = view! {
        <input class="field__input" type="file" id=FILE accept=".json,application/json" on:change=choose/>
    };
    view! {
        <details class="section">
            <summary class="link link--tap">{words.restore}</summary>
            <p>{words.restore_lead}</p>
            <form on:submit=submit novalidate>
                {label.around(input.into_any(), ().into_any())}
                <CodeField id="kode-cadangan" label=words.code value=code/>
                {is_new.then(|| pin.fields(text))}
                {said}
                <div class="screen__actions"><Submit label=words.restore_now/></div>
            </form>
        </details>
    }
    .into_any()
}
