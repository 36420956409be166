//! A phone that dies in the middle of a word, and is turned on again.

use super::{Phone, processes};
use crate::chance::Chance;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::thread::JoinHandle;
use std::time::Duration;

/// What each field held when the page last said that all is kept, by its id.
pub type Saved = BTreeMap<String, String>;

#[derive(Deserialize)]
struct Look {
    numeric: bool,
    kept: Option<Saved>,
}

impl Phone {
    /// The battery falls out in so long, whatever is going on then: the browser ends with everything that it started.
    pub fn dies_in(&self, delay: Duration) -> JoinHandle<()> {
        let browser = self.driver().capabilities().get("goog:processID").unwrap();
        let browser = u32::try_from(browser.as_u64().unwrap()).unwrap();
        std::thread::spawn(move || {
            // This delay waits for nothing: it is the moment of the fall.
            std::thread::sleep(delay);
            processes::kill(browser);
        })
    }

    /// Types a few letters here and a few there until the phone dies. What had been shown as kept by then.
    pub fn types_until_it_dies(&self, chance: &mut Chance) -> Saved {
        let mut saved = Saved::new();
        while let Some(look) = self.look(chance.below(usize::MAX)) {
            saved = look.kept.unwrap_or(saved);
            let letters = if look.numeric { "0123456789" } else { "abcdefghijklmnoprstuwy" };
            let length = 1 + chance.below(4);
            let keys = self.driver().action_chain().send_keys(chance.text(length, letters));
            if self.runtime.block_on(keys.perform()).is_err() {
                break;
            }
        }
        saved
    }

    fn look(&self, turn: usize) -> Option<Look> {
        let script =
            concat!("return ((...given) => {", include_str!("scripts/typing.js"), "})(...arguments);");
        let look = self.runtime.block_on(self.driver().execute(script, [turn.into()])).ok()?;
        Some(serde_json::from_value(look.json().clone()).unwrap())
    }

    /// Turns the phone on: the browser opens with all that the phone keeps.
    pub fn turn_on(&mut self) -> &Self {
        self.hang_up();
        self.driver = Some(self.runtime.block_on(self.browser.session()).unwrap());
        self.resize(360, 640);
        self.is_slower(self.slowness.get())
    }
}
