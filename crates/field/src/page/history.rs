//! `/rt/riwayat/<id>`: what became of one family, and what its head of the RT does next.

mod call;
mod pair;

use super::invitations::{letter, unsent};
use super::notices::{keeping_fault, offline};
use super::receipt::slip;
use super::received::received;
use crate::field_session::{FieldSession, field_session, today};
use crate::route::{FormStage, RtRoute};
use crate::text::Tables;
use crate::text::{fate, rt};
use domain::{Code, RegistrationCode};
use leptos::prelude::*;
use phone::ledger::Call;
use phone::{FamilyId, FamilyState, PhoneRegister};
use ui::part::button::{ButtonLink, Weight};
use ui::part::live::watched;
use ui::part::notice::Notice;
use ui::part::result::way::happened;
use ui::part::screen::Screen;
use ui::part::timeline::Timeline;
use ui::places::loading::Loading;
use ui::text::{Text, status};
use ui::tone::Tone;
use wire::EventDto;

/// What the page tells; a mark does not change it.
#[derive(Clone, PartialEq)]
struct Story {
    name: String,
    state: FamilyState,
    events: Vec<EventDto>,
    /// The last call first.
    calls: Vec<Call>,
    rt: domain::Rt,
    area_name: String,
    code: RegistrationCode,
}

/// The page.
pub fn history(text: &'static Text, id: FamilyId) -> AnyView {
    let (session, points) = (field_session(), Loading::start());
    let story = Memo::new(move |_| session.with(|register| Story::of(register, id)).flatten());
    // The letter that is looked at before it is printed.
    let letter = RwSignal::new(None::<Call>);
    watched(move || {
        match (letter.get(), story.get()) {
        (Some(call), _) => letter::sheets(text, &[call], points, move || letter.set(None)),
        (None, Some(story)) => story.view(text, session, id, points, letter),
        (None, None) => {
            view! { <Screen title=text.rt().no_name><Notice tone=Tone::Wait><p>{text.fate().unknown}</p></Notice></Screen> }
                .into_any()
        }
    }
    })
}

impl Story {
    /// The story of a family; `None` before it was saved.
    fn of(register: &PhoneRegister, id: FamilyId) -> Option<Self> {
        let family = register.family(id)?;
        let record = family.record.as_ref()?;
        let mut calls = register.calls(family);
        calls.reverse();
        Some(Self {
            name: record.household.head.name.clone(),
            state: register.state(family, today()),
            events: register.fate(family).to_vec(),
            calls,
            rt: record.household.rt,
            area_name: register.enrolment.area_name.clone(),
            code: record.code,
        })
    }

    fn view(
        self,
        text: &'static Text,
        session: FieldSession,
        id: FamilyId,
        points: Loading,
        letter: RwSignal<Option<Call>>,
    ) -> AnyView {
        let words = text.fate();
        let now = self.now(text, id);
        let Self { name, events, calls, rt, area_name, code, .. } = self;
        let calls: Vec<_> = calls.into_iter().map(|call| call::view(text, call, points, letter)).collect();
        let calls = (!calls.is_empty()).then(|| view! { {unsent(text)}{calls} });
        let way = (!events.is_empty()).then(|| {
            let steps = events.iter().map(|event| happened(text, event, rt, &area_name)).collect();
            view! { <section class="section"><h2>{words.way}</h2><Timeline steps/></section> }
        });
        view! {
            <Screen title=name lead=words.lead>
                {offline(text)}
                {keeping_fault(text)}
                {now}
                {calls}
                {way}
                <section class="section"><h2>{words.code}</h2>{slip::code(text, code)}</section>
                {pair::view(text, session, id)}
                <div class="screen__actions">
                    <ButtonLink label=words.to_list to=RtRoute::Families weight=Weight::Quiet/>
                    <ButtonLink label=words.to_ledger to=RtRoute::Invitations weight=Weight::Quiet/>
                </div>
            </Screen>
        }
        .into_any()
    }

    /// Where it stands, why, and what to do.
    fn now(&self, text: &'static Text, id: FamilyId) -> AnyView {
        let words = text.fate();
        let (tone, label) = rt::state(text.language, &self.state);
        let said = match &self.state {
            FamilyState::Office(event) => {
                let reason = status::why(text.language, event.reason.as_ref(), event.cause.as_ref())
                    .map(|why| view! { <p>{why}</p> });
                let note = (!event.note.is_empty())
                    .then(|| view! { <p><b>{text.result().note}": "</b>{event.note.clone()}</p> });
                view! { {reason}{note}<p>{fate::to_do(text.language, event)}</p> }.into_any()
            }
            FamilyState::Sent => received(text),
            _ if self.events.is_empty() => view! { <p>{words.unknown}</p> }.into_any(),
            _ => ().into_any(),
        };
        let (label_of_link, to, weight) = match &self.state {
            FamilyState::Office(event) if self.state.needs_mending() => {
                (words.mend, RtRoute::mend(id, event.reason.as_ref().and_then(Code::known)), Weight::Filled)
            }
            FamilyState::OnPhone => (words.resend, RtRoute::Send, Weight::Filled),
            _ => (words.edit, RtRoute::family(id, FormStage::Review), Weight::Outlined),
        };
        view! {
            <Notice tone><p>{label}</p>{said}</Notice>
            <div class="screen__actions"><ButtonLink label=label_of_link to weight/></div>
        }
        .into_any()
    }
}
