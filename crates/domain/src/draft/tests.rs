//! What bars a draft, what is only looked at, and what a record is like.

use super::*;
use crate::{AreaCode, Date, Problem};
use proptest::prelude::*;

fn good() -> HouseholdDraft {
    HouseholdDraft {
        kk: "3174 1024 1009 9096".into(),
        members: vec![MemberDraft {
            name: "Siti Contoh".into(),
            nik: "3174105205809012".into(),
            ..MemberDraft::default()
        }],
        address: "Jl. Contoh No. 1".into(),
        rt: "5".into(),
        rw: "02".into(),
        affected: Some(true),
        fixed_income: Some(false),
        ..HouseholdDraft::default()
    }
}

fn validate(draft: &HouseholdDraft) -> Result<Validated, Vec<Problem>> {
    draft.validate(&AreaCode::parse("31.74.10.1001").unwrap(), Date::parse("2021-03-12").unwrap())
}

/// The problems of `good()` after one change, as `member.field:code`.
fn check(change: impl FnOnce(&mut HouseholdDraft), accepted: bool, expect: &[&str]) {
    let mut draft = good();
    change(&mut draft);
    let outcome = validate(&draft);
    assert_eq!(outcome.is_ok(), accepted, "{outcome:?}");
    let problems = outcome.map_or_else(|bars| bars, |validated| validated.warnings);
    let shown: Vec<String> = problems
        .iter()
        .map(|p| {
            let member = p.place.member.map(|i| format!("{i}.")).unwrap_or_default();
            format!("{member}{}:{}", p.place.field, p.fault.code())
        })
        .collect();
    assert_eq!(shown, expect);
}

#[test]
fn a_record_has_its_own_way_of_writing() {
    let mut draft = good();
    draft.members[0].name = " Siti \n Contoh ".into();
    draft.phone = " 81200009000 ".into();
    let household = validate(&draft).unwrap().household;
    assert_eq!((household.head.name.as_str(), household.phone.as_str()), ("Siti Contoh", "081200009000"));
}

/// Whether somebody is disabled and who, as it comes to the record: from the answer, and from ticks at head and child.
fn check_disability(answer: Option<bool>, ticks: [bool; 2], expect: Option<bool>, who: [bool; 2]) {
    let mut draft = good();
    let child = MemberDraft {
        name: "Budi".into(),
        without_nik: true,
        relation: "anak".into(),
        ..MemberDraft::default()
    };
    draft.members.push(child);
    draft.disability = answer;
    for (member, tick) in draft.members.iter_mut().zip(ticks) {
        member.disabled = tick;
    }
    let household = validate(&draft).unwrap().household;
    let found: Vec<bool> = household.members().map(|member| member.disabled).collect();
    assert_eq!((household.disability, found), (expect, who.to_vec()), "{answer:?} {ticks:?}");
    let again = validate(&HouseholdDraft::from(&household)).unwrap().household;
    assert_eq!(again, household);
}

#[test]
fn who_is_disabled_is_asked_and_not_guessed() {
    check_disability(None, [false, false], None, [false, false]);
    check_disability(Some(false), [false, false], Some(false), [false, false]);
    check_disability(Some(false), [true, false], Some(false), [false, false]);
    check_disability(Some(true), [false, true], Some(true), [false, true]);
    check_disability(Some(true), [false, false], Some(true), [false, false]);
    check_disability(None, [true, false], Some(true), [true, false]);
}

#[test]
fn the_answer_outweighs_the_words_of_a_note() {
    let today = Date::parse("2021-03-12").unwrap();
    for (answer, note, expect) in [
        (None, "istri tuna netra", true),
        (None, "", false),
        (Some(true), "", true),
        (Some(false), "istri tuna netra", false),
    ] {
        let mut draft = good();
        (draft.disability, draft.note) = (answer, note.into());
        assert_eq!(validate(&draft).unwrap().household.is_frail(today), expect, "{answer:?} {note}");
    }
}

#[test]
fn bars_and_warnings() {
    check(|_| {}, true, &[]);
    check(|d| d.kk.clear(), false, &["kk:kosong"]);
    check(|d| d.without_kk = true, true, &["kk:tanpa-kk"]);
    check(|d| d.kk = "317410241009909".into(), false, &["kk:panjang-salah"]);
    check(|d| d.kk = "3.17E+15".into(), false, &["kk:dibulatkan"]);
    check(|d| d.kk = "3201102410099096".into(), true, &["kk:wilayah-luar-jakarta"]);
    check(|d| d.members.clear(), false, &["0.nama:kosong"]);
    check(|d| d.members[0].name = "  ".into(), false, &["0.nama:kosong"]);
    check(|d| d.members[0].nik.clear(), false, &["0.nik:kosong"]);
    check(|d| d.members[0].without_nik = true, true, &["0.nik:tanpa-nik"]);
    check(|d| d.members[0].nik = "3301105205809012".into(), true, &["0.nik:wilayah-luar-jakarta"]);
    check(|d| d.members[0].birth = "13-05-1980".into(), true, &["0.nik:tanggal-nik-beda"]);
    check(|d| d.members[0].birth = "12-05-2030".into(), false, &["0.tanggal-lahir:tanggal-salah"]);
    check(|d| d.members[0].sex = "L".into(), true, &["0.nik:jenis-kelamin-nik-beda"]);
    check(|d| d.members[0].aid = "terima PKH".into(), true, &["0.bantuan-lain:bantuan-lain"]);
    check(|d| d.address.clear(), false, &["alamat:kosong"]);
    check(|d| d.rt = "lima".into(), false, &["rt:rt-rw-salah"]);
    check(|d| d.rw = "99".into(), true, &["rw:rt-rw-tidak-lazim"]);
    check(|d| d.affected = None, true, &["terdampak:belum-dijawab"]);
    check(
        |d| d.members.push(MemberDraft { relation: "istri".into(), ..d.members[0].clone() }),
        false,
        &["1.nik:nik-sama-dalam-kk"],
    );
    check(
        |d| {
            for name in ["Satu", "Dua"] {
                let relation = "anak".into();
                d.members.push(MemberDraft {
                    name: name.into(),
                    without_nik: true,
                    relation,
                    ..MemberDraft::default()
                });
            }
        },
        true,
        &["1.nik:tanpa-nik", "2.nik:tanpa-nik"],
    );
}

proptest! {
    #[test]
    fn nothing_typed_panics_and_a_record_survives_its_draft(kk in ".{0,20}", nik in ".{0,20}", birth in ".{0,12}", rt in ".{0,6}") {
        let mut draft = good();
        (draft.kk, draft.rt) = (kk, rt);
        (draft.members[0].nik, draft.members[0].birth) = (nik, birth);
        if let Ok(validated) = validate(&draft) {
            let again = validate(&HouseholdDraft::from(&validated.household)).unwrap();
            prop_assert_eq!(again.household, validated.household);
        }
    }
}
