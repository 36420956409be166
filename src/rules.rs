//! `/syarat`: the six rules as questions, one at a time, and the verdict with its reasons. The answers live in this page
//! and nowhere else.

mod question;
mod questionnaire;
mod verdict;

use crate::text::Tables;
use leptos::prelude::*;
use question::{Question, Reply};
use questionnaire::{Questionnaire, Stage};
use ui::part::button::{Button, Submit, Weight};
use ui::part::choice::Choice;
use ui::part::live::{drawn, said};
use ui::part::screen::Heading;
use ui::part::stepper::Stepper;
use ui::text::Text;
use verdict::Outcome;

/// The page.
#[component]
pub fn Rules() -> impl IntoView {
    let asked = RwSignal::new(Questionnaire::default());
    let stage = Memo::new(move |_| asked.read().stage());
    drawn(move |text| match stage.get() {
        Stage::Asking(question) => view! { <Ask text asked question/> }.into_any(),
        Stage::Answered => view! { <Outcome text asked/> }.into_any(),
    })
}

/// One question.
#[component]
fn Ask(text: &'static Text, asked: RwSignal<Questionnaire>, question: Question) -> impl IntoView {
    let unanswered = RwSignal::new(false);
    let go_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        unanswered.set(asked.read_untracked().reply(question).is_none());
        asked.update(|asked| asked.pass(question));
    };
    let choose = move |code| {
        if let Some(reply) = Reply::parse(code) {
            asked.update(|asked| asked.answer(question, reply));
        }
    };
    let complaint = move || if unanswered.get() { text.rules().choose.to_owned() } else { String::new() };
    let legend = view! { <Heading title=question.asks(text.rules())/> }.into_any();
    let back = (question != Question::FIRST).then(|| {
        view! { <Button label=text.common().back weight=Weight::Outlined press=move |()| asked.update(Questionnaire::back)/> }
    });
    view! {
        <form class="screen" on:submit=go_on novalidate>
            <div class="screen__head">
                <p><b>{text.rules().title}</b></p>
                <p class="soft">{text.rules().privacy}</p>
                <Stepper done=question.position() all=Question::ALL.len()/>
            </div>
            <div class="screen__body">
                <Choice
                    name=question.code()
                    legend
                    hint=question.hint(text.rules())
                    options=question.choices(text)
                    chosen=asked.read_untracked().reply(question).map(Reply::code)
                    choose
                />
                <p class="field__error" role="alert">{said(complaint)}</p>
                <div class="screen__actions">{back}<Submit label=text.common().next/></div>
            </div>
        </form>
    }
    .into_any()
}
