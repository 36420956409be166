//! A small drawing of where the points lie. The list beside it says the same in words.

use crate::browser::intl::{length, plain};
use crate::session::text_now;
use crate::sketch::{Mark, Ring, Sketch};
use domain::Coordinate;
use domain::point::Near;
use leptos::prelude::*;

/// Draws the points of a list around its origin, each with its number in the list.
pub fn sketch(middle: Coordinate, near: &[Near<'_>]) -> AnyView {
    let text = text_now();
    let drawn = Sketch::around(middle, near.iter().map(|near| near.point.at));
    let rings: Vec<_> = drawn.rings.iter().map(|at| ring(at, drawn.free_half)).collect();
    // The nearest last, on top of the others.
    let marks: Vec<_> = (1..).zip(&drawn.marks).collect::<Vec<_>>().into_iter().rev().map(mark).collect();
    view! {
        <figure class="sketch" aria-hidden="true">
            <svg class="sketch__drawing" viewBox="-100 -100 200 200">
                {rings}
                <path class="sketch__north" d="M-91-96 -86-85h-10z"></path>
                <circle class="sketch__middle" r="3.5"></circle>
                {marks}
            </svg>
            <figcaption class="sketch__caption">{text.points().sketch}</figcaption>
        </figure>
    }
    .into_any()
}

fn ring(ring: &Ring, half: f64) -> AnyView {
    let label = length(text_now().language, ring.metres);
    view! {
        <circle class="sketch__ring" r=plain(ring.radius)></circle>
        <text class="sketch__distance" x="0" y=plain((ring.radius - 5.0) * half) dy="0.36em">{label}</text>
    }
    .into_any()
}

fn mark((number, mark): (usize, &Mark)) -> AnyView {
    let (x, y) = (plain(mark.x), plain(mark.y));
    view! {
        <circle class="sketch__mark" cx=x.clone() cy=y.clone() r="8"></circle>
        <text class="sketch__number" x=x y=y dy="0.36em">{number.to_string()}</text>
    }
    .into_any()
}
