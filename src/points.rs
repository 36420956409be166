//! `/titik`: the nearest distribution points, by position or by kelurahan.

use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use ui::browser::intl::length;
use ui::browser::position::{self, PositionFault};
use ui::kelurahan::Kelurahan;
use ui::part::button::{Button, Weight};
use ui::part::kelurahan_field::KelurahanField;
use ui::part::long_wait::long_wait;
use ui::part::notice::Notice;
use ui::part::point_list::point_list;
use ui::part::screen::Screen;
use ui::part::sketch::sketch;
use ui::places::loading::{Loading, Stage as Reading};
use ui::places::{Origin, Places};
use ui::session::text;
use ui::text::{Text, points};
use ui::tone::Tone;

/// Where one looks from.
#[derive(Clone)]
enum Stage {
    /// Not said yet.
    Asking,
    /// The device is asked.
    Locating,
    /// The device does not say.
    Refused(PositionFault),
    /// Far from Jakarta.
    Outside,
    /// Somewhere within so many metres: no point is the nearest.
    Coarse(f64),
    /// From here.
    Near(From),
}

/// What was given, and what it means.
#[derive(Clone)]
enum From {
    Position(Origin),
    Kelurahan(Origin),
}

/// A kelurahan is hardly larger: a position that may be farther off tells nothing.
const COARSE_METRES: f64 = 3_000.0;

/// So many points are shown at first, and added each time.
const FIRST: usize = 3;
const MORE: usize = 5;

/// The page.
#[component]
pub fn Points() -> impl IntoView {
    let reading = Loading::start();
    let stage = RwSignal::new(Stage::Asking);
    let shown = RwSignal::new(FIRST);
    move || {
        let text = text();
        let body = move || match reading.stage() {
            Reading::Looking => ().into_any(),
            Reading::LookingSlowly => {
                let says = text.points().loading;
                view! { <Notice tone=Tone::Plain live=true><p>{says}</p>{long_wait()}</Notice> }.into_any()
            }
            Reading::Failed(fault) => view! {
                <Notice tone=Tone::Bad live=true>
                    <p>{points::api_fault(text.language, fault)}</p>
                    <Button
                        label=text.check().retry
                        weight=Weight::Outlined
                        press=Callback::new(move |()| reading.again())
                    />
                </Notice>
            }
            .into_any(),
            Reading::Ready(places) => search(text, places, stage, shown),
        };
        view! { <Screen title=text.points().title lead=text.points().lead>{body}</Screen> }.into_any()
    }
}

fn search(
    text: &'static Text,
    places: Arc<Places>,
    stage: RwSignal<Stage>,
    shown: RwSignal<usize>,
) -> AnyView {
    let begin = move |next: Stage| {
        shown.set(FIRST);
        stage.try_set(next);
    };
    let (around, chosen, listed) = (places.clone(), places.clone(), places.clone());
    let locate = Callback::new(move |()| {
        begin(Stage::Locating);
        let places = around.clone();
        spawn_local(async move {
            begin(match position::here().await {
                Ok(here) if here.accuracy > COARSE_METRES => Stage::Coarse(here.accuracy),
                Ok(here) => {
                    places.position(here.at).map_or(Stage::Outside, |at| Stage::Near(From::Position(at)))
                }
                Err(fault) => Stage::Refused(fault),
            });
        });
    });
    let choose = Callback::new(move |kelurahan: Kelurahan| {
        if let Some(origin) = chosen.kelurahan(&kelurahan.code) {
            begin(Stage::Near(From::Kelurahan(origin)));
        }
    });
    view! {
        <div class="points-search">
            <Button label=text.points().use_position press=locate/>
            <div role="status">{move || message(text, &stage.read())}</div>
            <p class="points-search__or">{text.points().or}</p>
            <KelurahanField places choose/>
        </div>
        {move || match &*stage.read() {
            Stage::Near(from) => list(text, &listed, from, shown),
            _ => ().into_any(),
        }}
    }
    .into_any()
}

/// What became of the question where one is. That there is a list below is said to screen readers only.
fn message(text: &'static Text, stage: &Stage) -> AnyView {
    let (tone, message) = match stage {
        Stage::Coarse(metres) => {
            let says = points::coarse(text.language, &length(text.language, *metres));
            return view! { <Notice tone=Tone::Wait>{says}</Notice> }.into_any();
        }
        Stage::Near(from) => {
            return view! { <span class="hidden-text">{title(text, from)}</span> }.into_any();
        }
        Stage::Locating => (Tone::Plain, text.points().locating),
        Stage::Refused(fault) => (Tone::Wait, points::position_fault(text.language, *fault)),
        Stage::Outside => (Tone::Wait, text.points().outside),
        Stage::Asking => return ().into_any(),
    };
    view! { <Notice tone>{message}</Notice> }.into_any()
}

fn title(text: &'static Text, from: &From) -> String {
    match from {
        From::Position(origin) => points::near_you(text.language, &origin.kelurahan.name),
        From::Kelurahan(origin) => points::near(text.language, &origin.kelurahan.name),
    }
}

fn list(text: &'static Text, places: &Places, from: &From, shown: RwSignal<usize>) -> AnyView {
    let (From::Position(origin) | From::Kelurahan(origin)) = from;
    let mut near = places.nearest(origin);
    let all = near.len();
    near.truncate(shown.get());
    if near.is_empty() {
        return view! { <Notice tone=Tone::Wait>{text.points().none}</Notice> }.into_any();
    }
    let island = origin.on_island.then(|| view! { <Notice tone=Tone::Plain>{text.points().island}</Notice> });
    let more = (near.len() < all).then(|| {
        let add = Callback::new(move |()| shown.update(|shown| *shown += MORE));
        view! { <Button label=text.points().more weight=Weight::Outlined press=add/> }
    });
    view! {
        <section class="section">
            <h2>{title(text, from)}</h2>
            {island}
            <p class="soft">{text.points().straight}</p>
            {sketch(origin.at, &near)}
            {point_list(&near)}
            {more}
        </section>
    }
    .into_any()
}
