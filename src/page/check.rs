//! `/cek`: asks for the numbers of a family.
//!
//! The answer is another program (`page::answer`), which arrives while somebody types: the form must be light.

pub mod draft;
pub mod form;

use crate::browser::clock;
use crate::browser::program::{launch, prepare};
use crate::part::live::watched;
use crate::part::notice::Notice;
use crate::part::tone::Tone;
use crate::session::{session, text};
use draft::Draft;
use form::{Form, Purpose, asking};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far the answer is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Asking,
    Starting,
    StartingSlowly,
    Failed,
}

/// The program of the answer, by its name in `public/boot.js`.
const ANSWER: &str = "answer";
const SLOW_MS: u64 = 500;

/// The page. A receipt leads here with its code behind the `#` of the address.
#[component]
pub fn Check() -> impl IntoView {
    let form = Form::open();
    let stage = RwSignal::new(Stage::Asking);
    let purpose = Purpose {
        begin: || prepare(ANSWER),
        ask: Callback::new(move |draft| hand_over(stage, draft)),
        progress: Callback::new(move |()| progress(stage.get())),
    };
    watched(move || asking(form, purpose))
}

/// Starts the program that answers; it takes the page over.
fn hand_over(stage: RwSignal<Stage>, draft: Draft) {
    if matches!(stage.get_untracked(), Stage::Starting | Stage::StartingSlowly) {
        return;
    }
    let session = session();
    stage.set(Stage::Starting);
    clock::after(SLOW_MS, move || {
        if stage.try_get_untracked() == Some(Stage::Starting) {
            stage.set(Stage::StartingSlowly);
        }
    });
    spawn_local(async move {
        match launch(ANSWER, &draft.handed()).await {
            Ok(_) => session.hand_over(),
            Err(_) => stage.set(Stage::Failed),
        }
    });
}

fn progress(stage: Stage) -> AnyView {
    let text = text().check();
    match stage {
        Stage::Asking => ().into_any(),
        Stage::Starting => view! { <span class="hidden-text">{text.looking}</span> }.into_any(),
        Stage::StartingSlowly => view! { <Notice tone=Tone::Plain>{text.looking_slowly}</Notice> }.into_any(),
        Stage::Failed => view! { <Notice tone=Tone::Bad>{text.not_started}</Notice> }.into_any(),
    }
}
