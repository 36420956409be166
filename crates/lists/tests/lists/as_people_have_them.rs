//! Lists made after the layouts and the accidents that people report of theirs; all names and numbers in them are made up.
//! What is expected is what a reasonable officer expects.

use crate::{context, families, problems, warnings};
use domain::{Rt, Rw};
use lists::{Context, Reading, SheetFault};
use std::path::Path;

fn read(case: &str, context: &Context) -> Result<Reading, SheetFault> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists-as-people-have-them").join(case);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    // What the rows of a file are, for the tests of the file layer, stands beside some.
    let file = files.into_iter().find(|file| !file.ends_with("tables.txt")).unwrap();
    lists::read(&std::fs::read(file).unwrap(), context)
}

/// Rows that were not read, as `sheet first-last why`.
pub(super) fn unread(reading: &Reading) -> Vec<String> {
    let unread = reading.account.unread_rows().map(|(rows, why)| {
        let sheet = rows.sheet.as_deref().unwrap_or("-");
        format!("{sheet} {}-{} {}", rows.first, rows.last, why.code())
    });
    unread.collect()
}

/// The families of a list, and what is said of its rows: refused, doubtful, not read.
fn check(case: &str, taken: &[&str], said: &[&str]) {
    of_rt(case, &context(), taken, said);
}

fn of_rt(case: &str, context: &Context, taken: &[&str], said: &[&str]) {
    let reading = read(case, context).unwrap_or_else(|fault| panic!("{case}: {fault}"));
    assert_eq!(families(&reading), taken, "{case}");
    assert_eq!([problems(&reading), warnings(&reading), unread(&reading)].concat(), said, "{case}");
    assert!(reading.account.adds_up(), "{case}: {:?}", reading.account);
}

/// The list of an RT: `--rt 005 --rw 002`.
fn of_rt_5() -> Context {
    Context { default_rt: Rt::parse("5").ok(), default_rw: Rw::parse("2").ok(), ..context() }
}

#[test]
fn columns_are_judged_by_their_names_and_their_cells() {
    check(
        "01-siak-flat",
        &[
            "2 9011 005/002 Jl. Kesehatan No. 4: DARMAN 9021 kepala L 1971-04-03, NUR'AINI 9022 istri P 1975-06-05, WIRA 9023 anak L 2001-08-07",
            "5 9012 005/002 Gg. Bhakti 2: SULASTRI 9024 kepala P 1982-10-09, TIARA 9025 anak P 2010-12-11",
        ],
        &[],
    );
    check(
        "05-opensid-template-kk-level",
        &[
            "2 9101 005/002 Jl. Wijaya 3: Bambang Iro 9112 kepala L 1975-01-01, Sri Lestari 9111 istri P 1978-02-02, Puji 9113 anak L 2005-03-03",
            "5 9102 005/002 Jl. Wijaya 9: Yatno 9114 kepala L 1968-04-04, Marni 9115 istri P 1970-05-05",
        ],
        &[],
    );
    check(
        "06-domicile-only-where-it-differs",
        &[
            "2 9121 005/002 Jl. Delima 1: Kasmin 9131 kepala",
            "3 9122 005/002 Jl. Delima 2: Wardoyo 9132 kepala",
            "4 9123 005/002 Jl. Delima 3: Saiman 9133 kepala",
            "5 9124 005/002 Jl. Delima 4: Nuryati 9134 kepala",
        ],
        &[],
    );
    check(
        "07-area-names-before-the-name",
        &[
            "2 9151 005/002 Jl. Anggrek 1: TARYONO 9141 kepala",
            "3 9152 005/002 Jl. Anggrek 2: KUSNADI 9142 kepala",
            "4 9153 005/002 Jl. Anggrek 3: ROMLAH 9143 kepala",
        ],
        &[],
    );
    check(
        "08-google-form-answers",
        &[
            "2 9161 005/002 Jl. Teratai 8: Kasdi 9171 kepala",
            "3 9162 005/002 Jl. Teratai 10: Rohaya 9172 kepala +pkh",
        ],
        &["3 M bantuan-lain:bantuan-lain"],
    );
    check(
        "30-a-column-for-each-aid",
        &[
            "2 9731 005/002 Jl. Nangka 1: Rasid 9741 kepala +pkh",
            "3 9732 005/002 Jl. Nangka 2: Saprudin 9742 kepala",
            "4 9733 005/002 Jl. Nangka 3: Tarjo 9743 kepala +bpnt",
        ],
        &["2 H bantuan-lain:bantuan-lain", "4 G bantuan-lain:bantuan-lain"],
    );
    check(
        "45-kk-level-codes",
        &[
            "2 9103 005/002 Jl. Wijaya 3: Bambang Iro 9112 kepala L 1975-01-01, Sri Lestari 9111 istri P 1978-02-02, Puji 9113 anak L 2005-03-03",
            "5 9104 005/002 Jl. Wijaya 9: Yatno 9114 kepala L 1968-04-04, Marni 9115 istri P 1970-05-05",
        ],
        &[],
    );
    check(
        "47-domisili-in-every-header",
        &[
            "2 9575 005/002 Jl. Akasia 11: Otong 9595 kepala",
            "3 9576 005/002 Jl. Akasia 13: Parta 9596 kepala",
        ],
        &[],
    );
}

#[test]
fn numbers_that_stand_for_none_and_numbers_that_were_rounded() {
    check(
        "10-kk-zero-for-none",
        &["6 9191 005/002 Jl. Kenari 5: Sobari 9185 kepala"],
        &["2 A kk:kosong", "4 A kk:kosong"],
    );
    check(
        "11-placeholder-numbers",
        &[],
        &[
            "2 B nik:nomor-isian",
            "3 B nik:nomor-isian",
            "4 A kk:panjang-salah",
            "5 A kk:panjang-salah",
            "6 B nik:nomor-isian",
        ],
    );
    check(
        "16-rounded-with-thousands-dots",
        &[],
        &[
            "2 B nik:dibulatkan",
            "3 B nik:dibulatkan",
            "4 B nik:dibulatkan",
            "5 B nik:dibulatkan",
            "6 B nik:dibulatkan",
            "7 B nik:dibulatkan",
            "8 B nik:dibulatkan",
        ],
    );
    check(
        "17-partly-rounded-csv",
        &[
            "4 9452 005/002 Jl. Kramat 3: Warga C 9415 kepala",
            "7 9455 005/002 Jl. Kramat 6: Warga F 9436 kepala",
            "11 9459 005/002 Jl. Kramat 10: Warga J 9464 kepala",
        ],
        &[
            "2 B nik:dibulatkan",
            "3 B nik:dibulatkan",
            "5 B nik:dibulatkan",
            "6 B nik:dibulatkan",
            "8 B nik:dibulatkan",
            "9 B nik:dibulatkan",
            "10 B nik:dibulatkan",
            "12 B nik:dibulatkan",
            "13 B nik:dibulatkan",
        ],
    );
    check(
        "18-invisible-characters",
        &[
            "2 9501 005/002 Jl. Waru 1: Hendra 9511 kepala",
            "3 9502 005/002 Jl. Waru 2: Irwan 9512 kepala",
            "4 9503 005/002 Jl. Waru 3: Joni 9513 kepala",
            "5 9504 005/002 Jl. Waru 4: Kosim 9514 kepala",
            "6 9505 005/002 Jl. Waru 5: Lim Contoh 9515 kepala",
        ],
        &[],
    );
}

#[test]
fn rt_and_rw() {
    of_rt(
        "13-rt-rw-became-a-date",
        &of_rt_5(),
        &[
            "2 9241 005/002 Jl. Flamboyan 1: Agus Salim 9251 kepala",
            "3 9242 005/002 Jl. Flamboyan 2: Jajang 9252 kepala",
            "4 9243 005/002 Jl. Flamboyan 3: Komar 9253 kepala",
        ],
        &[],
    );
    of_rt(
        "14-rt-rw-became-a-date-csv",
        &of_rt_5(),
        &[
            "2 9244 005/002 Jl. Flamboyan 4: Asep 9254 kepala",
            "3 9245 005/002 Jl. Flamboyan 5: Dadang 9255 kepala",
            "4 9246 005/002 Jl. Flamboyan 6: Entis 9256 kepala",
        ],
        &[],
    );
    check(
        "15-rw-before-rt",
        &[
            "2 9261 005/002 Jl. Matoa 1: Edi Kuswanto 9271 kepala",
            "3 9262 005/002 Jl. Matoa 2: Fauzi 9272 kepala",
            "4 9263 005/002 Jl. Matoa 3, RW.002 RT.005: Gunadi 9273 kepala",
        ],
        &[],
    );
}

#[test]
fn numbers_above_the_rows() {
    of_rt(
        "03-kk-in-banner-row",
        &of_rt_5(),
        &[
            "9 9051 005/002 JL CEMPAKA NO 3, RT 005 RW 002: HARYADI 9061 kepala L 1977-07-06, SUMIYATI 9062 istri P 1980-08-07",
            "12 9052 005/002 JL CEMPAKA NO 5, RT 005 RW 002: MULYONO 9063 kepala L 1960-09-08",
        ],
        &[],
    );
    of_rt(
        "04-kk-number-in-page-title",
        &of_rt_5(),
        &[
            "7 9071 005/002 JL. MANUNGGAL 1: PONIDI 9081 kepala L 1966-03-01, WAGINAH 9082 istri P 1970-04-02",
            "18 9072 005/002 JL. MANUNGGAL 7: ROSIDI 9083 kepala L 1981-05-03, DIMAS 9084 anak L 2011-06-04",
        ],
        &[],
    );
}

#[test]
fn sheets_and_tables() {
    check(
        "20-second-sheet-without-header",
        &[
            "2 9550 005/002 Jl. Sawo 1: Awal A 9560 kepala",
            "3 9551 005/002 Jl. Sawo 2: Awal B 9561 kepala",
            "1 9552 005/002 Jl. Sawo 3: Lanjut P 9562 kepala",
            "2 9553 005/002 Jl. Sawo 4: Lanjut Q 9563 kepala",
            "3 9554 005/002 Jl. Sawo 5: Lanjut R 9564 kepala",
        ],
        &[],
    );
    check(
        "26-households-and-members-on-two-sheets",
        &[
            "2 9671 005/002 Jl. Salak 1: Warto 9681 kepala L 1970-03-01, Saodah 9682 istri P 1973-03-02",
            "4 9672 005/002 Jl. Salak 2: Jaya 9683 kepala L 1980-03-03, Melati 9684 anak P 2010-03-04",
        ],
        &[],
    );
    check(
        "43-two-tables-side-by-side",
        &[
            "3 9931 005/002 Jl. Melon 1: Yadi 9941 kepala",
            "4 9933 005/002 Jl. Melon 3: Ajat 9943 kepala",
            "3 9932 006/002 Jl. Melon 2: Zuhri 9942 kepala",
            "4 9934 006/002 Jl. Melon 4: Boni 9944 kepala",
        ],
        &[],
    );
}

#[test]
fn marks_and_dashes_and_merged_cells() {
    check(
        "21-ditto-marks",
        &[
            "2 9571 005/002 Jl. Akasia 1: Matsani 9581 kepala, Rodiah 9582 lainnya, Rizal 9583 lainnya",
            "5 9572 005/002 Jl. Akasia 3: Nursalim 9584 kepala, Kartini 9585 lainnya, Gilang 9586 lainnya",
        ],
        &[
            "3 ? hubungan:hubungan-tidak-jelas",
            "4 ? hubungan:hubungan-tidak-jelas",
            "6 ? hubungan:hubungan-tidak-jelas",
            "7 ? hubungan:hubungan-tidak-jelas",
        ],
    );
    check(
        "22-dash-below-the-kk",
        &[
            "2 9591 005/002 Jl. Asem 1: Sudirja 9601 kepala, Nining 9602 istri, Yoga 9603 anak",
            "5 9592 005/002 Jl. Asem 2: Tatang 9604 kepala, Ipah 9605 istri",
        ],
        &[],
    );
    check(
        "24-kk-not-in-the-first-row",
        &[
            "2 9641 005/002 Jl. Jati 1: Darsono 9631 kepala, Sumarni 9632 istri, Heru 9633 anak",
            "5 9642 005/002 Jl. Jati 2: Basuki 9634 kepala, Lasmi 9635 istri",
        ],
        &[],
    );
    check(
        "23-merged-kk-over-numbered-persons",
        &[
            "2 9611 005/002 Jl. Kemang 1: Suhendar 9621 kepala L, Titin 9622 lainnya P, Wawan 9623 lainnya L",
            "5 9612 005/002 Jl. Kemang 2: Udin 9624 kepala L, Empat 9625 lainnya P",
        ],
        &[
            "3 ? hubungan:hubungan-tidak-jelas",
            "4 ? hubungan:hubungan-tidak-jelas",
            "6 ? hubungan:hubungan-tidak-jelas",
        ],
    );
}

#[test]
fn persons_in_columns() {
    check(
        "25-members-in-columns",
        &[
            "2 9651 005/002 Jl. Pinus 1: Supardi 9661 kepala, Sutini 9662 istri, Rangga 9663 anak",
            "3 9652 005/002 Jl. Pinus 2: Mastur 9664 kepala, Neneng 9665 istri, Putri 9666 anak, Bagas 9667 anak",
        ],
        &[],
    );
    check(
        "49-numbered-members-in-columns",
        &["2 9579 005/002 Jl. Akasia 19: Tohir 9599 kepala, Uum 9600 lainnya, Vikri 9606 lainnya"],
        &["2 ? hubungan:hubungan-tidak-jelas", "2 ? hubungan:hubungan-tidak-jelas"],
    );
}

#[test]
fn sums_titles_and_signatures() {
    check(
        "29-pages-with-carried-sums",
        &[
            "6 9711 005/002 Jl. Sengon 1: Opik 9721 kepala",
            "7 9712 005/002 Jl. Sengon 2: Pardi 9722 kepala",
            "13 9713 005/002 Jl. Sengon 3: Qomar 9723 kepala",
        ],
        &[],
    );
}

#[test]
fn who_has_died_or_moved() {
    check(
        "32-names-and-the-dead",
        &[
            "2 9751 005/002 Jl. Bambu 1: Alm. H. Ma’mun Ro‘is, S.Ag 9761 kepala, Hj. Nur'aini 9762 istri",
            "4 9752 005/002 Jl. Bambu 2: O 9763 kepala",
            "5 9753 005/002 Jl. Bambu 3: Sugiyono 9764 kepala, Daliyem 9765 istri",
        ],
        &["7 ? keluarga:data-ganda=2", "2 C nama:disebut-meninggal", "5 H keluarga:disebut-meninggal"],
    );
    check(
        "44-status-column-says-dead",
        &[
            "2 9951 005/002 Jl. Pala 1: Cipto 9961 kepala, Duriah 9962 istri",
            "4 9952 005/002 Jl. Pala 2: Engkar 9963 kepala",
            "5 9953 005/002 Jl. Pala 3: Fikri 9964 kepala",
        ],
        &["2 H keluarga:disebut-meninggal", "4 H keluarga:disebut-pindah"],
    );
}

#[test]
fn files_of_programs() {
    check(
        "33-utf16-sep-newlines-trailing",
        &[
            "3 9771 005/002 Jl. Sukun 1 Blok B: Yana 9781 kepala",
            "4 9772 005/002 Gg. \"H. Muhi\" 3; belakang: Zaenal 9782 kepala",
            "5 9773 005/002 Jl. Sukun 3: Abas 9783 kepala",
        ],
        &[],
    );
    check(
        "34-lone-quotation-marks",
        &[
            "2 9791 005/002 Jl. Kapuk 1: Adung 9801 kepala",
            "3 9792 005/002 Jl. Kapuk 1: Boim 9802 kepala",
            "4 9793 005/002 Jl. Kapuk 1: Cacih 9803 kepala",
            "5 9794 005/002 Jl. Kapuk 4: Dodi 9804 kepala",
            "6 9795 005/002 Jl. Kapuk 5: Engkos Kosasih 9805 kepala",
        ],
        &[],
    );
    check(
        "39-zip-with-backslashes",
        &[
            "2 9911 005/002 Jl. Lengkeng 1: Xaver 9921 kepala",
            "3 9912 005/002 Jl. Lengkeng 3: Yati Contoh 9922 kepala",
        ],
        &[],
    );
    check(
        "40-namespace-prefixes",
        &[
            "2 9911 005/002 Jl. Lengkeng 1: Xaver 9921 kepala",
            "3 9912 005/002 Jl. Lengkeng 3: Yati Contoh 9922 kepala",
        ],
        &[],
    );
    check(
        "41-strict-open-xml",
        &[
            "2 9911 005/002 Jl. Lengkeng 1: Xaver 9921 kepala",
            "3 9912 005/002 Jl. Lengkeng 3: Yati Contoh 9922 kepala",
        ],
        &[],
    );
    check(
        "42-rich-text-and-phonetic",
        &[
            "2 9911 005/002 Jl. Lengkeng 1: Xaver 9921 kepala",
            "3 9912 005/002 Jl. Lengkeng 3: Yati Contoh 9922 kepala",
        ],
        &[],
    );
    check(
        "27-web-page-named-xls",
        &["2 9691 005/002 Jl. Cemara 1: Cecep 9701 kepala", "3 9692 005/002 Jl. Cemara 2: Dedi 9702 kepala"],
        &[],
    );
    check("28-xml-spreadsheet-2003", &["2 9693 005/002 Jl. Cemara 3: Encep 9703 kepala"], &[]);
}

#[test]
fn formulas_that_failed() {
    check(
        "36-formula-errors",
        &["2 9831 005/002 Jl. Nanas 1: Halim 9841 kepala"],
        &["3 B nik:galat-rumus", "4 C nama:galat-rumus", "5 D alamat:galat-rumus", "6 A kk:galat-rumus"],
    );
}

#[test]
fn relations_and_dates() {
    check(
        "38-relation-labels",
        &[
            "2 9891 005/002 Jl. Rambutan 1: Misbah 9901 kepala, Rukiyah 9902 istri, Seno 9903 anak",
            "5 9892 005/002 Jl. Rambutan 2: Tugino 9904 kepala, Unah 9905 istri, Vina 9906 anak, Wasti 9907 orang-tua",
        ],
        &[],
    );
    check(
        "37-birth-dates",
        &[
            "2 9850 005/002 Jl. Duku 1: Tgl 2 9870 kepala 1980-05-12",
            "3 9851 005/002 Jl. Duku 2: Tgl 3 9871 kepala 1975-08-17",
            "4 9852 005/002 Jl. Duku 3: Tgl 4 9872 kepala 1969-11-03",
            "8 9856 005/002 Jl. Duku 7: Tgl 8 9876 kepala 1980-05-12",
            "10 9858 005/002 Jl. Duku 9: Tgl 10 9878 kepala 1980-05-12",
            "11 9859 005/002 Jl. Duku 10: Tgl 11 9879 kepala 1964-12-31",
            "12 9860 005/002 Jl. Duku 11: Tgl 12 9880 kepala 1945-07-01",
            "13 9861 005/002 Jl. Duku 12: Tgl 13 9881 kepala 1980-05-12",
        ],
        &[
            "5 D tanggal-lahir:tanggal-salah",
            "6 D tanggal-lahir:tanggal-salah",
            "7 D tanggal-lahir:tanggal-salah",
            "9 D tanggal-lahir:tanggal-salah",
        ],
    );
}

#[test]
fn rows_of_another_kelurahan() {
    check(
        "50-rows-of-another-kelurahan",
        &["2 9971 005/002 Jl. Jambu 1: Amsori 9981 kepala", "5 9974 005/002 Jl. Jambu 4: Dasuki 9984 kepala"],
        &["3 G keluarga:kelurahan-lain", "4 G keluarga:kelurahan-lain"],
    );
}

#[test]
fn rows_that_their_owner_has_hidden() {
    check(
        "19-hidden-rows-and-struck-out",
        &[
            "2 9520 005/002 Jl. Randu 1: Kepala V 9530 kepala",
            "4 9522 005/002 Jl. Randu 3: Kepala X 9532 kepala",
        ],
        &["RT 005 3-3 baris-tersembunyi", "RT 005 5-5 baris-tersembunyi", "RT 005 6-6 baris-dicoret"],
    );
}

/// Lists of the same kinds, as text.
pub(super) fn list(text: &str, taken: &[&str], said: &[&str]) {
    let reading = lists::read(text.as_bytes(), &context()).unwrap_or_else(|fault| panic!("{fault}: {text}"));
    assert_eq!(families(&reading), taken, "{text}");
    assert_eq!([problems(&reading), warnings(&reading), unread(&reading)].concat(), said, "{text}");
    assert!(reading.account.adds_up(), "{text}: {:?}", reading.account);
}

#[test]
fn the_number_of_somebody_else_is_nobody_s_own() {
    let row = "3174101001099001,3174101203809001,Siti,3174105205809012,Jl. A,SDN 01,5,2\n";
    let siti = ["2 9001 005/002 Jl. A: Siti 9012 kepala"];
    list(&["No. KK,NIK Ibu,Nama,No NIK,Alamat,Alamat Sekolah,RT,RW\n", row].concat(), &siti, &[]);
    list(&["No. KK,NIK Ayah,Nama,NIK,Alamat Domisili,Alamat KTP,RT,RW\n", row].concat(), &siti, &[]);
}

#[test]
fn one_number_of_an_rt_is_not_that_of_the_rw_and_contradictions_are_said() {
    let row = |rt: &str| {
        format!("No KK,NIK,Nama,Alamat,RT/RW\n3174101001099001,3174105205809012,Siti,Jl. A RW 02,{rt}\n")
    };
    let siti = |place: &str| format!("2 9001 {place} Jl. A RW 02: Siti 9012 kepala");
    for rt in ["005", "RW 002/005", "5/2", "RT 5", "RW 02 RT 05"] {
        list(&row(rt), &[&siti("005/002")], &[]);
    }
    list(&row("5/3"), &[&siti("005/003")], &["2 E rt:rt-rw-beda"]);
    list(&row("5A"), &[], &["2 E rt:rt-rw-salah"]);
    list(&row("0"), &[], &["2 E rt:rt-rw-salah"]);
}

#[test]
fn titles_between_rows_name_the_rt_of_those_below() {
    let row = |n: u8| format!("317410100109900{n},317410520580901{n},Siti {n},Jl. {n}\n");
    let text = ["RT 005 RW 002\nNo KK,NIK,Nama,Alamat\n", &row(1), "RT 006 RW 002\n", &row(2)].concat();
    list(
        &text,
        &["3 9001 005/002 Jl. 1: Siti 1 9011 kepala", "5 9002 006/002 Jl. 2: Siti 2 9012 kepala"],
        &[],
    );
}

#[test]
fn a_row_between_persons_that_names_another_family_ends_the_one_above() {
    let text = "No. KK : 3174101001099001,,,Alamat : Jl. A RT 5 RW 2\nNo,NIK,Nama,Hubungan\n\
                1,3174105205809012,Siti,Kepala Keluarga\n\
                Keluarga kedua nomor kartu belum jelas\n\
                1,3174101203809013,Budi,Kakak\n2,3174101203809014,Toni,Anak\n\
                KK 3174101001099002 a.n. Wati Alamat: Jl. B RT 5 RW 2\n\
                1,3174105205809015,Wati,Kepala Keluarga\n\
                2,3174101203809016,Adi,Anak,pisah dari KK 3174101001099003\n";
    list(
        text,
        &[
            "3 9001 005/002 Jl. A RT 5 RW 2: Siti 9012 kepala",
            "8 9002 005/002 Jl. B RT 5 RW 2: Wati 9015 kepala, Adi 9016 anak",
        ],
        &[
            "5 F kk:bukan-angka",
            "5 G alamat:kosong",
            "5 H rt:rt-rw-salah",
            "5 I rw:rt-rw-salah",
            "5 D hubungan:tanpa-kepala",
        ],
    );
}

#[test]
fn persons_who_all_stand_in_columns_have_a_head() {
    let text = "No KK,Nama Suami,NIK Suami,Nama Istri,NIK Istri,Alamat,RT,RW\n\
                3174101001099001,Budi,3174101203809013,Siti,3174105205809012,Jl. A,5,2\n";
    list(text, &["2 9001 005/002 Jl. A: Budi 9013 kepala, Siti 9012 istri"], &[]);
    let text = "No KK,art_1_nama,art_1_nik,art_1_hubungan,art_2_nama,art_2_nik,art_2_hubungan,Alamat,RT,RW\n\
                3174101001099001,Siti,3174105205809012,anak,Budi,3174101203809013,kepala,Jl. A,5,2\n";
    list(text, &["2 9001 005/002 Jl. A: Budi 9013 kepala, Siti 9012 anak"], &[]);
}

#[test]
fn a_note_whose_formula_failed_bars_nobody() {
    let text = |note: &str, nik: &str| {
        format!("No KK;NIK;Nama;Alamat;RT;RW;Ket\n3174101001099001;{nik};Siti;Jl. A;5;2;{note}\n")
    };
    list(
        &text("#REF!", "3174105205809012"),
        &["2 9001 005/002 Jl. A: Siti 9012 kepala"],
        &["2 G keterangan:galat-rumus"],
    );
    for error in ["#NAMA?", "Err:502", "########"] {
        list(&text("", error), &[], &["2 B nik:galat-rumus"]);
    }
    list(&text("", "\"\"\"\""), &[], &["2 B nik:bukan-angka"]);
}

#[test]
fn what_a_column_of_aid_says_of_a_family() {
    let text = |header: &str, cell: &str| {
        format!(
            "No KK,NIK,Nama,Alamat,RT,RW,{header}\n3174101001099001,3174105205809012,Siti,Jl. A,5,2,{cell}\n"
        )
    };
    for (header, cell, aid) in [
        ("PKH", "√", Some("pkh")),
        ("PKH", "●", Some("pkh")),
        ("BANSOS_PKH", "YA", Some("pkh")),
        ("BANSOS_PKH", "TIDAK", None),
        ("Nama Penerima BPNT", "Siti", Some("bpnt")),
        ("BLT DD", "ya", Some("lainnya")),
        ("Penerima PKH/BPNT", "Non PKH/BPNT", None),
        ("Bansos", "mantan PKH (graduasi 2019)", None),
    ] {
        let known = aid.map(|aid| format!(" +{aid}")).unwrap_or_default();
        let doubt: &[&str] = if aid.is_some() { &["2 G bantuan-lain:bantuan-lain"] } else { &[] };
        list(&text(header, cell), &[&format!("2 9001 005/002 Jl. A: Siti 9012 kepala{known}")], doubt);
    }
}
