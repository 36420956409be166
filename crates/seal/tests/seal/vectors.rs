//! The published test vectors of RFC 9106, 8439 and 9180, through the crates and suites that are used here.

use crate::{Fixed, hex};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use hpke::{Deserializable, Kem as _, OpModeR, OpModeS, Serializable};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

type Kem = hpke::kem::X25519HkdfSha256;
type Kdf = hpke::kdf::HkdfSha256;
type HpkeAead = hpke::aead::ChaCha20Poly1305;

/// RFC 9106 §5.3.
#[test]
fn argon2id() {
    let params = argon2::ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
        .build()
        .unwrap();
    let argon2 =
        argon2::Argon2::new_with_secret(&[3; 8], argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
            .unwrap();
    let mut tag = [0; 32];
    argon2.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
    assert_eq!(tag.as_slice(), hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
}

/// RFC 8439 §2.8.2.
#[test]
fn chacha20_poly1305() {
    let key: [u8; 32] = std::array::from_fn(|i| 0x80 + u8::try_from(i).unwrap());
    let nonce: [u8; 12] = hex("070000004041424344454647").try_into().unwrap();
    let message: &[u8] =
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    let payload = Payload { msg: message, aad: &hex("50515253c0c1c2c3c4c5c6c7") };
    let sealed =
        chacha20poly1305::ChaCha20Poly1305::new(&key.into()).encrypt(&nonce.into(), payload).unwrap();
    assert_eq!(sealed[..16], hex("d31a8d34648e60db7b86afbc53ef7ec2"));
    assert_eq!(sealed[message.len()..], hex("1ae10b594f09e26a7e902ecbd0600691"));
}

/// One sealing of RFC 9180 A.2, sequence number 0.
fn check_hpke(ikm_e: &str, enc: &str, private_r: &str, private_s: Option<&str>, sealed: &str) {
    let private = |text: &str| <Kem as hpke::Kem>::PrivateKey::from_bytes(&hex(text)).unwrap();
    let (info, aad) = (hex("4f6465206f6e2061204772656369616e2055726e"), hex("436f756e742d30"));
    let plain = hex("4265617574792069732074727574682c20747275746820626561757479");
    let reader = private(private_r);
    let (send, receive) = match private_s.map(private) {
        Some(key) => {
            let public = Kem::sk_to_pk(&key);
            (OpModeS::Auth((key, public.clone())), OpModeR::Auth(public))
        }
        None => (OpModeS::Base, OpModeR::Base),
    };
    let (got_enc, got) = hpke::single_shot_seal_with_rng::<HpkeAead, Kdf, Kem>(
        &send,
        &Kem::sk_to_pk(&reader),
        &info,
        &plain,
        &aad,
        &mut Fixed::new(hex(ikm_e)),
    )
    .unwrap();
    assert_eq!(got_enc.to_bytes().to_vec(), hex(enc));
    assert_eq!(got, hex(sealed));
    let opened =
        hpke::single_shot_open::<HpkeAead, Kdf, Kem>(&receive, &reader, &got_enc, &info, &got, &aad).unwrap();
    assert_eq!(opened, plain);
}

/// RFC 9180 A.2.1.
#[test]
fn hpke_base() {
    check_hpke(
        "909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b",
        "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
        "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb",
        None,
        "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28",
    );
}

/// RFC 9180 A.2.3.
#[test]
fn hpke_auth() {
    check_hpke(
        "938d3daa5a8904540bc24f48ae90eed3f4f7f11839560597b55e7c9598c996c0",
        "f7674cc8cd7baa5872d1f33dbaffe3314239f6197ddf5ded1746760bfc847e0e",
        "3ca22a6d1cda1bb9480949ec5329d3bf0b080ca4c45879c95eddb55c70b80b82",
        Some("2def0cb58ffcf83d1062dd085c8aceca7f4c0c3fd05912d847b61f3e54121f05"),
        "ab1a13c9d4f01a87ec3440dbd756e2677bd2ecf9df0ce7ed73869b98e00c09be111cb9fdf077347aeb88e61bdf",
    );
}
