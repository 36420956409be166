//! A sealed list with its address, as it is stored: `public/sw.js` reads and writes it too.

use super::Stored;
use crate::outbox_item::OutboxItem;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct OutboxItemRecord {
    text: String,
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
        let Self { text, url, authorization, answer } = self.clone();
        OutboxItemRecord { text, url, authorization, answer }
    }

    fn from_record(record: OutboxItemRecord) -> Self {
        let OutboxItemRecord { text, url, authorization, answer } = record;
        Self { text, url, authorization, answer }
    }
}
