//! A resident finds what was published, whatever happens to the files on their way.

use super::*;
use domain::{AreaCode, Date, Event, KkNumber, Nik, Rt, Rw, Status};
use futures::FutureExt;
use std::cell::RefCell;
use std::collections::VecDeque;
use wire::{Bucket, Bytes, LookupParams, Programme, Version};

const BITS: u8 = 4;

/// A host on which everything goes as the test says: one answer a request.
#[derive(Default)]
struct Scripted {
    indexes: RefCell<VecDeque<Result<Index, ApiFault>>>,
    buckets: RefCell<VecDeque<Result<String, ApiFault>>>,
    asked: RefCell<Vec<Freshness>>,
    has_no_worker: bool,
}

impl Host for Scripted {
    async fn index(&self, freshness: Freshness) -> Result<Index, ApiFault> {
        self.asked.borrow_mut().push(freshness);
        self.indexes.borrow_mut().pop_front().unwrap()
    }

    async fn bucket(&self, _file: &str) -> Result<String, ApiFault> {
        self.buckets.borrow_mut().pop_front().unwrap()
    }

    async fn work(&self, job: &Job) -> Result<Answer, WorkerFault> {
        if self.has_no_worker {
            return Err(WorkerFault);
        }
        // Through JSON, as to the real worker.
        let job = serde_json::to_string(job).unwrap();
        Ok(::worker::lookup::run(serde_json::from_str(&job).unwrap()))
    }
}

impl Scripted {
    fn index(self, answer: Result<Index, ApiFault>) -> Self {
        self.indexes.borrow_mut().push_back(answer);
        self
    }

    fn bucket(self, answer: Result<String, ApiFault>) -> Self {
        self.buckets.borrow_mut().push_back(answer);
        self
    }

    /// Looks the family up and compares: whether it was found, and which copies of the index were asked for.
    fn check(self, expect: Result<bool, LookupFault>, asked: &[Freshness]) {
        let outcome = look_up(&self, family()).now_or_never().unwrap();
        assert_eq!(outcome.map(|found| found.record.is_some()), expect);
        assert_eq!(*self.asked.borrow(), asked);
    }
}

fn family() -> Secret {
    Secret::Pair(KkNumber::parse("3174101001099012").unwrap(), Nik::parse("3174105205809012").unwrap())
}

fn params(bits: u8) -> LookupParams {
    LookupParams { salt: Bytes(vec![7; 16]), memory_kib: 19_456, passes: 2, lanes: 1, bucket_bits: bits }
}

fn index(bits: u8) -> Index {
    Index {
        version: Version,
        serial: 1,
        published_at: "2021-03-12T06:00".into(),
        programme: Programme { name: "BST".into(), rupiah_a_month: 300_000, tahap: 2 },
        lookup: params(bits),
        offices: vec![],
        drop_box: None,
        contacts: vec![],
        example: true,
    }
}

/// The bucket of the family, with its record or without.
fn bucket(with_record: bool) -> String {
    let record = StatusRecord {
        version: Version,
        name: "S••• A•••••".into(),
        kk_last_four: "9012".into(),
        area: AreaCode::parse("31.74.10.1001").unwrap(),
        area_name: "Ulujami".into(),
        rt: Rt::parse("005").unwrap(),
        rw: Rw::parse("002").unwrap(),
        size: 4,
        events: vec![(&Event::new(Status::Proposed, Date::parse("2021-01-14").unwrap())).into()],
    };
    let Secret::Pair(kk, nik) = family() else { unreachable!() };
    let locator = seal::Locator::derive(&seal::LookupSecret::pair(&kk, &nik), &params(BITS)).unwrap();
    let sealed = locator.seal(&serde_json::to_vec(&record).unwrap(), 1024, [1; 12]).unwrap();
    let records = if with_record { vec![sealed] } else { vec![] };
    serde_json::to_string(&Bucket { version: Version, bits: BITS, records }).unwrap()
}

use Freshness::{Reload, Usual};

#[test]
fn a_listed_family_is_found() {
    Scripted::default().index(Ok(index(BITS))).bucket(Ok(bucket(true))).check(Ok(true), &[Usual]);
}

#[test]
fn not_listed_is_an_answer() {
    Scripted::default().index(Ok(index(BITS))).bucket(Ok(bucket(false))).check(Ok(false), &[Usual]);
}

#[test]
fn a_new_publication_is_read_once_again() {
    let stale = || Scripted::default().index(Ok(index(5))).bucket(Ok(bucket(true)));
    stale().index(Ok(index(BITS))).bucket(Ok(bucket(true))).check(Ok(true), &[Usual, Reload]);
    stale().index(Ok(index(5))).bucket(Ok(bucket(true))).check(Err(LookupFault::Damaged), &[Usual, Reload]);
    stale().index(Err(ApiFault::Network)).check(Err(LookupFault::Network), &[Usual, Reload]);
    Scripted::default()
        .index(Ok(index(5)))
        .bucket(Err(ApiFault::Missing))
        .index(Ok(index(BITS)))
        .bucket(Ok(bucket(true)))
        .check(Ok(true), &[Usual, Reload]);
}

#[test]
fn every_fault_has_its_name() {
    for (fault, expect) in [
        (ApiFault::Network, LookupFault::Network),
        (ApiFault::Missing, LookupFault::Unpublished),
        (ApiFault::Damaged, LookupFault::Damaged),
    ] {
        Scripted::default().index(Err(fault)).check(Err(expect), &[Usual]);
    }
    let published = || Scripted::default().index(Ok(index(BITS)));
    published().bucket(Err(ApiFault::Network)).check(Err(LookupFault::Network), &[Usual]);
    published().bucket(Ok(bucket(true)[..200].into())).check(Err(LookupFault::Damaged), &[Usual]);
    published().bucket(Ok("<!doctype html>".into())).check(Err(LookupFault::Damaged), &[Usual]);
    let weak = Index { lookup: LookupParams { memory_kib: 8, ..params(BITS) }, ..index(BITS) };
    Scripted::default().index(Ok(weak)).check(Err(LookupFault::Untrusted), &[Usual]);
    Scripted { has_no_worker: true, ..published() }.check(Err(LookupFault::Device), &[Usual]);
}
