//! A publication appears whole, whenever one looks and whatever cuts it short.

use e2e::Office;
use e2e::sample::{Family, HEADS, MEMBERS};
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

#[test]
fn a_publication_that_is_killed_leaves_the_one_before() {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    let with_derivation = time(&office);
    let without = time(&office);
    office.import(&MEMBERS);
    let families = HEADS.families();
    let (while_deriving, while_swapping) = families[..20].split_at(10);
    kill_all_along(&office, with_derivation * 2, while_deriving);
    kill_all_along(&office, without, while_swapping);

    office.publish();
    office.publication().assert_whole();
    for family in &families[..20] {
        let Some(head) = family.head() else { continue };
        assert_eq!(office.publication().status_of(&family.kk, head).as_deref(), Some("ditetapkan"));
    }
    assert_eq!(office.import(&HEADS)["refused"], 2, "the register takes lists as before");
}

/// Decides for one family after the other, and kills each publication a little later than the one before.
fn kill_all_along(office: &Office, duration: Duration, families: &[Family]) {
    let mut last = office.publication().index().serial;
    let step = duration / u32::try_from(families.len()).unwrap();
    let mut delay = Duration::ZERO;
    for family in families {
        office.decide(&family.kk, "ditetapkan");
        let mut process = office.publishing().command().stdout(Stdio::null()).spawn().unwrap();
        // This delay waits for nothing: it is the moment at which somebody pulls the plug.
        std::thread::sleep(delay);
        process.kill().unwrap();
        process.wait().unwrap();
        let publication = office.publication();
        publication.assert_whole();
        let serial = publication.index().serial;
        assert!(serial >= last, "{serial} after {last}");
        (last, delay) = (serial, delay + step);
    }
}

#[test]
fn a_reader_never_sees_half() {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    office.publish();
    let index = office.publication().index();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for _ in 0..12 {
                office.publish();
            }
            done.store(true, Ordering::Release);
        });
        while !done.load(Ordering::Acquire) {
            for bucket in 0..1_u32 << index.lookup.bucket_bits {
                let file = office.api().join("status").join(seal::lookup::bucket_file(bucket));
                let bucket: wire::Bucket = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
                assert_eq!(bucket.bits, index.lookup.bucket_bits);
            }
            let read: wire::Index =
                serde_json::from_slice(&std::fs::read(office.api().join("index.json")).unwrap()).unwrap();
            assert_eq!(read.lookup, index.lookup);
        }
    });
}

#[expect(clippy::disallowed_methods, reason = "never in wasm")]
fn time(office: &Office) -> Duration {
    let start = Instant::now();
    office.publish();
    start.elapsed()
}
