//! Looking at a page as those do who see little, hear it read out, or hold a narrow phone.

use super::Phone;
use crate::settings;
use serde_json::Value;

/// A phone and a screen on a desk.
const SIZES: [(u32, u32); 2] = [(360, 640), (1280, 800)];

impl Phone {
    /// Stops if axe finds a barrier on the page as it stands: narrow and wide, light and dark.
    pub fn assert_open_to_all(&self, place: &str) {
        let axe = std::fs::read_to_string(settings::axe()).unwrap();
        self.script(&format!("if (!window.axe) {{ {axe} }}"), &[]);
        for (width, height) in SIZES {
            self.resize(width, height);
            for scheme in ["light", "dark"] {
                self.scheme(scheme);
                let found = self.script(include_str!("scripts/barriers.js"), &[]);
                assert_eq!(found, Value::Array(Vec::new()), "{place}, {width} px wide, {scheme}: {found:#}");
            }
        }
        self.resize(SIZES[0].0, SIZES[0].1);
    }
}
