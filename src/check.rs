//! `/cek`: asks for the code of a family, or for its numbers, and answers in the same place.
//!
//! What answers is a part of its own (`page::answer`), which arrives while somebody types: the form must be light.

pub mod form;

use form::{Form, Purpose, asking};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::browser::history;
use ui::browser::release::take_typed;
use ui::lookup::draft::Draft;
use ui::part::live::watched;
use ui::part::scanner::Scan;
use ui::part_loading::{Part, PartLoading, Stage};
use ui::release::release;

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
    /// Back to the form, which keeps what was typed.
    pub ask_again: Callback<()>,
    /// The answer, in place of the form.
    pub answer: Callback<(), AnyView>,
}

/// Begins to answer a form.
pub type Begin = fn(Form) -> Answering;

/// The page, which has its forms answered by one part and codes scanned by another. A receipt leads here with its code behind
/// the `#` of the address.
#[component]
pub fn Check(by: &'static Part<Begin>, scanned_by: &'static Part<Scan>) -> impl IntoView {
    let form = Form::open();
    let loading = PartLoading::of(by);
    let begun = Memo::new(move |_| match loading.stage() {
        Stage::Ready(begin) => Some(begin),
        _ => None,
    });
    let answering = Memo::new_with_compare(move |_| begun.get().map(|begin| begin(form)), |_, _| true);
    // Whether the button was pressed, maybe before anything was there to answer.
    let asked = RwSignal::new(false);
    let release = release();
    release.carries(move || form.handed(asked.get_untracked()));
    let ask = Callback::new(move |draft| {
        asked.set(true);
        if release.step() {
            return;
        }
        match answering.get_untracked() {
            Some(answering) => answering.ask.run(draft),
            None => loading.load(),
        }
    });
    spawn_local(async move {
        if let Some((draft, asked)) = take_typed().await.and_then(|text| Draft::from_handed(&text)) {
            let is_all = form.take(draft);
            if asked && is_all {
                form.submit(ask);
            }
        }
    });
    Effect::new(move || {
        if answering.get().is_some() && asked.get_untracked() {
            form.submit(ask);
        }
    });
    let progress = move || match answering.get() {
        Some(answering) => answering.progress.run(()),
        // Whoever only types need not know how far the part has come.
        None if !asked.get() => ().into_any(),
        None => loading.progress(),
    };
    let purpose = Purpose {
        begin: Callback::new(move |()| match answering.get_untracked() {
            Some(answering) => (answering.begin)(),
            None => loading.load_ahead(),
        }),
        ask,
        progress: Callback::new(move |()| progress()),
        scanned_by,
    };
    let is_answered =
        Memo::new(move |_| answering.get().is_some_and(|answering| answering.is_answered.get()));
    // The answer is a place of its own: whoever goes back from it finds the form as it was, and need not type again.
    Effect::new(move || {
        if is_answered.get() {
            history::enter_answer();
        }
    });
    history::on_answer_left(move || {
        // Where it is mended by one touch, another look-up may be under way already.
        if let Some(answering) = answering.get_untracked().filter(|it| it.is_answered.get_untracked()) {
            answering.ask_again.run(());
        }
    });
    if history::is_at_answer() {
        loading.load_ahead();
    }
    // Followed from the first: nobody answers yet then.
    watched(move || match (is_answered.get(), answering.get_untracked()) {
        (true, Some(answering)) => answering.answer.run(()),
        _ => asking(form, purpose),
    })
}
