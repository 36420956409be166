//! What a NIK can fill in.

use domain::{Date, MemberDraft, Nik, Sex};

/// Sex and birth as a NIK has them, where nobody has said otherwise. To be offered, never taken for granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Where none was chosen.
    pub sex: Option<Sex>,
    /// Where none was typed.
    pub birth: Option<Date>,
}

impl Offer {
    /// What the NIK of a member can fill in; `None` where there is nothing left to say.
    pub fn of(member: &MemberDraft, today: Date) -> Option<Self> {
        let nik = Nik::parse(&member.nik).ok().filter(|_| !member.without_nik)?;
        let sex = nik.hint().sex.filter(|_| member.sex.trim().is_empty());
        let birth = nik.birth(today).filter(|_| member.birth.trim().is_empty());
        (sex.is_some() || birth.is_some()).then_some(Self { sex, birth })
    }

    /// Takes it.
    pub fn fill(self, member: &mut MemberDraft) {
        if let Some(sex) = self.sex {
            member.sex = sex.code().to_owned();
        }
        if let Some(birth) = self.birth {
            member.birth = written(birth);
        }
    }
}

/// Puts a NIK in, and what it tells where nothing stands, or what the NIK before it says too, however it is written: that was read
/// from the NIK, or it was compared with it.
pub fn put_nik(member: &mut MemberDraft, typed: String, today: Date) {
    if let Ok(before) = Nik::parse(&member.nik) {
        if before.birth(today).is_some_and(|birth| Date::parse_past(&member.birth, today) == Ok(birth)) {
            member.birth.clear();
        }
        if before.hint().sex.is_some_and(|sex| Sex::parse_loose(&member.sex) == Some(sex)) {
            member.sex.clear();
        }
    }
    member.nik = typed;
    if let Some(offer) = Offer::of(member, today) {
        offer.fill(member);
    }
}

/// `12-05-1980`, as one types it.
pub fn written(date: Date) -> String {
    format!("{:02}-{:02}-{}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::today;

    fn check(nik: &str, sex: &str, birth: &str, expect: Option<(&str, &str)>) {
        let mut member =
            MemberDraft { nik: nik.into(), sex: sex.into(), birth: birth.into(), ..MemberDraft::default() };
        let offer = Offer::of(&member, today());
        if let Some(offer) = offer {
            offer.fill(&mut member);
        }
        let filled = offer.map(|_| (member.sex.as_str(), member.birth.as_str()));
        assert_eq!(filled, expect, "{nik} {sex} {birth}");
    }

    #[test]
    fn a_nik_that_is_mended_tells_anew_and_overrules_nobody() {
        let mut member = MemberDraft::default();
        for (typed, sex, birth) in [
            ("317410520580901", "", ""),
            ("3174105205809012", "P", "12-05-1980"),
            ("317410520580901", "", ""),
            ("3174101205819012", "L", "12-05-1981"),
        ] {
            put_nik(&mut member, typed.into(), today());
            assert_eq!((member.sex.as_str(), member.birth.as_str()), (sex, birth), "{typed}");
        }
        member.birth = "13-05-1981".into();
        put_nik(&mut member, "3174105205809012".into(), today());
        assert_eq!((member.sex.as_str(), member.birth.as_str()), ("P", "13-05-1981"));
    }

    #[test]
    fn a_birth_that_agreed_with_the_nik_before_goes_with_it_however_it_was_written() {
        for (birth, expect) in [
            ("1980-05-12", "13-06-1980"),
            ("12/5/80", "13-06-1980"),
            ("12 mei 1980", "13-06-1980"),
            ("13-05-1980", "13-05-1980"),
        ] {
            let mut member = MemberDraft {
                nik: "3174105205809012".into(),
                sex: "perempuan".into(),
                birth: birth.into(),
                ..MemberDraft::default()
            };
            put_nik(&mut member, "3174101306809012".into(), today());
            assert_eq!((member.sex.as_str(), member.birth.as_str()), ("L", expect), "{birth}");
        }
    }

    #[test]
    fn fills_in_only_what_is_empty() {
        check("3174105205809012", "", "", Some(("P", "12-05-1980")));
        check("3174105205809012", "L", "", Some(("L", "12-05-1980")));
        check("3174105205809012", "", "13-05-1980", Some(("P", "13-05-1980")));
        check("3174105205809012", "P", "12-05-1980", None);
        check("3174103102809012", "", "", Some(("L", "")));
        check("317410520580901", "", "", None);
        check("", "", "", None);
    }
}
