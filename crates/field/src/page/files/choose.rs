//! Choosing a list: a file, or cells to paste.

use crate::import::Import;
use crate::text::Tables;
use leptos::prelude::*;
use ui::browser::edit;
use ui::browser::file::File;
use ui::part::button::{Button, Weight};
use ui::text::Text;

/// What the app's file input offers first.
const KINDS: &str = ".xlsx,.xls,.ods,.csv,.txt,.tsv";

/// A file to choose or drop, a field for pasted cells.
pub fn choose(text: &'static Text, import: Import) -> AnyView {
    let words = text.files();
    let pasted = RwSignal::new(String::new());
    let begin = move |file: Option<File>| {
        if let Some(file) = file {
            import.begin(file);
        }
    };
    let read_pasted = move |()| {
        let text = pasted.get_untracked();
        begin(File::of_text(&text).filter(|_| !text.trim().is_empty()));
    };
    view! {
        <div
            class="drop"
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| begin(File::dropped(&event))
        >
            <p>{words.kinds}</p>
            <label class="button drop__button" for="files-file">{words.choose}</label>
            <input
                class="drop__input" type="file" id="files-file" accept=KINDS
                on:change=move |event| begin(File::chosen(&event))
            />
            <p class="drop__hint">{words.drop}</p>
        </div>
        <div class="field">
            <label class="field__label" for="files-paste">{words.paste}</label>
            <p class="field__hint" id="files-paste-hint">{words.paste_hint}</p>
            <textarea
                class="field__input field__input--lines" id="files-paste" name="files-paste" rows="4"
                autocomplete="off" spellcheck="false" wrap="off" aria-describedby="files-paste-hint"
                prop:value=pasted
                on:input=move |event| pasted.set(edit::lines(&event))
            />
        </div>
        <Button label=words.read_pasted weight=Weight::Outlined press=read_pasted/>
    }
    .into_any()
}
