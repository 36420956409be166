//! RT, RW and kelurahan wherever a list mentions them: in their columns, in the title, in the address.

use crate::cell::only_zeros;
use domain::Rt;
use domain::identity::NormalizedName;
use domain::reading::{mentioned, month_named, pair, plain};

/// The RT and RW of a row, a title or an address, as far as it names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Neighbourhood {
    pub(crate) rt: Option<String>,
    pub(crate) rw: Option<String>,
    /// The kelurahan that a title or an address names, and the words behind it.
    pub(crate) kelurahan: Option<String>,
}

impl Neighbourhood {
    /// From the cells of a row: RT, RW, and both in one, where `rw_first` says how the column is named.
    pub(crate) fn from_cells(rt: &str, rw: &str, both: &str, rw_first: bool) -> Self {
        // Two RT are not an RT and an RW: `5 & 6`.
        if (rt.contains('/') || rt.to_lowercase().contains("rw")) && pair(rt).is_ok() {
            return Self::from_pair(rt, false);
        }
        let own = |text: &str| Some(number(text)).filter(|text| !text.is_empty());
        Self { rt: own(rt), rw: own(rw), kelurahan: None }.or(Self::from_pair(both, rw_first))
    }

    fn numbered(rt: String, rw: String) -> Self {
        Self { rt: Some(rt), rw: Some(rw), kelurahan: None }
    }

    /// From a cell that names the kelurahan and nothing else.
    pub(crate) fn of_kelurahan(text: &str) -> Self {
        let words = plain(text);
        let name: Vec<&str> =
            words.split(' ').filter(|word| !matches!(*word, "kelurahan" | "kel" | "desa")).collect();
        Self { kelurahan: Some(name.join(" ")), ..Self::default() }
    }

    /// Whether it names an RT or an RW.
    pub(crate) fn is_numbered(&self) -> bool {
        self.rt.is_some() || self.rw.is_some()
    }

    /// Whether it names another kelurahan than this one; slips of the pen are forgiven.
    pub(crate) fn is_of_another(&self, kelurahan: &str) -> bool {
        let Some(said) = &self.kelurahan else { return false };
        let own = NormalizedName::of(kelurahan);
        let words = plain(kelurahan).split(' ').count();
        let said =
            |count: usize| NormalizedName::of(&said.split(' ').take(count).collect::<Vec<_>>().join(" "));
        // A name may be written in two words, or in one.
        (words.saturating_sub(1)..=words + 1).all(|count| own.likeness(&said(count)) < ALIKE)
    }

    /// From a column that holds both: `005/02`. What cannot be read is kept as it is, to be named as a problem.
    fn from_pair(text: &str, rw_first: bool) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let said = Self::mentioned(text);
        if said.rt.is_some() && said.rw.is_some() {
            return said;
        }
        let rw_first = rw_first || (said.rt.is_none() && text.to_lowercase().starts_with("rw"));
        match pair(text) {
            Ok((rt, rw)) if rw_first => Self::numbered(rw.to_string(), rt.to_string()),
            Ok((rt, rw)) => Self::numbered(rt.to_string(), rw.to_string()),
            // One number alone is that of the RT.
            Err(_) if said.rw.is_some() => said,
            Err(_) if Rt::parse(text).is_ok() => Self { rt: Some(number(text)), ..Self::default() },
            Err(_) => Self::numbered(text.to_owned(), text.to_owned()),
        }
    }

    /// The pairs that a spreadsheet may have made a date of: `5/2` becomes 5 February, or 2 May. Empty: it is no date.
    pub(crate) fn of_date(text: &str) -> Vec<Self> {
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let text = text.to_lowercase();
        let parts: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
        let number = |text: &str| text.parse::<u16>().ok();
        let named = |text: &str| month_named(text).map(u16::from);
        let pair = match parts.as_slice() {
            [year, month, day] if year.len() == 4 => number(month).zip(number(day)),
            [day, month, _] => number(day).zip(number(month).or_else(|| named(month))),
            [one, other] => (number(one).zip(named(other))).or_else(|| named(one).zip(number(other))),
            _ => None,
        };
        let Some((a, b)) = pair.filter(|(a, b)| *a > 0 && *b > 0 && *a <= 31 && *b <= 31) else {
            return Vec::new();
        };
        let of = |rt: u16, rw: u16| Self::numbered(format!("{rt:03}"), format!("{rw:03}"));
        vec![of(a, b), of(b, a)]
    }

    /// Whether the two name different numbers for the same.
    pub(crate) fn contradicts(&self, other: &Self) -> bool {
        let is_number = |text: &Option<String>| text.as_ref().is_some_and(|text| Rt::parse(text).is_ok());
        let differ = |a: &Option<String>, b: &Option<String>| is_number(a) && is_number(b) && a != b;
        differ(&self.rt, &other.rt) || differ(&self.rw, &other.rw)
    }

    /// Whether all that the other one says is said here too, the RT at least.
    pub(crate) fn agrees_with(&self, other: &Self) -> bool {
        other.rt.is_some() && self.rt == other.rt && (other.rw.is_none() || self.rw == other.rw)
    }

    /// From running text: `RT 005 / RW 02 KELURAHAN ULUJAMI`, `Jl. Melati 3 RT.05/02`.
    pub(crate) fn mentioned(text: &str) -> Self {
        let (rt, rw) = mentioned(text);
        Self {
            rt: rt.map(|rt| rt.to_string()),
            rw: rw.map(|rw| rw.to_string()),
            kelurahan: kelurahan_in(text),
        }
    }

    /// What this one names, and what the other one names where this one does not.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            rt: self.rt.or(other.rt),
            rw: self.rw.or(other.rw),
            kelurahan: self.kelurahan.or(other.kelurahan),
        }
    }
}

/// Of a thousand: two spellings of one name.
const ALIKE: u16 = 850;

/// What follows the word kelurahan, as far as it is a name.
fn kelurahan_in(text: &str) -> Option<String> {
    const BEFORE: [&str; 9] = ["kelurahan", "kel", "desa", "kepala", "kep", "jml", "jumlah", "nama", "ketua"];
    const ENDS: [&str; 18] = [
        "kecamatan",
        "kec",
        "kota",
        "kodya",
        "kotamadya",
        "kab",
        "kabupaten",
        "provinsi",
        "prov",
        "rt",
        "rw",
        "tahun",
        "bulan",
        "tahap",
        "tanggal",
        "jakarta",
        "dki",
        "tingkat",
    ];
    let text = plain(text);
    let words: Vec<&str> = text.split(' ').collect();
    let at = (0..words.len()).rev().find(|at| {
        let word = words.get(*at).copied().unwrap_or_default();
        let before = at.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or_default();
        word == "kelurahan"
            || (word == "kel" && !matches!(before, "kepala" | "kep" | "jml" | "jumlah" | "ketua"))
    })?;
    let name = words.iter().skip(at + 1).skip_while(|word| BEFORE.contains(word));
    let is_name = |word: &&&str| !ENDS.contains(word) && word.chars().all(char::is_alphabetic);
    let name: Vec<&str> = name.take_while(is_name).take(3).copied().collect();
    let is_said =
        name.first().is_some_and(|first| first.len() > 3 && !matches!(*first, "setempat" | "domisili"));
    is_said.then(|| name.join(" "))
}

/// Three digits, if there is one number: `RT: 5` → `005`, `III` → `003`. Zeros keep the place free. Otherwise the text as it is: `5A`.
fn number(text: &str) -> String {
    if only_zeros(text) {
        return String::new();
    }
    let number = Rt::parse(text.trim_end_matches(['.', ' ', '/', '-']));
    number.map_or_else(|_| text.to_owned(), |number| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_which_a_spreadsheet_made_a_date() {
        let five_two = Neighbourhood::numbered("005".into(), "002".into());
        for text in ["2021-02-05", "05-Feb", "Feb-05", "5 Feb", "05/02/2021", "5-Peb-21"] {
            assert!(Neighbourhood::of_date(text).contains(&five_two), "{text}");
        }
        for text in ["005/002", "5", "RT 5", "", "V/2", "2021"] {
            assert_eq!(Neighbourhood::of_date(text), [], "{text}");
        }
    }
}
