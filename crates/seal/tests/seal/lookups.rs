//! A family finds its record; a wrong pair finds nothing; a damaged file is called damaged.

use domain::{KkNumber, Nik, RegistrationCode};
use seal::{Locator, LookupFault, LookupSecret, PublicationSecret};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use wire::{Bucket, Bytes, LookupParams, Version};

const BITS: u8 = 6;
const DOCUMENT: &[u8] = br#"{"status":"ditetapkan"}"#;

fn params() -> LookupParams {
    LookupParams { salt: Bytes(vec![7; 16]), memory_kib: 19_456, passes: 2, lanes: 1, bucket_bits: BITS }
}

fn pair(kk: &str, nik: &str) -> Locator {
    let secret = LookupSecret::pair(&KkNumber::parse(kk).unwrap(), &Nik::parse(nik).unwrap());
    Locator::derive(&secret, &params()).unwrap()
}

fn family() -> Locator {
    pair("3174102410099096", "3174105205809012")
}

/// The bucket of `locator` with its record and seven decoys.
fn bucket(locator: &Locator) -> Bucket {
    let secret = PublicationSecret::from_seed(&[9; 32]);
    let record = locator.seal(DOCUMENT, 256, secret.nonce(&locator.to_bytes(), DOCUMENT, 256)).unwrap();
    let length = record.sealed.0.len();
    let mut records: Vec<_> = (0..7).map(|n| secret.decoy(locator.bucket(BITS), BITS, n, length)).collect();
    records.push(record);
    Bucket { version: Version, bits: BITS, records }
}

#[test]
fn the_right_pair_opens_the_record() {
    assert_eq!(family().open(&bucket(&family()), &params()), Ok(Some(DOCUMENT.to_vec())));
}

#[test]
fn a_wrong_pair_finds_nothing() {
    let wrong = pair("3174102410099096", "3174105205809013");
    assert_eq!(wrong.open(&bucket(&family()), &params()), Ok(None));
    let swapped = pair("3174105205809012", "3174102410099096");
    assert_eq!(swapped.open(&bucket(&family()), &params()), Ok(None));
}

#[test]
fn a_code_finds_its_own_record_only() {
    let code = LookupSecret::code(&RegistrationCode::from_random([5; 10]));
    let locator = Locator::derive(&code, &params()).unwrap();
    assert_eq!(locator.open(&bucket(&locator), &params()), Ok(Some(DOCUMENT.to_vec())));
    assert_eq!(locator.open(&bucket(&family()), &params()), Ok(None));
}

#[test]
fn decoys_lie_in_their_bucket_and_look_like_records() {
    let bucket = bucket(&family());
    let number = family().bucket(BITS);
    for record in &bucket.records {
        assert_eq!(u32::from(record.id.0[0] >> (8 - BITS)), number);
        assert_eq!(record.sealed.0.len(), bucket.records[0].sealed.0.len());
    }
    let noise = &bucket.records[0].sealed.0;
    assert!(noise.iter().any(|byte| *byte != noise[0]));
}

/// What no two of them may share: nonce, and with it the text that is sealed under one key.
#[test]
fn a_nonce_serves_one_text_of_one_length() {
    let secret = PublicationSecret::from_seed(&[9; 32]);
    let own = family().to_bytes();
    let once = secret.nonce(&own, DOCUMENT, 256);
    assert_eq!(once, secret.nonce(&own, DOCUMENT, 256));
    for (changed, nonce) in [
        ("length", secret.nonce(&own, DOCUMENT, 512)),
        ("document", secret.nonce(&own, b"{}", 256)),
        ("record", secret.nonce(&[0; 48], DOCUMENT, 256)),
    ] {
        assert_ne!(once, nonce, "{changed}");
    }
}

#[test]
fn a_decoy_changes_with_its_length_as_a_record_does() {
    let secret = PublicationSecret::from_seed(&[9; 32]);
    let [short, long] = [256, 512].map(|length| secret.decoy(3, BITS, 0, length));
    assert_eq!((short.id, short.sealed.0.len(), long.sealed.0.len()), (long.id, 256, 512));
    assert_ne!(short.sealed.0[..28], long.sealed.0[..28]);
}

#[test]
fn any_flipped_bit_is_damage_or_another_family() {
    let locator = family();
    let whole = bucket(&locator);
    for at in 0..whole.records[7].sealed.0.len() {
        let mut flipped = whole.clone();
        flipped.records[7].sealed.0[at] ^= 1;
        assert_eq!(locator.open(&flipped, &params()), Err(LookupFault::Damaged), "byte {at}");
    }
    let mut flipped = whole;
    flipped.records[7].id.0[3] ^= 1;
    assert_eq!(locator.open(&flipped, &params()), Ok(None));
}

#[test]
fn any_cut_is_damage() {
    let locator = family();
    let whole = bucket(&locator);
    for length in 0..whole.records[7].sealed.0.len() {
        let mut cut = whole.clone();
        cut.records[7].sealed.0.truncate(length);
        assert_eq!(locator.open(&cut, &params()), Err(LookupFault::Damaged), "{length} bytes");
    }
}

#[test]
fn a_bucket_of_another_publication_is_stale() {
    let other = LookupParams { bucket_bits: 7, ..params() };
    assert_eq!(family().open(&bucket(&family()), &other), Err(LookupFault::Stale));
}

#[test]
fn weak_or_absurd_parameters_are_refused() {
    let secret = LookupSecret::code(&RegistrationCode::from_random([5; 10]));
    for wrong in [
        LookupParams { memory_kib: 64, ..params() },
        LookupParams { passes: 1, ..params() },
        LookupParams { bucket_bits: 32, ..params() },
        LookupParams { memory_kib: u32::MAX, ..params() },
        LookupParams { passes: u32::MAX, ..params() },
        LookupParams { lanes: 0, ..params() },
        LookupParams { salt: Bytes(vec![]), ..params() },
    ] {
        assert!(matches!(Locator::derive(&secret, &wrong), Err(LookupFault::Params)), "{wrong:?}");
    }
}

#[test]
fn a_document_that_does_not_fit_is_refused() {
    assert_eq!(family().seal(&[0; 253], 256, [0; 12]), Err(LookupFault::TooLong));
}
