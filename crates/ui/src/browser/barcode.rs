//! QR codes in a picture (`BarcodeDetector`), which the browser of many phones reads and that of many computers does not.

use super::camera;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const QR: &str = "qr_code";

/// What reads them.
pub struct QrReader {
    detector: JsValue,
}

impl QrReader {
    /// A reader; `None` in a browser without one.
    pub fn new() -> Option<Self> {
        let options = Object::new();
        Reflect::set(&options, &"formats".into(), &Array::of1(&QR.into())).ok()?;
        let detector = Reflect::construct(&detector()?, &Array::of1(&options)).ok()?;
        Some(Self { detector })
    }

    /// The texts of the codes that are to be seen in the video element with this id. None while it shows no picture yet.
    pub async fn texts(&self, id: &str) -> Vec<String> {
        self.read(id).await.unwrap_or_default()
    }

    async fn read(&self, id: &str) -> Option<Vec<String>> {
        let codes = called(&self.detector, "detect", &camera::video(id)?.into()).await?;
        let text = |code: JsValue| Reflect::get(&code, &"rawValue".into()).ok()?.as_string();
        Some(Array::from(&codes).iter().filter_map(text).collect())
    }
}

/// Whether this browser reads QR codes. One may have the interface and no format.
pub async fn reads_qr() -> bool {
    let Some(detector) = detector() else { return false };
    let formats = called(&detector, "getSupportedFormats", &JsValue::UNDEFINED).await;
    formats.is_some_and(|formats| Array::from(&formats).includes(&QR.into(), 0))
}

fn detector() -> Option<Function> {
    Reflect::get(&window(), &"BarcodeDetector".into()).ok()?.dyn_into().ok()
}

/// What the promise of a method brings; `None` if it is not kept.
async fn called(of: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = method.call1(of, argument).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
