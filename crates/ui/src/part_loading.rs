//! Parts of a program that are loaded when they are first needed. Whatever keeps one from coming, the page lives on, says
//! why, and can try again.

use crate::api;
use crate::browser::program;
use crate::part::button::{Button, Weight};
use crate::part::live::watched;
use crate::part::long_wait::long_wait;
use crate::part::notice::Notice;
use crate::release::{Release, release};
use crate::session::text_now;
use crate::slowness::say_if_slow;
use crate::tone::Tone;
use futures::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use std::pin::Pin;

/// A part, and what the rest of the program calls of it.
pub struct Part<T> {
    /// The page names the files of the part under this.
    pub name: &'static str,
    /// Loads it.
    pub load: fn() -> Arriving<T>,
}

/// A part on its way.
pub type Arriving<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

impl<T> Part<T> {
    /// The part, where no page waits for it; `None` if it does not come now.
    pub async fn arrive(&self) -> Option<T> {
        let part = (self.load)().await.ok()?;
        program::keep(self.name);
        Some(part)
    }
}

/// Why a part is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartFault {
    /// It did not arrive: no signal. Try again.
    Signal,
    /// The host has it no more, because a new version of the app is out.
    Missing,
}

/// How far a part has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage<T> {
    /// Nobody has asked for it.
    Unasked,
    /// Under way.
    Loading,
    /// Under way for so long that it must be said.
    LoadingSlowly,
    /// It did not come.
    Failed(PartFault),
    /// Here it is.
    Ready(T),
}

/// The loading of a part, as a page sees it. A copy is a handle to the same one.
pub struct PartLoading<T: 'static> {
    part: &'static Part<T>,
    stage: RwSignal<Stage<T>>,
    /// Whether somebody waits for it: only then does the page give way to a newer version for its sake.
    awaited: StoredValue<bool>,
    release: Release,
}

impl<T> Clone for PartLoading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for PartLoading<T> {}

impl<T: Copy + Send + Sync + 'static> PartLoading<T> {
    /// Nothing asked yet.
    pub fn of(part: &'static Part<T>) -> Self {
        Self {
            part,
            stage: RwSignal::new(Stage::Unasked),
            awaited: StoredValue::new(false),
            release: release(),
        }
    }

    /// How far it has come, followed.
    pub fn stage(self) -> Stage<T> {
        self.stage.get()
    }

    /// Loads the part, unless it is here or under way.
    pub fn load(self) {
        self.awaited.set_value(true);
        self.load_ahead();
    }

    /// The same while somebody types, who must not be interrupted: if the part belongs to a version that the host has no
    /// longer, the page gives way only when it is loaded in earnest.
    pub fn load_ahead(self) {
        if !matches!(self.stage.get_untracked(), Stage::Unasked | Stage::Failed(_)) {
            return;
        }
        let mut arriving = (self.part.load)();
        // A part that has been loaded before is drawn at once.
        let at_once = (&mut arriving).now_or_never();
        if let Some(Ok(part)) = at_once {
            self.stage.set(Stage::Ready(part));
            return;
        }
        self.stage.set(Stage::Loading);
        say_if_slow(self.stage, Stage::LoadingSlowly, |stage| matches!(stage, Stage::Loading));
        spawn_local(async move {
            let arrived = match at_once {
                Some(arrived) => arrived,
                None => arriving.await,
            };
            let stage = match arrived {
                Ok(part) => {
                    program::keep(self.part.name);
                    Stage::Ready(part)
                }
                Err(_) => match PartFault::find(self.part.name).await {
                    // The page is on its way to the newer version.
                    Some(PartFault::Missing) if self.is_awaited() && self.release.renew() => return,
                    // All is there now: it was not when the part was asked for.
                    fault => Stage::Failed(fault.unwrap_or(PartFault::Signal)),
                },
            };
            // The page may be gone.
            self.stage.try_set(stage);
        });
    }

    /// What is said while the part is not here.
    pub fn progress(self) -> AnyView {
        let text = text_now().common();
        match self.stage() {
            Stage::Unasked | Stage::Ready(_) => ().into_any(),
            Stage::Loading => view! { <span class="hidden-text">{text.loading}</span> }.into_any(),
            Stage::LoadingSlowly => {
                view! { <Notice tone=Tone::Plain><p>{text.loading}</p>{long_wait()}</Notice> }.into_any()
            }
            Stage::Failed(fault) => {
                let (said, label) = match fault {
                    PartFault::Signal => (text.signal_lost, text.retry),
                    PartFault::Missing => (text.new_version, text.load_version),
                };
                view! {
                    <Notice tone=Tone::Bad>
                        <p>{said}</p>
                        <Button label weight=Weight::Outlined press=move |()| self.again(fault)/>
                    </Notice>
                }
                .into_any()
            }
        }
    }

    fn is_awaited(self) -> bool {
        // The page may be gone.
        self.awaited.try_get_value() == Some(true)
    }

    fn again(self, fault: PartFault) {
        match fault {
            PartFault::Signal => self.load(),
            PartFault::Missing => self.release.renew_now(),
        }
    }
}

impl PartFault {
    /// What keeps a program or a part from coming, which no loader tells: asks the host whether it has the files of it. `None`:
    /// nothing does now.
    pub async fn find(name: &str) -> Option<Self> {
        for file in program::named(name).filter(|file| file.ends_with(".wasm")) {
            match api::has_program(&file).await {
                Some(true) => {}
                Some(false) => return Some(Self::Missing),
                None => return Some(Self::Signal),
            }
        }
        None
    }
}

/// What `draw` makes of a part once it is here.
pub fn loaded<T: Copy + Send + Sync + 'static>(
    part: &'static Part<T>,
    draw: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    let loading = PartLoading::of(part);
    loading.load();
    watched(move || match loading.stage() {
        Stage::Ready(part) => draw(part),
        _ => view! { <div role="status">{loading.progress()}</div> }.into_any(),
    })
}
