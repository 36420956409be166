//! What becomes of the families of a list.

use super::*;
use crate::Family;
use crate::tests::enrolment;
use domain::{Field, MemberDraft, RegistrationCode};
use lists_worker::Heard;

const LIST: &str = "No KK,Nama,NIK,Alamat,RT,RW
3174101001099001,Siti,3174105205809001,Jl. A,5,2
3174101001099002,Budi,317410120580900,Jl. B,5,2
3174101001099003,Ani,,Jl. C,5,2
3174101001099001,Siti,3174105205809001,Jl. A,5,2
";

fn today() -> Date {
    Date::parse("2021-03-12").unwrap()
}

fn read(list: &str, known: &Known) -> Incoming {
    let mut incoming = Incoming::default();
    take(&mut incoming, list, known);
    incoming
}

fn take(incoming: &mut Incoming, list: &str, known: &Known) {
    let enrolment = enrolment();
    let context = lists::Context {
        area: enrolment.area.clone(),
        default_rt: enrolment.rt,
        default_rw: Some(enrolment.rw),
        today: today(),
        corrections: Vec::new(),
    };
    let last = lists_worker::read(&lists_worker::ReadJob { context }, list.as_bytes(), &mut |heard| {
        if let Heard::Families(found) = heard {
            incoming.take(found.clone(), &enrolment, today(), known);
        }
    });
    assert!(matches!(last, Heard::Read(_)));
}

/// `row standing bars`, in the order of the list.
fn shown(incoming: &Incoming) -> Vec<String> {
    let mut newcomers: Vec<&Newcomer> = incoming.newcomers.iter().collect();
    newcomers.sort_by_key(|newcomer| newcomer.place.row);
    let shown = |newcomer: &Newcomer| {
        let bars: Vec<String> =
            newcomer.bars.iter().map(|bar| format!(" {}:{}", bar.field, bar.trouble.code())).collect();
        format!("{} {:?}{}", newcomer.place.row, newcomer.standing(), bars.concat())
    };
    newcomers.into_iter().map(shown).collect()
}

fn mend(incoming: &mut Incoming, row: u32, place: Place, mended: Mended) {
    let at = incoming.newcomers.iter().position(|newcomer| newcomer.place.row == row).unwrap();
    incoming.mend(at, place, mended, &enrolment(), today(), &Known::default());
}

const NIK: Place = Place { member: Some(0), field: Field::Nik };

fn text(text: &str) -> Mended {
    Mended::Text(text.to_owned())
}

#[test]
fn each_family_has_its_standing() {
    let incoming = read(LIST, &Known::default());
    assert_eq!(
        shown(&incoming),
        [
            "2 Ready",
            "3 Incomplete nik:panjang-salah",
            "4 Incomplete nik:kosong",
            "5 Double keluarga:data-ganda"
        ]
    );
    assert_eq!(incoming.count(), Count { ready: 1, incomplete: 2, known: 0, double: 1 });
    let complete: Vec<bool> =
        incoming.clone().arrivals(false).iter().map(|arrival| arrival.is_complete).collect();
    assert_eq!(complete, [false, false, true]);
}

#[test]
fn what_is_mended_stands_also_when_the_list_is_read_again() {
    let mut incoming = read(LIST, &Known::default());
    mend(&mut incoming, 3, NIK, text("3174101205809002"));
    mend(&mut incoming, 4, NIK, Mended::Without(true));
    let expect = ["2 Ready", "3 Ready", "4 Ready", "5 Double keluarga:data-ganda"];
    assert_eq!(shown(&incoming), expect);
    incoming.begin_again();
    take(&mut incoming, LIST, &Known::default());
    assert_eq!(shown(&incoming), expect);
}

#[test]
fn the_number_of_another_family_is_no_repair() {
    let mut incoming = read(LIST, &Known::default());
    mend(&mut incoming, 3, NIK, text("3174105205809001"));
    assert_eq!(shown(&incoming)[1], "3 Incomplete nik:nik-ganda");
    mend(&mut incoming, 3, NIK, text("3174101205809002"));
    assert_eq!(shown(&incoming)[1], "3 Ready");
}

#[test]
fn a_family_of_the_register_is_known_again_and_loses_nothing() {
    let mut register = Register::new(enrolment());
    let mut family = Family::new(FamilyId(7), &register.enrolment);
    family.draft.kk = "3174101001099001".into();
    family.draft.phone = "0812".into();
    family.draft.address = "Jl. Lama".into();
    let member =
        |name: &str, nik: &str| MemberDraft { name: name.into(), nik: nik.into(), ..Default::default() };
    family.draft.members = vec![member("Siti", "3174105205809001"), member("Tono", "")];
    family.save(&register.enrolment, today(), RegistrationCode::from_random([1; 10])).ok();
    register.put(family);
    let incoming = read(LIST, &Known::of(&register));
    assert_eq!(shown(&incoming)[0], "2 Known(FamilyId(7))");
    assert!(incoming.clone().arrivals(false).iter().all(|arrival| arrival.known.is_none()));
    let arrivals = incoming.arrivals(true);
    let arrival = arrivals.iter().find(|arrival| arrival.known.is_some()).unwrap();
    let joined = arrival.over(&register.families[0].draft);
    let names: Vec<&str> = joined.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(
        (joined.address.as_str(), joined.phone.as_str(), names),
        ("Jl. A", "0812", vec!["Siti", "Tono"])
    );
}
