//! Two fields for a new PIN, wherever one is made: activation, restoring, changing it.

use crate::pin_field::PinField;
use crate::text::Tables;
use crate::text::phone;
use ::phone::pin::PinKind;
use ::phone::{Pin, PinFault};
use leptos::prelude::*;
use ui::text::Text;

/// What was typed into both.
#[derive(Clone, Copy)]
pub struct NewPin {
    kind: PinKind,
    parse: fn(&str) -> Result<Pin, PinFault>,
    first: RwSignal<String>,
    again: RwSignal<String>,
    fault: RwSignal<Option<PinFault>>,
}

impl NewPin {
    /// Six digits, nothing typed yet.
    pub fn new() -> Self {
        Self::of(PinKind::Digits, Pin::parse)
    }

    /// Words. Apart, so that only the page that offers them carries what reads them.
    pub fn words() -> Self {
        Self::of(PinKind::Words, Pin::parse_words)
    }

    fn of(kind: PinKind, parse: fn(&str) -> Result<Pin, PinFault>) -> Self {
        let (first, again, fault) = (RwSignal::default(), RwSignal::default(), RwSignal::default());
        Self { kind, parse, first, again, fault }
    }

    /// The PIN, if it is one; otherwise the fields say why not.
    pub fn read(self) -> Option<Pin> {
        let pin = (self.parse)(&self.first.read_untracked()).and_then(|pin| {
            let is_same = *self.first.read_untracked() == *self.again.read_untracked();
            if is_same { Ok(pin) } else { Err(PinFault::Differs) }
        });
        self.fault.set(pin.as_ref().err().copied());
        if pin.is_err() {
            ui::browser::page::focus(self.id());
        }
        pin.ok()
    }

    /// A page may offer both kinds.
    fn ids(self) -> [&'static str; 2] {
        match self.kind {
            PinKind::Digits => ["pin-baru", "pin-lagi"],
            PinKind::Words => ["kata-baru", "kata-lagi"],
        }
    }

    /// The id of the first field.
    pub fn id(self) -> &'static str {
        self.ids()[0]
    }

    /// The fields.
    pub fn fields(self, text: &'static Text) -> AnyView {
        let (kind, words) = (self.kind, text.phone());
        let [label, hint, again] = match kind {
            PinKind::Digits => [words.pin, words.pin_hint, words.pin_again],
            PinKind::Words => [words.words, words.words_hint, words.words_again],
        };
        let error = Signal::derive(move || {
            self.fault.get().map(|fault| phone::pin_fault(text.language, fault).to_owned())
        });
        let [first_id, again_id] = self.ids();
        view! {
            <PinField kind id=first_id label hint value=self.first error/>
            <PinField kind id=again_id label=again value=self.again/>
        }
        .into_any()
    }
}
