//! `/rt/kirim`: the list before it is sent, and the lists that were.

mod unanswered;

use super::list_versions::list_versions;
use super::notices::{keeping_fault, offline};
use crate::field_session::{field_session, today};
use crate::route::{Address, FormStage, RtRoute};
use crate::text::Tables;
use crate::text::{outbox, problem, rt};
use domain::Fault;
use leptos::prelude::*;
use leptos::task::spawn_local;
use phone::{Family, FamilyId, ListReview, PhoneRegister};
use ui::part::button::Button;
use ui::part::facts::Facts;
use ui::part::live::{watched, watched_if};
use ui::part::notice::Notice;
use ui::part::screen::Screen;
use ui::part::summary::Summary;
use ui::part::tick::Tick;
use ui::session::session;
use ui::text::Text;
use ui::tone::Tone;

const DECLARATION: &str = "pernyataan";

/// The page.
pub fn send(text: &'static Text) -> AnyView {
    let field_session = field_session();
    let review = move |register: &PhoneRegister| ListReview::of(register, today());
    // A change elsewhere must not take the tick from under the pen.
    let ready =
        Memo::new(move |_| field_session.with(|register| review(register).is_something()) == Some(true));
    let words = text.outbox();
    view! {
        <Screen title=words.title lead=words.lead>
            {offline(text)}
            {keeping_fault(text)}
            {watched_if(move || field_session.with(|register| shown(text, register, &review(register))))}
            {unanswered::unanswered(text)}
            {watched_if(move || ready.get().then(|| declare(text)))}
            {list_versions(text)}
        </Screen>
    }
    .into_any()
}

/// The statement and the button.
fn declare(text: &'static Text) -> AnyView {
    let (session, field_session) = (session(), field_session());
    let words = text.outbox();
    let declared = RwSignal::new(false);
    let missed = RwSignal::new(Vec::new());
    let send = move |()| {
        if !declared.get_untracked() {
            missed.set(vec![(DECLARATION.to_owned(), words.declare_first.to_owned())]);
            return;
        }
        spawn_local(async move {
            if field_session.send().await {
                session.go(RtRoute::Receipt);
            }
        });
    };
    let of_rw = field_session.peek(|register| register.enrolment.rt.is_none()) == Some(true);
    let declaration = if of_rw { words.declaration_of_rw } else { words.declaration };
    let summary = watched_if(move || {
        let problems = missed.get();
        (!problems.is_empty()).then(|| view! { <Summary problems/> }.into_any())
    });
    let fault = watched_if(move || {
        let sentence = outbox::send_fault(text.language, field_session.send_fault.get()?);
        Some(view! { <Notice tone=Tone::Bad live=true><p>{sentence}</p></Notice> }.into_any())
    });
    let button = watched(move || match field_session.sealing.get() {
        true => view! { <p class="soft" role="status">{words.sealing}</p> }.into_any(),
        false => view! { <Button label=words.send press=send/> }.into_any(),
    });
    view! {
        {summary}
        {fault}
        <Tick id=DECLARATION label=declaration checked=declared tick=move |ticked| declared.set(ticked)/>
        <div class="screen__actions">{button}</div>
    }
    .into_any()
}

/// What the next list changes, and what to look at.
fn shown(text: &'static Text, register: &PhoneRegister, review: &ListReview) -> AnyView {
    let words = text.outbox();
    if review.families() + review.withdrawn.len() + review.left_out.len() == 0 {
        return view! { <Notice tone=Tone::Plain><p>{words.nothing}</p></Notice> }.into_any();
    }
    let rows = [
        (words.in_list, review.families()),
        (words.new, review.new),
        (words.changed, review.changed),
        (words.unchanged, review.unchanged),
        (words.withdrawn, review.withdrawn.len()),
    ];
    let told = rows.into_iter().enumerate().filter(|(index, (_, count))| *index == 0 || *count > 0);
    let rows: Vec<_> = told.map(|(_, (name, count))| (name, count.to_string().into_any())).collect();
    let same = review.families() > 0 && review.new + review.changed + review.withdrawn.len() == 0;
    let link = |id: FamilyId, says: String| {
        let href = RtRoute::family(id, FormStage::Review).href();
        view! { <li><a class="link" href=href>{says}</a></li> }
    };
    let name = |id: FamilyId| {
        let name = register.family(id).map(Family::name).unwrap_or_default();
        if name.is_empty() { text.rt().no_name.to_owned() } else { name.to_owned() }
    };
    let names = |title, ids: &[FamilyId]| {
        let links: Vec<_> = ids.iter().map(|id| link(*id, name(*id))).collect();
        note(title, links.into_any(), ids.is_empty())
    };
    // What is taken back has no page any more.
    let taken_back: Vec<_> = review.withdrawn.iter().map(|id| view! { <li>{name(*id)}</li> }).collect();
    // Questions stand below, where they can be answered.
    let mut kinds = review.warnings_by_kind();
    kinds.retain(|(kind, _)| kind.fault != Fault::Unanswered);
    let warnings: Vec<_> = kinds
        .iter()
        .map(|(kind, families)| {
            let count = rt::number_of_families(text.language, families.len());
            let links: Vec<_> = families.iter().map(|id| link(*id, name(*id))).collect();
            view! {
                <li>
                    <details class="more">
                        <summary>{problem::kind(text, kind)}" ("{count}")"</summary>
                        <ul>{links}</ul>
                    </details>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <Facts rows/>
        {same.then(|| view! { <Notice tone=Tone::Plain><p>{words.same}</p></Notice> })}
        {note(words.taken_back, taken_back.into_any(), review.withdrawn.is_empty())}
        {names(words.left_out, &review.left_out)}
        {names(words.unsaved, &review.unsaved)}
        {note(words.warnings, warnings.into_any(), kinds.is_empty())}
    }
    .into_any()
}

fn note(title: &'static str, links: AnyView, empty: bool) -> Option<AnyView> {
    (!empty).then(|| {
        view! {
            <section class="summary summary--calm tone tone--wait">
                <p>{title}</p>
                <ul class="summary__list">{links}</ul>
            </section>
        }
        .into_any()
    })
}
