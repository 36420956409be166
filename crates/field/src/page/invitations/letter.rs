//! Invitations as they are printed, two to a sheet of A4, and as a message. In Indonesian: a family reads them.

use crate::field_session::field_session;
use crate::page::receipt::slip;
use crate::route::{Address, Route};
use crate::text::Tables;
use crate::text::invitation as words;
use crate::text::rt;
use domain::{Invitation, RegistrationCode, Visitor};
use leptos::prelude::*;
use phone::ledger::Call;
use ui::browser::{history, page};
use ui::part::button::{Button, Weight};
use ui::part::gradual::gradual;
use ui::part::live::{said, watched_if};
use ui::part::screen::Screen;
use ui::places::loading::Loading;
use ui::text::{Language, Text, documents};

/// In which letters and messages are written.
const LANGUAGE: Language = Language::Indonesian;

/// What stands on a letter.
#[derive(Clone)]
struct Letter {
    name: String,
    /// Where the family lives.
    home: String,
    invitation: Invitation,
    code: RegistrationCode,
    points: Loading,
}

/// The letters of these calls; `back` leads to where they were asked for.
pub fn sheets(
    text: &'static Text,
    calls: &[Call],
    points: Loading,
    back: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let words = text.ledger();
    let letters: Vec<Letter> = calls.iter().filter_map(|call| Letter::of(call, points)).collect();
    let (letters, whole) = gradual(&letters, Letter::view);
    let print = watched_if(move || {
        whole.get().then(|| view! { <Button label=text.common().print press=|()| page::print()/> }.into_any())
    });
    view! {
        <Screen title=words.letters lead=words.letters_lead>
            <div class="screen__actions screen-only">
                {print}
                <Button label=text.common().back weight=Weight::Outlined press=move |()| back()/>
            </div>
            <div class="invitations">{letters}</div>
        </Screen>
    }
    .into_any()
}

impl Letter {
    fn of(call: &Call, points: Loading) -> Option<Self> {
        let of_family = field_session().peek(|register| {
            let record = register.family(call.family)?.record.as_ref()?;
            let household = &record.household;
            let home = rt::name_of(Some(household.rt), household.rw, &register.enrolment.area_name);
            Some(([&household.address, ", ", &home].concat(), record.code))
        });
        let (home, code) = of_family??;
        Some(Self { name: call.name.clone(), home, invitation: call.invitation.clone(), code, points })
    }

    fn view(&self) -> AnyView {
        let Self { name, home, invitation, code, points } = self.clone();
        let title = ::words::visit::call(LANGUAGE, invitation.call);
        let (day, hours) = (::words::date::long_date(LANGUAGE, invitation.date), hours(&invitation));
        let place = said(move || place(&invitation, points));
        view! {
            <article class="invitation" lang="id">
                <div class="balang" aria-hidden="true"></div>
                <h2 class="invitation__title">{title}<small class="invitation__subtitle">{words::SUBTITLE}</small></h2>
                <p>{words::FOR}" "<b class="invitation__name">{name}</b><br/>{home}</p>
                <p>{words::ERRAND}</p>
                <dl class="facts">
                    <dt>{words::DAY}</dt><dd>{day}</dd>
                    <dt>{words::HOURS}</dt><dd>{hours}</dd>
                    <dt>{words::PLACE}</dt><dd>{place}</dd>
                    <dt>{words::BRING}</dt><dd>{papers(LANGUAGE, Visitor::Invited)}" "{words::BOTH}</dd>
                </dl>
                <p class="invitation__cannot">{words::CANNOT}</p>
                {slip::code(ui::text::of(LANGUAGE), code)}
            </article>
        }
        .into_any()
    }
}

/// The message for a call, to be sent by any app.
pub fn message(call: &Call, points: Loading) -> String {
    let invitation = &call.invitation;
    let message = words::Message {
        name: call.name.clone(),
        call: ::words::visit::call(LANGUAGE, invitation.call).to_owned(),
        day: ::words::date::long_date(LANGUAGE, invitation.date),
        hours: hours(invitation),
        place: place(invitation, points),
        papers: papers(LANGUAGE, Visitor::Invited),
        check_at: [history::host(), Route::Check.href()].concat(),
        rt: field_session().peek(|register| rt::name(&register.enrolment)).unwrap_or_default(),
    };
    message.text()
}

/// The papers of a visitor with commas between them.
pub fn papers(language: Language, visitor: Visitor) -> String {
    let papers: Vec<_> =
        visitor.documents().iter().map(|paper| documents::document(language, *paper)).collect();
    papers.join(", ")
}

fn hours(invitation: &Invitation) -> String {
    [
        ::words::date::time(LANGUAGE, invitation.from).as_str(),
        "–",
        &::words::date::time(LANGUAGE, invitation.to),
    ]
    .concat()
}

/// Name and address of the point.
fn place(invitation: &Invitation, points: Loading) -> String {
    points.point(&invitation.point).map_or(words::ASK.to_owned(), |point| {
        if point.address.is_empty() { point.name } else { [&point.name, ", ", &point.address].concat() }
    })
}
