//! What pages are made of. Each part has a style sheet of the same name, `style/<part>.css`.
#![allow(
    missing_docs,
    unreachable_pub,
    reason = "components make structs of their arguments, public as they are"
)]

pub mod answer;
pub mod bar;
pub mod button;
pub mod choice;
pub mod confirm;
pub mod contacts;
pub mod door;
pub mod facts;
pub mod field;
pub mod footer;
pub mod gradual;
pub mod header;
pub mod icon;
pub mod kelurahan_field;
pub mod live;
pub mod long_wait;
pub mod not_found;
pub mod notice;
pub mod pill;
pub mod point_list;
pub mod publication;
pub mod result;
pub mod scan_button;
pub mod scanner;
pub mod screen;
pub mod sketch;
pub mod slices;
pub mod stepper;
pub mod summary;
pub mod tick;
pub mod timeline;
