//! The other programs of the app, which `public/boot.js` fetches and starts.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// Fetches a program, so that it starts at once when it is needed.
    #[wasm_bindgen(js_namespace = tepat)]
    pub fn prepare(program: &str);

    /// Starts a program, which takes the page over, and hands it a text.
    #[wasm_bindgen(js_namespace = tepat, catch)]
    pub async fn launch(program: &str, handed: &str) -> Result<JsValue, JsValue>;
}
