//! The readers of what strangers may send: envelopes in the drop box, lists as text and as workbooks, buckets of the host.
//!
//! Each function takes any bytes; it must not panic, and must not accept what fails its checks. The fuzzers of `fuzz/`
//! call them with bytes that they make up, the tests of this crate with the bytes that were kept.

use domain::{AreaCode, Date, KkNumber, Nik};
use lists::Context;
use lists::file::is_workbook;
use seal::{Locator, LookupSecret, OfficeSecret, envelope};
use std::sync::LazyLock;
use wire::{Bucket, Bytes, HouseholdListDto, LookupParams};

/// Reads an envelope, and opens it as the office with the key of a sender who did not write it.
pub fn envelope(bytes: &[u8]) {
    let (office, sender) = (OfficeSecret::from_seed(&[1; 32]), OfficeSecret::from_seed(&[2; 32]));
    if let Ok(read) = envelope::read(bytes)
        && let Ok(document) = envelope::open(&read, &office, Some(sender.public()))
    {
        // Only the sender's key makes these.
        if let Ok(list) = serde_json::from_slice::<HouseholdListDto>(&document) {
            for listed in &list.households {
                let _ = listed.read();
            }
        }
    }
}

/// Reads a list as text.
pub fn csv(bytes: &[u8]) {
    if !is_workbook(bytes) {
        list(bytes);
    }
}

/// Reads a list as a workbook.
pub fn workbook(bytes: &[u8]) {
    if is_workbook(bytes) {
        list(bytes);
    }
}

/// Every family that was accepted passes its checks again, and every other one has a reason.
fn list(bytes: &[u8]) {
    let Some(context) = CONTEXT.as_ref() else { return };
    let _ = lists::columns(bytes, context);
    let Ok(reading) = lists::read(bytes, context) else { return };
    for entry in &reading.accepted {
        assert!(
            entry.draft.validate(&context.area, context.today).is_ok(),
            "a family was accepted that fails its checks"
        );
    }
    for refused in &reading.refused {
        assert!(!refused.problems.is_empty(), "a family was refused without a reason");
    }
}

static CONTEXT: LazyLock<Option<Context>> = LazyLock::new(|| {
    Some(Context {
        area: AreaCode::parse("31.74.10.1005").ok()?,
        default_rt: None,
        default_rw: None,
        today: Date::new(2021, 3, 12).ok()?,
        corrections: Vec::new(),
    })
});

/// Reads a bucket of the host, and looks in it for the record of a family.
pub fn bucket(bytes: &[u8]) {
    let Some(locator) = LOCATOR.as_ref() else { return };
    if let Ok(bucket) = serde_json::from_slice::<Bucket>(bytes) {
        let params = LookupParams { bucket_bits: bucket.bits, ..PARAMS.clone() };
        if let Ok(Some(document)) = locator.open(&bucket, &params) {
            // Only the key of the family makes these.
            let _ = serde_json::from_slice::<wire::StatusRecord>(&document);
        }
    }
}

static PARAMS: LazyLock<LookupParams> = LazyLock::new(|| LookupParams {
    salt: Bytes(vec![7; 16]),
    memory_kib: seal::lookup::LEAST_MEMORY_KIB,
    passes: seal::lookup::LEAST_PASSES,
    lanes: 1,
    bucket_bits: 0,
});

static LOCATOR: LazyLock<Option<Locator>> = LazyLock::new(|| {
    let (kk, nik) = (KkNumber::parse("3174101001109001").ok()?, Nik::parse("3174101205809001").ok()?);
    Locator::derive(&LookupSecret::pair(&kk, &nik), &PARAMS).ok()
});
