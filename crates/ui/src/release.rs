//! How the page gives way to a newer version of the app: at a step of the person, when nothing is lost by it.

use crate::browser::release;
use js_sys::Function;
use leptos::prelude::*;

type Typed = Box<dyn Fn() -> String>;
type Unsaved = Box<dyn Fn(&str) -> bool>;

/// What must not be lost when the page gives way. A copy is a handle to the same one.
#[derive(Clone, Copy)]
pub struct Release {
    /// The path that the person has come to.
    path: Memo<String>,
    typed: StoredValue<Option<Typed>, LocalStorage>,
    unsaved: StoredValue<Vec<Unsaved>, LocalStorage>,
}

impl Release {
    /// Provides it, with nothing to lose yet.
    pub fn provide(path: Memo<String>) -> Self {
        let (typed, unsaved) = (StoredValue::new_local(None), StoredValue::new_local(Vec::new()));
        let release = Self { path, typed, unsaved };
        provide_context(release);
        release
    }

    /// From now on what `typed` tells goes along to the newer version, for as long as this page is shown.
    pub fn carries(self, typed: impl Fn() -> String + 'static) {
        self.typed.set_value(Some(Box::new(typed)));
        on_cleanup(move || {
            self.typed.try_update_value(Option::take);
        });
    }

    /// The page does not give way while this is so at the path that the person has come to.
    pub fn waits_while(self, unsaved: impl Fn(&str) -> bool + 'static) {
        self.unsaved.update_value(|all| all.push(Box::new(unsaved)));
    }

    /// A step of the person: gives way if a newer version waits; whether it does.
    pub fn step(self) -> bool {
        let gives_way = release::is_waiting() && !self.is_unsaved();
        if gives_way {
            release::take_over(self.typed());
        }
        gives_way
    }

    /// The host has no longer a file of this version: gives way to the one that it has; whether it does.
    pub fn renew(self) -> bool {
        !self.is_unsaved() && release::renew(self.typed(), false)
    }

    /// The same because the person has asked for it.
    pub fn renew_now(self) {
        release::renew(self.typed(), true);
    }

    fn is_unsaved(self) -> bool {
        self.is_unsaved_at(&self.path.get_untracked())
    }

    /// Whether something would be lost with the page, if the person had come to this path; nowhere it is empty.
    pub fn is_unsaved_at(self, path: &str) -> bool {
        self.unsaved.with_value(|all| untrack(|| all.iter().any(|unsaved| unsaved(path))))
    }

    /// What tells it: somebody may type until the page is gone.
    fn typed(self) -> Option<Function> {
        let tell =
            move || self.typed.try_with_value(|typed| untrack(|| typed.as_ref().map(|typed| typed())))?;
        self.typed.with_value(Option::is_some).then(|| release::telling(tell))
    }
}

/// How this page gives way.
pub fn release() -> Release {
    expect_context()
}
