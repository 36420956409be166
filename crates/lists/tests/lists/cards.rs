//! Cards of families as the office of Dukcapil prints them: the number in a heading, the members in two tables.

use crate::as_people_have_them::list;

const ABOVE: &str = "Nama Kepala Keluarga : BUDI;;;;;;Desa/Kelurahan : PESANGGRAHAN
Alamat : JL. A NO. 3;;;;;;Kecamatan : PESANGGRAHAN
RT/RW : 005/002;;;;;;Kabupaten/Kota : JAKARTA SELATAN
Kode Pos : 12320;;;;;;Provinsi : DKI JAKARTA
";

const UPPER: &str = "No;Nama Lengkap;NIK;Jenis Kelamin;Tempat Lahir;Tanggal Lahir;Agama;Jenis Pekerjaan
;(1);(2);(3);(4);(5);(6);(7)
1;BUDI;3174101203809011;LAKI-LAKI;JAKARTA;12-03-1980;ISLAM;KARYAWAN SWASTA
2;SITI;3174105205809012;PEREMPUAN;JAKARTA;12-05-1980;ISLAM;MENGURUS RUMAH TANGGA
3
";

const LOWER: &str =
    "No;Status Perkawinan;Status Hubungan Dalam Keluarga;Kewarganegaraan;Dokumen Imigrasi;;Nama Orang Tua;
;;;;No. Paspor;No. KITAP;Ayah;Ibu
;(8);(9);(10);(11);(12);(13);(14)
1;KAWIN;KEPALA KELUARGA;WNI;-;-;SURIP;MINAH
2;KAWIN;ISTRI;WNI;-;-;KARTO;TINAH
3
Dikeluarkan Tanggal : 01-02-2019;;;KEPALA KELUARGA
;;;BUDI
";

/// The families of a text, as `first row`.
fn check(text: &str, taken: &[(u32, &str)], said: &[&str]) {
    let family = |(row, kk): &(u32, &str)| {
        format!("{row} {kk} 005/002 JL. A NO. 3: BUDI 9011 kepala L 1980-03-12, SITI 9012 istri P 1980-05-12")
    };
    let taken: Vec<String> = taken.iter().map(family).collect();
    list(text, &taken.iter().map(String::as_str).collect::<Vec<_>>(), said);
}

#[test]
fn the_number_stands_in_the_heading() {
    for heading in [
        "KARTU KELUARGA\nNo. 3174101001099001\n",
        "KARTU KELUARGA\nNo.;3174101001099001\n",
        "KARTU KELUARGA\nNomor :;3174101001099001\n",
        "KARTU KELUARGA\nNo : 3174101001099001\n",
        "KARTU KELUARGA No. 3174101001099001\n\n",
    ] {
        check(&[heading, ABOVE, UPPER, LOWER].concat(), &[(9, "9001")], &[]);
    }
    let apart = ABOVE.replace(" : ", ";:;");
    check(&["KARTU KELUARGA\nNo. 3174101001099001\n", &apart, UPPER, LOWER].concat(), &[(9, "9001")], &[]);
}

#[test]
fn a_number_of_a_person_is_no_heading() {
    let text = ["No. 3174105205809012\n", ABOVE, UPPER].concat();
    assert!(matches!(lists::read(text.as_bytes(), &crate::context()), Err(lists::SheetFault::NotHouseholds)));
}

#[test]
fn the_number_of_the_official_below_a_card_is_nobody() {
    let signature = ";NIP;: 196505121990031001\n";
    for above in [[UPPER, LOWER].concat(), UPPER.to_owned()] {
        let text = ["No. 3174101001099001\n", ABOVE, &above, signature].concat();
        let reading = lists::read(text.as_bytes(), &crate::context()).unwrap();
        assert_eq!((reading.families(), reading.accepted.len()), (1, 1), "{:?}", crate::problems(&reading));
        assert_eq!(reading.accepted[0].household.members().count(), 2);
    }
}

#[test]
fn several_cards_on_a_sheet() {
    let (second, tables) = ("No. 3174101001099002\n", [ABOVE, UPPER, LOWER].concat());
    let other = tables
        .replace("3174101203809011", "3174101203809021")
        .replace("3174105205809012", "3174105205809022");
    let text = ["No. 3174101001099001\n", &tables, second, &other].concat();
    list(
        &text,
        &[
            "8 9001 005/002 JL. A NO. 3: BUDI 9011 kepala L 1980-03-12, SITI 9012 istri P 1980-05-12",
            "26 9002 005/002 JL. A NO. 3: BUDI 9021 kepala L 1980-03-12, SITI 9022 istri P 1980-05-12",
        ],
        &[],
    );
}

#[test]
fn a_row_of_the_lower_table_that_is_of_nobody_is_named() {
    let text = ["No. 3174101001099001\n", ABOVE, UPPER, &LOWER.replace("2;KAWIN", "7;KAWIN")].concat();
    list(
        &text,
        &["8 9001 005/002 JL. A NO. 3: BUDI 9011 kepala L 1980-03-12, SITI 9012 lainnya P 1980-05-12"],
        &["9 I hubungan:hubungan-tidak-jelas", "- 15-15 tanpa-nama-dan-nomor"],
    );
}
