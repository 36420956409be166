//! Lists come in from spreadsheets, and go out to them.

use e2e::device::HANDS;
use e2e::sample::{HEADS, MEMBERS, Sample};
use e2e::{Device, Host, Office, RtHead, made_up};

const PAGE: &str = "/rt/berkas";
const HEADER: &str = "No KK\tNama\tNIK\tAlamat\tRT\tRW\n";

/// An RT head on the page of files.
struct Desk {
    phone: Device,
    rt: RtHead,
    host: Host,
    /// It goes when its folder is needed no more.
    _office: Office,
}

impl Desk {
    fn of(kelurahan: &str, (rw, rt): (&str, &str)) -> Self {
        let office = Office::of_today();
        let rt = office.enrol(kelurahan, rw, rt);
        office.publish();
        let host = Host::start(&office);
        let phone = rt.activate(host.address());
        phone.follow("Impor dan ekspor").says("Pilih berkas");
        Self { phone, rt, host, _office: office }
    }

    /// Of the RT that a sample is from.
    fn of_sample(sample: &Sample) -> Self {
        Self::of(sample.kelurahan, sample.rw_rt)
    }

    /// Of some RT.
    fn somewhere() -> Self {
        Self::of("31.74.10.1005", ("002", "006"))
    }
}

fn paste(phone: &Device, cells: &str) {
    phone.paste("Atau tempel sel dari Excel", cells).press("Baca yang ditempel");
}

/// Takes in what is shown, and goes to the list.
fn take_in(phone: &Device, said: &str) {
    phone.press("Masukkan ke daftar").says(said);
    phone.follow("Lihat daftar keluarga").find("the list", ".family");
}

#[test]
fn a_list_of_heads_comes_in_with_every_doubtful_row_named() {
    let Desk { phone, .. } = &Desk::of_sample(&HEADS);
    phone.give("Pilih berkas", &HEADS.path());
    phone.says("40 keluarga: 38 lengkap, 2 tercatat dua kali");
    phone.press("Tercatat dua kali, hanya masuk sekali (2)").says("baris 45: Sama dengan keluarga di lembar");
    phone.press("Periksa sekali lagi (3)").says("baris 15, kolom C (NIK): Belum punya NIK");
    phone.press("Kolom yang dikenali").says("NO. KARTU KELUARGA");
    take_in(phone, "38 keluarga masuk lengkap, 0 masuk sebagai konsep.");
    phone.says("38 keluarga");
}

#[test]
fn a_list_of_members_comes_in_and_goes_to_another_phone() {
    let Desk { phone, rt, host, .. } = &Desk::of_sample(&MEMBERS);
    phone.give("Pilih berkas", &MEMBERS.path()).says("31 keluarga: 31 lengkap");
    take_in(phone, "31 keluarga masuk lengkap");
    let text = export_csv(phone);
    phone.press("Simpan sebagai XLSX").says("Berkas sudah disimpan");
    let workbook = phone.downloaded("xlsx");
    for file in [workbook, phone.downloaded("csv")] {
        let other = rt.activate(host.address());
        other.follow("Impor dan ekspor").give("Pilih berkas", &file).says("31 keluarga: 31 lengkap");
        take_in(&other, "31 keluarga masuk lengkap");
        assert_eq!(export_csv(&other), text);
    }
    // What the phone has already does not come in twice.
    phone.give("Pilih berkas", &MEMBERS.path()).says("31 keluarga: 31 sudah ada");
    phone.says("Tidak ada keluarga yang bisa dimasukkan.").choose("Perbarui dengan isi berkas");
    take_in(phone, "31 keluarga masuk lengkap");
    phone.says("31 keluarga");
}

/// The whole register, as the file has it that a phone gives.
fn export_csv(phone: &Device) -> String {
    phone.follow("Impor dan ekspor").press("Simpan sebagai CSV").says("Berkas sudah disimpan");
    std::fs::read_to_string(phone.downloaded("csv")).unwrap()
}

#[test]
fn a_list_of_other_aid_is_no_list_of_families() {
    let Desk { phone, .. } = &Desk::somewhere();
    let file = HEADS.path().with_file_name("kemensos-pkh-bpnt.csv");
    phone.give("Pilih berkas", &file).says("Ini daftar orang, bukan daftar keluarga");
    phone.press("Pilih berkas lain").says("Pilih berkas");
}

#[test]
fn what_excel_has_rounded_is_named_and_mended_in_place() {
    let Desk { phone, .. } = &Desk::somewhere();
    phone.assert_open_to_all(HANDS, PAGE);
    let cells = "3174101001099001\tContoh Siti\t3,17411E+15\tGg. Contoh No. 1\t6\t2\n\
                 3174101001099002\tContoh Budi\t\tGg. Contoh No. 2\t6\t2\n\
                 3174101001099003\tContoh Ani\t317410520580900\tGg. Contoh No. 3\t6\t2\n";
    paste(phone, &[HEADER, cells].concat());
    phone.says("3 keluarga: 3 perlu dilengkapi");
    phone.says("Baris 2, kolom C (NIK): NIK dibulatkan oleh Excel");
    phone.press("Kolom yang dikenali").assert_open_to_all(HANDS, "a list with faults");
    phone.fill("NIK", "3174105205809001").says("1 lengkap, 2 perlu dilengkapi");
    phone.choose_in("Contoh Budi", "Belum punya NIK").says("2 lengkap, 1 perlu dilengkapi");
    take_in(phone, "2 keluarga masuk lengkap, 1 masuk sebagai konsep.");
    phone.says("Konsep").says("3 keluarga");
}

#[test]
fn a_column_is_what_its_owner_says() {
    let Desk { phone, .. } = &Desk::somewhere();
    paste(phone, "3174101001099001\tContoh Siti\t3174105205809001\tGg. Contoh No. 1\t6\t2\n");
    phone.says("Tidak ada baris judul kolom");
    let columns = [
        ("A, isinya", "Nomor KK"),
        ("B, isinya", "Nama lengkap"),
        ("C, isinya", "NIK"),
        ("D, isinya", "Alamat"),
        ("E, isinya", "RT"),
        ("F, isinya", "RW"),
    ];
    for (column, meaning) in columns {
        phone.select(column, meaning);
    }
    phone.says("1 keluarga: 1 lengkap");
    take_in(phone, "1 keluarga masuk lengkap");
}

#[test]
fn one_answer_does_for_many_families() {
    let Desk { phone, .. } = &Desk::somewhere();
    let cells = "3174101001099001\tContoh Siti\t3174105205809001\tGg. Contoh No. 1\t6\t2\n\
                 3174101001099002\tContoh Budi\t3174101205809002\tGg. Contoh No. 2\t6\t2\n\
                 3174101001099003\tContoh Ani\t3174105205809003\tGg. Contoh No. 3\t6\t2\n";
    paste(phone, &[HEADER, cells].concat());
    take_in(phone, "3 keluarga masuk lengkap");
    phone.press("Periksa dan kirim").says("Apakah penghasilan keluarga hilang");
    phone.assert_open_to_all(HANDS, "questions for many");
    let (affected, income) = ("Apakah penghasilan keluarga hilang", "berpenghasilan tetap");
    phone.choose_in(income, "Contoh Ani").choose_in(affected, "Contoh Budi").press("Ya, 2 keluarga");
    // Who was left out is asked about still, and is left out of the other question as before.
    phone.choose_in(affected, "Contoh Budi").press("Tidak, 1 keluarga");
    phone.until_true("an answered question", || !phone.text().contains(affected));
    assert!(!phone.text().contains("a, 3 keluarga"), "{}", phone.text());
    phone.press("Tidak, 2 keluarga").choose_in(income, "Contoh Ani");
    phone.press("Ya, 1 keluarga").lacks("fieldset");
    let answers = |phone: &Device| {
        let text = export_csv(phone.visit("/rt"));
        let mut rows = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        let headers = rows.headers().unwrap().clone();
        let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
        let (name, affected, income) = (column("NAMA"), column("TERDAMPAK"), column("PENGHASILAN TETAP"));
        let rows = rows.records().map(Result::unwrap);
        rows.map(|row| [name, affected, income].map(|at| row[at].to_owned()).join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(answers(phone), ["Contoh Ani ya ya", "Contoh Budi tidak tidak", "Contoh Siti ya tidak"]);
}

#[test]
fn a_formula_goes_out_as_a_text() {
    let Desk { phone, .. } = &Desk::somewhere();
    let formula = "=HYPERLINK(\"http://contoh.invalid\")";
    paste(phone, &format!("{HEADER}3174101001099001\tContoh Siti\t3174105205809001\t{formula}\t6\t2\n"));
    take_in(phone, "1 keluarga masuk lengkap");
    let text = export_csv(phone);
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let row = rows.records().next().unwrap().unwrap();
    assert!(row.iter().any(|cell| cell == ["'", formula].concat()), "{text}");
    assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{text}");
}

#[test]
fn a_long_list_can_be_left_and_taken_up_again() {
    let Desk { phone, .. } = &Desk::somewhere();
    let folder = tempfile::tempdir().unwrap();
    let list = |families: usize| {
        let path = folder.path().join(format!("{families}.xlsx"));
        made_up::workbook(families, &path);
        path
    };
    phone.give("Pilih berkas", &list(5000)).press("Batalkan").says("Atau tempel sel dari Excel");
    phone.give("Pilih berkas", &list(500)).says("500 keluarga: 500 lengkap");
    take_in(phone, "500 keluarga masuk lengkap");
}

#[test]
fn another_app_shares_a_list() {
    let Desk { phone, rt, .. } = &Desk::of_sample(&HEADS);
    // The system posts the file, not the page: the page itself may send no form anywhere.
    phone.is_ready_for_offline().without_policy().reload();
    rt.unlock(phone);
    let list =
        "No KK,Nama,NIK,Alamat,RT,RW\n3174101001099001,Contoh Siti,3174105205809001,Gg. Contoh No. 1,5,2\n";
    phone.is_shared(PAGE, "berkas", list);
    rt.unlock(phone);
    phone.says("1 keluarga: 1 lengkap");
    assert!(phone.cached().iter().all(|address| !address.ends_with("/berkas")));
}

#[test]
fn a_layout_that_was_corrected_once_is_remembered() {
    let Desk { phone, .. } = &Desk::somewhere();
    let header = HEADER.replace("NIK", "Nomor");
    let family =
        |n: u8| format!("317410100109900{n}\tContoh {n}\t317410520580900{n}\tGg. Contoh No. {n}\t6\t2\n");
    paste(phone, &[&header, family(1).as_str()].concat());
    // Numbers stand in a column that is not read: the columns are open to be corrected.
    phone.says("1 keluarga: 1 perlu dilengkapi").says("1 nomor 16 angka tidak dibaca");
    phone.select("C (Nomor), isinya", "NIK").says("1 keluarga: 1 lengkap");
    take_in(phone, "1 keluarga masuk lengkap");
    phone.reload().says("1 keluarga").follow("Impor dan ekspor").says("Pilih berkas");
    paste(phone, &[&header, family(2).as_str()].concat());
    phone.says("1 keluarga: 1 lengkap").says("seperti yang terakhir Anda betulkan");
    phone.press("Baca menurut judul kolomnya saja").says("1 keluarga: 1 perlu dilengkapi");
}

#[test]
fn rows_that_are_of_no_family_are_named() {
    let Desk { phone, .. } = &Desk::somewhere();
    let cells = "3174101001099001\tContoh Siti\t3174105205809001\tGg. Contoh No. 1\t6\t2\n\
                 Jumlah\t1\nMengetahui\tKetua RT\n\
                 \tContoh Budi\t\tGg. Contoh No. 2\t6\t2\n";
    paste(phone, &["DAFTAR KELUARGA\n", HEADER, cells].concat());
    phone.says("1 keluarga: 1 lengkap").says("6 baris berisi: 1 baris keluarga, 1 judul kolom, 2 judul dan tanda tangan, 1 jumlah, 1 tidak dibaca.");
    phone
        .says("Baris 6: ada di bawah tanda tangan penutup daftar.")
        .assert_open_to_all(HANDS, "rows that were not read");
}
