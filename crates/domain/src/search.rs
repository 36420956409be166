//! Search that forgives spelling.

use crate::identity::fold;
use strsim::damerau_levenshtein;

/// How parts of names are written short, which are not how they begin.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("kp", "kampung"),
    ("kpg", "kampung"),
    ("kmp", "kampung"),
    ("kb", "kebon"),
    ("kbn", "kebon"),
    ("kby", "kebayoran"),
    ("pd", "pondok"),
    ("pdk", "pondok"),
    ("pl", "pulau"),
    ("ps", "pasar"),
    ("psr", "pasar"),
    ("rw", "rawa"),
    ("tj", "tanjung"),
    ("tg", "tanjung"),
    ("tjg", "tanjung"),
    ("jt", "jati"),
    ("kr", "kramat"),
    ("brt", "barat"),
    ("slt", "selatan"),
    ("tmr", "timur"),
    ("utr", "utara"),
];

/// The words in full: `Kp. Melayu` is `kampung melayu`. One letter may be short for a word that others follow: `P. Pari`.
fn in_full(typed: &str) -> String {
    let typed = typed.to_lowercase();
    let mut words: Vec<&str> =
        typed.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    if let [first @ "p", _, ..] = words.as_mut_slice() {
        *first = "pulau";
    }
    for word in &mut words {
        if let Some((_, long)) = SHORT_FORMS.iter().find(|(short, _)| short == word) {
            *word = long;
        }
    }
    words.join(" ")
}

/// How well `typed` fits `name`, as it stands or written in full: 0 is best, `None` not at all. A beginning outweighs a middle, a
/// middle a misspelling.
pub fn score(typed: &str, name: &str) -> Option<usize> {
    let name = fold(name);
    // `kr` is short for Kramat, and how Krukut begins.
    [fold(typed), fold(&in_full(typed))].iter().filter_map(|typed| score_folded(typed, &name)).min()
}

fn score_folded(typed: &str, name: &str) -> Option<usize> {
    if typed.is_empty() {
        return None;
    }
    if name.starts_with(typed) {
        return Some(usize::from(name != typed));
    }
    if name.contains(typed) {
        return Some(2);
    }
    // What is typed may be the beginning only: compare with as much of the name.
    let beginning: String = name.chars().take(typed.chars().count()).collect();
    let distance = damerau_levenshtein(typed, &beginning).min(damerau_levenshtein(typed, name));
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
        for (typed, name) in [
            ("Kp Melayu", "Kampung Melayu"),
            ("kp.melayu", "Kampung Melayu"),
            ("Pd Kopi", "Pondok Kopi"),
            ("pd. kel", "Pondok Kelapa"),
            ("Kb. Jeruk", "Kebon Jeruk"),
            ("Tj Priok", "Tanjung Priok"),
            ("tg. duren utr", "Tanjung Duren Utara"),
            ("Ps Manggis", "Pasar Manggis"),
            ("Rw. Buaya", "Rawa Buaya"),
            ("P. Pari", "Pulau Pari"),
            ("Kby lama", "Kebayoran Lama Selatan"),
            ("p", "Pancoran"),
            ("kr", "Krukut"),
            ("kr", "Kramat Jati"),
            ("pl", "Pluit"),
            ("kb", "Kebon Jeruk"),
        ] {
            found(typed, name);
        }
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
