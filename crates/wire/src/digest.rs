//! Digests of public files: whoever trusts the index trusts what it names.

use crate::bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// The first 16 bytes of the SHA-256 of a file. To make another file with the same takes 2^128 tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileDigest([u8; Self::LENGTH]);

impl FileDigest {
    const LENGTH: usize = 16;

    /// From the whole SHA-256 of a file.
    pub fn of_sha256(digest: &[u8; 32]) -> Self {
        let [first, _] = halves(digest);
        Self(first)
    }

    /// The file of `status/` that has this content, by its path below `/api/v1/`.
    pub fn status_file(&self) -> String {
        format!("status/{self}.json")
    }
}

fn halves(digest: &[u8; 32]) -> [[u8; 16]; 2] {
    let (first, second) = digest.split_at(16);
    [first, second].map(|half| half.try_into().unwrap_or_default())
}

/// In lower-case hexadecimal.
impl fmt::Display for FileDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base16ct::lower::encode_string(&self.0))
    }
}

impl Serialize for FileDigest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FileDigest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = base16ct::lower::decode_vec(text).ok().and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or_else(|| serde::de::Error::custom("expected 32 hexadecimal digits"))
    }
}

/// Digests one behind the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Digests(Bytes);

impl Digests {
    /// The digest at a place.
    pub fn get(&self, place: u32) -> Option<FileDigest> {
        let start = usize::try_from(place).ok()?.checked_mul(FileDigest::LENGTH)?;
        let bytes = self.0.0.get(start..)?.first_chunk()?;
        Some(FileDigest(*bytes))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = FileDigest> + '_ {
        let (chunks, _) = self.0.0.as_chunks();
        chunks.iter().copied().map(FileDigest)
    }
}

impl FromIterator<FileDigest> for Digests {
    fn from_iter<T: IntoIterator<Item = FileDigest>>(digests: T) -> Self {
        Self(Bytes(digests.into_iter().flat_map(|digest| digest.0).collect()))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FileDigest {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FileDigest".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9a-f]{32}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_found_by_their_place() {
        let all: Vec<FileDigest> = (0..3).map(|n| FileDigest::of_sha256(&[n; 32])).collect();
        let digests: Digests = all.iter().copied().collect();
        assert_eq!([0, 1, 2, 3].map(|n| digests.get(n)), [Some(all[0]), Some(all[1]), Some(all[2]), None]);
        assert_eq!(digests.iter().collect::<Vec<_>>(), all);
        let json = serde_json::to_string(&all[1]).unwrap();
        assert_eq!(json, format!("\"{}\"", "01".repeat(16)));
        assert_eq!(serde_json::from_str::<FileDigest>(&json).unwrap(), all[1]);
        assert!(serde_json::from_str::<FileDigest>("\"01\"").is_err());
    }
}
