//! The office's signatures: those of RFC 6979, for one purpose and one key only.

use crate::hex;
use p256::ecdsa::Signature;
use p256::ecdsa::signature::Signer;
use seal::{ForeignSignature, SigningPublic, SigningSecret};
use wire::{Purpose, Signed};

/// RFC 6979, A.2.5: the key.
const KEY: &str = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
const PURPOSES: [Purpose; 3] = [Purpose::Index, Purpose::Manifest, Purpose::Enrolment];

/// RFC 6979, A.2.5, with SHA-256.
#[test]
fn ecdsa_p256() {
    let key = p256::ecdsa::SigningKey::from_slice(&hex(KEY)).unwrap();
    let check = |message: &str, r: &str, s: &str| {
        let signature: Signature = key.sign(message.as_bytes());
        assert_eq!(signature.to_bytes().to_vec(), hex(&[r, s].concat()), "{message}");
    };
    check(
        "sample",
        "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716",
        "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
    );
    check(
        "test",
        "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367",
        "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083",
    );
    let public = SigningSecret::from_bytes(&hex(KEY)).unwrap().public().to_bytes();
    let point = [
        "04",
        "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
        "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
    ];
    assert_eq!(public, hex(&point.concat()));
}

fn key(n: u8) -> SigningSecret {
    SigningSecret::from_bytes(&[n; 32]).unwrap()
}

#[test]
fn a_signature_holds_for_one_key_one_purpose_and_one_document() {
    let signed = key(1).sign(Purpose::Index, "{}".to_owned());
    assert_eq!(signed, key(1).sign(Purpose::Index, "{}".to_owned()), "the same document, the same signature");
    assert_eq!(key(1).public().verify(Purpose::Index, &signed), Ok("{}"));
    assert_eq!(key(2).public().verify(Purpose::Index, &signed), Err(ForeignSignature));
    for other in [Purpose::Manifest, Purpose::Enrolment] {
        assert_eq!(key(1).public().verify(other, &signed), Err(ForeignSignature), "{other:?}");
    }
    let changed = Signed { document: "{ }".to_owned(), ..signed.clone() };
    assert_eq!(key(1).public().verify(Purpose::Index, &changed), Err(ForeignSignature));
    for at in 0..signed.signature.0.len() {
        let mut flipped = signed.clone();
        flipped.signature.0[at] ^= 1;
        assert_eq!(key(1).public().verify(Purpose::Index, &flipped), Err(ForeignSignature), "byte {at}");
        flipped.signature.0.truncate(at);
        assert_eq!(key(1).public().verify(Purpose::Index, &flipped), Err(ForeignSignature), "{at} bytes");
    }
}

#[test]
fn a_signed_document_goes_through_a_link() {
    for purpose in PURPOSES {
        let signed = key(1).sign(purpose, r#"{"n":"Ulujami • Contoh"}"#.to_owned());
        let fragment = signed.to_fragment();
        assert!(fragment.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)), "{fragment}");
        assert_eq!(Signed::from_fragment(&fragment), Some(signed));
    }
    for broken in ["", ".", "a", "a.b.c", "%%.AA"] {
        let read = Signed::from_fragment(broken);
        assert!(
            read.is_none_or(|signed| key(1).public().verify(Purpose::Index, &signed).is_err()),
            "{broken}"
        );
    }
}

#[test]
fn bytes_that_are_no_key_are_refused() {
    assert!(SigningSecret::from_bytes(&[0; 32]).is_none() && SigningSecret::from_bytes(&[1; 31]).is_none());
    let public = key(1).public();
    assert_eq!(SigningPublic::from_bytes(&public.to_bytes()), Some(public.clone()));
    let mut other = public.to_bytes();
    other[40] ^= 1;
    assert!(SigningPublic::from_bytes(&other).is_none() && SigningPublic::from_bytes(&[]).is_none());
}
