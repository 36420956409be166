//! The list under the field: what it offers, and which of them the arrow keys are on.

use crate::kelurahan::Kelurahan;

/// The list. Closed, it offers nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Listing {
    offered: Vec<Kelurahan>,
    active: Option<usize>,
    is_open: bool,
}

/// What a key did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// It moved within the list, or closed it.
    Moved,
    /// It chose.
    Chose(Kelurahan),
}

impl Listing {
    /// A list that has just been offered.
    pub(super) fn open(offered: Vec<Kelurahan>) -> Self {
        Self { offered, active: None, is_open: true }
    }

    /// Offers nothing any more.
    pub(super) fn close(&mut self) {
        *self = Self::default();
    }

    /// Whether somebody is searching.
    pub(super) fn is_open(&self) -> bool {
        self.is_open
    }

    /// What is offered.
    pub(super) fn offered(&self) -> &[Kelurahan] {
        &self.offered
    }

    /// The one that the arrow keys are on.
    pub(super) fn active(&self) -> Option<usize> {
        self.active
    }

    /// Takes a key by its name (`KeyboardEvent.key`); `None`: the key is the field's own. Enter takes the first where the
    /// arrow keys have chosen none.
    pub(super) fn press(&mut self, key: &str) -> Option<Pressed> {
        let last = self.offered.len().checked_sub(1)?;
        self.active = match key {
            "ArrowDown" => Some(self.active.map_or(0, |at| if at < last { at + 1 } else { 0 })),
            "ArrowUp" => Some(self.active.map_or(last, |at| at.checked_sub(1).unwrap_or(last))),
            "Enter" => return self.offered.get(self.active.unwrap_or(0)).cloned().map(Pressed::Chose),
            "Escape" => {
                self.close();
                None
            }
            _ => return None,
        };
        Some(Pressed::Moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::AreaCode;

    fn kelurahan(name: &str) -> Kelurahan {
        let code = AreaCode::parse("31.74.10.1001").unwrap();
        Kelurahan { code, name: name.into(), kecamatan: "Pesanggrahan".into() }
    }

    /// Presses `keys` on a list of three; the chosen one, or else where the arrow keys are.
    fn check(keys: &[&str], chosen: Option<&str>, active: Option<usize>) {
        let mut listing = Listing::open(["Bintaro", "Petukangan Utara", "Ulujami"].map(kelurahan).into());
        let pressed = keys.iter().map(|key| listing.press(key)).last().flatten();
        let expect = chosen.map(|name| Pressed::Chose(kelurahan(name)));
        assert_eq!(pressed.filter(|pressed| *pressed != Pressed::Moved), expect, "{keys:?}");
        assert_eq!(listing.active(), active, "{keys:?}");
    }

    #[test]
    fn keys() {
        check(&["ArrowDown"], None, Some(0));
        check(&["ArrowDown", "ArrowDown"], None, Some(1));
        check(&["ArrowUp"], None, Some(2));
        check(&["ArrowDown", "ArrowUp"], None, Some(2));
        check(&["ArrowUp", "ArrowDown"], None, Some(0));
        check(&["Enter"], Some("Bintaro"), None);
        check(&["ArrowDown", "ArrowDown", "Enter"], Some("Petukangan Utara"), Some(1));
        check(&["ArrowDown", "Escape"], None, None);
        check(&["a"], None, None);
        check(&["Escape", "Enter"], None, None);
    }
}
