//! Heads of families on one sheet, and on others their wives, their children or their members.

use crate::as_people_have_them::unread;
use crate::{context, families, problems, warnings};
use lists::Reading;

/// A workbook of sheets, each with its rows as a text.
fn read(sheets: &[(&str, &str)]) -> Reading {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, text) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (at, row) in (0..).zip(text.lines()) {
            sheet.write_row(at, 0, row.split(',')).unwrap();
        }
    }
    let reading = lists::read(&book.save_to_buffer().unwrap(), &context()).unwrap();
    assert!(reading.account.adds_up(), "{:?}", reading.account);
    reading
}

/// The families of a workbook, and what is said of them.
fn of_sheets(sheets: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let reading = read(sheets);
    let said = [problems(&reading), warnings(&reading), unread(&reading)];
    (families(&reading), said.concat())
}

const HEADS: &str = "No,No KK,Nama,NIK,Alamat,RT,RW\n\
    1,3174101001099001,Budi,3174101203809011,Jl. A,5,2\n\
    2,3174101001099002,Toni,3174101203809021,Jl. B,5,2\n";

#[test]
fn wives_and_children_on_sheets_of_their_own() {
    let taken = [
        "2 9001 005/002 Jl. A: Budi 9011 kepala, Siti 9012 istri, Adi 9013 anak, Ida 9014 anak",
        "3 9002 005/002 Jl. B: Toni 9021 kepala, Tini 9022 istri",
    ];
    let wives =
        "1,3174101001099001,Siti,3174105205809012,Jl. A\n2,3174101001099002,Tini,3174105205809022,Jl. B\n";
    let children =
        "1,3174101001099001,Adi,3174101203109013,Jl. A\n2,3174101001099001,Ida,3174105203109014,Jl. A\n";
    for (names, sheets, has_address) in [
        (["Nama", "NIK"], ["Istri", "Anak"], false),
        (["Nama", "NIK"], ["Data Istri", "Anak-anak"], true),
        (["Nama Istri", "NIK Istri"], ["Istri", "Anak"], false),
    ] {
        let address = if has_address { ",Alamat" } else { "" };
        let header = |names: [&str; 2]| format!("No,No KK,{},{}{address}\n", names[0], names[1]);
        let rows = |rows: &str| {
            if has_address { rows.to_owned() } else { rows.replace(",Jl. A", "").replace(",Jl. B", "") }
        };
        let wives = header(names) + &rows(wives);
        let children = header(["Nama", "NIK"]) + &rows(children);
        let (families, said) =
            of_sheets(&[("Kepala Keluarga", HEADS), (sheets[0], &wives), (sheets[1], &children)]);
        assert_eq!(
            (families.as_slice(), said.len()),
            (&taken.map(str::to_owned)[..], 0),
            "{sheets:?} {said:?}"
        );
        // The order of the sheets says nothing.
        let (families, _) =
            of_sheets(&[(sheets[1], &children), ("Kepala Keluarga", HEADS), (sheets[0], &wives)]);
        assert_eq!(families.len(), 2);
        assert!(
            families.iter().all(|family| taken[0].len() == family.len() || *family == taken[1]),
            "{families:?}"
        );
    }
}

#[test]
fn nobody_is_lost_between_several_sheets_of_members() {
    let members = |row: &str| format!("No KK,Nama,NIK\n{row}\n");
    let of_budi = members("3174101001099001,Siti,3174105205809012");
    let of_both = members("3174101001099001,Adi,3174101203109013\n3174101001099002,Edi,3174101203109023");
    let (families, said) = of_sheets(&[("KK", HEADS), ("Anggota", &of_budi), ("Tambahan", &of_both)]);
    let all = [families.join("; "), said.join("; ")].concat();
    for name in ["Budi", "Toni", "Siti", "Edi"] {
        assert!(all.contains(name), "{name}: {all}");
    }
    // Adi has no address, and his family is listed without him.
    assert!(said.iter().any(|said| said.starts_with("2 ")), "{said:?}");
    // Whoever stands in columns of the family's row stays when its members have a sheet.
    let heads = "No KK,Nama KK,NIK,Nama Istri,NIK Istri,Alamat,RT,RW\n\
                 3174101001099001,Budi,3174101203809011,Siti,3174105205809012,Jl. A,5,2\n";
    let children = "No KK,Nama,NIK,Hub\n3174101001099001,Adi,3174101203109013,Anak\n";
    let (families, said) = of_sheets(&[("KK", heads), ("Anggota", children)]);
    assert_eq!(families, ["2 9001 005/002 Jl. A: Budi 9011 kepala, Adi 9013 anak, Siti 9012 istri"]);
    assert_eq!(said, [""; 0]);
}

#[test]
fn relatives_of_nobody_are_named() {
    let wives =
        "No KK,Nama,NIK\n3174101001099001,Siti,3174105205809012\n3174101001099009,Rini,3174105205809092\n";
    let (families, said) = of_sheets(&[("KK", HEADS), ("Istri", wives)]);
    assert_eq!(families.len(), 2);
    assert_eq!(said, ["3 ? alamat:kosong", "3 ? rt:rt-rw-salah", "3 ? rw:rt-rw-salah"]);
}

#[test]
fn what_the_sheet_of_a_wife_says_of_her_alone_is_not_lost() {
    for (column, cell) in
        [("Keterangan", "sakit stroke"), ("Bantuan", "PKH"), ("Penyandang Disabilitas", "tuna netra")]
    {
        let wives = format!("No KK,Nama,NIK,{column}\n3174101001099001,Siti,3174105205809012,{cell}\n");
        let reading = read(&[("KK", HEADS), ("Istri", &wives)]);
        let drafts =
            reading.accepted.iter().map(|it| &it.draft).chain(reading.refused.iter().map(|it| &it.draft));
        let of_budi = drafts.filter(|draft| draft.kk == "3174101001099001").map(|draft| format!("{draft:?}"));
        let of_budi: Vec<String> = of_budi.collect();
        assert_eq!(of_budi.len(), 1, "{column}");
        let says = |text: &str| of_budi[0].to_lowercase().contains(&text.to_lowercase());
        assert!(says("Budi") && says("Siti") && says(cell), "{column}: {of_budi:?}");
    }
}
