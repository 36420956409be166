//! `/cek`: asks for the numbers of a family, and answers in the same place.
//!
//! What answers is a part of its own (`page::answer`), which arrives while somebody types: the form must be light.

pub mod form;

use form::{Form, Purpose, asking};
use leptos::prelude::*;
use ui::lookup::draft::Draft;
use ui::part::live::watched;
use ui::part_loading::{Part, PartLoading, Stage};

/// What answers a form. A copy is a handle to the same one.
#[derive(Clone, Copy)]
pub struct Answering {
    /// Called when somebody begins to type.
    pub begin: fn(),
    /// Asks with a form that is filled in.
    pub ask: Callback<Draft>,
    /// What the look-up is at, above the button.
    pub progress: Callback<(), AnyView>,
    /// Whether there is an answer to show.
    pub is_answered: Memo<bool>,
    /// The answer, in place of the form.
    pub answer: Callback<(), AnyView>,
}

/// Begins to answer a form.
pub type Begin = fn(Form) -> Answering;

/// The page, which has its forms answered by this part. A receipt leads here with its code behind the `#` of the address.
#[component]
pub fn Check(by: &'static Part<Begin>) -> impl IntoView {
    let form = Form::open();
    let loading = PartLoading::of(by);
    let begun = Memo::new(move |_| match loading.stage() {
        Stage::Ready(begin) => Some(begin),
        _ => None,
    });
    let answering = Memo::new_with_compare(move |_| begun.get().map(|begin| begin(form)), |_, _| true);
    // What was asked before anything was there to answer it.
    let asked = RwSignal::new(None::<Draft>);
    let ask = move |draft| match answering.get_untracked() {
        Some(answering) => answering.ask.run(draft),
        None => {
            asked.set(Some(draft));
            loading.load();
        }
    };
    Effect::new(move || {
        if let Some(answering) = answering.get()
            && let Some(draft) = asked.write_untracked().take()
        {
            answering.ask.run(draft);
        }
    });
    let progress = move || match answering.get() {
        Some(answering) => answering.progress.run(()),
        // Whoever only types need not know how far the part has come.
        None if asked.read().is_none() => ().into_any(),
        None => loading.progress(),
    };
    let purpose = Purpose {
        begin: Callback::new(move |()| match answering.get_untracked() {
            Some(answering) => (answering.begin)(),
            None => loading.load(),
        }),
        ask: Callback::new(ask),
        progress: Callback::new(move |()| progress()),
    };
    let is_answered =
        Memo::new(move |_| answering.get().is_some_and(|answering| answering.is_answered.get()));
    watched(move || match answering.get_untracked() {
        Some(answering) if is_answered.get() => answering.answer.run(()),
        _ => asking(form, purpose),
    })
}
