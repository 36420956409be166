//! Many families, a line each: those of an RT, or those that share a reason.

use super::words;
use domain::{Event, Reason, RegistrationCode};
use office::areas::{areas, name_of};
use office::fault::Result;
use office::register::{Family, Origin, Register, Unreadable};
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// The families, and what they have in common.
#[derive(Serialize)]
pub(super) struct Families {
    of: String,
    families: Vec<Line>,
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    unreadable: Unreadable,
}

/// A family as it stands.
#[derive(Serialize)]
struct Line {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<RegistrationCode>,
    head: String,
    place: String,
    /// What happened last, and when.
    since: String,
    what: String,
    double: bool,
}

/// Every family of an RT, doubles too.
pub(super) fn of_rt(register: &Register, origin: &Origin) -> Result<Families> {
    let of = place(origin, &name_of(&areas(), &origin.area));
    let mut families = Vec::new();
    for family in register.families_of(origin)? {
        let (codes, history) = (register.codes(family.id)?, register.history(family.id)?);
        families.push(Line::of(&family, codes.first(), history.last(), of.clone()));
    }
    Ok(Families { of, families, unreadable: Unreadable::default() })
}

/// Every family that is where it is for a reason.
pub(super) fn for_reason(register: &Register, reason: Reason) -> Result<Families> {
    let (areas, mut families) = (areas(), Vec::new());
    let unreadable = register.for_each_family(|cases| {
        for case in &cases {
            if let Some(last) = case.history.last().filter(|event| event.reason == Some(reason)) {
                let origin = &case.family.origin;
                let place = place(origin, &name_of(&areas, &origin.area));
                families.push(Line::of(&case.family, case.codes.first(), Some(last), place));
            }
        }
        Ok(())
    })?;
    Ok(Families { of: format!("alasan {reason}"), families, unreadable })
}

fn place(origin: &Origin, kelurahan: &str) -> String {
    format!("RT {} / RW {} {kelurahan}", origin.rt, origin.rw)
}

impl Line {
    fn of(family: &Family, code: Option<&RegistrationCode>, last: Option<&Event>, place: String) -> Self {
        Self {
            code: code.copied(),
            head: family.household.head.name.clone(),
            place,
            since: last.map(|event| event.at.to_string()).unwrap_or_default(),
            what: last.map(words::event).unwrap_or_default(),
            double: !family.stands(),
        }
    }
}

impl Display for Families {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{} keluarga, {}:", self.families.len(), self.of)?;
        for Line { code, head, place, since, what, .. } in &self.families {
            let code = code.map(|code| code.to_string()).unwrap_or_default();
            writeln!(f, "  {code}  {head}, {place}: {what} ({since})")?;
        }
        write!(f, "{}", self.unreadable)
    }
}
