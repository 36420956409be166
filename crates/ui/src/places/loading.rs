//! Reading the places, as a page sees it.

use super::Places;
use crate::api::ApiFault;
use crate::slowness::say_if_slow;
use domain::PickupPoint;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How far it has come.
#[derive(Clone)]
pub enum Stage {
    /// Under way.
    Looking,
    /// Under way for so long that it must be said.
    LookingSlowly,
    /// They did not come.
    Failed(ApiFault),
    /// Here they are.
    Ready(Arc<Places>),
}

/// The places of a page. A copy is a handle to the same ones.
#[derive(Clone, Copy)]
pub struct Loading(RwSignal<Stage>);

impl Loading {
    /// Starts reading.
    pub fn start() -> Self {
        let loading = Self(RwSignal::new(Stage::Looking));
        loading.again();
        loading
    }

    /// Reads once more.
    pub fn again(self) {
        let Self(stage) = self;
        stage.set(Stage::Looking);
        say_if_slow(stage, Stage::LookingSlowly, |stage| matches!(stage, Stage::Looking));
        spawn_local(async move {
            let read =
                Places::load().await.map_or_else(Stage::Failed, |places| Stage::Ready(Arc::new(places)));
            // The page may be gone.
            stage.try_set(read);
        });
    }

    /// How far it has come, followed.
    pub fn stage(self) -> Stage {
        self.0.get()
    }

    /// A point by its id, followed; `None` as long as it is not known.
    pub fn point(self, id: &str) -> Option<PickupPoint> {
        self.0.with(|stage| match stage {
            Stage::Ready(places) => places.point(id).cloned(),
            Stage::Looking | Stage::LookingSlowly | Stage::Failed(_) => None,
        })
    }
}
