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
