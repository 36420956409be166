//! The readers of what strangers may send: envelopes in the drop box, lists as text and as workbooks, buckets of the host.
//!
//! Each function takes any bytes; it must not panic, and must not accept what fails its checks. The fuzzers of `fuzz/`
//! call them with bytes that they make up, the tests of this crate with the bytes that were kept.

use domain::{AreaCode, Code, Date, KkNumber, Nik};
use lists::Context;
use lists::file::is_workbook;
use seal::{Locator, LookupSecret, OfficeSecret, Place, SigningSecret, envelope};
use std::sync::LazyLock;
use wire::{
    Bucket, Bytes, HouseholdListDto, Index, LookupParams, PairView, Purpose, Signed, StatusRecord, Version,
};

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
    assert!(reading.account.adds_up(), "a row of the file is in no number of its account");
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
        kelurahan: None,
        default_rt: None,
        default_rw: None,
        today: Date::new(2021, 3, 12).ok()?,
        corrections: Vec::new(),
    })
});

/// Reads a bucket of the host, and looks in it for the record of a family.
pub fn bucket(bytes: &[u8]) {
    let Some(locator) = LOCATOR.as_ref() else { return };
    if let Ok(bucket) = serde_json::from_slice::<Bucket>(bytes)
        && let Ok(Some(packed)) = seal::bucket::open(&bucket, locator)
        && let Some(document) = packed.unpack()
    {
        // Only the key of the family makes these.
        let _ = serde_json::from_slice::<StatusRecord>(&document);
    }
    // And as if the key had let it pass.
    if let Some(document) = seal::Packed::from_bytes(bytes).and_then(|packed| packed.unpack()) {
        let _ = serde_json::from_slice::<StatusRecord>(&document);
    }
}

/// Reads an index of the host: whoever does not have the office's key does not get one accepted, and one that is signed finds
/// a bucket or says that there is none.
pub fn index(bytes: &[u8]) {
    let Some(key) = SigningSecret::from_bytes(&[1; 32]) else { return };
    if let Ok(signed) = serde_json::from_slice::<Signed>(bytes) {
        for purpose in [Purpose::Index, Purpose::Manifest, Purpose::Enrolment] {
            assert!(key.public().verify(purpose, &signed).is_err(), "a signature that nobody made");
        }
        let _ = Signed::from_fragment(&signed.to_fragment());
        if let Ok(index) = serde_json::from_str::<Index>(&signed.document)
            && let Ok(kk) = KkNumber::parse("3174101001109001")
        {
            let _ = index.status.group_of(Place::of_kk(&kk).bucket(&index.lookup));
        }
    }
}

static LOCATOR: LazyLock<Option<Locator>> = LazyLock::new(|| {
    let params = LookupParams {
        scheme: Version,
        salt: Bytes(vec![7; 16]),
        memory_kib: seal::derivation::LEAST_MEMORY_KIB,
        passes: seal::derivation::LEAST_PASSES,
        lanes: 1,
        pair_buckets: 1,
        code_buckets: 1,
        pair: Code::Known(PairView::Full),
    };
    let (kk, nik) = (KkNumber::parse("3174101001109001").ok()?, Nik::parse("3174101205809001").ok()?);
    Locator::derive(&LookupSecret::pair(&kk, &nik), &params).ok()
});
