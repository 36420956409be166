//! `/cek`: the status of a family.

pub mod draft;

use crate::browser::{clock, history, page};
use crate::part::button::{Button, Submit, Weight};
use crate::part::field::{Binding, CodeField, DigitsField};
use crate::part::notice::Notice;
use crate::part::result::result;
use crate::part::screen::Screen;
use crate::part::tone::Tone;
use crate::search::{Search, Stage};
use crate::session::text;
use crate::text::{Text, check, fault};
use crate::worker;
use domain::Date;
use domain::nik::NikHint;
use draft::{By, Draft, Wrong};
use leptos::prelude::*;

const KK: &str = "kk";
const NIK: &str = "nik";
const CODE: &str = "kode";

/// The page. A receipt leads here with its code behind the `#` of the address.
#[component]
pub fn Check() -> impl IntoView {
    let form = Form::open(history::take_fragment());
    let is_answered = Memo::new(move |_| form.search.is_answered());
    move || if is_answered.get() { answered(form) } else { asking(form) }
}

/// The page's state. A copy is a handle to the same one.
#[derive(Clone, Copy)]
struct Form {
    draft: RwSignal<Draft>,
    /// What was wrong when the button was pressed; shown until it is mended.
    wrong: RwSignal<bool>,
    search: Search,
}

impl Form {
    fn open(code: Option<String>) -> Self {
        let by = if code.is_some() { By::Code } else { By::Numbers };
        let code: String = code.unwrap_or_default().chars().filter(|c| *c != '-').collect();
        let draft = Draft { by, code, ..Draft::default() };
        Self { draft: RwSignal::new(draft), wrong: RwSignal::new(false), search: Search::new() }
    }

    fn submit(self) {
        if self.search.is_looking() {
            return;
        }
        let secret = self.draft.read_untracked().secret();
        self.wrong.set(secret.is_err());
        match secret {
            Ok(secret) => self.search.start(secret),
            Err(Wrong { kk: Some(_), .. }) => page::focus(KK),
            Err(Wrong { nik: Some(_), .. }) => page::focus(NIK),
            Err(_) => page::focus(CODE),
        }
    }

    fn look_by(self, by: By) {
        self.wrong.set(false);
        self.draft.update(|draft| draft.by = by);
    }

    /// For the next family: nothing of this one stays.
    fn wipe(self) {
        self.draft.set(Draft::default());
        self.wrong.set(false);
        self.search.wipe();
    }

    /// What is wrong with a field, in words.
    fn error(self, of: impl Fn(Wrong) -> Option<String> + Send + Sync + 'static) -> Signal<Option<String>> {
        Signal::derive(move || {
            let draft = self.draft.read();
            of(if self.wrong.get() { draft.secret().err().unwrap_or_default() } else { draft.slip() })
        })
    }
}

fn asking(form: Form) -> AnyView {
    let text = text();
    let by = Memo::new(move |_| form.draft.read().by);
    view! {
        <Screen title=text.check.title lead=text.check.lead>
            <form
                novalidate
                autocomplete="off"
                // The worker is fetched while somebody types, not before: many only come to read.
                on:focusin=move |_| worker::warm_up()
                on:submit=move |event| {
                    event.prevent_default();
                    form.submit();
                }
            >
                {move || match by.get() {
                    By::Numbers => numbers(form, text),
                    By::Code => code(form, text),
                }}
                <div role="status">{move || progress(form, text)}</div>
                <Submit label=text.check.submit/>
            </form>
            {move || other_way(form, text, by.get())}
        </Screen>
    }
    .into_any()
}

fn numbers(form: Form, text: &'static Text) -> AnyView {
    let language = text.language;
    let (kk, nik) = (text.common.kk, text.common.nik);
    let kk_error = form.error(move |wrong| wrong.kk.map(|wrong| fault::number(language, kk, wrong)));
    let nik_error = form.error(move |wrong| wrong.nik.map(|wrong| fault::number(language, nik, wrong)));
    let kk_tells = move || check::region(language, NikHint::of(&form.draft.read().kk).region).to_owned();
    let nik_tells = move || {
        let hint = NikHint::of(&form.draft.read().nik);
        let year = clock::today().and_then(|today| hint.birth(today)).map(Date::year);
        check::nik(language, &hint, year)
    };
    view! {
        <DigitsField
            id=KK
            label=kk
            hint=text.check.kk_hint
            value=Binding::field(form.draft, |draft| &draft.kk, |draft| &mut draft.kk)
            error=kk_error
            tells=Signal::derive(kk_tells)
        />
        <DigitsField
            id=NIK
            label=nik
            hint=text.check.nik_hint
            value=Binding::field(form.draft, |draft| &draft.nik, |draft| &mut draft.nik)
            error=nik_error
            tells=Signal::derive(nik_tells)
        />
    }
    .into_any()
}

fn code(form: Form, text: &'static Text) -> AnyView {
    let error = form.error(move |wrong| wrong.code.map(|wrong| check::code_fault(text.language, wrong)));
    view! {
        <CodeField
            id=CODE
            label=text.check.code
            hint=text.check.code_hint
            value=Binding::field(form.draft, |draft| &draft.code, |draft| &mut draft.code)
            error=error
        />
    }
    .into_any()
}

/// What the look-up is at, while there is no answer.
fn progress(form: Form, text: &'static Text) -> AnyView {
    match form.search.stage() {
        Stage::Looking => view! { <span class="hidden-text">{text.check.looking}</span> }.into_any(),
        Stage::LookingSlowly => {
            view! { <Notice tone=Tone::Plain>{text.check.looking_slowly}</Notice> }.into_any()
        }
        Stage::Failed(fault) => view! {
            <Notice tone=Tone::Bad>
                <p>{check::lookup_fault(text.language, fault)}</p>
                <Button label=text.check.retry weight=Weight::Outlined press=Callback::new(move |()| form.submit())/>
            </Notice>
        }
        .into_any(),
        Stage::Asking | Stage::Found(_) | Stage::NotFound(_) => ().into_any(),
    }
}

fn other_way(form: Form, text: &'static Text, by: By) -> AnyView {
    let (label, other) = match by {
        By::Numbers => (text.check.use_code, By::Code),
        By::Code => (text.check.use_numbers, By::Numbers),
    };
    view! {
        <Button label weight=Weight::Quiet press=Callback::new(move |()| form.look_by(other))/>
    }
    .into_any()
}

fn answered(form: Form) -> AnyView {
    let again = Callback::new(move |()| form.wipe());
    let mend = Callback::new(move |()| form.search.ask_again());
    view! {
        <div class="screen screen--answer">
            <div class="screen__body">
                {move || result(&form.search.stage(), mend)}
                <Button label=text().result.again weight=Weight::Outlined press=again/>
            </div>
        </div>
    }
    .into_any()
}
