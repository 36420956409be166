//! Fields to type in: label, hint, input, what the input tells so far, and what is wrong with it.

mod binding;
mod code;
mod digits;
mod grouped;
mod select_field;
mod text_field;

pub use binding::Binding;
pub use code::CodeField;
pub use digits::DigitsField;
pub use select_field::{SelectField, Selectable};
pub use text_field::TextField;

use super::live::said;
use leptos::prelude::*;

/// The words around an input.
pub struct Label {
    /// Id of the input; hint, count and error have ids made from it.
    pub id: String,
    /// What it asks for.
    pub label: String,
    /// How; may be empty.
    pub hint: &'static str,
    /// What is wrong with it.
    pub error: Signal<Option<String>>,
}

impl Label {
    /// The ids of what describes the input, with the count where there is one.
    fn described_by(&self, counted: bool) -> String {
        let id = self.id.as_str();
        let mut ids = [id, "-error"].concat();
        if !self.hint.is_empty() {
            ids.extend([" ", id, "-hint"]);
        }
        if counted {
            ids.extend([" ", id, "-count"]);
        }
        ids
    }

    /// For `aria-invalid`.
    fn is_wrong(&self) -> Signal<String> {
        let error = self.error;
        Signal::derive(move || error.read().is_some().to_string())
    }

    /// Puts the words around an input; `count` is the line below it.
    pub fn around(self, input: AnyView, count: AnyView) -> AnyView {
        let Self { id, label, hint, error } = self;
        let hint = (!hint.is_empty())
            .then(|| view! { <p class="field__hint" id=[id.as_str(), "-hint"].concat()>{hint}</p> });
        let error_id = [id.as_str(), "-error"].concat();
        view! {
            <div class="field">
                <label class="field__label" for=id>{label}</label>
                {hint}
                <p class="field__error" id=error_id>{said(move || error.get().unwrap_or_default())}</p>
                {input}
                {count}
            </div>
        }
        .into_any()
    }
}
