//! What points, the bank and the kelurahan report of the families.

use super::calls::{approved, invite};
use e2e::Office;
use e2e::sample::MEMBERS;
use serde_json::Value;

/// An office whose families were called for 13 March, a week later; and their KK numbers.
fn called() -> (Office, Vec<String>) {
    let mut office = approved();
    invite(&office, "1", "2021-03-13", "1");
    office.at("2021-03-20T06:00");
    (office, MEMBERS.families().into_iter().map(|family| family.kk).collect())
}

/// Hands a table to a command. It fails where it answers that no row could be taken in.
fn report(office: &Office, command: &[&str], table: &str) -> Value {
    let file = office.desk().join(format!("{}.csv", command[0]));
    std::fs::write(&file, table).unwrap();
    let arguments = [&command[..1], &[file.to_str().unwrap()], &command[1..]].concat();
    let (is_done, answer) = office.tepat(&arguments).verdict();
    let (taken, known) = (answer["taken"].as_object().unwrap().len(), answer["known"].as_u64().unwrap());
    let is_vain = taken == 0 && known == 0 && !troubles(&answer).is_empty();
    assert_eq!(is_done, !is_vain || command[0] == "disburse", "{answer:#}");
    answer
}

fn troubles(answer: &Value) -> Vec<(u64, &str)> {
    let troubles = answer["troubles"].as_array().unwrap().iter();
    troubles.map(|it| (it["line"].as_u64().unwrap(), it["code"].as_str().unwrap())).collect()
}

fn status(office: &Office, kk: &str) -> String {
    let story = office.tepat(&["history", "--kk", kk]).answer();
    story[0]["status"].as_str().unwrap().to_owned()
}

#[test]
fn the_report_of_a_point_is_taken_in_row_by_row() {
    let (office, kk) = called();
    let code = office.code_of(&kk[1]);
    let table = format!(
        "No KK;Kode;Hasil;Tanggal;Kartu;Catatan\r\n\
         {};;Datang;13-03-2021;0123;\r\n\
         ;{code};surat kuasa;13-03-2021;4567;anaknya, KTP 3174105205809012\r\n\
         {};;Ahli waris;;8901;\r\n\
         {};;menolak;13-03-2021;;\r\n\
         {};;tidak datang;13-03-2021;;sakit\r\n\
         {};;;;;\r\n\
         3174101001090000;;datang;;;\r\n\
         {};;datang;;12;\r\n\
         {};;entah;;;\r\n\
         {};;tidak datang;13-03-2021;;\r\n\
         {};{code};datang;;;\r\n\
         3174101001090000;0000-0000-0000-0000-0;datang;;;\r\n",
        kk[0], kk[2], kk[3], kk[4], kk[5], kk[6], kk[6], kk[0], kk[0]
    );
    let first = report(&office, &["attend"], &table);
    assert_eq!(
        troubles(&first),
        [
            (8, "tidak-terdaftar"),
            (9, "kartu"),
            (10, "hasil"),
            (11, "hasil-bertentangan"),
            (12, "nomor-bertentangan"),
            // Nobody knows either number: nothing contradicts.
            (13, "tidak-terdaftar")
        ],
        "{first:#}"
    );
    assert_eq!((first["taken"].as_object().unwrap().len(), &first["blank"]), (5, &1.into()));
    let stand = ["kartu-diterima", "kartu-diterima", "kartu-diterima", "tertunda", "diundang"];
    assert_eq!(kk[..5].iter().map(|kk| status(&office, kk)).collect::<Vec<_>>(), stand);

    // What the point writes about a proxy stays with the office, and without the whole number.
    let story = office.tepat(&["history", "--kk", &kk[1]]).answer();
    assert_eq!(story[0]["reports"][0]["remark"], "anaknya, KTP …9012");
    let last = story[0]["events"].as_array().unwrap().last().unwrap();
    assert_eq!(last["what"], "kartu-diterima: Diambil wakil dengan surat kuasa.");

    // The same file again changes nothing.
    let again = report(&office, &["attend"], &table);
    assert_eq!((again["taken"].as_object().unwrap().len(), &again["known"]), (0, &5.into()));
    assert_eq!(troubles(&again), troubles(&first));
    // A corrected file may say the same, but no other card.
    let table =
        format!("No KK,Hasil,Tanggal,Kartu\n{0},datang,13-03-2021,0123\n{0},datang,13-03-2021,9999\n", kk[0]);
    let corrected = report(&office, &["attend"], &table);
    assert_eq!((&corrected["known"], troubles(&corrected)), (&1.into(), vec![(3, "kartu-lain")]));
}

#[test]
fn the_sheet_of_a_point_comes_back_late() {
    let (mut office, kk) = called();
    let sheet = std::fs::read_to_string(office.desk().join("papers/titik/CONTOH-JTN-1.csv")).unwrap();
    // Before the sheet is back, everybody is called again.
    invite(&office, "2", "2021-03-27", "1");
    office.at("2021-03-22T06:00");
    let code = office.code_of(&kk[0]);
    let line = sheet.lines().find(|line| line.contains(code)).unwrap();
    let filled = sheet.replace(line, &line.replace(",1,,,,", ",1,Datang,,0123,"));
    let taken = report(&office, &["attend"], &filled);
    assert_eq!((&taken["taken"]["datang"], troubles(&taken)), (&1.into(), vec![]), "{taken:#}");
    let story = office.tepat(&["history", "--kk", &kk[0]]).answer();
    let last = story[0]["events"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["status"], &last["at"]), (&"kartu-diterima".into(), &"2021-03-13".into()));
    let early = report(&office, &["attend"], &format!("No KK,Hasil\n{},datang\n", kk[1]));
    assert_eq!(troubles(&early), [(2, "tanggal")], "the day of its second call is yet to come");
}

#[test]
fn money_goes_to_those_with_a_card_and_once_a_tahap() {
    let (office, kk) = called();
    report(
        &office,
        &["attend"],
        &format!("No KK,Hasil,Kartu\n{},datang,0123\n{},datang,0123\n", kk[0], kk[1]),
    );
    let name = MEMBERS.families()[0].people[0].name.to_uppercase();
    let table = format!(
        "Kartu,Nama,No KK,Tahap,Tanggal,Status Transaksi,Ref\n\
         ****0123,{name},,1,20-03-2021,Berhasil,a\n\
         ,,{},1,20-03-2021,GAGAL,b\n\
         ,,{},1,20-03-2021,berhasil,c\n\
         0123,Entah,,1,,berhasil,d\n\
         ,,{},2,,berhasil,e\n\
         ,,{},1,,,f\n\
         ,,3.17503E+15,1,,berhasil,g\n",
        kk[1], kk[2], kk[1], kk[1]
    );
    let expect = [(4, "belum-berkartu"), (5, "tidak-terdaftar"), (6, "tahap-lain"), (7, "status"), (8, "kk")];
    for (known, expect) in [(0, expect.as_slice()), (7, &[])] {
        let paid = report(&office, &["disburse", "--tahap", "1"], &table);
        assert_eq!((&paid["known"], troubles(&paid)), (&known.into(), expect.to_vec()), "{paid:#}");
        assert_eq!(paid["unknown_columns"], serde_json::json!(["Ref"]));
    }
    assert_eq!([status(&office, &kk[0]), status(&office, &kk[1])], ["cair", "kartu-diterima"]);

    // A list that says of nobody whether the money arrived is taken only if somebody vouches for it.
    let once = |arguments: &[&str]| {
        report(
            &office,
            &[&["disburse", "--semua-berhasil", "--tahap"], arguments].concat(),
            &format!("No KK\n{}\n", kk[0]),
        )
    };
    let unsaid = office.desk().join("tanpa-status.csv");
    std::fs::write(&unsaid, format!("No KK\n{}\n", kk[0])).unwrap();
    let unsaid = ["disburse", unsaid.to_str().unwrap(), "--tahap", "1"];
    assert_eq!(office.tepat(&unsaid).complaint()["code"], "tanpa-status");
    assert_eq!(troubles(&once(&["1"])), [(2, "ganda")]);
    let again = [
        "disburse",
        office.desk().join("disburse.csv").to_str().unwrap(),
        "--semua-berhasil",
        "--tahap",
        "2",
    ]
    .map(str::to_owned);
    let again = again.each_ref().map(String::as_str);
    assert_eq!(office.tepat(&again).complaint()["code"], "berkas-berulang");
    office.tepat(&["approve", "--tahap", "2"]).answer();
    // The report on tahap 1, read for tahap 2: nobody is paid before being on the list.
    let other = office.desk().join("lain.csv");
    std::fs::write(
        &other,
        format!("No KK,Tanggal,Status\n{0},19-03-2021,cair\n{0},19-03-2021,cair\n", kk[0]),
    )
    .unwrap();
    let other = ["disburse", other.to_str().unwrap(), "--tahap", "2"];
    assert_eq!(office.tepat(&other).complaint()["code"], "tahap-lain");
    assert_eq!(
        once(&["2", "--yes"])["taken"]["cair"],
        1,
        "the same file pays the next tahap, if somebody says so"
    );

    // Held and kept: the money has come once.
    office.decide(&kk[0], "tertunda");
    report(&office, &["resolve"], &format!("No KK,Keputusan\n{},tetap\n", kk[0]));
    let story = office.tepat(&["history", "--kk", &kk[0]]).answer();
    let last = story[0]["events"].as_array().unwrap().last().unwrap();
    assert_eq!(last["what"], "tetap cair tahap 2: Pemadanan selesai: keluarga ini tetap.");
    let day = office.tepat(&["history", "--day", "2021-03-20"]).answer();
    let paid = day["what"].as_array().unwrap().iter().filter(|it| it["status"] == "cair");
    let paid: Vec<(u64, bool)> =
        paid.map(|it| (it["families"].as_u64().unwrap(), it["resumed"] == true)).collect();
    assert_eq!(paid, [(2, false), (1, true)]);
}

#[test]
fn families_that_were_held_are_kept_refused_or_moved() {
    let (mut office, kk) = called();
    for kk in &kk[..4] {
        office.decide(kk, "tertunda");
    }
    let table = format!(
        "No KK,Keputusan,Alasan,Petugas\n{},tetap,,Ibu Contoh\n{},ditolak,Bantuan Lain,\n{},dialihkan,,\n{},ditolak,,\n{},tetap,,\n",
        kk[0], kk[1], kk[2], kk[3], kk[4]
    );
    let resolved = report(&office, &["resolve"], &table);
    assert_eq!(troubles(&resolved), [(5, "tanpa-alasan"), (6, "tidak-tertunda")]);
    let stand = ["diundang", "dicoret", "dialihkan", "tertunda"];
    assert_eq!(kk[..4].iter().map(|kk| status(&office, kk)).collect::<Vec<_>>(), stand);
    assert_eq!(report(&office, &["resolve"], &table)["known"], 3);
    // Mended and read again, later: what was decided is known.
    office.at("2021-03-22T06:00");
    let mended = table.replace(&format!("{},ditolak,,", kk[3]), &format!("{},ditolak,pindah,", kk[3]));
    let mended = report(&office, &["resolve"], &mended);
    assert_eq!((&mended["known"], &mended["taken"]["ditolak"]), (&3.into(), &1.into()), "{mended:#}");
    assert_eq!(troubles(&mended), [(6, "tidak-tertunda")]);
    let otherwise = report(&office, &["resolve"], &format!("No KK,Keputusan\n{},dialihkan\n", kk[0]));
    assert_eq!(troubles(&otherwise), [(2, "tidak-tertunda")]);
    // Whoever is called again is in the next round.
    assert!(office.tepat(&["report"]).answer()["faults"].as_array().unwrap().is_empty());
}

#[test]
fn a_payment_that_failed_is_kept_until_the_money_comes() {
    let (office, kk) = called();
    report(&office, &["attend"], &format!("No KK,Hasil,Kartu\n{},datang,0123\n", kk[0]));
    let bank = |status: &str| format!("No KK,Tanggal,Status,Keterangan\n{},20-03-2021,{status}\n", kk[0]);
    let failed = bank("GAGAL,rekening tidak aktif");
    let disburse = |table: &str| report(&office, &["disburse", "--tahap", "1"], table);
    assert_eq!(disburse(&failed)["taken"]["gagal"], 1);
    assert_eq!(disburse(&failed)["known"], 1, "the same file");
    let failures = || office.tepat(&["report"]).answer()["failed_payments"].take();
    assert_eq!(failures(), serde_json::json!({ "pencairan tahap 1": 1 }));
    let story = office.tepat(&["history", "--kk", &kk[0]]).answer();
    let said = &story[0]["reports"][1];
    let (topic, says) = ("pencairan tahap 1".into(), "gagal".into());
    assert_eq!(
        (&said["topic"], &said["says"], &said["remark"]),
        (&topic, &says, &"rekening tidak aktif".into())
    );
    assert_eq!(story[0]["status"], "kartu-diterima");

    assert_eq!(disburse(&bank("cair,"))["taken"]["cair"], 1);
    assert_eq!(failures(), serde_json::json!({}));
    assert_eq!(disburse(&failed)["known"], 1, "it came to nothing new");
    let before = disburse(&failed.replace("20-03", "19-03"));
    assert_eq!(before["taken"]["gagal"], 1, "it failed before it came");
}

#[test]
fn a_table_of_something_else_is_no_report() {
    let (office, kk) = called();
    let papers = office.desk().join("papers/bank.csv");
    let list = MEMBERS.path();
    for (command, column) in [("attend", "hasil atau hadir"), ("resolve", "keputusan")] {
        for file in [&papers, &list] {
            let complaint = office.tepat(&[command, file.to_str().unwrap()]).complaint();
            assert_eq!(complaint["code"], "tanpa-judul");
            let message = complaint["message"].as_str().unwrap();
            assert!(message.ends_with(&format!("diperlukan: {column}.")), "{message}");
        }
    }
    assert_eq!(status(&office, &kk[0]), "diundang");
}

#[test]
fn a_family_that_does_not_want_the_aid_is_asked_about_before_it_is_struck_off() {
    let (office, kk) = called();
    report(&office, &["attend"], &format!("No KK,Hasil\n{},menolak\n", kk[0]));
    let story = office.tepat(&["history", "--kk", &kk[0]]).answer();
    let last = story[0]["events"].as_array().unwrap().last().unwrap();
    assert!(last["what"].as_str().unwrap().starts_with("tertunda, karena menolak-bantuan"), "{last}");
    office.tepat(&["verify"]).answer();
    let open = office.tepat(&["review", "list"]).answer()["cases"].take();
    let asked = open.as_array().unwrap().iter().find(|it| it["question"] == "menolak-bantuan");
    assert!(asked.is_some(), "{open:#}");
    let resolve =
        |decision: &str| report(&office, &["resolve"], &format!("No KK,Keputusan\n{},{decision}\n", kk[0]));
    resolve("tetap");
    assert_eq!(status(&office, &kk[0]), "diundang");
    // From there nobody leaps to the money.
    let paid = ["decide", "--kk", &kk[0], "--status", "cair"];
    assert_eq!(office.tepat(&paid).complaint()["code"], "lompatan");
    office.tepat(&[&paid[..], &["--yes"]].concat()).answer();
}
