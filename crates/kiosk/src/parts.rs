//! The part of this program that comes when it is first needed.
#![allow(unsafe_code, reason = "what `wasm_split` expands to")]

use leptos::wasm_split::{SplitLoaderError, wasm_split};
use ui::part::scanner::{Scan, scanner};
use ui::part_loading::Part;

/// The camera.
pub(crate) static SCANNER: Part<Scan> = Part { name: "kiosk-scanner", load: || Box::pin(load_scanner()) };

#[wasm_split(scanner, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_scanner() -> Result<Scan, SplitLoaderError> {
    Ok(scanner)
}
