//! How an office works: settings that are decided once, and that the trail names when they change.

use crate::fault::Result;
use crate::register::{Act, Register};
use serde::Serialize;

const SECOND_PERSON: &str = "second-person";
const MANY_NEW: &str = "many-new";
/// An RT has some 35 aided families (domain.md): a second wave of more than half of them is worth a call.
const USUALLY_MANY: u32 = 20;

/// So many families of other RT a head may list without anybody asking: families move, and cards are misread.
const USUALLY_CONTESTED: u32 = 10;
const MANY_CONTESTED: &str = "many-contested";

/// How an office works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Whether nobody comes onto the final list before a second person has confirmed it.
    pub second_person: bool,
    /// A list that names more new families of an RT than this, and more than half of those that the RT has, is held.
    pub many_new: u32,
    /// A list is held by which its sender has listed more families of other RT than this, of three RT or more.
    pub many_contested: u32,
}

impl Settings {
    /// Reads them.
    pub fn of(register: &Register) -> Result<Self> {
        let many_new = register.get(MANY_NEW)?.and_then(|text| text.parse().ok());
        let many_contested = register.get(MANY_CONTESTED)?.and_then(|text| text.parse().ok());
        Ok(Self {
            second_person: register.number(SECOND_PERSON)? > 0,
            many_new: many_new.unwrap_or(USUALLY_MANY),
            many_contested: many_contested.unwrap_or(USUALLY_CONTESTED),
        })
    }

    /// Changes what is another in these.
    pub fn change(self, register: &Register, by: &str) -> Result<()> {
        let before = Self::of(register)?;
        let changes = [
            (SECOND_PERSON, u32::from(before.second_person), u32::from(self.second_person)),
            (MANY_NEW, before.many_new, self.many_new),
            (MANY_CONTESTED, before.many_contested, self.many_contested),
        ];
        for (setting, _, value) in changes.into_iter().filter(|(_, before, after)| before != after) {
            register.set(setting, &value.to_string())?;
            let (by, setting, value) = (by.to_owned(), setting.to_owned(), value.to_string());
            register.act(None, Act::Set { by, setting, value })?;
        }
        Ok(())
    }
}
