//! A sealed list on its way, in clear: the service worker sends it without anybody's key.

use crate::list_version::{Attempt, ListVersion};

/// What `public/sw.js` reads. The text is sealed to the offices. Where it goes, and the password that it goes with, the
/// service worker has from an [`Address`], which stands in clear nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct OutboxItem {
    /// The sealed list.
    pub text: String,
    /// The last HTTP status that the service worker got for it.
    pub answer: Option<u16>,
    /// Earlier versions kept it here, in clear.
    pub in_clear: Option<Address>,
}

/// Where a list goes, and with what.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    /// Its address in the drop box.
    pub url: String,
    /// How HTTP wants name and password.
    pub authorization: String,
}

/// Hidden: it may hold the password of the drop box.
impl std::fmt::Debug for OutboxItem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OutboxItem({:?})", self.answer)
    }
}

/// Hidden: it holds the password of the drop box.
impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Address({})", self.url)
    }
}

impl OutboxItem {
    /// Of a list that was just sealed.
    pub fn new(version: &ListVersion) -> Self {
        Self { text: version.text.clone(), answer: None, in_clear: None }
    }

    /// Gives a list its text back, and what became of it while no page was open.
    pub fn apply_to(self, version: &mut ListVersion) {
        version.text = self.text;
        if let Some(status) = self.answer {
            version.note(Attempt::Answer(status));
        }
    }
}

impl Address {
    /// As `public/sw.js` reads it.
    pub fn to_json(&self) -> String {
        serde_json::json!({ "url": self.url, "authorization": self.authorization }).to_string()
    }
}
