//! A thread beside the page: a web worker.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// A running thread; it ends when this is dropped.
pub struct Thread {
    worker: Worker,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _broken: Closure<dyn FnMut(Event)>,
}

impl Thread {
    /// Starts the program that the page names for this purpose in `<meta name=… content=…>`. `heard` gets every text
    /// that the thread posts; `broken` is called if it cannot start, or dies. `None`: the browser knows no such threads.
    pub fn start(meta: &str, heard: fn(String), broken: fn()) -> Option<Self> {
        let named = document().query_selector(&["meta[name=\"", meta, "\"]"].concat()).ok().flatten()?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&named.get_attribute("content")?, &options).ok()?;
        let on_heard = Closure::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                heard(text);
            }
        });
        let on_broken = Closure::new(move |event: Event| {
            event.prevent_default();
            broken();
        });
        worker.set_onmessage(Some(on_heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_broken.as_ref().unchecked_ref()));
        Some(Self { worker, _heard: on_heard, _broken: on_broken })
    }

    /// Posts a text to the thread.
    pub fn post(&self, text: &str) {
        // Text can always be posted; only objects may refuse to be copied.
        self.worker.post_message(&JsValue::from_str(text)).ok();
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
