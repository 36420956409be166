//! What is found at a field, while it is typed. Most families have nothing there, so what draws it comes with the register,
//! whose last look at a family draws the same.
#![allow(unsafe_code, reason = "what `wasm_split` expands to")]

use super::finding::here;
use super::sheet::Sheet;
use crate::offline;
use domain::Place;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use ui::part::live::watched_if;
use ui::part_loading::{Part, loaded};
use ui::text::Text;

type Draw = fn(&'static Text, Sheet, Place) -> AnyView;

static FINDINGS: Part<Draw> = Part { name: offline::REGISTER, load: || Box::pin(load_findings()) };

#[wasm_split(register, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_findings() -> Result<Draw, SplitLoaderError> {
    Ok(here)
}

/// The findings at a field, once there are any.
pub fn findings(text: &'static Text, sheet: Sheet, place: Place) -> AnyView {
    let is_any =
        Memo::new(move |_| !sheet.warnings_at(place).is_empty() || !sheet.duplicates_at(place).is_empty());
    let found =
        watched_if(move || is_any.get().then(|| loaded(&FINDINGS, move |draw| draw(text, sheet, place))));
    view! { <div class="findings-here" aria-live="polite">{found}</div> }.into_any()
}
