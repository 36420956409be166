//! What of the session comes with a part of the program: none of it is needed to begin a register, and a family in it.
#![allow(unsafe_code, reason = "what `wasm_split` expands to")]

use super::FieldSession;
use crate::offline;
use crate::store::{Loaded, RegisterStore};
use futures::future::LocalBoxFuture;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use phone::{Family, RestoreFault, StoreFault, UnlockFault};
use ui::part_loading::Part;
use wire::Enrolment;

/// What comes of something in time.
type Later<T> = LocalBoxFuture<'static, T>;

/// What comes of reading or writing in time.
type Kept<T> = Later<Result<T, StoreFault>>;

/// What is done with a register as a whole.
#[derive(Clone, Copy)]
pub(super) struct Whole {
    /// [`RegisterStore::load`].
    pub(super) load: fn(RegisterStore) -> Kept<Option<Loaded>>,
    /// [`RegisterStore::join_families`].
    pub(super) join: fn(RegisterStore, Vec<Family>) -> Kept<Vec<Family>>,
    /// [`FieldSession::renew`].
    pub(super) renew: fn(FieldSession, Enrolment) -> Later<Result<(), UnlockFault>>,
    /// [`FieldSession::sync_now`].
    pub(super) sync: fn(FieldSession) -> Later<()>,
    /// [`FieldSession::save_backup`].
    pub(super) save_backup: fn(FieldSession) -> Later<Result<(), RestoreFault>>,
}

/// Comes with the pages of the register.
pub(super) static WHOLE: Part<Whole> = Part { name: offline::REGISTER, load: || Box::pin(load_whole()) };

#[wasm_split(register, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_whole() -> Result<Whole, SplitLoaderError> {
    Ok(Whole {
        load: |store| Box::pin(async move { store.load().await }),
        join: |store, families| Box::pin(async move { store.join_families(families).await }),
        renew: |session, enrolment| Box::pin(session.renew(enrolment)),
        sync: |session| Box::pin(session.sync_now()),
        save_backup: |session| Box::pin(session.save_backup()),
    })
}
