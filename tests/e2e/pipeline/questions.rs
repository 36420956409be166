//! Twenty questions of a head of section, each answered by one command, with the count of a query in plain SQL.

use super::accounts::write;
use super::calls::{approved, invite};
use e2e::sample::MEMBERS;
use e2e::{Office, Register, settings};
use serde_json::Value;
use std::process::Command;

/// An office after two tahap, and the KK numbers of one RT: some came, some were paid, some were called three times, one is held
/// and one was struck off.
fn two_tahap() -> (Office, Vec<String>) {
    let mut office = approved();
    invite(&office, "1", "2021-03-13", "1");
    office.publish();
    office.at("2021-03-19T06:00");
    let is_called = |kk: &String| office.tepat(&["history", "--kk", kk]).answer()[0]["status"] == "diundang";
    let kk: Vec<String> = MEMBERS.families().into_iter().map(|family| family.kk).filter(is_called).collect();
    let came: String = kk[..5].iter().map(|kk| format!("{kk},datang,13-03-2021\n")).collect();
    let attended = write(&office, "hadir.csv", &format!("No KK,Hasil,Tanggal\n{came}"));
    office.tepat(&["attend", &attended]).answer();
    let paid: String = kk[..3].iter().map(|kk| format!("{kk};18-03-2021;300000;cair\n")).collect();
    let bank = write(&office, "bank.csv", &format!("No KK;Tanggal;Jumlah;Status\n{paid}"));
    office.tepat(&["disburse", &bank, "--tahap", "1"]).answer();
    office.decide(&kk[0], "dicoret --reason pindah").decide(&kk[6], "tertunda");
    office.tepat(&["approve", "--tahap", "2"]).answer();
    invite(&office, "2", "2021-03-20", "1");
    office.at("2021-03-22T06:00");
    invite(&office, "3", "2021-03-23", "1");
    office.enrol("31.74.10.1005", "002", "005");
    office.enrol("31.75.03.1001", "004", "011");
    office.at("2021-03-25T06:00");
    (office, kk)
}

/// Of one family.
const LAST: &str = "(SELECT event FROM event WHERE family = family.id ORDER BY number DESC LIMIT 1)";

/// How many families that stand fit a condition.
fn families(office: &Office, condition: &str) -> u64 {
    Register::count(office, &format!("SELECT count(*) FROM family WHERE double_of IS NULL AND {condition}"))
}

/// Whether a family became this for a tahap at any time.
fn of_event(status: &str, tahap: u16) -> String {
    format!(
        "EXISTS (SELECT 1 FROM event WHERE family = family.id AND json_extract(event, '$.status') = '{status}'
         AND json_extract(event, '$.tahap') = {tahap})"
    )
}

fn now_is(status: &str) -> String {
    format!("json_extract({LAST}, '$.status') = '{status}'")
}

/// What `list` counts.
fn listed(office: &Office, arguments: &str) -> u64 {
    let arguments: Vec<&str> = ["list"].into_iter().chain(arguments.split(' ')).collect();
    office.tepat(&arguments).answer()["families"].as_u64().unwrap()
}

#[test]
fn twenty_questions_have_an_answer_and_it_is_right() {
    let (office, kk) = two_tahap();
    let (paid, card) = (
        of_event("cair", 1),
        "EXISTS (SELECT 1 FROM event WHERE family = family.id AND json_extract(event, '$.status') = 'kartu-diterima')",
    );
    let calls = |count: u8| {
        format!(
            "(SELECT max(json_extract(event, '$.invitation.call')) FROM event WHERE family = family.id) = {count}"
        )
    };
    let by_aid = |aid: &str| {
        format!(
            "{} AND (json_extract({LAST}, '$.cause.programmes') LIKE '%\"{aid}\"%'
             OR (json_extract({LAST}, '$.cause') IS NULL AND household LIKE '%\"aid\":\"{aid}\"%'))",
            now_is("ditolak")
        )
    };
    let point = "CONTOH-JTN-1";
    let people = "max(1 + coalesce(json_array_length(household, '$.others'), 0), coalesce(json_extract(household, '$.stated_size'), 0))";
    let older_than_70 =
        "EXISTS (SELECT 1 FROM json_tree(household) WHERE key LIKE 'birth%' AND value <= '1951-03-25')";
    for (question, arguments, condition) in [
        (
            "1. how many in this kelurahan got the money of tahap 1",
            "--area 31.75.03.1001 --paid 1",
            format!("area = '31.75.03.1001' AND {paid}"),
        ),
        ("2. who was called three times", "--call 3", calls(3)),
        ("3. who is held", "--status tertunda", now_is("tertunda")),
        ("4. who was refused because of PKH", "--status ditolak --aid pkh", by_aid("pkh")),
        ("5. who has a card and no money", "--card ya --unpaid 1", format!("{card} AND NOT {paid} AND {}", of_event("ditetapkan", 1))),
        (
            "6. people over 70 who live alone",
            "--oldest 70 --size 1",
            format!("{people} = 1 AND {older_than_70}"),
        ),
        (
            "7. who changed the point",
            "--changed-point",
            "(SELECT count(DISTINCT json_extract(event, '$.invitation.point')) FROM event WHERE family = family.id) > 1".to_owned(),
        ),
        (
            "8. what changed since Friday",
            "--changed 2021-03-19",
            "EXISTS (SELECT 1 FROM event WHERE family = family.id AND json_extract(event, '$.at') >= '2021-03-19')".to_owned(),
        ),
        (
            "9. who got tahap 1 and is not in tahap 2",
            "--paid 1 --not-tahap 2",
            format!("{paid} AND NOT {}", of_event("ditetapkan", 2)),
        ),
        (
            "10. who did not come to this point",
            "--absent --area 31.75.03.1001",
            format!("area = '31.75.03.1001' AND {} AND json_extract({LAST}, '$.invitation.date') < '2021-03-25'", now_is("diundang")),
        ),
        (
            "11. who is disabled and has no card yet",
            "--disabled ya --card tidak",
            format!("json_extract(household, '$.disability') = 1 AND NOT {card}"),
        ),
        (
            "12. who moved away, by what the RT says",
            "--status dicoret --reason pindah",
            format!("{} AND json_extract({LAST}, '$.reason') = 'pindah'", now_is("dicoret")),
        ),
        (
            "13. who waits since the thirteenth or longer",
            "--status diundang,ditetapkan --since 2021-03-13",
            format!(
                "({} OR {}) AND NOT EXISTS (SELECT 1 FROM event WHERE family = family.id AND json_extract(event, '$.at') > '2021-03-13'
                 AND json_extract(event, '$.status') <> json_extract({LAST}, '$.status'))",
                now_is("diundang"),
                now_is("ditetapkan")
            ),
        ),
    ] {
        assert_eq!(listed(&office, arguments), families(&office, &condition), "{question}");
    }
    // 3, for how long.
    let held = office.tepat(&["list", "--status", "tertunda", "--columns", "sejak,hari"]).answer();
    assert_eq!((&held["rows"][0]["sejak"], &held["rows"][0]["hari"]), (&"2021-03-19".into(), &6.into()));

    // 14. Which RT has sent nothing.
    let links = office.tepat(&["enrol", "list"]).answer();
    let silent = links.as_array().unwrap().iter().filter(|link| link["listed_on"].is_null()).count();
    let sql = "SELECT count(*) FROM office WHERE edition = 0 AND revoked_on IS NULL";
    assert_eq!((u64::try_from(silent).unwrap(), 2), (Register::count(&office, sql), 2));

    // 15. What was published about this family on a day.
    office.publish();
    let told = |day: &str| {
        let told = office.tepat(&["history", "--kk", &kk[0], "--published", day]).answer();
        (told["serial"].clone(), told["families"][0]["status"].clone())
    };
    assert_eq!(told("2021-03-13"), (1.into(), "diundang".into()));
    assert_eq!(told("2021-03-25"), (2.into(), "dicoret".into()));
    let early = ["history", "--kk", &kk[0], "--published", "2021-03-11"];
    assert_eq!(office.tepat(&early).complaint()["code"], "belum-terbit");

    // 16 to 18. Refused for which reason, how many stand where in an RT, and how it stood on a day of the past.
    let rows = |arguments: &[&str]| -> Vec<Value> {
        let counted = office.tepat(&[&["report", "--per"], arguments].concat()).answer();
        counted["rows"].as_array().unwrap().clone()
    };
    for (per, by) in [
        ("reason", format!("json_extract({LAST}, '$.reason')")),
        ("rt", "area || '/' || rw || '/' || rt".to_owned()),
    ] {
        for row in rows(&[per]) {
            let condition = format!("{by} = '{}'", row["code"].as_str().unwrap());
            assert_eq!(row["families"], families(&office, &condition), "{per} {row}");
        }
    }
    // All of them were called on that day.
    let then = rows(&["kelurahan", "--at", "2021-03-12"]);
    let called: u64 = then.iter().filter_map(|row| row["status"]["diundang"].as_u64()).sum();
    let first = "EXISTS (SELECT 1 FROM event WHERE family = family.id AND json_extract(event, '$.invitation.call') = 1)";
    assert_eq!(called, families(&office, first));

    // 19. What was written down on a day.
    let day = office.tepat(&["history", "--day", "2021-03-19"]).answer();
    let sql = "SELECT count(*) FROM event WHERE recorded_at LIKE '2021-03-19%'";
    assert_eq!(day["events"], Register::count(&office, sql));

    // 20. How many rupiah a kelurahan got in a tahap.
    let (_, books) = office.tepat(&["accounts", "report", "--tahap", "1"]).verdict();
    let row =
        books["rows"].as_array().unwrap().iter().find(|row| row["kelurahan"] == "31.75.03.1001").unwrap();
    let sql = "SELECT sum(amount) FROM bank_line JOIN family ON family.id = family WHERE area = '31.75.03.1001' AND tahap = 1";
    let rupiah: String =
        row["paid"]["rupiah"].as_str().unwrap().chars().filter(char::is_ascii_digit).collect();
    assert_eq!(rupiah.parse::<u64>().unwrap(), Register::count(&office, sql));
    assert_eq!(
        listed(&office, &format!("--point {point}")),
        families(&office, &format!("id IN (SELECT family FROM allocation WHERE point = '{point}')"))
    );
}

#[test]
fn a_sheet_of_decisions_goes_out_and_comes_back() {
    let (office, kk) = two_tahap();
    office.decide(&kk[7], "tertunda").decide(&kk[8], "tertunda");
    let sheet = office.desk().join("putusan.csv");
    let out = ["list", "--to-decide", "--out", sheet.to_str().unwrap()];
    assert_eq!(office.tepat(&out).answer()["families"], 3);
    let resolve = || office.tepat(&["resolve", sheet.to_str().unwrap()]).verdict();
    assert_eq!(resolve().1["taken"], serde_json::json!({}), "nobody has decided yet");
    // The last three columns are blank: the decision, its reason, and what the family reads.
    let decide = |line: &str| match line.strip_suffix(",,,") {
        Some(front) if front.contains(office.code_of(&kk[6])) => format!("{front},tetap,,"),
        Some(front) if front.contains(office.code_of(&kk[7])) => format!("{front},ditolak,pindah,"),
        _ => line.to_owned(),
    };
    let filled: Vec<String> = std::fs::read_to_string(&sheet).unwrap().lines().map(decide).collect();
    std::fs::write(&sheet, filled.join("\n")).unwrap();
    let (_, taken) = resolve();
    assert_eq!(taken["taken"], serde_json::json!({ "ditolak": 1, "tetap": 1 }), "{taken:#}");
    let status = |at: usize| office.tepat(&["history", "--kk", &kk[at]]).answer()[0]["status"].clone();
    assert_eq!([6, 7, 8].map(status), ["diundang", "dicoret", "tertunda"]);
    let workbook = office.desk().join("putusan.xlsx");
    office.tepat(&["list", "--to-decide", "--out", workbook.to_str().unwrap()]).answer();
    let (_, taken) = office.tepat(&["resolve", workbook.to_str().unwrap()]).verdict();
    assert_eq!(taken["blank"], 1, "{taken:#}");
}

#[test]
fn parquet_is_read_by_duckdb_with_the_same_counts() {
    let Some(python) = settings::duckdb_python() else {
        eprintln!("! SKIPPED: Parquet in DuckDB, which needs python3 with venv and pip");
        return;
    };
    let (office, _) = two_tahap();
    let file = office.desk().join("semua.parquet");
    office.tepat(&["list", "--out", file.to_str().unwrap()]).answer();
    let count = |condition: &str| -> u64 {
        let sql = format!("SELECT count(*) FROM read_parquet('{}') WHERE {condition}", file.display());
        let program = "import duckdb, sys; print(duckdb.sql(sys.argv[1]).fetchall()[0][0])";
        let output = Command::new(&python).args(["-c", program, &sql]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
    };
    for (condition, arguments) in [
        ("true", "--columns kode"),
        ("status = 'diundang' AND panggilan = 3", "--status diundang --call 3"),
        ("cair = '1'", "--paid 1"),
        ("kartu = 'ya' AND cair = ''", "--card ya --unpaid 1"),
        ("tertua >= 70", "--oldest 70"),
        ("hari > 5 AND status = 'tertunda'", "--status tertunda --since 2021-03-19"),
    ] {
        assert_eq!(count(condition), listed(&office, arguments), "{condition}");
    }
    assert!(count("cair = '1'") > 0);
}
