//! Small variants of what lists of people have: each a few rows, and what a reasonable officer expects of them.

use crate::as_people_have_them::list;
use crate::{context, families, warnings};

/// A row of a family, after `No KK,NIK,Nama`.
fn siti(rest: &str) -> String {
    format!("3174101001099001,3174105205809012,Siti,{rest}\n")
}

/// A list with these columns behind No KK, NIK and Nama, and one family of one in it.
fn one(columns: &str, cells: &str, taken: &str, said: &[&str]) {
    let text = format!("No KK,NIK,Nama,{columns}\n{}", siti(cells));
    let taken: &[&str] = if taken.is_empty() { &[] } else { &[taken] };
    list(&text, taken, said);
}

const SITI: &str = "2 9001 005/002 Jl. A: Siti 9012 kepala";

#[test]
fn a_status_is_no_address() {
    for columns in
        ["STATUS DOMISILI,ALAMAT,RT,RW", "Status Mukim,Alamat,RT,RW", "Status Domisili (KTP),Alamat,RT,RW"]
    {
        one(columns, "Tetap,Jl. A,5,2", SITI, &[]);
    }
    one("STATUS DOMISILI,ALAMAT,RT,RW", "Pindah,Jl. A,5,2", SITI, &["2 D keluarga:disebut-pindah"]);
    one("Status Domisili,Alamat,RT,RW", "Sesuai KTP,Jl. A,5,2", SITI, &[]);
}

#[test]
fn columns_that_are_filled_for_those_who_are_gone() {
    for (column, cell, said) in [
        ("Status Hidup", "Ya", None),
        ("Status Hidup", "Tidak", Some("2 G keluarga:disebut-tidak-ditemukan")),
        ("Status Hidup", "-", None),
        ("Tgl Meninggal", "12-01-2021", Some("2 G keluarga:disebut-meninggal")),
        ("Tgl Meninggal", "-", None),
        ("Meninggal", "tidak", None),
        ("Pindah", "√", Some("2 G keluarga:disebut-pindah")),
        ("ket_meninggal", "2020", Some("2 G keluarga:disebut-meninggal")),
    ] {
        let said: Vec<&str> = said.into_iter().collect();
        one(&format!("Alamat,RT,RW,{column}"), &format!("Jl. A,5,2,{cell}"), SITI, &said);
    }
}

#[test]
fn rt_and_rw_in_full() {
    for columns in ["Alamat,Rukun Tetangga,Rukun Warga", "Alamat,Erte,Erwe"] {
        one(columns, "Jl. A,05,02", SITI, &[]);
        one(columns, "Jl. A,V,II", SITI, &[]);
    }
}

#[test]
fn a_named_programme_is_more_than_a_yes() {
    let aid = |known: &str| format!("{SITI} +{known}");
    let columns = "Alamat,RT,RW,Penerima Bansos?,Nama Bansos";
    one(columns, "Jl. A,5,2,Ya,PKH", &aid("pkh"), &["2 G bantuan-lain:bantuan-lain"]);
    one(columns, "Jl. A,5,2,Ya,", &aid("lainnya"), &["2 G bantuan-lain:bantuan-lain"]);
    one(columns, "Jl. A,5,2,Tidak,-", SITI, &[]);
}

#[test]
fn names_with_numbers_and_fathers() {
    let named = |name: &str, read: &str, said: &[&str]| {
        let text =
            format!("No KK,NIK,Nama,Alamat,RT,RW\n3174101001099001,3174105205809012,{name},Jl. A,5,2\n");
        list(&text, &[&format!("2 9001 005/002 Jl. A: {read} 9012 kepala")], said);
    };
    named("1. Siti", "Siti", &[]);
    named("2) Siti", "Siti", &[]);
    named("Siti 2", "Siti 2", &[]);
    named("Siti binti Alm. Surip", "Siti binti Alm. Surip", &[]);
    named("Siti (Almh)", "Siti (Almh)", &["2 C nama:disebut-meninggal"]);
}

#[test]
fn numbers_behind_any_apostrophe() {
    for mark in ["'", "`", "´", "’"] {
        let text = format!(
            "No KK,NIK,Nama,Alamat,RT,RW\n{mark}3174101001099001,{mark}3174105205809012,Siti,Jl. A,5,2\n"
        );
        list(&text, &[SITI], &[]);
    }
}

#[test]
fn name_and_number_in_one_cell() {
    for cell in [
        "Siti 3174105205809012",
        "Siti / 3174105205809012",
        "3174105205809012 - Siti",
        "Siti (NIK: 3174105205809012)",
    ] {
        let text = format!("No;No KK;Nama dan NIK;Alamat;RT;RW\n1;3174101001099001;{cell};Jl. A;5;2\n");
        list(&text, &[SITI], &[]);
    }
    let text = "No;No KK;Nama / NIK;Alamat;RT;RW\n1;3174101001099001;BUDI MANIK 3174101203809013;Jl. A;5;2\n";
    list(text, &["2 9001 005/002 Jl. A: BUDI MANIK 9013 kepala"], &[]);
    let text = "No;No KK;Nama / NIK;Alamat;RT;RW\n1;3174101001099001;Siti 31741052;Jl. A;5;2\n";
    list(text, &[], &["2 C nik:panjang-salah"]);
}

#[test]
fn words_for_as_above() {
    for same in ["sama", "Sama", "sama dengan di atas", "sama dgn atas", "idem", "〃"] {
        let text = format!(
            "No KK,Nama,NIK,Hubungan,Alamat,RT,RW\n3174101001099001,Siti,3174105205809012,Kepala,Jl. A,5,2\n\
             {same},Budi,3174101203809013,Suami,{same},{same},{same}\n"
        );
        list(&text, &["2 9001 005/002 Jl. A: Siti 9012 kepala, Budi 9013 suami"], &[]);
    }
    one("Alamat,RT,RW", "Jl. Sama Rata,5,2", "2 9001 005/002 Jl. Sama Rata: Siti 9012 kepala", &[]);
}

#[test]
fn children_by_roman_numbers_and_dashes_for_nobody() {
    let columns = "No KK,Nama KK,NIK KK,Nama Pasangan,NIK Pasangan,Anak I,NIK Anak I,Anak Kedua,NIK Anak Kedua,Alamat,RT,RW";
    let text = format!(
        "{columns}\n\
         3174101001099001,Budi,3174101203809013,Siti,3174105205809012,Adi,3174101203099014,Ida,3174105203109015,Jl. A,5,2\n\
         3174101001099002,Toni,3174101203809016,-,-,–,-,,,Jl. B,5,2\n"
    );
    list(
        &text,
        &[
            "2 9001 005/002 Jl. A: Budi 9013 kepala, Siti 9012 istri, Adi 9014 anak, Ida 9015 anak",
            "3 9002 005/002 Jl. B: Toni 9016 kepala",
        ],
        &[],
    );
    let text = "KEPALA KELUARGA,,NO KK,ANGGOTA KELUARGA,,,ALAMAT,RT,RW\nNAMA,NIK,,NAMA,NIK,HUB,,,\n\
                Siti,3174105205809012,3174101001099001,-,-,-,Jl. A,5,2\n";
    list(text, &["3 9001 005/002 Jl. A: Siti 9012 kepala"], &[]);
}

#[test]
fn a_comma_within_an_address_is_pointed_out() {
    let text = |address: &str| {
        let rows: String =
            (1..4).map(|n| format!("317410100109900{n},317410520580901{n},Siti {n},Jl. {n},5,2\n")).collect();
        format!("No KK,NIK,Nama,Alamat,RT,RW\n{rows}3174101001099004,3174105205809014,Wati,{address},5,2\n")
    };
    let three = [1, 2, 3].map(|n| format!("{} 900{n} 005/002 Jl. {n}: Siti {n} 901{n} kepala", n + 1));
    let mut taken: Vec<&str> = three.iter().map(String::as_str).collect();
    let said = ["5 E rt:rt-rw-salah", "5 G keluarga:sel-berlebih"];
    list(&text("Jl. A, No. 7"), &taken, &said);
    taken.push("5 9004 007/005 Jl. A: Wati 9014 kepala");
    list(&text("Jl. A, 7"), &taken, &["5 G keluarga:sel-berlebih"]);
    taken.pop();
    taken.push("5 9004 005/002 Jl. A, 7: Wati 9014 kepala");
    list(&text("\"Jl. A, 7\""), &taken, &[]);
}

#[test]
fn who_is_gone_by_name_or_sheet() {
    for (name, said) in [
        ("Siti (PINDAH)", &["2 C nama:disebut-pindah"][..]),
        ("SITI - MENINGGAL DUNIA", &["2 C nama:disebut-meninggal"]),
        ("Siti", &[]),
    ] {
        let text =
            format!("No KK,NIK,Nama,Alamat,RT,RW\n3174101001099001,3174105205809012,{name},Jl. A,5,2\n");
        list(&text, &[&format!("2 9001 005/002 Jl. A: {name} 9012 kepala")], said);
    }
    for (sheet, said) in [
        ("Warga Pindah", &["2 ? keluarga:disebut-pindah"][..]),
        ("MENINGGAL 2020", &["2 ? keluarga:disebut-meninggal"]),
        ("RT 005", &[]),
    ] {
        let mut book = rust_xlsxwriter::Workbook::new();
        let rows = book.add_worksheet().set_name(sheet).unwrap();
        rows.write_row(0, 0, ["No KK", "NIK", "Nama", "Alamat", "RT", "RW"]).unwrap();
        rows.write_row(1, 0, ["3174101001099001", "3174105205809012", "Siti", "Jl. A", "5", "2"]).unwrap();
        let reading = lists::read(&book.save_to_buffer().unwrap(), &context()).unwrap();
        assert_eq!(
            (families(&reading), warnings(&reading)),
            (vec![SITI.to_owned()], said.iter().map(|said| (*said).to_owned()).collect())
        );
    }
}

#[test]
fn tables_beside_each_other_with_columns_in_another_order() {
    let text = "No KK,NIK,Nama,Alamat,RT,RW,,NIK,Nama,No KK,Alamat,RT,RW\n\
                3174101001099001,3174105205809012,Siti,Jl. A,5,2,,3174105205809013,Wati,3174101001099002,Jl. B,6,2\n\
                3174101001099003,3174101203809014,Budi,,5,2,,3174105205809015,Yuli,3174101001099004,Jl. D,6,2\n";
    list(
        text,
        &[
            "2 9001 005/002 Jl. A: Siti 9012 kepala",
            "2 9002 006/002 Jl. B: Wati 9013 kepala",
            "3 9004 006/002 Jl. D: Yuli 9015 kepala",
        ],
        &["3 D alamat:kosong"],
    );
}

#[test]
fn a_family_that_goes_on_on_the_next_page() {
    let header = "No,No KK,NIK,Nama,Hub,Alamat,RT,RW\n";
    let text = format!(
        "{header}1,3174101001099001,3174101203809013,Budi,Kepala,Jl. A,5,2\n,,3174105205809012,Siti,Istri,,,\n\
         Jumlah dipindahkan,,,2,,,,\n{header}a,b,c,d,e,f,g,h\n,,3174101203099014,Adi,Anak,,,\n\
         2,3174101001099002,3174105205809015,Wati,Kepala,Jl. B,5,2\n"
    );
    list(
        &text,
        &[
            "2 9001 005/002 Jl. A: Budi 9013 kepala, Siti 9012 istri, Adi 9014 anak",
            "8 9002 005/002 Jl. B: Wati 9015 kepala",
        ],
        &[],
    );
    let sums = "No,No KK,NIK,Nama,Alamat,RT,RW\n1,3174101001099001,3174105205809012,Siti,Jl. A,5,2\nTerbilang,,Satu keluarga,,,,\n";
    list(sums, &[SITI], &[]);
}

#[test]
fn as_above_with_another_number_of_the_house() {
    for (above, cell, read) in [
        ("Jl. Melati No. 3", "sda no 5", "Jl. Melati no 5"),
        ("Jl. Melati No. 3", "s.d.a. No. 7A", "Jl. Melati No. 7A"),
        ("Jl. Melati 3", "idem / No. 5", "Jl. Melati 3 No. 5"),
        ("Jl. Melati No. 3", "sda (belakang musala)", "Jl. Melati No. 3 (belakang musala)"),
        ("Jl. Melati No. 3", "sda", "Jl. Melati No. 3"),
        ("Jl. Melati No. 3", "Sdaya 5", "Sdaya 5"),
    ] {
        let text = format!(
            "No KK,NIK,Nama,Alamat,RT,RW\n3174101001099001,3174105205809012,Siti,{above},5,2\n\
             3174101001099002,3174101203809013,Budi,{cell},5,2\n"
        );
        let siti = format!("2 9001 005/002 {above}: Siti 9012 kepala");
        list(&text, &[&siti, &format!("3 9002 005/002 {read}: Budi 9013 kepala")], &[]);
    }
}

#[test]
fn whose_number_stands_under_a_programme_has_the_aid() {
    let text = "No KK,NIK,Nama,Hub,Alamat,RT,RW,NIK Penerima PKH\n\
                3174101001099001,3174101203809011,Budi,kepala,Jl. A,5,2,3174105205809012\n\
                3174101001099001,3174105205809012,Siti,istri,Jl. A,5,2,\n\
                3174101001099002,3174101203809013,Toni,kepala,Jl. B,5,2,3174105205809019\n\
                3174101001099003,3174101203809014,Heri,kepala,Jl. C,5,2,-\n";
    list(
        text,
        &[
            "2 9001 005/002 Jl. A: Budi 9011 kepala, Siti 9012 istri +pkh",
            "4 9002 005/002 Jl. B: Toni 9013 kepala +pkh",
            "5 9003 005/002 Jl. C: Heri 9014 kepala",
        ],
        &["3 H bantuan-lain:bantuan-lain", "4 H bantuan-lain:bantuan-lain"],
    );
}

#[test]
fn a_name_above_its_number() {
    let families = ["2 9001 005/002 Jl. A: Siti 9012 kepala", "4 9002 005/002 Jl. B: Budi 9013 kepala"];
    for (header, label) in [("No;Nama / NIK", ""), ("No;NAMA DAN NIK", "NIK. "), ("No;NIK/Nama", "NIK : ")] {
        let row = |no: &str, name: &str, kk: &str, nik: &str, address: &str| {
            format!("{no};{name};{kk};{address};5;2\n;{label}{nik};;;;\n")
        };
        let text = format!(
            "{header};No KK;Alamat;RT;RW\n{}{}",
            row("1", "Siti", "3174101001099001", "3174105205809012", "Jl. A"),
            row("2", "Budi", "3174101001099002", "3174101203809013", "Jl. B"),
        );
        list(&text, &families, &[]);
    }
}

#[test]
fn parents_are_members_where_they_have_a_number() {
    let budi = "3174101001099001,3174101203809011,Budi";
    list(
        &format!(
            "No KK,NIK,Nama,Istri,NIK Istri,Orang Tua,NIK Orang Tua,Alamat,RT,RW\n\
             {budi},Siti,3174105205809012,Surip,3174101203509013,Jl. A,5,2\n"
        ),
        &["2 9001 005/002 Jl. A: Budi 9011 kepala, Siti 9012 istri, Surip 9013 orang-tua"],
        &[],
    );
    // Whose child somebody is makes nobody a member.
    list(
        &format!("No KK,NIK,Nama,Nama Orang Tua,Alamat,RT,RW\n{budi},Surip,Jl. A,5,2\n"),
        &["2 9001 005/002 Jl. A: Budi 9011 kepala"],
        &[],
    );
    list(
        &format!(
            "No KK,NIK,Nama,Suami/Istri/Anak/Orang Tua,Alamat,RT,RW\n{budi},Kepala Keluarga,Jl. A,5,2\n\
             3174101001099001,3174105205809012,Siti,Istri,Jl. A,5,2\n\
             3174101001099001,3174101203509013,Surip,Orang Tua,Jl. A,5,2\n"
        ),
        &["2 9001 005/002 Jl. A: Budi 9011 kepala, Siti 9012 istri, Surip 9013 orang-tua"],
        &[],
    );
}

#[test]
fn tables_side_by_side_that_begin_in_different_rows() {
    list(
        "RT 005 RW 002;;;;;RT 006 RW 002;;;\n\
         No KK;NIK;Nama;Alamat;;;;;\n\
         3174101001099001;3174105205809012;Siti;Jl. A;;No KK;NIK;Nama;Alamat\n\
         3174101001099002;3174101203809013;Budi;Jl. B;;3174101001099004;3174101203809014;Joko;Jl. D\n\
         ;;;;;3174101001099005;3174101203809015;Eko;Jl. E\n",
        &[
            "3 9001 005/002 Jl. A: Siti 9012 kepala",
            "4 9002 005/002 Jl. B: Budi 9013 kepala",
            "4 9004 006/002 Jl. D: Joko 9014 kepala",
            "5 9005 006/002 Jl. E: Eko 9015 kepala",
        ],
        &[],
    );
}

#[test]
fn questions_of_forms() {
    let said = |column: &str, cell: &str| {
        let text = format!("No KK,NIK,Nama,Alamat,RT,RW,{column}\n{}", siti(&format!("Jl. A,5,2,{cell}")));
        let reading = lists::read(text.as_bytes(), &context()).unwrap();
        assert_eq!(families(&reading), [SITI], "{column}");
        reading.accepted.into_iter().next().unwrap().draft
    };
    for column in ["Apakah kehilangan pekerjaan akibat pandemi?", "Terkena PHK?", "Kehilangan penghasilan"] {
        let draft = said(column, "Ya");
        assert_eq!((draft.affected, draft.members[0].occupation.as_str()), (Some(true), ""), "{column}");
    }
    for column in ["No. WhatsApp yang bisa dihubungi", "Nomor Whatsapp"] {
        assert_eq!(said(column, "0812-3456-7890").phone, "0812-3456-7890");
    }
    // Of two telephones, the one that is there.
    assert_eq!(said("HP1,HP2", "-,0812-3456-7890").phone, "0812-3456-7890");
    assert_eq!(said("HP1,HP2", "0812-3456-7890,021-7345678").phone, "0812-3456-7890");
}

#[test]
fn whoever_manages_the_aid_of_a_household_is_its_person() {
    let text = "IDBDT,NAMA_PENGURUS,NIK_PENGURUS,NOKK,ALAMAT,RT,RW\n\
                3174100001,Siti,3174105205809012,3174101001099001,Jl. A,005,002\n";
    list(text, &[SITI], &[]);
    // The number of the one is not that of the other.
    let text = "NAMA_KRT,NAMA_PENGURUS,NIK_PENGURUS,NOKK,ALAMAT,RT,RW\n\
                Budi,Siti,3174105205809012,3174101001099001,Jl. A,005,002\n";
    let reading = lists::read(text.as_bytes(), &context()).unwrap();
    let drafts =
        reading.accepted.iter().map(|it| &it.draft).chain(reading.refused.iter().map(|it| &it.draft));
    let members: Vec<_> = drafts.flat_map(|draft| &draft.members).collect();
    let nik_of =
        |name: &str| members.iter().find(|member| member.name == name).map(|member| member.nik.as_str());
    assert_eq!((nik_of("Budi"), nik_of("Siti")), (Some(""), Some("3174105205809012")));
}

#[test]
fn letters_before_the_names_of_members() {
    let rows = |names: [&str; 2]| {
        let [budi, siti] = names;
        format!(
            "No KK,NIK,Nama,Hub,Alamat,RT,RW\n3174101001099001,3174101203809011,{budi},KK,Jl. A,5,2\n\
             ,3174105205809012,{siti},Istri,,,\n"
        )
    };
    let taken =
        |names: [&str; 2]| format!("2 9001 005/002 Jl. A: {} 9011 kepala, {} 9012 istri", names[0], names[1]);
    for names in [["a. Budi", "b. Siti"], ["a) Budi", "b) Siti"], ["Budi", "a. Siti"]] {
        list(&rows(names), &[&taken(["Budi", "Siti"])], &[]);
    }
    // Initials are of the name.
    for names in [["A. Budi", "M. Siti"], ["a. budi", "m.siti"], ["H. Budi", "Hj. Siti"]] {
        list(&rows(names), &[&taken(names)], &[]);
    }
}

#[test]
fn where_one_lives_beside_what_the_card_says() {
    let header = "No KK,NIK,Nama,Alamat KTP,RT KTP,RW KTP,Alamat Domisili,RT Dom,RW Dom\n";
    let check = |rest: &str, taken: &str| list(&[header, &siti(rest)].concat(), &[taken], &[]);
    check("Jl. Bogor,1,1,Jl. A,5,2", SITI);
    for same in ["Sama dengan KTP", "sesuai KTP", "Sama dgn alamat KTP", "sama", "-", ""] {
        check(&format!("Jl. A,5,2,{same},,"), SITI);
        check(&format!("Jl. A,5,2,{same},{same},{same}"), SITI);
    }
}

#[test]
fn a_text_that_was_saved_as_one_column() {
    let text = "\"No KK,NIK,Nama,Alamat,RT,RW\"\n\"3174101001099001,3174105205809012,Siti,Jl. A,5,2\"\n\
                \"3174101001099002,3174101203809013,\"\"Budi, S.Pd\"\",Jl. B,5,2\"\n";
    let taken = [SITI, "3 9002 005/002 Jl. B: Budi, S.Pd 9013 kepala"];
    list(text, &taken, &[]);
    list(&text.replace("\"\n", "\";;;\n"), &taken, &[]);
    list(&text.replace("\"\n", "\"\r\n"), &taken, &[]);
    let titled = ["DAFTAR WARGA\n", text].concat();
    list(&titled, &[&SITI.replacen('2', "3", 1), "4 9002 005/002 Jl. B: Budi, S.Pd 9013 kepala"], &[]);
}
