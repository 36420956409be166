//! Distribution points, from near to far.

use crate::browser::{clock, intl, maps};
use crate::session::text_now;
use crate::text::{Language, Text, points};
use domain::point::{Near, OpenState, Opening};
use domain::{Moment, PickupPoint};
use leptos::prelude::*;

/// The list, each point with its distance.
pub fn point_list(near: &[Near<'_>]) -> AnyView {
    let text = text_now();
    let now = clock::in_jakarta();
    let items: Vec<_> = near.iter().map(|near| item(text, near, now)).collect();
    view! { <ol class="points">{items}</ol> }.into_any()
}

fn item(text: &'static Text, near: &Near<'_>, now: Option<Moment>) -> AnyView {
    let language = text.language;
    let point = near.point;
    let distance = points::distance(language, &intl::length(language, near.metres));
    let estimate = points::precision(language, &point.precision);
    let estimate = (!estimate.is_empty()).then(|| view! { <span class="points__estimate">{estimate}</span> });
    view! {
        <li class="points__item">
            {name(text, point)}
            <span class="points__distance">{distance}</span>
            <span class="points__address">{place(language, point)}</span>
            {estimate}
            <span class="points__hours">{hours(text, &point.opening)}</span>
            {now.map(|now| state(language, &point.opening, now))}
            {map_link(text, point)}
        </li>
    }
    .into_any()
}

/// The name of a point; a made-up one is marked as an example.
pub fn name(text: &'static Text, point: &PickupPoint) -> AnyView {
    let example =
        point.example.then(|| view! { " "<span class="points__example">{text.points().example}</span> });
    view! { <b class="points__name" lang="id">{point.name.clone()}{example}</b> }.into_any()
}

/// `Sekolah, Jl. Ciledug Raya`
fn place(language: Language, point: &PickupPoint) -> String {
    let kind = points::kind(language, &point.kind);
    if point.address.is_empty() { kind.to_owned() } else { [kind, ", ", &point.address].concat() }
}

/// `Senin–Jumat, 08.00–14.00`
pub fn hours(text: &'static Text, opening: &Opening) -> String {
    let language = text.language;
    let (from, to) = (::words::date::time(language, opening.from), ::words::date::time(language, opening.to));
    [points::days(language, opening.days).as_str(), ", ", &from, "–", &to].concat()
}

/// Whether it is open, and if not, when next.
fn state(language: Language, opening: &Opening, now: Moment) -> AnyView {
    let class = match opening.state(now) {
        OpenState::Open | OpenState::Later => "points__today points__today--open",
        OpenState::Over | OpenState::Closed => "points__today",
    };
    view! { <span class=class>{points::state(language, opening, now)}</span> }.into_any()
}

fn map_link(text: &'static Text, point: &PickupPoint) -> AnyView {
    let label = [text.points().map, ": ", &point.name].concat();
    view! {
        <a class="link link--tap points__map" href=maps::href(point.at) target="_blank" rel="noreferrer" aria-label=label>
            {text.points().map}
        </a>
    }
    .into_any()
}
