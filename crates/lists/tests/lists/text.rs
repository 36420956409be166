//! Small lists in text, one habit of their writers each.

use crate::{SITI, SITI_IN, bytes, check, context, problems, rows};
use lists::SheetFault;

#[test]
fn separators_and_encodings() {
    let list = "Nama,NIK,No KK,Alamat,RT,RW\nSiti,3174105205809012,3174102410099096,Jl. A,5,2\n";
    for separator in [",", ";", "\t", "|"] {
        let list = list.replace(',', separator);
        check(&list, &[SITI_IN], &[]);
        check(&format!("\u{feff}{list}"), &[SITI_IN], &[]);
        check(&list.replace('\n', "\r\n"), &[SITI_IN], &[]);
        check(&list.replace('\n', "\r"), &[SITI_IN], &[]);
    }
    check(&format!("sep=,\n{list}"), &["3 9096 005/002 Jl. A: Siti 9012 kepala"], &[]);
    let wide: Vec<u8> = list.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes(&wide, &context(), &[SITI_IN], &[]);
    bytes(&[b"\xff\xfe".as_slice(), &wide].concat(), &context(), &[SITI_IN], &[]);
    let big: Vec<u8> =
        std::iter::once(0xfeff).chain(list.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    bytes(&big, &context(), &[SITI_IN], &[]);
    let western = list.replace("Jl. A", "Jl. Caf\u{1}").into_bytes();
    let western: Vec<u8> = western.into_iter().map(|byte| if byte == 1 { 0xe9 } else { byte }).collect();
    bytes(&western, &context(), &["2 9096 005/002 Jl. Café: Siti 9012 kepala"], &[]);
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    let at = |row| format!("{row} 9096 005/002 Jl. A: Siti 9012 kepala");
    rows(&format!("\n\n{SITI}"), &[&at(4)], &[]);
    rows(&format!(",,,,,,\n{SITI}"), &[&at(3)], &[]);
    rows(&format!("1,2,3,4,5,6,7\n{SITI}"), &[&at(3)], &[]);
    rows(
        "1,3174102410099095,\"Budi\nSantoso\",3174101205809013,Jl. B,5/2,1\n2,3174102410099096,Siti,3174105205809012,Jl. A,5/2,3\n",
        &["2 9095 005/002 Jl. B: Budi Santoso 9013 kepala", &at(3)],
        &["2 C nama:mungkin-beberapa-nama"],
    );
    check(
        &format!("DAFTAR\n\nKelurahan Pesanggrahan\nNo,KK,Nama,NIK,Alamat,RT/RW,Jml\n{SITI}"),
        &[&at(5)],
        &[],
    );
}

#[test]
fn files_that_are_no_lists() {
    let refused = |bytes: &[u8], expect| assert_eq!(lists::read(bytes, &context()).err(), Some(expect));
    refused(b"", SheetFault::Empty);
    refused(b" \r\n ", SheetFault::Empty);
    refused(b"%PDF-1.7 ...", SheetFault::Pdf);
    refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", SheetFault::Picture);
    refused(b"PK\x03\x04 broken", SheetFault::Unreadable);
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", SheetFault::Unreadable);
    refused(b"Halo,apa,kabar\n1,2,3\n", SheetFault::NoHeader);
    refused(b"Nama,NIK\nSiti,3174105205809012\n", SheetFault::NotHouseholds);
    refused(&vec![b' '; 20 * 1024 * 1024 + 1], SheetFault::TooLarge);
    refused(("NIK,Nama,KK\n".to_owned() + &"1,,\n".repeat(100_001)).as_bytes(), SheetFault::TooManyRows);
}

#[test]
fn titles_sums_and_signatures_are_not_data() {
    rows(&format!("{SITI}2,,,,,,\n3,,,,,5/2,\n"), &[SITI_IN], &[]);
    rows(&format!("{SITI}Jumlah,,,,,,3\n"), &[SITI_IN], &[]);
    rows(&format!("{SITI},,,,,,\n,,,,\"Jakarta, 12 Maret 2021\",,\n"), &[SITI_IN], &[]);
    rows(&format!("{SITI}Mengetahui,,,,Ketua RT 005\n,,Slamet,,Budi,,\n"), &[SITI_IN], &[]);
    rows(&format!("{SITI},,Ketua RW 02,,Ketua RT 005,,\n,,(Slamet),,(Budi),,\n"), &[SITI_IN], &[]);
    rows(&format!("{SITI}Mengetahui,,,,,,\n,,Slamet,NIP. 196505121990031001,,,\n"), &[SITI_IN], &[]);
    // Behind a colon stands what a label in another cell names.
    rows(&format!("{SITI}Mengetahui,,,,,,\n,,NIP,: 196505121990031001,,,\n"), &[SITI_IN], &[]);
    rows(&format!("{SITI},,NIP,: 196505121990031001,,,\n"), &[SITI_IN], &[]);
    let row = "1,: 3174102410099096,: Siti,: 3174105205809012,: Jl. A,5/2,3\n";
    rows(row, &[SITI_IN], &[]);
    // A name alone is somebody, and so is a number below the signatures.
    rows(
        &format!("{SITI}2,,Budi,,,,\n"),
        &[SITI_IN],
        &["3 B kk:kosong", "3 D nik:kosong", "3 E alamat:kosong", "3 F rt:rt-rw-salah"],
    );
    rows(&format!("Mengetahui,,,,,,\n{SITI}"), &["3 9096 005/002 Jl. A: Siti 9012 kepala"], &[]);
}

#[test]
fn headers_in_many_wordings() {
    let row = "3174102410099096,Siti,3174105205809012,Jl. A,5,2\n";
    for header in [
        "NO. KARTU KELUARGA,NAMA LENGKAP,NO. KTP,ALAMAT DOMISILI,RT,RW",
        "NKK,Nama KK,NIK KK,Alamat Tempat Tinggal,No RT,No RW",
        "K.K.,Nama Warga,N.I.K.,Alamat Rumah,R.T.,R.W.",
        "no_kk,nama,nik,alamat,rt,rw",
        "Nomor Kartu Keluarga (16 digit),Nama sesuai KTP *),Nomor Induk Kependudukan,Alamat lengkap,RT:,RW:",
    ] {
        check(&format!("{header}\n{row}"), &[SITI_IN], &[]);
    }
    let at = |row| format!("{row} 9096 005/002 Jl. A: Siti 9012 kepala");
    // Names under names.
    check(&format!(",KEPALA KELUARGA,,ALAMAT,,\nNO. KK,NAMA,NIK,JALAN,RT,RW\n{row}"), &[&at(3)], &[]);
    check(&format!("NO. KK,KEPALA KELUARGA,,ALAMAT,,\n,NAMA,NIK,,RT,RW\n{row}"), &[&at(3)], &[]);
    check(&format!("NOMOR,NAMA KEPALA,NOMOR,ALAMAT,RT,RW\nKK,KELUARGA,NIK,,,\n{row}"), &[&at(3)], &[]);
    // The header again on the next page.
    let header = "No KK,Nama,NIK,Alamat,RT,RW\n";
    check(
        &format!("{header}{row}{header}3174102410099095,Budi,3174101205809013,Jl. B,5,2\n"),
        &[SITI_IN, "4 9095 005/002 Jl. B: Budi 9013 kepala"],
        &[],
    );
    // Two addresses: where they live counts.
    check(
        "No KK,Nama,NIK,Alamat KTP,Alamat Domisili,RT,RW\n3174102410099096,Siti,3174105205809012,Jl. Z,Jl. A,5,2\n",
        &[SITI_IN],
        &[],
    );
    check(
        "No KK,Nama,NIK,Jalan,No Rumah,RT,RW\n3174102410099096,Siti,3174105205809012,Jl. A,12,5,2\n",
        &["2 9096 005/002 Jl. A No. 12: Siti 9012 kepala"],
        &[],
    );
}

#[test]
fn unknown_columns_are_reported_once() {
    let list = "No KK,Nama,NIK,Alamat,RT/RW,Warna rumah,Agama\n3174102410099096,Siti,3174105205809012,Jl. A,5/2,hijau,x\n";
    let reading = lists::read(list.as_bytes(), &context()).unwrap();
    let unknown: Vec<String> = reading
        .columns
        .iter()
        .filter(|column| column.kind.is_none())
        .map(|column| column.name.to_string())
        .collect();
    assert_eq!(unknown, ["F (Warna rumah)"]);
}

#[test]
fn an_open_quotation_mark_loses_no_row() {
    let more: String =
        (10..30).map(|n| format!("{n},31741024100990{n},Budi,31741012058090{n},Jl. B,5/2,1\n")).collect();
    let list = format!(
        "No,No KK,Nama KK,NIK,Alamat,RT/RW,Jml Jiwa\n1,3174102410099096,Siti,3174105205809012,\"Jl. A,5/2,3\n{more}"
    );
    let reading = lists::read(list.as_bytes(), &context()).unwrap();
    assert_eq!(reading.accepted.len(), 21, "{:?}", problems(&reading));
}

#[test]
fn titles_and_persons_are_no_headers() {
    let header = "No KK,Nama,NIK,SHDK,Alamat,Ket\n";
    let siti = "3174102410099096,Siti,3174105205809012,Kepala,Jl. A,\n";
    let at = |row| format!("{row} 9096 005/002 Jl. A: Siti 9012 kepala");
    check(&format!("RT,: 005,RW,: 02\n{header}{siti}"), &[&at(3)], &[]);
    check(&format!("RT : 005,RW : 02\n\n{header}{siti}"), &[&at(4)], &[]);
    // A person right below the header, and one whose note speaks of numbers.
    let anak = ",Ani,,Anak,,\n";
    check(&format!("RT 005/02\n{header}{anak}{siti}"), &[], &["3 C nik:kosong"]);
    check(
        &format!("RT 005/02\n{header}{siti},Budi,,KK,Jl. B,nama beda dengan NIK\n"),
        &[&at(3)],
        &["4 A kk:kosong", "4 C nik:kosong"],
    );
}
