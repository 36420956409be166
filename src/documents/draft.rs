//! A power of attorney while it is being filled in, and when it is ready to be printed.

use domain::{Nik, NumberFault};

/// A blank of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blank {
    PrincipalName,
    PrincipalNik,
    PrincipalAddress,
    ProxyName,
    ProxyNik,
    ProxyAddress,
    Relation,
    Reason,
    Place,
}

/// What was typed so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    filled: Vec<(Blank, String)>,
}

/// The letter; what is empty is left to be written by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) principal: Person,
    pub(super) proxy: Person,
    /// What the proxy is to the principal.
    pub(super) relation: String,
    /// Why the principal does not come.
    pub(super) reason: String,
    /// Where it is signed.
    pub(super) place: String,
}

/// One of the two who sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) nik: Option<Nik>,
    pub(super) address: String,
}

/// Why a draft is no letter yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Without it the letter says nothing.
    Missing,
    /// Not a NIK; an empty one is written by hand.
    Nik(NumberFault),
}

impl Blank {
    /// The id of its field.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::PrincipalName => "pemberi-nama",
            Self::PrincipalNik => "pemberi-nik",
            Self::PrincipalAddress => "pemberi-alamat",
            Self::ProxyName => "penerima-nama",
            Self::ProxyNik => "penerima-nik",
            Self::ProxyAddress => "penerima-alamat",
            Self::Relation => "hubungan",
            Self::Reason => "alasan",
            Self::Place => "tempat",
        }
    }
}

impl Draft {
    /// What was typed in a blank.
    pub(super) fn get(&self, blank: Blank) -> &str {
        self.filled.iter().find(|(it, _)| *it == blank).map_or("", |(_, text)| text)
    }

    /// Takes what was typed in a blank.
    pub(super) fn set(&mut self, blank: Blank, text: String) {
        self.filled.retain(|(it, _)| *it != blank);
        self.filled.push((blank, text));
    }

    /// Makes the letter.
    ///
    /// # Errors
    /// Every blank that is missing or wrong, in the order of the form.
    pub(super) fn letter(&self) -> Result<Letter, Vec<(Blank, Fault)>> {
        let mut faults = Vec::new();
        let principal =
            self.person([Blank::PrincipalName, Blank::PrincipalNik, Blank::PrincipalAddress], &mut faults);
        let proxy = self.person([Blank::ProxyName, Blank::ProxyNik, Blank::ProxyAddress], &mut faults);
        let letter = Letter {
            principal,
            proxy,
            relation: self.line(Blank::Relation),
            reason: self.line(Blank::Reason),
            place: self.line(Blank::Place),
        };
        if faults.is_empty() { Ok(letter) } else { Err(faults) }
    }

    fn person(&self, [name, nik, address]: [Blank; 3], faults: &mut Vec<(Blank, Fault)>) -> Person {
        if self.get(name).trim().is_empty() {
            faults.push((name, Fault::Missing));
        }
        let number = match Nik::parse(self.get(nik)) {
            Ok(number) => Some(number),
            Err(NumberFault::Empty) => None,
            Err(fault) => {
                faults.push((nik, Fault::Nik(fault)));
                None
            }
        };
        Person { name: self.line(name), nik: number, address: self.line(address) }
    }

    fn line(&self, blank: Blank) -> String {
        self.get(blank).trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &[(Blank, &str)], expect: &[(Blank, Fault)]) {
        let mut draft = Draft::default();
        for (blank, text) in typed {
            draft.set(*blank, (*text).to_owned());
        }
        assert_eq!(draft.letter().err().unwrap_or_default(), expect, "{typed:?}");
    }

    #[test]
    fn names_are_needed_and_the_rest_can_be_written_by_hand() {
        const NAMES: [(Blank, &str); 2] = [(Blank::PrincipalName, "Siti Aminah"), (Blank::ProxyName, "Budi")];
        let with = |blank, text| [NAMES[0], NAMES[1], (blank, text)];
        check(&[], &[(Blank::PrincipalName, Fault::Missing), (Blank::ProxyName, Fault::Missing)]);
        check(&[NAMES[0], (Blank::ProxyName, "  ")], &[(Blank::ProxyName, Fault::Missing)]);
        check(&NAMES, &[]);
        check(&with(Blank::PrincipalNik, "3174105205809012"), &[]);
        check(
            &with(Blank::PrincipalNik, "317410520580901"),
            &[(Blank::PrincipalNik, Fault::Nik(NumberFault::Length(15)))],
        );
        check(&with(Blank::ProxyNik, "31"), &[(Blank::ProxyNik, Fault::Nik(NumberFault::Length(2)))]);
    }

    #[test]
    fn the_last_text_counts() {
        let mut draft = Draft::default();
        draft.set(Blank::PrincipalName, "Sit".to_owned());
        draft.set(Blank::PrincipalName, "Siti ".to_owned());
        draft.set(Blank::ProxyName, "Budi".to_owned());
        assert_eq!(draft.letter().unwrap().principal.name, "Siti");
    }
}
