//! What names a row of the work sheet, wherever it is sorted to.

use crate::register::FamilyId;
use domain::Question;
use std::fmt::{Display, Formatter};

/// A question about a family, as it stood when the sheet was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewKey {
    /// The family.
    pub family: FamilyId,
    /// What is asked of it.
    pub question: Question,
    /// How many deciding answers the sheet shows.
    pub seen: u32,
}

impl ReviewKey {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('/');
        let key = Self {
            family: parts.next()?.parse().ok()?,
            question: Question::parse(parts.next()?).ok()?,
            seen: parts.next()?.parse().ok()?,
        };
        parts.next().is_none().then_some(key)
    }
}

impl Display for ReviewKey {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}/{}", self.family, self.question, self.seen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_comes_back(family in 1..i64::MAX, question in 0..Question::ALL.len(), seen: u32) {
            let key = ReviewKey { family, question: Question::ALL[question], seen };
            prop_assert_eq!(ReviewKey::parse(&key.to_string()), Some(key));
        }

        #[test]
        fn nothing_typed_panics(text in ".{0,40}") {
            let _ = ReviewKey::parse(&text);
        }
    }
}
