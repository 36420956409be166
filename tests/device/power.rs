//! A phone that dies in the middle of a word, and is turned on again.

use super::Device;
use super::processes::{self, Slowed};
use crate::chance::Chance;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::thread::JoinHandle;
use std::time::Duration;
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

/// What each control of a form holds, by its id, or by the name of its group.
pub type Held = BTreeMap<String, String>;

/// What somebody did until the phone died.
#[derive(Debug, Default)]
pub struct Used {
    /// What the controls held when the page last said that all is kept.
    pub kept: Held,
    /// Where something was typed since then.
    pub typed: BTreeSet<String>,
    /// What was ticked or chosen since then.
    pub turned: BTreeSet<String>,
    /// Ticks and choices that were shown as kept.
    pub turns: usize,
}

#[derive(Deserialize)]
struct Look {
    name: String,
    #[serde(rename = "use")]
    way: Way,
    kept: Option<Held>,
}

/// How a control is used.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Way {
    Digits,
    Letters,
    Tap,
    List,
}

impl Used {
    /// What was shown as kept, and is not there. What was done afterwards may be there or not.
    pub fn lost(&self, now: &Held) -> Vec<String> {
        let is_there = |name: &String, value: &String| match now.get(name) {
            Some(now) if self.typed.contains(name) => now.starts_with(value),
            Some(now) => now == value || self.turned.contains(name),
            None => self.turned.contains(&asked_after(name)),
        };
        let lost = self.kept.iter().filter(|(name, value)| !is_there(name, value));
        lost.map(|(name, value)| format!("{name} was “{value}” and is {:?}", now.get(name))).collect()
    }

    fn note(&mut self, look: &Look) {
        if let Some(kept) = &look.kept {
            self.turns += std::mem::take(&mut self.turned).len();
            self.typed.clear();
            self.kept.clone_from(kept);
        }
        let since =
            if matches!(look.way, Way::Digits | Way::Letters) { &mut self.typed } else { &mut self.turned };
        since.insert(look.name.clone());
    }
}

/// The control whose answer says whether this one is shown: who has no number is not asked for it, nor who is disabled where
/// nobody is.
fn asked_after(name: &str) -> String {
    if name.starts_with("penyandang-disabilitas-") {
        "disabilitas".to_owned()
    } else {
        ["tanpa-", name].concat()
    }
}

impl Device {
    /// The battery falls out in so long, whatever is going on then: the browser ends with everything that it started.
    pub fn dies_in(&self, delay: Duration) -> JoinHandle<()> {
        let browser = self.process();
        std::thread::spawn(move || {
            // This delay waits for nothing: it is the moment of the fall.
            std::thread::sleep(delay);
            processes::kill(browser);
        })
    }

    /// Everything on the phone is so many times slower than here, workers too, until what is returned is dropped.
    pub fn slows_down(&self, times: u32) -> Slowed {
        Slowed::start(self.process(), times)
    }

    /// The browser.
    fn process(&self) -> u32 {
        let process = self.driver().capabilities().get("goog:processID").unwrap();
        u32::try_from(process.as_u64().unwrap()).unwrap()
    }

    /// Types a few letters here, ticks and chooses there, so many times, and each time once the page says that all is kept.
    pub fn is_used(&self, times: usize, chance: &mut Chance) -> Used {
        let mut used = Used::default();
        for _ in 0..times {
            let look = self.until("that all is kept", || {
                self.takes_in_hand(chance.below(usize::MAX)).filter(|look| look.kept.is_some())
            });
            used.note(&look);
            self.uses(look.way, chance).unwrap();
        }
        used
    }

    /// Goes on until the phone dies.
    pub fn is_used_until_it_dies(&self, mut used: Used, chance: &mut Chance) -> Used {
        while let Some(look) = self.takes_in_hand(chance.below(usize::MAX)) {
            used.note(&look);
            if self.uses(look.way, chance).is_err() {
                break;
            }
        }
        used
    }

    /// Uses the control that is in hand.
    fn uses(&self, way: Way, chance: &mut Chance) -> WebDriverResult<()> {
        let length = 1 + chance.below(4);
        let keys = match way {
            Way::Digits => chance.text(length, "0123456789"),
            Way::Letters => chance.text(length, "abcdefghijklmnoprstuwy"),
            Way::Tap => " ".to_owned(),
            Way::List => chance.one_of(&[Key::Down.value(), Key::Up.value()]).to_string(),
        };
        self.runtime.block_on(self.driver().action_chain().send_keys(keys).perform())
    }

    /// Presses a button, and looks at the page until the phone dies; whether a heading that begins so was seen by then.
    pub fn shows_before_it_dies(&self, button: &str, heading: &str) -> bool {
        let script = "const [name] = arguments;
            [...document.querySelectorAll('main button')].find(({ innerText }) => innerText === name)?.click();
            return document.querySelector('h1').innerText;";
        let mut shown = false;
        let mut given = button;
        while let Ok(title) = self.runtime.block_on(self.driver().execute(script, [given.into()])) {
            shown |= title.json().as_str().unwrap().starts_with(heading);
            given = "";
        }
        shown
    }

    /// What the controls of the form hold.
    pub fn held(&self) -> Held {
        let script = concat!(include_str!("scripts/held.js"), "return held;");
        serde_json::from_value(self.script(script, &[])).unwrap()
    }

    fn takes_in_hand(&self, turn: usize) -> Option<Look> {
        let script = concat!(
            "return ((...given) => {",
            include_str!("scripts/held.js"),
            include_str!("scripts/hand.js"),
            "})(...arguments);"
        );
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
