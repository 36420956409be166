//! Documents that earlier versions published or sent (`tests/fixtures/`): every later version reads them, and to the same.

mod make;

use domain::{
    Actor, Aid, Attendance, ChangeKind, KkNumber, Nik, PointKind, Reason, RegistrationCode, Status,
};
use make::{FOLDER, read};
use seal::{Locator, LookupSecret, OfficePublic, OfficeSecret, envelope};
use serde::de::DeserializeOwned;
use std::path::Path;
use wire::{
    Areas, Bucket, Bytes, Enrolment, HouseholdListDto, Index, Manifest, OfficeKind, Outcome, PickupPointDto,
    Points, Stats, StatusRecord,
};

/// A document of version 1.
fn v1<T: DeserializeOwned>(name: &str) -> T {
    read(&bytes(name))
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(FOLDER).join(format!("{name}.json"))).unwrap()
}

/// What opens the sealed ones. Nobody uses these keys.
#[derive(serde::Deserialize)]
struct Keys {
    kk: KkNumber,
    nik: Nik,
    code: RegistrationCode,
    office_seed: Bytes,
    enrolment: Bytes,
}

impl Keys {
    fn office(&self) -> OfficeSecret {
        OfficeSecret::from_seed(&self.office_seed.array().unwrap())
    }

    fn enrolment(&self) -> Enrolment {
        read(&self.enrolment.0)
    }

    fn head(&self) -> OfficeSecret {
        OfficeSecret::from_seed(&self.enrolment().seed.array().unwrap())
    }
}

#[test]
fn the_public_files_of_version_1() {
    let index: Index = v1("index");
    assert_eq!((index.serial, index.programme.rupiah_a_month, index.programme.tahap), (1, 300_000, 1));
    assert_eq!(index.offices[0].kind, OfficeKind::Dinas);
    assert_eq!(index.drop_box.as_deref(), Some("/inbox/"));
    assert_eq!(index.published_at, "2021-03-12T06:00");

    let areas: Areas = v1("areas");
    let ulujami = areas.areas.iter().find(|area| area.name == "Ulujami").unwrap();
    assert!(ulujami.code.is_kelurahan() && ulujami.middle().unwrap().is_near_jakarta());

    let points: Points = v1("points");
    let read: Vec<_> = points.points.iter().filter_map(PickupPointDto::read).collect();
    assert_eq!(read.len(), points.points.len());
    assert!(read.iter().any(|point| point.kind == PointKind::School && point.capacity > 0));

    let stats: Stats = v1("stats");
    assert!(stats.areas.iter().any(|area| area.listed.is_some_and(|listed| listed > 20)));

    let manifest: Manifest = v1("manifest");
    assert!(manifest.files["index.json"].len() == 64 && manifest.files.len() > 5);
}

/// What is told of the family of [`Keys`].
fn check_story(events: &[wire::EventDto]) {
    let story: Vec<_> = events.iter().map(|event| (event.status.known().unwrap(), event.tahap)).collect();
    assert_eq!(story, [(Status::Proposed, None), (Status::Approved, Some(1)), (Status::Invited, None)]);
    let call = events[2].invitation.as_ref().unwrap();
    assert_eq!((call.call, call.date.to_string()), (1, "2021-03-18".to_owned()));
    assert_eq!((call.from.to_string(), call.to.to_string()), ("09:00".to_owned(), "11:00".to_owned()));
}

#[test]
fn a_status_record_of_version_1_is_found_and_opened() {
    let (keys, index): (Keys, Index) = (v1("keys"), v1("index"));
    let bucket: Bucket = v1("bucket");
    let locator = Locator::derive(&LookupSecret::pair(&keys.kk, &keys.nik), &index.lookup).unwrap();
    let opened: StatusRecord = read(&locator.open(&bucket, &index.lookup).unwrap().unwrap());
    assert_eq!(opened, v1("status-record"));
    assert_eq!((opened.name.as_str(), opened.kk_last_four.as_str(), opened.size), ("C••••• B•••", "9012", 3));
    assert_eq!((opened.area_name.as_str(), opened.rt.to_string()), ("Ulujami", "006".to_owned()));
    check_story(&opened.events);
}

#[test]
fn an_outcome_of_version_1_is_opened_by_its_head() {
    let keys: Keys = v1("keys");
    let dinas = OfficePublic::from_bytes(&keys.enrolment().offices[0].public_key.0).unwrap();
    let sealed = envelope::read(&bytes("outcome.envelope")).unwrap();
    let outcome: Outcome = read(&envelope::open(&sealed, &keys.head(), Some(&dinas)).unwrap());
    assert_eq!(outcome, v1("outcome"));
    assert_eq!((outcome.edition, outcome.families.len()), (1, 3));
    let own = outcome.families.iter().find(|family| family.code == keys.code).unwrap();
    assert_eq!(own.entered_by.as_ref().unwrap(), &Actor::Rt);
    check_story(&own.events);
    let refused = outcome.families.iter().filter_map(|family| family.events.last());
    let refused = refused.into_iter().find(|event| event.status == Status::Refused).unwrap();
    assert_eq!(
        (refused.reason.clone().unwrap().known(), refused.note.as_str()),
        (Some(Reason::OtherAid), "PKH sejak 2019.")
    );
}

#[test]
fn a_household_list_of_version_1_is_opened_by_the_office() {
    let keys: Keys = v1("keys");
    let sealed = envelope::read(&bytes("household-list.envelope")).unwrap();
    let document = envelope::open(&sealed, &keys.office(), Some(keys.head().public())).unwrap();
    let list: HouseholdListDto = read(&document);
    assert_eq!(list, v1("household-list"));
    assert_eq!((list.edition, list.declared_on.to_string()), (1, "2021-03-12".to_owned()));

    let read: Vec<_> = list.households.iter().map(|listed| listed.read()).collect();
    assert!(read.iter().all(|(listed, unknown)| listed.is_some() && unknown.is_empty()));
    let (first, second) = (read[0].0.as_ref().unwrap(), read[1].0.as_ref().unwrap());
    assert_eq!(
        (first.code, first.household.kk, first.household.head.nik),
        (keys.code, Some(keys.kk), Some(keys.nik))
    );
    assert_eq!((first.household.size(), first.household.affected), (3, Some(true)));
    assert_eq!(second.household.head.aid, Some(Aid::Pkh));
    let said = &first.remarks;
    assert_eq!((said.kept[0].fault.as_str(), said.not_same[0].code), ("tanpa-nik", second.code));
    assert_eq!(said.happenings[0].what, ChangeKind::HeadDied);
    assert_eq!(said.happenings[0].former_head.as_ref().unwrap().name, "Contoh Kakek");
    assert_eq!([said.marks[0].attendance, said.marks[1].attendance], [Attendance::Told, Attendance::Absent]);
}
