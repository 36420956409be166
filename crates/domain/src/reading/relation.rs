//! Places in the KK, and sexes, as lists write them.

use crate::relation::Relation;
use crate::sex::Sex;

impl Relation {
    /// Reads what lists write: `Kepala Keluarga`, `Kep. Kel.`, `KK`, `Isteri`, `ANAK KANDUNG`, `Orangtua` …, and the
    /// numbers of Dukcapil's form F-1.01 (1 the head, 2 the husband … 11 others).
    pub fn parse_loose(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let has = |part: &str| text.contains(part);
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
            _ if has("kepala") || text.starts_with("kep") => Some(Self::Head),
            _ if has("suami") => Some(Self::Husband),
            _ if has("istri") || has("isteri") => Some(Self::Wife),
            _ if has("menantu") => Some(Self::ChildInLaw),
            _ if has("anak") => Some(Self::Child),
            _ if has("cucu") => Some(Self::Grandchild),
            _ if has("mertua") => Some(Self::ParentInLaw),
            _ if has("orang tua") || has("orangtua") || has("ayah") || has("ibu") => Some(Self::Parent),
            _ if has("famili") || has("saudara") || has("kakak") || has("adik") => Some(Self::Relative),
            _ => Some(Self::Other),
        }
    }
}

impl Sex {
    /// Reads what lists write: `L`, `Laki-laki`, `Pria`, `P`, `Perempuan`, `Wanita`, and the numbers of Dukcapil's form
    /// F-1.01 (1 and 2).
    pub fn parse_loose(text: &str) -> Option<Self> {
        match text.trim().to_lowercase().as_str() {
            "l" | "lk" | "1" | "laki-laki" | "laki laki" | "laki" | "pria" => Some(Self::Male),
            "p" | "pr" | "2" | "perempuan" | "wanita" => Some(Self::Female),
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
            ("sepupu", Some(Relation::Other)),
            (" ", None),
        ] {
            assert_eq!(Relation::parse_loose(text), expect, "{text}");
        }
        for relation in Relation::ALL {
            assert_eq!(Relation::parse_loose(relation.code()), Some(*relation));
        }
    }
}
