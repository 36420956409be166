//! What becomes of the families of a list.

use super::*;
use crate::Family;
use crate::tests::enrolment;
use domain::{Field, MemberDraft, RegistrationCode};
use lists_protocol::{Context, ReadJob, ReaderAnswer};

const LIST: &str = "No KK,Nama,NIK,Alamat,RT,RW
3174101001099001,Siti,3174105205809001,Jl. A,5,2
3174101001099002,Budi,317410120580900,Jl. B,5,2
3174101001099003,Ani,,Jl. C,5,2
3174101001099001,Siti,3174105205809001,Jl. A,5,2
";

fn today() -> Date {
    Date::parse("2021-03-12").unwrap()
}

fn read(list: &str, known: &KnownFamilies) -> ImportBatch {
    let mut batch = ImportBatch::default();
    take(&mut batch, list, known);
    batch
}

fn take(batch: &mut ImportBatch, list: &str, known: &KnownFamilies) {
    let enrolment = enrolment();
    let context = Context {
        area: enrolment.area.clone(),
        kelurahan: None,
        default_rt: enrolment.rt,
        default_rw: Some(enrolment.rw),
        today: today(),
        corrections: Vec::new(),
    };
    let last = lists_worker::read(&ReadJob { context }, list.as_bytes(), &mut |answer| {
        if let ReaderAnswer::Families(found) = answer {
            batch.take(found.clone(), &enrolment, today(), known);
        }
    });
    assert!(matches!(last, ReaderAnswer::Read(..)));
}

/// `row standing bars`, in the order of the list.
fn shown(batch: &ImportBatch) -> Vec<String> {
    let mut candidates: Vec<&ImportCandidate> = batch.candidates.iter().collect();
    candidates.sort_by_key(|candidate| candidate.place.row);
    let shown = |candidate: &ImportCandidate| {
        let bars: Vec<String> =
            candidate.bars.iter().map(|bar| format!(" {}:{}", bar.field, bar.error.code())).collect();
        format!("{} {:?}{}", candidate.place.row, candidate.standing(), bars.concat())
    };
    candidates.into_iter().map(shown).collect()
}

fn mend(batch: &mut ImportBatch, row: u32, place: Place, mended: Entry) {
    let at = batch.candidates.iter().position(|candidate| candidate.place.row == row).unwrap();
    batch.mend(at, place, mended, &enrolment(), today(), &KnownFamilies::default());
}

const NIK: Place = Place { member: Some(0), field: Field::Nik };

fn text(text: &str) -> Entry {
    Entry::Text(text.to_owned())
}

#[test]
fn each_family_has_its_standing() {
    let batch = read(LIST, &KnownFamilies::default());
    assert_eq!(
        shown(&batch),
        [
            "2 Ready",
            "3 Incomplete nik:panjang-salah",
            "4 Incomplete nik:kosong",
            "5 Double keluarga:data-ganda"
        ]
    );
    assert_eq!(batch.count(), ImportCounts { ready: 1, incomplete: 2, known: 0, double: 1 });
    let complete: Vec<bool> =
        batch.clone().accepted(false).iter().map(|arrival| arrival.is_complete).collect();
    assert_eq!(complete, [false, false, true]);
}

#[test]
fn what_is_mended_stands_also_when_the_list_is_read_again() {
    let mut batch = read(LIST, &KnownFamilies::default());
    mend(&mut batch, 3, NIK, text("3174101205809002"));
    mend(&mut batch, 4, NIK, Entry::Without(true));
    let expect = ["2 Ready", "3 Ready", "4 Ready", "5 Double keluarga:data-ganda"];
    assert_eq!(shown(&batch), expect);
    batch.begin_again();
    take(&mut batch, LIST, &KnownFamilies::default());
    assert_eq!(shown(&batch), expect);
}

#[test]
fn the_number_of_another_family_is_no_repair() {
    let mut batch = read(LIST, &KnownFamilies::default());
    mend(&mut batch, 3, NIK, text("3174105205809001"));
    assert_eq!(shown(&batch)[1], "3 Incomplete nik:nik-ganda");
    mend(&mut batch, 3, NIK, text("3174101205809002"));
    assert_eq!(shown(&batch)[1], "3 Ready");
}

#[test]
fn a_family_of_the_register_is_known_again_and_loses_nothing() {
    let mut register = PhoneRegister::new(enrolment());
    let mut family = Family::new(FamilyId(7), &register.enrolment);
    family.draft.kk = "3174101001099001".into();
    family.draft.phone = "0812".into();
    family.draft.address = "Jl. Lama".into();
    let member =
        |name: &str, nik: &str| MemberDraft { name: name.into(), nik: nik.into(), ..Default::default() };
    family.draft.members = vec![member("Siti", "3174105205809001"), member("Tono", "")];
    family.save(&register.enrolment, today(), RegistrationCode::from_random([1; 10])).ok();
    register.put(family);
    let batch = read(LIST, &KnownFamilies::of(&register));
    assert_eq!(shown(&batch)[0], "2 Known(FamilyId(7))");
    assert!(batch.clone().accepted(false).iter().all(|arrival| arrival.known.is_none()));
    let accepted = batch.accepted(true);
    let arrival = accepted.iter().find(|arrival| arrival.known.is_some()).unwrap();
    let joined = arrival.over(&register.families[0].draft);
    let names: Vec<&str> = joined.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(
        (joined.address.as_str(), joined.phone.as_str(), names),
        ("Jl. A", "0812", vec!["Siti", "Tono"])
    );
}
