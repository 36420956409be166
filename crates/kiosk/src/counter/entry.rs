//! What is typed at the counter, the code or one number a screen.

use crate::keypad::Key;
use ui::lookup::draft::{By, Draft, Wrong};
use ui::lookup::secret::Secret;

/// Where somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// What can be done here.
    #[default]
    Doors,
    /// Types the registration code.
    Code,
    /// Holds the QR code before the camera.
    Scan,
    /// Types the KK number.
    Kk,
    /// Types the NIK.
    Nik,
    /// Looks at the nearest points.
    Points,
}

/// The screen and what has been typed.
#[derive(Clone, Default)]
pub struct Entry {
    /// The screen.
    pub screen: Screen,
    /// What has been typed.
    pub draft: Draft,
    /// Whether what is wrong with it is shown.
    pub tells_wrong: bool,
}

/// What the button below the keys leads to.
#[derive(Clone, Copy)]
pub enum Next {
    /// Stay: something is wrong.
    Stay,
    /// The next screen.
    Turned,
    /// All is typed: look it up.
    LookUp(Secret),
}

impl Entry {
    /// Opens a screen, keeping what was typed.
    pub fn open(&mut self, screen: Screen) {
        self.screen = screen;
        self.tells_wrong = false;
        self.draft.by = if matches!(screen, Screen::Kk | Screen::Nik) { By::Numbers } else { By::Code };
    }

    /// Takes a key; more than fits is not taken.
    pub fn press(&mut self, key: Key) {
        let (field, length) = match self.screen {
            Screen::Kk => (&mut self.draft.kk, 16),
            Screen::Nik => (&mut self.draft.nik, 16),
            Screen::Code => (&mut self.draft.code, 17),
            Screen::Doors | Screen::Scan | Screen::Points => return,
        };
        match key {
            Key::Symbol(symbol) if field.chars().count() < length => field.push(symbol),
            Key::Symbol(_) => {}
            Key::Erase => drop(field.pop()),
            Key::Clear => field.clear(),
        }
        self.tells_wrong = false;
    }

    /// The key of a real keyboard by its name (`KeyboardEvent.key`), if it types something on this screen.
    pub fn key(&self, name: &str) -> Option<Key> {
        let mut symbols = name.chars();
        match (name, symbols.next(), symbols.next()) {
            ("Backspace", ..) => Some(Key::Erase),
            ("Delete", ..) => Some(Key::Clear),
            // A handheld scanner types the whole link; the code stands behind this.
            ("#", ..) if self.screen == Screen::Code => Some(Key::Clear),
            (_, Some(c), None) if c.is_ascii_digit() => Some(Key::Symbol(c)),
            (_, Some(c), None)
                if self.screen == Screen::Code && (c.is_ascii_alphabetic() || "*~$=".contains(c)) =>
            {
                Some(Key::Symbol(c.to_ascii_uppercase()))
            }
            _ => None,
        }
    }

    /// Whether a key of this name begins a code where nothing is typed: a handheld scanner types like a keyboard.
    pub fn begins_code(name: &str) -> bool {
        let entry = Self { screen: Screen::Code, ..Self::default() };
        matches!(entry.key(name), Some(Key::Symbol(_)))
    }

    /// On to what follows.
    pub fn next(&mut self) -> Next {
        match (self.screen, self.draft.secret()) {
            // A KK number that is whole; the NIK follows.
            (Screen::Kk, Ok(_) | Err(Wrong { kk: None, .. })) => {
                self.open(Screen::Nik);
                Next::Turned
            }
            (Screen::Nik | Screen::Code, Ok(secret)) => Next::LookUp(secret),
            _ => {
                self.tells_wrong = true;
                Next::Stay
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types at the counter; `>` is the button below the keys. What then stands on the screen, and how many symbols are
    /// typed in its field.
    fn check(from: Screen, keys: &str, screen: Screen, typed: usize, looks_up: bool) {
        let mut entry = Entry::default();
        entry.open(from);
        let mut last = Next::Stay;
        for key in keys.chars() {
            match key {
                '>' => last = entry.next(),
                '<' => entry.press(Key::Erase),
                '!' => entry.press(Key::Clear),
                key => entry.key(&key.to_string()).into_iter().for_each(|key| entry.press(key)),
            }
        }
        let field = match screen {
            Screen::Kk => &entry.draft.kk,
            Screen::Code => &entry.draft.code,
            _ => &entry.draft.nik,
        };
        assert_eq!((entry.screen, field.len()), (screen, typed), "{keys}");
        assert_eq!(matches!(last, Next::LookUp(_)), looks_up, "{keys}");
    }

    #[test]
    fn one_number_after_the_other() {
        check(Screen::Kk, "3174", Screen::Kk, 4, false);
        check(Screen::Kk, "3174<", Screen::Kk, 3, false);
        check(Screen::Kk, "3174!", Screen::Kk, 0, false);
        check(Screen::Kk, "3174>", Screen::Kk, 4, false);
        check(Screen::Kk, "31741010010990129", Screen::Kk, 16, false);
        check(Screen::Kk, "3174101001099012>", Screen::Nik, 0, false);
        check(Screen::Kk, "3174101001099012>317>", Screen::Nik, 3, false);
        check(Screen::Kk, "3174101001099012>3174105205809012>", Screen::Nik, 16, true);
    }

    #[test]
    fn a_code_by_its_letters() {
        let code = domain::RegistrationCode::from_random(*b"0123456789").to_string().replace('-', "");
        check(Screen::Code, &[code.to_lowercase().as_str(), ">"].concat(), Screen::Code, 17, true);
        check(Screen::Code, "abc>", Screen::Code, 3, false);
        let link = |code: &str| ["https://bansos.contoh.id/cek#", code].concat();
        check(Screen::Code, &link(&code), Screen::Code, 17, false);
        check(Screen::Code, &[&link(&code), ">"].concat(), Screen::Code, 17, true);
        // Scanned a second time, over the first.
        check(Screen::Code, &[&link(&code), &link(&code), ">"].concat(), Screen::Code, 17, true);
    }

    #[test]
    fn a_scanner_begins_a_code_and_other_keys_do_not() {
        for name in ["h", "A", "7", "*"] {
            assert!(Entry::begins_code(name), "{name}");
        }
        for name in ["Shift", "Enter", "Backspace", "Escape", " ", "#", "/"] {
            assert!(!Entry::begins_code(name), "{name}");
        }
    }

    #[test]
    fn a_number_takes_no_letters() {
        let mut entry = Entry::default();
        entry.open(Screen::Kk);
        assert_eq!(entry.key("a"), None);
        assert_eq!(entry.key("F5"), None);
        assert_eq!(entry.key("Backspace"), Some(Key::Erase));
    }
}
