//! Where nothing was found: what was typed, to compare it with the card, and what to do.

use crate::browser::clock;
use crate::lookup::draft::Mend;
use crate::lookup::secret::Secret;
use crate::part::answer::Answer;
use crate::part::button::{Button, ButtonLink, Weight};
use crate::part::contacts::contacts;
use crate::part::facts::Facts;
use crate::part::publication::{published, stale};
use crate::route::Route;
use crate::search::Unlisted;
use crate::session::text_now;
use crate::text::{Text, check, status};
use crate::tone::Tone;
use domain::{Date, KkNumber, Nik, Slip};
use leptos::prelude::*;

/// Says plainly that the family is not listed.
pub fn view(unlisted: &Unlisted, mend: Callback<Mend>) -> AnyView {
    let text = text_now();
    let words = text.result();
    let (said, compare, slip) = match &unlisted.secret {
        Secret::Pair(kk, nik) => {
            let slip = clock::today().and_then(|today| Slip::of(kk, nik, today));
            (words.not_found_pair, pair(text, kk, nik), slip)
        }
        Secret::Code(code) => {
            (words.not_found_code, vec![(text.check().code, code.to_string().into_any())], None)
        }
    };
    let title = slip.map_or(words.not_found.to_owned(), |slip| status::slip(text.language, slip));
    let (label, how) = match slip {
        Some(Slip::Exchanged) => (words.exchange, Mend::Exchange),
        Some(Slip::SameTwice | Slip::NoSuchDate | Slip::Child(_)) => (words.other_nik, Mend::Nik),
        None => (words.mend, Mend::All),
    };
    let by_hand = slip.map(|_| {
        let press = Callback::new(move |()| mend.run(Mend::All));
        view! { <Button label=words.mend weight=Weight::Outlined press/> }
    });
    let actions = view! {
        <div class="screen__actions">
            <Button label press=Callback::new(move |()| mend.run(how))/>
            {by_hand}
        </div>
    }
    .into_any();
    // What is likely wrong is mended at once; else the numbers are compared first.
    let (at_once, after) = if slip.is_some() { (Some(actions), None) } else { (None, Some(actions)) };
    let hint = (slip.is_none() && matches!(unlisted.secret, Secret::Pair(..)))
        .then(|| view! { <p class="soft">{words.compare_hint}</p><p class="soft">{words.closed_hint}</p> });
    view! {
        <div class="result" data-status="tidak-ditemukan">
            {stale(&unlisted.index)}
            <Answer tone=Tone::Wait title><p>{said}</p></Answer>
            {at_once}
            <section class="section result__compare">
                <h2>{words.compare}</h2>
                <Facts rows=compare/>
                {hint}
                {after}
            </section>
            <section class="section">
                <h2>{words.unlisted}</h2>
                <p>{words.unlisted_do}</p>
                <ButtonLink label=words.rules to=Route::Rules weight=Weight::Outlined/>
            </section>
            {contacts(&unlisted.index.contacts)}
            {published(&unlisted.index)}
        </div>
    }
    .into_any()
}

/// Both numbers as people read them aloud, and what the NIK tells, so that a slip shows.
fn pair(text: &'static Text, kk: &KkNumber, nik: &Nik) -> Vec<(&'static str, AnyView)> {
    let hint = nik.hint();
    let year = clock::today().and_then(|today| hint.birth(today)).map(Date::year);
    let born = check::born(text.language, &hint, year);
    let born = born.strip_prefix(text.check().born).map(|date| date.trim_start().to_owned()).unwrap_or(born);
    vec![
        (text.common().kk, kk.digits().grouped().into_any()),
        (text.common().nik, nik.digits().grouped().into_any()),
        (text.result().region, check::region(text.language, hint.region).into_any()),
        (text.result().born, born.into_any()),
    ]
}
