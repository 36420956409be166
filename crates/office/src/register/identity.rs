//! What tells some families from all others.

use domain::{Household, KkNumber, Nik, RegistrationCode};
use serde_json::Value;
use std::collections::HashSet;

/// The codes of some families and the numbers on their cards, those of earlier versions of their records too.
#[derive(Debug, Default)]
pub struct Identity {
    codes: HashSet<RegistrationCode>,
    kks: HashSet<KkNumber>,
    niks: HashSet<Nik>,
}

impl Identity {
    pub(super) fn add(&mut self, household: &Household) {
        self.kks.extend(household.kk);
        self.niks.extend(household.niks());
    }

    pub(super) fn add_code(&mut self, code: RegistrationCode) {
        self.codes.insert(code);
    }

    /// The numbers on the cards, as digits.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &domain::Sixteen> {
        self.kks.iter().map(KkNumber::digits).chain(self.niks.iter().map(Nik::digits))
    }

    /// Whether a code is of one of them.
    pub(super) fn has_code(&self, code: &RegistrationCode) -> bool {
        self.codes.contains(code)
    }

    /// Whether an entry of a list is one of them, by its code or a number.
    pub(super) fn is_of(&self, entry: &Value) -> bool {
        let household = entry.get("household");
        let part = |name| household.and_then(|household| household.get(name));
        let others = part("others").and_then(Value::as_array).into_iter().flatten();
        let mut niks = part("head").into_iter().chain(others).filter_map(|member| member.get("nik"));
        code(entry).is_some_and(|code| self.codes.contains(&code))
            || part("kk").and_then(read(KkNumber::parse)).is_some_and(|kk| self.kks.contains(&kk))
            || niks.any(|nik| read(Nik::parse)(nik).is_some_and(|nik| self.niks.contains(&nik)))
    }
}

/// The entries of a list.
pub(super) fn entries(list: &Value) -> impl Iterator<Item = &Value> {
    list.get("households").and_then(Value::as_array).into_iter().flatten()
}

/// The code of an entry.
pub(super) fn code(entry: &Value) -> Option<RegistrationCode> {
    entry.get("code").and_then(read(RegistrationCode::parse))
}

fn read<T, E>(parse: fn(&str) -> Result<T, E>) -> impl Fn(&Value) -> Option<T> {
    move |value| parse(value.as_str()?).ok()
}
