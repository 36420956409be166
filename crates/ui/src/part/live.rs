//! What changes while it is on the screen.
//!
//! A closure in a view brings its own copy of the code that watches and redraws it, 2 to 3 KB each. Boxed here, all of
//! them share one copy.

use crate::session::session;
use crate::text::Text;
use leptos::prelude::*;

/// A view that is drawn anew when the language changes, or anything else that it reads.
pub fn drawn(draw: impl Fn(&'static Text) -> AnyView + Send + 'static) -> AnyView {
    let language = session().language;
    watched(move || draw(crate::text::of(language.get())))
}

/// A view that is drawn anew when what it reads changes, and nothing else.
pub fn watched(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(draw);
    draw.into_any()
}

/// The same for what is not always there.
pub fn watched_if(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    watched(move || draw().unwrap_or_else(|| ().into_any()))
}

/// A text that is said anew when what it reads changes.
pub fn said(say: impl Fn() -> String + Send + 'static) -> AnyView {
    let say: Box<dyn Fn() -> String + Send> = Box::new(say);
    say.into_any()
}
