//! Which of several tabs writes: the one that holds the lock (Web Locks). A tab that is closed or killed gives it up by
//! itself.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// How to get the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Wait until no other tab holds it.
    Wait,
    /// Take it from the tab that holds it.
    Take,
}

/// Asks for the lock of this name; `changed` hears `true` when it is ours and `false` when another tab has taken it.
/// A browser without such locks lets every tab write.
pub fn ask(name: &str, how: Ask, changed: impl Fn(bool) + 'static) {
    let changed = Rc::new(changed);
    let gained = changed.clone();
    let held = Closure::once_into_js(move |_: JsValue| -> Promise {
        gained(true);
        // Held until the tab is gone, or another one takes it.
        Promise::new(&mut |_, _| {})
    });
    match request(name, how, held.unchecked_ref()) {
        Ok(ended) => {
            let lost = changed.clone();
            let lost = Closure::once(move |_: JsValue| lost(false));
            let _ = ended.catch(&lost);
            lost.forget();
        }
        Err(_) => changed(true),
    }
}

fn request(name: &str, how: Ask, held: &Function) -> Result<Promise, JsValue> {
    let locks = Reflect::get(&window().navigator(), &JsValue::from_str("locks"))?;
    let request: Function = Reflect::get(&locks, &JsValue::from_str("request"))?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("steal"), &JsValue::from_bool(how == Ask::Take))?;
    request.call3(&locks, &JsValue::from_str(name), &options, held)?.dyn_into()
}
