//! One call in full: where, when, what to bring, how the family hears of it, who came.

mod marks;

use crate::field_session::today;
use crate::page::invitations::letter::{message, papers};
use crate::page::invitations::marking::Marking;
use crate::page::invitations::schedule;
use crate::text::Tables;
use crate::text::ledger;
use domain::Visitor;
use leptos::prelude::*;
use leptos::task::spawn_local;
use phone::ledger::Call;
use ui::browser::share;
use ui::part::button::{Button, Weight};
use ui::part::facts::Facts;
use ui::part::live::{said, watched};
use ui::part::pill::Pill;
use ui::places::loading::Loading;
use ui::text::{Text, documents};

/// The call, with all that one can do about it; `letter` takes it to be printed.
pub fn view(text: &'static Text, call: Call, points: Loading, letter: RwSignal<Option<Call>>) -> AnyView {
    let language = text.language;
    let marking = Marking::of(call.family, call.invitation.call);
    let asked = call.clone();
    let due = Memo::new(move |_| asked.due(&marking.seen.read(), today()));
    let shown = call.clone();
    let state = watched(move || {
        let (tone, label) = ledger::state(language, &shown, &marking.seen.read(), due.get());
        view! { <Pill tone label/> }.into_any()
    });
    // Who has the card need not be marked; who was called again is marked all the same, but not called.
    let marks = call.is_marked().then(|| marks::marks(text, call.invitation.call, marking, due));
    let ways = call.followed_by.is_none().then(|| ways(text, &call, points, letter));
    view! {
        <section class="section call">
            <h2>{::words::visit::call(language, call.invitation.call)}" "{state}</h2>
            {facts(text, &call, points)}
            {ways}
            {marks}
        </section>
    }
    .into_any()
}

fn facts(text: &'static Text, call: &Call, points: Loading) -> AnyView {
    let (language, words, invitation) = (text.language, text.ledger(), call.invitation.clone());
    let (from, to) =
        (::words::date::time(language, invitation.from), ::words::date::time(language, invitation.to));
    let when = [&::words::date::long_date(language, invitation.date), ", ", &from, "–", &to].concat();
    let bring = [&papers(language, Visitor::Invited), " (", words.originals, ")"].concat();
    let others = [Visitor::SameKk, Visitor::Outsider, Visitor::Wife, Visitor::Heir];
    let others: Vec<_> = others
        .into_iter()
        .map(|visitor| {
            let who = documents::visitor(language, visitor);
            view! { <li><b>{who}</b>": "{papers(language, visitor)}</li> }
        })
        .collect();
    let place = watched(move || {
        let point = points.point(&invitation.point);
        let (name, address) = match point {
            Some(point) => (point.name, point.address),
            None => (words.unknown_point.to_owned(), String::new()),
        };
        view! { {name}<span class="facts__more">{address}</span> }.into_any()
    });
    view! {
        <Facts rows=vec![
            (words.when, when.into_any()),
            (words.where_, place),
            (words.bring, bring.into_any()),
        ]/>
        <details class="more"><summary>{words.others}</summary><ul>{others}</ul></details>
    }
    .into_any()
}

/// How the family hears of it.
fn ways(text: &'static Text, call: &Call, points: Loading, letter: RwSignal<Option<Call>>) -> AnyView {
    let words = text.ledger();
    let copied = RwSignal::new(None::<bool>);
    let can_share = share::can_share_message();
    let (sent, saved, printed) = (call.clone(), call.clone(), call.clone());
    let send = move |()| {
        let text = untrack(|| message(&sent, points));
        spawn_local(async move {
            if can_share {
                // Whoever thought better of it has no message to make up for.
                share::share_message(&text).await.ok();
            } else {
                copied.set(Some(share::copy(&text).await.is_ok()));
            }
        });
    };
    let outcome = said(move || match copied.get() {
        Some(true) => words.copied.to_owned(),
        Some(false) => words.not_copied.to_owned(),
        None => String::new(),
    });
    let read = call.clone();
    let text_of_it = said(move || message(&read, points));
    let label = if can_share { words.share } else { words.copy };
    view! {
        <div class="screen__actions">
            <Button label press=send/>
            <Button label=words.print weight=Weight::Outlined press=move |()| letter.set(Some(printed.clone()))/>
            <Button
                label=words.calendar weight=Weight::Outlined
                press=move |()| schedule::save(text, std::slice::from_ref(&saved), points)
            />
        </div>
        <p class="soft" role="status">{outcome}</p>
        <details class="more"><summary>{words.read_text}</summary><p class="call__message">{text_of_it}</p></details>
    }
    .into_any()
}
