//! Small variants of what lists of people have: each a few rows, and what a reasonable officer expects of them.

use crate::as_people_have_them::list;

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
