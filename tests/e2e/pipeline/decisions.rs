//! What a person decided holds, what contradicts itself is asked, and slips of the hand are asked about before they stick.

use e2e::{Office, work_sheet};
use serde_json::{Value, json};
use std::fmt::Write as _;

const KK: &str = "3174101001109001";
const NIK: &str = "3174101205809001";

/// Takes a list of heads in, each `No KK|NIK|Tanggal Lahir|Pekerjaan|Penghasilan Tetap|Terdampak|Keterangan`.
fn import(office: &Office, rows: &[&str]) -> Value {
    let mut table = "No KK;NIK;Nama;Hubungan;Tanggal Lahir;Alamat;RT;RW;Pekerjaan;Penghasilan Tetap;Terdampak;Keterangan\n".to_owned();
    for row in rows {
        let [kk, nik, birth, rest] = row.splitn(4, '|').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let rest = rest.replace('|', ";");
        writeln!(table, "{kk};{nik};Contoh;Kepala Keluarga;{birth};Jl. Contoh No. 1;005;002;{rest}").unwrap();
    }
    let file = write(office, "daftar.csv", &table);
    office.tepat(&["import", &file, "--kelurahan", "31.74.10.1005"]).answer()
}

fn write(office: &Office, name: &str, table: &str) -> String {
    let file = office.desk().join(name);
    std::fs::write(&file, table).unwrap();
    file.to_str().unwrap().to_owned()
}

fn aid(office: &Office, name: &str, rows: &[&str]) {
    let file = write(office, name, &format!("NIK,Nama,Program\n{}\n", rows.join("\n")));
    office.tepat(&["match", "--aid", &file, "--title", "Kemensos"]).answer();
}

fn status(office: &Office) -> String {
    let story = office.tepat(&["history", "--kk", KK]).answer();
    story[0]["status"].as_str().unwrap().to_owned()
}

fn open(office: &Office) -> Value {
    office.tepat(&["verify"]).answer()["open"].take()
}

#[test]
fn what_a_person_decided_holds_until_something_newer_asks() {
    let mut office = Office::of_2021();
    import(&office, &[&format!("{KK}|{NIK}|1980-05-12|Buruh|tidak|ya|")]);
    aid(&office, "maret.csv", &[&format!("{NIK},Contoh,PKH")]);
    assert_eq!(open(&office), json!({}));
    assert_eq!(status(&office), "ditolak");
    office.at("2021-03-13T06:00");
    let decided = ["decide", "--kk", KK, "--status", "diverifikasi", "--note", "Sudah graduasi PKH"];
    office.tepat(&decided).answer();
    for (name, more) in [("maret.csv", ""), ("mei.csv", "3174101205809099,Orang Lain,PKH")] {
        // The same row, in the same list or in the next one.
        aid(&office, name, &[&format!("{NIK},Contoh,PKH"), more]);
        assert_eq!((open(&office), status(&office).as_str()), (json!({}), "diverifikasi"), "{name}");
    }
    // Another programme is something newer: it asks, and does not decide.
    aid(&office, "juni.csv", &[&format!("{NIK},Contoh,BPNT")]);
    assert_eq!(open(&office), json!({ "bertentangan-keputusan": 1 }));
    assert_eq!(status(&office), "diverifikasi");
    let approved = office.tepat(&["approve", "--tahap", "1"]).answer();
    assert_eq!((&approved["new"], &approved["waiting"]), (&json!(0), &json!(1)));
}

#[test]
fn what_contradicts_itself_asks_a_person() {
    for (row, expect) in [
        ("3174101205809001|1980-05-12|Buruh|tidak|ya|", json!({})),
        ("3174101205809001|1980-05-12|PNS|tidak|ya|", json!({ "data-bertentangan": 1 })),
        ("3174101205809001|1980-05-12|Pensiunan guru|tidak|ya|", json!({ "data-bertentangan": 1 })),
        ("3174109905809001|1980-05-12|Buruh|tidak|ya|", json!({ "data-bertentangan": 1 })),
        ("3174101205809001|1981-05-12|Buruh|tidak|ya|", json!({ "data-bertentangan": 1 })),
        (
            "3174101205809001|1980-05-12|Buruh|tidak|ya|sudah pindah ke Bekasi",
            json!({ "data-bertentangan": 1 }),
        ),
    ] {
        let office = Office::of_2021();
        import(&office, &[&format!("{KK}|{row}")]);
        assert_eq!(open(&office), expect, "{row}");
        let listed = office.tepat(&["review", "list"]).answer()["cases"].take();
        let evidence = listed.as_array().unwrap().iter().flat_map(|it| it["evidence"].as_array().unwrap());
        assert_eq!(evidence.count(), expect.as_object().unwrap().len(), "what is wrong is named: {listed:#}");
    }
}

#[test]
fn what_was_found_right_is_asked_again_once_the_record_says_something_else() {
    let mut office = Office::of_2021();
    let answer = |office: &Office| {
        let file = office.desk().join("tinjauan.xlsx");
        std::fs::remove_file(&file).ok();
        let sheet = work_sheet::take_out(office, &file);
        work_sheet::save(&work_sheet::filled(&sheet, &[(1, "layak", "Sudah ditanyakan")]), &file);
        office.tepat(&["review", "in", file.to_str().unwrap(), "--by", "Ani"]).answer();
    };
    import(&office, &[&format!("{KK}|{NIK}|1980-05-12|PNS|tidak|ya|")]);
    assert_eq!(open(&office), json!({ "data-bertentangan": 1 }));
    office.at("2021-03-13T06:00");
    answer(&office);
    assert_eq!((open(&office), status(&office).as_str()), (json!({}), "diverifikasi"));
    office.tepat(&["approve", "--tahap", "1"]).answer();
    office.at("2021-03-14T06:00");
    import(&office, &[&format!("{KK}|{NIK}|1980-05-12|Pegawai negeri|tidak|ya|")]);
    assert_eq!(open(&office), json!({}), "nothing new contradicts itself");
    // A bar in the record of a recipient, and after the answer to that another one.
    for (listed, answered, row) in [
        ("2021-03-15T06:00", "2021-03-15T07:00", "PNS|ya|ya|"),
        ("2021-03-16T06:00", "2021-03-16T07:00", "PNS|ya|tidak|"),
    ] {
        office.at(listed);
        import(&office, &[&format!("{KK}|{NIK}|1980-05-12|{row}")]);
        assert_eq!(open(&office), json!({ "bertentangan-keputusan": 1 }), "{row}");
        office.at(answered);
        answer(&office);
        assert_eq!(open(&office), json!({}), "{row}");
    }
}

#[test]
fn a_refusal_gives_the_reason_that_is_true() {
    let office = Office::of_2021();
    import(&office, &[&format!("{KK}|{NIK}|1980-05-12|Buruh|tidak|tidak|")]);
    office.tepat(&["verify"]).answer();
    let reasons = office.tepat(&["report"]).answer()["reasons"]["ditolak"].take();
    assert_eq!(reasons, json!({ "tidak-terdampak": 1 }));
}

#[test]
fn a_recipient_is_looked_at_after_the_approval_too() {
    let office = Office::of_2021();
    import(&office, &[&format!("{KK}|{NIK}|1980-05-12|Buruh|tidak|ya|")]);
    office.tepat(&["verify"]).answer();
    office.tepat(&["approve", "--tahap", "1"]).answer();
    assert_eq!(open(&office), json!({}));
    import(&office, &[&format!("{KK}|{NIK}|1980-05-12|Buruh|ya|ya|")]);
    assert_eq!(open(&office), json!({ "bertentangan-keputusan": 1 }));
    assert_eq!(status(&office), "ditetapkan", "nobody is dropped by a rule");
}

#[test]
fn a_tahap_is_not_leapt_over_at_the_start_nor_made_of_nobody() {
    let office = Office::of_2021();
    import(&office, &[&format!("{KK}|{NIK}|1980-05-12|Buruh|tidak|ya|")]);
    office.tepat(&["verify"]).answer();
    assert_eq!(office.tepat(&["approve", "--tahap", "7"]).complaint()["code"], "tahap-terlompat");
    office.tepat(&["approve", "--tahap", "1"]).answer();
    // Nobody was paid, so nobody is due for the next.
    assert_eq!(office.tepat(&["approve", "--tahap", "2"]).answer()["again"], 0);
    assert_eq!(office.publish()["serial"], 1);
    let index = std::fs::read_to_string(office.api().join("index.json")).unwrap();
    assert!(index.contains("\\\"tahap\\\":1") || index.contains("\"tahap\":1"), "{index}");
}

#[test]
fn a_list_whose_own_title_names_another_kelurahan_is_asked_about() {
    let office = Office::of_2021();
    let table = format!(
        "DAFTAR KELUARGA KELURAHAN PETUKANGAN UTARA;;;;;\nNo KK;NIK;Nama;Hubungan;Alamat;RT;RW\n{KK};{NIK};Contoh;Kepala Keluarga;Jl. Contoh No. 1;005;002\n"
    );
    let file = write(&office, "daftar.csv", &table);
    let import = ["import", &file, "--kelurahan", "31.74.10.1005"];
    assert_eq!(office.tepat(&import).complaint()["code"], "kelurahan-lain");
    assert_eq!(office.tepat(&["report"]).answer()["entries"], 0);
    let sure = office.tepat(&[&import[..], &["--yes"]].concat()).answer();
    assert_eq!(sure["families"].as_array().unwrap().len(), 1);
}

#[test]
fn the_list_of_another_month_does_not_stand_beside_the_first_unasked() {
    let office = Office::of_2021();
    let rows = format!("NIK,Nama,Program\n{NIK},Contoh,PKH\n");
    let march = write(&office, "PKH Maret 2021.csv", &rows);
    let may = write(&office, "PKH Mei 2021.csv", &format!("{rows}3174101205809099,Orang Lain,PKH\n"));
    office.tepat(&["match", "--aid", &march]).answer();
    assert_eq!(office.tepat(&["match", "--aid", &may]).complaint()["code"], "daftar-bulan-lain");
    office.tepat(&["match", "--aid", &may, "--title", "PKH Maret 2021"]).answer();
    office.tepat(&["match", "--aid", &march, "--yes", "--title", "PKH April 2021"]).answer();
}

#[test]
fn a_table_for_another_command_is_told_which_reads_it() {
    let office = Office::of_2021();
    let bank = write(
        &office,
        "bank.csv",
        &format!("No KK;Nama;Tanggal;Jumlah;Status\n{KK};Contoh;18-03-2021;300000;cair\n"),
    );
    let complaint = office.tepat(&["points", &bank]).complaint();
    assert!(complaint["remedy"].as_str().unwrap().contains("`tepat disburse`"), "{complaint}");
    for command in [vec!["attend"], vec!["resolve"], vec!["import", "--kelurahan", "31.74.10.1005"]] {
        let arguments = [&command[..1], &[bank.as_str()], &command[1..]].concat();
        let (_, answer) = office.tepat(&arguments).verdict();
        assert_eq!(answer["looks_like"], "laporan bank: `tepat disburse`", "{command:?}: {answer:#}");
    }
    let wares = write(&office, "barang.csv", &format!("No KK;Barang;Harga\n{KK};Beras;60000\n"));
    let complaint = office.tepat(&["attend", &wares]).complaint();
    let remedy = complaint["remedy"].as_str().unwrap();
    assert!(remedy.contains("Baris 1 dibaca sebagai judul: No KK = no kk"), "{remedy}");
}

#[test]
fn points_name_what_is_wrong_with_their_own_rows() {
    let office = Office::of_2021();
    let two = "nama;Lintang;Bujur;jam buka;jam tutup\nSDN Contoh;-6,2363;106,7632;08.00;14.00\n";
    assert_eq!(office.tepat(&["points", &write(&office, "titik.csv", two)]).answer()["points"], 1);
    let wrong = "nama;lat;lon;jam\nSDN Contoh;-6.2363;106.7632;pagi\n";
    let complaint = office.tepat(&["points", &write(&office, "titik.csv", wrong)]).complaint();
    assert_eq!(complaint["code"], "tanpa-titik");
    assert!(complaint["remedy"].as_str().unwrap().contains("baris 2, kolom jam"), "{complaint}");
}

#[test]
fn an_import_by_the_office_is_of_the_office() {
    let office = Office::of_2021();
    import(&office, &[&format!("{KK}|{NIK}|1980-05-12|Buruh|tidak|ya|")]);
    let story = office.tepat(&["history", "--kk", KK]).answer();
    assert_eq!(story[0]["events"][0]["by"], "Dinas Sosial");
}

#[test]
fn what_excel_keeps_beside_an_open_sheet_stops_nothing() {
    let office = Office::of_2021();
    let lock = write(&office, "~$hadir.xlsx", "x");
    let sheet = write(&office, "hadir.csv", &format!("No KK;Hasil\n{KK};datang\n"));
    let (is_done, taken) = office.tepat(&["attend", &lock, &sheet]).verdict();
    assert_eq!((is_done, &taken["locks"]), (false, &json!(["hadir.xlsx"])), "no row could be taken in");
    assert_eq!(taken["troubles"][0]["code"], "tidak-terdaftar");
}

#[test]
fn families_that_a_newer_list_of_their_rt_does_not_name_are_named() {
    let office = Office::of_2021();
    let rows = ["1", "2", "3"]
        .map(|at| format!("317410100110900{at}|317410120580900{at}|1980-05-12|Buruh|tidak|ya|"));
    let rows = rows.each_ref().map(String::as_str);
    assert_eq!(import(&office, &rows)["missing"], json!([]));
    let second = import(&office, &rows[..2]);
    assert_eq!(second["missing"].as_array().map(Vec::len), Some(1), "{second:#}");
    // It stays where it is.
    assert_eq!(office.tepat(&["report"]).answer()["status"]["diusulkan"], 3);
    assert_eq!(import(&office, &rows)["missing"], json!([]));
}
