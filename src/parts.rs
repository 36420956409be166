//! The parts of this program, each of which comes when it is first needed.
#![allow(unsafe_code, reason = "what `wasm_split` expands to")]

use crate::check::Begin;
use crate::documents::{Documents, surat_kuasa::SuratKuasa};
use crate::{about, answer, points, rules};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use ui::part::publication::Publication;
use ui::part::scanner::{Scan, scanner};
use ui::part_loading::Part;
use ui::route::Route;

/// What draws the pages of a part.
pub type Draw = fn(Route) -> AnyView;

/// Answers `/cek`.
pub static ANSWER: Part<Begin> = Part { name: "residents-answer", load: || Box::pin(load_answer()) };
/// The camera.
pub static SCANNER: Part<Scan> = Part { name: "residents-scanner", load: || Box::pin(load_scanner()) };
/// The points.
pub static POINTS: Part<Draw> = Part { name: "residents-points", load: || Box::pin(load_points()) };
/// When the data were published: the first page of a program need not read JSON to be drawn.
pub static PUBLICATION: Part<fn() -> AnyView> =
    Part { name: "residents-publication", load: || Box::pin(load_publication()) };
/// What is only read, and looked at one after the other: one part, because what several share becomes a file for each set of parts
/// that share it.
const PAGES: &str = "residents-pages";
/// The rules.
pub static RULES: Part<Draw> = Part { name: PAGES, load: || Box::pin(load_rules()) };
/// What to bring.
pub static DOCUMENTS: Part<Draw> = Part { name: PAGES, load: || Box::pin(load_documents()) };
/// What is stored where.
pub static ABOUT: Part<Draw> = Part { name: PAGES, load: || Box::pin(load_about()) };

type Loaded<T> = Result<T, SplitLoaderError>;

#[wasm_split(answer, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_answer() -> Loaded<Begin> {
    Ok(answer::begin)
}

#[wasm_split(scanner, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_scanner() -> Loaded<Scan> {
    Ok(scanner)
}

#[wasm_split(points, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_points() -> Loaded<Draw> {
    Ok(|_| view! { <points::Points/> }.into_any())
}

#[wasm_split(publication, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_publication() -> Loaded<fn() -> AnyView> {
    Ok(|| view! { <Publication/> }.into_any())
}

#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_rules() -> Loaded<Draw> {
    Ok(|_| view! { <rules::Rules/> }.into_any())
}

#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_documents() -> Loaded<Draw> {
    Ok(|route| match route {
        Route::Documents(visitor) => view! { <Documents visitor/> }.into_any(),
        _ => view! { <SuratKuasa/> }.into_any(),
    })
}

#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_about() -> Loaded<Draw> {
    Ok(|_| view! { <about::About/> }.into_any())
}
