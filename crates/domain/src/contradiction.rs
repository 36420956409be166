//! What a record says twice, and not alike: one of the two is wrong, and only a person can find out which.

use crate::date::Date;
use crate::household::Household;
use crate::member::Member;
use crate::reading::{denies, plain};
use crate::relation::Relation;
use crate::sex::Sex;
use crate::text_serde::coded;

coded! {
    /// Two things that a record says and that cannot both be true.
    Contradiction, "a contradiction like kerja-dan-penghasilan" {
        /// Somebody is paid by the state, and nobody has a fixed income.
        Work = "kerja-dan-penghasilan",
        /// Somebody draws a pension, and nobody has a fixed income.
        Pension = "pensiun-dan-penghasilan",
        /// A birth date that is not that of the NIK, or a NIK of a day that no calendar has.
        NikBirth = "tanggal-lahir-dan-nik",
        /// A sex that is not that of the NIK.
        NikSex = "kelamin-dan-nik",
        /// A child that was born before its mother, or with her.
        Child = "anak-dan-ibu",
        /// Who listed it wrote beside it that the family has moved.
        Moved = "tinggal-dan-catatan",
    }
}

/// Work of which a salary comes every month, whatever happens.
const SALARIED: &[&str] = &[
    "pns",
    "asn",
    "pppk",
    "p3k",
    "tni",
    "polri",
    "polisi",
    "tentara",
    "pegawai negeri",
    "aparatur sipil",
    "pegawai tetap",
    "karyawan tetap",
    "karyawan bumn",
    "pegawai bumn",
    "karyawan bumd",
    "pegawai bumd",
];
const PENSIONED: &[&str] = &["pensiun", "pensiunan", "purnawirawan"];
/// Words that take it back: `mantan PNS`.
const FORMERLY: &[&str] = &["bukan", "mantan", "eks", "ex", "bekas", "calon", "honorer", "tidak", "belum"];

impl Household {
    /// Everything in which the record contradicts itself, each kind once.
    pub fn contradictions(&self) -> Vec<Contradiction> {
        let has = |does: &dyn Fn(&Member) -> bool| self.members().any(does);
        let without_income = self.fixed_income == Some(false);
        [
            (Contradiction::Work, without_income && has(&|member| works_as(member, SALARIED))),
            (Contradiction::Pension, without_income && has(&|member| works_as(member, PENSIONED))),
            (Contradiction::NikBirth, has(&is_of_another_birth)),
            (Contradiction::NikSex, has(&is_of_another_sex)),
            (Contradiction::Child, self.has_a_child_older_than_its_mother()),
            (Contradiction::Moved, says_moved(&self.note)),
        ]
        .into_iter()
        .filter_map(|(kind, is)| is.then_some(kind))
        .collect()
    }

    fn has_a_child_older_than_its_mother(&self) -> bool {
        let is_mother = |member: &&Member| match member.relation {
            Relation::Wife => true,
            Relation::Head => member.sex == Some(Sex::Female),
            _ => false,
        };
        let Some(mother) = self.members().filter(is_mother).filter_map(|mother| mother.birth).min() else {
            return false;
        };
        let mut children = self.members().filter(|member| member.relation == Relation::Child);
        children.any(|child| child.birth.is_some_and(|birth| birth <= mother))
    }
}

/// `sudah pindah ke Bekasi`, and not `belum pindah`, nor `pindahan dari Depok`.
fn says_moved(note: &str) -> bool {
    let note = plain(note);
    let words: Vec<&str> = note.split(' ').collect();
    let is_past = |word: &&str| ["sudah", "sdh", "telah"].contains(word);
    words.contains(&"pindah")
        && !words.iter().any(|word| denies(word))
        && (words.iter().any(is_past) || note.contains("pindah ke") || note == "pindah")
}

fn works_as(member: &Member, work: &[&str]) -> bool {
    let text = format!(" {} ", plain(&member.occupation));
    let says = |those: &[&str]| those.iter().any(|words| text.contains(&format!(" {words} ")));
    // A pension is no salary: `pensiunan PNS`.
    says(work) && !says(FORMERLY) && (work == PENSIONED || !says(PENSIONED))
}

fn is_of_another_birth(member: &Member) -> bool {
    let Some(hint) = member.nik.map(|nik| nik.hint()) else { return false };
    let (Some((day, month)), Some(year)) = (hint.day_month, hint.year) else { return true };
    // The NIK has two digits of the year: of which hundred it does not say.
    let mut dates =
        [1900, 2000].into_iter().filter_map(|century| Date::new(century + i32::from(year), month, day).ok());
    match member.birth {
        Some(birth) => !dates.any(|date| date == birth),
        None => dates.next().is_none(),
    }
}

fn is_of_another_sex(member: &Member) -> bool {
    let of_nik = member.nik.and_then(|nik| nik.hint().sex);
    member.sex.is_some() && of_nik.is_some() && member.sex != of_nik
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AreaCode, HouseholdDraft, MemberDraft};

    /// `occupation|fixed income|relation NIK birth sex|…`; `-` for nothing.
    fn check(family: &str, expect: &[&str]) {
        let today = Date::parse("2021-03-12").unwrap();
        let mut parts = family.split('|');
        let (occupation, income) = (parts.next().unwrap(), parts.next().unwrap());
        let blank = |text: &str| if text == "-" { String::new() } else { text.to_owned() };
        let member = |text: &str| {
            let [relation, nik, birth, sex] = text.split(' ').collect::<Vec<_>>()[..] else {
                panic!("{text}")
            };
            let (nik, without_nik) = (blank(nik), nik == "-");
            let relation = blank(relation);
            MemberDraft {
                name: "Contoh".into(),
                relation,
                nik,
                without_nik,
                birth: blank(birth),
                sex: blank(sex),
                ..MemberDraft::default()
            }
        };
        let mut members: Vec<MemberDraft> = parts.map(member).collect();
        members[0].occupation = occupation.into();
        let draft = HouseholdDraft {
            kk: "3174101001099012".into(),
            address: "Jl. Contoh No. 1".into(),
            rt: "005".into(),
            rw: "002".into(),
            members,
            ..HouseholdDraft::default()
        };
        let mut household =
            draft.validate(&AreaCode::parse("31.74.10.1005").unwrap(), today).unwrap().household;
        household.fixed_income = match income {
            "ya" => Some(true),
            "tidak" => Some(false),
            _ => None,
        };
        let found: Vec<&str> = household.contradictions().into_iter().map(Contradiction::code).collect();
        assert_eq!(found, expect, "{family}");
    }

    #[test]
    fn what_cannot_both_be_true() {
        let siti = "kepala 3174105205809012 1980-05-12 perempuan";
        check(&format!("Buruh harian|tidak|{siti}"), &[]);
        check(&format!("PNS|tidak|{siti}"), &["kerja-dan-penghasilan"]);
        check(&format!("Pegawai Negeri Sipil (guru)|tidak|{siti}"), &["kerja-dan-penghasilan"]);
        check(&format!("PNS|ya|{siti}"), &[]);
        check(&format!("PNS|-|{siti}"), &[]);
        check(&format!("mantan PNS|tidak|{siti}"), &[]);
        check(&format!("Pensiunan PNS|tidak|{siti}"), &["pensiun-dan-penghasilan"]);
        check("-|-|kepala 3174109905809012 1980-05-12 perempuan", &["tanggal-lahir-dan-nik"]);
        check("-|-|kepala 3174105205809012 1980-05-13 perempuan", &["tanggal-lahir-dan-nik"]);
        check("-|-|kepala 3174105205219012 1921-05-12 perempuan", &[]);
        check("-|-|kepala 3174105205809012 1980-05-12 laki-laki", &["kelamin-dan-nik"]);
        check("-|-|kepala - 1980-05-12 laki-laki", &[]);
        check(&format!("-|-|{siti}|anak - 1979-01-01 -"), &["anak-dan-ibu"]);
        check(&format!("-|-|{siti}|anak - 2001-01-01 -"), &[]);
        check(&format!("-|-|{siti}|cucu - 1979-01-01 -"), &[]);
    }
}
