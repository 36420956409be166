//! Documents that earlier versions published or sent (`tests/fixtures/`): every later version reads them, and to the same.

mod make;

use domain::{
    Actor, Aid, Attendance, ChangeKind, KkNumber, Nik, PointKind, Reason, RegistrationCode, Status,
};
use make::{FOLDER, read};
use seal::{Locator, LookupSecret, OfficePublic, OfficeSecret, Place, SigningSecret, bucket, envelope};
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use std::path::Path;
use wire::{
    Areas, Bucket, BucketGroup, Bytes, Enrolment, FileDigest, HouseholdListDto, Index, Manifest, OfficeKind,
    Outcome, PickupPointDto, Points, Purpose, Signed, Stats, StatusRecord,
};

/// Documents that earlier programs wrote. The first were published without signatures, in a scheme that nobody ever used:
/// of that only what is in envelopes is read still.
const FOLDERS: [&str; 2] =
    [concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/v1/documents"), FOLDER];

/// A document of the present version.
fn v2<T: DeserializeOwned>(name: &str) -> T {
    read(&bytes(FOLDER, name))
}

fn bytes(folder: &str, name: &str) -> Vec<u8> {
    std::fs::read(Path::new(folder).join(format!("{name}.json"))).unwrap()
}

/// What opens the sealed ones. Nobody uses these keys.
#[derive(serde::Deserialize)]
struct Keys {
    kk: KkNumber,
    nik: Nik,
    code: RegistrationCode,
    office_seed: Bytes,
    enrolment: String,
    /// Since publications are signed.
    signing_key: Option<Bytes>,
}

impl Keys {
    fn office(&self) -> OfficeSecret {
        OfficeSecret::from_seed(&self.office_seed.array().unwrap())
    }

    fn of(folder: &str) -> Self {
        read(&bytes(folder, "keys"))
    }

    fn enrolment(&self) -> Enrolment {
        match Signed::from_fragment(&self.enrolment) {
            Some(signed) => read(self.verified(Purpose::Enrolment, &signed).as_bytes()),
            None => read(&Bytes::parse(&self.enrolment).unwrap().0),
        }
    }

    fn verified<'a>(&self, purpose: Purpose, signed: &'a Signed) -> &'a str {
        let key = SigningSecret::from_bytes(&self.signing_key.as_ref().unwrap().0).unwrap();
        key.public().verify(purpose, signed).unwrap()
    }

    /// A document in its signed frame.
    fn signed<T: DeserializeOwned>(&self, purpose: Purpose, name: &str) -> T {
        read(self.verified(purpose, &v2(name)).as_bytes())
    }

    fn head(&self) -> OfficeSecret {
        OfficeSecret::from_seed(&self.enrolment().seed.array().unwrap())
    }
}

#[test]
fn the_public_files() {
    let keys = Keys::of(FOLDER);
    let index: Index = keys.signed(Purpose::Index, "index");
    assert_eq!((index.serial, index.programme.rupiah_a_month, index.programme.tahap), (1, 300_000, 1));
    assert_eq!(index.offices[0].kind, OfficeKind::Dinas);
    assert_eq!(index.drop_box.as_deref(), Some("/inbox/"));
    assert_eq!(index.published_at, "2021-03-12T06:00");

    let areas: Areas = v2("areas");
    let ulujami = areas.areas.iter().find(|area| area.name == "Ulujami").unwrap();
    assert!(ulujami.code.is_kelurahan() && ulujami.middle().unwrap().is_near_jakarta());

    let points: Points = v2("points");
    let read: Vec<_> = points.points.iter().filter_map(PickupPointDto::read).collect();
    assert_eq!(read.len(), points.points.len());
    assert!(read.iter().any(|point| point.kind == PointKind::School && point.capacity > 0));

    let stats: Stats = v2("stats");
    assert!(stats.areas.iter().any(|area| area.listed.is_some_and(|listed| listed > 20)));

    let manifest: Manifest = keys.signed(Purpose::Manifest, "manifest");
    let digest = base16ct::lower::encode_string(&Sha256::digest(bytes(FOLDER, "areas")));
    assert_eq!((manifest.serial, &manifest.files["areas.json"]), (1, &digest));
    assert!(digest.starts_with(&index.files["areas.json"].to_string()));
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
fn a_status_record_is_found_and_opened() {
    let keys = Keys::of(FOLDER);
    let index: Index = keys.signed(Purpose::Index, "index");
    let (group_name, place) = index.status.group_of(Place::of_kk(&keys.kk).bucket(&index.lookup)).unwrap();
    let digest = |name: &str| FileDigest::of_sha256(&Sha256::digest(bytes(FOLDER, name)).into());
    let group: BucketGroup = v2("bucket-group");
    assert_eq!((digest("bucket-group"), digest("bucket")), (group_name, group.buckets.get(place).unwrap()));

    let bucket: Bucket = v2("bucket");
    let locator = Locator::derive(&LookupSecret::pair(&keys.kk, &keys.nik), &index.lookup).unwrap();
    let opened = bucket::open(&bucket, &locator).unwrap().unwrap().unpack().unwrap();
    let opened: StatusRecord = read(&opened);
    assert_eq!(opened, v2("status-record"));
}

/// Records are stored by nobody; that one of the first is read still shows that fields were only added.
#[test]
fn a_status_record_of_each_version_says_the_same() {
    for folder in FOLDERS {
        let record: StatusRecord = read(&bytes(folder, "status-record"));
        assert_eq!(
            (record.name.as_str(), record.kk_last_four.as_str(), record.size),
            ("C••••• B•••", "9012", 3)
        );
        assert_eq!((record.area_name.as_str(), record.rt.to_string()), ("Ulujami", "006".to_owned()));
        assert!(!record.shortened && !record.brief);
        check_story(&record.events);
    }
}

#[test]
fn an_outcome_of_each_version_is_opened_by_its_head() {
    for (folder, serial) in FOLDERS.into_iter().zip([0, 1]) {
        check_outcome(folder, serial);
    }
}

fn check_outcome(folder: &str, serial: u32) {
    let keys = Keys::of(folder);
    let dinas = OfficePublic::from_bytes(&keys.enrolment().offices[0].public_key.0).unwrap();
    let sealed = envelope::read(&bytes(folder, "outcome.envelope")).unwrap();
    let outcome: Outcome = read(&envelope::open(&sealed, &keys.head(), Some(&dinas)).unwrap());
    assert_eq!(outcome, read(&bytes(folder, "outcome")));
    assert_eq!((outcome.serial, outcome.edition, outcome.families.len()), (serial, 1, 3));
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
fn a_household_list_of_each_version_is_opened_by_the_office() {
    FOLDERS.into_iter().for_each(check_household_list);
}

fn check_household_list(folder: &str) {
    let keys = Keys::of(folder);
    let sealed = envelope::read(&bytes(folder, "household-list.envelope")).unwrap();
    let document = envelope::open(&sealed, &keys.office(), Some(keys.head().public())).unwrap();
    let list: HouseholdListDto = read(&document);
    assert_eq!(list, read(&bytes(folder, "household-list")));
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
