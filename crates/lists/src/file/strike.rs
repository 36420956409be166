//! Whether the texts of a row are struck out.

use crate::table::Look;

/// What was seen of a row so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Strike {
    texts: Counted,
    others: Counted,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    all: u32,
    struck: u32,
}

impl Strike {
    /// Looks at a cell that holds something.
    pub(super) fn see(&mut self, is_text: bool, is_struck: bool) {
        let counted = if is_text { &mut self.texts } else { &mut self.others };
        counted.all = counted.all.saturating_add(1);
        counted.struck = counted.struck.saturating_add(u32::from(is_struck));
    }

    /// How the row looks. Numbers count only where there is no text: people strike out the name, and often not the
    /// running number.
    pub(super) fn look(self, is_hidden: bool) -> Look {
        let counted = if self.texts.all > 0 { self.texts } else { self.others };
        match counted {
            _ if is_hidden => Look::Hidden,
            Counted { all, struck } if all > 0 && all == struck => Look::StruckOut,
            _ => Look::Plain,
        }
    }
}
