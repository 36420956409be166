//! Two fields for a new PIN, wherever one is made: activation, restoring, changing it.

use crate::pin_field::PinField;
use crate::text::Tables;
use crate::text::phone;
use ::phone::{Pin, PinFault};
use leptos::prelude::*;
use ui::text::Text;

/// What was typed into both.
#[derive(Clone, Copy)]
pub struct NewPin {
    first: RwSignal<String>,
    again: RwSignal<String>,
    fault: RwSignal<Option<PinFault>>,
}

/// The id of the first field.
const PIN: &str = "pin-baru";

impl NewPin {
    /// Nothing typed yet.
    pub fn new() -> Self {
        Self { first: RwSignal::default(), again: RwSignal::default(), fault: RwSignal::default() }
    }

    /// The PIN, if it is one; otherwise the fields say why not.
    pub fn read(self) -> Option<Pin> {
        let pin = Pin::parse_twice(&self.first.read_untracked(), &self.again.read_untracked());
        self.fault.set(pin.as_ref().err().copied());
        if pin.is_err() {
            ui::browser::page::focus(PIN);
        }
        pin.ok()
    }

    /// The fields.
    pub fn fields(self, text: &'static Text) -> AnyView {
        let words = text.phone();
        let error = Signal::derive(move || {
            self.fault.get().map(|fault| phone::pin_fault(text.language, fault).to_owned())
        });
        view! {
            <PinField id=PIN label=words.pin hint=words.pin_hint value=self.first error/>
            <PinField id="pin-lagi" label=words.pin_again value=self.again/>
        }
        .into_any()
    }
}
