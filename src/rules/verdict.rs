//! The verdict: each rule, how it came out, why, and what to do.

use super::questionnaire::Questionnaire;
use crate::text::Tables;
use crate::text::rules::{advice, finding as finding_word, rule as rule_sentence, verdict, verdict_means};
use domain::eligibility::RuleState;
use domain::{Rule, Verdict};
use leptos::prelude::*;
use ui::part::answer::Answer;
use ui::part::button::{Button, ButtonLink, Weight};
use ui::part::pill::Pill;
use ui::route::Route;
use ui::text::{Language, Text};
use ui::tone::Tone;

/// The last screen of the page.
#[component]
pub(super) fn Outcome(text: &'static Text, asked: RwSignal<Questionnaire>) -> impl IntoView {
    let answers = asked.read_untracked().answers();
    let outcome = answers.verdict();
    let findings: Vec<_> = answers
        .findings()
        .map(|(rule, finding)| view! { <Found language=text.language rule finding/> })
        .collect();
    view! {
        <div class="screen">
            <div class="screen__head">
                <Answer tone=tone_of(outcome) title=verdict(text.language, outcome)>
                    <p>{verdict_means(text.language, outcome)}</p>
                </Answer>
                <p class="soft">{text.rules().not_decision}</p>
            </div>
            <div class="screen__body">
                <h2>{text.rules().findings}</h2>
                <ol class="findings">{findings}</ol>
                <div class="screen__actions">
                    <Button label=text.common().back weight=Weight::Outlined press=move |()| asked.update(Questionnaire::back)/>
                    <Button
                        label=text.common().start_again
                        weight=Weight::Outlined
                        press=move |()| asked.set(Questionnaire::default())
                    />
                    <ButtonLink label=text.home().check to=Route::Check/>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// One rule.
#[component]
fn Found(language: Language, rule: Rule, finding: RuleState) -> impl IntoView {
    let tone = match finding {
        RuleState::Met => Tone::Good,
        RuleState::Bar => Tone::Bad,
        RuleState::ToDo => Tone::Wait,
        RuleState::Unknown => Tone::Plain,
    };
    view! {
        <li class="findings__rule" data-finding=rule.code()>
            <h3 class="findings__title">{rule_sentence(language, rule)}</h3>
            <Pill tone label=finding_word(language, finding)/>
            <p class="findings__advice">{advice(language, rule, finding)}</p>
        </li>
    }
    .into_any()
}

fn tone_of(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Eligible => Tone::Good,
        Verdict::EligibleAfter => Tone::Wait,
        Verdict::Barred => Tone::Bad,
        Verdict::Open => Tone::Plain,
    }
}
