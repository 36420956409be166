//! The slip of one family.

use crate::field_session::today;
use crate::qr::qr;
use crate::route::{Address, Route};
use crate::text::Tables;
use crate::text::rt;
use domain::{Date, RegistrationCode};
use leptos::prelude::*;
use leptos::task::spawn_local;
use phone::{Family, FamilyState, PhoneRegister};
use ui::browser::{history, share};
use ui::part::button::{Button, Weight};
use ui::session::text_now;
use ui::text::Text;

/// What stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The head of the family.
    name: String,
    /// Where it lives.
    place: String,
    listed_on: Date,
    code: RegistrationCode,
    /// The office's box has the list with the family.
    is_sent: bool,
}

impl Slip {
    /// A slip for every family that was saved, by the names of their heads.
    pub fn all(register: &PhoneRegister) -> Vec<Self> {
        let slip = |family: &Family| Self::of(register, family);
        register.by_name().into_iter().filter_map(slip).collect()
    }

    /// The slip of a family; `None` before it was saved.
    pub fn of(register: &PhoneRegister, family: &Family) -> Option<Self> {
        let record = family.record.as_ref()?;
        let household = &record.household;
        Some(Self {
            name: household.head.name.clone(),
            place: rt::name_of(Some(household.rt), household.rw, &register.enrolment.area_name),
            listed_on: record.listed_on,
            code: record.code,
            is_sent: matches!(register.state(family, today()), FamilyState::Sent | FamilyState::Office(_)),
        })
    }

    /// The slip.
    pub fn view(&self) -> AnyView {
        let text = text_now();
        let words = text.outbox();
        let unsent = (!self.is_sent).then(|| view! { <p class="slip__say"><b>{words.unsent}</b></p> });
        let message = self.message(text);
        let share = share::can_share_message().then(|| {
            let press = move |()| {
                let message = message.clone();
                // Whoever thinks better of it has shared nothing.
                spawn_local(async move { share::share_message(&message).await.unwrap_or_default() });
            };
            view! { <div class="screen-only"><Button label=words.share weight=Weight::Quiet press/></div> }
        });
        let about = [history::host(), Route::About.href()].concat();
        let listed = [words.listed, " ", &::words::date::date(text.language, self.listed_on)].concat();
        view! {
            <article class="slip">
                <div class="balang" aria-hidden="true"></div>
                <h2 class="slip__name">{self.name.clone()}</h2>
                <p class="slip__where">{self.place.clone()}" · "{listed}</p>
                {unsent}
                {code(text, self.code)}
                <p class="slip__rights">{words.rights}" "<b>{about}</b></p>
                {share}
            </article>
        }
        .into_any()
    }
}

impl Slip {
    /// The slip as a message, with neither NIK nor KK.
    fn message(&self, text: &'static Text) -> String {
        let words = text.outbox();
        let address = [history::host(), Route::Check.href()].concat();
        let code = self.code.to_string();
        let way = [words.check_at, " ", &address, ". ", words.keep_secret].concat();
        [self.name.as_str(), "\n", words.code, ": ", &code, "\n", &way].concat()
    }
}

/// A registration code in letters and as a QR code, and what it is for.
pub fn code(text: &'static Text, code: RegistrationCode) -> AnyView {
    let words = text.outbox();
    let page = Route::Check.href();
    let address = [history::host(), page.clone()].concat();
    // Behind the `#` it reaches no server; the page takes it out of the address at once.
    let link = [history::origin(), page, "#".to_owned(), code.to_string()].concat();
    view! {
        <div class="slip__ways">
            <div class="slip__words">
                <p class="slip__label">{words.code}</p>
                <p class="slip__code">{code.to_string()}</p>
                <p class="slip__say">{words.check_at}" "<b>{address}</b>{words.or_scan}" "{words.keep_secret}</p>
            </div>
            {qr(&link, words.scan)}
        </div>
    }
    .into_any()
}
