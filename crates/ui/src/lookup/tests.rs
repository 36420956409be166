//! A resident finds what was published, whatever happens to the files on their way.

use super::*;
use domain::{AreaCode, Date, Event, KkNumber, Nik, Rt, Rw, Status};
use futures::FutureExt;
use seal::bucket::{Resident, Room};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wire::{Bytes, PairView, Programme, StatusTree, Version};

/// A host on which everything goes as the test says: one answer a request.
#[derive(Default)]
struct Scripted {
    indexes: RefCell<VecDeque<Result<Index, ApiFault>>>,
    files: RefCell<VecDeque<Result<String, ApiFault>>>,
    asked: RefCell<Vec<Freshness>>,
    derived: Cell<u32>,
    has_no_worker: bool,
}

impl Host for Scripted {
    async fn index(&self, freshness: Freshness) -> Result<Index, ApiFault> {
        self.asked.borrow_mut().push(freshness);
        self.indexes.borrow_mut().pop_front().unwrap()
    }

    async fn status_file(&self, _name: FileDigest) -> Result<String, ApiFault> {
        self.files.borrow_mut().pop_front().unwrap()
    }

    async fn derive(&self, derivation: &Derivation) -> Result<Option<Vec<u8>>, WorkerFault> {
        if self.has_no_worker {
            return Err(WorkerFault);
        }
        self.derived.set(self.derived.get() + 1);
        Ok(derivation.run())
    }
}

impl Scripted {
    fn index(self, answer: Result<Index, ApiFault>) -> Self {
        self.indexes.borrow_mut().push_back(answer);
        self
    }

    fn file(self, answer: Result<String, ApiFault>) -> Self {
        self.files.borrow_mut().push_back(answer);
        self
    }

    /// A publication that stays what it is.
    fn published() -> Self {
        Self::default().index(Ok(index(7))).file(Ok(group()))
    }

    /// Looks the family up and compares: whether it was found, and which copies of the index were asked for.
    fn check(self, expect: Result<bool, LookupFault>, asked: &[Freshness]) {
        let outcome = look_up(&self, family()).now_or_never().unwrap();
        assert_eq!(outcome.map(|found| found.record.is_some()), expect);
        assert_eq!(*self.asked.borrow(), asked);
        assert!(self.derived.get() <= 1, "one look-up derives once");
    }
}

fn family() -> Secret {
    Secret::Pair(KkNumber::parse("3174101001099012").unwrap(), Nik::parse("3174105205809012").unwrap())
}

fn params(salt: u8) -> LookupParams {
    LookupParams {
        scheme: Version,
        salt: Bytes(vec![salt; 16]),
        memory_kib: 19_456,
        passes: 2,
        lanes: 1,
        pair_buckets: 1,
        code_buckets: 1,
        pair: PairView::Full.into(),
    }
}

fn index(salt: u8) -> Index {
    Index {
        version: Version,
        serial: 1,
        published_at: "2021-03-12T06:00".into(),
        fresh_until: "2021-03-26T06:00".into(),
        programme: Programme { name: "BST".into(), rupiah_a_month: 300_000, tahap: 2 },
        lookup: params(salt),
        status: StatusTree { group_size: 256, groups: [name()].into_iter().collect() },
        files: [].into(),
        next_key: None,
        offices: vec![],
        drop_box: None,
        contacts: vec![],
        example: true,
    }
}

/// A name; the scripted host looks at none.
fn name() -> FileDigest {
    FileDigest::of_sha256(&[1; 32])
}

fn group() -> String {
    let buckets = [name(), name()].into_iter().collect();
    serde_json::to_string(&BucketGroup { version: Version, buckets }).unwrap()
}

/// The bucket of the family, with its record or without.
fn bucket(with_record: bool) -> String {
    let record = StatusRecord {
        version: Version,
        name: "S••• A•••••".into(),
        kk_last_four: "9012".into(),
        area: AreaCode::parse("31.74.10.1001").unwrap(),
        area_name: "Ulujami".into(),
        at: None,
        rt: Rt::parse("005").unwrap(),
        rw: Rw::parse("002").unwrap(),
        size: 4,
        events: vec![(&Event::new(Status::Proposed, Date::parse("2021-01-14").unwrap())).into()],
        shortened: false,
        brief: false,
    };
    let Secret::Pair(kk, nik) = family() else { unreachable!() };
    let locator = seal::Locator::derive(&seal::LookupSecret::pair(&kk, &nik), &params(7)).unwrap();
    let packed = seal::Packed::of(&serde_json::to_vec(&record).unwrap()).unwrap();
    let residents = if with_record { vec![Resident { packed, locators: vec![locator] }] } else { vec![] };
    let room = Room { documents: 4, capsules: 4 };
    let seed = seal::PublicationSecret::from_seed(&[9; 32]).seed_of(&residents, room);
    serde_json::to_string(&seal::bucket::seal(&seed, &residents, room)).unwrap()
}

use Freshness::{Reload, Usual};

#[test]
fn a_listed_family_is_found() {
    Scripted::published().file(Ok(bucket(true))).check(Ok(true), &[Usual]);
}

#[test]
fn not_listed_is_an_answer() {
    Scripted::published().file(Ok(bucket(false))).check(Ok(false), &[Usual]);
}

#[test]
fn a_new_publication_is_read_once_again() {
    let stale = || Scripted::published().file(Err(ApiFault::Missing));
    stale().index(Ok(index(7))).file(Ok(group())).file(Ok(bucket(true))).check(Ok(true), &[Usual, Reload]);
    stale().index(Err(ApiFault::Network)).check(Err(LookupFault::Network), &[Usual, Reload]);
    stale()
        .index(Ok(index(7)))
        .file(Err(ApiFault::Missing))
        .check(Err(LookupFault::Damaged), &[Usual, Reload]);
}

/// A host that sent one index with a salt of its own and then an honest one would learn from the bucket that is asked for with
/// the first which of the numbers it had guessed are typed here.
#[test]
fn nothing_is_derived_under_a_second_salt() {
    let cheaper = Index { lookup: LookupParams { passes: 3, ..params(7) }, ..index(7) };
    for other in [index(8), cheaper] {
        Scripted::published()
            .file(Err(ApiFault::Missing))
            .index(Ok(other))
            .check(Err(LookupFault::Damaged), &[Usual, Reload]);
    }
}

#[test]
fn every_fault_has_its_name() {
    for (fault, expect) in [
        (ApiFault::Network, LookupFault::Network),
        (ApiFault::Missing, LookupFault::Unpublished),
        (ApiFault::Damaged, LookupFault::Damaged),
        (ApiFault::Foreign, LookupFault::Untrusted),
        (ApiFault::Older, LookupFault::Older),
        (ApiFault::Unchecked, LookupFault::Device),
    ] {
        Scripted::default().index(Err(fault)).check(Err(expect), &[Usual]);
    }
    let published = Scripted::published;
    published().file(Err(ApiFault::Network)).check(Err(LookupFault::Network), &[Usual]);
    published().file(Err(ApiFault::Damaged)).check(Err(LookupFault::Damaged), &[Usual]);
    published().file(Ok(bucket(true)[..200].into())).check(Err(LookupFault::Damaged), &[Usual]);
    let without_groups = Index { status: StatusTree::default(), ..index(7) };
    Scripted::default().index(Ok(without_groups)).check(Err(LookupFault::Damaged), &[Usual]);
    let weak = Index { lookup: LookupParams { memory_kib: 8, ..params(7) }, ..index(7) };
    let asked = Scripted::default().index(Ok(weak)).file(Ok(group())).file(Ok(bucket(true)));
    asked.check(Err(LookupFault::Untrusted), &[Usual]);
    let without_worker = Scripted { has_no_worker: true, ..published() };
    without_worker.file(Ok(bucket(true))).check(Err(LookupFault::Device), &[Usual]);
}
