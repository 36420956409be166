//! Families are called to their points.

use e2e::Office;
use e2e::sample::{HEADS, MEMBERS};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// An office whose families are on the final list.
pub(super) fn approved() -> Office {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    office.import(&MEMBERS);
    office.tepat(&["verify"]).answer();
    office.tepat(&["approve", "--tahap", "1"]).answer();
    office
}

/// Calls families from a day on; the papers lie in `papers` on the desk.
pub(super) fn invite(office: &Office, call: &str, from: &str, days: &str) -> Value {
    let out = office.desk().join("papers");
    let out = out.to_str().unwrap();
    office.tepat(&["invite", "--call", call, "--from", from, "--days", days, "--out", out]).answer()
}

/// The rows of a table, below its header.
pub(super) fn rows(path: &Path) -> Vec<Vec<String>> {
    let rows = csv::Reader::from_path(path).unwrap().into_records();
    rows.map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Every file of a folder, by its path in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(
                files(&entry.path()).into_iter().map(|(path, bytes)| (format!("{name}/{path}"), bytes)),
            );
        } else {
            found.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
    found
}

#[test]
fn every_family_is_called_once_and_has_its_letter() {
    let office = approved();
    let out = office.desk().join("papers");
    let late = ["invite", "--call", "1", "--from", "2021-03-12", "--out", out.to_str().unwrap()];
    assert_eq!(office.tepat(&late).complaint()["code"], "undangan-terlambat");
    assert!(!out.exists());

    let invited = invite(&office, "1", "2021-03-13", "3");
    let families = usize::try_from(invited["families"].as_u64().unwrap()).unwrap();
    assert!(families > 40, "{invited}");
    assert_eq!((&invited["left"], &invited["without_point"]), (&0.into(), &0.into()));
    let papers = files(&out);
    let letters: String = papers
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap())
        .collect();
    assert!(papers.contains_key("31.74.10.1005/002-005.html"), "{:?}", papers.keys());
    assert_eq!(letters.matches("<article>").count(), families);
    assert_eq!(letters.matches("<svg ").count(), families);
    for part in ["<script", " src=", " href=", "url("] {
        assert!(!letters.contains(part), "{part}");
    }
    assert!(office.codes().filter(|code| letters.contains(code)).count() >= families);

    let bank = rows(&out.join("bank.csv"));
    assert_eq!(bank.len(), families);
    assert!(bank.iter().all(|row| row[3].len() == 16 || row[3].is_empty()), "{bank:?}");
    let sheets = papers.keys().filter(|path| path.starts_with("titik/") && path.ends_with(".csv"));
    assert_eq!(sheets.map(|path| rows(&out.join(path)).len()).sum::<usize>(), families);
    let calendar = String::from_utf8(papers["titik/CONTOH-ULJ-1.ics"].clone()).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.contains("DTSTART:20210313T010000Z\r\n"));

    // Again, on the same day: nobody is called twice, and the papers stay.
    assert_eq!(invite(&office, "1", "2021-03-13", "3")["families"], 0);
    assert_eq!(invite(&office, "2", "2021-03-16", "3")["families"], 0, "their day is yet to come");
    assert_eq!(files(&out), papers);
    std::fs::remove_dir_all(&out).unwrap();
    let again = office.tepat(&["invite", "--again", "--out", out.to_str().unwrap()]).answer();
    assert_eq!(again["families"], families);
    assert_eq!(files(&out), papers);
    assert!(office.tepat(&["report"]).answer()["faults"].as_array().unwrap().is_empty());
}

#[test]
fn whoever_does_not_come_is_called_again_and_three_times_at_most() {
    let mut office = approved();
    let families = invite(&office, "1", "2021-03-13", "3")["families"].as_u64().unwrap();
    for (call, now, from) in
        [("2", "2021-03-17T06:00", "2021-03-18"), ("3", "2021-03-24T06:00", "2021-03-25")]
    {
        office.at(now);
        let again = invite(&office, call, from, "7");
        assert_eq!((&again["families"], &again["unreported"]), (&families.into(), &families.into()));
        assert_eq!(invite(&office, call, from, "7")["families"], 0);
    }
    office.at("2021-04-30T06:00");
    assert_eq!(invite(&office, "3", "2021-05-03", "7")["families"], 0);
    assert_eq!(invite(&office, "1", "2021-05-03", "7")["families"], 0);
}

#[test]
fn nobody_is_called_to_a_machine() {
    let office = approved();
    let points = office.desk().join("titik.csv");
    std::fs::write(
        &points,
        "id,nama,jenis,lat,lon\nMESIN,ATM Contoh,atm,-6.2372,106.7641\nSEKOLAH,SDN Contoh,sekolah,-6.26,106.76\n",
    )
    .unwrap();
    office.tepat(&["points", points.to_str().unwrap()]).answer();
    let decide = ["decide", "--kk", &HEADS.families()[0].kk, "--status", "diundang"];
    let to_a_machine = [&decide[..], &["--point", "MESIN"]].concat();
    assert_eq!(office.tepat(&to_a_machine).complaint()["code"], "titik");
    let decided = office.tepat(&decide).answer();
    assert_eq!(decided["event"]["invitation"]["point"], "SEKOLAH");
    invite(&office, "1", "2021-03-15", "3");
    let sheets = office.desk().join("papers/titik");
    assert!(sheets.join("SEKOLAH.csv").exists() && !sheets.join("MESIN.csv").exists());
}

#[test]
fn nobody_is_sent_across_the_sea() {
    let office = Office::of_2021();
    let list = office.desk().join("31.01.01.1003.csv");
    std::fs::write(
        &list,
        "No KK,NIK,Nama,Hubungan,Tanggal Lahir,Alamat,RT,RW\n\
         3101011001109001,3101011205809001,Contoh Pulau,Kepala Keluarga,1980-05-12,Jl. Contoh No. 1,001,001\n",
    )
    .unwrap();
    office.tepat(&["import", list.to_str().unwrap(), "--kelurahan", "31.01.01.1003"]).answer();
    office.tepat(&["verify"]).answer();
    office.tepat(&["approve", "--tahap", "1"]).answer();
    let points = office.desk().join("titik.csv");
    for (kelurahan, called) in [("31.01.01.1001", 0), ("31.01.01.1003", 1)] {
        let row = format!("PULAU,SDN Contoh,sekolah,-5.73379,106.59004,{kelurahan}");
        std::fs::write(&points, format!("id,nama,jenis,lat,lon,kelurahan\n{row}\n")).unwrap();
        office.tepat(&["points", points.to_str().unwrap()]).answer();
        let invited = invite(&office, "1", "2021-03-15", "3");
        assert_eq!((&invited["families"], &invited["without_point"]), (&called.into(), &(1 - called).into()));
    }
}

#[test]
fn nobody_is_called_in_a_year_that_was_not_meant() {
    let office = approved();
    let out = office.desk().join("papers");
    let far = ["invite", "--call", "1", "--from", "2031-03-15", "--out", out.to_str().unwrap()];
    assert_eq!(office.tepat(&far).complaint()["code"], "undangan-terlalu-jauh");
    assert!(invite(&office, "1", "2021-03-15", "3")["families"].as_u64() > Some(0));
}

#[test]
fn a_day_holds_no_more_than_its_point() {
    let office = approved();
    let points = office.desk().join("titik.csv");
    std::fs::write(
        &points,
        "id,nama,lat,lon,hari,jam,kapasitas\nKECIL,Contoh Kecil,-6.237,106.764,Senin-Jumat,08:00-10:00,5\n",
    )
    .unwrap();
    office.tepat(&["points", points.to_str().unwrap()]).answer();
    let all = {
        let first = invite(&office, "1", "2021-03-13", "3");
        assert_eq!(
            (&first["families"], &first["first"], &first["last"]),
            (&5.into(), &"2021-03-15".into(), &"2021-03-15".into())
        );
        5 + first["left"].as_u64().unwrap()
    };
    // The day is full; the next one is not.
    assert_eq!(invite(&office, "1", "2021-03-15", "1")["left"], all - 5);
    let second = invite(&office, "1", "2021-03-15", "2");
    assert_eq!((&second["families"], &second["left"]), (&5.into(), &(all - 10).into()));
    let days = rows(&office.desk().join("papers/titik/KECIL.csv"));
    assert!(days.iter().all(|row| row[0] == "2021-03-16"), "the papers are those of this run: {days:?}");
}

#[test]
fn papers_that_lay_there_are_kept_beside() {
    let office = approved();
    invite(&office, "1", "2021-03-13", "3");
    let papers = office.desk().join("papers");
    let sheet = papers.join("titik/CONTOH-ULJ-1.csv");
    let filled = std::fs::read_to_string(&sheet).unwrap().replacen(",,,,", ",datang,2021-03-13,1234,", 1);
    std::fs::write(&sheet, &filled).unwrap();
    let again = office.tepat(&["invite", "--again", "--out", papers.to_str().unwrap()]).answer();
    let kept = office.desk().join("papers-lama-1");
    assert_eq!(again["kept"], kept.to_str().unwrap());
    assert_eq!(std::fs::read_to_string(kept.join("titik/CONTOH-ULJ-1.csv")).unwrap(), filled);
    assert_ne!(std::fs::read_to_string(&sheet).unwrap(), filled);
}

/// Points near Ulujami, as a file; a row that is no point where the id is blank.
fn points(office: &Office, ids: &[&str]) -> String {
    let mut table = "id,nama,lat,lon,hari,jam,kapasitas\n".to_owned();
    for id in ids {
        let place = if id.starts_with("RUSAK") { "-6.237,utara" } else { "-6.237,106.764" };
        table += &format!("{id},Contoh {id},{place},Senin-Sabtu,08:00-15:00,500\n");
    }
    let file = office.desk().join("titik.csv");
    std::fs::write(&file, table).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_point_that_closes_moves_its_families_and_uses_up_no_call() {
    let mut office = approved();
    office.tepat(&["points", &points(&office, &["LAMA"])]).answer();
    let families = invite(&office, "1", "2021-03-15", "3")["families"].as_u64().unwrap();
    let out = office.desk().join("papers");
    let moved = |from: &str| {
        office
            .tepat(&["invite", "--moved", "--from", from, "--days", "3", "--out", out.to_str().unwrap()])
            .answer()
    };
    assert_eq!(moved("2021-03-15")["families"], 0, "no point has closed");

    // A row that cannot be read drops no point that families are called to.
    let slip = points(&office, &["BARU", "RUSAK-LAMA"]);
    let refused = office.tepat(&["points", &slip]).complaint();
    assert_eq!(refused["code"], "titik-hilang");
    assert!(refused["message"].as_str().unwrap().contains(&format!("LAMA: {families}")), "{refused}");
    let replaced = office.tepat(&["points", &points(&office, &["BARU"]), "--yes"]).answer();
    assert_eq!(replaced["called"]["LAMA"], families);
    let concerned = office.tepat(&["list", "--closed-point"]).answer();
    assert_eq!(concerned["families"], families);

    // Their day goes by: that is no call that they did not answer.
    office.at("2021-03-19T06:00");
    let second = invite(&office, "2", "2021-03-22", "3");
    assert_eq!((&second["families"], &second["at_closed"]), (&0.into(), &families.into()));
    let moved = |from: &str| {
        office
            .tepat(&["invite", "--moved", "--from", from, "--days", "3", "--out", out.to_str().unwrap()])
            .answer()
    };
    let anew = moved("2021-03-22");
    assert_eq!(
        (&anew["families"], &anew["unreported"], anew.get("call")),
        (&families.into(), &0.into(), None)
    );
    let letters = || -> String {
        let pages = files(&out).into_iter().filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect()
    };
    let changed = "Titik undangan Anda yang dulu (Senin, 15 Maret 2021) tutup.";
    let count = usize::try_from(families).unwrap();
    assert_eq!(letters().matches(changed).count(), count);
    assert_eq!(letters().matches("Undangan kesatu").count(), count, "it is the same call");
    assert_eq!(moved("2021-03-22")["families"], 0);
    assert_eq!(office.tepat(&["list", "--closed-point"]).answer()["families"], 0);
    assert_eq!(office.tepat(&["list", "--call", "1"]).answer()["families"], families);
    std::fs::remove_dir_all(&out).unwrap();
    let again = office.tepat(&["invite", "--again", "--out", out.to_str().unwrap()]).answer();
    assert_eq!(again["families"], families);
    assert_eq!(letters().matches(changed).count(), count);

    // Who does not come now has still two calls left.
    office.at("2021-03-29T06:00");
    assert_eq!(invite(&office, "2", "2021-03-30", "3")["families"], families);
    assert!(!letters().contains("Titiknya berubah"));
    assert!(office.tepat(&["report"]).answer()["faults"].as_array().unwrap().is_empty());
}

#[test]
fn letters_of_a_command_that_died_are_written_by_the_next() {
    let office = approved();
    let families = invite(&office, "1", "2021-03-13", "3")["families"].clone();
    let out = office.desk().join("papers");
    let papers = files(&out);
    // As it stands where the command dies between the calls and the letters.
    let dies = || {
        std::fs::remove_dir_all(&out).unwrap();
        let register = rusqlite::Connection::open(office.workspace().join("register.sqlite")).unwrap();
        let changed =
            register.execute("UPDATE setting SET value = value || ' belum' WHERE key = 'last-round'", []);
        assert_eq!(changed.unwrap(), 1);
    };
    dies();
    assert_eq!(invite(&office, "1", "2021-03-13", "3")["families"], families);
    assert_eq!(files(&out), papers);
    assert_eq!(invite(&office, "1", "2021-03-13", "3")["families"], 0);
    // Another round does not go over it.
    dies();
    let second = ["invite", "--call", "2", "--from", "2021-03-16", "--out", out.to_str().unwrap()];
    assert_eq!(office.tepat(&second).complaint()["code"], "surat-belum-ditulis");
    let again = office.tepat(&["invite", "--again", "--out", out.to_str().unwrap()]).answer();
    assert_eq!(again["families"], families);
    assert_eq!(files(&out), papers);
    assert_eq!(office.tepat(&second).answer()["families"], 0);
}

#[test]
fn the_address_on_letters_is_said_once() {
    let office = approved();
    let invited = invite(&office, "1", "2021-03-13", "3");
    assert!(invited.get("site").is_none(), "nobody has said it");
    let out = office.desk().join("papers");
    let again = |more: &[&str]| {
        let arguments = ["invite", "--again", "--out", out.to_str().unwrap()];
        office.tepat(&[&arguments, more].concat()).answer()
    };
    assert_eq!(again(&["--site", "bst.example.id/"])["site"], "https://bst.example.id");
    assert_eq!(again(&[])["site"], "https://bst.example.id", "it is remembered");
    let letters = std::fs::read_to_string(out.join("31.74.10.1005/002-005.html")).unwrap();
    assert!(letters.contains("https://bst.example.id/cek"));
}
