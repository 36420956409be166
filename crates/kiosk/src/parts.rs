//! The parts of this program, each of which comes when it is first needed.
#![allow(unsafe_code, reason = "what `wasm_split` expands to")]

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use ui::lookup::draft::Mend;
use ui::part::result::result;
use ui::part::scanner::{Scan, scanner};
use ui::part_loading::Part;
use ui::search::Stage;

/// Shows an answer; the callback leads back to what was typed.
pub(crate) type Answer = fn(&Stage, Callback<Mend>) -> AnyView;

/// The answer, which comes while somebody types.
pub(crate) static ANSWER: Part<Answer> = Part { name: "kiosk-answer", load: || Box::pin(load_answer()) };
/// The camera.
pub(crate) static SCANNER: Part<Scan> = Part { name: "kiosk-scanner", load: || Box::pin(load_scanner()) };

#[wasm_split(answer, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_answer() -> Result<Answer, SplitLoaderError> {
    Ok(result)
}

#[wasm_split(scanner, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_scanner() -> Result<Scan, SplitLoaderError> {
    Ok(scanner)
}
