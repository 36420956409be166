//! Every family is looked at, and every family is told why.

use super::calls::invite;
use e2e::Office;
use e2e::city::{City, report, standing};
use e2e::work_sheet;
use serde_json::Value;

const HEADER: &str = "No KK,NIK,Nama,Hubungan,Tanggal Lahir,Alamat,RT,RW";
const KK: &str = "3174101001109001";
const NIK: &str = "3174101205809001";

fn import(office: &Office, name: &str, rows: &[String]) -> Value {
    let file = office.desk().join(name);
    std::fs::write(&file, format!("{HEADER}\n{}\n", rows.join("\n"))).unwrap();
    office.tepat(&["import", file.to_str().unwrap(), "--kelurahan", "31.74.10.1005"]).answer()
}

fn family(wife: &str, rt: &str) -> [String; 2] {
    [
        format!("{KK},{NIK},Contoh Satu,Kepala Keluarga,1980-05-12,Jl. Contoh No. 1,{rt},002"),
        format!("{KK},{wife},Contoh Dua,Istri,1982-05-05,Jl. Contoh No. 1,{rt},002"),
    ]
}

#[test]
fn every_family_of_a_city_has_one_fate_and_the_counts_add_up() {
    let office = Office::of_2021();
    let city = City::before(&office, 2_000);
    office.tepat(&["match", "--aid", &city.path("bantuan.csv")]).answer();
    let first = office.tepat(&["verify"]).answer();
    let before = report(&office);
    let refused = first["refused"]["bantuan-lain"].as_u64().unwrap();
    assert_eq!(before["reasons"]["ditolak"]["bantuan-lain"], refused);
    // Of a family that two RT list, both entries are refused for a list of aid, or both wait for a person.
    let [aided, doubles] = [city.census.aided, city.census.doubles].map(|n| u64::try_from(n).unwrap());
    let held = standing(&office, "tertunda");
    assert_eq!((held / 2 + refused - aided, held % 2), (doubles, 0), "{first:#}");
    assert_eq!(before["doubles"], 0);
    assert_eq!(
        standing(&office, "diusulkan") + standing(&office, "diverifikasi") + held + refused,
        2_000 + doubles
    );
    // A second look finds nothing new.
    let second = office.tepat(&["verify"]).answer();
    assert_eq!(second["refused"], serde_json::json!({}), "{second:#}");
    assert_eq!(report(&office), before);
}

#[test]
fn a_file_of_a_kelurahan_may_hold_what_two_rt_say_of_one_family() {
    let office = Office::of_2021();
    let folder = office.desk().join("lists");
    std::fs::create_dir(&folder).unwrap();
    let wife = "3174104505829002";
    let rows = [family(wife, "005").as_slice(), &family(wife, "006")].concat().join("\n");
    std::fs::write(folder.join("31.74.10.1005 Ulujami.csv"), format!("{HEADER}\n{rows}\n")).unwrap();
    let answer = office.tepat(&["import", folder.to_str().unwrap()]).answer();
    let file = &answer["files"][0];
    assert_eq!((&file["new"], &file["contested"]), (&1.into(), &1.into()), "{answer:#}");
    let mut problems = file["problems"].as_array().unwrap().iter();
    assert!(problems.any(|problem| problem["code"] == "dicatat-dua-rt"), "{answer:#}");
    let again = office.tepat(&["import", folder.to_str().unwrap()]).answer();
    assert_eq!(again["files"][0]["same"], 2, "{again:#}");
    assert_eq!(report(&office)["entries"], 2);
}

#[test]
fn a_list_that_looks_odd_is_shown_to_the_kelurahan_and_bars_nobody() {
    let office = Office::of_2021();
    let rows: Vec<String> = (0..101)
        .map(|n| {
            let (kk, nik) =
                (3_174_101_001_109_000_u64 + n, 3_174_100_101_709_000_u64 + n * 1_000_000 % 12_000_000);
            format!("{kk},{},Contoh {n},Kepala Keluarga,,Jl. Contoh No. {n},005,002", nik + n)
        })
        .collect();
    import(&office, "satu.csv", &rows);
    let answer = office.tepat(&["verify"]).answer();
    let odd: Vec<&str> =
        answer["outliers"].as_array().unwrap().iter().map(|it| it["what"].as_str().unwrap()).collect();
    assert!(odd.contains(&"banyak-kk") && odd.contains(&"banyak-lahir-sehari"), "{answer:#}");
    let births = answer["outliers"].as_array().unwrap().iter().find(|it| it["what"] == "banyak-lahir-sehari");
    assert_eq!(births.unwrap()["detail"], "1970-01-01");
    assert_eq!(answer["valid"], 101, "{answer:#}");
}

#[test]
fn nobody_takes_the_place_of_a_recipient_before_a_person_has_looked() {
    let mut office = Office::of_2021();
    let others = |nik: &str, name: &str| {
        [format!("{KK},{nik},{name},Kepala Keluarga,1975-08-17,Jl. Contoh No. 1,005,002")]
    };
    import(&office, "satu.csv", &family("3174104505829002", "005"));
    office.tepat(&["verify"]).answer();
    office.tepat(&["approve", "--tahap", "1"]).answer();
    let open = |office: &Office| office.tepat(&["verify"]).answer()["open"]["penerima-berganti"].as_u64();
    // The head has died, and the widow stands first now: the family is the same.
    office.at("2021-03-13T06:00");
    import(&office, "dua.csv", &[family("3174104505829002", "005")[1].replace("Istri", "Kepala Keluarga")]);
    assert_eq!(open(&office), None);
    office.at("2021-03-14T06:00");
    import(&office, "tiga.csv", &others("3174101708759003", "Contoh Tiga"));
    let invited = invite(&office, "1", "2021-03-16", "3");
    assert_eq!((&invited["families"], &invited["replaced"]), (&0.into(), &1.into()));
    assert_eq!(open(&office), Some(1));

    let file = office.desk().join("tinjauan.xlsx");
    let sheet = work_sheet::take_out(&office, &file);
    assert!(sheet[1][7].contains("Contoh Satu") && sheet[1][7].contains("2021-03-14"), "{}", sheet[1][7]);
    work_sheet::save(&work_sheet::filled(&sheet, &[(1, "layak", "KK baru sudah dilihat")]), &file);
    office.at("2021-03-15T06:00");
    office.tepat(&["review", "in", file.to_str().unwrap(), "--by", "Ani"]).answer();
    assert_eq!(open(&office), None);
    // The answer was about those people, and not about whoever comes next.
    office.at("2021-03-16T06:00");
    import(&office, "empat.csv", &others("3174101708759004", "Contoh Empat"));
    assert_eq!(open(&office), Some(1));
    office.at("2021-03-17T06:00");
    import(&office, "lima.csv", &family("3174104505829002", "005"));
    assert_eq!(open(&office), None, "those who were approved are back");
    assert_eq!(invite(&office, "1", "2021-03-18", "3")["families"], 1);
}

#[test]
fn a_number_that_is_mended_until_no_list_knows_it_lets_nobody_through() {
    for (mended, reopened) in [(false, 1), (true, 0)] {
        let mut office = Office::of_2021();
        let rows = family("3174104505829002", "005");
        import(&office, "satu.csv", &rows);
        let list = office.desk().join("pkh.csv");
        let take = |office: &Office, row: &str| {
            std::fs::write(&list, format!("NIK,Nama,Program\n{row}\n")).unwrap();
            office.tepat(&["match", "--aid", list.to_str().unwrap()]).answer();
            office.tepat(&["verify"]).answer()
        };
        assert_eq!(take(&office, &format!("{NIK},Contoh Satu,PKH"))["refused"]["bantuan-lain"], 1);
        office.at("2021-04-12T06:00");
        if mended {
            import(&office, "dua.csv", &rows.map(|row| row.replace(NIK, "3174101205809007")));
        }
        let later = take(&office, "3174101205809999,Orang Lain,PKH");
        assert_eq!(later["reopened"], reopened, "{later:#}");
    }
}

/// A rule refuses; where the family objects, a person decides, and what a person has found holds against the same rows.
#[test]
fn an_objection_puts_a_refusal_by_rule_before_a_person() {
    let status = |office: &Office| {
        office.tepat(&["history", "--kk", KK]).answer()[0]["status"].as_str().unwrap().to_owned()
    };
    let take = |office: &Office, list: &str, programme: &str| {
        let file = office.desk().join(list);
        std::fs::write(&file, format!("NIK,Nama,Program\n{NIK},Contoh Satu,{programme}\n")).unwrap();
        office.tepat(&["match", "--aid", file.to_str().unwrap()]).answer();
        office.tepat(&["verify"]).answer()
    };
    let refused = || {
        let office = Office::of_2021();
        import(&office, "satu.csv", &family("3174104505829002", "005"));
        assert_eq!(take(&office, "pkh.csv", "PKH")["refused"]["bantuan-lain"], 1);
        assert_eq!(office.tepat(&["history", "--kk", KK]).answer()[0]["is_refused_by_rule"], true);
        office.decide(KK, "diusulkan");
        let verified = office.tepat(&["verify"]).answer();
        assert_eq!(verified["open"]["penolakan-disanggah"], 1, "no rule refuses it again: {verified:#}");
        assert_eq!(status(&office), "diusulkan");
        assert_eq!(office.tepat(&["approve", "--tahap", "1"]).answer()["new"], 0, "it waits");
        office
    };
    let answer = |office: &Office, decision: &str| {
        let file = office.desk().join("tinjauan.xlsx");
        std::fs::remove_file(&file).ok();
        let sheet = work_sheet::take_out(office, &file);
        work_sheet::save(&work_sheet::filled(&sheet, &[(1, decision, "KTP sudah dilihat")]), &file);
        office.tepat(&["review", "in", file.to_str().unwrap(), "--by", "Ani"]).answer();
        office.tepat(&["verify"]).answer();
        office.tepat(&["verify"]).answer()
    };

    let office = refused();
    answer(&office, "layak");
    assert_eq!(status(&office), "diverifikasi");
    // Another list says something that nobody has looked at yet.
    assert_eq!(take(&office, "bpnt.csv", "BPNT")["open"]["bertentangan-keputusan"], 1);
    answer(&office, "layak");
    assert_eq!(office.tepat(&["approve", "--tahap", "1"]).answer()["new"], 1);

    let office = refused();
    answer(&office, "ditolak: bantuan lain");
    let history = office.tepat(&["history", "--kk", KK]).answer();
    assert_eq!(
        (&history[0]["status"], &history[0]["is_refused_by_rule"]),
        (&"ditolak".into(), &false.into())
    );
    assert_eq!(office.tepat(&["verify"]).answer()["open"], serde_json::json!({}));

    // Whoever has looked already need not be asked.
    let office = refused();
    office.decide(KK, "diverifikasi");
    assert_eq!(office.tepat(&["verify"]).answer()["open"], serde_json::json!({}));
    assert_eq!(status(&office), "diverifikasi");
}
