//! Search that forgives spelling.

use crate::identity::fold;
use strsim::damerau_levenshtein;

/// How well `typed` fits `name`: 0 is best, `None` not at all. A beginning outweighs a middle, a middle a misspelling.
pub fn score(typed: &str, name: &str) -> Option<usize> {
    let (typed, name) = (fold(typed), fold(name));
    if typed.is_empty() {
        return None;
    }
    if name.starts_with(&typed) {
        return Some(usize::from(name != typed));
    }
    if name.contains(&typed) {
        return Some(2);
    }
    // What is typed may be the beginning only: compare with as much of the name.
    let beginning: String = name.chars().take(typed.chars().count()).collect();
    let distance = damerau_levenshtein(&typed, &beginning).min(damerau_levenshtein(&typed, &name));
    (distance * 4 <= typed.chars().count()).then_some(2 + distance)
}

#[cfg(test)]
mod tests {
    use super::score;

    fn found(typed: &str, name: &str) {
        assert!(score(typed, name).is_some(), "{typed} should find {name}");
    }

    fn lost(typed: &str, name: &str) {
        assert!(score(typed, name).is_none(), "{typed} should not find {name}");
    }

    #[test]
    fn forgives() {
        found("Harapan Mulya", "Harapan Mulia");
        found("kramatjati", "Kramat Jati");
        found("Wijaya Kesuma", "Wijaya Kusuma");
        found("Tanjung Priuk", "Tanjung Priok");
        found("Papango", "Papanggo");
        found("uluj", "Ulujami");
        found("ulujmai", "Ulujami");
        found("bangka", "Pela Mampang Bangka");
        lost("ulujami", "Cakung Barat");
        lost("xyz", "Ulujami");
        lost("", "Ulujami");
    }

    #[test]
    fn the_exact_name_comes_first() {
        assert!(score("gambir", "Gambir") < score("gambir", "Gambir Baru"));
        assert!(score("timur", "Timur Raya") < score("timur", "Cakung Timur"));
    }
}
