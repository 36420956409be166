//! Tahap 5 and 6 of July 2021, one family for a hundred: 1,007,379 were on the list, 99,763 of them were held while lists were
//! compared, 124 stayed and 99,639 went to Kemensos (era.id megapolitan 72058; domain.md, Numbers).

use domain::{Aid, Code, KkNumber, Nik};
use e2e::city::{City, Listed, standing};
use e2e::work_sheet::{self, KEY, KK};
use e2e::{Office, Publication};
use seal::{Locator, LookupSecret, PublicationSecret, bucket};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use wire::{CauseDto, StatusRecord};

const LISTED: usize = 10_074;
const HELD: usize = 998;
const STAYED: usize = 1;

#[test]
fn whoever_was_held_learns_whether_it_stayed_or_went_and_why() {
    let mut office = Office::of_2021();
    let city = City::before(&office, LISTED);
    let table = |name: &str, header: &str, rows: Vec<String>| {
        let file = office.desk().join(name);
        std::fs::write(&file, format!("{header}\n{}\n", rows.join("\n"))).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let families = city.families();
    let everybody = |row: &dyn Fn(&Listed) -> String| families.iter().map(row).collect::<Vec<_>>();
    let attended =
        table("hadir.csv", "No KK,Hasil,Tanggal", everybody(&|it| format!("{},datang,2021-03-16", it.kk)));
    let paid = table(
        "bank.csv",
        "No KK,Tahap,Tanggal,Status",
        everybody(&|it| format!("{},4,2021-04-02,berhasil", it.kk)),
    );
    let (held, others) = families.split_at(HELD);
    let aid = table(
        "kemensos.csv",
        "NIK,Nama,Program",
        held.iter().map(|it| format!("{},Contoh,BPNT", it.nik)).collect(),
    );
    let (stayed, moved) = held.split_at(STAYED);
    let stays = stayed.iter().map(|it| format!("{},tetap", it.kk));
    let moves = moved.iter().map(|it| format!("{},dialihkan", it.kk));
    let resolved = table("putusan.csv", "No KK,Keputusan", stays.chain(moves).collect());

    // Tahap 4: everybody has the card and the money.
    office.tepat(&["verify"]).answer();
    say_where_families_live(&office);
    office.tepat(&["verify"]).answer();
    office.tepat(&["approve", "--tahap", "4", "--yes"]).answer();
    office.tepat(&["allocate"]).answer();
    let letters = office.desk().join("undangan");
    office
        .tepat(&["invite", "--call", "1", "--from", "2021-03-15", "--out", letters.to_str().unwrap()])
        .answer();
    office.at("2021-04-05T06:00");
    office.tepat(&["attend", &attended]).answer();
    office.tepat(&["disburse", &paid, "--tahap", "4"]).answer();
    let with_card = u64::try_from(families.len()).unwrap();
    assert_eq!(standing(&office, "cair"), with_card);

    // Tahap 5 and 6: the lists of Kemensos have come.
    office.at("2021-07-12T06:00");
    office.tepat(&["approve", "--tahap", "5"]).answer();
    office.tepat(&["match", "--aid", &aid]).answer();
    let verified = office.tepat(&["verify"]).answer();
    assert_eq!(verified["held"], HELD, "{verified:#}");
    assert_eq!(standing(&office, "tertunda"), u64::try_from(HELD).unwrap());
    office.at("2021-07-19T06:00");
    office.tepat(&["resolve", &resolved]).answer();
    assert_eq!(standing(&office, "tertunda"), 0);
    assert_eq!(standing(&office, "dialihkan"), u64::try_from(HELD - STAYED).unwrap());

    office.dummy_keys().answer();
    office.publish();
    let reader = Reader::of(&office);
    for it in moved {
        let record = reader.read(it);
        let last = record.current().unwrap();
        assert_eq!(
            (last.status.as_str(), last.reason.as_ref().map(|reason| reason.as_str())),
            ("dialihkan", Some("kemensos"))
        );
        let held = record.events.iter().rev().nth(1).unwrap();
        assert_eq!(held.status.as_str(), "tertunda");
        let names_bpnt = |programmes: &[Code<Aid>]| programmes.contains(&Code::Known(Aid::Bpnt));
        let cause = held.cause.as_ref();
        assert!(
            matches!(cause, Some(CauseDto::AidCompared { programmes }) if names_bpnt(programmes)),
            "{cause:?}"
        );
        assert_eq!(held.note, "", "no person wrote anything");
    }
    for it in stayed.iter().chain(others) {
        assert_eq!(reader.read(it).current().unwrap().status.as_str(), "ditetapkan");
    }
}

/// Of each family that two RT list, somebody finds the first entry right.
fn say_where_families_live(office: &Office) {
    let file = office.desk().join("tinjauan.xlsx");
    let sheet = work_sheet::take_out(office, &file);
    let mut answered = BTreeSet::new();
    let contested = |row: &[String]| row[KEY].contains("/dicatat-dua-rt/");
    let rows = (0..).zip(&sheet).filter(|(_, row)| contested(row) && answered.insert(row[KK].clone()));
    let answers: Vec<_> = rows.map(|(at, _)| (at, "layak", "")).collect();
    work_sheet::save(&work_sheet::filled(&sheet, &answers), &file);
    office.tepat(&["review", "in", file.to_str().unwrap()]).answer();
}

/// Every family at its own record. The keys are noise in the place of those that Argon2id would take an hour for; where a
/// record lies and what opens it is all the same.
struct Reader {
    publication: Publication,
    secret: PublicationSecret,
    params: wire::LookupParams,
}

impl Reader {
    fn of(office: &Office) -> Self {
        Self {
            secret: PublicationSecret::from_seed(&office.seed()),
            params: office.publication().index().lookup,
            publication: office.publication(),
        }
    }

    fn read(&self, family: &Listed) -> StatusRecord {
        let (kk, nik) = (KkNumber::parse(&family.kk).unwrap(), Nik::parse(&family.nik).unwrap());
        let secret = LookupSecret::pair(&kk, &nik);
        let name = self.secret.name_of(&[secret.as_bytes(), &self.params.salt.0].concat());
        let noise = [Sha256::digest(name).as_slice(), &name[..16]].concat();
        let locator = Locator::from_bytes(&noise).unwrap();
        let bucket = self.publication.bucket(secret.place().bucket(&self.params));
        let packed = bucket::open(&bucket, &locator).unwrap().expect("every family finds its record");
        serde_json::from_slice(&packed.unpack().unwrap()).unwrap()
    }
}
