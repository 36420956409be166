//! What is known of a family besides its numbers.

use crate::{bytes, check, context};
use domain::{Rt, Rw};
use lists::Context;

#[test]
fn rt_and_rw_come_from_columns_titles_and_addresses() {
    let list = |title: &str, rt: &str| {
        format!("{title}\nNo KK,Nama,NIK,Alamat,RT/RW\n3174102410099096,Siti,3174105205809012,Jl. A,{rt}\n")
    };
    let taken = |place: &str| format!("3 9096 {place} Jl. A: Siti 9012 kepala");
    check(&list("RT 005 / RW 02 KELURAHAN PESANGGRAHAN", ""), &[&taken("005/002")], &[]);
    check(&list("RT 005 / RW 02", "6/2"), &[&taken("006/002")], &[]);
    check(&list("DAFTAR", "RT 5 RW 2"), &[&taken("005/002")], &[]);
    check(&list("DAFTAR", "V/2"), &[&taken("005/002")], &[]);
    check(&list("DAFTAR", ""), &[], &["3 E rt:rt-rw-salah"]);
    check(&list("DAFTAR", "99/2"), &[&taken("099/002")], &["3 E rt:rt-rw-tidak-lazim"]);
    let given = Context { default_rt: Rt::parse("5").ok(), default_rw: Rw::parse("2").ok(), ..context() };
    bytes(list("DAFTAR", "").as_bytes(), &given, &[&taken("005/002")], &[]);
    bytes(list("DAFTAR", "5/2").as_bytes(), &given, &[&taken("005/002")], &[]);
    bytes(list("DAFTAR", "6/2").as_bytes(), &given, &[&taken("006/002")], &["3 E rt:rt-rw-beda"]);
    bytes(list("RT 006", "").as_bytes(), &given, &[&taken("005/002")], &["3 E rt:rt-rw-beda"]);
    check(
        "No KK,Nama,NIK,Alamat\n3174102410099096,Siti,3174105205809012,Jl. A RT 005/02\n",
        &["2 9096 005/002 Jl. A RT 005/02: Siti 9012 kepala"],
        &[],
    );
    // The next RT, under its own title.
    check(
        "RT 005 RW 02\nNo KK,Nama,NIK,Alamat\n3174102410099096,Siti,3174105205809012,Jl. A\nRT 006 RW 02\nNo KK,Nama,NIK,Alamat\n3174102410099095,Budi,3174101205809013,Jl. B\n",
        &["3 9096 005/002 Jl. A: Siti 9012 kepala", "6 9095 006/002 Jl. B: Budi 9013 kepala"],
        &[],
    );
}

#[test]
fn fields_of_a_member() {
    let list = |header: &str, cell: &str| {
        format!(
            "No KK;Nama;NIK;Alamat;RT/RW;{header}\n3174102410099096;Siti;3174105205809012;Jl. A;5/2;{cell}\n"
        )
    };
    let taken = |known: &str| format!("2 9096 005/002 Jl. A: Siti 9012 kepala{known}");
    for (header, cell, known, doubts) in [
        ("L/P", "P", " P", &[][..]),
        ("Jenis Kelamin", "Perempuan", " P", &[]),
        ("JK", "L", " L", &["2 C nik:jenis-kelamin-nik-beda"]),
        ("Tgl Lahir", "12 Mei 1980", " 1980-05-12", &[]),
        ("TTL", "Jakarta, 12-05-1980", " 1980-05-12", &[]),
        ("Tempat/Tanggal Lahir", "Jakarta, 12/5/80", " 1980-05-12", &[]),
        ("Tanggal Lahir", "-", "", &[]),
        ("Tanggal Lahir", "13-05-1980", " 1980-05-13", &["2 C nik:tanggal-nik-beda"]),
        ("Bansos", "PKH", " +pkh", &["2 F bantuan-lain:bantuan-lain"]),
        ("Bansos yang diterima", "tidak ada", "", &[]),
        ("Bantuan lain", "belum pernah terima PKH", "", &[]),
        ("Penerima BPNT", "ya", " +bpnt", &["2 F bantuan-lain:bantuan-lain"]),
        ("PKH", "v", " +pkh", &["2 F bantuan-lain:bantuan-lain"]),
        ("PKH", "tidak", "", &[]),
        ("Keterangan", "terima PKH", " +pkh", &["2 F bantuan-lain:bantuan-lain"]),
        ("Ket", "bukan penerima PKH", "", &[]),
        ("Ket", "janda, sakit", "", &[]),
        ("Status", "Kawin", "", &[]),
    ] {
        check(&list(header, cell), &[&taken(known)], doubts);
    }
    check(&list("Tanggal Lahir", "31-02-1980"), &[], &["2 F tanggal-lahir:tanggal-salah"]);
    check(
        "No KK;Nama;NIK;Alamat;RT/RW;Jenis Kelamin;\n;;;;;L;P\n3174102410099096;Siti;3174105205809012;Jl. A;5/2;;v\n",
        &["3 9096 005/002 Jl. A: Siti 9012 kepala P"],
        &[],
    );
}

#[test]
fn fields_of_a_household() {
    let list = "No KK;Nama;NIK;Alamat;RT/RW;Jumlah Jiwa;No HP;Terdampak;Penghasilan Tetap;Pekerjaan;Keterangan\n\
                3174102410099096;Siti;3174105205809012;Jl. A;5/2;3 orang;81234567890;Ya;Tidak;Penjahit;tinggal sejak 2017\n\
                3174102410099095;Budi;3174101205809013;sda;5/2;1;0812;;;;\n";
    let reading = lists::read(list.as_bytes(), &context()).unwrap();
    let [siti, budi] = reading.accepted.as_slice() else { panic!("two families") };
    assert_eq!(siti.household.stated_size, Some(3));
    assert_eq!(siti.household.phone, "081234567890");
    assert_eq!((siti.household.affected, siti.household.fixed_income), (Some(true), Some(false)));
    assert_eq!(siti.household.head.occupation, "Penjahit");
    assert_eq!(siti.household.note, "tinggal sejak 2017");
    assert_eq!(budi.household.address, "Jl. A");
    assert_eq!(
        budi.warnings.iter().map(crate::shown).collect::<Vec<_>>(),
        ["3 H terdampak:belum-dijawab", "3 I penghasilan-tetap:belum-dijawab"]
    );
}

/// What the draft of the first family says: whether somebody is disabled, who, and the note.
fn disability(list: &str, expect: (Option<bool>, &[bool]), note: &str) {
    let reading = lists::read(list.as_bytes(), &context()).unwrap();
    let household =
        &reading.accepted.first().unwrap_or_else(|| panic!("nothing accepted of {list}")).household;
    let who: Vec<bool> = household.members().map(|member| member.disabled).collect();
    assert_eq!(
        (household.disability, who.as_slice(), household.note.as_str()),
        (expect.0, expect.1, note),
        "{list}"
    );
}

#[test]
fn who_is_disabled_is_read_from_its_column() {
    let rows = |header: &str, [siti, budi]: [&str; 2]| {
        format!(
            "No KK;Nama;NIK;Hubungan;Alamat;RT/RW;{header}\n3174102410099096;Siti;3174105205809012;Kepala;Jl. A;5/2;{siti}\n\
             3174102410099096;Budi;belum punya;Anak;Jl. A;5/2;{budi}\n"
        )
    };
    for (header, cells, expect, note) in [
        ("Disabilitas", ["", "ya"], (Some(true), [false, true]), ""),
        ("Penyandang Disabilitas", ["v", "tidak"], (Some(true), [true, false]), ""),
        ("Disabilitas", ["tidak", "tidak ada"], (Some(false), [false, false]), ""),
        // Of a blank or a dash, nobody knows whether anybody was asked.
        ("Disabilitas", ["tidak", ""], (None, [false, false]), ""),
        ("Disabilitas", ["-", "-"], (None, [false, false]), ""),
        ("Disabilitas", ["", "tuna netra"], (Some(true), [false, true]), "Disabilitas: tuna netra (Budi)"),
        ("Disabilitas", ["ada di keluarga ini", ""], (Some(true), [false, false]), ""),
        ("Kondisi", ["sehat", "lumpuh"], (Some(true), [false, true]), "Kondisi: lumpuh (Budi)"),
        ("Kondisi", ["sehat", "hamil"], (None, [false, false]), "Kondisi: hamil (Budi)"),
        // A note is kept as it is, and nobody was asked.
        ("Keterangan", ["", "tuna netra"], (None, [false, false]), "tuna netra"),
    ] {
        disability(&rows(header, cells), (expect.0, &expect.1), note);
    }
    // A row of a whole family does not say who.
    let family = "No KK;Nama;NIK;Alamat;RT/RW;Jml Jiwa;Difabel\n3174102410099096;Siti;3174105205809012;Jl. A;5/2;4;ya\n";
    disability(family, (Some(true), &[false]), "");
}

#[test]
fn an_amount_of_income_is_noted_and_asked_about() {
    let asked = "2 F penghasilan-tetap:belum-dijawab";
    for (column, cell, note, said) in [
        ("Penghasilan per bulan", "7500000", "Penghasilan per bulan: 7500000", &[asked][..]),
        ("Penghasilan Tetap", "Rp 7.500.000", "Penghasilan Tetap: Rp 7.500.000", &[asked]),
        ("Gaji", "\"Rp7.500.000,-\"", "Gaji: Rp7.500.000,-", &[asked]),
        ("Pendapatan/bln", "< 500rb", "Pendapatan/bln: < 500rb", &[asked]),
        ("Penghasilan", "tidak tetap", "Penghasilan: tidak tetap", &[]),
        ("Penghasilan", "0", "", &[]),
        ("Penghasilan", "", "", &[]),
        ("Penghasilan Tetap", "tidak", "", &[]),
        ("Upah;Penghasilan Tetap", "7500000;tidak", "Upah: 7500000", &[]),
    ] {
        let text = format!(
            "No KK;NIK;Nama;Alamat;RT/RW;{column}\n3174101001099001;3174101203809011;Budi;Jl. A;5/2;{cell}\n"
        );
        let reading = lists::read(text.as_bytes(), &crate::context()).unwrap();
        assert_eq!(crate::warnings(&reading), said, "{column} {cell}");
        assert_eq!(reading.accepted[0].household.note, note, "{column} {cell}");
    }
}

#[test]
fn an_income_that_all_rows_say_is_that_of_the_family() {
    for (incomes, note, asked) in [
        (["2000000", "2000000"], "Penghasilan: 2000000", 1),
        (["2000000", ""], "Penghasilan: 2000000 (Budi)", 1),
        (["2000000", "1500000"], "Penghasilan: 2000000 (Budi); Penghasilan: 1500000 (Siti)", 1),
        (["0", "-"], "", 0),
    ] {
        let [budi, siti] = incomes;
        let text = format!(
            "No KK;NIK;Nama;Hubungan;Alamat;RT/RW;Penghasilan\n\
             3174101001099001;3174101203809011;Budi;Kepala Keluarga;Jl. A;5/2;{budi}\n\
             3174101001099001;3174105205809012;Siti;Istri;Jl. A;5/2;{siti}\n"
        );
        let reading = lists::read(text.as_bytes(), &crate::context()).unwrap();
        assert_eq!(reading.accepted[0].household.note, note, "{incomes:?}");
        assert_eq!(crate::warnings(&reading).len(), asked, "{incomes:?}");
    }
}

#[test]
fn two_columns_of_ticks_are_of_the_sex_unless_they_count() {
    let columns = ["L;P", "Lk;Pr", "Laki-laki;Perempuan"];
    for ([budi, siti], is_sex) in [
        (["v;", ";v"], true),
        (["1;0", "0;1"], true),
        (["L;-", "-;P"], true),
        (["2;1", ";1"], false),
        (["v;v", ";v"], false),
    ] {
        for names in columns {
            let text = format!(
                "No KK;NIK;Nama;{names};Alamat;RT;RW\n3174101001099001;3174101203809011;Budi;{budi};Jl. A;5;2\n\
                 3174101001099002;3174105205809012;Siti;{siti};Jl. B;5;2\n;;JUMLAH;1;1;;;\n"
            );
            let reading = lists::read(text.as_bytes(), &crate::context()).unwrap();
            let sexes: Vec<_> =
                reading.accepted.iter().map(|it| it.household.head.sex.map(|sex| sex.to_string())).collect();
            let expect = if is_sex { ["L", "P"].map(|sex| Some(sex.to_owned())) } else { [None, None] };
            assert_eq!(sexes, expect, "{names} {budi} {siti}");
            assert_eq!(reading.columns[3].kind.is_some(), is_sex);
        }
    }
}
