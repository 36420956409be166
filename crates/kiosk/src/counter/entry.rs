//! What is typed at the counter, the code or one number a screen.

use crate::keypad::Key;
use domain::slip::Kind;
use domain::{Date, RegistrationCode, Sixteen};
use ui::lookup::draft::{By, Draft, Wrong, code_in};
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
    /// Whether it is said that a scanner has read something else.
    pub tells_foreign: bool,
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
        (self.tells_wrong, self.tells_foreign) = (false, false);
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
        (self.tells_wrong, self.tells_foreign) = (false, false);
    }

    /// Takes a code, in the place of all that was typed.
    pub fn take_code(&mut self, code: RegistrationCode) {
        self.draft = Draft::by_code(&code.to_string());
        self.open(Screen::Code);
    }

    /// Takes what a scanner has typed where it belongs: a code, alone or in the link of a receipt or letter; a KK number; a NIK. The
    /// next screen is the one of what is missing. `false` for what is none of these, and for what stands there already.
    pub fn take_scan(&mut self, scan: &str, today: Date) -> bool {
        if let Some(code) = code_in(scan) {
            let before = self.draft.clone();
            self.take_code(code);
            return self.draft != before;
        }
        let Ok(number) = Sixteen::parse(scan) else {
            if self.screen == Screen::Doors {
                self.open(Screen::Code);
            }
            self.tells_foreign = true;
            return false;
        };
        let digits = number.to_string();
        if digits == self.draft.kk || digits == self.draft.nik {
            return false;
        }
        let other = |other: &str| Sixteen::parse(other).map(|other| Kind::of(&other, today));
        let is_nik = match Kind::of(&number, today) {
            Kind::Kk => false,
            Kind::Nik => true,
            // Whichever is not there yet.
            Kind::Either => self.screen == Screen::Nik || other(&self.draft.kk).is_ok(),
        };
        let (field, elsewhere) = if is_nik {
            (&mut self.draft.nik, &mut self.draft.kk)
        } else {
            (&mut self.draft.kk, &mut self.draft.nik)
        };
        let former = std::mem::replace(field, digits);
        // What could have been either was the other number.
        if other(&former) == Ok(Kind::Either) && other(elsewhere).is_err() {
            *elsewhere = former;
        }
        self.draft.code.clear();
        let has_kk = other(&self.draft.kk).is_ok();
        self.open(if has_kk { Screen::Nik } else { Screen::Kk });
        true
    }

    /// The key of a real keyboard by its name (`KeyboardEvent.key`), if it types something on this screen.
    pub fn key(&self, name: &str) -> Option<Key> {
        let mut symbols = name.chars();
        match (name, symbols.next(), symbols.next()) {
            ("Backspace", ..) => Some(Key::Erase),
            ("Delete", ..) => Some(Key::Clear),
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
    }

    #[test]
    fn a_symbol_begins_a_code_and_other_keys_do_not() {
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

    const KK: &str = "3174101001099012"; // recorded in 2009
    const WOMAN: &str = "3174105205809012";
    const EITHER: &str = "3174101205049012"; // a man born in 2004, or a card of that year

    /// What was scanned one after the other from a screen; what then stands in both fields, the screen, and how many scans
    /// changed something.
    fn check_scans(from: Screen, scans: &[&str], expect: (&str, &str, Screen, usize)) {
        let today = Date::parse("2025-03-12").unwrap();
        let mut entry = Entry::default();
        entry.open(from);
        let taken = scans.iter().filter(|scan| entry.take_scan(scan, today)).count();
        let Draft { kk, nik, .. } = &entry.draft;
        assert_eq!((kk.as_str(), nik.as_str(), entry.screen, taken), expect, "{scans:?}");
    }

    #[test]
    fn a_scan_goes_where_it_belongs() {
        use Screen::{Code, Doors, Kk, Nik};
        for from in [Doors, Code, Kk, Nik] {
            check_scans(from, &[KK], (KK, "", Nik, 1));
            check_scans(from, &[WOMAN], ("", WOMAN, Kk, 1));
            check_scans(from, &[KK, WOMAN], (KK, WOMAN, Nik, 2));
            check_scans(from, &[WOMAN, KK], (KK, WOMAN, Nik, 2));
            check_scans(from, &[KK, KK, WOMAN, WOMAN], (KK, WOMAN, Nik, 2));
        }
        check_scans(Doors, &[EITHER, KK], (KK, EITHER, Nik, 2));
        check_scans(Doors, &[KK, EITHER], (KK, EITHER, Nik, 2));
        check_scans(Nik, &[EITHER], ("", EITHER, Kk, 1));
        check_scans(Doors, &[&KK[..15], KK], (KK, "", Nik, 1));
        check_scans(Kk, &["8991102380605"], ("", "", Kk, 0));
    }

    #[test]
    fn a_scan_takes_the_place_of_what_was_touched() {
        let today = Date::parse("2025-03-12").unwrap();
        let mut entry = Entry::default();
        entry.open(Screen::Kk);
        entry.press(Key::Symbol('3'));
        assert!(entry.take_scan(KK, today) && entry.draft.kk == KK);
        let code = RegistrationCode::from_random(*b"0123456789").to_string();
        for scan in [code.clone(), ["https://bansos.contoh.id/cek#", &code].concat()] {
            let mut entry = entry.clone();
            assert!(entry.take_scan(&scan, today));
            assert_eq!(
                (entry.draft.code.replace('-', ""), entry.screen),
                (code.replace('-', ""), Screen::Code)
            );
            assert!(entry.draft.kk.is_empty() && !entry.take_scan(&scan, today));
        }
        assert!(!entry.take_scan("https://warung.example/menu", today) && entry.tells_foreign);
    }
}
