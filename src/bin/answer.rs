//! What becomes of a family, and where it collects.

use wasm_bindgen::prelude::wasm_bindgen;

/// Starts with what the form of `/cek` hands over, or with nothing.
#[wasm_bindgen]
pub fn start(handed: String) {
    tepat_app::answer(handed);
}

/// Everything begins with [`start`].
fn main() {}
