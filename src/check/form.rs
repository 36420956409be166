//! The form of `/cek`: code or numbers, and what is wrong with them.

use domain::nik::NikHint;
use domain::{Date, RegistrationCode};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::browser::{clock, history, page};
use ui::lookup::draft::{By, Draft, Mend, Wrong};
use ui::part::button::{Button, Submit, Weight};
use ui::part::field::{Binding, CodeField, DigitsField};
use ui::part::live::{said, watched};
use ui::part::scan_button::ScanButton;
use ui::part::scanner::Scan;
use ui::part::screen::Screen;
use ui::part_loading::{Part, loaded};
use ui::session::{session, text, text_now};
use ui::text::{Text, check, fault};

const KK: &str = "kk";
const NIK: &str = "nik";
const CODE: &str = "kode";

/// What is typed, and what was wrong with it. A copy is a handle to the same form.
#[derive(Clone, Copy)]
pub struct Form {
    draft: RwSignal<Draft>,
    /// What was wrong when the button was pressed; shown until it is mended.
    wrong: RwSignal<bool>,
    /// Whether the camera stands in the place of the fields.
    scanning: RwSignal<bool>,
    /// What is said aloud of a field that has the focus already.
    aloud: RwSignal<String>,
}

/// What becomes of a form that is filled in.
#[derive(Clone, Copy)]
pub struct Purpose {
    /// Called when somebody begins to type.
    pub begin: Callback<()>,
    /// Called with the whole form.
    pub ask: Callback<Draft>,
    /// What is said meanwhile, above the button.
    pub progress: Callback<(), AnyView>,
    /// What scans a code.
    pub scanned_by: &'static Part<Scan>,
}

impl Form {
    /// The form with what was typed since the app was opened, in memory only, or with what a receipt put behind the `#` of the
    /// address.
    pub fn open() -> Self {
        let form = session().lasting(|| Self {
            draft: RwSignal::default(),
            wrong: RwSignal::new(false),
            scanning: RwSignal::new(false),
            aloud: RwSignal::default(),
        });
        form.wrong.set(false);
        form.scanning.set(false);
        if let Some(code) = history::take_fragment() {
            form.draft.set(Draft::by_code(&code));
        }
        form
    }

    /// What is typed, as one text for a newer version of this page.
    pub fn handed(self, asked: bool) -> String {
        self.draft.read_untracked().handed(asked)
    }

    /// Takes what was typed into the version before, if this page is still there; whether that is all there is. What was
    /// typed into this one meanwhile stays.
    pub fn take(self, before: Draft) -> bool {
        self.draft.try_update(|draft| draft.take(before)) == Some(true)
    }

    /// Asks with what is typed, or shows what is wrong with it.
    pub fn submit(self, ask: Callback<Draft>) {
        let draft = self.draft.get_untracked();
        let secret = draft.secret();
        self.wrong.set(secret.is_err());
        match secret {
            Ok(_) => ask.run(draft),
            Err(wrong) => self.lead_to(wrong),
        }
    }

    /// Leads to the first field that is wrong. One that has the focus already is not read out anew by moving there.
    fn lead_to(self, wrong: Wrong) {
        let text = text_now();
        let number = |what, fault| fault::number(text.language, what, fault);
        let (field, said) = match wrong {
            Wrong { kk: Some(fault), .. } => (KK, number(text.common().kk, fault)),
            Wrong { nik: Some(fault), .. } => (NIK, number(text.common().nik, fault)),
            Wrong { code: Some(fault), .. } => (CODE, check::code_fault(text.language, fault)),
            Wrong { kk: None, nik: None, code: None } => return,
        };
        self.aloud.set(String::new());
        if page::has_focus(field) {
            spawn_local(async move {
                // What stood there is gone before the same is said again.
                clock::breath().await;
                self.aloud.try_set(said);
            });
        }
        page::focus(field);
    }

    /// Mends what was typed, and asks again where nothing is left to type.
    pub fn mend(self, how: Mend, ask: Callback<Draft>) {
        if self.draft.try_update(|draft| draft.mend(how)) == Some(true) {
            self.submit(ask);
        } else if how == Mend::Nik {
            spawn_local(async move {
                clock::breath().await;
                page::focus(NIK);
            });
        }
    }

    fn look_by(self, by: By) {
        self.wrong.set(false);
        self.draft.update(|draft| draft.by = by);
        spawn_local(async move {
            // The fields are drawn first.
            clock::breath().await;
            page::focus(if by == By::Code { CODE } else { KK });
        });
    }

    /// Asks with a code that the camera has seen.
    fn take_scanned(self, code: RegistrationCode, ask: Callback<Draft>) {
        self.scanning.set(false);
        self.draft.set(Draft::by_code(&code.to_string()));
        self.submit(ask);
    }

    /// For the next family: nothing of this one stays.
    pub fn wipe(self) {
        self.draft.set(Draft::default());
        self.wrong.set(false);
        self.scanning.set(false);
    }

    /// What is wrong with a field, in words.
    fn error(self, of: impl Fn(Wrong) -> Option<String> + Send + Sync + 'static) -> Signal<Option<String>> {
        Signal::derive(move || {
            let draft = self.draft.read();
            of(if self.wrong.get() { draft.secret().err().unwrap_or_default() } else { draft.slip() })
        })
    }
}

/// The form on its screen.
pub fn asking(form: Form, purpose: Purpose) -> AnyView {
    let text = text();
    let by = Memo::new(move |_| form.draft.read().by);
    watched(move || match (form.scanning.get(), by.get()) {
        (true, _) => scanning(form, purpose, text),
        (false, by) => typing(form, purpose, text, by),
    })
}

fn typing(form: Form, purpose: Purpose, text: &'static Text, by: By) -> AnyView {
    let (lead, fields) = match by {
        By::Code => (text.check().lead, code(form, text)),
        By::Numbers => (text.check().lead_numbers, numbers(form, text)),
    };
    let scan = (by == By::Code).then(|| view! { <ScanButton press=move |()| form.scanning.set(true)/> });
    view! {
        <Screen title=text.check().title lead>
            <form
                novalidate
                autocomplete="off"
                on:focusin=move |_| purpose.begin.run(())
                on:submit=move |event| {
                    event.prevent_default();
                    form.submit(purpose.ask);
                }
            >
                {fields}
                <div role="status">{watched(move || purpose.progress.run(()))}</div>
                <div class="hidden-text" role="alert">{said(move || form.aloud.get())}</div>
                <div class="screen__actions"><Submit label=text.check().submit/>{scan}</div>
            </form>
            {other_way(form, text, by)}
        </Screen>
    }
    .into_any()
}

fn scanning(form: Form, purpose: Purpose, text: &'static Text) -> AnyView {
    let found = Callback::new(move |code| form.take_scanned(code, purpose.ask));
    let leave = Callback::new(move |()| form.scanning.set(false));
    view! {
        <Screen title=text.check().scan>
            {loaded(purpose.scanned_by, move |scan| scan(found, leave))}
            <Button label=text.common().cancel weight=Weight::Outlined press=leave/>
        </Screen>
    }
    .into_any()
}

fn numbers(form: Form, text: &'static Text) -> AnyView {
    let language = text.language;
    let (kk, nik) = (text.common().kk, text.common().nik);
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
            hint=text.check().kk_hint
            value=Binding::field(form.draft, |draft| &draft.kk, |draft| &mut draft.kk)
            error=kk_error
            tells=Signal::derive(kk_tells)
        />
        <DigitsField
            id=NIK
            label=nik
            hint=text.check().nik_hint
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
            label=text.check().code
            hint=text.check().code_hint
            value=Binding::field(form.draft, |draft| &draft.code, |draft| &mut draft.code)
            error=error
        />
    }
    .into_any()
}

fn other_way(form: Form, text: &'static Text, by: By) -> AnyView {
    let (label, other) = match by {
        By::Numbers => (text.check().use_code, By::Code),
        By::Code => (text.check().use_numbers, By::Numbers),
    };
    view! {
        <Button label weight=Weight::Quiet press=Callback::new(move |()| form.look_by(other))/>
    }
    .into_any()
}
