//! Where nothing was found: what was typed, to compare it with the card, and what to do.

use crate::browser::clock;
use crate::lookup::secret::Secret;
use crate::part::answer::Answer;
use crate::part::button::{Button, ButtonLink, Weight};
use crate::part::contacts::contacts;
use crate::part::facts::Facts;
use crate::part::publication::{published, stale};
use crate::route::Route;
use crate::search::Unlisted;
use crate::session::text_now;
use crate::text::{Text, check};
use crate::tone::Tone;
use domain::{Date, KkNumber, Nik};
use leptos::prelude::*;

/// Says plainly that the family is not listed.
pub fn view(unlisted: &Unlisted, mend: Callback<()>) -> AnyView {
    let text = text_now();
    let words = text.result();
    let (said, compare) = match &unlisted.secret {
        Secret::Pair(kk, nik) => (words.not_found_pair, pair(text, kk, nik)),
        Secret::Code(code) => (words.not_found_code, vec![(text.check().code, code.to_string().into_any())]),
    };
    let hint = matches!(unlisted.secret, Secret::Pair(..))
        .then(|| view! { <p class="soft">{words.compare_hint}</p><p class="soft">{words.closed_hint}</p> });
    view! {
        <div class="result" data-status="tidak-ditemukan">
            {stale(&unlisted.index)}
            <Answer tone=Tone::Wait title=words.not_found><p>{said}</p></Answer>
            <section class="section result__compare">
                <h2>{words.compare}</h2>
                <Facts rows=compare/>
                {hint}
                <Button label=words.mend press=mend/>
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
