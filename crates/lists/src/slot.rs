//! Persons who stand in columns of a family's row: `Nama Istri`, `NIK Anak 2`.

use crate::header_name::{kinds_of_words, words_of};
use lists_protocol::ColumnKind;

/// Whose columns they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    /// As a list would write it; blank where the name of the column does not tell.
    pub(crate) relation: &'static str,
    /// Of several persons of this relation, which.
    number: Option<u8>,
    /// They stood in the cells of the person of the row, and not in columns of the list.
    pub(crate) shared_cells: bool,
}

/// Whose column it is, and what it may hold.
pub(crate) type Found = (Slot, Vec<ColumnKind>);

/// The columns of a person who stands in the row of another.
pub(crate) struct SlotColumns<'a> {
    pub(crate) slot: &'a Slot,
    /// Each with its kind.
    pub(crate) columns: Vec<(usize, ColumnKind)>,
}

/// What may be said of such a person.
const KINDS: [ColumnKind; 6] = [
    ColumnKind::Name,
    ColumnKind::Nik,
    ColumnKind::Relation,
    ColumnKind::Sex,
    ColumnKind::Birth,
    ColumnKind::Occupation,
];

/// Words that name a relation in the name of a column, and how a list writes it.
const RELATIONS: [(&str, &str); 11] = [
    ("istri", "istri"),
    ("isteri", "istri"),
    ("suami", "suami"),
    ("pasangan", "suami/istri"),
    ("anak", "anak"),
    ("menantu", "menantu"),
    ("cucu", "cucu"),
    ("mertua", "mertua"),
    ("ortu", "orang tua"),
    ("anggota", ""),
    ("art", ""),
];

/// With these a column is about something else: how many children there are, how old they are.
const OTHERWISE: [&str; 14] = [
    "jumlah",
    "usia",
    "umur",
    "status",
    "tanggungan",
    "ibu",
    "ayah",
    "bapak",
    "sekolah",
    "tempat",
    "jiwa",
    "hubungan",
    "ketua",
    "kepala",
];

/// Whether the name of a column has words for relations.
pub(crate) fn names_relations(name: &str) -> bool {
    words_of(name).iter().any(|word| RELATIONS.iter().any(|(of, _)| of == word))
}

impl Slot {
    /// The head of the family, whom another sheet names.
    pub(crate) const HEAD: Self = Self { relation: "kepala keluarga", number: None, shared_cells: false };

    /// A person of several in a cell, and how the list names the relation of all of them.
    pub(crate) fn in_cell(number: u8, shared_cells: bool) -> Self {
        Self { relation: "", number: Some(number), shared_cells }
    }

    /// A person of several of this relation whom another sheet names.
    pub(crate) fn relative(relation: &'static str, number: u8) -> Self {
        Self { relation, number: Some(number), shared_cells: false }
    }

    /// The relation that a name tells and nothing else: `Istri`, `Data Anak`, `Nama Istri`.
    pub(crate) fn relation_in(name: &str) -> Option<&'static str> {
        const BESIDE: [&str; 7] = ["data", "daftar", "nama", "lengkap", "para", "rt", "rw"];
        let words = words_of(name);
        let is_beside = |word: &String| BESIDE.contains(&word.as_str()) || ordinal(word).is_some();
        let mut words = words.iter().filter(|word| !is_beside(word));
        let first = words.next()?;
        let (_, relation) = RELATIONS.iter().find(|(of, relation)| of == first && !relation.is_empty())?;
        // `Anak-anak`
        words.all(|word| word == first).then_some(*relation)
    }

    /// The persons of columns that are told apart by a number alone: `Nama 1`, `NIK 1`, `Nama 2`; or `NIK 1` beside `Nama Anggota 1`.
    /// `known`: those of whom the names tell more.
    pub(crate) fn numbered(names: &[String], known: &[Option<Found>]) -> Vec<Option<Found>> {
        let parts = names.iter().zip(known).map(|(name, known)| match known {
            Some(_) => None,
            None => {
                let words = words_of(name);
                let number = words.iter().find_map(|word| ordinal(word))?;
                let rest: Vec<&String> = words.iter().filter(|word| ordinal(word).is_none()).collect();
                let is_otherwise =
                    rest.iter().any(|word| OTHERWISE.contains(&word.as_str()) && *word != "hubungan");
                let kinds: Vec<ColumnKind> =
                    kinds_of_words(&rest).filter(|kind| !is_otherwise && KINDS.contains(kind)).collect();
                (!kinds.is_empty()).then_some((number, kinds))
            }
        });
        let parts: Vec<Option<(u8, Vec<ColumnKind>)>> = parts.collect();
        let of_names = parts.iter().flatten().filter(|(_, kinds)| kinds.contains(&ColumnKind::Name));
        let mut numbers: Vec<u8> = of_names.map(|(number, _)| *number).collect();
        numbers.dedup();
        let slot = |number: u8| {
            let beside =
                known.iter().flatten().map(|(slot, _)| slot).find(|slot| slot.number == Some(number));
            let alone = (numbers.len() > 1).then_some(Self {
                relation: "",
                number: Some(number),
                shared_cells: false,
            });
            beside.cloned().or(alone)
        };
        parts.into_iter().map(|part| part.and_then(|(number, kinds)| Some((slot(number)?, kinds)))).collect()
    }

    /// The person whom the name of a column is about, and what it may hold of the person. `is_family`: the columns are those of
    /// a family, of which parents are members too; otherwise they are named beside somebody who is listed.
    pub(crate) fn of(name: &str, is_family: bool) -> Option<Found> {
        let words = words_of(name);
        let related = words.iter().filter_map(|word| RELATIONS.iter().find(|(of, _)| of == word));
        let (word, relation) = match related.collect::<Vec<_>>().as_slice() {
            [one] => **one,
            [(word, _), _] => (*word, "suami/istri"),
            // `Suami/Istri/Anak/Orang Tua` asks which of them the person is.
            _ => return None,
        };
        let number = words.iter().find_map(|word| ordinal(word));
        let is_of_person = |word: &&String| {
            let is_relation = RELATIONS.iter().any(|(of, _)| of == *word);
            !is_relation && ordinal(word).is_none() && !matches!(word.as_str(), "ke" | "keluarga")
        };
        let rest: Vec<&String> = words.iter().filter(is_of_person).collect();
        let is_otherwise = rest.iter().any(|word| OTHERWISE.contains(&word.as_str()))
            && !(number.is_some() && rest.iter().all(|word| matches!(word.as_str(), "hubungan" | "kepala")));
        // `Anak ke`: the how manieth child the person is. `Nama Anggota Keluarga`: of a list with a row for each.
        let is_counted = number.is_some();
        let is_alone = !words.iter().any(|word| word == "ke");
        let is_named = matches!(word, "istri" | "isteri" | "suami" | "pasangan" | "anak")
            || (is_family && matches!(word, "ortu" | "mertua" | "menantu" | "cucu"));
        if is_otherwise || !(is_counted || (is_named && is_alone)) {
            return None;
        }
        let kinds: Vec<ColumnKind> = match rest.as_slice() {
            [] => vec![ColumnKind::Name, ColumnKind::Nik],
            _ => kinds_of_words(&rest).filter(|kind| KINDS.contains(kind)).collect(),
        };
        (!kinds.is_empty()).then_some((Self { relation, number, shared_cells: false }, kinds))
    }
}

/// The how manieth: `2`, `II`, `kedua`.
fn ordinal(word: &str) -> Option<u8> {
    const WORDS: [(&str, &str); 10] = [
        ("i", "pertama"),
        ("ii", "kedua"),
        ("iii", "ketiga"),
        ("iv", "keempat"),
        ("v", "kelima"),
        ("vi", "keenam"),
        ("vii", "ketujuh"),
        ("viii", "kedelapan"),
        ("ix", "kesembilan"),
        ("x", "kesepuluh"),
    ];
    let named = || (1..).zip(WORDS).find(|(_, (roman, full))| word == *roman || word == *full);
    word.parse().ok().or_else(|| named().map(|(number, _)| number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expect: Option<(&'static str, Option<u8>, ColumnKind)>) {
        let found = Slot::of(name, false).map(|(slot, kinds)| (slot.relation, slot.number, kinds[0]));
        assert_eq!(found, expect, "{name}");
    }

    #[test]
    fn persons_in_the_names_of_columns() {
        use ColumnKind::{Birth, Name, Nik, Relation};
        check("Nama Istri", Some(("istri", None, Name)));
        check("NIK Istri", Some(("istri", None, Nik)));
        check("Nama Suami/Istri", Some(("suami/istri", None, Name)));
        check("Istri", Some(("istri", None, Name)));
        check("Nama Anak 2", Some(("anak", Some(2), Name)));
        check("NIK_ANAK1", Some(("anak", Some(1), Nik)));
        check("Tgl Lahir Anak ke-3", Some(("anak", Some(3), Birth)));
        check("Anak I", Some(("anak", Some(1), Name)));
        check("NIK Anak II", Some(("anak", Some(2), Nik)));
        check("Nama Anak Ketiga", Some(("anak", Some(3), Name)));
        check("ANGGOTA 1 NAMA", Some(("", Some(1), Name)));
        check("NIK Anggota Keluarga 4", Some(("", Some(4), Nik)));
        check("Hubungan Anggota 1", Some(("", Some(1), Relation)));
        check("art_1_nama", Some(("", Some(1), Name)));
        check("anggota[2]/nik", Some(("", Some(2), Nik)));
        for other in [
            "Nama",
            "NIK",
            "Jumlah Anak",
            "Anak ke",
            "Nama Anggota Keluarga",
            "Nama Ibu",
            "NIK Ayah",
            "Usia Anak 1",
            "Jml Anggota Keluarga",
            "Status Anak 1",
            "Hubungan dengan Kepala Keluarga",
            "Agama Anak 1",
        ] {
            check(other, None);
        }
    }
}
