//! Small drawings beside words. They say nothing that the words do not, so screen readers pass them by.

use crate::tone::Tone;
use leptos::prelude::*;

/// A drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The house of the brand.
    Mark,
    /// A magnifying glass.
    Search,
    /// A place on a map.
    Pin,
    /// A house with a door.
    House,
    /// Done.
    Tick,
    /// Not so.
    Cross,
    /// Waiting.
    Clock,
    /// Information.
    Info,
    /// Further.
    Forward,
}

impl Icon {
    /// The one that says the same as a colour.
    pub fn of(tone: Tone) -> Self {
        match tone {
            Tone::Good => Self::Tick,
            Tone::Wait => Self::Clock,
            Tone::Bad => Self::Cross,
            Tone::Plain => Self::Info,
        }
    }

    /// The layers, each a colour (a class of `icon.css`) and the path of a shape on a 40 × 40 grid.
    fn layers(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Mark => &[
                ("icon__roof", "M20 4 37 17v4H3v-4z"),
                ("icon__wall", "M7 24h26v12H7z"),
                ("icon__tick", "m12.5 28.5 2.8-2.8 3.7 3.7 8.2-9.4 3 2.6-11.1 12.7z"),
            ],
            Self::Search => &[(
                "icon__sea",
                "M17 3a14 14 0 0 1 11.3 22.3l9.2 9.2-3.5 3.5-9.2-9.2A14 14 0 1 1 17 3zm0 4.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z",
            )],
            Self::Pin => &[(
                "icon__sea",
                "M20 3a12 12 0 0 0-12 12c0 9 12 22 12 22s12-13 12-22A12 12 0 0 0 20 3zm0 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10z",
            )],
            Self::House => {
                &[("icon__jingga", "M20 5 37 18v4H3v-4z"), ("icon__sea", "M7 24h26v12h-9v-8h-7v8H7z")]
            }
            Self::Tick => &[("icon__ink", "m4 21 5-5 8 8L31 8l5 4.5L17.5 34z")],
            Self::Cross => &[("icon__ink", "m7 11 4-4 9 9 9-9 4 4-9 9 9 9-4 4-9-9-9 9-4-4 9-9z")],
            Self::Clock => &[(
                "icon__ink",
                "M20 3a17 17 0 1 1 0 34 17 17 0 0 1 0-34zm0 5a12 12 0 1 0 0 24 12 12 0 0 0 0-24zm-2.5 4h5v7l5 5-3.5 3.5-6.5-6.5z",
            )],
            Self::Info => &[(
                "icon__ink",
                "M20 3a17 17 0 1 1 0 34 17 17 0 0 1 0-34zm0 4.5a12.5 12.5 0 1 0 0 25 12.5 12.5 0 0 0 0-25zM17.5 18h5v10h-5zm0-6.5h5v4.5h-5z",
            )],
            Self::Forward => &[("icon__ink", "m13 5 15 15-15 15-3.5-3.5L21 20 9.5 8.5z")],
        }
    }
}

/// Draws an icon; `class` adds to its own class, for its size.
pub fn icon(icon: Icon, class: &'static str) -> AnyView {
    let layers: Vec<_> =
        icon.layers().iter().map(|(class, path)| view! { <path class=*class d=*path></path> }).collect();
    view! { <svg class=["icon ", class].concat() viewBox="0 0 40 40" aria-hidden="true">{layers}</svg> }
        .into_any()
}
