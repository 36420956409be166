//! A family finds its record; a wrong pair finds nothing; a damaged file is called damaged.

use domain::{KkNumber, Nik, RegistrationCode};
use seal::bucket::{self, Resident, Room};
use seal::{Locator, LookupFault, LookupSecret, Packed, Place, PublicationSecret};
use std::collections::BTreeSet;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use wire::{Bucket, Bytes, LookupParams, PairView, Version};

const DOCUMENT: &[u8] = br#"{"status":"ditetapkan"}"#;
const ROOM: Room = Room { documents: 8, capsules: 20 };

fn params() -> LookupParams {
    LookupParams {
        scheme: Version,
        salt: Bytes(vec![7; 16]),
        memory_kib: 19_456,
        passes: 2,
        lanes: 1,
        pair_buckets: 60,
        code_buckets: 70,
        pair: PairView::Full.into(),
    }
}

fn pair(kk: &str, nik: &str) -> Locator {
    let secret = LookupSecret::pair(&KkNumber::parse(kk).unwrap(), &Nik::parse(nik).unwrap());
    Locator::derive(&secret, &params()).unwrap()
}

fn family() -> Locator {
    pair("3174102410099096", "3174105205809012")
}

/// Somebody who needs no derivation.
fn other(n: u8) -> Locator {
    Locator::from_bytes(&[n; 48]).unwrap()
}

fn resident(document: &[u8], locators: &[Locator]) -> Resident {
    Resident { packed: Packed::of(document).unwrap(), locators: locators.to_vec() }
}

fn seal(residents: &[Resident], room: Room) -> Bucket {
    bucket::seal(&PublicationSecret::from_seed(&[9; 32]).seed_of(residents, room), residents, room)
}

/// The bucket of the family, its grandmother, and of another family.
fn sealed(locator: &Locator) -> Bucket {
    seal(&[resident(b"{}", &[other(1)]), resident(DOCUMENT, &[locator.clone(), other(2)])], ROOM)
}

fn open(bucket: &Bucket, locator: &Locator) -> Result<Option<Vec<u8>>, LookupFault> {
    let found = bucket::open(bucket, locator)?;
    Ok(found.map(|packed| packed.unpack().unwrap()))
}

#[test]
fn the_right_pair_opens_the_record_and_so_does_every_adult() {
    let bucket = sealed(&family());
    assert_eq!(open(&bucket, &family()), Ok(Some(DOCUMENT.to_vec())));
    assert_eq!(open(&bucket, &other(2)), Ok(Some(DOCUMENT.to_vec())));
    assert_eq!(open(&bucket, &other(1)), Ok(Some(b"{}".to_vec())));
}

#[test]
fn a_wrong_pair_finds_nothing() {
    let bucket = sealed(&family());
    assert_eq!(open(&bucket, &pair("3174102410099096", "3174105205809013")), Ok(None));
    assert_eq!(open(&bucket, &pair("3174105205809012", "3174102410099096")), Ok(None));
    assert_eq!(open(&bucket, &other(3)), Ok(None));
}

#[test]
fn a_code_finds_its_own_record_only() {
    let code = LookupSecret::code(&RegistrationCode::from_random([5; 10]));
    let locator = Locator::derive(&code, &params()).unwrap();
    assert_eq!(open(&sealed(&locator), &locator), Ok(Some(DOCUMENT.to_vec())));
    assert_eq!(open(&sealed(&family()), &locator), Ok(None));
}

#[test]
fn the_place_follows_from_the_kk_number_or_the_code_and_from_nothing_else() {
    let kk = KkNumber::parse("3174102410099096").unwrap();
    let at = |nik: &str| LookupSecret::pair(&kk, &Nik::parse(nik).unwrap()).place().bucket(&params());
    assert_eq!(at("3174105205809012"), at("3174105205809013"));
    assert_eq!(at("3174105205809012"), Place::of_kk(&kk).bucket(&params()));
    let code = |n| LookupSecret::code(&RegistrationCode::from_random([n; 10])).place().bucket(&params());
    let (mut pairs, mut codes) = (BTreeSet::new(), BTreeSet::new());
    for n in 0..250_u8 {
        let kk = KkNumber::parse(&format!("3174102410090{n:03}")).unwrap();
        pairs.insert(Place::of_kk(&kk).bucket(&params()));
        codes.insert(code(n));
    }
    assert!(pairs.iter().all(|bucket| (0..60).contains(bucket)) && pairs.len() > 50, "{pairs:?}");
    assert!(codes.iter().all(|bucket| (60..130).contains(bucket)) && codes.len() > 55, "{codes:?}");
}

#[test]
fn full_and_empty_buckets_look_the_same() {
    let full: Vec<Resident> = (0..8).map(|n| resident(DOCUMENT, &[other(n), other(n + 100)])).collect();
    let (full, empty) = (seal(&full, ROOM), seal(&[], ROOM));
    for bucket in [&full, &empty] {
        assert_eq!(bucket.capsules.0.len(), ROOM.capsules * Bucket::CAPSULE);
        assert_eq!(bucket.documents.0.len(), ROOM.documents * Bucket::DOCUMENT);
        let ones: u32 = bucket.documents.0.iter().map(|byte| byte.count_ones()).sum();
        let bits = u32::try_from(bucket.documents.0.len()).unwrap() * 8;
        assert!(
            ones * 100 > bits * 47 && ones * 100 < bits * 53,
            "{ones} ones among {bits} bits are no noise"
        );
        let (capsules, _) = bucket.capsules.0.as_chunks::<{ Bucket::CAPSULE }>();
        assert!(capsules.is_sorted(), "their order tells nothing");
    }
}

/// Whoever compares two publications learns that something happened in the bucket, and not what.
#[test]
fn with_anything_in_a_bucket_all_of_it_is_another() {
    let before = sealed(&family());
    assert_eq!(before, sealed(&family()), "nothing happened, nothing changes");
    let changed = [resident(b"{ }", &[other(1)]), resident(DOCUMENT, &[family(), other(2)])];
    let fewer = [resident(b"{}", &[other(1)]), resident(DOCUMENT, &[family()])];
    for residents in [changed.as_slice(), &fewer] {
        let after = seal(residents, ROOM);
        let capsules = |bucket: &Bucket| -> BTreeSet<[u8; Bucket::CAPSULE]> {
            bucket.capsules.0.as_chunks().0.iter().copied().collect()
        };
        let documents = |bucket: &Bucket| -> BTreeSet<[u8; Bucket::DOCUMENT]> {
            bucket.documents.0.as_chunks().0.iter().copied().collect()
        };
        assert!(capsules(&before).is_disjoint(&capsules(&after)));
        assert!(documents(&before).is_disjoint(&documents(&after)));
    }
}

#[test]
fn any_flipped_bit_is_damage_or_another_family() {
    let family = family();
    let whole = sealed(&family);
    let mut damaged = 0;
    for at in 0..whole.documents.0.len() {
        let mut flipped = whole.clone();
        flipped.documents.0[at] ^= 1;
        match open(&flipped, &family) {
            Err(LookupFault::Damaged) => damaged += 1,
            opened => assert_eq!(opened, Ok(Some(DOCUMENT.to_vec())), "byte {at} is of another document"),
        }
    }
    assert_eq!(damaged, Bucket::DOCUMENT, "every byte of the own document counts");
    for at in 0..whole.capsules.0.len() {
        let mut flipped = whole.clone();
        flipped.capsules.0[at] ^= 1;
        let opened = open(&flipped, &family);
        assert!(
            matches!(opened, Err(LookupFault::Damaged) | Ok(None)) || opened == Ok(Some(DOCUMENT.to_vec())),
            "byte {at}: a wrong document"
        );
    }
}

#[test]
fn any_cut_is_damage() {
    let family = family();
    let whole = sealed(&family);
    for length in (0..whole.documents.0.len()).filter(|length| length % Bucket::DOCUMENT != 0) {
        let mut cut = whole.clone();
        cut.documents.0.truncate(length);
        assert_eq!(open(&cut, &family), Err(LookupFault::Damaged), "{length} bytes");
    }
    let mut without = whole.clone();
    without.documents.0.clear();
    assert_eq!(open(&without, &family), Err(LookupFault::Damaged));
    let mut without = whole;
    without.nonce.0.pop();
    assert_eq!(open(&without, &family), Err(LookupFault::Damaged));
}

#[test]
fn weak_or_absurd_parameters_are_refused() {
    let secret = LookupSecret::code(&RegistrationCode::from_random([5; 10]));
    for wrong in [
        LookupParams { memory_kib: 64, ..params() },
        LookupParams { passes: 1, ..params() },
        LookupParams { pair_buckets: 0, ..params() },
        LookupParams { code_buckets: u32::MAX, ..params() },
        LookupParams { memory_kib: u32::MAX, ..params() },
        LookupParams { passes: u32::MAX, ..params() },
        LookupParams { lanes: 0, ..params() },
        LookupParams { salt: Bytes(vec![]), ..params() },
    ] {
        assert!(matches!(Locator::derive(&secret, &wrong), Err(LookupFault::Params)), "{wrong:?}");
    }
}
