//! A list that another app has shared with this one, until somebody may read it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::browser::file::File;
use ui::browser::service;

/// The list. A copy is a handle to the same one.
#[derive(Clone, Copy)]
pub struct Shared(RwSignal<Option<File>, LocalStorage>);

impl Shared {
    /// Takes it from the service worker, which gives it once and for a minute only; the phone may be locked for longer.
    pub fn provide() {
        let shared = Self(RwSignal::new_local(None));
        provide_context(shared);
        spawn_local(async move {
            let file = service::take_file().await;
            shared.0.set(file);
        });
    }

    /// Whether there is one, followed.
    pub fn is_there(self) -> bool {
        self.0.read().is_some()
    }

    /// Takes it, once.
    pub fn take(self) -> Option<File> {
        self.0.try_update(Option::take).flatten()
    }
}

/// The list that was shared with this app.
pub fn shared() -> Shared {
    expect_context()
}
