//! What people do with Tepat, from the list of an RT head to the answer on a resident's phone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story that cannot go on stops where it stands"
)]

mod fixtures;
mod listing;
mod town;

mod browser;
mod long;
mod pipeline;
