//! Several persons in one cell, and columns of members whom a list does not tell apart otherwise.

use crate::as_people_have_them::list;
use crate::context;

const KK: &str = "3174101001099001";
const BUDI: &str = "3174101203809011";
const SITI: &str = "3174105205809012";
const ADI: &str = "3174101203109013";

/// One family, with the cells of these columns.
fn one(columns: &str, cells: &str, taken: &str, said: &[&str]) {
    let cells = cells.replace("BUDI", BUDI).replace("SITI", SITI).replace("ADI", ADI);
    let text = format!("No KK;{columns};Alamat;RT;RW\n{KK};{cells};Jl. A;5;2\n");
    let taken = format!("2 9001 005/002 Jl. A: {taken}");
    list(&text, &[&taken], said);
}

#[test]
fn as_many_numbers_as_names_are_as_many_persons() {
    let unclear = "2 ? hubungan:hubungan-tidak-jelas";
    let both = "Budi 9011 kepala, Siti 9012 lainnya";
    for (names, numbers) in [
        ("\"Budi\nSiti\"", "\"BUDI\nSITI\""),
        ("\"Budi\n\nSiti\"", "\"BUDI\r\nSITI\""),
        ("\"Budi; Siti\"", "\"BUDI; SITI\""),
        ("\"1. Budi\n2. Siti\"", "\"1. BUDI\n2. SITI\""),
        ("1. Budi 2. Siti", "1. BUDI 2. SITI"),
        ("Budi / Siti", "BUDI / SITI"),
        ("Budi dan Siti", "BUDI SITI"),
        ("- Budi, Siti", "BUDI, SITI"),
    ] {
        one("Nama;NIK", &format!("{names};{numbers}"), both, &[unclear]);
    }
    one(
        "Nama;NIK;Tgl Lahir;L/P;Hub",
        "\"Budi\nSiti\nAdi\";\"BUDI\nSITI\nADI\";\"12-03-1980\n12-05-1980\n12-03-2010\";\"L\nP\nL\";\"KK\nIstri\nAnak\"",
        "Budi 9011 kepala L 1980-03-12, Siti 9012 istri P 1980-05-12, Adi 9013 anak L 2010-03-12",
        &[],
    );
    one("Nama / NIK", "\"Budi / BUDI\nSiti / SITI\"", both, &[unclear]);
}

#[test]
fn cells_that_do_not_tell_who_is_who_are_named() {
    for (cells, said) in [
        (
            "\"Budi\nSiti\nAdi\";\"BUDI\nSITI\"",
            &["2 C nik:panjang-salah", "2 B nama:mungkin-beberapa-nama"][..],
        ),
        ("Budi;\"BUDI\nSITI\"", &["2 C nik:panjang-salah"]),
        ("\"Budi\nSiti\";\"BUDI\n3174105205\"", &["2 C nik:panjang-salah", "2 B nama:mungkin-beberapa-nama"]),
    ] {
        let cells = cells.replace("BUDI", BUDI).replace("SITI", SITI);
        list(&format!("No KK;Nama;NIK;Alamat;RT;RW\n{KK};{cells};Jl. A;5;2\n"), &[], said);
    }
    // Two families in one row.
    let text = format!(
        "No KK;Nama;NIK;Alamat;RT;RW\n\"{KK}\n3174101001099002\";\"Budi\nSiti\";\"{BUDI}\n{SITI}\";Jl. A;5;2\n"
    );
    let said = ["2 A kk:panjang-salah", "2 C nik:panjang-salah", "2 B nama:mungkin-beberapa-nama"];
    list(&text, &[], &said);
}

#[test]
fn families_with_a_row_for_each_person_stay_as_they_are_beside_such_cells() {
    let text = format!(
        "No KK;Nama;NIK;Alamat;RT;RW\n{KK};\"Budi\nSiti\";\"{BUDI}\n{SITI}\";Jl. A;5;2\n\
         3174101001099002;Toni;3174101203809021;Jl. B;5;2\n;Tini;3174105205809022;;;\n"
    );
    list(
        &text,
        &[
            "2 9001 005/002 Jl. A: Budi 9011 kepala, Siti 9012 lainnya",
            "3 9002 005/002 Jl. B: Toni 9021 kepala, Tini 9022 lainnya",
        ],
        &["2 ? hubungan:hubungan-tidak-jelas", "4 ? hubungan:hubungan-tidak-jelas"],
    );
}

#[test]
fn the_members_of_a_family_in_one_cell() {
    one(
        "Nama Kepala Keluarga;NIK;Anggota Keluarga",
        "Budi;BUDI;\"Siti (istri), Adi (anak)\"",
        "Budi 9011 kepala, Siti - istri, Adi - anak",
        &["2 H nik:tanpa-nik", "2 K nik:tanpa-nik"],
    );
    one(
        "Nama KK;NIK KK;Anggota Keluarga (Nama, NIK, Hub)",
        "Budi;BUDI;\"Siti, SITI, istri\nAdi - ADI - anak\"",
        "Budi 9011 kepala, Siti 9012 istri, Adi 9013 anak",
        &[],
    );
    one(
        "Nama Kepala Keluarga;NIK;Istri;Anak",
        "Budi;BUDI;Siti, S.Pd;\"Adi, S.Kom., Ida dan Edi\"",
        "Budi 9011 kepala, Siti, S.Pd - istri, Adi, S.Kom. - anak, Ida - anak, Edi - anak",
        &["2 D nik:tanpa-nik", "2 E nik:tanpa-nik"],
    );
}

#[test]
fn what_is_no_member_is_named_as_not_read() {
    // How many there are.
    let row = |istri: &str| format!("{KK};Budi;{BUDI};{istri};2;Jl. A;5;2\n");
    let text = ["No KK;Nama Kepala Keluarga;NIK;Istri;Anak;Alamat;RT;RW\n", &row("1")].concat();
    let reading = lists::read(text.as_bytes(), &context()).unwrap();
    let kinds: Vec<_> = reading.columns[3..5].iter().map(|column| column.kind).collect();
    assert_eq!(
        (crate::families(&reading), kinds),
        (vec!["2 9001 005/002 Jl. A: Budi 9011 kepala".to_owned()], vec![None, None])
    );
    // A cell of a column that cannot be told apart.
    let text = format!(
        "No KK;Nama KK;NIK KK;Anggota Keluarga;Alamat;RT;RW\n{KK};Budi;{BUDI};Siti, Adi;Jl. A;5;2\n\
         3174101001099002;Toni;3174101203809021;Tini 31741052 dan anak;Jl. B;5;2\n"
    );
    let reading = lists::read(text.as_bytes(), &context()).unwrap();
    assert_eq!(
        (reading.columns[3].name.header.as_str(), reading.columns[3].kind),
        ("Anggota Keluarga", None)
    );
}

#[test]
fn the_number_of_the_head_is_not_that_of_the_member() {
    one(
        "Nama Kepala Keluarga;NIK Kepala Keluarga;Nama Anggota Keluarga;Hubungan",
        "Budi;BUDI;Siti;Istri",
        "Budi 9011 kepala, Siti - istri",
        &["2 D nik:tanpa-nik"],
    );
}
