//! Two RT list one family. Whoever is first does not win by that, and neither learns more than it needs.

use domain::{KkNumber, Nik, RegistrationCode};
use e2e::city::standing;
use e2e::rt::{Letter, RtHead};
use e2e::{Office, work_sheet};
use seal::LookupSecret;
use serde_json::{Value, json};
use wire::HouseholdListDto;

const KELURAHAN: &str = "31.74.10.1005";
const HEADER: &str = "No KK,NIK,Nama,Hubungan,Tanggal Lahir,Alamat,RT,RW";
const KK: &str = "3174101001109001";
const NIK: &str = "3174101205809001";
/// What the RT gives them: of RT 008, and of RT 006 where the family lives.
const THIEF: &str = "0000-0000-0000-0001-1";
const TRUE: &str = "0123-4567-89AB-CDEF-K";

/// The family, as the head of an RT lists it.
fn list(rt: &RtHead, number: u32, code: &str, address: &str, of_rt: &str) -> HouseholdListDto {
    let mut family = rt.family(code, "Contoh Satu", of_rt);
    let household = &mut family["household"];
    household["kk"] = KK.into();
    household["head"]["nik"] = NIK.into();
    household["head"]["birth"] = "1980-05-12".into();
    household["address"] = address.into();
    rt.list_of(number, &[family])
}

fn of_thief(rt: &RtHead) -> HouseholdListDto {
    list(rt, 1, THIEF, "Gg. Palsu 8", "008")
}

fn of_honest(rt: &RtHead) -> HouseholdListDto {
    list(rt, 1, TRUE, "Jl. Benar 6", "006")
}

/// The office after both have sent, in this order.
fn after_both(thief_is_first: bool) -> (Office, RtHead, RtHead) {
    let office = Office::of_2021();
    let (thief, honest) = (office.enrol(KELURAHAN, "002", "008"), office.enrol(KELURAHAN, "002", "006"));
    let lists = [(&thief, of_thief(&thief)), (&honest, of_honest(&honest))];
    let order = if thief_is_first { [0, 1] } else { [1, 0] };
    for at in order {
        let (rt, list) = &lists[at];
        let report = office.collect_letter(&rt.seal(list));
        let expect = if at == order[0] { "baru" } else { "dicatat-dua-rt" };
        assert_eq!(report["list"]["families"][0]["result"], expect, "{report:#}");
        office.tepat(&["verify"]).answer();
    }
    (office, thief, honest)
}

fn cases(office: &Office) -> Vec<Value> {
    office.tepat(&["review", "list"]).answer()["cases"].as_array().unwrap().clone()
}

fn status(office: &Office, code: &str) -> Option<String> {
    office.publication().status_by_code(code)
}

/// Fills in what is asked of the family with a code, and judges again.
fn answer(office: &Office, answers: &[(&str, &str)]) {
    let file = office.desk().join("tinjauan.xlsx");
    std::fs::remove_file(&file).ok();
    let sheet = work_sheet::take_out(office, &file);
    let row = |place: &str| sheet.iter().position(|row| row[2].starts_with(place)).unwrap();
    let filled: Vec<_> = answers.iter().map(|(rt, decision)| (row(rt), *decision, "")).collect();
    work_sheet::save(&work_sheet::filled(&sheet, &filled), &file);
    office.tepat(&["review", "in", file.to_str().unwrap(), "--by", "Ani"]).answer();
    office.tepat(&["verify"]).answer();
}

#[test]
fn whoever_lists_a_family_first_does_not_win_by_that() {
    for thief_is_first in [true, false] {
        let (office, ..) = after_both(thief_is_first);
        assert_eq!(standing(&office, "tertunda"), 2, "{thief_is_first}");
        assert_eq!(office.tepat(&["approve", "--tahap", "1"]).answer()["new"], 0);
        // A second look says the same.
        assert_eq!(office.tepat(&["verify"]).answer()["contested"], 0);
        let cases = cases(&office);
        assert_eq!(cases.len(), 2, "{cases:#?}");
        for case in &cases {
            assert_eq!(case["question"], "dicatat-dua-rt");
            let evidence = case["evidence"].to_string();
            for said in ["RT 008", "Gg. Palsu 8", "RT 006", "Jl. Benar 6", "sejak 2021-03-1"] {
                assert!(evidence.contains(said), "{said}: {evidence}");
            }
        }
    }
}

#[test]
fn a_person_says_where_the_family_lives() {
    for (answers, thief, honest) in [
        (&[("006", "layak")][..], "ditolak", "diverifikasi"),
        (&[("008", "ditolak: data tidak padan")], "ditolak", "diverifikasi"),
        (&[("008", "layak")], "diverifikasi", "ditolak"),
        (&[("006", "ditolak: tidak ditemukan"), ("008", "ditolak: tidak ditemukan")], "ditolak", "ditolak"),
    ] {
        let (office, ..) = after_both(true);
        answer(&office, answers);
        office.publish();
        let found = [THIEF, TRUE].map(|code| status(&office, code));
        assert_eq!(found, [thief, honest].map(|it| Some(it.to_owned())), "{answers:?}");
        assert_eq!(cases(&office), Vec::<Value>::new(), "{answers:?}");
        // Its cards open the entry that a person found right.
        if answers.len() == 1 {
            assert_eq!(office.publication().status_of(KK, NIK).as_deref(), Some("diverifikasi"));
            assert_eq!(standing(&office, "diverifikasi"), 1);
            let [right, wrong] = if honest == "ditolak" { [THIEF, TRUE] } else { [TRUE, THIEF] };
            let told = office.tepat(&["history", "--code", right]).answer();
            let last = told[0]["events"].as_array().unwrap().last().unwrap();
            let by = if answers[0].1 == "layak" { "Dinas Sosial (Ani)" } else { "Dinas Sosial" };
            assert_eq!((&last["status"], &last["by"]), (&json!("diverifikasi"), &json!(by)));
            // To the office, either receipt names the one family.
            office.tepat(&["decide", "--code", wrong, "--status", "ditetapkan"]).answer();
            office.tepat(&["decide", "--code", right, "--status", "tertunda"]).answer();
            assert_eq!(standing(&office, "tertunda"), 1);
        }
    }
}

/// Also where two RT listed the family, the aid of a dead head is left to the heirs, and they read what to bring.
#[test]
fn the_heirs_of_a_contested_family_are_told_so() {
    let office = Office::of_2021();
    for (rt, code) in [("008", THIEF), ("006", TRUE)] {
        let head = office.enrol(KELURAHAN, "002", rt);
        let mut family = head.family(code, "Contoh Satu", rt);
        let wife = json!({ "name": "Contoh Dua", "relation": "istri", "nik": "3174105205829013", "birth": "1982-05-12" });
        family["household"]["kk"] = KK.into();
        family["household"]["head"]["nik"] = NIK.into();
        family["household"]["head"]["birth"] = "1980-05-12".into();
        family["household"]["others"] = json!([wife]);
        office.collect_letter(&head.seal(&head.list_of(1, &[family])));
    }
    office.tepat(&["verify"]).answer();
    let file = office.desk().join("dukcapil.csv");
    let rows = format!("NIK;No KK;Keadaan\n{NIK};{KK};Meninggal\n3174105205829013;{KK};Hidup\n");
    std::fs::write(&file, rows).unwrap();
    office.tepat(&["match", "--dukcapil", file.to_str().unwrap()]).answer();
    office.tepat(&["verify"]).answer();
    answer(&office, &[("006", "layak")]);
    let told = office.tepat(&["history", "--code", TRUE]).answer();
    let last = told[0]["events"].as_array().unwrap().last().unwrap();
    assert_eq!(last["status"], "diverifikasi", "{told:#}");
    assert!(last["what"].as_str().unwrap().contains("ahli waris"), "{last:#}");
}

#[test]
fn neither_rt_learns_who_the_other_is() {
    let (office, thief, honest) = after_both(true);
    office.publish();
    for (rt, foreign) in [(&thief, ["006", "Jl. Benar 6"]), (&honest, ["008", "Gg. Palsu 8"])] {
        let outcome = serde_json::to_value(rt.outcome(&office.publication()).unwrap()).unwrap();
        let last = outcome["families"][0]["events"].as_array().unwrap().last().unwrap();
        assert_eq!(
            (&last["status"], &last["cause"]),
            (&json!("tertunda"), &json!({ "code": "dicatat-rt-lain" }))
        );
        assert!(foreign.iter().all(|it| !outcome.to_string().contains(it)), "{outcome:#}");
    }
}

#[test]
fn an_rt_that_takes_its_entry_back_leaves_nothing_to_ask() {
    let (office, thief, _) = after_both(true);
    let mut list = thief.list(2, &[]);
    list.withdrawn = vec![domain::RegistrationCode::parse(THIEF).unwrap()];
    office.collect_letter(&thief.seal(&list));
    assert_eq!(office.tepat(&["verify"]).answer()["released"], 1);
    assert_eq!(
        (standing(&office, "diverifikasi"), standing(&office, "ditarik")),
        (1, 0),
        "one is the double of the other"
    );
    assert_eq!(cases(&office), Vec::<Value>::new());
}

/// Otherwise one stolen link would stop the aid of everybody whose numbers are known.
#[test]
fn nobody_stops_the_aid_of_a_recipient_by_listing_it() {
    let office = Office::of_2021();
    let (thief, honest) = (office.enrol(KELURAHAN, "002", "008"), office.enrol(KELURAHAN, "002", "006"));
    office.collect_letter(&honest.seal(&of_honest(&honest)));
    office.tepat(&["verify"]).answer();
    office.tepat(&["approve", "--tahap", "1"]).answer();
    office.collect_letter(&thief.seal(&of_thief(&thief)));
    office.tepat(&["verify"]).answer();
    assert_eq!((standing(&office, "ditetapkan"), standing(&office, "tertunda")), (1, 1));
    assert_eq!(cases(&office).len(), 1, "of the one that came later");
    office.decide(KK, "cair --tahap 1");
    assert_eq!(office.tepat(&["approve", "--tahap", "2"]).answer()["again"], 1);
    // What was asked because two RT list it is not answered by a table of families that lists of aid had held.
    let table = office.desk().join("putusan.csv");
    std::fs::write(&table, format!("kode,keputusan\n{THIEF},tetap\n")).unwrap();
    let (_, resolved) = office.tepat(&["resolve", table.to_str().unwrap()]).verdict();
    assert!(resolved.to_string().contains("ditanyakan"), "{resolved:#}");
}

#[test]
fn spreadsheets_of_two_rt_are_asked_about_as_well() {
    let office = Office::of_2021();
    for rt in ["005", "006"] {
        let file = office.desk().join(format!("{rt}.csv"));
        let row = format!("{KK},{NIK},Contoh Satu,Kepala Keluarga,1980-05-12,Jl. Contoh No. 1,{rt},002");
        std::fs::write(&file, format!("{HEADER}\n{row}\n")).unwrap();
        let answer = office.tepat(&["import", file.to_str().unwrap(), "--kelurahan", KELURAHAN]).answer();
        assert_eq!(answer["contested"], u32::from(rt == "006"), "{answer:#}");
    }
    office.tepat(&["verify"]).answer();
    assert_eq!((standing(&office, "tertunda"), cases(&office).len()), (2, 2));
}

/// So many families without any number; `first` tells them from others.
fn many(first: u32, count: u32) -> Vec<(String, String)> {
    let code = |n: u32| {
        let bits = [&n.to_be_bytes()[..], &[3; 6]].concat().try_into().unwrap();
        domain::RegistrationCode::from_random(bits).to_string()
    };
    (first..first + count).map(|n| (code(n), format!("Contoh {n}"))).collect()
}

fn sealed(rt: &RtHead, number: u32, families: &[(String, String)]) -> Letter {
    let families: Vec<_> = families.iter().map(|(code, name)| (code.as_str(), name.as_str())).collect();
    rt.seal(&rt.list(number, &families))
}

#[test]
fn a_list_that_suddenly_names_many_new_families_is_held_whole() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let entries = |office: &Office| office.tepat(&["report"]).answer()["entries"].as_u64().unwrap();
    let (before, sudden) = (many(0, 35), many(0, 61));
    office.collect_letter(&sealed(&rt, 1, &before));
    assert_eq!(entries(&office), 35);
    let letter = sealed(&rt, 2, &sudden);
    let problem = office.collect_letter(&letter)["problem"].take();
    assert_eq!(problem["code"], "banyak-keluarga-baru", "{problem:#}");
    assert!(problem["message"].as_str().unwrap().contains("26 keluarga baru"), "{problem:#}");
    let listed = office.tepat(&["review", "list"]).answer();
    assert_eq!((&listed["held_lists"], entries(&office)), (&json!(1), 35));
    // It waits, however often the office collects; what comes later in small steps does not wait for it.
    office.collect();
    assert_eq!((office.quarantine(), entries(&office)), (vec!["banyak-keluarga-baru".to_owned()], 35));
    assert_eq!(office.collect_letter(&sealed(&rt, 3, &many(0, 45)))["list"]["state"], "diterima");
    let accept = |file: &str| office.tepat(&["collect", "--accept", file]);
    assert_eq!(accept("entah.json").complaint()["code"], "tidak-ditahan");
    assert_eq!(accept(&letter.name).env("TEPAT_BY", "").complaint()["code"], "tanpa-nama");
    let entry = |office: &Office| office.tepat(&["audit"]).answer()["end"]["entries"].as_u64().unwrap();
    let trail = entry(&office);
    accept(&letter.name).answer();
    assert_eq!((entries(&office), office.quarantine()), (61, vec![]));
    // Who accepted it, that the others were listed, and the command that did each.
    assert_eq!(entry(&office), trail + 1 + 16 + 2);
}

#[test]
fn how_many_are_many_depends_on_the_rt_and_on_the_office() {
    for (known, sent, many_new, is_held) in [
        (0, 50, 20, false),
        (0, 51, 20, true),
        (1, 35, 20, false),
        (35, 55, 20, false),
        (35, 56, 20, true),
        (60, 90, 20, false),
        (60, 91, 20, true),
        (35, 56, 30, false),
    ] {
        let mut office = Office::of_2021();
        let rt = office.enrol(KELURAHAN, "002", "006");
        let settle = |office: &Office, many: u32| {
            office.tepat(&["settings", "--many-new", &many.to_string()]).answer();
        };
        settle(&office, 1000);
        office.collect_letter(&sealed(&rt, 1, &many(0, known)));
        settle(&office, many_new);
        office.at("2021-05-01T06:00");
        let report = office.collect_letter(&sealed(&rt, 9, &many(0, sent)));
        assert_eq!(
            report["problem"]["code"] == "banyak-keluarga-baru",
            is_held,
            "{known} {sent}: {report:#}"
        );
    }
}

#[test]
fn many_small_lists_are_one_large_one() {
    let mut office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let result = |office: &Office, number: u32, upto: u32| {
        let report = office.collect_letter(&sealed(&rt, number, &many(0, upto)));
        report["problem"]["code"].as_str().map_or("diterima".to_owned(), ToOwned::to_owned)
    };
    assert_eq!(result(&office, 1, 18), "diterima");
    assert_eq!(result(&office, 2, 36), "diterima");
    // Over days it is the same.
    office.at("2021-03-28T06:00");
    let held = sealed(&rt, 3, &many(0, 54));
    let problem = office.collect_letter(&held)["problem"].take();
    assert_eq!(problem["code"], "banyak-keluarga-baru", "{problem:#}");
    assert!(problem["message"].as_str().unwrap().contains("Dengan 36 yang masuk"), "{problem:#}");
    // Whoever accepts it has asked about all that it names, and not about what comes next.
    office.tepat(&["collect", "--accept", &held.name]).answer();
    assert_eq!(result(&office, 4, 72), "diterima");
    assert_eq!(result(&office, 5, 90), "banyak-keluarga-baru");
    // What has been there for long is the RT's.
    office.at("2021-07-01T06:00");
    office.collect();
    assert_eq!(office.quarantine(), Vec::<String>::new());
}

/// Many links, and few families by each: nothing is held, and the kelurahan is named.
#[test]
fn a_kelurahan_that_grows_by_many_links_is_named() {
    let mut office = Office::of_2021();
    let heads: Vec<RtHead> = (1..=4).map(|rt| office.enrol(KELURAHAN, "002", &format!("00{rt}"))).collect();
    let send = |office: &Office, number: u32, upto: u32| {
        let lists = (0..).zip(&heads).map(|(at, head)| sealed(head, number, &many(100 * at, upto)));
        let folder = office.desk().join(number.to_string());
        std::fs::create_dir(&folder).unwrap();
        lists.for_each(|letter| std::fs::write(folder.join(&letter.name), &letter.bytes).unwrap());
        office.collect_from(&folder)
    };
    assert_eq!(send(&office, 1, 20).get("growing"), None, "the first round");
    office.at("2021-05-01T06:00");
    let collected = send(&office, 2, 36);
    assert_eq!(office.quarantine(), Vec::<String>::new());
    let named = &collected["growing"][0];
    assert_eq!(
        (&named["area"], &named["before"], &named["recent"]),
        (&json!(KELURAHAN), &json!(80), &json!(64)),
        "{collected:#}"
    );
}

#[test]
fn the_head_of_an_rw_makes_up_no_rt() {
    let office = Office::of_2021();
    let rw = office.enrol_rw(KELURAHAN, "002");
    let households: Vec<_> = (0..6)
        .flat_map(|rt| {
            many(100 * rt, 10).into_iter().map(move |(code, name)| (format!("9{rt:02}"), code, name))
        })
        .map(|(rt_number, code, name)| rw.family(&code, &name, &rt_number))
        .collect();
    let problem = office.collect_letter(&rw.seal(&rw.list_of(1, &households)))["problem"].take();
    assert_eq!(problem["code"], "banyak-keluarga-baru", "{problem:#}");
    assert!(problem["message"].as_str().unwrap().contains("60 keluarga baru"), "{problem:#}");
    assert_eq!(
        office.collect_letter(&rw.seal(&rw.list_of(2, &households[..50])))["list"]["state"],
        "diterima"
    );
}

#[test]
fn a_phone_that_was_wiped_names_nobody_new() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.collect_letter(&sealed(&rt, 1, &many(0, 50)));
    let again: Vec<_> =
        many(1000, 50).into_iter().zip(many(0, 50)).map(|((code, _), (_, name))| (code, name)).collect();
    assert_eq!(office.collect_letter(&sealed(&rt, 2, &again))["list"]["state"], "diterima");
    assert_eq!(office.tepat(&["report"]).answer()["entries"], 50);
}

#[test]
fn a_row_with_the_numbers_of_a_recipient_leads_to_it_whoever_else_lists_them() {
    let office = Office::of_2021();
    let (thief, honest) = (office.enrol(KELURAHAN, "002", "008"), office.enrol(KELURAHAN, "002", "006"));
    office.collect_letter(&honest.seal(&of_honest(&honest)));
    office.tepat(&["verify"]).answer();
    office.tepat(&["approve", "--tahap", "1"]).answer();
    office.collect_letter(&thief.seal(&of_thief(&thief)));
    office.tepat(&["verify"]).answer();
    let table = office.desk().join("hadir.csv");
    std::fs::write(&table, format!("No KK,Hasil,Kartu\n{KK},datang,0123\n")).unwrap();
    let (_, answer) = office.tepat(&["attend", table.to_str().unwrap()]).verdict();
    // It is the recipient that is meant, whom nobody has invited yet.
    let troubles = answer["troubles"].as_array().unwrap();
    let told: Vec<_> = troubles.iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert_eq!(told, ["tidak-diundang"], "{answer:#}");
}

#[test]
fn two_entries_that_were_both_found_right_are_not_both_paid() {
    let (office, ..) = after_both(true);
    answer(&office, &[("006", "layak"), ("008", "layak")]);
    let open = cases(&office);
    assert!(open.iter().any(|case| case["question"] == "kk-di-dua-keluarga"), "{open:#?}");
    // The one that had been verified alone is so again, and waits for the answer; the other is not verified before it.
    assert_eq!((standing(&office, "tertunda"), standing(&office, "diverifikasi")), (1, 1));
    assert_eq!(office.tepat(&["approve", "--tahap", "1"]).answer()["new"], 0);
}

#[test]
fn numbers_open_the_record_of_the_recipient_and_name_no_other_rt() {
    let office = Office::of_2021();
    let (thief, honest) = (office.enrol(KELURAHAN, "002", "008"), office.enrol(KELURAHAN, "002", "006"));
    // The entry that will take the numbers is the older one.
    let own = thief.family(THIEF, "Contoh Satu", "008");
    office.collect_letter(&thief.seal(&thief.list_of(1, &[own])));
    office.collect_letter(&honest.seal(&of_honest(&honest)));
    office.tepat(&["verify"]).answer();
    office.tepat(&["approve", "--tahap", "1"]).answer();
    office.collect_letter(&thief.seal(&list(&thief, 2, THIEF, "Gg. Palsu 8", "008")));
    office.tepat(&["verify"]).answer();
    office.publish();
    assert_eq!(office.publication().status_of(KK, NIK).as_deref(), Some("ditetapkan"));

    let (office, ..) = after_both(true);
    office.publish();
    let pair = LookupSecret::pair(&KkNumber::parse(KK).unwrap(), &Nik::parse(NIK).unwrap());
    let opened = office.publication().record(&pair).unwrap();
    assert_eq!((opened.events.len(), opened.brief), (1, true), "who listed it is not said");
}

/// The families with these numbers, each with a code of its own in this RT.
fn families(rt: &RtHead, of_rt: &str, numbers: &[u8]) -> Vec<Value> {
    let seed: u8 = of_rt.parse().unwrap();
    let family = |n: &u8| {
        let code = RegistrationCode::from_random([seed, *n, 7, 7, 7, 7, 7, 7, 7, 7]);
        let mut family = rt.family(&code.to_string(), &format!("Contoh {n}"), of_rt);
        family["household"]["kk"] = format!("31741010011090{n:02}").into();
        family
    };
    numbers.iter().map(family).collect()
}

/// A thief with the link of one RT lists families of many others, a few with every list.
#[test]
fn whoever_contests_the_families_of_many_rt_little_by_little_is_held_and_named() {
    let office = Office::of_2021();
    let honest = ["001", "002", "003"].map(|rt| (rt, office.enrol(KELURAHAN, "002", rt)));
    for (at, (of_rt, rt)) in (0..).zip(&honest) {
        let numbers: Vec<u8> = (at * 10..at * 10 + 10).collect();
        let report = office.collect_letter(&rt.seal(&rt.list_of(1, &families(rt, of_rt, &numbers))));
        assert_eq!(report["problem"], Value::Null, "{report:#}");
    }
    let thief = office.enrol(KELURAHAN, "002", "008");
    let all: Vec<u8> = (0..5).flat_map(|n| [n, 10 + n, 20 + n]).collect();
    let send = |edition: u32, many: usize| {
        let list = thief.list_of(edition, &families(&thief, "008", &all[..many]));
        office.collect_letter(&thief.seal(&list))
    };
    for (edition, many) in [(1, 4), (2, 8), (3, 10)] {
        assert_eq!(send(edition, many)["problem"], Value::Null, "{many}");
    }
    let letter = thief.seal(&thief.list_of(4, &families(&thief, "008", &all[..11])));
    let held = office.collect_letter(&letter);
    assert_eq!(held["problem"]["code"], "banyak-diperebutkan", "{held:#}");
    let said = held["problem"]["message"].as_str().unwrap();
    assert!(said.contains("RT 008") && said.contains("11 keluarga dari 3 RT lain"), "{said}");
    // The same list again, without anything new, is no more than it was.
    assert_eq!(send(5, 10)["problem"], Value::Null);
    // Whoever lists what others claim is heard, however much the others claim.
    let (of_rt, rt) = &honest[0];
    let report =
        office.collect_letter(&rt.seal(&rt.list_of(2, &families(rt, of_rt, &(0..10).collect::<Vec<_>>()))));
    assert_eq!(report["problem"], Value::Null, "{report:#}");
    // Somebody has asked the head, and it is right.
    office.tepat(&["collect", "--accept", &letter.name, "--by", "Ani"]).answer();
    assert_eq!(office.quarantine(), [""; 0]);
}

/// Who was first does not count: a head whose families a thief has listed before sends a list that contests them all.
#[test]
fn a_head_whose_families_a_thief_listed_first_is_not_held() {
    let office = Office::of_2021();
    let (thief, rt) = (office.enrol(KELURAHAN, "002", "008"), office.enrol(KELURAHAN, "002", "001"));
    let numbers: Vec<u8> = (0..15).collect();
    for (of_rt, rt) in [("008", &thief), ("001", &rt)] {
        let report = office.collect_letter(&rt.seal(&rt.list_of(1, &families(rt, of_rt, &numbers))));
        assert_eq!(report["problem"], Value::Null, "{report:#}");
    }
}

#[test]
fn what_is_held_of_a_family_is_given_out_by_its_code_where_two_rt_list_its_numbers() {
    let (office, ..) = after_both(true);
    let by_numbers = office.tepat(&["subject", "export", "--kk", KK, "--by", "Ani"]).complaint();
    assert_eq!(by_numbers["code"], "beberapa-keluarga", "{by_numbers:#}");
    let by_code = office.tepat(&["subject", "export", "--code", TRUE, "--by", "Ani"]).answer().to_string();
    assert!(by_code.contains("Jl. Benar 6") && !by_code.contains("Gg. Palsu 8"), "{by_code}");
}
