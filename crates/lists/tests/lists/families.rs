//! Which rows make a family, and which families are refused.

use crate::{SITI, SITI_IN, check, rows};

/// Rows of members.
fn members(rows: &str, taken: &[&str], doubts: &[&str]) {
    check(&format!("No KK,Nama,NIK,Hubungan,Alamat,RT,RW\n{rows}"), taken, doubts);
}

#[test]
fn cells_that_state_that_there_is_no_number() {
    let with = |kk: &str, nik: &str| format!("1,{kk},Siti,{nik},Jl. A,5/2,3\n");
    let (kk, nik) = ("3174102410099096", "3174105205809012");
    let good = |kk, nik| format!("2 {kk} 005/002 Jl. A: Siti {nik} kepala");
    rows(&with("3174 1024 1009 9096", "'3174.1052.0580.9012"), &[&good("9096", "9012")], &[]);
    rows(&with("=\"3174102410099096\"", nik), &[&good("9096", "9012")], &[]);
    for none in ["-", "belum punya KTP", "tidak ada", "Belum ada", "blm punya", "proses", "dalam proses"] {
        rows(&with(kk, none), &[&good("9096", "-")], &["2 D nik:tanpa-nik"]);
        rows(&with(none, nik), &[&good("-", "9012")], &["2 B kk:tanpa-kk"]);
    }
    rows(&with(kk, ""), &[], &["2 D nik:kosong"]);
    rows(&with("", nik), &[], &["2 B kk:kosong"]);
    rows(&with(kk, "0000000000000000"), &[], &["2 D nik:kosong"]);
    rows(&with(kk, "3.17411E+15"), &[], &["2 D nik:dibulatkan"]);
    rows(&with("3174102410099090.0", nik), &[], &["2 B kk:dibulatkan"]);
    let rounded: String = (10..15)
        .map(|n| format!("{n},31741024100990{n},Siti,31741052058090{}0,Jl. A,5/2,3\n", n - 9))
        .collect();
    rows(
        &rounded,
        &[],
        &[
            "2 D nik:dibulatkan",
            "3 D nik:dibulatkan",
            "4 D nik:dibulatkan",
            "5 D nik:dibulatkan",
            "6 D nik:dibulatkan",
        ],
    );
    rows(&with(kk, "317410520580901"), &[], &["2 D nik:panjang-salah"]);
    rows(&with(kk, "317410520580901O"), &[], &["2 D nik:bukan-angka"]);
    rows(&with(kk, "3301105205809012"), &[&good("9096", "9012")], &["2 D nik:wilayah-luar-jakarta"]);
}

#[test]
fn what_is_too_long_is_cut_off_and_named_and_the_others_go_on() {
    let name = |name: &str| format!("1,3174102410099096,{name},3174105205809012,Jl. A,5/2,3\n");
    let budi = "2,3174102410099095,Budi,3174101205809013,Jl. B,5/2,1\n";
    let budi_in = "3 9095 005/002 Jl. B: Budi 9013 kepala";
    let cut = format!("2 9096 005/002 Jl. A: {} 9012 kepala", "a".repeat(100));
    rows(&format!("{}{budi}", name(&"a".repeat(200_000))), &[&cut, budi_in], &["2 C nama:terlalu-panjang"]);
    rows(&name("Si\u{202e}ti\u{7}\u{200f}"), &[SITI_IN], &[]);
}

#[test]
fn more_members_than_a_family_has_are_not_one_family() {
    let relation = |n: u32| if n == 0 { "kepala" } else { "anak" };
    let crowd: String = (0..31)
        .map(|n| format!("3174102410099096,Contoh {n},31741052058091{n:02},{},Jl. A,5,2\n", relation(n)))
        .collect();
    let siti = "3174102410099095,Siti,3174105205809012,kepala,Jl. B,5,2\n";
    members(
        &format!("{crowd}{siti}"),
        &["33 9095 005/002 Jl. B: Siti 9012 kepala"],
        &["2 ? keluarga:terlalu-banyak-anggota"],
    );
}

#[test]
fn families_that_are_listed_twice() {
    let budi = "2,3174102410099095,Budi,3174101205809013,Jl. B,5/2,1\n";
    let budi_in = "3 9095 005/002 Jl. B: Budi 9013 kepala";
    rows(&format!("{SITI}{budi}{SITI}"), &[SITI_IN, budi_in], &["4 ? keluarga:data-ganda=2"]);
    rows(&format!("{SITI}{SITI}"), &[SITI_IN], &["3 ? keluarga:data-ganda=2"]);
    rows(
        &format!("{SITI}{budi}3,3174 1024 1009 9096,SITI,-,Jl. A,5/2,3\n"),
        &[SITI_IN, budi_in],
        &["4 ? keluarga:data-ganda=2"],
    );
    rows(
        &format!("{SITI}2,3174102410099096,Budi,3174101205809013,Jl. B,5/2,1\n"),
        &[SITI_IN],
        &["3 B kk:kk-ganda=2"],
    );
    rows(
        &format!("{SITI}2,3174102410099095,Sitti,3174105205809012,Jl. B,5/2,1\n"),
        &[SITI_IN],
        &["3 D nik:nik-ganda=2"],
    );
    // Who has no number is nobody's double; a row that is refused stands for nothing.
    rows(
        "1,-,Siti,-,Jl. A,5/2,3\n2,-,Siti,-,Jl. A,5/2,3\n",
        &["2 - 005/002 Jl. A: Siti - kepala", "3 - 005/002 Jl. A: Siti - kepala"],
        &["2 B kk:tanpa-kk", "2 D nik:tanpa-nik", "3 B kk:tanpa-kk", "3 D nik:tanpa-nik"],
    );
    rows(
        &format!("1,3174102410099096,Siti,31741052058090,Jl. A,5/2,3\n{SITI}"),
        &["3 9096 005/002 Jl. A: Siti 9012 kepala"],
        &["2 D nik:panjang-salah"],
    );
}

#[test]
fn members_of_a_family() {
    let family = "2 9096 005/002 Jl. A: Siti 9012 kepala, Budi 9013 suami, Ani - anak";
    let doubts = ["4 C nik:tanpa-nik"];
    // The KK on the first row, on each row, and on rows that stand apart.
    members(
        "3174102410099096,Siti,3174105205809012,Kepala Keluarga,Jl. A,5,2\n,Budi,3174101205809013,Suami,,,\n,Ani,-,Anak,,,\n",
        &[family],
        &doubts,
    );
    members(
        "3174102410099096,Siti,3174105205809012,KK,Jl. A,5,2\n3174102410099096,Budi,3174101205809013,Suami,Jl. A,5,2\n3174102410099096,Ani,-,Anak,,,\n",
        &[family],
        &doubts,
    );
    members(
        "3174102410099096,Siti,3174105205809012,KK,Jl. A,5,2\n3174102410099097,Tono,3174101205809014,KK,Jl. B,5,2\n3174102410099096,Budi,3174101205809013,Suami,,,\n",
        &[
            "2 9096 005/002 Jl. A: Siti 9012 kepala, Budi 9013 suami",
            "3 9097 005/002 Jl. B: Tono 9014 kepala",
        ],
        &[],
    );
    // The numbers of Dukcapil's form.
    members(
        "3174102410099096,Siti,3174105205809012,1,Jl. A,5,2\n,Budi,3174101205809013,2,,,\n,Ani,-,4,,,\n",
        &[family],
        &doubts,
    );
    // The head is not the first.
    members(
        "3174102410099096,Budi,3174101205809013,Suami,Jl. A,5,2\n,Siti,3174105205809012,Kepala Keluarga,,,\n",
        &["2 9096 005/002 Jl. A: Siti 9012 kepala, Budi 9013 suami"],
        &[],
    );
    members(
        ",Budi,3174101205809013,Suami,Jl. A,5,2\n3174102410099096,Siti,3174105205809012,Kepala Keluarga,,,\n",
        &["2 9096 005/002 Jl. A: Siti 9012 kepala, Budi 9013 suami"],
        &[],
    );
    // A barred member bars the family; each row is named.
    members(
        "3174102410099096,Siti,3174105205809012,Kepala Keluarga,Jl. A,5,2\n,Budi,317410120580901,Suami,,,\n,Ani,,Anak,,,\n",
        &[],
        &["3 C nik:panjang-salah", "4 C nik:kosong"],
    );
    members(
        "3174102410099096,Siti,3174105205809012,Kepala Keluarga,Jl. A,5,2\n31741024100990,Budi,3174101205809013,Suami,,,\n",
        &[],
        &["3 A kk:panjang-salah"],
    );
    members(
        "3174102410099096,Siti,3174105205809012,Kepala Keluarga,Jl. A,5,2\n3174102410099097,Budi,3174101205809013,Suami,Jl. A,5,2\n",
        &["2 9096 005/002 Jl. A: Siti 9012 kepala"],
        &["3 D hubungan:tanpa-kepala"],
    );
    members(
        "3174102410099096,Siti,3174105205809012,Kepala,Jl. A,5,2\n,Budi,3174101205809013,Kepala,Jl. B,5,2\n",
        &["2 9096 005/002 Jl. A: Siti 9012 kepala"],
        &["3 A kk:kosong"],
    );
    members(
        "3174102410099096,Siti,3174105205809012,Kepala,Jl. A,5,2\n,Siti,3174105205809012,Anak,,,\n",
        &[],
        &["3 C nik:nik-sama-dalam-kk"],
    );
}

#[test]
fn members_without_a_column_for_their_relation() {
    let list = |rows: &str| format!("No,No KK,Nama,NIK,Alamat,RT/RW\n{rows}");
    let family = "2 9096 005/002 Jl. A: Siti 9012 kepala, Budi 9013 lainnya";
    check(
        &list("1,3174102410099096,Siti,3174105205809012,Jl. A,5/2\n,,Budi,3174101205809013,,\n"),
        &[family],
        &["3 ? hubungan:hubungan-tidak-jelas"],
    );
    check(
        &list(
            "1,3174102410099096,Siti,3174105205809012,Jl. A,5/2\n2,3174102410099096,Budi,3174101205809013,Jl. A,5/2\n",
        ),
        &[family],
        &["3 ? hubungan:hubungan-tidak-jelas"],
    );
    check(
        &list("1,3174102410099096,Siti,3174105205809012,Jl. A,5/2\n2,,Budi,3174101205809013,Jl. B,5/2\n"),
        &[SITI_IN],
        &["3 B kk:kosong"],
    );
}

#[test]
fn heads_and_members_in_columns_of_their_own() {
    let header = "No KK,Nama Kepala Keluarga,Nama Anggota,NIK,SHDK,Alamat,RT/RW\n";
    let family = "2 9096 005/002 Jl. A: Siti 9012 kepala, Budi 9013 suami";
    check(
        &format!(
            "{header}3174102410099096,Siti,Siti,3174105205809012,Kepala,Jl. A,5/2\n,,Budi,3174101205809013,Suami,,\n"
        ),
        &[family],
        &[],
    );
    check(
        &format!(
            "{header}3174102410099096,Siti,Budi,3174101205809013,Suami,Jl. A,5/2\n3174102410099096,Siti,Siti,3174105205809012,Kepala,Jl. A,5/2\n"
        ),
        &[family],
        &[],
    );
    check(
        "KK,KEPALA KELUARGA,,ANGGOTA KELUARGA,,ALAMAT,RT/RW\n,NAMA,NIK,NAMA,NIK,,\n\
         3174102410099096,Siti,3174105205809012,Budi,3174101205809013,Jl. A,5/2\n,,,Ani,-,,\n",
        &["3 9096 005/002 Jl. A: Siti 9012 kepala, Budi 9013 lainnya, Ani - lainnya"],
        &["3 ? hubungan:hubungan-tidak-jelas", "4 E nik:tanpa-nik", "4 ? hubungan:hubungan-tidak-jelas"],
    );
}

#[test]
fn a_person_may_have_a_name_like_the_words_of_a_footer() {
    members(
        "3174102410099096,Siti,3174105205809012,Kepala,Jl. A,5,2\n,Nb,-,Anak,,,\n,Total,-,Anak,,,\n",
        &["2 9096 005/002 Jl. A: Siti 9012 kepala, Nb - anak, Total - anak"],
        &["3 C nik:tanpa-nik", "4 C nik:tanpa-nik"],
    );
}

#[test]
fn the_head_of_a_family() {
    // No row says so: the husband, or else the first.
    members(
        "3174102410099096,Siti,3174105205809012,Istri,Jl. A,5,2\n,Budi,3174101205809013,Suami,,,\n",
        &["2 9096 005/002 Jl. A: Budi 9013 kepala, Siti 9012 istri"],
        &[],
    );
    members(
        "3174102410099096,Siti,3174105205809012,Ibu,Jl. A,5,2\n,Ani,3174105205809013,Anak,,,\n",
        &["2 9096 005/002 Jl. A: Siti 9012 kepala, Ani 9013 anak"],
        &[],
    );
    // Some rows say so: a family whose first row says nothing is doubtful, and one that says another is refused.
    let other = "3174102410099095,Tono,3174101205809015,Kepala,Jl. B,5,2\n";
    let other_in = "2 9095 005/002 Jl. B: Tono 9015 kepala";
    members(
        &format!("{other}3174102410099096,Siti,3174105205809012,,Jl. A,5,2\n,Ani,3174105205809013,Anak,,,\n"),
        &[other_in, "3 9096 005/002 Jl. A: Siti 9012 kepala, Ani 9013 anak"],
        &["3 D hubungan:hubungan-tidak-jelas"],
    );
    members(
        &format!("{other}3174102410099096,Siti,3174105205809012,Istri,Jl. A,5,2\n"),
        &[other_in],
        &["3 D hubungan:tanpa-kepala"],
    );
    // A row that speaks of KK and NIK is no header.
    members(
        &format!("{other},Siti,belum punya NIK,KK,Jl. A,5,2\n"),
        &[other_in],
        &["3 A kk:kosong", "3 C nik:tanpa-nik"],
    );
}
