//! `Debug` ends in logs: no secret shows in it.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use domain::{AreaCode, KkNumber, Nik, RegistrationCode, Rw};
use seal::bucket::Room;
use seal::{
    Derivation, Locator, LookupSecret, OfficeSecret, PublicationSecret, RestKey, SigningSecret, Stretch,
};
use std::fmt::Debug;
use wire::{Bytes, Enrolment, Version};
use worker::sealing;

const KK: &str = "3174101001099012";
const NIK: &str = "3174101205809012";
const CODE: &str = "0123-4567-89AB-CDEF-K";
const PASSWORD: &str = "rahasia";
/// The number 119 of every secret byte, in the three ways in which bytes are written.
const BYTES: [&str; 3] = ["119, 119", "7777", "d3d3"];

fn check(secret: &dyn Debug) {
    for shown in [format!("{secret:?}"), format!("{secret:#?}").replace([' ', '\n'], "").replace(',', ", ")] {
        for part in [KK, NIK, CODE, PASSWORD].iter().chain(&BYTES) {
            assert!(!shown.contains(part), "{part} shows in {shown}");
        }
    }
}

#[test]
fn no_secret_shows_in_debug() {
    let seed = [119; 32];
    let (kk, nik) = (KkNumber::parse(KK).unwrap(), Nik::parse(NIK).unwrap());
    let code = RegistrationCode::parse(CODE).unwrap();
    let enrolment = || {
        Box::new(Enrolment {
            version: Version,
            area: AreaCode::parse("31.74.10.1005").unwrap(),
            area_name: "Ulujami".into(),
            rt: None,
            rw: Rw::parse("2").unwrap(),
            seed: seed.into(),
            offices: Vec::new(),
            drop_box: None,
        })
    };
    let secrets: [&dyn Debug; 17] = [
        &kk,
        &nik,
        &code,
        &Bytes::from(seed),
        &enrolment(),
        &LookupSecret::pair(&kk, &nik),
        &LookupSecret::code(&code),
        &Locator::from_bytes(&[119; 48]).unwrap(),
        &OfficeSecret::from_seed(&seed),
        &PublicationSecret::from_seed(&seed),
        &PublicationSecret::from_seed(&seed).seed_of(&[], Room { documents: 1, capsules: 1 }),
        &SigningSecret::from_bytes(&seed).unwrap(),
        &RestKey::from_bytes(seed),
        &Stretch::new([1; 16]).derivation(PASSWORD),
        &Derivation { secret: seed.into(), salt: Vec::new(), memory_kib: 1, passes: 1, lanes: 1, length: 32 },
        &sealing::Job::Identify { enrolment: enrolment() },
        &sealing::Answer::Identity { id: "a".into(), password: PASSWORD.into() },
    ];
    secrets.into_iter().for_each(check);
}
