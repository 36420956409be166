//! Places in the KK, and sexes, as lists write them.

use super::words::plain;
use crate::relation::Relation;
use crate::sex::Sex;

impl Relation {
    /// Reads what lists write: `Kepala Keluarga`, `Kep. Kel.`, `KK`, `Isteri`, `ANAK KANDUNG`, `Orangtua` …, and the
    /// numbers of Dukcapil's form F-1.01 (1 the head, 2 the husband … 11 others).
    pub fn parse_loose(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if let Ok(relation) = Self::parse(&text) {
            return Some(relation);
        }
        match text.as_str() {
            "" => None,
            "1" | "01" | "kk" | "krt" => Some(Self::Head),
            "2" | "02" => Some(Self::Husband),
            "3" | "03" => Some(Self::Wife),
            "4" | "04" => Some(Self::Child),
            "5" | "05" => Some(Self::ChildInLaw),
            "6" | "06" => Some(Self::Grandchild),
            "7" | "07" => Some(Self::Parent),
            "8" | "08" => Some(Self::ParentInLaw),
            "9" | "09" => Some(Self::Relative),
            _ => Some(relation_in(&text)),
        }
    }
}

/// The relation that words name. What one is comes before whose: `istri kepala keluarga` is a wife.
fn relation_in(text: &str) -> Relation {
    const WORDS: &[(Relation, &[&str])] = &[
        (
            Relation::ChildInLaw,
            &[
                "menantu",
                "mantu",
                "mnt",
                "anak menantu",
                "anak mantu",
                "son in law",
                "daughter in law",
                "child in law",
            ],
        ),
        (
            Relation::ParentInLaw,
            &[
                "mertua",
                "mrt",
                "ibu mertua",
                "bapak mertua",
                "ayah mertua",
                "bpk mertua",
                "mother in law",
                "father in law",
                "parent in law",
            ],
        ),
        (Relation::Grandchild, &["cucu", "grandchild", "grandson", "granddaughter"]),
        (
            Relation::Relative,
            &[
                "famili",
                "fam",
                "saudara",
                "sdr",
                "kakak",
                "adik",
                "keponakan",
                "ponakan",
                "paman",
                "bibi",
                "relative",
                "brother",
                "sister",
                "sibling",
                "nephew",
                "niece",
            ],
        ),
        (Relation::Wife, &["istri", "isteri", "ist", "wife"]),
        (Relation::Husband, &["suami", "swm", "husband"]),
        (
            Relation::Parent,
            &["orang tua", "orangtua", "ortu", "ayah", "bapak", "ibu", "father", "mother", "parent"],
        ),
        (Relation::Child, &["anak", "ank", "son", "daughter", "child"]),
        (Relation::Head, &["kepala", "kep", "head"]),
    ];
    let plain = plain(text);
    let named = |rest: &str| WORDS.iter().find(|(_, words)| words.iter().any(|word| rest.starts_with(word)));
    let mut rest = plain.as_str();
    loop {
        // Of two that begin at the same word the one counts that stands first in the list.
        if let Some((relation, _)) = named(rest) {
            return *relation;
        }
        match rest.split_once(' ') {
            Some((_, next)) => rest = next,
            None => return Relation::Other,
        }
    }
}

impl Sex {
    /// Reads what lists write: `L`, `Laki-laki`, `Pria`, `P`, `Perempuan`, `Wanita`, `Male`, `F`, and the numbers of Dukcapil's
    /// form F-1.01 (1 and 2).
    pub fn parse_loose(text: &str) -> Option<Self> {
        match text.trim().trim_end_matches('.').to_lowercase().as_str() {
            "l" | "lk" | "1" | "laki-laki" | "laki laki" | "laki2" | "laki" | "lelaki" | "pria" | "m"
            | "male" => Some(Self::Male),
            "p" | "pr" | "prp" | "2" | "perempuan" | "wanita" | "f" | "female" => Some(Self::Female),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_lists_write() {
        for (text, expect) in [
            ("Kep. Kel.", Some(Relation::Head)),
            ("Isteri", Some(Relation::Wife)),
            ("ANAK KANDUNG", Some(Relation::Child)),
            ("Orang Tua", Some(Relation::Parent)),
            ("3", Some(Relation::Wife)),
            ("Istri Kepala Keluarga", Some(Relation::Wife)),
            ("Anak dari Kepala Keluarga", Some(Relation::Child)),
            ("Ibu mertua", Some(Relation::ParentInLaw)),
            ("Anak menantu", Some(Relation::ChildInLaw)),
            ("Keponakan istri", Some(Relation::Relative)),
            ("Orang tua/mertua", Some(Relation::Parent)),
            ("Ank", Some(Relation::Child)),
            ("Ist.", Some(Relation::Wife)),
            ("Wife of head", Some(Relation::Wife)),
            ("Daughter in law", Some(Relation::ChildInLaw)),
            ("Mother-in-law", Some(Relation::ParentInLaw)),
            ("Mother", Some(Relation::Parent)),
            ("HEAD", Some(Relation::Head)),
            ("Fam. Lain", Some(Relation::Relative)),
            ("sepupu", Some(Relation::Other)),
            (" ", None),
        ] {
            assert_eq!(Relation::parse_loose(text), expect, "{text}");
        }
        for (text, expect) in
            [("Lk.", Some(Sex::Male)), ("Female", Some(Sex::Female)), ("laki2", Some(Sex::Male)), ("x", None)]
        {
            assert_eq!(Sex::parse_loose(text), expect, "{text}");
        }
        for relation in Relation::ALL {
            assert_eq!(Relation::parse_loose(relation.code()), Some(*relation));
        }
    }
}
