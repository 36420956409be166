//! Tepat: the portal of Jakarta's cash aid. The app that residents, heads of RT and kiosks open.
//!
//! It is five programs in one frame, so that each visit downloads what it uses and no more: `public/boot.js` starts the
//! one that a page belongs to. `route` says where one can be, `page` what is there, `part` what pages are made of, `text`
//! all that is said, and `browser` is the only door to the browser.
#![allow(unreachable_pub, reason = "the programs export nothing: `pub` says that other modules use it")]

mod api;
mod app;
mod browser;
mod calendar;
mod field_session;
mod import;
mod kelurahan;
mod lookup;
mod next_step;
mod page;
mod part;
mod places;
mod program;
mod route;
mod search;
mod session;
mod sheets;
mod sketch;
mod store;
mod text;
mod worker;

pub use program::{answer, field, guide, kiosk, portal};
