//! Envelopes reach their readers whole and from whom they say, or not at all.

use crate::Fixed;
use seal::{EnvelopeFault, OfficePublic, OfficeSecret, envelope};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use wire::{Bytes, Envelope};

const DOCUMENT: &[u8] = br#"{"households":[]}"#;

fn office(n: u8) -> OfficeSecret {
    OfficeSecret::from_seed(&[n; 32])
}

/// From RT 1 to the kelurahan 2 and Dinas 3.
fn sealed() -> Envelope {
    let readers: Vec<OfficePublic> = [2, 3].map(|n| office(n).public().clone()).into();
    envelope::seal(DOCUMENT, Some(&office(1)), &readers, &mut Fixed::new(*b"not random, but known")).unwrap()
}

fn open(envelope: &Envelope, reader: u8, sender: Option<u8>) -> Result<Vec<u8>, EnvelopeFault> {
    envelope::open(envelope, &office(reader), sender.map(office).as_ref().map(OfficeSecret::public))
}

#[test]
fn each_reader_opens_it() {
    assert_eq!(open(&sealed(), 2, Some(1)), Ok(DOCUMENT.to_vec()));
    assert_eq!(open(&sealed(), 3, Some(1)), Ok(DOCUMENT.to_vec()));
}

#[test]
fn nobody_else_does_and_the_sender_is_known() {
    assert_eq!(open(&sealed(), 4, Some(1)), Err(EnvelopeFault::NotForThisKey));
    assert_eq!(open(&sealed(), 2, Some(4)), Err(EnvelopeFault::Sender));
    assert_eq!(open(&sealed(), 2, None), Err(EnvelopeFault::Sender));
    let mut renamed = sealed();
    renamed.from = Some(office(4).public().id());
    assert_eq!(open(&renamed, 2, Some(4)), Err(EnvelopeFault::Damaged));
}

#[test]
fn without_a_sender_it_is_for_the_readers_all_the_same() {
    let readers = [office(2).public().clone()];
    let base = envelope::seal(DOCUMENT, None, &readers, &mut Fixed::new([1, 2, 3])).unwrap();
    assert_eq!(open(&base, 2, None), Ok(DOCUMENT.to_vec()));
    assert_eq!(open(&base, 2, Some(1)), Err(EnvelopeFault::Sender));
}

#[test]
fn a_flipped_bit_anywhere_is_damage() {
    let whole = sealed();
    for at in (0..whole.body.0.len()).step_by(97) {
        let mut flipped = whole.clone();
        flipped.body.0[at] ^= 1;
        assert_eq!(open(&flipped, 2, Some(1)), Err(EnvelopeFault::Damaged), "body {at}");
    }
    for at in 0..whole.to[0].wrapped.0.len() {
        let mut flipped = whole.clone();
        flipped.to[0].wrapped.0[at] ^= 1;
        assert_eq!(open(&flipped, 2, Some(1)), Err(EnvelopeFault::Damaged), "wrap {at}");
    }
}

#[test]
fn a_cut_anywhere_is_damage_or_no_envelope() {
    let (_, bytes) = envelope::write(&sealed()).unwrap();
    for length in (0..bytes.len()).step_by(61) {
        assert_eq!(envelope::read(&bytes[..length]), Err(EnvelopeFault::Format), "{length} bytes");
    }
    let mut short = sealed();
    short.body = Bytes(vec![]);
    assert_eq!(open(&short, 2, Some(1)), Err(EnvelopeFault::Damaged));
    short.to[0].enc = Bytes(vec![1, 2, 3]);
    assert_eq!(open(&short, 2, Some(1)), Err(EnvelopeFault::Damaged));
}

#[test]
fn too_large_is_refused_before_it_is_read() {
    assert_eq!(envelope::read(&vec![b' '; envelope::LARGEST * 2]), Err(EnvelopeFault::TooLarge));
    let readers = [office(2).public().clone()];
    let result = envelope::seal(&vec![0; envelope::LARGEST], None, &readers, &mut Fixed::new([1]));
    assert_eq!(result, Err(EnvelopeFault::TooLarge));
}

#[test]
fn the_length_tells_only_the_order() {
    let length = |n: usize| {
        let readers = [office(2).public().clone()];
        envelope::seal(&vec![b'x'; n], None, &readers, &mut Fixed::new([1])).unwrap().body.0.len()
    };
    assert_eq!(length(1), length(4000));
    assert_eq!(length(5000), length(8000));
}

#[test]
fn a_reader_cannot_pass_on_another_document_in_the_senders_name() {
    // The kelurahan (2) opens the envelope and puts a body of its own under the wrap that is meant for Dinas (3).
    let mut forged = sealed();
    let readers = [office(3).public().clone()];
    forged.body = envelope::seal(b"forged", None, &readers, &mut Fixed::new([8])).unwrap().body;
    assert_eq!(open(&forged, 3, Some(1)), Err(EnvelopeFault::Damaged));
}

#[test]
fn the_name_of_a_file_is_its_digest() {
    let (name, bytes) = envelope::write(&sealed()).unwrap();
    assert_eq!(name.len(), 64 + ".json".len());
    assert_eq!(envelope::read(&bytes), Ok(sealed()));
    assert_eq!(envelope::write(&sealed()).unwrap().0, name);
}
