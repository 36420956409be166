//! A look-up as a page sees it. Shared by `/cek` and the counter.

use crate::lookup::secret::Secret;
use crate::lookup::{Found, Here, LookupFault, look_up};
use crate::part_loading::PartFault;
use crate::places::{Origin, points};
use crate::release::{Release, release};
use crate::slowness::say_if_slow;
use crate::stretch;
use domain::PickupPoint;
use futures::future::join;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wire::{Index, StatusRecord};

/// How far it has come.
#[derive(Clone)]
pub enum Stage {
    /// Somebody types.
    Asking,
    /// Under way.
    Looking,
    /// Under way for so long that it must be said.
    LookingSlowly,
    /// No answer.
    Failed(LookupFault),
    /// The family is listed.
    Found(Arc<Listed>),
    /// It is not.
    NotFound(Arc<Unlisted>),
}

/// What is shown of a listed family.
pub struct Listed {
    /// Its record.
    pub record: StatusRecord,
    /// The publication that it is from.
    pub index: Index,
    /// The distribution points; without them the record still says a lot.
    pub points: Option<Vec<PickupPoint>>,
}

/// What is shown where nothing was found.
pub struct Unlisted {
    /// What was asked with, so that it can be compared with the card.
    pub secret: Secret,
    /// The publication that was asked.
    pub index: Index,
}

/// The look-up of a page, one at a time. A copy is a handle to the same one.
#[derive(Clone, Copy)]
pub struct Search {
    stage: RwSignal<Stage>,
    /// Counts the questions: an answer to one that has been wiped since is not shown.
    round: StoredValue<u32>,
    release: Release,
}

impl Default for Search {
    /// Nothing asked yet.
    fn default() -> Self {
        Self { stage: RwSignal::new(Stage::Asking), round: StoredValue::new(0), release: release() }
    }
}

impl Search {
    /// How far it has come, followed.
    pub fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Whether it is under way, followed.
    pub fn is_looking(self) -> bool {
        matches!(*self.stage.read(), Stage::Looking | Stage::LookingSlowly)
    }

    /// Whether there is an answer to show, followed.
    pub fn is_answered(self) -> bool {
        matches!(*self.stage.read(), Stage::Found(_) | Stage::NotFound(_))
    }

    /// Asks.
    pub fn start(self, secret: Secret) {
        let round = self.next_round();
        self.stage.set(Stage::Looking);
        say_if_slow(self.stage, Stage::LookingSlowly, move |stage| {
            self.is_round(round) && matches!(stage, Stage::Looking)
        });
        spawn_local(async move {
            let (mut outcome, points) = join(look_up(&Here, secret), points()).await;
            if matches!(outcome, Err(LookupFault::Device)) {
                match PartFault::find(stretch::PROGRAM).await {
                    // The page is on its way to the newer version.
                    Some(PartFault::Missing) if self.release.renew() => return,
                    Some(PartFault::Signal) => outcome = Err(LookupFault::Network),
                    Some(PartFault::Missing) | None => {}
                }
            }
            if self.is_round(round) {
                self.stage.set(Stage::of(outcome, points.ok(), secret));
            }
        });
    }

    /// Back to the question; what was found is shown no more.
    pub fn ask_again(self) {
        self.next_round();
        self.stage.set(Stage::Asking);
    }

    /// Forgets everything, the memory of the worker included.
    pub fn wipe(self) {
        self.ask_again();
        stretch::stop();
    }

    fn next_round(self) -> u32 {
        self.round.update_value(|round| *round = round.wrapping_add(1));
        self.round.get_value()
    }

    /// Whether this is still the question. No longer, too, once the page is gone.
    fn is_round(self, round: u32) -> bool {
        self.round.try_get_value() == Some(round)
    }
}

impl Listed {
    /// The distribution point with this id.
    pub fn point(&self, id: &str) -> Option<&PickupPoint> {
        self.points.as_ref()?.iter().find(|point| point.id == id)
    }

    /// Where the family lives, as far as distances go. `None` if nobody knows where its kelurahan is.
    pub fn home(&self) -> Option<Origin> {
        Origin::of(self.record.kelurahan())
    }
}

impl Stage {
    fn of(outcome: Result<Found, LookupFault>, points: Option<Vec<PickupPoint>>, secret: Secret) -> Self {
        match outcome {
            Ok(Found { index, record: Some(record) }) => {
                Self::Found(Arc::new(Listed { record: *record, index, points }))
            }
            Ok(Found { index, record: None }) => Self::NotFound(Arc::new(Unlisted { secret, index })),
            Err(fault) => Self::Failed(fault),
        }
    }
}
