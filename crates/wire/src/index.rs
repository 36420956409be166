//! `index.json`: what a reader must know first.

use crate::bytes::Bytes;
use crate::digest::{Digests, FileDigest};
use crate::version::Version;
use domain::{AreaCode, Code, Coded};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The entry of the API: the document in the [`Signed`](crate::Signed) frame of `index.json`. What it names by its digest
/// is as good as signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Index {
    /// Version of the API.
    pub version: Version<1>,
    /// Counts publications; every file of one publication that can change carries it.
    pub serial: u32,
    /// Local time of Jakarta, `2021-03-12T06:00`.
    pub published_at: String,
    /// Likewise: a reader whose clock is past this says that the data are old.
    pub fresh_until: String,
    /// The aid.
    pub programme: Programme,
    /// How a status is looked up.
    pub lookup: LookupParams,
    /// The files in which it is looked up.
    pub status: StatusTree,
    /// The other public files, by their names beside this one.
    pub files: BTreeMap<String, FileDigest>,
    /// The key that the office will sign with next: an uncompressed point on P-256, 65 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_key: Option<Bytes>,
    /// Public keys of the offices that lists are sealed to.
    pub offices: Vec<OfficeKey>,
    /// Path or address of the drop box, ending in `/`; absent where lists travel as files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drop_box: Option<String>,
    /// Whom to ask.
    pub contacts: Vec<Contact>,
    /// Made-up data: say so on every page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// The aid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Programme {
    /// Its name.
    pub name: String,
    /// Rupiah a month for each family.
    pub rupiah_a_month: u32,
    /// The phase that runs.
    pub tahap: u16,
}

/// Parameters of the look-up, scheme 2: Argon2id (RFC 9106) and the number of the buckets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LookupParams {
    /// How records are found and sealed.
    pub scheme: Version<2>,
    /// Salt of the programme.
    pub salt: Bytes,
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
    /// So many buckets are found by the KK number; they come first.
    pub pair_buckets: u32,
    /// So many by the registration code; they come behind those.
    pub code_buckets: u32,
    /// What KK number and NIK open.
    pub pair: Code<PairView>,
}

/// What is told to whoever knows KK number and NIK, for which both have leaked many times. The code opens everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PairView {
    /// Everything but the officer's own words.
    #[default]
    Full,
    /// Where the family stands, the next step and the invitation.
    Brief,
}

impl Coded for PairView {
    const NAME: &'static str = "PairView";
    const ALL: &'static [Self] = &[Self::Full, Self::Brief];

    fn code(self) -> &'static str {
        match self {
            Self::Full => "penuh",
            Self::Brief => "ringkas",
        }
    }
}

/// Two levels of digests: the index names groups, a group names buckets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatusTree {
    /// So many buckets are in a group; fewer in the last.
    pub group_size: u32,
    /// The names of the groups' files in `status/`.
    pub groups: Digests,
}

impl StatusTree {
    /// The group of a bucket and the bucket's place in it; `None` if there is no such group.
    pub fn group_of(&self, bucket: u32) -> Option<(FileDigest, u32)> {
        let group = bucket.checked_div(self.group_size)?;
        Some((self.groups.get(group)?, bucket.checked_rem(self.group_size)?))
    }
}

/// Who holds a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeKind {
    /// Dinas Sosial.
    Dinas,
    /// An office of a kelurahan.
    Kelurahan,
    /// A second key of Dinas Sosial, kept elsewhere: it opens what the first, if it is lost, no longer does.
    Recovery,
}

impl Coded for OfficeKind {
    const NAME: &'static str = "OfficeKind";
    const ALL: &'static [Self] = &[Self::Dinas, Self::Kelurahan, Self::Recovery];

    fn code(self) -> &'static str {
        match self {
            Self::Dinas => "dinas",
            Self::Kelurahan => "kelurahan",
            Self::Recovery => "pemulihan",
        }
    }
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfficeKey {
    /// Whose.
    pub kind: Code<OfficeKind>,
    /// For a kelurahan: which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaCode>,
    /// X25519, 32 bytes.
    pub public_key: Bytes,
}

/// Whom to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// Who answers.
    pub name: String,
    /// A telephone number, as dialled.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// In words: hours, place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
