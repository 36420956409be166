//! Families in one table and their members in another: on two sheets, or one below the other.

use crate::as_people_have_them::unread;
use crate::{context, families, problems, warnings};
use lists::Reading;
use proptest::prelude::*;
use std::collections::BTreeSet;

const FAMILIES: &str = "No;No KK;Nama Kepala Keluarga;NIK;Alamat;RT;RW\n\
                        1;3174101001099001;Budi;3174101203809011;Jl. A;5;2\n\
                        2;3174101001099002;Toni;3174101203809012;Jl. B;5;2\n\
                        3;3174101001099003;Heri;3174101203809013;Jl. C;5;2\n";
const SITI: &str = "3174105205809014";
const ADI: &str = "3174101203099015";
const WATI: &str = "3174105205809016";

/// A workbook of sheets, each with its rows as a text.
fn book(sheets: &[(&str, String)]) -> Reading {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (i, row) in rows.lines().enumerate() {
            sheet.write_row(u32::try_from(i).unwrap(), 0, row.split(';')).unwrap();
        }
    }
    lists::read(&book.save_to_buffer().unwrap(), &context()).unwrap()
}

fn check(members: &str, taken: &[&str], said: &[&str]) {
    let members = members.replace("SITI", SITI).replace("ADI", ADI).replace("WATI", WATI);
    let reading = book(&[("KK", FAMILIES.to_owned()), ("Anggota", members.clone())]);
    assert_eq!(families(&reading), taken, "{members}");
    assert_eq!([problems(&reading), warnings(&reading), unread(&reading)].concat(), said, "{members}");
    assert!(reading.account.adds_up(), "{members}: {:?}", reading.account);
}

const ALL: [&str; 3] = [
    "4 9003 005/002 Jl. C: Heri 9013 kepala",
    "2 9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014 istri, Adi 9015 anak",
    "4 9002 005/002 Jl. B: Toni 9012 kepala, Wati 9016 istri",
];

#[test]
fn members_are_tied_by_what_names_their_family() {
    let three = |header: &str, keys: [&str; 2]| {
        let [budi, toni] = keys;
        format!(
            "{header};Nama;NIK;Hubungan\n{budi};Siti;SITI;Istri\n{budi};Adi;ADI;Anak\n{toni};Wati;WATI;Istri\n"
        )
    };
    let (kk, nik) = (["3174101001099001", "3174101001099002"], ["3174101203809011", "3174101203809012"]);
    check(&three("No KK", kk), &ALL, &[]);
    check(&three("NIK Kepala Keluarga", nik), &ALL, &[]);
    check(&three("Nama Kepala Keluarga", ["BUDI", "Toni"]), &ALL, &[]);
    check(&three("No Urut KK", ["1", "2"]), &ALL, &[]);
    check(&three("No. KK di daftar", ["1", "2"]), &ALL, &[]);
    // A column for the address that nobody has filled in.
    check(&three("No KK", kk).replace("Hubungan", "Hubungan;Alamat"), &ALL, &[]);
    // The number of the family stands once.
    check(&three("No KK", kk).replace("3174101001099001;Adi", ";Adi"), &ALL, &[]);
}

#[test]
fn the_head_may_be_among_the_members() {
    check(
        "No KK;Nama;NIK;Hubungan\n3174101001099001;Budi;3174101203809011;Kepala Keluarga\n\
         3174101001099001;Siti;SITI;Istri\n3174101001099002;Toni;3174101203809012;Kepala Keluarga\n;Jumlah;3;\n",
        &[
            "4 9003 005/002 Jl. C: Heri 9013 kepala",
            "2 9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014 istri",
            "4 9002 005/002 Jl. B: Toni 9012 kepala",
        ],
        &[],
    );
}

#[test]
fn whose_family_is_not_there_is_named() {
    check(
        "No KK;Nama;NIK;Hubungan\n3174101001099001;Siti;SITI;Istri\n3174101001099009;Wati;WATI;Kepala Keluarga\n",
        &[
            "3 9002 005/002 Jl. B: Toni 9012 kepala",
            "4 9003 005/002 Jl. C: Heri 9013 kepala",
            "2 9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014 istri",
        ],
        &["3 E alamat:kosong", "3 F rt:rt-rw-salah", "3 G rw:rt-rw-salah"],
    );
    // The running numbers are of something else.
    check(
        "No Urut Keluarga;Nama;NIK;Hubungan\n1;Siti;SITI;Istri\n7;Wati;WATI;Istri\n",
        &[
            "2 9001 005/002 Jl. A: Budi 9011 kepala",
            "3 9002 005/002 Jl. B: Toni 9012 kepala",
            "4 9003 005/002 Jl. C: Heri 9013 kepala",
        ],
        &["Anggota 2-3 bukan-daftar-keluarga"],
    );
}

#[test]
fn a_table_of_members_below_that_of_families() {
    let text = format!(
        "I. KEPALA KELUARGA\n{FAMILIES}II. ANGGOTA KELUARGA\nNo;No KK;Nama;NIK;Hubungan\n1;3174101001099001;Siti;{SITI};Istri\n"
    );
    let reading = lists::read(text.as_bytes(), &context()).unwrap();
    assert_eq!(
        families(&reading),
        [
            "4 9002 005/002 Jl. B: Toni 9012 kepala",
            "5 9003 005/002 Jl. C: Heri 9013 kepala",
            "8 9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014 istri",
        ]
    );
}

proptest! {
    /// Every number of somebody is of a family or stands in a row that is named; every row is accounted for.
    #[test]
    fn nobody_is_lost_between_two_sheets(
        // Whether the members name the head too, how many others there are, whether the KK number has a digit too few.
        list in proptest::collection::vec((any::<bool>(), 0..3usize, proptest::bool::weighted(0.1)), 1..7),
        repeats_kk: bool,
    ) {
        let (mut serial, mut all) = (9100, BTreeSet::new());
        let mut nik = || {
            serial += 1;
            let nik = format!("317410120380{serial}");
            all.insert(nik.clone());
            nik
        };
        let mut families = "No KK;Nama Kepala Keluarga;NIK;Alamat;RT;RW\n".to_owned();
        let mut members = "No KK;Nama;NIK;Hubungan\n".to_owned();
        for (i, (has_head, others, is_short)) in list.iter().enumerate() {
            let kk = format!("31741010010990{:0digits$}", i, digits = if *is_short { 1 } else { 2 });
            let head = nik();
            families += &format!("{kk};Kepala {i};{head};Jl. A {i};5;2\n");
            let mut key = kk.as_str();
            let mut member = |name: &str, nik: &str, relation: &str| {
                members += &format!("{key};{name};{nik};{relation}\n");
                key = if repeats_kk { &kk } else { "" };
            };
            if *has_head {
                member(&format!("Kepala {i}"), &head, "Kepala Keluarga");
            }
            (0..*others).for_each(|n| member(&format!("Anak {i} {n}"), &nik(), "Anak"));
        }
        let reading = book(&[("KK", families), ("Anggota", members.clone())]);
        prop_assert!(reading.account.adds_up(), "{:?}", reading.account);
        let drafts = reading.accepted.iter().map(|it| &it.draft).chain(reading.refused.iter().map(|it| &it.draft));
        let found: BTreeSet<String> =
            drafts.flat_map(|draft| &draft.members).map(|member| member.nik.clone()).collect();
        prop_assert_eq!(&found, &all, "{}", members);
        // Whoever is taken in is in the family of the number that stands in the row.
        for family in &reading.accepted {
            let heads = family.household.members().filter(|member| member.name.starts_with("Kepala")).count();
            prop_assert_eq!(heads, 1);
            let of = family.household.head.name.replace("Kepala", "Anak");
            prop_assert!(family.household.members().skip(1).all(|member| member.name.starts_with(&of)), "{}", members);
        }
    }
}
