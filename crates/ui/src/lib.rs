//! What the programs of the app are made of.
//!
//! Each program (`src/` for residents, `crates/field` for heads of RT and RW, `crates/kiosk` for the counter) links of this
//! what it uses. `route` says where one can be, `part` what pages are made of, `text` what more than one program says, and
//! `browser` is the only door to the browser.

pub mod frame;
pub mod part_loading;
pub mod release;
pub mod route;
pub mod session;

pub mod part;
pub mod text;

pub mod calendar;
pub mod host_clock;
pub mod kelurahan;
pub mod lookup;
pub mod next_step;
pub mod places;
pub mod search;
pub mod settings;
pub mod sketch;
mod slowness;
pub mod status_tone;
pub mod stretch;
pub mod tone;

pub mod api;
pub mod browser;
pub mod trust;
pub mod worker;
