//! A handheld scanner types like a keyboard: it is known by its speed.

/// No hand types two keys within so many milliseconds, time and again; a scanner takes 1 to 30 for each.
const QUICK_MS: f64 = 50.0;
/// Its Enter may come a little later. Where it sends none, a scan is over after so long.
pub const END_MS: u16 = 250;
/// So many quick keys in a row are no chance.
const LEAST: usize = 5;

/// The keys that came one right after the other.
#[derive(Clone, Default)]
pub struct Burst {
    text: String,
    last_ms: f64,
}

/// What a key is part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Of what somebody types.
    Key,
    /// Of a scan that is under way.
    Scanning,
    /// The end of a scan of this text.
    Scan(String),
}

impl Burst {
    /// Whether a key is the first of what may become a scan.
    pub fn begins(&self, name: &str, at_ms: f64) -> bool {
        name.chars().count() == 1 && (self.text.is_empty() || at_ms - self.last_ms > QUICK_MS)
    }

    /// Takes a key by its name (`KeyboardEvent.key`), pressed so many milliseconds after some moment.
    pub fn press(&mut self, name: &str, at_ms: f64) -> Heard {
        // A scanner holds one of these for some symbols.
        if matches!(name, "Shift" | "Alt" | "AltGraph" | "Control" | "CapsLock") {
            return Heard::Key;
        }
        let since = at_ms - self.last_ms;
        self.last_ms = at_ms;
        let is_scan = self.text.chars().count() >= LEAST;
        let mut symbols = name.chars();
        match (name, symbols.next(), symbols.next()) {
            ("Enter" | "Tab", ..) if is_scan && since <= f64::from(END_MS) => {
                return Heard::Scan(std::mem::take(&mut self.text));
            }
            (_, Some(symbol), None) => {
                if since > QUICK_MS {
                    self.text.clear();
                }
                self.text.push(symbol);
            }
            _ => self.text.clear(),
        }
        if self.text.chars().count() >= LEAST { Heard::Scanning } else { Heard::Key }
    }

    /// What was scanned, where its last key was the one of this moment and no Enter followed.
    pub fn end(&mut self, at_ms: f64) -> Option<String> {
        (self.last_ms <= at_ms && self.text.chars().count() >= LEAST).then(|| std::mem::take(&mut self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Presses the keys of a text so many milliseconds apart, then Enter after a while; what is heard at last.
    fn check(text: &str, apart_ms: f64, enter_after_ms: f64, expect: &Heard) {
        let mut burst = Burst::default();
        let mut at = 1000.0;
        for key in text.chars() {
            at += apart_ms;
            burst.press(&key.to_string(), at);
        }
        assert_eq!(burst.press("Enter", at + enter_after_ms), *expect, "{text}, {apart_ms} ms apart");
    }

    #[test]
    fn a_scan_is_known_by_its_speed() {
        let scan = |text: &str| Heard::Scan(text.to_owned());
        check("3174101001099012", 5.0, 5.0, &scan("3174101001099012"));
        check("3174101001099012", 30.0, 200.0, &scan("3174101001099012"));
        check("3174101001099012", 90.0, 90.0, &Heard::Key);
        check("3174101001099012", 5.0, 2000.0, &Heard::Key);
        check("317", 5.0, 5.0, &Heard::Key);
        check("", 5.0, 5.0, &Heard::Key);
    }

    #[test]
    fn a_scanner_that_sends_no_enter_ends_by_its_silence() {
        let mut burst = Burst::default();
        for (at, key) in (0..).zip("3174101001099012".chars()) {
            burst.press(&key.to_string(), 100.0 + f64::from(at) * 5.0);
            assert_eq!(burst.end(50.0), None);
        }
        assert_eq!(burst.end(170.0), None);
        assert_eq!(burst.end(175.0).as_deref(), Some("3174101001099012"));
        assert_eq!(burst.end(175.0), None);
    }

    #[test]
    fn what_was_typed_before_is_no_part_of_it() {
        let mut burst = Burst::default();
        burst.press("9", 0.0);
        for (at, key) in (0..).zip("ABCDEF".chars()) {
            burst.press("Shift", 500.0 + f64::from(at) * 8.0);
            burst.press(&key.to_string(), 501.0 + f64::from(at) * 8.0);
        }
        assert_eq!(burst.press("Enter", 560.0), Heard::Scan("ABCDEF".into()));
        // Nothing is left for the next one.
        assert_eq!(burst.press("Enter", 561.0), Heard::Key);
    }
}
