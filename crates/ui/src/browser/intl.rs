//! Numbers as the browser's own `Intl` writes them: nothing of it weighs on the page.

use crate::text::Language;
use js_sys::Intl::NumberFormat;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// `1.055.216`, or with one digit after the comma `1,4`.
pub fn number(language: Language, number: f64) -> String {
    write_number(language, number, &[("maximumFractionDigits", "1")])
}

fn write_number(language: Language, number: f64, how: &[(&str, &str)]) -> String {
    let format = NumberFormat::new(&Array::of1(&locale(language).into()), &options(how));
    let written = format.format().call1(&JsValue::UNDEFINED, &number.into());
    written.ok().and_then(|written| written.as_string()).unwrap_or_default()
}

/// A length: `650 m`, `1,2 km`.
pub fn length(language: Language, metres: f64) -> String {
    if metres < 995.0 {
        [number(language, (metres / 10.0).round() * 10.0).as_str(), " m"].concat()
    } else {
        [number(language, metres / 1000.0).as_str(), " km"].concat()
    }
}

/// A number for an attribute: `-6.238`, at most five digits after the point.
pub fn plain(number: f64) -> String {
    let rounded = (number * 100_000.0).round() / 100_000.0;
    js_sys::Number::from(rounded).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

fn locale(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "id-ID",
        Language::English => "en-GB",
    }
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value)).ok();
    }
    options
}
