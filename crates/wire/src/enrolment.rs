//! What the link holds that makes a phone the phone of an RT or RW. It stands behind the `#` of the link: no server sees it.

use crate::bytes::Bytes;
use crate::index::OfficeKey;
use crate::version::Version;
use domain::{AreaCode, Rt, Rw};
use serde::{Deserialize, Serialize};

/// The secret of an RT, and whom it trusts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// Version of the document.
    #[serde(rename = "v")]
    pub version: Version<1>,
    /// Kelurahan.
    #[serde(rename = "a")]
    pub area: AreaCode,
    /// Name of the kelurahan.
    #[serde(rename = "n")]
    pub area_name: String,
    /// The RT; absent for the head of an RW, who is enrolled for all RT of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rt: Option<Rt>,
    /// Its RW.
    pub rw: Rw,
    /// 32 random bytes: the key pair and the password of the drop box come from it.
    #[serde(rename = "s")]
    pub seed: Bytes,
    /// The offices that lists are sealed to. They come with the link, so that trust never rests on the host.
    #[serde(rename = "o")]
    pub offices: Vec<OfficeKey>,
    /// Path of the drop box, ending in `/`; absent where lists travel as files.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub drop_box: Option<String>,
}

/// Hidden: it holds the seed.
impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Enrolment({} {:?}/{})", self.area, self.rt, self.rw)
    }
}
