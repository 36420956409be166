//! `manifest.json`: what lies in a publication, by content.

use crate::version::Version;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Every file of a publication but this one, in the [`Signed`](crate::Signed) frame of `manifest.json`: whoever holds two
/// of them knows what changed. The app never asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Manifest {
    /// Version of the document.
    pub version: Version<1>,
    /// The publication that it is of.
    pub serial: u32,
    /// SHA-256 of each file in lower-case hexadecimal, by its path below `/api/v1/`.
    pub files: BTreeMap<String, String>,
}

impl Manifest {
    /// Its name beside `index.json`.
    pub const FILE: &'static str = "manifest.json";
}
