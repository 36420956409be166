//! A sealed list with its address, in clear: the service worker sends it without anybody's key.

use crate::api::drop_box::Sender;
use phone::{Attempt, ListVersion};
use serde::{Deserialize, Serialize};

/// What `public/sw.js` reads. The text is sealed to the offices; the authorization puts files into the drop box and
/// reads nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxItem {
    /// The sealed list.
    pub text: String,
    /// Where it goes; absent without a drop box.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// How HTTP wants name and password.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    authorization: String,
    /// The last HTTP status that the service worker got for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answer: Option<u16>,
}

impl OutboxItem {
    /// Addresses a list: to a folder of the drop box, ending in `/`, where there is one.
    pub fn new(version: &ListVersion, sender: &Sender, folder: Option<&str>) -> Self {
        Self {
            text: version.text.clone(),
            url: folder.map(|folder| [folder, &version.file].concat()),
            authorization: sender.authorization(),
            answer: None,
        }
    }

    /// Notes on a list what became of it while no page was open.
    pub fn tell(self, version: &mut ListVersion) {
        version.text = self.text;
        if let Some(status) = self.answer {
            version.note(Attempt::Answer(status));
        }
    }
}
