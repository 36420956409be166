//! A whole workspace in one locked file, and a workspace from it.
//!
//! Inside of age's encryption ([`crate::age_file`]) is a tar whose first file, `manifest.json`, names every other with its
//! size and SHA-256. So `age -d FILE | tar x` saves what is in it also where this program is not at hand.

mod making;
mod manifest;
mod restoring;

pub use making::make;
pub use manifest::Manifest;
pub use restoring::restore;

#[cfg(test)]
mod tests;
