//! Layouts that offices use, made up after the kinds that people report: what is taken, and what is pointed out.

use crate::as_people_have_them::list;

const KK: [&str; 5] =
    ["3174101001099001", "3174101001099002", "3174101001099003", "3174101001099004", "3174101001099005"];
/// Men of 12-03-80, and a woman of 12-05-80.
const BUDI: &str = "3174101203809011";
const TONI: &str = "3174101203809012";
const HERI: &str = "3174101203809013";
const SITI: &str = "3174105205809014";
const BUDI_IN: &str = "9001 005/002 Jl. A: Budi 9011 kepala";
const TONI_IN: &str = "9002 005/002 Jl. B: Toni 9012 kepala";

/// A text in which `K1`, `BUDI` and the others stand for their numbers.
fn check(text: &str, taken: &[(u32, &str)], said: &[&str]) {
    let mut text = text.to_owned();
    for (i, kk) in KK.iter().enumerate() {
        text = text.replace(&format!("K{}", i + 1), kk);
    }
    for (word, number) in [("BUDI", BUDI), ("TONI", TONI), ("HERI", HERI), ("SITI", SITI)] {
        text = text.replace(word, number);
    }
    let taken: Vec<String> = taken.iter().map(|(row, family)| format!("{row} {family}")).collect();
    list(&text, &taken.iter().map(String::as_str).collect::<Vec<_>>(), said);
}

#[test]
fn names_of_columns() {
    let rows = "K1;BUDI;Budi;Jl. A;5;2\nK2;TONI;Toni;Jl. B;5;2\n";
    for header in [
        "\"NOMOR\nKARTU KELUARGA*\";\"NIK*\n(sesuai KTP)\";\"NAMA LENGKAP\n(TANPA GELAR)\";\"ALAMAT\nDOMISILI\";RT;RW",
        "Family Card Number;National ID;Full Name;Address;RT;RW",
        "Nomor Kartu Keluarga;Nomor Induk Kependudukan;Nama Warga;Alamat Tempat Tinggal;RT;RW",
        "NO.KK;NO.NIK;NAMA;ALAMAT RUMAH;NO RT;NO RW",
    ] {
        let first = u32::try_from(header.matches('\n').count()).unwrap();
        // A header that is wrapped takes one row in a spreadsheet.
        let first = if first > 0 { 2 } else { first + 2 };
        check(&format!("{header}\n{rows}"), &[(first, BUDI_IN), (first + 1, TONI_IN)], &[]);
    }
    check(
        "NO;NAMA KEPALA KELUARGA;NIK;NO. KK;ALAMAT;RT;RW;JUMLAH JIWA;KET\n(1);(2);(3);(4);(5);(6);(7);(8);(9)\n\
         1;Budi;BUDI;K1;Jl. A;5;2;3;\n2;Toni;TONI;K2;Jl. B;5;2;4 orang;janda\n;;;;;;JUMLAH;7;\n",
        &[(3, BUDI_IN), (4, TONI_IN)],
        &[],
    );
    // Two columns for one number: the second is not read, which is said.
    check(
        "No KK;NIK (KTP);NIK (KK);Nama;Alamat;RT;RW\nK1;BUDI;BUDI;Budi;Jl. A;5;2\nK2;TONI;HERI;Toni;Jl. B;5;2\n",
        &[(2, BUDI_IN), (3, TONI_IN)],
        &[],
    );
    check(
        "No;No. Rekening;No KK;NIK;Nama;Alamat;RT;RW\n1;1234567890123456;K1;BUDI;Budi;Jl. A;5;2\n",
        &[(2, BUDI_IN)],
        &[],
    );
    check(
        "No;Nama;NIK;No KK;Alamat;RT;RW;Tanda Tangan;\n1;Budi;BUDI;K1;Jl. A;5;2;1. .........;\n\
         2;Toni;TONI;K2;Jl. B;5;2;;2. ........\n",
        &[(2, BUDI_IN), (3, TONI_IN)],
        &[],
    );
}

#[test]
fn titles_sums_and_lines_between_rows() {
    check(
        "DAFTAR PENERIMA BST RW 02;;;;\nRT 005;;;;\nNo;Nama;NIK;No KK;Alamat\n1;Budi;BUDI;K1;Jl. A\n;;;;\n\
         RT 006;;;;\n1;Toni;TONI;K2;Jl. B\nMengetahui,;;;;Ketua RW 02\n(Slamet);;;;(Supri)\n",
        &[(4, BUDI_IN), (7, "9002 006/002 Jl. B: Toni 9012 kepala")],
        &[],
    );
    check(
        "No;No KK;NIK;Nama;Alamat;RT\nRW 002;;;;;\n1;K1;BUDI;Budi;Jl. A;5\nSub Total RW 002;;;1;;\nRW 003;;;;;\n\
         1;K2;TONI;Toni;Jl. B;5\nTotal;;;2;;\n",
        &[(3, BUDI_IN), (6, "9002 005/003 Jl. B: Toni 9012 kepala")],
        &[],
    );
    check(
        "| No KK | NIK | Nama | Alamat | RT | RW |\n|---|---|---|---|---|---|\n| K1 | BUDI | Budi | Jl. A | 5 | 2 |\n",
        &[(3, BUDI_IN)],
        &[],
    );
    check(
        "No;No KK;NIK;Nama;Alamat;RT;RW\n1;K1;BUDI;Budi;Jl. A;5;2\nKeterangan : data per Maret 2021;;;;;;\n\
         *) warga pendatang;;;;;;\nJakarta, 12 Maret 2021;;;;;;\nKetua RT 005;;;;;;\nSLAMET;;;;;;\n2;K2;TONI;Toni;Jl. B;5;2\n",
        &[(2, BUDI_IN), (8, TONI_IN)],
        &[],
    );
    check(
        "DAFTAR ANGGOTA RT 005 RW 002;;;\nNo.KK : K1;;Alamat : Jl. A;\nNo;Nama;NIK;Hub\n1;Budi;BUDI;Kepala\n\
         2;Siti;SITI;Istri\nNo.KK : K2;;Alamat : Jl. B;\nNo;Nama;NIK;Hub\n1;Toni;TONI;Kepala\n",
        &[(4, "9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014 istri"), (8, TONI_IN)],
        &[],
    );
    check(
        "No;Nama;NIK;Hub;Alamat;RT;RW\nKK: K1;;;;;;\n1;Budi;BUDI;Kepala;Jl. A;5;2\n2;Siti;SITI;Istri;;;\n\
         KK: K2;;;;;;\n1;Toni;TONI;Kepala;Jl. B;5;2\n",
        &[(3, "9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014 istri"), (6, TONI_IN)],
        &[],
    );
}

#[test]
fn what_cells_say() {
    let with = |row: &str| format!("No KK;NIK;Nama;Alamat;RT;RW\n{row}\n");
    for row in [
        "'K1;NIK: BUDI;Budi;Jl. A;5;2",
        "No. KK: K1;KTP BUDI;Budi;Jl. A;RT 05;RW 02",
        "K1;BUDI;- Budi;Jl. A;RT.005;RW.II",
        "K1;BUDI;• Budi;Jl. A;5;2",
    ] {
        check(&with(row), &[(2, BUDI_IN)], &[]);
    }
    // The number of the other one is not this one.
    check(&with("K1;KK BUDI;Budi;Jl. A;5;2"), &[], &["2 B nik:bukan-angka"]);
    check(&with("3,17E+15;BUDI;Budi;Jl. A;5;2"), &[], &["2 A kk:dibulatkan"]);
    check(
        &with("K1;BUDI;\"Budi \"Aceng\"\";Jl. A;5;2"),
        &[(2, "9001 005/002 Jl. A: Budi \"Aceng\" 9011 kepala")],
        &[],
    );
    check(
        &with("K1;BUDI;\"Budi \"\"Aceng\"\"\";\"Jl. A; belakang\";5;2"),
        &[(2, "9001 005/002 Jl. A; belakang: Budi \"Aceng\" 9011 kepala")],
        &[],
    );
    check(
        "No KK;NIK;Nama;Tempat, Tgl Lahir;Alamat;RT;RW\nK1;BUDI;Budi;Jakarta, 12 Maret 1980;Jl. A;5;2\n\
         K2;TONI;Toni;Bandung / 12-03-80;Jl. B;5;2\n",
        &[
            (2, "9001 005/002 Jl. A: Budi 9011 kepala 1980-03-12"),
            (3, "9002 005/002 Jl. B: Toni 9012 kepala 1980-03-12"),
        ],
        &[],
    );
    check("No KK;NIK;Nama;Alamat;RW / RT\nK1;BUDI;Budi;Jl. A;02/005\n", &[(2, BUDI_IN)], &[]);
    check(
        "No KK;NIK;Nama;Alamat KTP;RT KTP;RW KTP;Alamat Domisili;RT Domisili;RW Domisili\n\
         K1;BUDI;Budi;Jl. Lama;9;9;Jl. A;5;2\nK2;TONI;Toni;Jl. B;5;2;;;\n",
        &[(2, BUDI_IN), (3, TONI_IN)],
        &[],
    );
}

#[test]
fn who_is_of_a_family() {
    let couple = "9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014 lainnya";
    check(
        "No;No KK;NIK;Nama;Alamat;RT;RW\n1;K1;BUDI;Budi;Jl. A;5;2\n2;K1;SITI;Siti;Jl. A;5;2\n3;K2;TONI;Toni;Jl. B;5;2\n",
        &[(2, couple), (4, TONI_IN)],
        &["3 ? hubungan:hubungan-tidak-jelas"],
    );
    check(
        "No KK;Nama;NIK;Alamat;RT;RW\nK1;Budi;BUDI;Jl. A;5;2\n;- Siti;SITI;;;\nK2;Toni;TONI;Jl. B;5;2\n",
        &[(2, couple), (4, TONI_IN)],
        &["3 ? hubungan:hubungan-tidak-jelas"],
    );
    // A list that does not ask for the number of the head.
    check(
        "Nama Penerima;NIK Penerima;No KK;Nama Kepala Keluarga;Alamat;RT;RW\nSiti;SITI;K1;Budi;Jl. A;5;2\n\
         Toni;TONI;K2;Toni;Jl. B;5;2\n",
        &[(2, "9001 005/002 Jl. A: Budi - kepala, Siti 9014 lainnya"), (3, TONI_IN)],
        &["2 D nik:tanpa-nik", "2 ? hubungan:hubungan-tidak-jelas"],
    );
    check(
        "No KK;NIK;Nama;Hub;Alamat;RT;RW\nK1;BUDI;Budi;Kepala;Jl. A;5;2\nK1;SITI;Siti;Istri;Jl. Z;6;2\n",
        &[(2, "9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014 istri")],
        &["2 E alamat:alamat-beda", "2 F rt:rt-rw-beda"],
    );
    check(
        "No;Nama Suami;NIK Suami;Nama Istri;NIK Istri;No KK;Alamat;RT/RW\n1;Budi;BUDI;Siti;SITI;K1;Jl. A;005/002\n\
         2;-;-;Wati;TONI;K2;Jl. B;005/002\n",
        &[
            (2, "9001 005/002 Jl. A: Budi 9011 kepala, Siti 9014 istri"),
            (3, "9002 005/002 Jl. B: Wati 9012 kepala"),
        ],
        &[],
    );
}

#[test]
fn what_is_said_beside_a_family() {
    let with = |column: &str, cells: [&str; 3]| {
        let [a, b, c] = cells;
        format!(
            "No KK;NIK;Nama;Alamat;RT;RW;{column}\nK1;BUDI;Budi;Jl. A;5;2;{a}\nK2;TONI;Toni;Jl. B;5;2;{b}\n\
             K3;HERI;Heri;Jl. C;5;2;{c}\n"
        )
    };
    let heri_in = "9003 005/002 Jl. C: Heri 9013 kepala";
    let all = [(2, BUDI_IN), (3, TONI_IN), (4, heri_in)];
    check(
        &with("Status", ["AKTIF", "MENINGGAL", "PINDAH KE BEKASI"]),
        &all,
        &["3 G keluarga:disebut-meninggal", "4 G keluarga:disebut-pindah"],
    );
    check(
        &with(
            "Keterangan",
            ["bukan penerima PKH", "pernah dapat PKH, sudah graduasi", "belum dapat bantuan"],
        ),
        &all,
        &[],
    );
    let budi_with = |aid: &str| format!("{BUDI_IN} +{aid}");
    check(
        &with("Keterangan", ["penerima PKH", "", ""]),
        &[(2, &budi_with("pkh")), (3, TONI_IN), (4, heri_in)],
        &["2 G bantuan-lain:bantuan-lain"],
    );
    check(
        &with("BPNT", ["200000", "-", "Tidak"]),
        &[(2, &budi_with("bpnt")), (3, TONI_IN), (4, heri_in)],
        &["2 G bantuan-lain:bantuan-lain"],
    );
    check(
        &with("Kelurahan", ["Pesanggrahan", "Ulujami", "31.74.10.1001"]),
        &[(2, BUDI_IN), (4, heri_in)],
        &["3 G keluarga:kelurahan-lain"],
    );
    // A person who is to take the place of another is nobody of the family; that numbers were not read is said.
    check(&with("Nama Pengganti;NIK Pengganti", ["", "Wati;SITI", ""]), &all, &[]);
}
