//! A thread beside the page: a web worker.

use super::file::File;
use super::program;
use js_sys::Array;
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

/// What a thread posts: a text, and sometimes a file beside it.
pub struct Heard {
    /// The text.
    pub text: String,
    /// The file.
    pub file: Option<File>,
}

impl Thread {
    /// Starts the program of this name, and keeps it for use without signal. `heard` gets everything that the thread posts; `broken` is called if it cannot start, or dies. `None`: the browser knows no such threads.
    pub fn start(name: &str, heard: Box<dyn Fn(Heard)>, broken: Box<dyn Fn()>) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&program::named(name).next()?, &options).ok()?;
        program::keep(name);
        let on_heard = Closure::new(move |event: MessageEvent| {
            if let Some(said) = Heard::of(&event.data()) {
                heard(said);
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

    /// Posts a text to the thread, and a file beside it: only its handle travels, not its bytes.
    pub fn post(&self, text: &str, file: Option<&File>) {
        let text = JsValue::from_str(text);
        let message = file.map_or_else(|| text.clone(), |file| Array::of2(&text, file.as_ref()).into());
        // Texts and files can always be posted; only other objects may refuse to be copied.
        self.worker.post_message(&message).ok();
    }
}

impl Heard {
    fn of(data: &JsValue) -> Option<Self> {
        match data.dyn_ref::<Array>() {
            Some(pair) => Some(Self { text: pair.get(0).as_string()?, file: File::of(pair.get(1)) }),
            None => Some(Self { text: data.as_string()?, file: None }),
        }
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
