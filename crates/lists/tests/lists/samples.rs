//! The samples of `data/samples`, every doubtful row of them.

use crate::{context, families, problems, warnings};
use domain::Aid;
use lists::{Context, Reading, SheetFault};

fn sample(name: &str) -> Result<Reading, SheetFault> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/samples").join(name);
    let context = Context { kelurahan: Some("Ulujami".to_owned()), ..context() };
    lists::read(&std::fs::read(path).unwrap(), &context)
}

#[test]
fn sample_with_one_row_a_family_and_a_header_of_two_rows() {
    let reading = sample("rt-005-rw-02-ulujami.xlsx").unwrap();
    assert_eq!(reading.accepted.len(), 38);
    assert_eq!(problems(&reading), ["45 ? keluarga:data-ganda=11", "46 ? keluarga:data-ganda=18"]);
    assert_eq!(
        warnings(&reading),
        ["15 C nik:tanpa-nik", "20 I bantuan-lain:bantuan-lain", "29 C nik:tanpa-nik"]
    );
    assert_eq!(
        families(&reading).first().unwrap(),
        "7 9096 005/002 GANG RUMAH SAKIT NO. 119: LANJAR HUTAPEA, S.IP 9593 kepala"
    );
    let by_row = |row| &reading.accepted.iter().find(|entry| entry.place.row == row).unwrap().household;
    assert_eq!(by_row(15).note, "belum punya KTP, tinggal sejak 2017");
    assert_eq!(by_row(20).head.aid, Some(Aid::Pkh));
    assert_eq!(by_row(20).stated_size, Some(5));
    assert!(reading.columns.iter().all(|column| column.kind.is_some()));
}

#[test]
fn sample_with_one_row_a_member() {
    let reading = sample("rt-011-rw-004-anggota.csv").unwrap();
    assert_eq!(reading.accepted.len(), 31);
    assert_eq!(problems(&reading), [""; 0]);
    assert_eq!(warnings(&reading), ["24 K bantuan-lain:bantuan-lain"]);
    let members: usize = reading.accepted.iter().map(|entry| 1 + entry.household.others.len()).sum();
    assert_eq!(members, 125);
    let family = families(&reading).into_iter().next().unwrap();
    assert_eq!(
        family,
        "2 9420 011/004 Jl. Joyoboyo No. 65: Marwata Simbolon 9804 kepala L 1968-05-04, \
         Rosman Simbolon 9029 istri P 1987-01-13, Kamidin Nugroho 9258 anak L 2000-01-05"
    );
}

#[test]
fn sample_of_other_aid_is_no_list_of_households() {
    assert_eq!(sample("kemensos-pkh-bpnt.csv").err(), Some(SheetFault::NotHouseholds));
}
