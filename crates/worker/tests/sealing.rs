//! What a phone seals, and whom it believes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use domain::{AreaCode, Rt, Rw};
use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use seal::{EnvelopeFault, OfficeSecret, envelope};
use serde_json::json;
use wire::{Bytes, Enrolment, Version};
use worker::sealing::{Answer, Failure, Job, run};

fn office(n: u8) -> OfficeSecret {
    OfficeSecret::from_seed(&[n; 32])
}

const RT: u8 = 1;

/// The link of an RT that names these keys, each with its kind, as the office writes it.
fn enrolment(offices: &[(&str, u8)]) -> Box<Enrolment> {
    let key = |(kind, n): &(&str, u8)| {
        let public_key = Bytes(office(*n).public().to_bytes());
        serde_json::from_value(json!({ "kind": kind, "public_key": public_key })).unwrap()
    };
    Box::new(Enrolment {
        version: Version,
        area: AreaCode::parse("31.74.10.1005").unwrap(),
        area_name: "Ulujami".into(),
        rt: Rt::parse("6").ok(),
        rw: Rw::parse("2").unwrap(),
        seed: [RT; 32].into(),
        offices: offices.iter().map(key).collect(),
        drop_box: None,
    })
}

#[test]
fn a_list_is_sealed_to_every_key_of_the_link_and_to_nobody_else() {
    for (offices, readers) in [
        (&[("dinas", 2)][..], &[2_u8][..]),
        (&[("dinas", 2), ("pemulihan", 3)], &[2, 3]),
        // Of a later version.
        (&[("dinas", 2), ("pemulihan", 3), ("inspektorat", 4)], &[2, 3, 4]),
    ] {
        let job = Job::Seal { enrolment: enrolment(offices), list: "{}".to_owned() };
        let Answer::Sealed { text, .. } = run(job) else { panic!("{offices:?}") };
        let sealed = envelope::read(text.as_bytes()).unwrap();
        for reader in 2..=5 {
            let opened = envelope::open(&sealed, &office(reader), Some(office(RT).public()));
            let expect = if readers.contains(&reader) {
                Ok(b"{}".to_vec())
            } else {
                Err(EnvelopeFault::NotForThisKey)
            };
            assert_eq!(opened, expect, "{offices:?}, reader {reader}");
        }
    }
}

/// The recovery key lies somewhere else: whoever finds it must not speak for Dinas Sosial.
#[test]
fn an_outcome_is_believed_from_dinas_sosial_alone() {
    for (sender, expect) in [
        (2, Answer::Outcome("{}".to_owned())),
        (3, Answer::Failed(Failure::Damaged)),
        (4, Answer::Failed(Failure::Damaged)),
    ] {
        let readers = [office(RT).public().clone()];
        let sealed = envelope::seal(b"{}", Some(&office(sender)), &readers, &mut UnwrapErr(SysRng)).unwrap();
        let text = String::from_utf8(envelope::write(&sealed).unwrap().1).unwrap();
        let enrolment = enrolment(&[("dinas", 2), ("pemulihan", 3)]);
        assert_eq!(run(Job::OpenOutcome { enrolment, envelope: text }), expect, "sender {sender}");
    }
}
