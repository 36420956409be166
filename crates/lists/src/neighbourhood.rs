//! RT and RW wherever a list mentions them: in their columns, in the title, in the address.

use domain::Rt;
use domain::reading::{mentioned, pair};

/// The RT and RW of a row, a title or an address, as far as it names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Neighbourhood {
    pub(crate) rt: Option<String>,
    pub(crate) rw: Option<String>,
}

impl Neighbourhood {
    /// From the cells of a row: RT, RW, and both in one.
    pub(crate) fn from_cells(rt: &str, rw: &str, both: &str) -> Self {
        if pair(rt).is_ok() {
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
        match pair(text) {
            Ok((rt, rw)) => Self { rt: Some(rt.to_string()), rw: Some(rw.to_string()) },
            Err(_) => Self { rt: Some(text.to_owned()), rw: Some(text.to_owned()) },
        }
    }

    /// From running text: `RT 005 / RW 02 KELURAHAN ULUJAMI`, `Jl. Melati 3 RT.05/02`.
    pub(crate) fn mentioned(text: &str) -> Self {
        let (rt, rw) = mentioned(text);
        Self { rt: rt.map(|rt| rt.to_string()), rw: rw.map(|rw| rw.to_string()) }
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
