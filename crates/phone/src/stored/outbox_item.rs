//! A sealed list on its way, as it is stored: `public/sw.js` reads and writes it too.

use super::Stored;
use crate::outbox_item::{Address, OutboxItem};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct OutboxItemRecord {
    text: String,
    /// Written by earlier versions alone, as is `authorization`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    authorization: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answer: Option<u16>,
}

impl Stored for OutboxItem {
    type Record = OutboxItemRecord;

    fn to_record(&self) -> OutboxItemRecord {
        let Self { text, answer, in_clear } = self.clone();
        let (url, authorization) = match in_clear {
            Some(Address { url, authorization }) => (Some(url).filter(|url| !url.is_empty()), authorization),
            None => (None, String::new()),
        };
        OutboxItemRecord { text, url, authorization, answer }
    }

    fn from_record(record: OutboxItemRecord) -> Self {
        let OutboxItemRecord { text, url, authorization, answer } = record;
        let is_in_clear = url.is_some() || !authorization.is_empty();
        // Without a drop box there was a password all the same, and nowhere to go with it.
        let in_clear = is_in_clear.then(|| Address { url: url.unwrap_or_default(), authorization });
        Self { text, answer, in_clear }
    }
}
