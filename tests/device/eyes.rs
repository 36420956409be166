//! Looking at a page as those do who see little, hear it read out, or hold a narrow phone.

use super::Device;
use crate::settings;
use serde_json::Value;

/// A phone, and a screen on a desk.
pub const HANDS: &[(u32, u32)] = &[(360, 640), (1280, 800)];
/// A counter, upright and lying, and a phone all the same.
pub const COUNTERS: &[(u32, u32)] = &[(1080, 1920), (1920, 1080), (360, 640)];

impl Device {
    /// Stops if axe finds a barrier on the page as it stands, in each size, light and dark.
    pub fn assert_open_to_all(&self, sizes: &[(u32, u32)], place: &str) {
        let axe = std::fs::read_to_string(settings::axe()).unwrap();
        self.script(&format!("if (!window.axe) {{ {axe} }}"), &[]);
        for (width, height) in sizes {
            self.resize(*width, *height);
            for scheme in ["light", "dark"] {
                self.scheme(scheme);
                let found = self.script(include_str!("scripts/barriers.js"), &[]);
                assert_eq!(found, Value::Array(Vec::new()), "{place}, {width} px wide, {scheme}: {found:#}");
            }
        }
        self.resize(360, 640);
    }

    /// Stops if something is wider than a screen of 360 px, in letters twice as large.
    pub fn assert_fits_in_large_letters(&self, place: &str) {
        let wide = self.script(include_str!("scripts/large.js"), &[]);
        assert_eq!(wide, Value::Array(Vec::new()), "{place}, in large letters: {wide:#}");
    }
}
