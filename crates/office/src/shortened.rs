//! What was over the limits and was cut off: named, so that somebody can look.

use crate::case::Case;
use domain::{Fault, Field, Problem, RegistrationCode};
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// A text that was too long, or members that were too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Shortened {
    /// Of the family.
    pub code: RegistrationCode,
    /// The field.
    pub field: Field,
    /// Whose field it is, where it is one of a member: 0 the head.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<usize>,
    /// What was over, like `terlalu-panjang`.
    pub fault: &'static str,
    /// So many letters or members were kept.
    pub most: usize,
}

impl Shortened {
    /// What was over in the record or story of a family.
    pub(crate) fn of(code: RegistrationCode, over: &[Problem]) -> impl Iterator<Item = Self> {
        over.iter().filter_map(move |Problem { place, fault }| {
            let (Fault::TooLong(most) | Fault::TooManyMembers(most)) = *fault else { return None };
            Some(Self { code, field: place.field, member: place.member, fault: fault.code(), most })
        })
    }

    /// What the register holds of a family that is over the limits: whoever reads it gets what is kept here.
    pub(crate) fn in_case(case: &Case) -> Vec<Self> {
        case.codes.first().map(|code| Self::of(*code, &case.over).collect()).unwrap_or_default()
    }
}

/// `0123-…-K: nama (anggota 2) terlalu panjang, 100 yang pertama dipakai`
impl Display for Shortened {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { code, field, member, fault, most } = self;
        write!(f, "{code}: {field}")?;
        if let Some(member) = member {
            write!(f, " (anggota {})", member + 1)?;
        }
        write!(f, " {}, {most} yang pertama dipakai", fault.replace('-', " "))
    }
}
