//! What a head of section asks on the telephone, with the counts of an independent query.

use super::calls::{approved, invite};
use e2e::sample::MEMBERS;
use e2e::{Office, Register};
use serde_json::Value;

fn list(office: &Office, arguments: &[&str]) -> Value {
    office.tepat(&[&["list"], arguments].concat()).answer()
}

/// An office of which four families have their cards, two of them the money of tahap 1; and their KK numbers.
fn after_a_tahap() -> (Office, Vec<String>) {
    let mut office = approved();
    invite(&office, "1", "2021-03-13", "1");
    office.at("2021-03-20T06:00");
    let kk: Vec<String> = MEMBERS.families().into_iter().map(|family| family.kk).collect();
    let table = |name: &str, header: &str, rows: Vec<String>| {
        let file = office.desk().join(name);
        std::fs::write(&file, format!("{header}\n{}\n", rows.join("\n"))).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let came = kk[..4].iter().map(|kk| format!("{kk},datang,13-03-2021")).collect();
    office.tepat(&["attend", &table("hadir.csv", "No KK,Hasil,Tanggal", came)]).answer();
    let paid = kk[..2].iter().map(|kk| format!("{kk};18-03-2021;300000;cair")).collect();
    let bank = table("bank.csv", "No KK;Tanggal;Jumlah;Status", paid);
    office.tepat(&["disburse", &bank, "--tahap", "1"]).answer();
    (office, kk)
}

#[test]
fn questions_have_the_counts_of_the_register() {
    let (office, kk) = after_a_tahap();
    // Asked of the file itself, without a line of this program.
    let last = "(SELECT event FROM event WHERE family = family.id ORDER BY number DESC LIMIT 1)";
    let with = |status: &str| {
        let sql = format!(
            "SELECT count(*) FROM family WHERE double_of IS NULL AND json_extract({last}, '$.status') = '{status}'"
        );
        Register::count(&office, &sql)
    };
    for (arguments, expect) in [
        (vec!["--status", "cair"], with("cair")),
        (vec!["--status", "kartu-diterima"], with("kartu-diterima")),
        (vec!["--status", "diundang", "--absent"], with("diundang")),
        (vec!["--status", "cair,kartu-diterima"], with("cair") + with("kartu-diterima")),
        (vec!["--paid", "1"], 2),
        (vec!["--card", "ya", "--unpaid", "1"], 2),
        (
            vec!["--status", "diundang", "--area", "31.75", "--call", "1"],
            Register::count(
                &office,
                &format!(
                    "SELECT count(*) FROM family WHERE area LIKE '31.75%' AND json_extract({last}, '$.invitation.call') = 1"
                ),
            ),
        ),
        (vec!["--area", "31.75.03.1001", "--rw", "004", "--rt", "011", "--card", "ya"], 4),
    ] {
        assert_eq!(list(&office, &arguments)["families"], expect, "{arguments:?}");
    }
    // Numbers are masked unless somebody asks for them in their name.
    let rows = list(&office, &["--paid", "1", "--columns", "kk,cair"])["rows"].take();
    assert_eq!(rows[0]["cair"], "1");
    assert!(kk.iter().all(|kk| !rows.to_string().contains(kk.as_str())));
    let whole = ["list", "--paid", "1", "--columns", "kk", "--with-numbers"];
    assert_eq!(office.tepat(&whole).env("TEPAT_BY", "").complaint()["code"], "tanpa-nama");
    let entries = |office: &Office| office.tepat(&["audit"]).answer()["end"]["entries"].as_u64().unwrap();
    let before = entries(&office);
    assert_eq!(office.tepat(&whole).answer()["rows"][0]["kk"], kk[0]);
    assert_eq!(entries(&office), before + 1);
}

#[test]
fn more_is_asked_on_the_telephone() {
    let (office, kk) = after_a_tahap();
    let last = "(SELECT event FROM event WHERE family = family.id ORDER BY number DESC LIMIT 1)";
    let count = |condition: &str| {
        Register::count(
            &office,
            &format!("SELECT count(*) FROM family WHERE double_of IS NULL AND {condition}"),
        )
    };
    let people = "max(1 + coalesce(json_array_length(household, '$.others'), 0), coalesce(json_extract(household, '$.stated_size'), 0))";
    // By a list, or by what the record itself says.
    let refused = |aid: &str| {
        count(&format!(
            "json_extract({last}, '$.reason') = 'bantuan-lain'
             AND (json_extract({last}, '$.cause.programmes') LIKE '%\"{aid}\"%'
                  OR (json_extract({last}, '$.cause') IS NULL AND household LIKE '%\"aid\":\"{aid}\"%'))"
        ))
    };
    for (arguments, expect) in [
        // Alone; who lives alone and is old; refused by which programme.
        (vec!["--size", "1"], count(&format!("{people} = 1"))),
        (vec!["--size", "4"], count(&format!("{people} = 4"))),
        (vec!["--aid", "pkh"], refused("pkh")),
        (vec!["--aid", "bpnt"], refused("bpnt")),
        // What changed since: four got cards on the 13th, two the money on the 18th.
        (vec!["--changed", "2021-03-13"], 4),
        (vec!["--changed", "2021-03-18"], 2),
        (vec!["--changed", "2021-03-19"], 0),
        (vec!["--changed-point"], 0),
    ] {
        assert_eq!(list(&office, &arguments)["families"], expect, "{arguments:?}");
    }
    let old = list(&office, &["--oldest", "70", "--columns", "tertua,orang"]);
    let alone = list(&office, &["--oldest", "70", "--size", "1"])["families"].clone();
    let rows = old["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["tertua"].as_i64() >= Some(70)));
    assert!(refused("pkh") + refused("bpnt") > 0, "somebody was refused");
    assert_eq!(alone, rows.iter().filter(|row| row["orang"] == 1).count());
    // Whoever was called to another point has changed it.
    let point =
        |id: &str| ["decide", "--kk", &kk[5], "--status", "diundang", "--point", id].map(str::to_owned);
    let points = office.tepat(&["list", "--columns", "titik", "--status", "diundang"]).answer();
    let used = points["rows"][0]["titik"].as_str().unwrap_or_default().to_owned();
    let other = ["CONTOH-ULJ-1", "CONTOH-JTN-1"].into_iter().find(|id| *id != used).unwrap();
    let arguments = point(other);
    office.tepat(&arguments.iter().map(String::as_str).collect::<Vec<_>>()).answer();
    let called = count(
        "(SELECT count(DISTINCT json_extract(event, '$.invitation.point')) FROM event WHERE family = family.id AND json_extract(event, '$.invitation.point') IS NOT NULL) > 1",
    );
    assert_eq!(list(&office, &["--changed-point"])["families"], called);
}

#[test]
fn a_list_goes_into_a_file() {
    let (office, _) = after_a_tahap();
    let columns = ["--columns", "kode,kelurahan,status,hari"];
    for ending in ["csv", "xlsx", "json", "parquet"] {
        let file = office.desk().join(format!("daftar.{ending}"));
        let arguments = [&["list", "--card", "ya", "--out", file.to_str().unwrap()], &columns[..]].concat();
        assert_eq!(office.tepat(&arguments).answer()["families"], 4);
        assert_eq!(office.tepat(&arguments).complaint()["code"], "berkas-sudah-ada");
        assert!(file.metadata().unwrap().len() > 100);
    }
    let csv = std::fs::read_to_string(office.desk().join("daftar.csv")).unwrap();
    assert!(csv.starts_with("kode,kelurahan,status,hari\n"), "{csv}");
    assert_eq!(csv.lines().count(), 5);
    let other = ["list", "--out", "daftar.pdf"];
    assert_eq!(office.tepat(&other).complaint()["code"], "jenis-berkas");
    assert_eq!(office.tepat(&["list", "--columns", "gaji"]).complaint()["code"], "kolom");
}

#[test]
fn counts_by_place_reason_and_day_are_those_of_the_register() {
    let (office, _) = after_a_tahap();
    let per = |arguments: &[&str]| office.tepat(&[&["report", "--per"], arguments].concat()).answer();
    let last = "(SELECT event FROM event WHERE family = family.id ORDER BY number DESC LIMIT 1)";
    let count = |by: &str, value: &str| {
        Register::count(
            &office,
            &format!("SELECT count(*) FROM family WHERE double_of IS NULL AND {by} = '{value}'"),
        )
    };
    let reason = format!("json_extract({last}, '$.reason')");
    for (what, by) in [
        ("kelurahan", "area"),
        ("kecamatan", "substr(area, 1, 8)"),
        ("rt", "area || '/' || rw || '/' || rt"),
        ("reason", reason.as_str()),
    ] {
        let counted = per(&[what]);
        let rows = counted["rows"].as_array().unwrap();
        assert!(!rows.is_empty(), "{what}");
        for row in rows {
            assert_eq!(row["families"], count(by, row["code"].as_str().unwrap()), "{what} {row}");
        }
        let all = Register::count(&office, "SELECT count(*) FROM family WHERE double_of IS NULL");
        assert_eq!(counted["families"], all);
    }
    let called = per(&["point"]);
    let by_point: u64 =
        called["rows"].as_array().unwrap().iter().map(|row| row["families"].as_u64().unwrap()).sum();
    assert_eq!(
        by_point,
        Register::count(
            &office,
            "SELECT count(DISTINCT family) FROM event WHERE json_extract(event, '$.invitation.point') IS NOT NULL"
        )
    );
    let days = per(&["day", "--tahap", "1"]);
    let of =
        |day: &str| days["rows"].as_array().unwrap().iter().find(|row| row["code"] == day).cloned().unwrap();
    assert_eq!(of("2021-03-18")["status"], serde_json::json!({ "cair": 2 }));
    assert_eq!(
        per(&["kelurahan", "--tahap", "1"])["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["paid"].as_u64().unwrap())
            .sum::<u64>(),
        2
    );
    assert_eq!(per(&["kelurahan", "--tahap", "2"])["families"], 0);
}

#[test]
fn any_day_of_the_past_is_told_as_it_was_known_then() {
    let mut office = approved();
    let per = |office: &Office, arguments: &[&str]| {
        office.tepat(&[&["report", "--per"], arguments].concat()).answer()
    };
    let before = ["rt", "kelurahan", "reason", "day"].map(|what| (what, per(&office, &[what])));
    office.at("2021-03-13T08:00");
    invite(&office, "1", "2021-03-15", "3");
    let kk = &MEMBERS.families()[0].kk;
    office.tepat(&["decide", "--kk", kk, "--status", "dicoret", "--reason", "pindah"]).answer();
    for (what, told) in before {
        assert_eq!(per(&office, &[what, "--at", "2021-03-12"])["rows"], told["rows"], "{what}");
        assert_ne!(per(&office, &[what])["rows"], told["rows"], "{what}");
    }
    assert_eq!(per(&office, &["rt", "--at", "2021-03-11"])["families"], 0);
    // What was taken back since stood then.
    let number = office.tepat(&["undo"]).answer()["number"].to_string();
    let then = per(&office, &["reason"]);
    office.at("2021-03-14T08:00");
    office.tepat(&["undo", &number, "--yes"]).answer();
    assert_eq!(per(&office, &["reason", "--at", "2021-03-13"])["rows"], then["rows"]);
    assert_ne!(per(&office, &["reason"])["rows"], then["rows"]);
}
