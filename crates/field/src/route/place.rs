//! The field of a form that an address leads to.

use domain::{Field, Place, Reason};

/// The name of a place, in an address and as the id of its field: `alamat`, `nik-0`.
pub fn code(place: Place) -> String {
    match place.member {
        Some(index) => [place.field.code(), "-", &index.to_string()].concat(),
        None => place.field.code().to_owned(),
    }
}

/// Reads the name of a place.
pub fn parse(code: &str) -> Option<Place> {
    let numbered = code.rsplit_once('-').and_then(|(field, index)| Some((field, index.parse().ok()?)));
    let (field, member) = numbered.map_or((code, None), |(field, index)| (field, Some(index)));
    Field::parse(field).ok().map(|field| Place { member, field })
}

/// The field that a reason of the office is about; `None` where only the whole family tells.
pub fn concerned(reason: Reason) -> Option<Place> {
    let of_head = |field| Some(Place { member: Some(0), field });
    let of_family = |field| Some(Place { member: None, field });
    match reason {
        Reason::OtherAid => of_head(Field::Aid),
        Reason::Mismatch => of_head(Field::Nik),
        Reason::Duplicate => of_family(Field::Kk),
        Reason::FixedIncome => of_family(Field::FixedIncome),
        Reason::NotAffected => of_family(Field::Affected),
        Reason::MovedOut | Reason::NotFound => of_family(Field::Address),
        Reason::Died
        | Reason::CardMisused
        | Reason::Musyawarah
        | Reason::Incomplete
        | Reason::Matching
        | Reason::Kemensos
        | Reason::Declined
        | Reason::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_leads_back_to_itself() {
        for field in Field::ALL {
            for member in [None, Some(0), Some(12)] {
                let place = Place { member, field: *field };
                assert_eq!(parse(&code(place)), Some(place));
            }
        }
        for text in ["", "nik-", "nik-x", "-0", "nama-0-0", "apa"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
