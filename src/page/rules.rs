//! `/syarat`: the six rules as questions, one at a time, and the verdict with its reasons. The answers live in this page
//! and nowhere else.

mod question;
mod questionnaire;
mod verdict;

use crate::part::button::{Button, Submit, Weight};
use crate::part::choice::Choice;
use crate::part::screen::Heading;
use crate::part::stepper::Stepper;
use crate::session::text;
use leptos::prelude::*;
use question::{Question, Reply};
use questionnaire::{Questionnaire, Stage};
use verdict::Outcome;

/// The page.
#[component]
pub fn Rules() -> impl IntoView {
    let asked = RwSignal::new(Questionnaire::default());
    let stage = Memo::new(move |_| asked.read().stage());
    move || match stage.get() {
        Stage::Asking(question) => view! { <Ask asked question/> }.into_any(),
        Stage::Answered => view! { <Outcome asked/> }.into_any(),
    }
}

/// One question.
#[component]
fn Ask(asked: RwSignal<Questionnaire>, question: Question) -> impl IntoView {
    let text = text();
    let reply = RwSignal::new(asked.read_untracked().reply(question));
    let unanswered = RwSignal::new(false);
    let go_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match reply.get_untracked() {
            Some(reply) => asked.update(|asked| asked.answer(question, reply)),
            None => unanswered.set(true),
        }
    };
    let hint = ["hint-", question.code()].concat();
    let legend = view! { <Heading title=question.asks(&text.rules)/> }.into_any();
    let back = (question != Question::FIRST).then(|| {
        view! { <Button label=text.common.back weight=Weight::Outlined press=move |()| asked.update(Questionnaire::back)/> }
    });
    view! {
        <form class="screen screen--single" on:submit=go_on novalidate>
            <Stepper done=question.position() all=Question::ALL.len()/>
            <p class="screen__lead" id=hint>{question.hint(&text.rules)}</p>
            <Choice
                name=question.code()
                legend
                options=question.choices(text)
                chosen=reply.get_untracked().map(Reply::code)
                choose=move |code| reply.set(Reply::parse(code))
            />
            <p class="field__error" role="alert">{move || unanswered.get().then_some(text.rules.choose)}</p>
            <div class="screen__actions">{back}<Submit label=text.common.next/></div>
            <p class="soft small">{text.rules.privacy}</p>
        </form>
    }
    .into_any()
}
