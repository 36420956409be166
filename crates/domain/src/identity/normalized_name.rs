//! Whether two names on two lists may be of one person, who has the same birth date and kelurahan on both.

use super::match_evidence::MatchMethod;
use super::spelling::{fold, name_words};
use strsim::osa_distance;

/// The same name, in whatever spelling: sure enough to decide by. In thousandths.
const SURE: u16 = 1000;
/// One slip of the pen for five letters: near enough for a person to look. In thousandths.
const NEAR: u16 = 800;
/// The likeness of a name to the same with a word more or a word shortened to its initial.
const PART: u16 = 900;

/// A name as it is compared: without titles and degrees, in one spelling. Made once a row, so that comparing costs little.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NormalizedName {
    words: Vec<String>,
    whole: String,
    /// The words in the order of the alphabet: some lists turn names round.
    turned: String,
}

impl NormalizedName {
    /// The name as a list writes it.
    pub fn of(text: &str) -> Self {
        let mut words: Vec<String> = name_words(text).iter().map(|word| fold(word)).collect();
        words.retain(|word| !word.is_empty());
        let whole = words.concat();
        words.sort_unstable();
        Self { turned: words.concat(), words, whole }
    }

    /// How like two names are, in thousandths, 1000 for the same. It is the same seen from either side.
    pub fn likeness(&self, other: &Self) -> u16 {
        if self.words.is_empty() || other.words.is_empty() {
            return 0;
        }
        if self.whole == other.whole {
            return SURE;
        }
        let part = if self.is_part_of(other) || other.is_part_of(self) { PART } else { 0 };
        likeness(&self.whole, &other.whole).max(likeness(&self.turned, &other.turned)).max(part)
    }

    /// By what such names tie their bearers, and how like they are; `None` if not at all.
    pub fn tie(&self, other: &Self) -> Option<(MatchMethod, u16)> {
        let likeness = self.likeness(other);
        match likeness {
            SURE.. => Some((MatchMethod::Name, likeness)),
            NEAR.. => Some((MatchMethod::NearName, likeness)),
            _ => None,
        }
    }

    /// Whether each word of it stands in the other, or begins a word there: `Siti A` in `Siti Aminah`. One word alone says too
    /// little.
    fn is_part_of(&self, other: &Self) -> bool {
        let mut rest: Vec<&String> = other.words.iter().collect();
        self.words.len() > 1
            && self.words.iter().all(|word| {
                let initial = word.chars().count() == 1;
                let same = rest.iter().position(|its| *its == word);
                let at =
                    same.or_else(|| rest.iter().position(|its| initial && its.starts_with(word.as_str())));
                at.map(|at| rest.swap_remove(at)).is_some()
            })
    }
}

/// The share of letters that are the same; less than the whole unless all are.
fn likeness(one: &str, other: &str) -> u16 {
    let longest = one.chars().count().max(other.chars().count()).max(1);
    let same = longest.saturating_sub(osa_distance(one, other));
    u16::try_from(1000 * same / longest).unwrap_or(0).min(SURE - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(one: &str, other: &str, expect: Option<MatchMethod>) {
        let (one, other) = (NormalizedName::of(one), NormalizedName::of(other));
        assert_eq!(one.tie(&other).map(|(tie, _)| tie), expect, "{one:?} {other:?}");
        assert_eq!(other.tie(&one), one.tie(&other));
    }

    #[test]
    fn spellings_are_one_name_and_slips_are_for_a_person() {
        check("Siti Aminah", "SITI AMINAH", Some(MatchMethod::Name));
        check("Hj. Siti Aminah, S.Pd", "siti aminah", Some(MatchMethod::Name));
        check("Soeparno", "Suparno", Some(MatchMethod::Name));
        check("M. Yusuf", "Muhammad Jusuf", Some(MatchMethod::NearName));
        check("Moh. Yusuf", "Mohammad Yusuf", Some(MatchMethod::Name));
        check("Siti Aminah", "Siti Amina", Some(MatchMethod::NearName));
        check("Siti Aminah", "Aminah Siti", Some(MatchMethod::NearName));
        check("Siti Aminah", "Siti Aminah Rahayu", Some(MatchMethod::NearName));
        check("Siti A.", "Siti Aminah", Some(MatchMethod::NearName));
        check("Siti", "Siti Aminah Rahayu", None);
        check("Siti Aminah", "Siti Rohimah", None);
        check("Budi", "Rudi", None);
        check("", "", None);
        check("Hj.", "Siti", None);
    }

    proptest! {
        #[test]
        fn it_is_the_same_from_either_side(names in prop::array::uniform2("((Siti|Budi|H\\.|M|[a-c]{1,4}) ?){0,4}")) {
            let [one, other] = names.each_ref().map(|name| NormalizedName::of(name));
            prop_assert_eq!(one.likeness(&other), other.likeness(&one));
            prop_assert_eq!(one.tie(&other), other.tie(&one));
        }

        #[test]
        fn only_the_same_letters_are_sure(one in ".{0,20}", other in ".{0,20}") {
            let (one, other) = (NormalizedName::of(&one), NormalizedName::of(&other));
            let is_sure = matches!(one.tie(&other), Some((MatchMethod::Name, _)));
            prop_assert_eq!(is_sure, !one.whole.is_empty() && one.whole == other.whole);
        }
    }
}
