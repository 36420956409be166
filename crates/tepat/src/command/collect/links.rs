//! How much came by each link: a stolen one, or a phone that repeats itself, can flood the office.

use office::collection::OpenedEnvelope;
use serde::Serialize;
use std::collections::BTreeMap;

/// More lists in one run than a head of an RT sends in weeks, and more bytes than ten of the largest have.
const ENVELOPES: usize = 50;
const BYTES: usize = 40 * 1024 * 1024;

/// What came by each link in this run.
#[derive(Default)]
pub(super) struct Links(BTreeMap<String, OverQuota>);

/// A link by which more came than one head sends.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OverQuota {
    /// Its id, for `tepat enrol revoke`.
    pub(super) link: String,
    /// Whose it is.
    pub(super) by: String,
    pub(super) envelopes: usize,
    pub(super) bytes: usize,
}

impl Links {
    /// Counts an envelope that is proven to be of its sender.
    pub(super) fn sent(&mut self, envelope: &OpenedEnvelope, bytes: usize) {
        let (link, by) = envelope.sender();
        let Self(links) = self;
        let new = || OverQuota { link: link.to_owned(), by: by.to_string(), envelopes: 0, bytes: 0 };
        let sent = links.entry(link.to_owned()).or_insert_with(new);
        sent.envelopes += 1;
        sent.bytes += bytes;
    }

    /// The links over their quota.
    pub(super) fn over_quota(self) -> Vec<OverQuota> {
        let Self(links) = self;
        links.into_values().filter(|sent| sent.envelopes > ENVELOPES || sent.bytes > BYTES).collect()
    }
}
