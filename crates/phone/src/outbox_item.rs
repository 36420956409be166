//! A sealed list with its address, in clear: the service worker sends it without anybody's key.

use crate::list_version::{Attempt, ListVersion};

/// What `public/sw.js` reads. The text is sealed to the offices; the authorization puts files into the drop box and
/// reads nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct OutboxItem {
    /// The sealed list.
    pub text: String,
    /// Where it goes; absent without a drop box.
    pub url: Option<String>,
    /// How HTTP wants name and password.
    pub authorization: String,
    /// The last HTTP status that the service worker got for it.
    pub answer: Option<u16>,
}

/// Hidden: it holds the password of the drop box.
impl std::fmt::Debug for OutboxItem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OutboxItem({:?}, {:?})", self.url, self.answer)
    }
}

impl OutboxItem {
    /// Addresses a list: to a folder of the drop box, ending in `/`, where there is one.
    pub fn new(version: &ListVersion, authorization: String, folder: Option<&str>) -> Self {
        Self {
            text: version.text.clone(),
            url: folder.map(|folder| [folder, &version.file].concat()),
            authorization,
            answer: None,
        }
    }

    /// Gives a list its text back, and what became of it while no page was open.
    pub fn apply_to(self, version: &mut ListVersion) {
        version.text = self.text;
        if let Some(status) = self.answer {
            version.note(Attempt::Answer(status));
        }
    }
}
