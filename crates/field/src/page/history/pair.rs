//! Whether KK number and NIK open the status of a family, too: the head of the RT can have that way closed.

use crate::field_session::{FieldSession, today};
use crate::text::Tables;
use leptos::prelude::*;
use phone::{Family, FamilyId};
use ui::part::button::{Button, Weight};
use ui::part::confirm::Confirm;
use ui::part::live::watched;
use ui::part::notice::Notice;
use ui::text::Text;
use ui::tone::Tone;

/// The section of the page.
pub(super) fn view(text: &'static Text, session: FieldSession, id: FamilyId) -> AnyView {
    let words = text.fate();
    let closed = Memo::new(move |_| {
        let look = |family: &Family| (family.closed_pair().map(|it| it.on), family.can_leave_pair_open());
        session.with(|register| register.family(id).map(look)).flatten().unwrap_or_default()
    });
    let now = watched(move || match closed.get() {
        (None, _) => view! {
            <p>{words.only_code_lead}</p>
            <Confirm
                label=words.close_pair question=words.close_question sure=words.close_sure
                press=move |()| session.change(id, |family| family.close_pair(today()))
            />
        }
        .into_any(),
        (Some(on), can_be_left_open) => {
            let on = ::words::date::date(text.language, on);
            let leave = move |()| session.change(id, Family::leave_pair_open);
            let way_back = if can_be_left_open {
                view! { <Button label=words.leave_open weight=Weight::Quiet press=leave/> }.into_any()
            } else {
                view! { <p class="soft">{words.reopen}</p> }.into_any()
            };
            view! { <Notice tone=Tone::Plain live=true><p>{on}". "{words.closed}</p></Notice>{way_back} }
                .into_any()
        }
    });
    view! { <section class="section"><h2>{words.only_code}</h2>{now}</section> }.into_any()
}
