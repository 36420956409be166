//! Whom families may ask, as every publication says it.

use crate::fault::{BROKEN_RECORD, During as _, Fault, Result};
use crate::register::{Act, Register};
use serde::{Deserialize, Serialize};

const CONTACTS: &str = "contacts";

/// Somebody who answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Who.
    pub name: String,
    /// A telephone number, as dialled; empty: none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// In words: hours, place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// All of them, in the order in which they are shown.
pub fn contacts(register: &Register) -> Result<Vec<Contact>> {
    let Some(json) = register.get(CONTACTS)? else { return Ok(Vec::new()) };
    serde_json::from_str(&json).map_err(|_| {
        Fault::new(
            BROKEN_RECORD,
            "Kontak di setelan tidak dapat dibaca.",
            "Tulis lagi dengan `tepat settings --contact`.",
        )
    })
}

/// Puts these in the place of all that there were.
pub fn change_contacts(register: &Register, contacts: &[Contact], by: &str) -> Result<()> {
    let json = serde_json::to_string(contacts).during("menyimpan kontak")?;
    register.set(CONTACTS, &json)?;
    register.act(None, Act::Set { by: by.to_owned(), setting: CONTACTS.to_owned(), value: json })
}
