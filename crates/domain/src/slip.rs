//! Slips of the finger in a KK number and a NIK, which together find no family.
//!
//! Both carry a date: a KK number that of its recording, a NIK that of a birth (see [`KkNumber`], [`Nik`]). What it tells is a
//! hint: a NIK keeps a birth date that was corrected since. So a slip is named, and never bars a look-up.

use crate::date::Date;
use crate::kk::KkNumber;
use crate::nik::{Nik, NikHint};
use crate::sixteen::Sixteen;

/// What may have gone wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The same number stands in both fields.
    SameTwice,
    /// The KK number stands in the field of the NIK, and the other way round.
    Exchanged,
    /// A NIK has no such birth date.
    NoSuchDate,
    /// The NIK is of a child, born in this year. Adults of the KK find the family.
    Child(i32),
}

/// Whose number sixteen digits are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Of a card: it was recorded when no adult of today was born.
    Kk,
    /// Of a person: a woman's, or born before there were such cards.
    Nik,
    /// Of either.
    Either,
}

/// From this age on a person counts as an adult (KTP, UU 23/2006 article 63).
const ADULT_YEARS: i32 = 17;

/// KK numbers of sixteen digits came with SIAK, the register of population (Keppres 88/2004).
const FIRST_KK_YEAR: i32 = 2004;

impl Slip {
    /// What the two numbers tell, if they are likely mistyped.
    pub fn of(kk: &KkNumber, nik: &Nik, today: Date) -> Option<Self> {
        if kk.digits() == nik.digits() {
            return Some(Self::SameTwice);
        }
        let is_card = Kind::of(nik.digits(), today) != Kind::Nik;
        if Kind::of(kk.digits(), today) == Kind::Nik && is_card {
            return Some(Self::Exchanged);
        }
        match nik.birth(today) {
            None => Some(Self::NoSuchDate),
            Some(birth) => (birth.age_on(today) < ADULT_YEARS).then_some(Self::Child(birth.year())),
        }
    }
}

impl Kind {
    /// What the date in the digits tells.
    pub fn of(digits: &Sixteen, today: Date) -> Self {
        if digits.number(6, 2) > 40 {
            return Self::Nik;
        }
        match NikHint::of(&digits.to_string()).birth(today) {
            Some(date) if date.age_on(today) < ADULT_YEARS => Self::Kk,
            Some(date) if date.year() < FIRST_KK_YEAR => Self::Nik,
            _ => Self::Either,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KK: &str = "3174101001099012"; // recorded on 10 January 2009
    const OLD_KK: &str = "3174101001049012"; // in 2004
    const WOMAN: &str = "3174105205809012"; // 1980
    const MAN: &str = "3174101205809012";
    const YOUNG_MAN: &str = "3174101205049012"; // 2004
    const CHILD: &str = "3174101205149012"; // 2014

    fn today() -> Date {
        Date::parse("2021-03-12").unwrap()
    }

    #[test]
    fn a_slip_is_named() {
        for (kk, nik, expect) in [
            (KK, WOMAN, None),
            (KK, MAN, None),
            (OLD_KK, MAN, None),
            (WOMAN, KK, Some(Slip::Exchanged)),
            (MAN, KK, Some(Slip::Exchanged)),
            (MAN, OLD_KK, Some(Slip::Exchanged)),
            (KK, KK, Some(Slip::SameTwice)),
            (WOMAN, WOMAN, Some(Slip::SameTwice)),
            // Two NIK, or two KK numbers: neither is in the other's place.
            (WOMAN, MAN, None),
            (OLD_KK, KK, Some(Slip::Child(2009))),
            (KK, CHILD, Some(Slip::Child(2014))),
            (KK, "3174105205149012", Some(Slip::Child(2014))),
            (KK, "3174103102809012", Some(Slip::NoSuchDate)),
            (KK, "3174101213809012", Some(Slip::NoSuchDate)),
            (KK, "3174107905809012", Some(Slip::NoSuchDate)),
            (KK, "3174100005809012", Some(Slip::NoSuchDate)),
        ] {
            let (kk, nik) = (KkNumber::parse(kk).unwrap(), Nik::parse(nik).unwrap());
            assert_eq!(Slip::of(&kk, &nik, today()), expect, "{kk} {nik}");
        }
    }

    #[test]
    fn a_number_tells_whose_it_is() {
        for (digits, expect) in [
            (KK, Kind::Kk),
            (WOMAN, Kind::Nik),
            (MAN, Kind::Nik),
            (OLD_KK, Kind::Either),
            (YOUNG_MAN, Kind::Kk), // sixteen years old on this day, and no adult
            ("3174107905809012", Kind::Nik),
            ("3174101213809012", Kind::Either),
        ] {
            assert_eq!(Kind::of(&Sixteen::parse(digits).unwrap(), today()), expect, "{digits}");
        }
        let later = Date::parse("2026-03-12").unwrap();
        assert_eq!(Kind::of(&Sixteen::parse(YOUNG_MAN).unwrap(), later), Kind::Either);
    }

    proptest! {
        #[test]
        fn an_exchange_is_mended_by_exchanging(kk in "3174[0-9]{12}", nik in "3174[0-9]{12}") {
            let slip = |kk: &str, nik: &str| {
                Slip::of(&KkNumber::parse(kk).unwrap(), &Nik::parse(nik).unwrap(), today())
            };
            if slip(&kk, &nik) == Some(Slip::Exchanged) {
                prop_assert_ne!(slip(&nik, &kk), Some(Slip::Exchanged));
            }
        }
    }
}
