//! Numbers that were replaced, births in two or three columns, and what else one list writes otherwise than the next.

use crate::as_people_have_them::list;

const BUDI: &str = "3174101203809011";
const SITI: &str = "3174105205809014";
const BUDI_IN: &str = "9001 005/002 Jl. A: Budi 9011 kepala";

/// A list in which `KK_1`, `KK_2`, `BUDI`, `SITI` stand for their numbers.
fn check(text: &str, taken: &[&str], said: &[&str]) {
    let mut text = text.to_owned();
    for (word, number) in
        [("KK_1", "3174101001099001"), ("KK_2", "3174101001099002"), ("BUDI", BUDI), ("SITI", SITI)]
    {
        text = text.replace(word, number);
    }
    list(&text, taken, said);
}

/// A header, and in the row below it one family.
fn one(header: &str, row: &str, taken: &str, said: &[&str]) {
    let first = header.matches('\n').count() + 2;
    check(&format!("{header}\n{row}\n"), &[&format!("{first} {taken}")], said);
}

#[test]
fn the_new_number_counts_and_the_old_one_is_nobody_s() {
    for (header, row) in [
        ("No KK Lama;No KK Baru;NIK;Nama;Alamat;RT;RW", "KK_2;KK_1;BUDI;Budi;Jl. A;5;2"),
        ("NO. KK (BARU);NO. KK (LAMA);NIK;Nama;Alamat;RT;RW", "KK_1;KK_2;BUDI;Budi;Jl. A;5;2"),
        ("KK sebelumnya;KK sekarang;NIK;Nama;Alamat;RT;RW", "KK_2;KK_1;BUDI;Budi;Jl. A;5;2"),
        ("KK Asal;No KK;NIK;Nama;Alamat;RT;RW", "KK_2;KK_1;BUDI;Budi;Jl. A;5;2"),
        ("No KK;NIK Lama;NIK Baru;Nama;Alamat;RT;RW", "KK_1;SITI;BUDI;Budi;Jl. A;5;2"),
        ("No KK;NIK;Nama;Alamat Lama;Alamat Baru;RT Lama;RT Baru;RW", "KK_1;BUDI;Budi;Jl. Z;Jl. A;9;5;2"),
        ("Nomor KK;;NIK;Nama;Alamat;RT;RW\nLAMA;BARU;;;;;", "KK_2;KK_1;BUDI;Budi;Jl. A;5;2"),
    ] {
        one(header, row, BUDI_IN, &[]);
    }
    // The old one does not stand in where the new one is missing.
    check(
        "No KK Lama;No KK Baru;NIK;Nama;Alamat;RT;RW\nKK_1;;BUDI;Budi;Jl. A;5;2\n",
        &[],
        &["2 B kk:kosong"],
    );
    check("No KK Lama;NIK;Nama;Alamat;RT;RW\nKK_1;BUDI;Budi;Jl. A;5;2\n", &[], &["2 ? kk:kosong"]);
}

#[test]
fn the_old_number_is_named_as_not_read() {
    let text = "No KK Lama;No KK Baru;NIK;Nama;Alamat;RT;RW\n\
                3174101001099002;3174101001099001;3174101203809011;Budi;Jl. A;5;2\n";
    let reading = lists::read(text.as_bytes(), &crate::context()).unwrap();
    let old = &reading.columns[0];
    assert_eq!((old.name.header.as_str(), old.kind, old.long_numbers), ("No KK Lama", None, 1));
}

#[test]
fn births_in_several_columns_and_before_their_place() {
    let born = format!("{BUDI_IN} 1980-03-12");
    let rest = "No KK;NIK;Nama;Alamat;RT;RW";
    let row = "KK_1;BUDI;Budi;Jl. A;5;2";
    for (columns, cells) in [
        ("TTL;", "Jakarta;12-03-1980"),
        ("Tempat/Tgl Lahir;Tanggal", "Jakarta;12 Maret 1980"),
        ("Tempat Lahir;Tgl", "Jakarta;12/3/80"),
        ("Kota Lahir;Tgl;Bln;Thn", "Jakarta;12;3;1980"),
        ("TTL", "12-03-1980 Jakarta"),
        ("TTL", "12 Maret 1980, Jakarta"),
        ("Date of Birth", "March 12, 1980"),
    ] {
        one(&format!("{rest};{columns}"), &format!("{row};{cells}"), &born, &[]);
    }
    one(&format!("{rest};LAHIR;\n;;;;;;TEMPAT;TANGGAL"), &format!("{row};Jakarta;12-03-1980"), &born, &[]);
    one(&format!("{rest};Tanggal Lahir;;\n;;;;;;Tgl;Bln;Thn"), &format!("{row};12;3;1980"), &born, &[]);
    // How old somebody is is no date.
    one(&format!("{rest};TTL;Umur Thn"), &format!("{row};Jakarta;41"), BUDI_IN, &[]);
}

#[test]
fn names_that_share_a_word_and_english_ones() {
    one(
        "no_kartu_keluarga;no_induk_kependudukan;nama_lengkap;alamat_rumah;nomor_rt;nomor_rw",
        "KK_1;BUDI;Budi;Jl. A;5;2",
        BUDI_IN,
        &[],
    );
    one(
        "Name;ID Number;Family Card No.;Relationship to Head;Home Address;RT;RW;Gender",
        "Budi;BUDI;KK_1;Head;Jl. A;5;2;Male",
        &format!("{BUDI_IN} L"),
        &[],
    );
    // The running number of persons is not how many there are.
    one("NO.URUT KK;NO.URUT JIWA;NO KK;NAMA;NIK;ALAMAT;RT;RW", "1;7;KK_1;Budi;BUDI;Jl. A;5;2", BUDI_IN, &[]);
    check(
        "No KK;NIK;Nama;Alamat;RT;RW;Penerima Bansos;\n;;;;;;PKH;Tidak\nKK_1;BUDI;Budi;Jl. A;5;2;;v\n",
        &["3 9001 005/002 Jl. A: Budi 9011 kepala"],
        &[],
    );
}

#[test]
fn persons_of_columns_that_are_numbered() {
    let both = "9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014";
    let unclear = "2 ? hubungan:hubungan-tidak-jelas";
    one(
        "No KK;Nama1;NIK1;Hub1;Nama2;NIK2;Hub2;Alamat;RT;RW",
        "KK_1;Budi;BUDI;KK;Siti;SITI;Istri;Jl. A;5;2",
        &format!("{both} istri"),
        &[],
    );
    one(
        "No KK;Nama KK;NIK;Nama Anggota 1;NIK 1;Nama Anggota 2;NIK 2;Alamat;RT;RW",
        "KK_1;Budi;BUDI;Siti;SITI;;;Jl. A;5;2",
        &format!("{both} lainnya"),
        &[unclear],
    );
    one(
        "KELUARGA;;;ANGGOTA 1;;;ANGGOTA 2;;;ALAMAT;RT;RW\nNO KK;NAMA KEPALA;NIK KEPALA;NAMA;NIK;HUB;NAMA;NIK;HUB;;;",
        "KK_1;Budi;BUDI;;;;Siti;SITI;Istri;Jl. A;5;2",
        &format!("{both} istri"),
        &[],
    );
}

#[test]
fn members_with_parts_of_a_running_number() {
    for part in ["1.1", "a", "b."] {
        check(
            &format!("No;No KK;NIK;Nama;Alamat;RT;RW\n1.;KK_1;BUDI;Budi;Jl. A;5;2\n{part};;SITI;Siti;;;\n"),
            &["2 9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014 lainnya"],
            &["3 ? hubungan:hubungan-tidak-jelas"],
        );
    }
}

#[test]
fn relations_in_short() {
    let with = |head: &str, other: &str, taken: &str, said: &[&str]| {
        check(
            &format!(
                "No KK;NIK;Nama;Hub;Alamat;RT;RW\nKK_1;BUDI;Budi;{head};Jl. A;5;2\nKK_1;SITI;Siti;{other};;;\n"
            ),
            &[&format!("2 9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014 {taken}")],
            said,
        );
    };
    with("K", "I", "istri", &[]);
    with("KK", "A2", "anak", &[]);
    with("KK", "Ist", "istri", &[]);
    with("Head", "Mother in law", "mertua", &[]);
    with("head", "spouse", "istri", &[]);
    with("KK", "Xy", "lainnya", &["3 D hubungan:hubungan-tidak-jelas"]);
}

#[test]
fn who_is_gone_under_a_title_of_their_own() {
    let text = |title: &str| {
        format!(
            "No;No KK;NIK;Nama;Alamat;RT;RW\n1;KK_1;BUDI;Budi;Jl. A;5;2\n{title};;;;;;\n1;KK_2;SITI;Siti;Jl. B;5;2\n"
        )
    };
    let taken = ["2 9001 005/002 Jl. A: Budi 9011 kepala", "4 9002 005/002 Jl. B: Siti 9014 kepala"];
    for (title, said) in [
        ("Yang Pindah :", &["4 ? keluarga:disebut-pindah"][..]),
        ("WARGA MENINGGAL DUNIA", &["4 ? keluarga:disebut-meninggal"]),
        ("Tidak ditemukan", &["4 ? keluarga:disebut-tidak-ditemukan"]),
        ("BLOK B", &[]),
        ("Jumlah yang pindah", &[]),
    ] {
        check(&text(title), &taken, said);
    }
}

#[test]
fn numbers_between_marks() {
    for number in ["(BUDI)", "BUDI,", "#BUDI", "317410/120380/9011", "BUDI /"] {
        one("No KK;NIK;Nama;Alamat;RT;RW", &format!("KK_1;{number};Budi;Jl. A;5;2"), BUDI_IN, &[]);
    }
    for number in ["BUDI ?", "3174101203809,011E3", "3174XXXXXXXX9011"] {
        let text = format!("No KK;NIK;Nama;Alamat;RT;RW\nKK_1;{number};Budi;Jl. A;5;2\n");
        let code = if number.contains('E') { "dibulatkan" } else { "bukan-angka" };
        check(&text, &[], &[&format!("2 B nik:{code}")]);
    }
    // A number that a program gave to whoever has none.
    check(
        "No KK;NIK;Nama;Alamat;RT;RW\nKK_1;0317410100100001;Budi;Jl. A;5;2\n",
        &[],
        &["2 B nik:nomor-isian"],
    );
}

#[test]
fn a_kelurahan_with_a_slip_of_the_pen_is_the_same() {
    let header = "No KK;NIK;Nama;Alamat;RT;RW;Kelurahan";
    one(header, "KK_1;BUDI;Budi;Jl. A;5;2;Kel. Pesangrahan", BUDI_IN, &[]);
    check(
        &format!("{header}\nKK_1;BUDI;Budi;Jl. A;5;2;Kel. Bintaro\n"),
        &[],
        &["2 G keluarga:kelurahan-lain"],
    );
}

#[test]
fn a_label_and_its_value_between_families() {
    check(
        "No. KK;: KK_1;;\nNama KK;: Budi;;\nAlamat;: Jl. A RT 5 RW 2;;\nNo;Nama;NIK;Hubungan\n1;Budi;BUDI;Kepala\n\
         No. KK;: KK_2;;\nNama KK;: Siti;;\nAlamat;: Jl. B RT 5 RW 2;;\nNo;Nama;NIK;Hubungan\n1;Siti;SITI;Kepala\n",
        &[
            "5 9001 005/002 Jl. A RT 5 RW 2: Budi 9011 kepala",
            "10 9002 005/002 Jl. B RT 5 RW 2: Siti 9014 kepala",
        ],
        &[],
    );
}

#[test]
fn where_no_new_number_is_filled_in_the_usual_one_holds() {
    let families = ["2 9001 005/002 Jl. A: Budi 9011 kepala", "3 9032 005/002 Jl. B: Siti 9014 kepala"];
    for (header, none) in
        [("No KK;No KK Baru", ""), ("No KK;No KK Terbaru", "belum jadi"), ("No KK;No KK (perubahan)", "-")]
    {
        let text = format!(
            "{header};NIK;Nama;Alamat;RT;RW\nKK_1;{none};BUDI;Budi;Jl. A;5;2\n\
             KK_2;3174101001099032;SITI;Siti;Jl. B;5;2\n"
        );
        check(&text, &families, &[]);
    }
    check(
        "NIK;NIK Baru;No KK;Nama;Alamat;RT;RW\nBUDI;;KK_1;Budi;Jl. A;5;2\n\
         BUDI;SITI;KK_2;Siti;Jl. B;5;2\n",
        &["2 9001 005/002 Jl. A: Budi 9011 kepala", "3 9002 005/002 Jl. B: Siti 9014 kepala"],
        &[],
    );
}

#[test]
fn the_new_number_of_the_head_is_that_of_the_family_and_that_of_a_member_is_not() {
    let header = "No KK;No KK Baru;NIK;Nama;Hub;Alamat;RT;RW";
    for below in ["KK_1;", ";"] {
        let text = format!(
            "{header}\nKK_1;3174101001099032;BUDI;Budi;Kepala;Jl. A;5;2\n{below};SITI;Siti;Istri;Jl. A;5;2\n"
        );
        check(&text, &["2 9032 005/002 Jl. A: Budi 9011 kepala, Siti 9014 istri"], &[]);
    }
    let text = format!(
        "{header}\nKK_1;;BUDI;Budi;Kepala;Jl. A;5;2\nKK_1;3174101001099032;SITI;Siti;Anak;Jl. A;5;2\n"
    );
    check(&text, &["2 9001 005/002 Jl. A: Budi 9011 kepala"], &["3 E hubungan:tanpa-kepala"]);
}
