//! The words that the stories are told with: an office and its command, an RT head, a host, a phone.
//!
//! What comes out of `tepat` is read here by other means than `tepat` has, so that one mistake is not made twice.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story that cannot go on stops where it stands"
)]

pub mod settings;
pub mod signing;

pub mod city;
pub mod office;
pub mod publication;
pub mod register;
pub mod sample;
pub mod schema;
pub mod tepat;

pub mod chance;
pub mod device;
pub mod host;
pub mod later;
pub mod made_up;
pub mod meter;
pub mod nginx;
pub mod paper;
pub mod proxy;
pub mod release;
mod request;
pub mod rt;
pub mod s3;
pub mod work_sheet;

pub use chance::Chance;
pub use city::City;
pub use device::Device;
pub use host::Host;
pub use meter::Meter;
pub use nginx::Nginx;
pub use office::Office;
pub use proxy::{Fate, Proxy};
pub use publication::Publication;
pub use register::Register;
pub use release::{Release, Site};
pub use rt::RtHead;
pub use s3::S3;
