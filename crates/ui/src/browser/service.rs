//! The service worker (`public/sw.js`), as far as the app speaks with it.

use super::file::File;
use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageChannel, MessageEvent, ServiceWorker};

/// What the service worker listens to for lists that wait for a signal.
const POST: &str = "tepat-post";
/// A page that hears nothing in this time goes on without.
const LONGEST_WAIT_MS: u64 = 500;
/// A file may take a while to be handed over, and nobody waits for it.
const LONGEST_WAIT_FOR_FILE_MS: u64 = 10_000;

/// Asks the browser to wake the service worker when the signal is back, also when no page is open (Background Sync);
/// nothing happens where it cannot.
pub fn send_in_background() {
    spawn_local(async {
        register_sync().await.ok();
    });
}

/// Whether the browser wakes the service worker when the signal is back.
pub fn sends_in_background() -> bool {
    Reflect::has(&window(), &JsValue::from_str("SyncManager")).unwrap_or(false)
}

async fn register_sync() -> Result<(), JsValue> {
    if controller().is_none() {
        return Ok(());
    }
    let ready = window().navigator().service_worker().ready()?;
    let registration = JsFuture::from(ready).await?;
    let sync = Reflect::get(&registration, &JsValue::from_str("sync"))?;
    let register: Function = Reflect::get(&sync, &JsValue::from_str("register"))?.dyn_into()?;
    let registered: Promise = register.call1(&sync, &JsValue::from_str(POST))?.dyn_into()?;
    JsFuture::from(registered).await.map(drop)
}

/// Leaves a secret with the service worker for the moment between two pages. It is in memory only, and for seconds.
pub fn leave(secret: &str) {
    let Some(worker) = controller() else { return };
    let message = Object::new();
    if Reflect::set(&message, &JsValue::from_str("leave"), &JsValue::from_str(secret)).is_ok() {
        worker.post_message(&message).ok();
    }
}

/// Takes back what the page before has left; `None` if it left nothing, or too long ago.
pub async fn take() -> Option<String> {
    ask("take", LONGEST_WAIT_MS).await?.as_string()
}

/// Takes the file that another app has shared with this one; it is in the service worker's memory only, and for a minute.
pub async fn take_file() -> Option<File> {
    File::of(ask("take-file", LONGEST_WAIT_FOR_FILE_MS).await?)
}

async fn ask(question: &str, longest_wait_ms: u64) -> Option<JsValue> {
    let worker = controller()?;
    let channel = MessageChannel::new().ok()?;
    let heard = Promise::new(&mut |resolve, _| {
        let late = resolve.clone();
        let on_message = Closure::once_into_js(move |event: MessageEvent| {
            resolve.call1(&JsValue::NULL, &event.data()).ok();
        });
        channel.port1().set_onmessage(Some(on_message.unchecked_ref()));
        super::clock::after(longest_wait_ms, move || {
            late.call1(&JsValue::NULL, &JsValue::NULL).ok();
        });
    });
    let ports = js_sys::Array::of1(&channel.port2());
    worker.post_message_with_transferable(&JsValue::from_str(question), &ports).ok()?;
    JsFuture::from(heard).await.ok()
}

fn controller() -> Option<ServiceWorker> {
    let navigator = window().navigator();
    // Absent where the page does not come by HTTPS.
    let container = Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?;
    (!container.is_undefined()).then(|| navigator.service_worker().controller()).flatten()
}
