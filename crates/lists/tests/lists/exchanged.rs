//! Cells that hold several things, columns that hold what another one is named for, and what notes say of a family.

use crate::as_people_have_them::list;
use crate::{context, families};
use lists::{ColumnKind, SheetFault};

const TAKEN: &str = "2 9001 005/002 Jl. A: Siti 9012 kepala";

#[test]
fn several_names_in_a_cell_are_never_one_person() {
    let text = |name: &str| {
        format!("No KK;NIK;Nama;Alamat;RT;RW\n3174101001099001;3174105205809012;\"{name}\";Jl. A;5;2\n")
    };
    for several in
        ["Budi / Siti", "Budi & Siti", "Budi dan Siti", "Budi; Siti", "1. Budi 2. Siti", "1. Budi\n2. Siti"]
    {
        list(&text(several), &[], &["2 C nama:beberapa-nama"]);
    }
    // A name may be wrapped by hand, and what follows a comma may be a degree that nobody knows.
    let in_one_line = |name: &str| format!("2 9001 005/002 Jl. A: {name} 9012 kepala");
    list(&text("Siti\nNurhaliza"), &[&in_one_line("Siti Nurhaliza")], &["2 C nama:mungkin-beberapa-nama"]);
    list(&text("Budi, Siti"), &[&in_one_line("Budi, Siti")], &["2 C nama:mungkin-beberapa-nama"]);
    for one in [
        "H. Budi, S.Ag",
        "Siti, SPd",
        "SITI, SE, MM",
        "Siti a/n Budi",
        "Budi bin Adan",
        "Siti 2",
        "M. Dan",
        "Dandan",
    ] {
        list(&text(one), &[&in_one_line(one)], &[]);
    }
}

#[test]
fn two_numbers_in_a_cell_are_read_by_which_fits() {
    let (kk, nik) = ("3174101001099001", "3174105205809012");
    let text = |header: &str, cell: &str| format!("{header},Nama,Alamat,RT,RW\n\"{cell}\",Siti,Jl. A,5,2\n");
    for (header, cell) in [
        ("NIK/KK", format!("{nik}/{kk}")),
        ("No KK / NIK", format!("{kk} / {nik}")),
        ("NIK", format!("{kk}/{nik}")),
        ("NIK", format!("NIK {nik} KK {kk}")),
        ("NIK", format!("No. KK: {kk}\nNIK: {nik}")),
        ("No KK", "3174 1010 0109 9001 - 3174 1052 0580 9012".to_owned()),
    ] {
        list(&text(header, &cell), &[TAKEN], &[]);
    }
    // Whoever has a column for the KK number has said which one it is.
    let list_of = |cells: &str| format!("No KK,NIK,Nama,Alamat,RT,RW\n{cells},Siti,Jl. A,5,2\n");
    let man = "3174101203809012";
    list(&list_of(&format!("{kk},{man}/{kk}")), &[TAKEN], &[]);
    // Nobody can tell.
    list(&text("NIK", &format!("{man}/{kk}")), &[], &["2 ? kk:kosong", "2 A nik:bukan-angka"]);
}

#[test]
fn roman_numerals_number_rt_and_rw() {
    let text = |title: &str, header: &str, cell: &str| {
        format!(
            "{title}\nNo KK;NIK;Nama;Alamat;{header}\n3174101001099001;3174105205809012;Siti;Jl. A;{cell}\n"
        )
    };
    let taken = |place: &str| format!("3 9001 {place} Jl. A: Siti 9012 kepala");
    for (title, header, cell, place) in [
        ("RT III/RW 05", "Ket", "", "003/005"),
        ("RT. IX RW. XIV", "Ket", "", "009/014"),
        ("RT/RW : III/V", "Ket", "", "003/005"),
        ("DAFTAR", "RT/RW", "III/V", "003/005"),
        ("DAFTAR", "RT/RW", "RT III RW 5", "003/005"),
        ("DAFTAR", "RT;RW", "XVIII;V", "018/005"),
    ] {
        list(&text(title, header, cell), &[&taken(place)], &[]);
    }
    list(&text("DAFTAR", "RT;RW", "IIV;V"), &[], &["3 E rt:rt-rw-salah"]);
}

#[test]
fn a_title_or_an_address_of_another_kelurahan_is_pointed_out() {
    let text = |title: &str, address: &str| {
        format!(
            "{title}\nNo KK;NIK;Nama;Alamat;RT;RW\n3174101001099001;3174105205809012;Siti;{address};5;2\n"
        )
    };
    let taken = |address: &str| format!("3 9001 005/002 {address}: Siti 9012 kepala");
    for own in [
        "KELURAHAN PESANGGRAHAN KEC. PESANGGRAHAN",
        "Kelurahan : Pesangrahan",
        "Desa/Kelurahan: Pesanggrahan",
        "DATA WARGA KELURAHAN TAHUN 2021",
        "KELURAHAN : ________",
        "Jumlah Kel. 25",
    ] {
        list(&text(own, "Jl. A"), &[&taken("Jl. A")], &[]);
    }
    for other in ["KELURAHAN ULUJAMI", "Kel. Ulujami Kec. Pesanggrahan", "Kelurahan :;Ulujami"] {
        list(&text(other, "Jl. A"), &[&taken("Jl. A")], &["3 ? keluarga:menyebut-kelurahan-lain"]);
    }
    // A title is said once.
    let more = text("KELURAHAN ULUJAMI", "Jl. A") + "3174101001099002;3174101203809013;Budi;Jl. B;5;2\n";
    list(
        &more,
        &[&taken("Jl. A"), "4 9002 005/002 Jl. B: Budi 9013 kepala"],
        &["3 ? keluarga:menyebut-kelurahan-lain"],
    );
    list(
        &text("KELURAHAN PESANGGRAHAN", "Jl. A Kel. Ulujami"),
        &[&taken("Jl. A Kel. Ulujami")],
        &["3 D alamat:menyebut-kelurahan-lain"],
    );
}

#[test]
fn numbers_under_the_name_of_the_other_are_told_by_the_cells() {
    // KK numbers repeat over the rows of a family, and have no day beyond 31.
    let rows = "3174105205809012,Siti,3174101001099001,kepala,Jl. A,5,2\n\
                3174101203809013,Budi,3174101001099001,anak,Jl. A,5,2\n\
                3174104505809014,Wati,3174101001099002,kepala,Jl. B,5,2\n";
    let families =
        ["2 9001 005/002 Jl. A: Siti 9012 kepala, Budi 9013 anak", "4 9002 005/002 Jl. B: Wati 9014 kepala"];
    list(&format!("NIK,Nama,No KK,Hubungan,Alamat,RT,RW\n{rows}"), &families, &[]);
    list(&format!("No KK,Nama,NIK,Hubungan,Alamat,RT,RW\n{rows}"), &families, &[]);
}

#[test]
fn what_columns_without_a_header_hold_is_proposed_by_their_cells() {
    let text = "3174105205809012,Siti,3174101001099001,Jl. A 1,005/002\n\
                3174101203809013,Budi,3174101001099001,Jl. A 1,005/002\n\
                3174104505809014,Wati,3174101001099002,Jl. B 2,005/002\n";
    assert_eq!(lists::read(text.as_bytes(), &context()).err(), Some(SheetFault::NoHeader));
    let columns = lists::columns(text.as_bytes(), &context()).unwrap();
    let proposed: Vec<Option<ColumnKind>> = columns.iter().map(|column| column.proposed).collect();
    assert_eq!(proposed, [Some(ColumnKind::Nik), None, Some(ColumnKind::Kk), None, None]);
    // A column whose name nobody knows, beside others that are read.
    let text = text.replace(",005", ",5,").replace("/002", "2");
    let text = format!("Identitas,Nama,No KK,Alamat,RT,RW\n{text}");
    let reading = lists::read(text.as_bytes(), &context()).unwrap();
    let first = reading.columns.iter().find(|column| column.name.letter == "A").unwrap();
    assert_eq!((first.kind, first.proposed, first.long_numbers), (None, Some(ColumnKind::Nik), 3));
}

#[test]
fn a_sheet_that_goes_on_with_its_columns_in_another_order_is_not_read_as_the_one_before() {
    let sheet = |name: &str, rows: &[[&str; 6]]| {
        let cell = |text: &&str| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>");
        let row = |cells: &[&str; 6]| format!("<Row>{}</Row>", cells.iter().map(cell).collect::<String>());
        let rows: String = rows.iter().map(row).collect();
        format!("<Worksheet ss:Name=\"{name}\"><Table>{rows}</Table></Worksheet>")
    };
    let book = |second: &[[&str; 6]]| {
        let first = [
            ["No KK", "NIK", "Nama", "Alamat", "RT", "RW"],
            ["3174101001099001", "3174105205809012", "Siti", "Jl. A 1", "5", "2"],
        ];
        let sheets = sheet("A", &first) + &sheet("B", second);
        format!(
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
             <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
             xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{sheets}</Workbook>"
        )
    };
    let read = |second: &[[&str; 6]]| {
        let reading = lists::read(book(second).as_bytes(), &context()).unwrap();
        (families(&reading), reading.account.unread_rows().map(|(_, why)| why.code()).collect::<Vec<_>>())
    };
    let siti = "2 9001 005/002 Jl. A 1: Siti 9012 kepala".to_owned();
    let wati = "1 9002 005/002 Jl. B 2: Wati 9014 kepala".to_owned();
    let [kk, nik] = ["3174101001099002", "3174104505809014"];
    assert_eq!(read(&[[kk, nik, "Wati", "Jl. B 2", "5", "2"]]), (vec![siti.clone(), wati.clone()], vec![]));
    assert_eq!(read(&[[nik, kk, "Wati", "Jl. B 2", "5", "2"]]), (vec![siti.clone(), wati], vec![]));
    let unread = vec!["tanpa-judul-kolom"];
    assert_eq!(read(&[[kk, nik, "Jl. B 2", "Wati", "5", "2"]]), (vec![siti], unread));
}

#[test]
fn what_notes_say_of_a_family_is_pointed_out() {
    let text = |note: &str| {
        format!("No KK;NIK;Nama;Alamat;RT;RW;Ket\n3174101001099001;3174105205809012;Siti;Jl. A;5;2;{note}\n")
    };
    for (note, code) in [
        ("TMS", "disebut-tidak-memenuhi-syarat"),
        ("Tidak memenuhi syarat (PNS)", "disebut-tidak-memenuhi-syarat"),
        ("hasil verifikasi: TMS", "disebut-tidak-memenuhi-syarat"),
        ("tidak dikenal", "disebut-tidak-ditemukan"),
        ("Tdk ditemukan di alamat", "disebut-tidak-ditemukan"),
        ("alamat tidak ditemukan", "disebut-tidak-ditemukan"),
        ("pindah", "disebut-pindah"),
        ("warga pindah ke Depok", "disebut-pindah"),
    ] {
        list(&text(note), &[TAKEN], &[&format!("2 G keluarga:{code}")]);
    }
    for nothing in ["pindahan dari Bekasi", "suami pindah", "janda", "ditemukan"] {
        list(&text(nothing), &[TAKEN], &[]);
    }
}

#[test]
fn a_wife_without_a_husband_is_the_head() {
    let text = "No KK,Nama Suami,NIK Suami,Nama Istri,NIK Istri,Alamat,RT,RW\n\
                3174101001099001,Budi,3174101203809013,Siti,3174105205809012,Jl. A,5,2\n\
                3174101001099002,,,Wati,3174104505809014,Jl. B,5,2\n\
                3174101001099003,-,-,Tuti,3174104505809015,Jl. C,5,2\n";
    list(
        text,
        &[
            "2 9001 005/002 Jl. A: Budi 9013 kepala, Siti 9012 istri",
            "3 9002 005/002 Jl. B: Wati 9014 kepala",
            "4 9003 005/002 Jl. C: Tuti 9015 kepala",
        ],
        &[],
    );
}

#[test]
fn a_nik_and_a_kk_number_exchanged_in_a_row_are_pointed_out_and_stay_as_they_are() {
    let text = |columns: &str, rows: &str| format!("No KK,NIK,Nama,{columns}Alamat,RT,RW\n{rows}");
    let heri = "3174101001099003,3174101203809014,Heri,kepala,Jl. C,5,2\n";
    let heri_in = |row| format!("{row} 9003 005/002 Jl. C: Heri 9014 kepala");
    // A family's number under NIK, in the row of the wife, of a child, of the head.
    for (rows, said) in [
        (
            "3174101001099001,3174101203809011,Budi,kepala,Jl. A,5,2\n\
             3174105205809012,3174101001099001,Siti,istri,Jl. A,5,2\n",
            "3 B nik:nomor-tertukar",
        ),
        (
            "3174101001099001,3174101203809011,Budi,kepala,Jl. A,5,2\n\
             3174101203109013,3174101001099001,Adi,anak,Jl. A,5,2\n",
            "3 B nik:nomor-tertukar",
        ),
        (
            "3174101203809011,3174101001099001,Budi,kepala,Jl. A,5,2\n\
             3174101001099001,3174105205809012,Siti,istri,Jl. A,5,2\n",
            "2 B nik:nomor-tertukar",
        ),
    ] {
        list(&text("Hubungan,", &format!("{rows}{heri}")), &[&heri_in(4)], &[said]);
    }
    // By chance, the number of the next family is that of somebody.
    let rows = "3174101001099001,3174101203809011,Budi,kepala,Jl. A,5,2\n\
                3174101001099001,3174101203109013,Adi,anak,Jl. A,5,2\n\
                3174101203109013,3174105205809012,Siti,kepala,Jl. B,5,2\n";
    list(
        &text("Hubungan,", rows),
        &["2 9001 005/002 Jl. A: Budi 9011 kepala, Adi 9013 anak", "4 9013 005/002 Jl. B: Siti 9012 kepala"],
        &[],
    );
    // The day of birth stands in the KK number.
    let rows = "3174101203799013,3174101001099002,Toni,1979-03-12,Jl. B,5,2\n\
                3174101001099001,3174101203809011,Budi,1980-03-12,Jl. A,5,2\n";
    list(
        &text("Tanggal Lahir,", rows),
        &["3 9001 005/002 Jl. A: Budi 9011 kepala 1980-03-12"],
        &["2 B nik:tanggal-nik-beda", "2 B nik:nomor-tertukar"],
    );
    // No KK is from 1971; a number that stands twice may be either.
    let rows = "3174101203719012,3174101001099002,Toni,Jl. B,5,2\n3174101203809015,3174101203809015,Joko,Jl. D,5,2\n";
    list(
        &text("", rows),
        &["2 9012 005/002 Jl. B: Toni 9002 kepala", "3 9015 005/002 Jl. D: Joko 9015 kepala"],
        &["2 B nik:mungkin-nomor-tertukar", "3 B nik:mungkin-nomor-tertukar"],
    );
}
