//! `/rt/kemajuan`: how far each RT of an RW has come.

use super::notices::offline;
use crate::field_session::field_session;
use crate::text::Tables;
use crate::text::{progress as says, rt};
use leptos::prelude::*;
use phone::progress::{lack, sorted};
use ui::part::live::watched;
use ui::part::notice::Notice;
use ui::part::pill::Pill;
use ui::part::screen::Screen;
use ui::text::Text;
use ui::tone::Tone;
use wire::RtProgress;

/// The page.
pub fn progress(text: &'static Text) -> AnyView {
    let session = field_session();
    let words = text.progress();
    let all = Memo::new(move |_| {
        session.with(|register| register.outcome.as_ref().map(|outcome| sorted(&outcome.progress))).flatten()
    });
    let name = Memo::new(move |_| session.with(|register| rt::name(&register.enrolment)).unwrap_or_default());
    let list = watched(move || {
        let all = all.get().unwrap_or_default();
        if all.is_empty() {
            return view! { <Notice tone=Tone::Plain><p>{words.none}</p></Notice> }.into_any();
        }
        let waiting = all.iter().filter(|rt| says::lack(text.language, lack(rt)).is_some()).count();
        let items: Vec<_> = all.iter().map(|rt| item(text, rt)).collect();
        view! {
            <p class="soft">{says::counts(text.language, all.len(), waiting)}</p>
            <ul class="families">{items}</ul>
        }
        .into_any()
    });
    view! { <Screen title=words.title lead=name.get_untracked()>{offline(text)}{list}</Screen> }.into_any()
}

/// One RT: when it sent its list, how its families stand, and what to do about it.
fn item(text: &'static Text, rt: &RtProgress) -> AnyView {
    let (language, words) = (text.language, text.progress());
    let listed = match rt.listed_on {
        Some(date) => [words.listed, " ", &::words::date::date(language, date)].concat(),
        None => words.unlisted.to_owned(),
    };
    let families = says::families(language, &rt.families);
    let families = (!families.is_empty()).then(|| view! { <span class="family__detail">{families}</span> });
    let lack = lack(rt);
    let to_do = says::lack(language, lack).map(|to_do| view! { <span class="family__note">{to_do}</span> });
    let (tone, label) = says::state(language, lack);
    view! {
        <li class="family family--told">
            <span class="family__line"><b>{["RT ", &rt.rt.to_string()].concat()}</b><Pill tone label/></span>
            <span class="family__detail">{listed}</span>
            {families}
            {to_do}
        </li>
    }
    .into_any()
}
