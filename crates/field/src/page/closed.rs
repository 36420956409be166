//! What the phone keeps cannot be opened now: another version of the app was here, or is open in another tab.

use crate::field_session::field_session;
use crate::text::Tables;
use crate::text::rt;
use leptos::prelude::*;
use phone::StoreFault;
use ui::part::button::{Button, Weight};
use ui::part::notice::Notice;
use ui::part::screen::Screen;
use ui::text::Text;
use ui::tone::Tone;

/// What to do about it.
pub fn closed(text: &'static Text, fault: StoreFault) -> AnyView {
    let words = text.phone();
    let session = field_session();
    view! {
        <Screen title=words.closed>
            <Notice tone=Tone::Wait live=true><p>{rt::store_fault(text.language, fault)}</p></Notice>
            <Button label=words.reload weight=Weight::Filled press=move |()| session.reload_app()/>
        </Screen>
    }
    .into_any()
}
