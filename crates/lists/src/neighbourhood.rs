//! RT and RW wherever a list mentions them: in their columns, in the title, in the address.

use domain::rt_rw::parse_pair;
use domain::{Rt, Rw};
use std::collections::VecDeque;

/// The RT and RW of a row, a title or an address, as far as it names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Neighbourhood {
    pub(crate) rt: Option<String>,
    pub(crate) rw: Option<String>,
}

impl Neighbourhood {
    /// From the cells of a row: RT, RW, and both in one.
    pub(crate) fn from_cells(rt: &str, rw: &str, both: &str) -> Self {
        if parse_pair(rt).is_ok() {
            return Self::from_pair(rt);
        }
        let own = |text: &str| Some(number(text)).filter(|text| !text.is_empty());
        Self { rt: own(rt), rw: own(rw) }.or(Self::from_pair(both))
    }

    /// From a column that holds both: `005/02`. What cannot be read is kept as it is, to be named as a problem.
    fn from_pair(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        match parse_pair(text) {
            Ok((rt, rw)) => Self { rt: Some(rt.to_string()), rw: Some(rw.to_string()) },
            Err(_) => Self { rt: Some(text.to_owned()), rw: Some(text.to_owned()) },
        }
    }

    /// From running text: `RT 005 / RW 02 KELURAHAN ULUJAMI`, `Jl. Melati 3 RT.05/02`.
    pub(crate) fn mentioned(text: &str) -> Self {
        let text = text.to_lowercase();
        let mut found = Self::default();
        let mut named = VecDeque::new();
        for part in parts(&text) {
            match part {
                "rt" | "rw" => {
                    named.retain(|name| *name != part);
                    named.push_back(part);
                }
                _ if part.chars().all(|c| c.is_ascii_digit()) => match named.pop_front() {
                    Some("rt") => {
                        found.rt = found.rt.or_else(|| Rt::parse(part).ok().map(|rt| rt.to_string()));
                        // `RT 05/02`: the number after the RT's is the RW's.
                        if named.is_empty() {
                            named.push_back("rw");
                        }
                    }
                    Some(_) => found.rw = found.rw.or_else(|| Rw::parse(part).ok().map(|rw| rw.to_string())),
                    None => {}
                },
                _ => named.clear(),
            }
        }
        found
    }

    /// What this one names, and what the other one names where this one does not.
    pub(crate) fn or(self, other: Self) -> Self {
        Self { rt: self.rt.or(other.rt), rw: self.rw.or(other.rw) }
    }
}

/// Three digits, if there is one number: `RT: 5` → `005`. Otherwise the text as it is.
fn number(text: &str) -> String {
    let digits = text.trim_matches(|c: char| !c.is_ascii_digit());
    Rt::parse(digits).map_or_else(|_| text.to_owned(), |number| number.to_string())
}

/// Words and numbers, also where nothing stands between them: `RT05` is two.
fn parts(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .flat_map(|word| match word.find(|c: char| c.is_ascii_digit()) {
            Some(at) => {
                let (letters, digits) = word.split_at(at);
                [letters, digits]
            }
            None => [word, ""],
        })
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, rt: Option<&str>, rw: Option<&str>) {
        let found = Neighbourhood::mentioned(text);
        assert_eq!((found.rt.as_deref(), found.rw.as_deref()), (rt, rw), "{text}");
    }

    #[test]
    fn mentioned() {
        check("RT 005 / RW 02 KELURAHAN ULUJAMI", Some("005"), Some("002"));
        check("RT.05/02", Some("005"), Some("002"));
        check("Jl. Melati 3 RT05 RW002", Some("005"), Some("002"));
        check("RT/RW : 005/002", Some("005"), Some("002"));
        check("RW 04", None, Some("004"));
        check("RUKUN TETANGGA 5", None, None);
        check("Jl. Melati No. 5", None, None);
        check("Ketua RT Slamet 5", None, None);
        check("TAHUN 2021", None, None);
    }
}
