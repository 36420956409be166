//! The slip of one family.

use crate::qr::qr;
use crate::route::{Address, Route};
use crate::text::Tables;
use crate::text::rt;
use domain::{Date, RegistrationCode};
use leptos::prelude::*;
use phone::{Family, PhoneRegister};
use ui::browser::history;
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
        })
    }

    /// The slip.
    pub fn view(&self) -> AnyView {
        let text = text_now();
        let words = text.outbox();
        let listed = [words.listed, " ", &::words::date::date(text.language, self.listed_on)].concat();
        view! {
            <article class="slip">
                <div class="balang" aria-hidden="true"></div>
                <h2 class="slip__name">{self.name.clone()}</h2>
                <p class="slip__where">{self.place.clone()}" · "{listed}</p>
                {code(text, self.code)}
            </article>
        }
        .into_any()
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
