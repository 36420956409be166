//! Which kelurahan a list means.

use crate::areas::areas;
use domain::AreaCode;
use domain::identity::fold;
use std::collections::HashMap;

/// The kelurahan by their names, in any spelling.
pub(super) struct Kelurahan {
    /// By kecamatan and kelurahan.
    within: HashMap<(String, String), AreaCode>,
    /// By kelurahan alone; `None` where two bear the name.
    alone: HashMap<String, Option<AreaCode>>,
}

impl Kelurahan {
    /// Those that there are.
    pub(super) fn all() -> Self {
        let areas = areas();
        let (mut within, mut alone) = (HashMap::new(), HashMap::new());
        for area in areas.areas.iter().filter(|area| area.code.is_kelurahan()) {
            let kecamatan = area.code.kecamatan().and_then(|code| areas.find(&code)).map(|it| fold(&it.name));
            within.insert((kecamatan.unwrap_or_default(), fold(&area.name)), area.code.clone());
            alone
                .entry(fold(&area.name))
                .and_modify(|code| *code = None)
                .or_insert_with(|| Some(area.code.clone()));
        }
        Self { within, alone }
    }

    /// From what stands in the columns of kecamatan and kelurahan: names, or the code of Kemendagri.
    pub(super) fn find(&self, kecamatan: &str, kelurahan: &str) -> Option<AreaCode> {
        if let Ok(code) = AreaCode::parse(kelurahan) {
            return Some(code).filter(AreaCode::is_kelurahan);
        }
        let name = fold(bare(kelurahan, &["kelurahan", "kel.", "kel ", "desa"]));
        let kecamatan = fold(bare(kecamatan, &["kecamatan", "kec.", "kec "]));
        if kecamatan.is_empty() {
            return self.alone.get(&name).cloned().flatten();
        }
        self.within.get(&(kecamatan, name)).cloned()
    }
}

/// A name without the word for what it names, and without what is added: `Kel. Ulujami RT 005/02, Kec. Pesanggrahan`.
fn bare<'a>(name: &'a str, words: &[&str]) -> &'a str {
    let name = name.split([',', '(', ';']).next().unwrap_or(name).trim();
    let is_added = |word: &str| {
        let word = word.trim_end_matches(|c: char| !c.is_ascii_alphabetic()).to_ascii_lowercase();
        let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
        matches!(word, "rt" | "rw") || ["rt.", "rw.", "rt/"].iter().any(|mark| word.starts_with(mark))
    };
    let added = name.split_whitespace().skip(1).find(|word| is_added(word)).and_then(|word| name.find(word));
    let name = added.and_then(|at| name.get(..at)).unwrap_or(name).trim();
    let word = words
        .iter()
        .find(|word| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)));
    word.and_then(|word| name.get(word.len()..)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kecamatan: &str, kelurahan: &str, expect: Option<&str>) {
        let found = Kelurahan::all().find(kecamatan, kelurahan);
        assert_eq!(found.as_ref().map(AreaCode::as_str), expect, "{kecamatan}, {kelurahan}");
    }

    #[test]
    fn spellings_are_one_name() {
        check("PESANGGRAHAN", "ULUJAMI", Some("31.74.10.1005"));
        check("Kec. Pesangrahan", "Kel. Ulujami", Some("31.74.10.1005"));
        check("", "ulujami", Some("31.74.10.1005"));
        check("PESANGGRAHAN", "ULUJAMI RT 005/02", Some("31.74.10.1005"));
        check("Kec Pesanggrahan", "Kel Ulujami RT005 RW02", Some("31.74.10.1005"));
        check("", "Kel. Ulujami, Kec. Pesanggrahan", Some("31.74.10.1005"));
        check("", "31.74.10.1005", Some("31.74.10.1005"));
        check("Cakung", "Ulujami", None);
        check("", "Entah", None);
        check("", "", None);
    }
}
