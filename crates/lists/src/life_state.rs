//! Whether a list says that a person has died, moved away or was not found, or does not meet the conditions.

use crate::header_name::words_of;
use domain::Fault;
use domain::reading::{answer, denies, plain};

/// What a list says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LifeState {
    /// Is there.
    Lives,
    /// Has died.
    Died,
    /// Has moved away, or nobody knows where to.
    Moved,
    /// Is not known at the address, or was not found there.
    NotFound,
    /// Does not meet the conditions of the aid.
    Ineligible,
}

impl LifeState {
    /// Reads a cell of a column that says it: `HIDUP`, `MATI`, `Pindah ke Depok`, and the codes of OpenSID (1 alive, 2 dead,
    /// 3 moved, 4 missing).
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = plain(text);
        match text.as_str() {
            "1" | "hidup" | "ada" | "aktif" | "tetap" | "menetap" | "tinggal" => Some(Self::Lives),
            "2" | "md" => Some(Self::Died),
            "3" | "4" | "hilang" => Some(Self::Moved),
            _ if text.starts_with("hidup") => Some(Self::Lives),
            _ => Self::mentioned(&text),
        }
    }

    /// Reads the answer in a column that asks for it: `Hidup: tidak`. A dash may only keep the place free.
    pub(crate) fn answered(text: &str) -> Option<Self> {
        let said = answer(text).filter(|_| text.contains(char::is_alphabetic))?;
        Some(if said { Self::Lives } else { Self::NotFound })
    }

    /// Reads the name of what holds those who are gone: of a column, `Tgl Meninggal`, of a sheet, `Pindah 2020`.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        let words = words_of(name);
        let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        match () {
            () if has(&["meninggal", "wafat", "kematian", "mati"]) => Some(Self::Died),
            () if has(&["pindah"]) => Some(Self::Moved),
            () => None,
        }
    }

    /// Reads a title between rows of a list: `Yang pindah :`. What is said not to be or is counted is not of the rows below.
    pub(crate) fn of_title(title: &str) -> Option<Self> {
        let words = words_of(title);
        let is_other = |word: &String| {
            denies(word)
                || matches!(
                    word.as_str(),
                    "jumlah" | "keterangan" | "kecuali" | "termasuk" | "datang" | "lahir"
                )
        };
        Self::mentioned(title)
            .or_else(|| Self::of_name(title).filter(|_| !words.iter().any(is_other)))
            .filter(|state| *state != Self::Lives && words.len() <= 8)
    }

    /// Reads a note that begins with it: `almarhum, 2 Feb 2021`. What stands later may be of somebody else: `suami meninggal`.
    pub(crate) fn mentioned(note: &str) -> Option<Self> {
        let note = plain(note);
        let has = |words: &[&str]| {
            let padded = [" ", &note, " "].concat();
            words.iter().any(|word| padded.contains(&[" ", word, " "].concat()))
        };
        if has(&[
            "tms",
            "tidak memenuhi syarat",
            "tdk memenuhi syarat",
            "tidak memenuhi kriteria",
            "tidak layak",
            "tdk layak",
            "sudah mampu",
            "keluarga mampu",
            "orang mampu",
        ]) || note == "mampu"
        {
            return Some(Self::Ineligible);
        }
        if has(&[
            "tidak dikenal",
            "tdk dikenal",
            "tidak ditemukan",
            "tdk ditemukan",
            "tidak diketemukan",
            "tidak ada di tempat",
            "tdk ada di tempat",
            "rumah kosong",
            "tidak tinggal",
            "tdk tinggal",
            "tidak berdomisili",
            "tdk berdomisili",
            "tidak di tempat",
        ]) {
            return Some(Self::NotFound);
        }
        let mut words = note.split(' ').skip_while(|word| {
            matches!(
                *word,
                "sudah" | "telah" | "sdh" | "tlh" | "ybs" | "yang" | "bersangkutan" | "warga" | "orangnya"
            )
        });
        match words.next()? {
            "md" | "alm" | "almh" | "almarhum" | "almarhumah" | "meninggal" | "wafat" | "mati" | "tutup" => {
                Some(Self::Died)
            }
            "pindah" | "pindahan" if words.next() == Some("dari") => None,
            "pindah" => Some(Self::Moved),
            "pulang" if words.next() == Some("kampung") => Some(Self::Moved),
            "berpulang" => Some(Self::Died),
            _ => None,
        }
    }

    /// Reads a name with what people put before or behind it: `Alm. H. Ma'mun`, `Slamet (almarhum)`.
    pub(crate) fn in_name(name: &str) -> Option<Self> {
        let said = |word: &str| match word {
            "alm" | "almh" | "almarhum" | "almarhumah" | "meninggal" | "wafat" => Some(Self::Died),
            "pindah" => Some(Self::Moved),
            _ => None,
        };
        // What follows is the name of the father.
        let is_of = |word: &&str| !matches!(*word, "bin" | "binti" | "bt" | "b");
        plain(name).split(' ').take_while(is_of).find_map(said)
    }

    /// What is to be looked at.
    pub(crate) fn fault(self) -> Option<Fault> {
        match self {
            Self::Lives => None,
            Self::Died => Some(Fault::SaidDead),
            Self::Moved => Some(Fault::SaidMoved),
            Self::NotFound => Some(Fault::SaidNotFound),
            Self::Ineligible => Some(Fault::SaidIneligible),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lists_say_of_who_is_gone() {
        use LifeState::{Died, Ineligible, Lives, Moved, NotFound};
        for (text, expect) in [
            ("HIDUP", Some(Lives)),
            ("MATI", Some(Died)),
            ("Meninggal Dunia", Some(Died)),
            ("2", Some(Died)),
            ("Sudah pindah", Some(Moved)),
            ("Kawin", None),
        ] {
            assert_eq!(LifeState::read(text), expect, "{text}");
        }
        for (text, expect) in [
            ("almarhum, 2 Feb 2021", Some(Died)),
            ("pindah ke Depok", Some(Moved)),
            ("pindahan dari Bekasi", None),
            ("suami meninggal 2019", None),
            ("Telah berpulang", Some(Died)),
            ("Pulang kampung", Some(Moved)),
            ("rumah kosong", Some(NotFound)),
            ("sudah tidak tinggal di sini", Some(NotFound)),
            ("mampu", Some(Ineligible)),
            ("keluarga tidak mampu", None),
            ("", None),
        ] {
            assert_eq!(LifeState::mentioned(text), expect, "{text}");
        }
        assert_eq!(LifeState::in_name("Alm. H. Ma'mun"), Some(Died));
        assert_eq!(LifeState::in_name("Salma"), None);
        assert_eq!(LifeState::in_name("ANDI (PINDAH)"), Some(Moved));
        assert_eq!(LifeState::in_name("Beni bin Alm. Surip"), None);
        assert_eq!(LifeState::answered("Tidak"), Some(LifeState::NotFound));
        assert_eq!(LifeState::answered("-"), None);
        assert_eq!(LifeState::of_name("Tgl. Meninggal"), Some(Died));
        assert_eq!(LifeState::of_name("Kondisi"), None);
    }
}
